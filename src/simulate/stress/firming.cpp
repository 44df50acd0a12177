// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <mutex>
#include <utility>

#include "base/parallel.hpp"

#include "simulate/stress.hpp"
#include "simulate/stress/groups.hpp"

namespace muster::simulate {
namespace {

struct Candidate {
  Kind kind = Kind::offer;
  std::string key;
  Certain certain;
  double at_stake = 0;  // what its loss costs, as often as that is to be expected
};

// What would be held certain, and how much it is in doubt.
std::pair<Certain, double> doubt_of(const Field& field,
                                    const Uncertainty& uncertainty,
                                    const Criticality& one) {
  const Scenario& scenario = *field.scenario;
  constexpr double part_lost_by_delay = 0.25;
  Certain certain;
  double doubt = 0;
  for (std::uint32_t k = 0; k < field.offers.size(); ++k) {
    const Id<Offer> id{k};
    const Offer& given = scenario->offers[id];
    if (one.kind == Kind::offer && given.key == one.key) {
      certain.offer = k;
      doubt = 1 - uncertainty.of(Event::real, id).chance
              + uncertainty.of(Event::late, id).chance * part_lost_by_delay;
    } else if (one.kind == Kind::option && given.key == one.key) {
      certain.option = k;
      doubt = 1 - uncertainty.of(Event::option_taken, id).chance;
    } else if (one.kind == Kind::condition && field.offers[k].condition >= 0
               && scenario->conditions[*given.condition].key == one.key) {
      certain.condition = field.offers[k].condition;
      doubt = 1 - uncertainty.of(Event::condition_met, id).chance;
    }
  }
  return {certain, doubt};
}

// The worst decile of fill in the same futures, with it certain.
double worst_decile(const Field& field,
                    const Chances& chances,
                    const Certain& certain,
                    const StressOptions& options,
                    std::size_t trials) {
  Trial trial{field};
  const Groups groups = groups_of(field, trial);
  World world;
  std::vector<double> fills;
  for (std::size_t k = 0; k < trials; ++k) {
    chances.draw(k, certain, world);
    double unmet = groups.planned_unmet[0], asked = groups.required[0];
    for (const Trial::Touched& one : trial.run(world, options.repair != Repair::none)) {
      const Line& line = trial.line(one.line);
      unmet += weighted_days(line, one.after.amount_days - trial.planned()[one.line].amount_days);
      if (line.arrival >= 0) asked += weighted_days(line, line.required * (line.until - line.from));
    }
    fills.push_back(asked > 0 ? 1 - unmet / asked : 1);
  }
  std::ranges::sort(fills);
  return fills.empty() ? 0 : fills[(fills.size() - 1) / 10];
}

}  // namespace

std::vector<Firming> firm_up(const Scenario& scenario,
                             const Plan& plan,
                             const Uncertainty& uncertainty,
                             const StressOptions& options,
                             const FirmingBase& base,
                             const StressRun& run) {
  const Field field = field_of(scenario, plan, uncertainty);
  const Chances chances{field, uncertainty, options.seed};
  std::vector<Candidate> candidates;
  for (const Criticality& one : base.critical) {
    const auto [certain, doubt] = doubt_of(field, uncertainty, one);
    if (doubt > 0) candidates.push_back({one.kind, one.key, certain, doubt * one.lost_repaired});
  }
  std::ranges::stable_sort(candidates, std::greater{}, &Candidate::at_stake);
  if (candidates.size() > base.most) candidates.resize(base.most);
  std::vector<Firming> found(candidates.size());
  std::mutex guard;
  std::size_t done = 0;
  for_each_item(
      candidates.size(),
      options.threads,
      [&](std::size_t c) {
        if (run.stop.stop_requested()) return;
        const double p10 =
            worst_decile(field, chances, candidates[c].certain, options, base.trials);
        found[c] = {candidates[c].kind, candidates[c].key, p10, p10 - base.p10};
        const std::scoped_lock lock{guard};
        if (run.progress) run.progress(++done, candidates.size());
      },
      1);
  std::erase_if(found, [](const Firming& one) { return one.key.empty(); });
  std::ranges::stable_sort(found, std::greater{}, &Firming::rise);
  return found;
}

}  // namespace muster::simulate
