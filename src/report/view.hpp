// SPDX-License-Identifier: Apache-2.0
// What is shown of a plan, gathered once; text, JSON and page say the same because they read the
// same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "asks/asks.hpp"
#include "explain/explain.hpp"
#include "judge/judge.hpp"
#include "model/grid.hpp"
#include "model/plan.hpp"
#include "model/scenario.hpp"
#include "report/robust.hpp"

namespace muster::report {

// A tier of a strict plan, most important first.
struct TierFigures {
  std::string goal;                     // "unmet", "excess", "firmness", "cost", "distance"
  std::vector<std::string> priorities;  // of `unmet`: their keys
  // Thousandths × days short; people-days above fair shares, weighted; days × rank; EUR; days. The
  // bound is proved by the tier's prices.
  Wide value = 0, bound = 0;
};

struct BaseMap;  // report/map.hpp

// How the plan came about: what the caller knows and the scenario does not.
struct Origin {
  GridStep grid = GridStep::month;
  Points bound = 0;  // proved by the plan's prices; at most the plan's value
  std::string stop;  // why the search stopped, as plan.json says it
  std::uint64_t seed = 1;
  std::vector<std::string> overlays;    // names, in the order they were stacked
  std::string data_hash;                // sha256 of the normalised data, hexadecimal
  std::string version;                  // of Muster
  bool against_plan_in_force = false;   // planned to stay near another plan
  std::vector<TierFigures> tiers;       // of a strict plan; of another none
  std::optional<RobustFigures> robust;  // of a plan for drawn futures
};

// The scenario, plan and verdict must outlive the view.
struct PlanView {
  const Scenario* scenario = nullptr;
  const Plan* plan = nullptr;
  const judge::Verdict* verdict = nullptr;
  // Whose own view it is: what other nations give is told in total only. None: all is told.
  std::optional<Id<Nation>> reader;
  Origin origin;
  std::vector<explain::Shortfall> shortfalls;
  std::vector<std::vector<explain::Way>> tried;  // of each shortfall
  // Of each shortfall, where they were looked for: the cheapest first.
  std::vector<std::vector<asks::Ask>> ways_out;
  std::vector<explain::TrainingCurve> training;
  std::vector<explain::FundState> funds;
  std::vector<explain::StockState> stocks;
  std::vector<explain::Waiting> waiting;
  // Indices into the plan's tours and deliveries.
  Table<Requirement, std::vector<std::size_t>> tours_on, deliveries_to;
  const BaseMap* base_map = nullptr;  // below the map of the page; none: ours
};
// Whether what the nation gives, holds and promises is told one by one.
[[nodiscard]] inline bool is_told(const PlanView& view, Id<Nation> nation) {
  return !view.reader || *view.reader == nation;
}
// `threads` to find reasons with (0: as many as the machine has) never change what is shown.
[[nodiscard]] PlanView view(const Scenario& scenario,
                            const Plan& plan,
                            const judge::Verdict& verdict,
                            Origin origin,
                            unsigned threads = 0);

}  // namespace muster::report
