// SPDX-License-Identifier: Apache-2.0
// A data set as it is planned with: read, overlays applied, normalised, known to be right.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"

#include "app/data_set.hpp"
#include "app/folder/files.hpp"
#include "model/draft.hpp"
#include "model/plan.hpp"
#include "model/scenario.hpp"

namespace muster::app {

struct Situation {
  Draft draft;
  Scenario scenario;
  Texts package;                      // the normalised data package, file by file
  std::string hash;                   // SHA-256 of `package`
  std::vector<std::string> overlays;  // their names
};

// The tables with overlays applied; problems of reading and of the schemas only.
[[nodiscard]] Result<Draft> load_draft(const DataSet& data);

[[nodiscard]] Result<Situation> load(const DataSet& data);

// The same with other rows of pins, for tours that stay whatever else is planned: those whose keys
// begin with `prefix` go, and for each tour one comes that fixes it, with the note.
[[nodiscard]] Result<Situation> fix_tours(const Situation& situation,
                                          const std::vector<Tour>& tours,
                                          const std::string& prefix,
                                          const std::string& note);

}  // namespace muster::app
