// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "plan/rules/rules.hpp"

namespace muster::plan {
namespace {

// A caveat's value names a place, or a nation for all the places in it.
bool is_there(const Scenario& scenario, const Caveat& caveat, const Requirement& requirement) {
  if (!requirement.place) return false;
  if (caveat.place) return *caveat.place == *requirement.place;
  const auto nation = scenario->places[*requirement.place].nation;
  return nation && scenario->nations[*nation].key == caveat.value;
}

bool passes(const Scenario& scenario, const Caveat& caveat, const Requirement& requirement) {
  switch (caveat.rule) {
    case CaveatRule::not_place:
      return !is_there(scenario, caveat, requirement);
    case CaveatRule::only_place:
      return is_there(scenario, caveat, requirement);
    case CaveatRule::not_activity:
      return caveat.activity != requirement.activity;
    case CaveatRule::only_activity:
      return caveat.activity == requirement.activity;
    case CaveatRule::not_organisation:
      return scenario->activities[requirement.activity].organisation != caveat.value;
    case CaveatRule::task:
    case CaveatRule::season:
    case CaveatRule::only_requirement:  // a list of its own: is_listed
      return true;
  }
  return true;
}

// Of the caveats of one only_ rule, one is enough; without any there is nothing to pass.
bool passes_any(const Scenario& scenario,
                const Offer& offer,
                const Requirement& requirement,
                CaveatRule rule) {
  bool asked = false;
  for (const Caveat& caveat : offer.caveats) {
    if (caveat.rule != rule) continue;
    if (passes(scenario, caveat, requirement)) return true;
    asked = true;
  }
  return !asked;
}

bool is_alternative(const Caveat& caveat) {
  return caveat.rule == CaveatRule::only_place || caveat.rule == CaveatRule::only_activity;
}

struct MonthDay {
  unsigned month = 1, day = 1;
};

MonthDay parse_month_day(std::string_view text) {
  MonthDay value;
  std::from_chars(text.data(), text.data() + 2, value.month);
  std::from_chars(text.data() + 3, text.data() + 5, value.day);
  return value;
}

// 29 February is 1 March in a year that has none: sys_days counts on from the month's first day.
Day in_year(std::chrono::year year, MonthDay when) {
  return Day{year / std::chrono::month{when.month} / std::chrono::day{when.day}};
}

// "MM-DD/MM-DD", half-open, possibly over the turn of the year.
std::vector<Period> seasons(const Caveat& caveat, Period window) {
  const MonthDay from = parse_month_day(std::string_view{caveat.value}.substr(0, 5));
  const MonthDay until = parse_month_day(std::string_view{caveat.value}.substr(6, 5));
  const auto first = std::chrono::year_month_day{window.from}.year() - std::chrono::years{1};
  const auto last = std::chrono::year_month_day{window.until}.year();
  std::vector<Period> found;
  for (auto year = first; year <= last; ++year) {
    Period season{in_year(year, from), in_year(year, until)};
    if (season.until <= season.from) season.until = in_year(year + std::chrono::years{1}, until);
    found.push_back(season);
  }
  return found;
}

std::vector<Period> without(const std::vector<Period>& windows, const Period& season) {
  std::vector<Period> left;
  for (const Period& window : windows) {
    const Period before{window.from, std::min(window.until, season.from)};
    const Period after{std::max(window.from, season.until), window.until};
    if (before.from < before.until) left.push_back(before);
    if (after.from < after.until) left.push_back(after);
  }
  return left;
}

}  // namespace

bool passes_caveats(const Scenario& scenario, const Offer& offer, const Requirement& requirement) {
  const auto holds = [&](const Caveat& caveat) {
    return is_alternative(caveat) || passes(scenario, caveat, requirement);
  };
  return std::ranges::all_of(offer.caveats, holds)
         && passes_any(scenario, offer, requirement, CaveatRule::only_place)
         && passes_any(scenario, offer, requirement, CaveatRule::only_activity);
}

bool is_listed(const Offer& offer, Id<Requirement> id) {
  return offer.only_requirements.empty() || std::ranges::binary_search(offer.only_requirements, id);
}

std::vector<Period> outside_seasons(const Offer& offer, Period window) {
  std::vector<Period> windows;
  if (window.from < window.until) windows.push_back(window);
  for (const Caveat& caveat : offer.caveats)
    if (caveat.rule == CaveatRule::season)
      for (const Period& season : seasons(caveat, window)) windows = without(windows, season);
  return windows;
}

}  // namespace muster::plan
