// SPDX-License-Identifier: Apache-2.0
// A data set as it is planned with: read, overlays applied, normalised, known to be right.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"

#include "app/data_set.hpp"
#include "app/folder/files.hpp"
#include "model/draft.hpp"
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

}  // namespace muster::app
