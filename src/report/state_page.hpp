// SPDX-License-Identifier: Apache-2.0
// What is stated on a day, before anybody plans: what is required, what is offered and how firmly,
// what falls due, conditions, promises, deliveries, where sources differ; as text and as a page.
#pragma once

#include <string>

#include "report/memory.hpp"
#include "report/page.hpp"
#include "report/view.hpp"

namespace muster::report {

struct StateView {
  // Of an empty plan: nothing of it is shown but the scenario, the reader and where it comes from.
  const PlanView& view;
  std::string where;  // the ledger or data set
  DueList due;        // from the day of the state on
  std::vector<ledger::DeliverySum> deliveries;
};
[[nodiscard]] std::string state_text(const StateView& state, const Terminal& terminal);
[[nodiscard]] std::string state_json(const StateView& state);  // state.json
[[nodiscard]] std::string state_page(const StateView& state, const PageLook& look = {});

// A view without a plan, for what is told of the data alone. All three must outlive it.
[[nodiscard]] PlanView view_without_plan(const Scenario& scenario,
                                         const Plan& none,
                                         const judge::Verdict& verdict,
                                         Origin origin);

}  // namespace muster::report
