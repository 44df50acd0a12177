// SPDX-License-Identifier: Apache-2.0
// A data set as it is planned with: read, overlays applied, normalised, known to be right.
#pragma once

#include <cstdint>
#include <optional>
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

// The same, in which a day that the plan in force did not have costs so much; thousandths of a
// weighted requirement-day. None: it is the last of the goals, whatever the data says.
[[nodiscard]] Result<Situation> weigh_distance(const Situation& situation,
                                               std::optional<std::int64_t> weight_permille,
                                               const std::string& note);

// A future as it was drawn: by offer and day, without two that meet.
struct DrawnFuture {
  std::string key;
  std::vector<Future::Loss> losses;
};
// The same, measured in these futures, or in so many of them in which most is unmet.
[[nodiscard]] Result<Situation> measure_in(const Situation& situation,
                                           const std::vector<DrawnFuture>& futures,
                                           std::size_t counted,
                                           const std::string& note);

}  // namespace muster::app
