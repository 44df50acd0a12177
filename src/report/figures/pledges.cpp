// SPDX-License-Identifier: Apache-2.0
#include "report/figures/pledges.hpp"

#include <set>

namespace muster::report {
namespace {

bool is_for(const Scenario& scenario, const Offer& offer, Id<Requirement> id) {
  if (offer.requirement) return *offer.requirement == id;
  return offer.activity && *offer.activity == scenario->requirements[id].activity;
}

bool is_allocated(OfferStatus status) {
  return status == OfferStatus::accepted || status == OfferStatus::committed
         || status == OfferStatus::in_place;
}

bool is_delivered(DeliveryState state) {
  return state == DeliveryState::handed_over || state == DeliveryState::in_use;
}

// Those for it alone or for its activity, and those that the plan uses for it.
std::set<Id<Offer>> offers_for(const PlanView& view, Id<Requirement> id) {
  const Scenario& scenario = *view.scenario;
  std::set<Id<Offer>> offers;
  for (const Id<Offer> offer : scenario->offers.ids())
    if (!is_ended(scenario->offers[offer].status) && is_for(scenario, scenario->offers[offer], id))
      offers.insert(offer);
  for (const std::size_t k : view.deliveries_to[id]) offers.insert(view.plan->deliveries[k].offer);
  return offers;
}

}  // namespace

std::vector<Pledges> pledges_of(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  std::vector<Pledges> all;
  for (const Id<Requirement> id : scenario->requirements.ids()) {
    const Requirement& requirement = scenario->requirements[id];
    if (requirement.kind != RequirementKind::delivery || !requirement.quantity) continue;
    Pledges one{id, *requirement.quantity, {}, {}, {}};
    const std::set<Id<Offer>> offers = offers_for(view, id);
    for (const Id<Offer> offer : offers) {
      const Amount amount = scenario.contribution(offer, id, scenario->offers[offer].quantity);
      one.pledged += amount;
      if (is_allocated(scenario->offers[offer].status)) one.allocated += amount;
    }
    for (const Id<Delivery> k : scenario->deliveries.ids()) {
      const Delivery& delivery = scenario->deliveries[k];
      if (offers.contains(delivery.offer) && is_delivered(delivery.state))
        one.delivered += scenario.contribution(delivery.offer, id, delivery.quantity);
    }
    if (one.pledged > Amount{}) all.push_back(one);
  }
  return all;
}

}  // namespace muster::report
