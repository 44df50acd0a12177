// SPDX-License-Identifier: Apache-2.0
// plan.json: what was planned from what, what the plan claims to be worth, and what proves that its
// files are those that were written. Points are decimal strings: they may not fit a JSON number.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.hpp"

#include "judge/judge.hpp"
#include "model/grid.hpp"
#include "model/tiers.hpp"
#include "plan/plan.hpp"
#include "report/robust.hpp"

namespace muster::app {

inline constexpr const char* record_file = "plan.json";
inline constexpr const char* page_file = "report.html";
inline constexpr const char* data_folder = "data";
inline constexpr const char* futures_folder = "futures";  // an overlay: what --robust drew
inline constexpr const char* plan_format = "muster-plan-1";

// Requirement-days of one measure over the whole horizon, in thousandths of its counting unit.
struct MeasureSum {
  std::string measure;
  Wide required = 0, filled = 0, short_of = 0;
  friend bool operator==(const MeasureSum&, const MeasureSum&) = default;
};

// A tier of a strict plan, most important first: what it has and the bound that its prices prove,
// in thousandths of requirement-days (unmet, excess), days × rank, EUR or days; and what tiers
// weigh in that proof, it last.
struct TierRecord {
  std::string goal;  // "unmet", "excess", "firmness", "cost", "distance"
  std::vector<std::string> priorities;
  Wide value = 0, bound = 0;
  std::string gap;
  TierWeights weights;
  friend bool operator==(const TierRecord&, const TierRecord&) = default;
};
// Gaps are left out where a bound is above its value: there is none.
[[nodiscard]] std::vector<TierRecord> tier_records(const Scenario& scenario,
                                                   const Plan& in_force,
                                                   const std::vector<TierProof>& proofs);

struct Record {
  std::string version;  // of Muster
  std::string data_name, data_hash, as_of, from, until;
  std::vector<std::string> overlays;  // names, in the order they were stacked
  Counting counting = Counting::best;
  GridStep grid = GridStep::month;
  std::uint64_t seed = 1;
  std::uint64_t effort_allowed = 1;
  bool against_plan_in_force = false;
  judge::Goals goals;  // with the value in points
  Points bound = 0;
  std::string gap;  // (value − bound) / value
  std::vector<MeasureSum> measures;
  std::vector<TierRecord> tiers;                // of a strict plan; of another none
  std::optional<report::RobustFigures> robust;  // of plan --robust
  std::string stop;
  bool limited_by_clock = false;
  plan::Effort effort;
  std::map<std::string, std::string> files;  // every other file of the folder → its SHA-256
};

// Canonical: equal records give equal bytes. The last member, `seal`, is the SHA-256 of the text
// without it, so that a slip of a digit anywhere is noticed before anything is believed.
[[nodiscard]] std::string to_json(const Record& record);

// A problem where it is no record of ours; the seal is not looked at.
[[nodiscard]] Result<Record> read_record(const std::string& bytes);

// Whether the text's seal is the one that its other members give.
[[nodiscard]] bool is_seal_whole(const std::string& bytes);

[[nodiscard]] std::vector<MeasureSum> sum_by_measure(const Scenario& scenario,
                                                     const judge::Verdict& verdict);

}  // namespace muster::app
