// SPDX-License-Identifier: Apache-2.0
// The planning problem in the optimiser's own shape: rows, crews and their uses, on a grid.
// Boundaries and buckets are counted from 0; bucket b is [boundary b, boundary b+1).
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <ranges>
#include <vector>

#include "model/goals.hpp"
#include "model/grid.hpp"
#include "plan/instance/limits.hpp"
#include "plan/plan.hpp"
#include "plan/rules/rules.hpp"

namespace muster::plan {

using Boundary = std::uint16_t;
using RowIndex = std::uint32_t;
inline constexpr RowIndex no_row = ~RowIndex{0};
inline constexpr Boundary no_boundary = 0xFFFF;

// What is unmet and what is borne above fair shares; the later goals only break ties between
// equals, unless the data weighs distance (goal_weights).
struct Value {
  std::int64_t unmet = 0;   // Σ weight × days × short thousandths
  std::int64_t later = 0;   // points
  std::int64_t excess = 0;  // Σ weight (thousandths) × people-days above fair shares
  friend auto operator<=>(const Value& a, const Value& b) {
    return a.in_points() <=> b.in_points();
  }
  friend bool operator==(const Value& a, const Value& b) { return a.in_points() == b.in_points(); }
  // One of it outweighs all later goals together.
  [[nodiscard]] std::int64_t outweighing() const { return unmet + excess; }
  [[nodiscard]] double in_units() const;  // points / 10^9
  [[nodiscard]] Points in_points() const;
};

// A requirement that states a quantity; where the data names futures, in one of them: the rows of a
// requirement follow one another, one a future, and rules on who serves it are those of the first.
struct Row {
  Id<Requirement> requirement{0};
  RequirementKind kind = RequirementKind::presence;
  std::int64_t quantity = 0;        // thousandths, > 0
  std::vector<std::int64_t> reach;  // of it in each bucket (reach.hpp); the rest stays unmet
  std::int64_t weight = 1;
  Boundary first = 0, last = 0;  // its period
  int overlap_days = 0;
  std::optional<int> max_nations;
  int lead_share_permille = 0;  // 0: no such rule
  std::optional<Id<Nation>> lead;
  // For each boundary, with overlap_days only: the boundary at which a tour that begins there
  // starts to count; no_boundary: no tour may begin there.
  std::vector<Boundary> counts_from;
};

// The tour lengths that are allowed: for each start, the first and last end (first > last: none).
struct LengthWindow {
  std::int64_t min_days = 0, max_days = 0;
  std::vector<Boundary> first_end, last_end;
};

// For each tour [i, j): the first boundary at which the unit's next tour may begin (n: none).
// Empty: j.
struct RestTable {
  std::int64_t dwell_permille = 0, rest_days = 0;
  std::vector<Boundary> next;  // i × boundaries + j
};

// What using a piece of an offer takes, whatever it serves; of both tours of a double use.
struct Terms {
  std::int64_t persons = 0;                          // that count as deployed; 0: none
  std::int64_t cost_per_day = 0, cost_per_tour = 0;  // EUR
  std::int64_t points_per_day = 0, points_per_tour = 0;
  // An offer of only a part of a divisible unit: no more pieces than this at once; 0: no such
  // limit.
  std::int64_t most_pieces = 0;
  friend bool operator==(const Terms&, const Terms&) = default;
};

// Prefix: days of the plan in force before each boundary, for the row and for `also`.
struct Held {
  std::vector<std::uint16_t> row, also;  // empty: none
};
inline constexpr std::uint16_t not_held = 0xFFFF;

// One way to use a piece of a crew: an offer on a row, within a window without gaps. There may be
// millions, so what many share lies in tables.
struct Use {
  Id<Offer> offer{0};
  RowIndex row = 0;         // the first of the requirement's rows
  std::int64_t amount = 0;  // thousandths that one piece adds; no more than is asked counts
  std::int64_t given = 0;   // likewise, but all of it: what the lead's share is a share of
  RowIndex also = no_row;   // declared double use: the second row, over the same period
  Boundary from = 0, until = 0;
  std::int64_t also_amount = 0, also_given = 0;
  std::uint16_t lengths = 0;      // index into Instance::lengths
  std::uint16_t rests = 0;        // index into Instance::rests
  std::uint16_t terms = 0;        // index into Crew::terms
  std::uint16_t held = not_held;  // index into Crew::held
};

// A unit: so many interchangeable pieces (1 where it is indivisible), each following its own
// schedule.
struct Crew {
  Id<Unit> unit{0};
  Id<Nation> nation{0};
  std::int64_t pieces = 1;
  std::vector<Use> uses;  // those of like lengths and rests side by side, by their windows
  std::vector<Terms> terms;
  std::vector<Held> held;
  std::vector<EntryCost> entries;           // serving with it at all costs one of these; rising
  std::optional<TotalRule> total;           // of an indivisible unit's presence
  ScheduleLimits limits;                    // what its schedules are priced with
  std::vector<std::uint32_t> ceilings;      // indices into Nouns::ceilings of its nation
  std::optional<std::uint32_t> fair_share;  // index into Nouns::fair_shares, of its nation
  std::vector<std::uint32_t> kin;           // crews that may not serve at the same time
  struct KinLink {
    std::uint32_t pair = 0;   // index into Nouns::kin
    std::int64_t weight = 1;  // pieces of the other: what a piece of this one uses of the pair
  };
  std::vector<KinLink> kin_links;  // parallel to kin
};

// A tour that a person has fixed: so many pieces of a crew serve a row by an offer throughout.
struct Fixed {
  std::uint32_t crew = 0;
  Id<Offer> offer{0};
  RowIndex row = 0;
  Boundary from = 0, until = 0;
  std::int64_t pieces = 1;
};

// An offer of equipment or money: goes to one requirement; what is not fixed comes on one boundary.
struct Package {
  struct Part {  // a row of the data
    std::optional<Id<Delivery>> delivery;
    std::int64_t quantity = 0;
    Day on{};
    Boundary at = 0;                // counts from here
    std::vector<Boundary> arrives;  // and in each future from here; empty: there are none
  };
  struct Target {
    Id<Requirement> requirement{0};
    RowIndex row = 0;
    int worth_permille = 1000;
  };
  Id<Offer> offer{0};
  std::vector<Part> fixed;
  std::int64_t rest = 0;         // quantity that is not fixed
  Boundary from = 0, until = 0;  // days for the rest: boundaries in [from, until)
  // Boundaries × futures: where the rest counts from that is sent there; empty: no futures.
  std::vector<std::vector<Boundary>> rest_arrives;
  std::vector<Target> targets;
  std::vector<std::uint32_t> stocks;  // indices into Nouns::stocks that it draws on
};

// What the plan is measured in (model/futures.hpp); without futures once, with all that is offered.
struct Futures {
  std::uint32_t count = 1;
  std::int64_t counted = 1;  // so many of them, those in which most is unmet
  // By offer and bucket: bit f says whether it is there in future f. Empty: there are no futures.
  std::vector<std::vector<std::uint64_t>> there;
};

struct Instance {
  const Scenario* scenario = nullptr;
  Counting counting = Counting::best;
  Grid grid;
  std::vector<std::int64_t> day;     // of each boundary
  std::vector<std::int64_t> length;  // days of each bucket
  std::vector<Row> rows;
  std::vector<Crew> crews;
  // For each crew the first that is alike in all that prices look at (alike.hpp); empty: every crew
  // is priced by itself.
  std::vector<std::uint32_t> like;
  std::vector<Package> packages;
  std::vector<Fixed> fixed;                // by crew
  std::vector<std::uint32_t> first_fixed;  // of each crew, and one behind; empty: nothing is fixed
  std::vector<LengthWindow> lengths;
  std::vector<RestTable> rests;
  GoalScales scales;
  std::int64_t points_per_new_day = 0;
  bool has_plan_in_force = false;
  const Plan* in_force = nullptr;
  Futures futures;

