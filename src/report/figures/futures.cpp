// SPDX-License-Identifier: Apache-2.0
#include "model/futures.hpp"

#include <algorithm>

#include "report/figures/figures.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

FuturesFigures row_of(std::string plan, const RobustFigures::Side& side) {
  return {std::move(plan), side.unmet, side.unmet_on_average, side.unmet_in_worst, side};
}

}  // namespace

std::vector<FuturesFigures> futures_of(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  if (scenario->futures.size() == 0) return {};
  if (view.origin.robust)
    return {row_of("this plan", view.origin.robust->plan),
            row_of("the plan without futures", view.origin.robust->without)};
  const auto unmet = judge::unmet_by_future(scenario, *view.plan);
  const auto count = static_cast<std::int64_t>(unmet.size());
  const std::int64_t counted = counted_futures(*scenario);
  return {{"this plan",
           view.verdict->goals.unmet,
           sum_of_largest(unmet, count) / count,
           sum_of_largest(unmet, counted) / counted,
           std::nullopt}};
}

std::string futures_words(const Scenario& scenario) {
  const auto all = static_cast<std::int64_t>(scenario->futures.size());
  const std::int64_t counted = counted_futures(*scenario);
  const std::string futures = count_text(all) + " futures";
  if (counted == all) return "on average of " + futures;
  return "in the " + (counted == 1 ? "" : count_text(counted) + " ") + "worst of " + futures;
}

std::string futures_explained(const PlanView& view) {
  std::string words =
      "What is filled of all that is required, weighted by priority: if all comes as offered, and "
      "in "
      "the futures of the data, in which offers are not there for a while and nobody repairs the "
      "plan.";
  if (view.origin.robust)
    words += " Then in " + count_text(view.origin.robust->trials)
             + " other futures, drawn anew, in which it is repaired by rule (muster stress): in nine "
               "of ten at least P10, in half P50, in one of ten P90. What robustness costs is the "
               "difference in the first column.";
  return words;
}

std::string filled_text(const PlanView& view, Wide unmet) {
  const Wide required = headline_of(view).required;
  return share_text(std::max<Wide>(0, required - unmet), required);
}

}  // namespace muster::report
