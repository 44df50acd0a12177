// SPDX-License-Identifier: Apache-2.0
#include "report/figures/figures.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "report/words/words.hpp"

namespace muster::report {
namespace {

Wide capped_days(Amount amount, Amount required, std::int64_t days) {
  return static_cast<Wide>(std::min(amount, required).count()) * days;
}

void add(Fill& fill, const judge::Stretch& stretch, Period days) {
  const Day from = std::max(stretch.period.from, days.from);
  const Day until = std::min(stretch.period.until, days.until);
  if (from >= until) return;
  const std::int64_t length = (until - from).count();
  const bool full = stretch.unmet() == Amount{};
  const bool from_the_first = fill.full_days == fill.days;
  fill.required += static_cast<Wide>(stretch.required.count()) * length;
  fill.firm += capped_days(stretch.firm, stretch.required, length);
  fill.expected += capped_days(stretch.expected, stretch.required, length);
  fill.best += capped_days(stretch.best, stretch.required, length);
  fill.days += length;
  if (!full) return;
  fill.full_days += length;
  if (from_the_first) fill.full_until = until;
}

}  // namespace

Fill& Fill::operator+=(const Fill& other) {
  required += other.required;
  firm += other.firm;
  expected += other.expected;
  best += other.best;
  days += other.days;
  full_days += other.full_days;
  full_until.reset();
  return *this;
}

Fill fill_within(const std::vector<judge::Stretch>& coverage, Period days) {
  Fill fill;
  for (const judge::Stretch& stretch : coverage) add(fill, stretch, days);
  return fill;
}

Fill weighted_fill(const PlanView& view, const std::vector<Id<Requirement>>& requirements) {
  const Scenario& scenario = *view.scenario;
  Fill all;
  for (const Id<Requirement> id : requirements) {
    const Wide weight = scenario->priorities[scenario->requirements[id].priority].weight;
    const Fill fill = fill_of(view.verdict->coverage[id]);
    all.required += fill.required * weight;
    all.firm += fill.firm * weight;
    all.expected += fill.expected * weight;
    all.best += fill.best * weight;
  }
  return all;
}

Fill fill_of(const std::vector<judge::Stretch>& coverage) {
  if (coverage.empty()) return {};
  return fill_within(coverage, {coverage.front().period.from, coverage.back().period.until});
}

std::vector<MeasureSum> fill_by_measure(const PlanView& view) {
  std::vector<MeasureSum> sums;
  for (const Measure measure : {Measure::unit,
                                Measure::person,
                                Measure::aircraft,
                                Measure::vessel,
                                Measure::system,
                                Measure::piece,
                                Measure::money}) {
    MeasureSum sum{measure, {}};
    for (const auto id : (*view.scenario)->requirements.ids()) {
      if (measure_of(*view.scenario, id) == measure)
        sum.fill += fill_of(view.verdict->coverage[id]);
    }
    if (sum.fill.required > 0) sums.push_back(sum);
  }
  return sums;
}

std::vector<Id<Requirement>> requirements_of(const Scenario& scenario, Id<Activity> activity) {
  std::vector<Id<Requirement>> requirements;
  for (const Id<Requirement> id : scenario->requirements.ids()) {
    if (scenario->requirements[id].activity == activity) requirements.push_back(id);
  }
  return requirements;
}

std::set<Id<Requirement>> most_unmet(const PlanView& view, std::size_t count) {
  const Scenario& scenario = *view.scenario;
  std::vector<std::pair<Wide, Id<Requirement>>> all;
  for (const Id<Requirement> id : scenario->requirements.ids()) {
    const Fill fill = fill_of(view.verdict->coverage[id]);
    const Wide weight = scenario->priorities[scenario->requirements[id].priority].weight;
    all.emplace_back((fill.best - fill.required) * weight, id);
  }
  std::ranges::sort(all);
  std::set<Id<Requirement>> ids;
  for (std::size_t i = 0; i < std::min(count, all.size()); ++i) ids.insert(all[i].second);
  return ids;
}

Period shown_days(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  Period days = scenario->horizon;
  std::optional<Day> first, last;
  for (const Id<Requirement> id : scenario->requirements.ids()) {
    const Period period = scenario->requirements[id].period;
    first = first ? std::min(*first, period.from) : period.from;
    last = last ? std::max(*last, period.until) : period.until;
  }
  if (first) days = {*first, *last};
  return days;
}

std::vector<Period> months_of(Period days) {
  std::vector<Period> months;
  std::chrono::year_month_day date{days.from};
  Day first{date.year() / date.month() / 1};
  while (first < days.until) {
    const std::chrono::year_month next =
        std::chrono::year_month{std::chrono::year_month_day{first}.year(),
                                std::chrono::year_month_day{first}.month()}
        + std::chrono::months{1};
    const Day end{next / 1};
    months.push_back({first, end});
    first = end;
  }
  return months;
}

std::string training_sentence(const Scenario& scenario, const explain::TrainingCurve& curve) {
  const Activity& activity = scenario->activities[curve.activity];
  const std::string name = name_or_key(activity.name, activity.key);
  const std::int64_t before = curve.trained_before.value_or(0);
  const std::int64_t trained = curve.points.empty() ? before : curve.points.back().trained;
  const std::int64_t cohorts = curve.points.empty() ? 0 : curve.points.back().cohorts;
  std::string words = name + ": " + plural(cohorts, "cohort", "cohorts") + " of this plan bring "
                      + count_text(trained - before) + " trained people";
  if (curve.trained_before) {
    words += " to the " + count_text(before) + " trained";
    if (curve.as_of) words += " by " + to_text(*curve.as_of);
    words += ": " + count_text(trained) + " in all";
  }
  if (!curve.target) return words + ". No target is stated.";
  words += ". Target " + count_text(*curve.target);
  if (curve.target_on) words += " by " + to_text(*curve.target_on);
  if (!curve.reached_on) {
    return words + ": not reached by these cohorts, " + count_text(*curve.target - trained)
           + " are missing.";
  }
  words += ": reached on " + to_text(*curve.reached_on);
  if (!curve.target_on || *curve.reached_on <= *curve.target_on) return words + ".";
  return words + ", " + days_text((*curve.reached_on - *curve.target_on).count()) + " late.";
}

}  // namespace muster::report
