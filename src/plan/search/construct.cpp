// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>
#include <utility>

#include "plan/search/looks.hpp"
#include "plan/search/search.hpp"

namespace muster::plan {
namespace {

// The lead nations' first, then those who could earn most at the prices; without prices in order.
std::vector<std::size_t> order_of_members(const State& state, const Guide& guide) {
  const Instance& instance = state.instance();
  std::vector<char> is_later(instance.crews.size(), 1);
  for (std::size_t k = 0; k < instance.crews.size(); ++k)
    if (leads(instance, instance.crews[k])) is_later[k] = 0;
  std::vector<double> loses(instance.crews.size(), 0.0);  // below nothing: earns, by the piece
  if (guide.prices != nullptr) {
    const Response response = respond(instance, *guide.prices, guide.threads);
    for (std::size_t k = 0; k < instance.crews.size(); ++k)
      loses[k] = -response.profits[k] / static_cast<double>(instance.crews[k].pieces);
  }
  std::vector<std::size_t> order(state.members().size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t m) {
    const Member& who = state.members()[m];
    return std::pair{is_later[who.crew], loses[who.crew] * static_cast<double>(who.pieces)};
  });
  return order;
}

}  // namespace

bool leads(const Instance& instance, const Crew& crew) {
  return std::ranges::any_of(crew.uses, [&](const Use& use) {
    const Row& row = instance.rows[use.row];
    return row.lead_share_permille > 0 && row.lead == crew.nation;
  });
}

void construct(State& state, const Guide& guide) {
  constexpr std::uint32_t random_cause = 4;  // of these draws among all from the seed
  Random random{guide.seed, 0, random_cause};
  std::vector<std::uint32_t> looks_at;
  for (const std::size_t member : order_of_members(state, guide)) {
    if (!state.schedule(member).empty()) continue;
    draw_uses(state, member, {}, random, looks_at, guide.enough_uses);
    state.put(member, state.best_for(member, {guide.prices, guide.trust, {}, looks_at}));
  }
  for (std::size_t package = 0; package < state.instance().packages.size(); ++package)
    if (!state.delivery(package).used)
      state.put_delivery(package, state.best_delivery_for(package));
}

}  // namespace muster::plan
