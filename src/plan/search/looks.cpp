// SPDX-License-Identifier: Apache-2.0
#include "plan/search/looks.hpp"

#include <algorithm>

namespace muster::plan {

void draw_uses(const State& state,
               std::size_t member,
               const Schedule& before,
               Random& random,
               std::vector<std::uint32_t>& drawn,
               std::uint64_t enough) {
  const auto& uses = state.instance().crews[state.members()[member].crew].uses;
  drawn.clear();
  if (uses.size() <= enough) return;
  for (const Leg& leg : before) drawn.push_back(leg.use);
  const auto is_fixed = [&](const Use& use) {
    return std::ranges::any_of(state.instance().fixed, [&](const Fixed& fixed) {
      return fixed.offer == use.offer && (fixed.row == use.row || fixed.row == use.also);
    });
  };
  for (std::uint32_t u = 0; u < uses.size(); ++u)
    if (random.below(uses.size()) < enough || is_fixed(uses[u])) drawn.push_back(u);
  std::ranges::sort(drawn);
  const auto repeated = std::ranges::unique(drawn);
  drawn.erase(repeated.begin(), repeated.end());
}

}  // namespace muster::plan