  [[nodiscard]] bool has_futures() const { return !futures.there.empty(); }
  // In which futures an offer is there, a bit each.
  [[nodiscard]] std::uint64_t there(Id<Offer> offer, std::size_t bucket) const {
    return has_futures() ? futures.there[offer.index()][bucket] : 1;
  }
  [[nodiscard]] std::uint32_t future_of(RowIndex row) const { return row % futures.count; }
  [[nodiscard]] std::size_t buckets() const { return length.size(); }
  // Indices of what is fixed of a crew.
  [[nodiscard]] auto fixed_of(std::uint32_t crew) const {
    return fixed.empty() ? std::views::iota(0U, 0U)
                         : std::views::iota(first_fixed[crew], first_fixed[crew + 1]);
  }
  // How many crews are priced at each prices: of those that are alike, one.
  [[nodiscard]] std::size_t priced_crews() const {
    if (like.empty()) return crews.size();
    std::size_t count = 0;
    for (std::size_t k = 0; k < like.size(); ++k)
      if (like[k] == k) ++count;
    return count;
  }
};

// Calls visit(f) for every bit that is set.
template <class Visit>
void for_each_future(std::uint64_t bits, const Visit& visit) {
  for (; bits != 0; bits &= bits - 1) visit(static_cast<std::uint32_t>(std::countr_zero(bits)));
}

// People-days of a tour of one piece; of a double use once.
[[nodiscard]] std::int64_t people_days_of(
    const Instance& instance, const Crew& crew, const Use& use, Boundary from, Boundary until);
// What one people-day above a fair share costs, in points / 10^9.
[[nodiscard]] std::int64_t excess_weight(const Instance& instance, std::uint32_t fair_share);
// Of one piece, whatever it serves.
[[nodiscard]] std::int64_t most_persons(const Crew& crew);
// The most people-days that the crews under a fair share could bear together.
[[nodiscard]] std::int64_t most_people_days(const Instance& instance, std::uint32_t fair_share);

// What the later goals of every plan are a multiple of, in points; 0: there are none.
[[nodiscard]] std::int64_t grain_of_later_goals(const Instance& instance);

// Whether one of its tours is on the spot.
[[nodiscard]] bool is_presence(const Instance& instance, const Use& use);

[[nodiscard]] Instance make_instance(const Scenario& scenario, const Options& options);
// Without the rows' reach, which only the bound asks for: find_reach (reach.hpp) fills it in.
[[nodiscard]] Instance make_instance_for_search(const Scenario& scenario, const Options& options);

[[nodiscard]] std::int64_t days_of(const Instance& instance, Boundary from, Boundary until);
// Days of a tour that the plan in force did not have; of both tours of a double use; 0 where there
// is no plan in force.
[[nodiscard]] std::int64_t new_days_of(
    const Instance& instance, const Crew& crew, const Use& use, Boundary from, Boundary until);
// The same for many tours that begin on one boundary.
class NewDays {
 public:
  NewDays(const Instance& instance, const Crew& crew, const Use& use, Boundary from);
  [[nodiscard]] std::int64_t operator()(Boundary until) const {
    const std::int64_t days = day_[until] - day_[from_];
    return tours_ * days - held(row_, until) - held(also_, until);
  }

