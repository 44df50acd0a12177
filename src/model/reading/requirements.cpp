// SPDX-License-Identifier: Apache-2.0
// as_of, the requirements with their resolved times, and the horizon that covers them.
#include <algorithm>
#include <utility>

#include "model/reading/read_table.hpp"
#include "model/reading/reading.hpp"

namespace muster::reading {
namespace {

std::optional<Day> latest_source_date(const Nouns& nouns) {
  std::optional<Day> latest;
  for (const Source& source : nouns.sources)
    if (source.date && (!latest || *source.date > *latest)) latest = source.date;
  return latest;
}

std::optional<Requirement> read_requirement(const Reading& reading, const Row& row) {
  const auto activity = find(reading.activity.keys, row.text("activity"));
  const auto capability = find(reading.capability.keys, row.text("capability"));
  const auto priority = find(reading.priority.keys, row.text("priority"));
  const auto kind = row.word("kind", RequirementKind::delivery);
  if (!activity || !capability || !priority || !kind) return std::nullopt;
  const auto place = find(reading.place.keys, row.text("place"));
  const auto quantity = row.whole("quantity");
  const Measure measure = reading.nouns.capabilities[*capability].measure;
  return Requirement{
      .key = row.text("requirement"),
      .activity = *activity,
      .capability = *capability,
      .quantity = quantity ? std::optional{to_amount(measure, *quantity)} : std::nullopt,
      .kind = *kind,
      .place = place ? place : reading.nouns.activities[*activity].place,
      .period = {},
      .priority = *priority,
      .notice_days = row.small("notice_days"),
      .max_nations = row.small("max_nations"),
      .lead_share_permille = row.thousandths("lead_share"),
      .overlap_days = row.small("overlap_days").value_or(0),
      .indivisible = row.flag("indivisible"),
      .source = row.text("source"),
      .note = row.text("note")};
}

// What is known of a requirement's time before the horizon is.
struct Ends {
  Day from{};
  std::optional<Day> until;  // its own, else its activity's
};

Ends ends_of(const Reading& reading, Id<Requirement> id) {
  const Row row = reading.row("requirements", *reading.requirement.rows[id]);
  const Requirement& requirement = reading.nouns.requirements[id];
  const Activity& activity = reading.nouns.activities[requirement.activity];
  const auto from = row.day("from");
  const auto until = row.day("until");
  return {.from = from ? *from : activity.from.value_or(reading.nouns.as_of),
          .until = until ? until : activity.until};
}

// Where open ends are cut: the data package's horizon, else the latest end that is stated.
std::optional<Day> open_end(const Reading& reading, Findings& findings) {
  const std::string& text = reading.draft.horizon;
  const auto horizon = parse_day(text);
  if (horizon) return horizon;
  if (!text.empty())
    findings.add_package("horizon",
                         "the horizon " + quoted(text) + " is not a date",
                         "Dates are written year-month-day.");
  std::optional<Day> latest;
  for (const Id<Requirement> id : reading.nouns.requirements.ids()) {
    const auto until = ends_of(reading, id).until;
    if (until && (!latest || *until > *latest)) latest = until;
  }
  return latest;
}

void report_open_end(const Reading& reading, Id<Requirement> id, Findings& findings) {
  findings.add(
      reading.draft.table("requirements"),
      *reading.requirement.rows[id],
      "until",
      "the requirement has an open end, and the data package states no horizon to cut it at",
      "State an until, or a horizon in datapackage.json.");
}

void report_empty(const Reading& reading, Id<Requirement> id, Period found, Findings& findings) {
  const Row row = reading.row("requirements", *reading.requirement.rows[id]);
  const bool from_is_own = !row.text("from").empty();
  findings.add(reading.draft.table("requirements"),
               row.row(),
               from_is_own || row.text("until").empty() ? "from" : "until",
               "the requirement would begin on " + to_text(found.from)
                   + ", which is not before its end, " + to_text(found.until),
               "A time that is not stated is the activity's, else as_of or the horizon.");
}

// Its own stated times must lie within its activity's; whether they do.
bool check_within_activity(const Reading& reading, Id<Requirement> id, Findings& findings) {
  const Row row = reading.row("requirements", *reading.requirement.rows[id]);
  const Id<Activity> activity_id = reading.nouns.requirements[id].activity;
  const Activity& activity = reading.nouns.activities[activity_id];
  bool within = true;
  for (const std::string_view field : {"from", "until"}) {
    const auto day = row.day(field);
    if (!day) continue;
    const bool early = activity.from && *day < *activity.from;
    const bool late = activity.until && *day > *activity.until;
    if (!early && !late) continue;
    within = false;
    findings.add(reading.draft.table("requirements"),
                 row.row(),
                 field,
                 to_text(*day) + " is outside the time of activity " + quoted(activity.key)
                     + ", which "
                     + (early ? "begins on " + to_text(*activity.from)
                              : "ends on " + to_text(*activity.until)),
                 "Maybe " + to_text(early ? *activity.from : *activity.until) + "?",
                 {reading.activity.rows[activity_id]});
  }
  return within;
}

void resolve_periods(Reading& reading, Findings& findings) {
  const auto cut = open_end(reading, findings);
  for (const Id<Requirement> id : reading.nouns.requirements.ids()) {
    const Ends ends = ends_of(reading, id);
    const bool within = check_within_activity(reading, id, findings);
    if (!ends.until && !cut) {
      report_open_end(reading, id, findings);
      continue;
    }
    const Period period{ends.from, ends.until ? *ends.until : *cut};
    if (period.from >= period.until && within) report_empty(reading, id, period, findings);
    reading.nouns.requirements[id].period = period;
  }
}

// Covers every requirement; without any, from as_of to the stated horizon.
Period horizon_of(const Reading& reading) {
  const Nouns& nouns = reading.nouns;
  if (nouns.requirements.size() == 0) {
    const Day until = parse_day(reading.draft.horizon).value_or(nouns.as_of);
    return {nouns.as_of, std::max(until, nouns.as_of)};
  }
  Period horizon = nouns.requirements[Id<Requirement>{0}].period;
  for (const Id<Requirement> id : nouns.requirements.ids()) {
    horizon.from = std::min(horizon.from, nouns.requirements[id].period.from);
    horizon.until = std::max(horizon.until, nouns.requirements[id].period.until);
  }
  return horizon;
}

void read_clock(Reading& reading, Findings& findings) {
  const std::string& text = reading.draft.clock;
  reading.nouns.clock = text == to_text(Clock::minute) ? Clock::minute : Clock::day;
  if (text.empty() || text == to_text(reading.nouns.clock)) return;
  findings.add_package("clock",
                       "the clock " + quoted(text) + " is not day or minute",
                       "It says what a day of the data stands for.");
}

// A rotation counts its days by itself.
bool is_rotation_alone(const Draft& draft) {
  bool has_rotation = false;
  for (const DraftTable& table : draft.tables()) {
    if (table.rows.empty()) continue;
    if (!table.schema->name.starts_with("rotation_")) return false;
    has_rotation = true;
  }
  return has_rotation;
}

}  // namespace

void read_time(Reading& reading, Findings& findings) {
  const std::string& text = reading.draft.as_of;
  auto as_of = parse_day(text);
  if (!as_of && !text.empty())
    findings.add_package(
        "as_of", "as_of " + quoted(text) + " is not a date", "Dates are written year-month-day.");
  if (!as_of) as_of = latest_source_date(reading.nouns);
  if (!as_of && text.empty() && !is_rotation_alone(reading.draft))
    findings.add_package("as_of",
                         "the data package does not say on which day its data is true",
                         "State as_of in datapackage.json, or the date of a source.");
  reading.nouns.as_of = as_of.value_or(Day{});
  read_clock(reading, findings);
}

void read_requirements(Reading& reading, Findings& findings) {
  for_each_row(reading, "requirements", [&](const Row& row) {
    if (auto requirement = read_requirement(reading, row))
      add_keyed(reading.nouns.requirements, reading.requirement, row, *std::move(requirement));
  });
  resolve_periods(reading, findings);
  reading.nouns.horizon = horizon_of(reading);
}

}  // namespace muster::reading
