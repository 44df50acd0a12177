// SPDX-License-Identifier: Apache-2.0
#include "simulate/stress.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <map>
#include <memory>
#include <utility>

#include "base/parallel.hpp"

#include "simulate/stress/future.hpp"
#include "simulate/stress/groups.hpp"

namespace muster::simulate {
namespace {

constexpr std::size_t batch = 200;       // trials between looks at the interval
constexpr std::size_t replan_batch = 8;  // where planning anew makes them slow
constexpr int steps = 200;               // in which the fill of a line is counted
constexpr double of_95_percent = 1.96;   // standard deviations

// A line over all trials that touched it, in whole numbers, so that no order of adding matters.
struct LineSum {
  std::array<std::uint32_t, steps + 1> fills{};
  std::int64_t share_sum = 0, square_sum = 0;  // of shares in millionths; of squares in 10^-6
  std::uint32_t failed = 0, touched = 0;
};

struct ArrivalSum {  // of a row of arrivals over all trials
  std::uint64_t number = 0, failed = 0;
  std::int64_t asked = 0, missing = 0;  // thousandths × days
};

struct Crew {  // what one thread works with
  Crew(const Field& field, std::size_t arrival_rows)
      : trial{field}, lines(field.planned_lines), arrivals(arrival_rows) {}
  Trial trial;
  World world;
  std::vector<LineSum> lines;
  std::vector<ArrivalSum> arrivals;
  std::vector<double> asked, unmet;  // by group, of the trial that is looked at
  // Of the trial that is looked at, where it is planned anew.
  std::vector<Trial::Touched> as_it_falls;
  std::vector<double> as_it_falls_months;
};

double share_filled(const Line& line, const Missing& missing) {
  const auto all = static_cast<double>(line.required) * (line.until - line.from);
  return all <= 0 ? 1.0 : 1.0 - static_cast<double>(missing.amount_days) / all;
}

Spread spread_of(std::vector<double> values) {
  Spread spread;
  if (values.empty()) return spread;
  double sum = 0, squares = 0;
  for (const double value : values) sum += value;
  const auto count = static_cast<double>(values.size());
  spread.mean = sum / count;
  for (const double value : values) squares += (value - spread.mean) * (value - spread.mean);
  std::ranges::sort(values);
  const auto at = [&](std::size_t percent) { return values[(values.size() - 1) * percent / 100]; };
  spread.p10 = at(10);
  spread.p50 = at(50);
  spread.p90 = at(90);
  if (values.size() > 1)
    spread.half_width = of_95_percent * std::sqrt(squares / (count - 1) / count);
  return spread;
}

class Stress {
 public:
  Stress(const Scenario& scenario,
         const Plan& plan,
         const Uncertainty& uncertainty,
         const StressOptions& options)
      : options_{options},
        uncertainty_{uncertainty},
        field_{field_of(scenario, plan, uncertainty)},
        chances_{field_, uncertainty, options.seed},
        groups_{groups_of(field_, Trial{field_})} {
    const std::size_t crews = std::max(1U, options.threads);
    for (std::size_t k = 0; k < crews; ++k)
      crews_.push_back(std::make_unique<Crew>(field_, uncertainty.arrivals().size()));
    fills_.resize(groups_.names.size());
    months_.resize(field_.months.size() - 1);
  }

  StressResult run(const StressRun& run) && {
    if (options_.repair == Repair::optimise) replan_ = run.replan;
    std::size_t done = 0;
    while (done < options_.trials && !run.stop.stop_requested() && !has_converged_) {
      const std::size_t count = std::min(replan_ ? replan_batch : batch, options_.trials - done);
      make_room(done + count);
      run_batch(done, count);
      done += count;
      if (run.progress) run.progress(done, options_.trials);
      has_converged_ = options_.interval && spread_of(fills_[0]).half_width <= *options_.interval;
    }
    return result(done);
  }

 private:
  void make_room(std::size_t trials) {
    for (auto& values : fills_) values.resize(trials);
    for (auto& values : months_) values.resize(trials);
    unmet_.resize(trials);
    lost_.resize(trials);
    is_replanned_.resize(trials);
  }

  // Each thread has a crew of its own; what a trial yields depends on its number alone.
  void run_batch(std::size_t first, std::size_t count) {
    std::atomic<std::size_t> next{0};
    const auto work = [&](std::size_t crew) {
      for (std::size_t k = next.fetch_add(1); k < count; k = next.fetch_add(1))
        run_trial(*crews_[crew], first + k);
    };
    for_each_item(crews_.size(), options_.threads, work, 1);
  }

