// SPDX-License-Identifier: Apache-2.0
#include "simulate/stress.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "base/parallel.hpp"

#include "simulate/stress/groups.hpp"

namespace muster::simulate {
namespace {

constexpr std::size_t batch = 200;      // trials between looks at the interval
constexpr int steps = 200;              // in which the fill of a line is counted
constexpr double of_95_percent = 1.96;  // standard deviations

// A line over all trials that touched it, in whole numbers, so that no order of adding matters.
struct LineSum {
  std::array<std::uint32_t, steps + 1> fills{};
  std::int64_t share_sum = 0, square_sum = 0;  // of shares in millionths; of squares in 10^-6
  std::uint32_t failed = 0, touched = 0;
};

struct Crew {  // what one thread works with
  explicit Crew(const Field& field) : trial{field}, lines(field.lines.size()) {}
  Trial trial;
  World world;
  std::vector<LineSum> lines;
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
        field_{field_of(scenario, plan)},
        chances_{field_, uncertainty, options.seed},
        groups_{groups_of(field_, Trial{field_})} {
    const std::size_t crews = std::max(1U, options.threads);
    for (std::size_t k = 0; k < crews; ++k) crews_.push_back(std::make_unique<Crew>(field_));
    unmet_.resize(groups_.names.size());
    months_.resize(field_.months.size() - 1);
  }

  StressResult run(const StressRun& run) && {
    std::size_t done = 0;
    while (done < options_.trials && !run.stop.stop_requested() && !has_converged_) {
      const std::size_t count = std::min(batch, options_.trials - done);
      for (auto& values : unmet_) values.resize(done + count);
      lost_.resize(done + count);
      for (auto& values : months_) values.resize(done + count);
      run_batch(done, count);
      done += count;
      if (run.progress) run.progress(done, options_.trials);
      has_converged_ = options_.interval && fill_spread(0).half_width <= *options_.interval;
    }
    return result(done);
  }

 private:
  // Each thread has a crew of its own; what a trial yields depends on its number alone.
  void run_batch(std::size_t first, std::size_t count) {
    std::mutex guard;
    std::vector<Crew*> idle;
    for (const auto& crew : crews_) idle.push_back(crew.get());
    for_each_item(count, options_.threads, [&](std::size_t k) {
      Crew* crew = nullptr;
      {
        const std::scoped_lock lock{guard};
        crew = idle.back();
        idle.pop_back();
      }
      run_trial(*crew, first + k);
      const std::scoped_lock lock{guard};
      idle.push_back(crew);
    });
  }

  void run_trial(Crew& crew, std::size_t number) {
    chances_.draw(number, {}, crew.world);
    for (std::size_t g = 0; g < unmet_.size(); ++g) unmet_[g][number] = groups_.planned_unmet[g];
    std::pair<double, double> lost{0, 0};
    for (const Trial::Touched& one : crew.trial.run(crew.world, options_.repairs)) {
      const Line& line = field_.lines[one.line];
      const std::int64_t planned = crew.trial.planned()[one.line].amount_days;
      const double more = weighted_days(line, one.after.amount_days - planned);
      for (const std::uint32_t group : groups_.of_line[one.line]) unmet_[group][number] += more;
      lost.first += weighted_days(line, one.before.amount_days - planned);
      lost.second += more;
      count(crew.lines[one.line], line, one.after);
    }
    lost_[number] = lost;
    for (std::size_t m = 0; m < months_.size(); ++m)
      months_[m][number] = static_cast<float>(crew.trial.missing_by_month()[m]);
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

  [[nodiscard]] Spread fill_spread(std::size_t group) const {
    std::vector<double> fills;
    for (const double unmet : unmet_[group]) fills.push_back(share_of(group, unmet));
    return spread_of(std::move(fills));
  }
  [[nodiscard]] double share_of(std::size_t group, double unmet) const {
    return groups_.required[group] > 0 ? 1 - unmet / groups_.required[group] : 1;
  }

  StressResult result(std::size_t done) {
    StressResult result;
    result.trials = done;
    result.has_converged = has_converged_;
    const auto group = [&](std::size_t g) {
      return GroupStress{groups_.names[g], share_of(g, groups_.planned_unmet[g]), fill_spread(g)};
    };
    result.all = group(0);
    result.unmet = spread_of(unmet_[0]);
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
    for (const double unmet : unmet_[0]) result.fills.push_back(share_of(0, unmet));
    add_months(result);
    for (std::uint32_t k = 0; k < field_.lines.size(); ++k)
      result.lines.push_back(line_stress(k, done));
    return result;
  }

  void add_months(StressResult& result) const {
    const Trial& trial = crews_.front()->trial;
    for (std::size_t m = 0; m < months_.size(); ++m) {
      const double required = trial.required_by_month()[m];
      if (required <= 0) continue;
      std::vector<double> fills;
      for (const float missing : months_[m])
        fills.push_back(1 - static_cast<double>(missing) / required);
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
  Field field_;
  Chances chances_;
  Groups groups_;
  std::vector<std::unique_ptr<Crew>> crews_;
  std::vector<std::vector<double>> unmet_;       // by group and trial
  std::vector<std::vector<float>> months_;       // missing, by month and trial
  std::vector<std::pair<double, double>> lost_;  // by trial: before and after repairs
  bool has_converged_ = false;
};

}  // namespace

StressResult stress(const Scenario& scenario,
                    const Plan& plan,
                    const Uncertainty& uncertainty,
                    const StressOptions& options,
                    const StressRun& run) {
  return Stress{scenario, plan, uncertainty, options}.run(run);
}

}  // namespace muster::simulate
