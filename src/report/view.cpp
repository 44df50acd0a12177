// SPDX-License-Identifier: Apache-2.0
#include "report/view.hpp"

#include <utility>

namespace muster::report {

PlanView view(const Scenario& scenario,
              const Plan& plan,
              const judge::Verdict& verdict,
              Origin origin) {
  PlanView shown;
  shown.scenario = &scenario;
  shown.plan = &plan;
  shown.verdict = &verdict;
  shown.origin = std::move(origin);
  shown.shortfalls = explain::shortfalls(scenario, plan, verdict);
  shown.training = explain::training(scenario, verdict);
  shown.funds = explain::funds(scenario, verdict);
  shown.stocks = explain::stocks(scenario, plan);
  shown.waiting = explain::waiting(scenario);
  return shown;
}

}  // namespace muster::report
