// SPDX-License-Identifier: Apache-2.0
#include "explain/explain.hpp"
#include "model/goals.hpp"

namespace muster::explain {
namespace {

bool is_for(const Offer& offer, Id<Requirement> id, const Requirement& requirement) {
  if (offer.requirement) return *offer.requirement == id;
  return !offer.activity || *offer.activity == requirement.activity;
}

bool condition_met(const Scenario& scenario, const Offer& offer) {
  if (!offer.condition) return true;
  for (const Condition::Act& act : scenario->conditions[*offer.condition].acts) {
    if (act.status != ConditionStatus::granted) return false;
  }
  return true;
}

// Where no need is stated nothing is planned; then the offers themselves are what is pledged.
void add_pledge(const Scenario& scenario, Id<Offer> id, FundState& fund) {
  const Offer& offer = scenario->offers[id];
  const Amount pledged = scenario.contribution(id, fund.requirement, offer.quantity);
  fund.best += pledged;
  if (!condition_met(scenario, offer)) return;
  if (softness(offer.status) <= softness(OfferStatus::accepted)) fund.expected += pledged;
  if (softness(offer.status) == softness(OfferStatus::committed)) fund.firm += pledged;
}

bool is_paid(DeliveryState state) {
  return state == DeliveryState::handed_over || state == DeliveryState::in_use;
}

void add_payments(const Scenario& scenario, FundState& fund) {
  const Requirement& requirement = scenario->requirements[fund.requirement];
  for (const Id<Delivery> id : scenario->deliveries.ids()) {
    const Delivery& delivery = scenario->deliveries[id];
    const Offer& offer = scenario->offers[delivery.offer];
    if (!is_paid(delivery.state) || !is_for(offer, fund.requirement, requirement)) continue;
    fund.paid += scenario.contribution(delivery.offer, fund.requirement, delivery.quantity);
  }
}

FundState state_of(const Scenario& scenario, Id<Requirement> id, const judge::Verdict& verdict) {
  const Requirement& requirement = scenario->requirements[id];
  FundState fund;
  fund.requirement = id;
  fund.need = requirement.quantity;
  add_payments(scenario, fund);
  if (!verdict.coverage[id].empty()) {
    const judge::Stretch& last = verdict.coverage[id].back();
    fund.firm = last.firm;
    fund.expected = last.expected;
    fund.best = last.best;
    return fund;
  }
  for (const Id<Offer> offer_id : scenario->offers.ids()) {
    const Offer& offer = scenario->offers[offer_id];
    if (!is_ended(offer.status) && is_for(offer, id, requirement)) {
      add_pledge(scenario, offer_id, fund);
    }
  }
  return fund;
}

}  // namespace

std::vector<FundState> funds(const Scenario& scenario, const judge::Verdict& verdict) {
  std::vector<FundState> states;
  for (const Id<Requirement> id : scenario->requirements.ids()) {
    const Id<Capability> capability = scenario->requirements[id].capability;
    if (scenario->capabilities[capability].measure == Measure::money) {
      states.push_back(state_of(scenario, id, verdict));
    }
  }
  return states;
}

}  // namespace muster::explain
