// SPDX-License-Identifier: Apache-2.0
#include "report/view.hpp"

#include <utility>

#include "report/state_page.hpp"

namespace muster::report {

PlanView view_without_plan(const Scenario& scenario,
                           const Plan& none,
                           const judge::Verdict& verdict,
                           Origin origin) {
  PlanView shown;
  shown.scenario = &scenario;
  shown.plan = &none;
  shown.verdict = &verdict;
  shown.origin = std::move(origin);
  shown.stocks = explain::stocks(scenario, none);
  shown.waiting = explain::waiting(scenario);
  shown.tours_on = Table<Requirement, std::vector<std::size_t>>{scenario->requirements.size()};
  shown.deliveries_to = shown.tours_on;
  return shown;
}

PlanView view(const Scenario& scenario,
              const Plan& plan,
              const judge::Verdict& verdict,
              Origin origin,
              unsigned threads) {
  PlanView shown;
  shown.scenario = &scenario;
  shown.plan = &plan;
  shown.verdict = &verdict;
  shown.origin = std::move(origin);
  explain::TriedShortfalls explained = explain::tried_shortfalls(scenario, plan, verdict, threads);
  shown.shortfalls = std::move(explained.shortfalls);
  shown.tried = std::move(explained.ways);
  shown.training = explain::training(scenario, verdict);
  shown.funds = explain::funds(scenario, verdict);
  shown.stocks = explain::stocks(scenario, plan);
  shown.waiting = explain::waiting(scenario);
  shown.tours_on = Table<Requirement, std::vector<std::size_t>>{scenario->requirements.size()};
  shown.deliveries_to = shown.tours_on;
  for (std::size_t i = 0; i < plan.tours.size(); ++i)
    shown.tours_on[plan.tours[i].requirement].push_back(i);
  for (std::size_t i = 0; i < plan.deliveries.size(); ++i)
    shown.deliveries_to[plan.deliveries[i].requirement].push_back(i);
  return shown;
}

}  // namespace muster::report
