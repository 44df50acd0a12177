// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <string>
#include <system_error>

#include "base/nearest.hpp"

#include "model/reading/checks.hpp"
#include "model/reading/read_table.hpp"

namespace muster::reading {
namespace {

using Candidates = std::vector<std::string_view>;

template <class Thing>
void append_keys(Candidates& candidates, const Keys<Thing>& keys) {
  for (const auto& [key, id] : keys) candidates.push_back(key);
}

// What a caveat's value may be one of, and what the rule calls it.
struct Allowed {
  std::string_view what;
  Candidates candidates;
};

Allowed allowed_values(const Reading& reading, CaveatRule rule) {
  Allowed allowed;
  if (rule == CaveatRule::not_place || rule == CaveatRule::only_place) {
    allowed.what = "place or nation";
    append_keys(allowed.candidates, reading.place.keys);
    append_keys(allowed.candidates, reading.nation.keys);
  } else if (rule == CaveatRule::not_activity || rule == CaveatRule::only_activity) {
    allowed.what = "activity";
    append_keys(allowed.candidates, reading.activity.keys);
  } else if (rule == CaveatRule::only_requirement) {
    allowed.what = "requirement";
    append_keys(allowed.candidates, reading.requirement.keys);
  } else {
    allowed.what = "organisation of an activity";
    for (const Id<Activity> id : reading.nouns.activities.ids())
      if (const std::string& name = reading.nouns.activities[id].organisation; !name.empty())
        allowed.candidates.push_back(name);
  }
  return allowed;
}

// An offer may list very many requirements: the common case is looked up, not compared.
bool is_listed(const Reading& reading, CaveatRule rule, const std::string& value) {
  return rule == CaveatRule::only_requirement && reading.requirement.keys.contains(value);
}

void check_named(const Reading& reading, const Row& row, CaveatRule rule, Findings& findings) {
  const std::string& value = row.text("value");
  if (is_listed(reading, rule, value)) return;
  const Allowed allowed = allowed_values(reading, rule);
  if (value.empty() || std::ranges::find(allowed.candidates, value) != allowed.candidates.end())
    return;
  const auto maybe = nearest(value, allowed.candidates);
  findings.add(reading.draft.table("caveats"),
               row.row(),
               "value",
               quoted(value) + " names no " + std::string{allowed.what},
               maybe ? "Maybe " + std::string{*maybe} + "?" : "");
}

std::optional<unsigned> two_digits(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.size() != 2 || error != std::errc{} || end != text.data() + 2) return std::nullopt;
  return value;
}

// "02-29" is a day of a year, as leap years have it.
bool is_month_day(std::string_view text) {
  if (text.size() != 5 || text[2] != '-') return false;
  const auto month = two_digits(text.substr(0, 2));
  const auto day = two_digits(text.substr(3));
  if (!month || !day) return false;
  return (std::chrono::year{2024} / std::chrono::month{*month} / std::chrono::day{*day}).ok();
}

bool is_season(std::string_view text) {
  constexpr std::size_t length = 11;
  return text.size() == length && text[5] == '/' && is_month_day(text.substr(0, 5))
         && is_month_day(text.substr(6)) && text.substr(0, 5) != text.substr(6);
}

void check_season(const Reading& reading, const Row& row, Findings& findings) {
  const DraftTable& table = reading.draft.table("caveats");
  if (!is_season(row.text("value"))) {
    findings.add(table,
                 row.row(),
                 "value",
                 quoted(row.text("value")) + " is not a season",
                 "A season is written month-day/month-day, as in 11-01/04-01.");
  } else if (reading.nouns.clock != Clock::day) {
    findings.add(table,
                 row.row(),
                 "rule",
                 "a season is of days of the year, but a day of this data stands for a "
                     + std::string{to_text(reading.nouns.clock)},
                 "State when the offer begins and ends instead.");
  }
}

}  // namespace

void check_caveats(const Reading& reading, Findings& findings) {
  for_each_row(reading, "caveats", [&](const Row& row) {
    const auto rule = row.word("rule", CaveatRule::only_requirement);
    if (!rule || *rule == CaveatRule::task) return;
    if (*rule == CaveatRule::season)
      check_season(reading, row, findings);
    else
      check_named(reading, row, *rule, findings);
  });
}

}  // namespace muster::reading
