// SPDX-License-Identifier: Apache-2.0
// Rule-based rotations as text, JSON and tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/text.hpp"
#include "simulate/rotation.hpp"
#include "simulate/rotation_studies.hpp"

namespace muster::report {

struct RotationView {
  const simulate::RotationBook* book = nullptr;
  const simulate::RotationRun* run = nullptr;
  std::string target;  // where the tables were written; empty: nowhere
};
[[nodiscard]] std::string rotation_text(const RotationView& view, const Terminal& terminal);
[[nodiscard]] std::string rotation_json(const RotationView& view);  // rotation.json

// Rows of tables, the heading first. A deployment in each row; a stretch of days of a requirement
// in which nothing changes in each row; fill by priority and capability.
using Rows = std::vector<std::vector<std::string>>;
[[nodiscard]] Rows rotation_deployments(const RotationView& view);
[[nodiscard]] Rows rotation_stretches(const RotationView& view);
[[nodiscard]] Rows rotation_fill(const RotationView& view);

// A page with the sand chart, who serves when, and dwell before deployment.
[[nodiscard]] std::string rotation_page(const RotationView& view, std::string_view title);

// Marathon's own tables, tab-delimited: AUDIT_Deployments.txt and DemandTrends.txt (a row for each
// requirement and day).
[[nodiscard]] std::string marathon_deployments(const RotationView& view);
[[nodiscard]] std::string marathon_trends(const RotationView& view);

struct LeastSupplyView {
  std::vector<simulate::LeastSupply> found;
  std::int32_t tolerated_days = 0;
  bool was_stopped = false;
  std::string target;
};
[[nodiscard]] std::string least_supply_text(const LeastSupplyView& view, const Terminal& terminal);
[[nodiscard]] std::string least_supply_json(const LeastSupplyView& view);  // least-supply.json
[[nodiscard]] Rows least_supply_rows(const LeastSupplyView& view);

struct SupplyVariationView {
  simulate::SupplyVariation variation;
  std::vector<simulate::DesignResult> results;
  std::size_t designs = 0;  // how many were meant; fewer results: it was stopped
  std::string target;
};
[[nodiscard]] std::string supply_variation_text(const SupplyVariationView& view,
                                                const Terminal& terminal);
[[nodiscard]] std::string supply_variation_json(
    const SupplyVariationView& view);  // supply-variation.json
// In the columns of Marathon's results.txt: a row for each run and phase.
[[nodiscard]] Rows supply_variation_rows(const SupplyVariationView& view);

struct ReplicationsView {
  std::vector<simulate::Replication> found;
  std::size_t meant = 0;  // fewer found: it was stopped
  std::uint64_t seed = 0;
  std::string target;
};
[[nodiscard]] std::string replications_text(const ReplicationsView& view, const Terminal& terminal);
[[nodiscard]] std::string replications_json(const ReplicationsView& view);  // replications.json
[[nodiscard]] Rows replication_rows(const ReplicationsView& view);

}  // namespace muster::report
