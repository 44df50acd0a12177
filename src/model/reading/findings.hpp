// SPDX-License-Identifier: Apache-2.0
// The problems found so far, and the rows that they make doubtful. A finding about a doubtful row
// is dropped: what follows from a mistake is not a second mistake.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"

#include "model/draft.hpp"

namespace muster::reading {

class Findings {
 public:
  // Starts from the problems of check_schema; the rows that they name are doubtful.
  Findings(const Draft& draft, Problems problems);

  // `also`: other rows that the finding rests on.
  void add(const DraftTable& table,
           const DraftRow& row,
           std::string_view field,
           std::string what,
           std::string advice,
           const std::vector<const DraftRow*>& also = {});
  // About the data package as a whole.
  void add_package(std::string_view property, std::string what, std::string advice);

  // All of them, by file and line.
  [[nodiscard]] Problems sorted() &&;

 private:
  std::set<const DraftRow*> doubtful_;
  Problems problems_;
};

// "offers.csv:12", or the file alone for a row made by a program.
[[nodiscard]] std::string place_of(const DraftRow& row);
// In quotation marks.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace muster::reading
