// SPDX-License-Identifier: Apache-2.0
#include "model/reading/worth.hpp"

#include <algorithm>
#include <cstddef>

namespace muster::reading {
namespace {

constexpr std::uint16_t full_worth = 1000;

// The capability and everything above it. Bounded by the size of the tree, should it hold a circle.
std::vector<Id<Capability>> line_upwards(const Table<Capability>& capabilities,
                                         Id<Capability> from) {
  std::vector<Id<Capability>> line{from};
  while (line.size() <= capabilities.size()) {
    const auto parent = capabilities[line.back()].parent;
    if (!parent) break;
    line.push_back(*parent);
  }
  return line;
}

}  // namespace

std::vector<std::uint16_t> worth_table(const Table<Capability>& capabilities,
                                       const std::vector<Substitution>& substitutions) {
  const std::size_t size = capabilities.size();
  std::vector<std::uint16_t> worth(size * size, 0);
  const auto at = [&](Id<Capability> wanted, Id<Capability> offered) -> std::uint16_t& {
    return worth[wanted.index() * size + offered.index()];
  };
  for (const Substitution& it : substitutions) {
    if (capabilities[it.wanted].measure != capabilities[it.offered].measure) continue;
    at(it.wanted, it.offered) =
        static_cast<std::uint16_t>(std::clamp(it.worth_permille, 0, 10'000));
  }
  for (const Id<Capability> offered : capabilities.ids())
    for (const Id<Capability> wanted : line_upwards(capabilities, offered))
      if (capabilities[wanted].measure == capabilities[offered].measure)
        at(wanted, offered) = full_worth;
  return worth;
}

}  // namespace muster::reading
