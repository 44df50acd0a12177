// SPDX-License-Identifier: Apache-2.0
#include "report/figures/over_time.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "report/words/words.hpp"

namespace muster::report {
namespace {

using explain::Cause;

// Causes that a planner would meet with the same kind of act.
std::string_view kind_of(Cause cause) {
  switch (cause) {
    case Cause::nobody_offers:
    case Cause::all_given:
    case Cause::none_could:
    case Cause::no_worth:
      return "not offered";
    case Cause::status:
      return "not firm yet";
    case Cause::condition_open:
    case Cause::condition_refused:
      return "waiting";
    case Cause::scope:
    case Cause::caveat:
    case Cause::pinned:
      return "restricted";
    case Cause::notice:
    case Cause::window_ends_early:
    case Cause::window_begins_late:
    case Cause::comes_later:
    case Cause::term_too_long:
    case Cause::tour_too_long:
    case Cause::indivisible:
      return "not in time";
    case Cause::totals:
    case Cause::handover:
    case Cause::resting:
    case Cause::rest_before:
      return "resting";
    case Cause::elsewhere:
      return "used elsewhere";
    case Cause::ceiling:
    case Cause::budget:
    case Cause::stock:
      return "no means";
    case Cause::nations:
    case Cause::lead_share:
      return "nation limit";
    case Cause::not_worth_it:
      break;
  }
  return "kept elsewhere";
}

}  // namespace

std::int64_t MonthFill::mean(Wide amount_days) const {
  return static_cast<std::int64_t>(amount_days / std::max<std::int64_t>(1, month.length().count()));
}

std::vector<MonthFill> fill_by_month(const PlanView& view, Measure measure) {
  const Scenario& scenario = *view.scenario;
  std::vector<MonthFill> months;
  for (const Period& month : months_of(shown_days(view))) months.push_back({month, {}});
  for (const Id<Requirement> id : scenario->requirements.ids()) {
    if (!scenario->requirements[id].quantity || measure_of(scenario, id) != measure) continue;
    for (MonthFill& one : months) one.fill += fill_within(view.verdict->coverage[id], one.month);
  }
  return months;
}

std::vector<CapabilityFill> fill_by_capability(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  const std::vector<Period> months = months_of(shown_days(view));
  std::vector<CapabilityFill> all;
  for (const Id<Capability> capability : scenario->capabilities.ids()) {
    const bool is_asked = std::ranges::any_of(scenario->requirements.ids(), [&](auto id) {
      const Requirement& requirement = scenario->requirements[id];
      return requirement.capability == capability && requirement.quantity;
    });
    if (!is_asked) continue;
    CapabilityFill one{capability, std::vector<Fill>(months.size())};
    for (const Id<Requirement> id : scenario.asked(capability))
      for (std::size_t m = 0; m < months.size(); ++m)
        one.by_month[m] += fill_within(view.verdict->coverage[id], months[m]);
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<FallStep> waterfall_of(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  const auto ids = scenario->requirements.ids();
  const Fill all = weighted_fill(view, {ids.begin(), ids.end()});
  if (all.required == 0) return {};
  std::map<std::string_view, Wide> missing;
  for (const explain::Shortfall& shortfall : view.shortfalls) {
    const auto priority = scenario->requirements[shortfall.requirement].priority;
    missing[kind_of(shortfall.reasons.front().cause)] += Wide{shortfall.unmet.count()}
                                                         * shortfall.period.length().count()
                                                         * scenario->priorities[priority].weight;
  }
  std::vector<FallStep> steps{{"required", "frame", 0, all.required}};
  Wide left = all.required;
  const auto fall = [&](std::string_view name, std::string_view look, Wide by) {
    if (by == 0) return;
    steps.push_back({std::string{name}, look, left - by, left});
    left -= by;
  };
  fall("firm", "firm", all.firm);
  fall("expected", "expected", all.expected - all.firm);
  fall("best case", "best", all.best - all.expected);
  std::vector<std::pair<Wide, std::string_view>> kinds;
  for (const auto& [kind, amount] : missing) kinds.emplace_back(amount, kind);
  std::ranges::stable_sort(
      kinds, std::ranges::greater{}, &std::pair<Wide, std::string_view>::first);
  for (const auto& [amount, kind] : kinds) fall(kind, "missing", amount);
  return steps;
}

}  // namespace muster::report
