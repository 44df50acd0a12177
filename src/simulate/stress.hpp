// SPDX-License-Identifier: Apache-2.0
// What becomes of a plan when the world does not keep to it: many futures are drawn, in each the
// plan is repaired by rule as a staff would, or planned anew, and what is then filled is counted.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "model/plan.hpp"
#include "model/scenario.hpp"
#include "simulate/uncertainty.hpp"

namespace muster::simulate {

enum class Repair : std::uint8_t { none, rule, optimise };
[[nodiscard]] std::string_view to_text(Repair repair);

struct StressOptions {
  std::size_t trials = 1000;
  std::uint64_t seed = 1;
  unsigned threads = 1;              // change the speed, never the answer
  std::int32_t tolerated_days = 30;  // a line counts as failed that lacks anything for longer
  // `optimise`: planned anew by StressRun::replan, in the futures; by rule in all else.
  Repair repair = Repair::rule;
  // Ends before all trials where the mean fill is known to so much, a part of 1; none: never.
  std::optional<double> interval;
};

// Of a number over all trials.
struct Spread {
  double p10 = 0, p50 = 0, p90 = 0, mean = 0;
  double half_width = 0;  // of the 95 % confidence interval of the mean
};

struct LineStress {  // of a requirement with a quantity
  Id<Requirement> requirement{0};
  double planned = 0;             // share filled by the plan, of requirement-days
  Spread fill;                    // share filled
  double failed = 0;              // chance that it lacks something for longer than is tolerated
  bool fails_as_planned = false;  // it does so in the plan itself
};
struct GroupStress {  // of an activity, a priority, or all
  std::string name;
  double planned = 0;
  Spread fill;  // weighted by quantity and days
};

// What arrives by a row of the data.
struct ArrivalStress {
  std::string row;
  Id<Requirement> like{0};
  double number = 0;  // in a future, on average
  double fill = 0;    // share filled of all that arrived, of requirement-days
  double failed = 0;  // how many of them lack something for longer than is tolerated
};

struct StressResult {
  std::size_t trials = 0;
  bool has_converged = false;  // stopped since the interval asked for was reached
  GroupStress all;
  Spread unmet;  // weighted requirement-days, with those that the plan leaves
  double planned_unmet = 0;
  std::vector<GroupStress> activities, priorities;
  struct Month {
    Day from{};
    double planned = 0;
    Spread fill;
  };
  std::vector<Month> months;      // in which anything is required
  std::vector<LineStress> lines;  // in the order of the table
  std::vector<ArrivalStress> arrivals;
  double replanned = 0;  // share of futures in which planning anew fills more than leaving it
  double repaired = 0;   // mean share of what was lost that repairs brought back; arrivals apart
  std::vector<double> fills;  // of all, trial by trial
};

// What somebody who plans anew in one future must know of it.
struct Future {
  Day today{};  // what lies before has happened
  struct Forbidden {
    Id<Offer> offer{0};
    Period days{};  // on which it cannot be used, from today on
  };
  std::vector<Forbidden> forbidden;  // by offer and days
  struct Arrived {
    std::size_t row = 0;  // of the uncertainty's arrivals
    Period days{};
    Amount amount;
  };
  std::vector<Arrived> arrived;
};
// So many futures as a stress test with this seed draws them: the k-th is that of its k-th trial.
[[nodiscard]] std::vector<Future> draw_futures(const Scenario& scenario,
                                               const Uncertainty& uncertainty,
                                               Counting counting,
                                               std::uint64_t seed,
                                               std::size_t count);

// Somebody serves a requirement on these days; of what arrived, the n-th has the id that follows
// those of the scenario by n.
struct Served {
  Id<Requirement> requirement{0};
  Period days{};
  Amount amount;
};
// Called from several threads at once; the answer may depend on the future alone.
using Replan = std::function<std::vector<Served>(const Future& future)>;

struct StressRun {
  std::stop_token stop;
  // May be empty; one thread at a time.
  std::function<void(std::size_t done, std::size_t of)> progress;
  // Of Repair::optimise: plans anew in each future; where what it says fills no more than leaving
  // it as it falls, that counts. Deliveries come as they can either way.
  Replan replan;
};
// Trial k is the same alone or among a million, on one thread or sixteen.
[[nodiscard]] StressResult stress(const Scenario& scenario,
                                  const Plan& plan,
                                  const Uncertainty& uncertainty,
                                  const StressOptions& options,
                                  const StressRun& run);

// What is taken away, exactly, one after the other, the plan repaired each time.
enum class Kind : std::uint8_t { nation, unit, offer, option, condition, place };
[[nodiscard]] std::string_view to_text(Kind kind);
struct Criticality {
  Kind kind = Kind::offer;
  std::string key;
  double lost = 0;           // weighted requirement-days lost before repair
  double lost_repaired = 0;  // and after
};
// The most critical first; what loses nothing is left out.
[[nodiscard]] std::vector<Criticality> criticality(const Scenario& scenario,
                                                   const Plan& plan,
                                                   const StressOptions& options,
                                                   const StressRun& run);

// What to firm up first: of offers, options and conditions that are uncertain, made certain one
// after the other in the same futures, how much the worst decile of fill rises.
struct Firming {
  Kind kind = Kind::offer;
  std::string key;
  double p10 = 0;   // share filled in the worst decile, with it certain
  double rise = 0;  // against p10 without
};
struct FirmingBase {
  std::vector<Criticality> critical;  // of the plan
  std::size_t trials = 0;
  double p10 = 0;         // of fill, in these trials as they were drawn
  std::size_t most = 10;  // how many are tried: those with most at stake
};
// The greatest rise first.
[[nodiscard]] std::vector<Firming> firm_up(const Scenario& scenario,
                                           const Plan& plan,
                                           const Uncertainty& uncertainty,
                                           const StressOptions& options,
                                           const FirmingBase& base,
                                           const StressRun& run);

}  // namespace muster::simulate
