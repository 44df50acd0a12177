// SPDX-License-Identifier: Apache-2.0
// Fields of which sources say different things, side by side.
#pragma once

#include <string>
#include <vector>

#include "model/draft.hpp"

namespace muster::ledger {

struct SourcedValue {
  std::string value, source, note;
  bool chosen = false;  // it stands in the table
  std::string chosen_by, chosen_why;
};
struct Disagreement {
  std::string table, key, column;
  std::string stands;  // what the table says
  std::vector<SourcedValue>
      values;  // at least two that differ: the claims, and what stands where no claim says it
};
// In the order of the claims. A field with one claim alone that is what stands is no disagreement.
[[nodiscard]] std::vector<Disagreement> disagreements(const Draft& draft);

}  // namespace muster::ledger