  void run_trial(Crew& crew, std::size_t number) {
    chances_.draw(number, {}, crew.world);
    const std::vector<Trial::Touched>* touched =
        &crew.trial.run(crew.world, options_.repair == Repair::rule);
    const std::vector<double>* months = &crew.trial.missing_by_month();
    if (replan_) {
      crew.as_it_falls = *touched;
      crew.as_it_falls_months = *months;
      const auto& anew = crew.trial.serve(crew.world, replan_(future_of(field_, crew.world)));
      is_replanned_[number] =
          more_missing(crew, anew) < more_missing(crew, crew.as_it_falls) ? 1 : 0;
      if (is_replanned_[number] == 0) {
        touched = &crew.as_it_falls;
        months = &crew.as_it_falls_months;
      }
    }
    tell(crew, number, *touched, *months);
  }

  // Against the plan, weighted.
  [[nodiscard]] static double more_missing(const Crew& crew,
                                           const std::vector<Trial::Touched>& touched) {
    double more = 0;
    for (const Trial::Touched& one : touched)
      more += weighted_days(crew.trial.line(one.line),
                            one.after.amount_days - crew.trial.planned()[one.line].amount_days);
    return more;
  }

  void tell(Crew& crew,
            std::size_t number,
            const std::vector<Trial::Touched>& touched,
            const std::vector<double>& missing_by_month) {
    crew.asked = groups_.required;
    crew.unmet = groups_.planned_unmet;
    std::pair<double, double> lost{0, 0};
    for (const Trial::Touched& one : touched) {
      const Line& line = crew.trial.line(one.line);
      const std::int64_t planned = crew.trial.planned()[one.line].amount_days;
      const double more = weighted_days(line, one.after.amount_days - planned);
      for (const std::uint32_t group : groups_.of_line[one.line]) crew.unmet[group] += more;
      if (line.arrival >= 0) {
        count_arrival(crew, one.line, one.after);
        continue;
      }
      lost.first += weighted_days(line, one.before.amount_days - planned);
      lost.second += more;
      count(crew.lines[one.line], line, one.after);
    }
    lost_[number] = lost;
    unmet_[number] = crew.unmet[0];
    for (std::size_t g = 0; g < fills_.size(); ++g)
      fills_[g][number] = share_of(crew.unmet[g], crew.asked[g]);
    for (std::size_t m = 0; m < months_.size(); ++m)
      months_[m][number] =
          static_cast<float>(share_of(missing_by_month[m], crew.trial.asked_by_month()[m]));
  }

  void count_arrival(Crew& crew, std::uint32_t number, const Missing& missing) const {
    const Line& line = crew.trial.line(number);
    const std::int64_t asked = line.required * (line.until - line.from);
    for (const std::uint32_t group : groups_.of_line[number])
      crew.asked[group] += weighted_days(line, asked);
    ArrivalSum& sum = crew.arrivals[static_cast<std::size_t>(line.arrival)];
    ++sum.number;
    if (missing.longest > options_.tolerated_days) ++sum.failed;
    sum.asked += asked;
    sum.missing += missing.amount_days;
  }

  void count(LineSum& sum, const Line& line, const Missing& missing) const {
    constexpr double million = 1e6;
    const double share = share_filled(line, missing);
    const auto step =
        static_cast<std::size_t>(std::clamp(share * steps, 0.0, static_cast<double>(steps)));
    ++sum.fills[step];
    ++sum.touched;
    sum.share_sum += std::llround(share * million);
    sum.square_sum += std::llround(share * share * million);
    if (missing.longest > options_.tolerated_days) ++sum.failed;
  }

  [[nodiscard]] static double share_of(double unmet, double asked) {
    return asked > 0 ? 1 - unmet / asked : 1;
  }

  StressResult result(std::size_t done) {
    StressResult result;
    result.trials = done;
    result.has_converged = has_converged_;
    const auto group = [&](std::size_t g) {
      return GroupStress{groups_.names[g],
                         share_of(groups_.planned_unmet[g], groups_.required[g]),
                         spread_of(fills_[g])};
    };
    result.all = group(0);
    result.unmet = spread_of(unmet_);
    result.planned_unmet = groups_.planned_unmet[0];
    for (std::size_t g = 1; g < groups_.names.size(); ++g)
      if (groups_.required[g] > 0)
        (g <= groups_.activities ? result.activities : result.priorities).push_back(group(g));
    double lost = 0, kept = 0;
    for (const auto& [before, after] : lost_) {
      lost += before;
      kept += before - after;
    }
    result.repaired = lost > 0 ? kept / lost : 0;
    result.replanned = static_cast<double>(std::ranges::count(is_replanned_, 1))
                       / static_cast<double>(std::max<std::size_t>(done, 1));
    result.fills = fills_[0];
    add_months(result);
    for (std::uint32_t k = 0; k < field_.planned_lines; ++k)
      result.lines.push_back(line_stress(k, done));
    for (std::size_t k = 0; k < uncertainty_.arrivals().size(); ++k)
      result.arrivals.push_back(arrival_stress(k, done));
    return result;
  }

