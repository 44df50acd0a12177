// SPDX-License-Identifier: Apache-2.0
// A plan's folder: what it is made of, and reading it back.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/folder/files.hpp"
#include "app/folder/record.hpp"
#include "app/folder/situation.hpp"
#include "model/certificate.hpp"
#include "model/tiers.hpp"
#include "report/view.hpp"

namespace muster::app {

// Everything a plan's folder speaks of. The situation must outlive it.
struct PlanParts {
  const Situation* situation = nullptr;
  Plan plan;
  Plan in_force;
  Grid grid;
  Certificate certificate;
  judge::Verdict verdict;
  std::vector<TierProof> tiers;  // of a strict plan
};

// Texts, JSON and page of the parts all read this. The parts must outlive it.
// `threads`: 0 means as many as the machine has.
[[nodiscard]] report::PlanView view_of(const PlanParts& parts,
                                       const Record& record,
                                       unsigned threads = 0);

// Every file but plan.json and the data: it needs nothing but data, tours, prices and what
// view_of took from the record.
[[nodiscard]] Texts plan_texts(const PlanParts& parts, const report::PlanView& view);

// The whole folder; completes `record.files` first.
[[nodiscard]] Texts complete_folder(const PlanParts& parts,
                                    const report::PlanView& view,
                                    Record& record);

// Whether the folder holds a plan that this program wrote, by its plan.json.
[[nodiscard]] bool is_plan_folder(const std::filesystem::path& folder);

// A folder as somebody left it: its texts and its record.
struct OpenedPlan {
  Texts texts;
  Record record;
};
[[nodiscard]] Result<OpenedPlan> open_plan(const std::filesystem::path& folder);

// The snapshot of the data inside a plan's folder.
[[nodiscard]] DataSet snapshot_of(const std::filesystem::path& folder);

}  // namespace muster::app
