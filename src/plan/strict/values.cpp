// SPDX-License-Identifier: Apache-2.0
#include "plan/strict/values.hpp"

#include <algorithm>
#include <set>

namespace muster::plan {
namespace {

Wide unmet_of(const State& state, const std::vector<Id<Priority>>& priorities) {
  const Instance& instance = state.instance();
  Wide unmet = 0;
  for (RowIndex r = 0; r < instance.rows.size(); ++r) {
    const Row& row = instance.rows[r];
    const auto priority = (*instance.scenario)->requirements[row.requirement].priority;
    if (std::ranges::find(priorities, priority) != priorities.end())
      unmet += state.unmet(r) / row.weight;
  }
  return unmet;
}

Wide excess_of(const State& state) {
  const auto& shares = (*state.instance().scenario)->fair_shares;
  Wide excess = 0;
  for (const auto id : shares.ids()) {
    const Wide above = state.people_days(id.index()) - shares[id].people_days;
    excess += shares[id].weight * std::max<Wide>(0, above);
  }
  return excess;
}

// The later goals of all that a plan does, as goals.hpp counts them.
class LaterSum {
 public:
  explicit LaterSum(const State& state) : instance_{state.instance()} {
    for (std::size_t m = 0; m < state.members().size(); ++m)
      for (const Leg& leg : state.schedule(m)) add(state.members()[m], leg);
    for (std::size_t p = 0; p < instance_.packages.size(); ++p)
      if (state.delivery(p).used) add(instance_.packages[p], state.delivery(p));
    const Nouns& nouns = **instance_.scenario;
    std::set<Id<Unit>> active;
    for (const auto offer : used_) {
      cost_ += cost_once(nouns.offers[offer]);
      active.insert(nouns.offers[offer].unit);
    }
    for (const auto unit : active) cost_ += activation_cost(nouns.units[unit]);
  }

  [[nodiscard]] Wide of(TierGoal goal) const {
    if (goal == TierGoal::firmness) return firmness_;
    return goal == TierGoal::cost ? cost_ : distance_;
  }

 private:
  void add(const Member& member, const Leg& leg) {
    const Crew& crew = instance_.crews[member.crew];
    const Use& use = crew.uses[leg.use];
    const std::int64_t fresh = new_days_of(instance_, crew, use, leg.from, leg.until);
    distance_ += Wide{member.pieces} * fresh;  // of both tours of a double use
    const std::int64_t tours = use.also == no_row ? 1 : 2;
    add_pieces(member.pieces * tours, use.offer, days_of(instance_, leg.from, leg.until));
  }

  void add(const Package& package, const BestDelivery<double>& chosen) {
    const Package::Target& target = package.targets[chosen.target];
    const auto deliver = [&](Day on) {
      distance_ += new_days_of(instance_, package, target, on);
      add_pieces(1, package.offer, 1);
    };
    for (const Package::Part& part : package.fixed) deliver(part.on);
    if (chosen.at != no_boundary) deliver(instance_.grid[chosen.at]);
  }

  void add_pieces(std::int64_t pieces, Id<Offer> offer, std::int64_t days) {
    const PieceGoals goals = piece_goals((*instance_.scenario)->offers[offer], days, 0);
    firmness_ += Wide{pieces} * goals.firmness;
    cost_ += Wide{pieces} * goals.cost;
    used_.insert(offer);
  }

  const Instance& instance_;
  Wide firmness_ = 0, cost_ = 0, distance_ = 0;
  std::set<Id<Offer>> used_;
};

}  // namespace

std::vector<Wide> values_of(const State& state, const std::vector<Tier>& tiers) {
  const LaterSum later{state};
  std::vector<Wide> values;
  for (const Tier& tier : tiers)
    values.push_back(tier.goal == TierGoal::unmet    ? unmet_of(state, tier.priorities)
                     : tier.goal == TierGoal::excess ? excess_of(state)
                                                     : later.of(tier.goal));
  return values;
}

}  // namespace muster::plan
