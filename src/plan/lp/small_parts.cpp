// SPDX-License-Identifier: Apache-2.0
#include "plan/lp/small_parts.hpp"

#include <algorithm>
#include <utility>

#include "plan/lp/exact.hpp"

namespace muster::plan {
namespace {

// Calls visit(the part's, the whole's) for every list of prices of a component.
template <class Part, class Whole, class Visit>
void for_each_list(const Component& component, Part& part, Whole& whole, const Visit& visit) {
  for (std::size_t r = 0; r < component.rows.size(); ++r)
    visit(part.row[r], whole.row[component.rows[r]]);
  for (const auto c : component.ceilings) visit(part.ceiling[c], whole.ceiling[c]);
  for (const auto k : component.kin) visit(part.kin[k], whole.kin[k]);
  for (const auto g : component.budgets) visit(part.budget[g], whole.budget[g]);
  for (const auto s : component.stocks) visit(part.stock[s], whole.stock[s]);
  for (const auto f : component.fair_shares) visit(part.fair_share[f], whole.fair_share[f]);
}

// What is known of a part's prices and schedules from the whole's.
Ascent start_of(const SmallPart& part, const Ascent& whole) {
  Ascent start;
  start.prices = no_prices<double>(*part.instance);
  for_each_list(
      part.component, start.prices, whole.prices, [](auto& mine, const auto& its) { mine = its; });
  for (const auto k : part.component.crews) start.seen.push_back(whole.seen[k]);
  start.bound = respond(*part.instance, start.prices, 1).bound;
  return start;
}

// Its members and packages are the whole's, in the same order.
std::vector<std::size_t> members_of(const State& state, const Component& component) {
  std::vector<std::size_t> members;
  for (std::size_t m = 0; m < state.members().size(); ++m)
    if (std::ranges::binary_search(component.crews, state.members()[m].crew)) members.push_back(m);
  return members;
}

bool search_part(State& state, const SmallPart& part, Effort& effort, const std::stop_token& stop) {
  const std::vector<std::size_t> members = members_of(state, part.component);
  const auto& packages = part.component.packages;
  State mine{*part.instance};
  for (std::size_t m = 0; m < members.size(); ++m) mine.put(m, state.schedule(members[m]));
  for (std::size_t p = 0; p < packages.size(); ++p)
    mine.put_delivery(p, state.delivery(packages[p]));
  const Value before = mine.value();
  const bool is_best = search_exactly(mine, part.ascent, effort, stop);
  if (!(mine.value() < before)) return is_best;
  for (const std::size_t m : members) state.take(m);
  for (const auto p : packages) state.take_delivery(p);
  for (std::size_t m = 0; m < members.size(); ++m) state.put(members[m], mine.schedule(m));
  for (std::size_t p = 0; p < packages.size(); ++p)
    state.put_delivery(packages[p], mine.delivery(p));
  return is_best;
}

}  // namespace

std::vector<char> SmallParts::crews(const Instance& instance) const {
  std::vector<char> is_in(instance.crews.size(), 0);
  for (const SmallPart& part : parts)
    for (const auto k : part.component.crews) is_in[k] = 1;
  return is_in;
}

SmallParts find_small_parts(const Instance& instance) {
  SmallParts small;
  std::vector<Component> components = find_components(instance);
  for (Component& component : components) {
    auto part = std::make_unique<Instance>(alone(instance, component));
    if (is_small(*part)) small.parts.push_back({std::move(component), std::move(part), {}});
  }
  small.are_all = small.parts.size() == components.size();
  return small;
}

Ascent polish_parts(const Instance& instance,
                    SmallParts& small,
                    Ascent start,
                    unsigned threads,
                    Effort& effort,
                    const std::stop_token& stop) {
  Prices<double> prices = start.prices;
  for (SmallPart& part : small.parts) {
    part.ascent = solve_master(*part.instance, start_of(part, start), threads, effort, stop);
    for_each_list(part.component, part.ascent.prices, prices, [](const auto& mine, auto& its) {
      its = mine;
    });
  }
  const double bound = respond(instance, prices, threads).bound;
  if (bound <= start.bound) return start;
  start.bound = bound;
  start.prices = std::move(prices);
  return start;
}

bool search_parts_exactly(State& state,
                          const SmallParts& small,
                          Effort& effort,
                          const std::stop_token& stop) {
  bool are_best = small.are_all;
  for (const SmallPart& part : small.parts)
    if (!search_part(state, part, effort, stop)) are_best = false;
  return are_best;
}

}  // namespace muster::plan
