// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "plan/search/search.hpp"

namespace muster::plan {
namespace {

bool leads(const Instance& instance, const Crew& crew) {
  return std::ranges::any_of(crew.uses, [&](const Use& use) {
    const Row& row = instance.rows[use.row];
    return row.lead_share_permille > 0 && row.lead == crew.nation;
  });
}

std::vector<std::size_t> order_of_members(const State& state, const Prices<double>& prices) {
  const Instance& instance = state.instance();
  const Response response = respond(instance, prices, 1);
  std::vector<std::size_t> order(state.members().size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto earns = [&](std::size_t member) {
    const Member& who = state.members()[member];
    return response.profits[who.crew] * static_cast<double>(who.pieces)
           / static_cast<double>(instance.crews[who.crew].pieces);
  };
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    const bool a_leads = leads(instance, instance.crews[state.members()[a].crew]);
    const bool b_leads = leads(instance, instance.crews[state.members()[b].crew]);
    if (a_leads != b_leads) return a_leads;
    return earns(a) > earns(b);
  });
  return order;
}

}  // namespace

void construct(State& state, const Prices<double>& prices, double trust) {
  for (const std::size_t member : order_of_members(state, prices))
    state.put(member, state.best_for(member, {&prices, trust, {}}));
  for (std::size_t package = 0; package < state.instance().packages.size(); ++package)
    state.put_delivery(package, state.best_delivery_for(package));
}

}  // namespace muster::plan
