// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "asks/asks.hpp"

namespace muster::asks {
namespace {

struct Assumed {
  std::int64_t cost = 0, per_30_days = 0;
};
// In the order of AskKind (docs/asks.md says why).
constexpr std::array<Assumed, ask_kinds> assumed{{{1, 0},
                                                  {2, 0},
                                                  {3, 0},
                                                  {3, 1},
                                                  {4, 1},
                                                  {4, 0},
                                                  {4, 0},
                                                  {4, 0},
                                                  {5, 0},
                                                  {5, 0},
                                                  {6, 1},
                                                  {7, 0},
                                                  {7, 0},
                                                  {7, 0},
                                                  {8, 0},
                                                  {8, 0},
                                                  {12, 0},
                                                  {20, 1}}};

}  // namespace

AskCost cost_of(const Scenario& scenario, AskKind kind) {
  const auto stated = std::ranges::find(scenario->ask_costs, kind, &AskCost::kind);
  if (stated != scenario->ask_costs.end()) return *stated;
  const Assumed& row = assumed.at(static_cast<std::size_t>(kind));
  return {.kind = kind, .cost = row.cost, .per_30_days = row.per_30_days, .source = {}, .note = {}};
}

}  // namespace muster::asks
