// SPDX-License-Identifier: Apache-2.0
// The things Muster speaks of, one struct per table of data/schema. Keys and enumerators are
// spelled as in the tables. Every Id is valid and every Period ordered in a Scenario
// (model/scenario.hpp). Optional: "not stated", never the same as 0. `source` is the cell's text,
// e.g. "kst-28676-442#p3".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "base/id.hpp"

#include "model/amounts.hpp"

namespace muster {

enum class Measure : std::uint8_t { unit, person, aircraft, vessel, system, piece, money };
enum class RequirementKind : std::uint8_t { presence, on_call, delivery };
enum class OfferStatus : std::uint8_t {
  explored,
  intended,
  offered,
  accepted,
  committed,
  in_place,  // in order of firmness
  rotated,
  withdrawn,
  lapsed,
  refused  // ended
};
enum class Counting : std::uint8_t { firm, expected, best };
enum class CostPer : std::uint8_t { day, tour, once };
enum class CaveatRule : std::uint8_t {
  not_place,
  only_place,
  not_activity,
  only_activity,
  not_organisation,
  task,
  season,
  only_requirement
};
enum class ConditionStatus : std::uint8_t { open, granted, refused };
enum class DeliveryState : std::uint8_t {
  announced,
  allocated,
  released,
  in_transit,
  arrived,
  handed_over,
  in_use,
  lost,
  returned
};
enum class PinKind : std::uint8_t { fix, forbid, prefer };
enum class PromiseStatus : std::uint8_t { open, kept, withdrawn };
// A kind of change that somebody is asked for, the least to ask first by what is assumed.
enum class AskKind : std::uint8_t {
  exercise_option,
  obtain_condition,
  firm_up,
  deliver_sooner,
  extend_window,
  shorten_term,
  admit_nation,
  relax_lead_share,
  accept_substitute,
  shorten_notice,
  relax_policy,
  raise_ceiling,
  raise_budget,
  lower_floor,
  lift_caveat,
  widen_scope,
  reverse_refusal,
  new_contribution
};
inline constexpr std::size_t ask_kinds = 18;
// What one day of the data stands for: all that is said of days is then said of minutes.
enum class Clock : std::uint8_t { day, minute };

struct Nation {
  std::string key, name;
  std::optional<std::int64_t> population;
  std::optional<Euros> gdp;
  std::optional<int> gdp_year;
  std::string source, note;
};

struct Capability {
  std::string key, name;
  std::optional<Id<Capability>> parent;
  Measure measure = Measure::unit;
  std::string symbol;
  std::string source, note;
};

struct Place {
  std::string key, name;
  std::optional<Id<Nation>> nation;
  std::optional<std::int32_t> latitude_e6, longitude_e6;  // WGS 84, millionths of a degree
  std::string source, note;
};

// A heading of the report.
struct Theme {
  std::string key, name;
  std::string source, note;
};

struct Activity {
  std::string key, name, kind, organisation;
  std::optional<Id<Theme>> theme;
  std::optional<Id<Nation>> lead;
  std::optional<Id<Place>> place;
  std::optional<Day> from, until;
  std::string source, note;
};

struct Priority {
  std::string key, name;
  std::int64_t weight = 1;  // > 0; weighs one requirement-day
  std::string source, note;
};

// One line of the statement of requirements. `period` and `place` are resolved: the requirement's
// own, else the activity's; an open end is the horizon.
struct Requirement {
  std::string key;
  Id<Activity> activity{0};
  Id<Capability> capability{0};
  std::optional<Amount> quantity;  // not stated: shown, never planned
  RequirementKind kind = RequirementKind::presence;
  std::optional<Id<Place>> place;
  Period period{};
  Id<Priority> priority{0};
  std::optional<int> notice_days;
  std::optional<int> max_nations;
  std::optional<int> lead_share_permille;  // of what is filled, at least this much from the lead
  int overlap_days = 0;
  bool indivisible = false;  // every tour on it serves the whole period
  std::string source, note;
};

struct Policy {
  std::string key;
  std::optional<int> tour_min_days, tour_max_days;
  int dwell_permille = 0;  // dwell after a tour, thousandths of its length
  int preparation_days = 0, recovery_days = 0;
  // At most so many days of presence in any so many consecutive days; both or neither.
  std::optional<int> total_days, total_within_days;
  std::string source, note;
};

struct FurtherCapability {
  Id<Capability> capability{0};
  std::int64_t quantity = 0;
  std::string source;
};

struct Unit;
// Two units of which one is a part of the other, directly or through others: never at once.
struct KinPair {
  Id<Unit> one{0}, other{0};  // in the order of the table
  friend auto operator<=>(const KinPair&, const KinPair&) = default;
};

// A force element or a divisible pool; or `implied`: an offer that names no unit is a unit of its
// own with the offer's key.
struct Unit {
  std::string key, name;
  Id<Nation> nation{0};
  std::optional<Id<Unit>> part_of;
  Id<Capability> capability{0};
  std::int64_t quantity = 1;         // in the capability's measure (EUR for money)
  std::optional<Persons> personnel;  // the whole unit
  bool divisible = false;
  bool implied = false;
  std::optional<Id<Place>> place;
  std::optional<int> notice_days;
  std::optional<Id<Policy>> policy;
  std::optional<Euros> activation;  // of using the unit at all, all its pieces together
  std::optional<Day> from, until;
  std::vector<FurtherCapability> further;
  std::string source, note;
};

struct Condition {
  struct Act {  // what one party must do
    std::string name, party;
    ConditionStatus status = ConditionStatus::open;
    std::optional<Day> on, expected_on;
    std::string source, note;
  };
  std::string key;
  std::vector<Act> acts;  // in the order of the table; at least one
};

struct Budget {
  std::string key, name;
  Id<Nation> nation{0};
  Period period{};
  std::int64_t amount = 0;  // whole units of `currency`
  std::string currency;
  std::string source, note;
};

struct Caveat {
  CaveatRule rule = CaveatRule::task;
  std::string value;                     // as written
  std::optional<Id<Place>> place;        // not_place, only_place
  std::optional<Id<Activity>> activity;  // not_activity, only_activity
  // season: "11-01/04-01", month-day half-open in every year, when the offer may not be used.
  std::string source, note;
};

struct Offer {
  std::string key;
  Id<Nation> nation{0};
  Id<Unit> unit{0};
  Id<Capability> capability{0};                // the offer's own, else the unit's
  std::int64_t quantity = 1;                   // the offer's own, else the unit's
  std::optional<Id<Activity>> activity;        // offered for this activity only
  std::optional<Id<Requirement>> requirement;  // offered for this requirement only
  std::optional<Day> from, until;              // not stated: unbounded on that side
  std::optional<int> minimum_days;
  std::optional<int> extension_days;
  std::optional<Day> extension_decide_by;
  OfferStatus status = OfferStatus::offered;
  std::optional<Day> valid_until;
  std::optional<Id<Condition>> condition;
  std::optional<Euros> cost;  // for a divisible unit: of one of its quantity
  CostPer cost_per = CostPer::once;
  std::optional<Id<Budget>> budget;
  std::vector<Caveat> caveats;  // but those of the rule only_requirement
  // Those of the rule only_requirement, which may be many: rising, each once. Empty: any.
  std::vector<Id<Requirement>> only_requirements;
  std::string only_requirements_source;  // of the first of them in the table
  std::string source, note;
};

struct DoubleUse {
  Id<Unit> unit{0};
  Id<Requirement> requirement{0}, also{0};
  std::string source;
};

// A person's word about tours: `fix`, they must be there, `forbid`, they must not, `prefer`, days
// of them count as days of the plan in force.
struct Pin {
  std::string key;
  PinKind kind = PinKind::forbid;
  Id<Offer> offer{0};
  std::optional<Id<Requirement>> requirement;  // none, of forbid: any
  Period period{};                             // an open side is the horizon's
  std::int64_t quantity = 1;                   // of the offer
  std::string source, note;
};

struct Ceiling {
  Id<Nation> nation{0};
  Period period{};  // an open side is the horizon's
  Persons personnel;
  std::string source, note;
};

// One that a plan is measured in: on these days an offer is not there (model/futures.hpp).
struct Future {
  struct Loss {
    Id<Offer> offer{0};
    Period period{};
  };
  std::string key;
  std::vector<Loss> losses;  // by offer, then by first day
  std::string source, note;
};

// What a nation should bear at most over the horizon, so that burdens are even.
struct FairShare {
  Id<Nation> nation{0};
  std::int64_t people_days = 0;
  std::int64_t weight = 1;  // > 0; of a people-day above it, thousandths of a requirement-day
  std::string source, note;
};

struct Stock {
  Id<Nation> nation{0};
  Id<Capability> capability{0};
  Day on{};
  std::int64_t quantity = 0, floor = 0;
  std::string source, note;
};

// A part of an offer with its own date; data, not a decision.
struct Delivery {
  std::string key;
  Id<Offer> offer{0};
  std::int64_t quantity = 0;
  DeliveryState state = DeliveryState::announced;
  std::optional<Day> on;
  std::string source, note;
};

struct Programme {
  Id<Activity> activity{0};
  int instructors_per_cohort = 1, cohort_days = 1, trainees_per_cohort = 1;
  int pass_rate_permille = 1000;
  std::optional<std::int64_t> trained_before;
  std::optional<Day> as_of;
  std::optional<std::int64_t> target;
  std::optional<Day> target_on;
  std::string source, note;
};

// Shares of GDP, in thousandths of a percent.
struct Spending {
  Id<Nation> nation{0};
  int year = 0;
  int spent = 0;
  std::optional<int> pledged;
  std::string source, note;
};

struct Promise {
  std::string key, by, to, about, trigger;
  std::optional<Day> due;
  PromiseStatus status = PromiseStatus::open;
  std::optional<Day> kept_on;
  std::string kept_by;  // a key of sources
  std::string source, note;
};

struct Source {
  std::string key, title, publisher;
  std::optional<Day> date;
  std::string identifier, url, language;
  bool official = false;
  std::string note;
};

struct Claim {
  std::string table, key, column, value;
  bool chosen = false;
  std::string source, note;
};

// What a report says and no other table holds: of a theme, of an activity, or at its beginning.
struct Remark {
  std::string key;
  std::optional<Id<Theme>> theme;
  std::optional<Id<Activity>> activity;
  std::string text;
  std::string source, note;
};

// A text of another table in another language.
struct Translation {
  std::string table, key, column, language, text;
};

// What one kind of change costs to obtain, without unit: as such, and for every 30 days,
// begun or full, that it reaches.
struct AskCost {
  AskKind kind = AskKind::new_contribution;
  std::int64_t cost = 0, per_30_days = 0;
  std::string source, note;
};

[[nodiscard]] bool is_ended(OfferStatus status);
// Spelled as in the tables.
[[nodiscard]] std::string_view to_text(Measure value);
[[nodiscard]] std::string_view to_text(RequirementKind value);
[[nodiscard]] std::string_view to_text(OfferStatus value);
[[nodiscard]] std::string_view to_text(Counting value);
[[nodiscard]] std::string_view to_text(CostPer value);
[[nodiscard]] std::string_view to_text(CaveatRule value);
[[nodiscard]] std::string_view to_text(ConditionStatus value);
[[nodiscard]] std::string_view to_text(DeliveryState value);
[[nodiscard]] std::string_view to_text(PinKind value);
[[nodiscard]] std::string_view to_text(PromiseStatus value);
[[nodiscard]] std::string_view to_text(Clock value);
[[nodiscard]] std::string_view to_text(AskKind value);

}  // namespace muster
