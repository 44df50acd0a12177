// SPDX-License-Identifier: Apache-2.0
#include "explain/explain.hpp"

namespace muster::explain {
namespace {

void read_acts(const Condition& condition, Waiting& waiting) {
  waiting.met = true;
  for (std::size_t i = 0; i < condition.acts.size(); ++i) {
    const ConditionStatus status = condition.acts[i].status;
    if (status == ConditionStatus::refused) waiting.refused = true;
    if (status == ConditionStatus::open) waiting.open_acts.push_back(i);
    if (status != ConditionStatus::granted) waiting.met = false;
  }
}

}  // namespace

std::vector<Waiting> waiting(const Scenario& scenario) {
  std::vector<Waiting> all;
  for (const Id<Condition> id : scenario->conditions.ids()) {
    Waiting one;
    one.condition = id;
    read_acts(scenario->conditions[id], one);
    for (const Id<Offer> offer : scenario->offers.ids()) {
      const Offer& row = scenario->offers[offer];
      if (row.condition == id && !is_ended(row.status)) one.offers.push_back(offer);
    }
    for (std::size_t i = 0; i < scenario->promises.size(); ++i) {
      if (scenario->promises[i].trigger == scenario->conditions[id].key) one.promises.push_back(i);
    }
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace muster::explain