 private:
  [[nodiscard]] std::int64_t held(const std::uint16_t* before, Boundary until) const {
    return before == nullptr ? 0 : before[until] - before[from_];
  }
  const std::int64_t* day_;
  const std::uint16_t* row_ = nullptr;  // prefixes of the days in force; null: none
  const std::uint16_t* also_ = nullptr;
  Boundary from_;
  std::int64_t tours_ = 0;  // 2 of a double use; 0 where there is no plan in force
};
// The later goals of a tour of one piece, in points; both tours of a double use.
[[nodiscard]] std::int64_t points_of(
    const Instance& instance, const Crew& crew, const Use& use, Boundary from, Boundary until);
// Of a delivery: 1 where the plan in force did not have it.
[[nodiscard]] std::int64_t new_days_of(const Instance& instance,
                                       const Package& package,
                                       const Package::Target& target,
                                       Day on);
// What a delivery of an offer costs in points.
[[nodiscard]] std::int64_t delivery_points(const Instance& instance,
                                           const Package& package,
                                           const Package::Target& target,
                                           Day on);

// Where what comes at a boundary counts from in a future; of a part of a row of the data, or of the
// rest.
[[nodiscard]] inline Boundary arrival(const Package::Part& part, std::uint32_t future) {
  return part.arrives.empty() ? part.at : part.arrives[future];
}
[[nodiscard]] inline Boundary arrival(const Package& package, Boundary at, std::uint32_t future) {
  return package.rest_arrives.empty() ? at : package.rest_arrives[at][future];
}

// The quantity of a part or rest in thousandths at a target.
[[nodiscard]] std::int64_t delivered_amount(const Instance& instance,
                                            const Package& package,
                                            const Package::Target& target,
                                            std::int64_t quantity);

}  // namespace muster::plan
