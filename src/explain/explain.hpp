// SPDX-License-Identifier: Apache-2.0
// Answers about a plan; it only reads. One file an answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "judge/judge.hpp"

namespace muster::explain {

// Why an offer does not fill a shortfall: the first that applies, asked in this order.
enum class Cause : std::uint8_t {
  nobody_offers,   // no live offer is worth anything here
  all_given,       // who offers already gives all that is offered; nobody offers more
  none_could,      // nothing that is offered could fill any of it, whatever were lifted
  status,          // only explored, intended, offered …: not used under this counting
  condition_open,  // waits on the acts of parties
  condition_refused,
  scope,               // offered for something else only
  caveat,              // the nation's own restriction
  notice,              // amount: days of notice of the unit; limit: days asked for
  window_ends_early,   // amount: days from the end of its time to the end of the shortfall
  window_begins_late,  // amount: days from the beginning of the shortfall to the beginning of its
                       // time
  comes_later,    // a delivery that the plan holds; amount: days after the shortfall's beginning
  term_too_long,  // amount: shortest tour in days; limit: days that are free for it
  tour_too_long,  // amount: days of the tour; limit: the longest that its policy allows
  indivisible,    // amount: days of the whole period; limit: days in a row that it could serve
  totals,         // amount: days of presence in the span of `days`; limit: days allowed in it
  handover,       // the unit is there and takes over; amount: days until it counts
  resting,        // owes dwell after, or is bound before, a tour of its own; days: until when
  rest_before,    // owes rest before a tour that it has later; days: that tour
  elsewhere,      // on another requirement; days: that tour
  ceiling,        // amount: persons that would be deployed; limit: the ceiling
  budget,         // amount: EUR that it would cost in all; limit: the budget
  stock,          // amount: pieces asked for; limit: pieces left above the floor
  nations,        // limit: nations allowed on the requirement
  lead_share,     // limit: thousandths that the lead must hold
  pinned,         // a pin forbids it, or fixes its unit elsewhere on `days`
  no_worth,       // what it is offered as is not accepted in place of what is asked
  not_worth_it    // nothing forbids it: it fits no tour of the grid, or would leave more short
                  // elsewhere, or its nation more above its fair share
};
// Spelled as the enumerator, for files and machines; words for people are report's.
[[nodiscard]] std::string_view to_text(Cause cause);

struct Reason {
  Cause cause = Cause::nobody_offers;
  std::optional<Id<Offer>> offer;
  std::optional<Id<Requirement>> elsewhere;
  std::optional<Id<Condition>> condition;
  std::optional<std::size_t> caveat;  // index into Offer::caveats
  Period days{};                      // the days the cause speaks of
  std::int64_t amount = 0, limit = 0;
  std::string source;  // of the datum that keeps it away
  // What would have to be lifted with it before the offer could fill any of the shortfall.
  std::vector<Reason> beside;
  friend bool operator==(const Reason&, const Reason&) = default;
};

// Days on which the same amount of one requirement is unmet for the same first reason.
struct Shortfall {
  Id<Requirement> requirement{0};
  Period period{};
  Amount unmet;
  // At least one, at most `reasons_kept`; the nearest first: the least change first, then who gives
  // most.
  std::vector<Reason> reasons;
  std::size_t others = 0;  // offers with a reason that is less near, and not kept
};
inline constexpr std::size_t reasons_kept = 12;
// Of more shortfalls than anybody reads, fewer are tried for each.
inline constexpr std::size_t many_shortfalls = 1000, reasons_kept_of_many = 3;
// Sorted by requirement and day. A live offer that is worth anything for the requirement, and does
// not give all it has already, has one reason with those beside it. It is told only where lifting
// all of these lets it fill some of the shortfall, which was tried (explain/ways.hpp). On so many
// threads (0: as many as the machine has), which never change the answer.
[[nodiscard]] std::vector<Shortfall> shortfalls(const Scenario& scenario,
                                                const Plan& plan,
                                                const judge::Verdict& verdict,
                                                unsigned threads = 0);

// Training over time: people trained by date from the instructors that the plan holds. On each day
// floor(instructors / instructors_per_cohort) cohorts can run side by side; one that runs
// cohort_days without interruption yields floor(trainees_per_cohort × pass_rate) people. A cohort
// may span a handover where the instructors never drop below what it needs; the youngest is broken
// off first.
struct TrainingPoint {
  Day on{};
  std::int64_t cohorts = 0;  // finished since programme.as_of
  std::int64_t trained = 0;  // in all, with trained_before
};
struct TrainingCurve {
  Id<Activity> activity{0};
  std::optional<Day> as_of;
  std::optional<std::int64_t> trained_before;  // by as_of
  std::vector<TrainingPoint> points;           // one a day on which a cohort finishes, rising
  std::optional<std::int64_t> target;
  std::optional<Day> target_on;
  std::optional<Day> reached_on;  // the first day on which the target is reached
  std::int64_t broken_off = 0;    // cohorts that lost their instructors before the end
  Period covered{};               // from the first to the last day counted
  std::string source;
};
[[nodiscard]] std::vector<TrainingCurve> training(const Scenario& scenario,
                                                  const judge::Verdict& verdict);

// Money asked and pledged, per requirement measured in money, by its last day.
struct FundState {
  Id<Requirement> requirement{0};
  std::optional<Amount> need;
  Amount firm, expected,
      best;     // of the plan; where nothing can be planned (no need stated) of the offers
  Amount paid;  // of deliveries handed over or in use
};
[[nodiscard]] std::vector<FundState> funds(const Scenario& scenario, const judge::Verdict& verdict);

struct StockState {
  Id<Stock> stock{0};
  Period period{};         // until the nation states the stock again, else the horizon's end
  std::int64_t given = 0;  // by the plan's deliveries in the period
  std::int64_t left = 0;   // quantity − given
};
[[nodiscard]] std::vector<StockState> stocks(const Scenario& scenario, const Plan& plan);

// What waits on a condition, open or met.
struct Waiting {
  Id<Condition> condition{0};
  bool met = false, refused = false;
  std::vector<std::size_t> open_acts;  // indices into Condition::acts
  std::vector<Id<Offer>> offers;       // live ones
  std::vector<std::size_t> promises;   // indices into Nouns::promises, by trigger
};
[[nodiscard]] std::vector<Waiting> waiting(const Scenario& scenario);

}  // namespace muster::explain
