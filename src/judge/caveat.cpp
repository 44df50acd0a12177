// SPDX-License-Identifier: Apache-2.0
// caveat: where, for what and when the giver does not want its offer used. A task caveat tells
// people what the unit will not do; it forbids no tour. All caveats of an offer hold together;
// those of one only_ rule are alternatives, of which one is enough. Measured: 1 use against the
// caveat (of alternatives, the first), or the days of a tour in a closed season; allowed: 0.
#include <algorithm>
#include <array>
#include <string_view>

#include "base/demand.hpp"

#include "judge/rules/rules.hpp"
#include "judge/rules/stretches.hpp"

namespace muster::judge {
namespace {

// The caveat names the requirement's place, or the nation in which that lies.
bool is_at_place(const Candidate& candidate, const Caveat& caveat) {
  if (!candidate.requirement.place) return false;
  if (caveat.place) return *candidate.requirement.place == *caveat.place;
  const auto nation = candidate.scenario->places[*candidate.requirement.place].nation;
  return nation && candidate.scenario->nations[*nation].key == caveat.value;
}

bool is_respected(const Candidate& candidate, const Caveat& caveat) {
  const Requirement& requirement = candidate.requirement;
  switch (caveat.rule) {
    case CaveatRule::not_place:
      return !is_at_place(candidate, caveat);
    case CaveatRule::only_place:
      return is_at_place(candidate, caveat);
    case CaveatRule::not_activity:
      return caveat.activity != requirement.activity;
    case CaveatRule::only_activity:
      return caveat.activity == requirement.activity;
    case CaveatRule::not_organisation:
      return candidate.scenario->activities[requirement.activity].organisation != caveat.value;
    case CaveatRule::task:
    case CaveatRule::season:
    case CaveatRule::only_requirement:  // held apart: check_only_requirements
      return true;
  }
  return true;
}

constexpr std::array alternative_rules{CaveatRule::only_place, CaveatRule::only_activity};

bool has_alternatives(const Caveat& caveat) {
  return std::ranges::find(alternative_rules, caveat.rule) != alternative_rules.end();
}

Breach breach_of(const Candidate& candidate, const Caveat& caveat, Period days, Days measured) {
  const auto index = static_cast<std::size_t>(&caveat - candidate.offer.caveats.data());
  return {Rule::caveat, days, measured.count(), 0, caveat.source, index};
}

Breach use_against(const Candidate& candidate, const Caveat& caveat) {
  return breach_of(candidate, caveat, candidate.tour.period, Days{1});
}

void check_alternatives(const Candidate& candidate, CaveatRule rule, Findings& found) {
  const Caveat* first = nullptr;
  for (const Caveat& caveat : candidate.offer.caveats) {
    if (caveat.rule != rule) continue;
    if (is_respected(candidate, caveat)) return;
    if (first == nullptr) first = &caveat;
  }
  if (first != nullptr) found.add(use_against(candidate, *first));
}

void check_only_requirements(const Candidate& candidate, Findings& found) {
  const auto& only = candidate.offer.only_requirements;
  if (only.empty() || std::ranges::binary_search(only, candidate.tour.requirement)) return;
  found.add({Rule::caveat, candidate.tour.period, 1, 0, candidate.offer.only_requirements_source});
}

// "11-01" as month and day; without 29 February in a year, that day is 1 March.
struct MonthDay {
  unsigned month, day;
  [[nodiscard]] Day in(std::chrono::year year) const {
    return Day{year / std::chrono::month{month} / std::chrono::day{day}};
  }
};

MonthDay read_month_day(std::string_view text) {
  const auto number = [&](std::size_t at) {
    return static_cast<unsigned>(text[at] - '0') * 10 + static_cast<unsigned>(text[at + 1] - '0');
  };
  return {number(0), number(3)};
}

// The closed season that begins in a year; "11-01/04-01" ends in the next.
Period season_of_year(MonthDay from, MonthDay until, std::chrono::year year) {
  const Period season{from.in(year), until.in(year)};
  if (season.from < season.until) return season;
  return {season.from, until.in(year + std::chrono::years{1})};
}

void check_season(const Candidate& candidate, const Caveat& caveat, Findings& found) {
  demand(caveat.value.size() == 11, "a season is written MM-DD/MM-DD");
  const MonthDay from = read_month_day(caveat.value);
  const MonthDay until = read_month_day(std::string_view{caveat.value}.substr(6));
  const Period& period = candidate.tour.period;
  const auto first = std::chrono::year_month_day{period.from}.year() - std::chrono::years{1};
  const auto last = std::chrono::year_month_day{period.until}.year();
  for (auto year = first; year <= last; ++year) {
    const Period closed = shared_days(period, season_of_year(from, until, year));
    if (closed.length() > Days{0}) found.add(breach_of(candidate, caveat, closed, closed.length()));
  }
}

}  // namespace

void check_caveats(const Candidate& candidate, Findings& found) {
  for (const Caveat& caveat : candidate.offer.caveats)
    if (!has_alternatives(caveat) && !is_respected(candidate, caveat))
      found.add(use_against(candidate, caveat));
  for (const CaveatRule rule : alternative_rules) check_alternatives(candidate, rule, found);
  check_only_requirements(candidate, found);
}

void check_seasons(const Candidate& candidate, Findings& found) {
  for (const Caveat& caveat : candidate.offer.caveats)
    if (caveat.rule == CaveatRule::season) check_season(candidate, caveat, found);
}

}  // namespace muster::judge