  [[nodiscard]] ArrivalStress arrival_stress(std::size_t row, std::size_t done) const {
    ArrivalSum sum;
    for (const auto& crew : crews_) {
      const ArrivalSum& part = crew->arrivals[row];
      sum.number += part.number;
      sum.failed += part.failed;
      sum.asked += part.asked;
      sum.missing += part.missing;
    }
    const auto number = static_cast<double>(sum.number);
    return {uncertainty_.arrivals()[row].row,
            uncertainty_.arrivals()[row].like,
            number / static_cast<double>(std::max<std::size_t>(done, 1)),
            share_of(static_cast<double>(sum.missing), static_cast<double>(sum.asked)),
            sum.number > 0 ? static_cast<double>(sum.failed) / number : 0};
  }

  void add_months(StressResult& result) const {
    const Trial& trial = crews_.front()->trial;
    for (std::size_t m = 0; m < months_.size(); ++m) {
      const double required = trial.required_by_month()[m];
      if (required <= 0) continue;
      std::vector<double> fills(months_[m].begin(), months_[m].end());
      result.months.push_back({field_.day(field_.months[m]),
                               1 - trial.planned_by_month()[m] / required,
                               spread_of(std::move(fills))});
    }
  }

  LineStress line_stress(std::uint32_t k, std::size_t done) {
    LineSum sum;
    for (const auto& crew : crews_) {
      const LineSum& part = crew->lines[k];
      for (std::size_t s = 0; s < sum.fills.size(); ++s) sum.fills[s] += part.fills[s];
      sum.share_sum += part.share_sum;
      sum.square_sum += part.square_sum;
      sum.failed += part.failed;
      sum.touched += part.touched;
    }
    // All trials that did not touch it went as planned.
    const Line& line = field_.lines[k];
    const Missing& planned = crews_.front()->trial.planned()[k];
    LineStress stress{line.requirement, share_filled(line, planned), {}, 0};
    const auto rest = static_cast<std::uint32_t>(done - sum.touched);
    const auto count = static_cast<double>(std::max<std::size_t>(done, 1));
    const auto step = static_cast<std::size_t>(
        std::clamp(stress.planned * steps, 0.0, static_cast<double>(steps)));
    sum.fills[step] += rest;
    stress.fails_as_planned = planned.longest > options_.tolerated_days;
    if (stress.fails_as_planned) sum.failed += rest;
    stress.failed = sum.failed / count;
    const double mean = (static_cast<double>(sum.share_sum) / 1e6 + rest * stress.planned) / count;
    const double square =
        (static_cast<double>(sum.square_sum) / 1e6 + rest * stress.planned * stress.planned)
        / count;
    stress.fill.mean = mean;
    stress.fill.half_width = of_95_percent * std::sqrt(std::max(square - mean * mean, 0.0) / count);
    const auto at = [&](std::size_t percent) {
      const std::size_t rank = done == 0 ? 0 : (done - 1) * percent / 100;
      std::size_t seen = 0;
      for (std::size_t s = 0; s < sum.fills.size(); ++s)
        if ((seen += sum.fills[s]) > rank) return static_cast<double>(s) / steps;
      return stress.planned;
    };
    stress.fill.p10 = at(10);
    stress.fill.p50 = at(50);
    stress.fill.p90 = at(90);
    return stress;
  }

  const StressOptions& options_;
  const Uncertainty& uncertainty_;
  Field field_;
  Chances chances_;
  Groups groups_;
  std::vector<std::unique_ptr<Crew>> crews_;
  std::vector<std::vector<double>> fills_;       // shares, by group and trial
  std::vector<double> unmet_;                    // of all, weighted requirement-days, by trial
  std::vector<std::vector<float>> months_;       // shares filled, by month and trial
  std::vector<std::pair<double, double>> lost_;  // by trial: before and after repairs
  std::vector<char> is_replanned_;               // by trial
  Replan replan_;
  bool has_converged_ = false;
};

}  // namespace

std::string_view to_text(Repair repair) {
  switch (repair) {
    case Repair::none:
      return "none";
    case Repair::rule:
      return "rule";
    case Repair::optimise:
      break;
  }
  return "optimise";
}

StressResult stress(const Scenario& scenario,
                    const Plan& plan,
                    const Uncertainty& uncertainty,
                    const StressOptions& options,
                    const StressRun& run) {
  return Stress{scenario, plan, uncertainty, options}.run(run);
}

}  // namespace muster::simulate
