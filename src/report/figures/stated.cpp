// SPDX-License-Identifier: Apache-2.0
#include "report/figures/stated.hpp"

#include <algorithm>

namespace muster::report {

Stated stated_in(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  Stated stated;
  for (const Id<Requirement> id : scenario->requirements.ids()) {
    ++stated.requirements;
    if (!scenario->requirements[id].quantity) ++stated.without_quantity;
  }
  for (const Id<Offer> id : scenario->offers.ids())
    if (is_told(view, scenario->offers[id].nation)) ++stated.offers[scenario->offers[id].status];
  for (const Promise& promise : scenario->promises) {
    if (promise.status == PromiseStatus::open) ++stated.promises_open;
    if (promise.status == PromiseStatus::kept) ++stated.promises_kept;
  }
  for (const explain::Waiting& waiting : view.waiting)
    if (!waiting.met) ++stated.conditions_open;
  return stated;
}

}  // namespace muster::report
