// SPDX-License-Identifier: Apache-2.0
#include "generate/generate.hpp"

#include "base/demand.hpp"

#include "generate/invent/invention.hpp"

namespace muster::generate {

Sizes tiny_sizes(std::uint64_t seed) {
  Random random{seed, 0, static_cast<std::uint32_t>(Cause::sizes)};
  Sizes sizes;
  sizes.units = static_cast<int>(random.between(3, 5));
  sizes.requirements = static_cast<int>(random.between(2, 3));
  sizes.months = static_cast<int>(random.between(4, 6));
  sizes.nations = 3;
  sizes.capabilities = 2;
  sizes.tour_months_least = 1;
  sizes.tour_months_most = 3;
  return sizes;
}

Draft generate(const Sizes& sizes, std::uint64_t seed) {
  Invention it;
  it.sizes = sizes;
  for (const Parameter& parameter : parameters()) {
    const int value = parameter.in(it.sizes);
    demand(parameter.least <= value && value <= parameter.most,
           "every number of a generated situation is in its range");
  }
  demand(sizes.tour_months_least <= sizes.tour_months_most,
         "the shortest tour is not longer than the longest");
  it.seed = seed;
  const Day start{std::chrono::year{2024} / std::chrono::January / 1};
  it.horizon = {start, after_months(start, sizes.months)};
  invent_ground(it);
  invent_forces(it);
  invent_requirements(it);
  invent_offers(it);
  invent_deliveries(it);
  return std::move(it.draft);
}

}  // namespace muster::generate
