// SPDX-License-Identifier: Apache-2.0
// Who bears how much of a plan, as text and JSON (docs/schema/burden.json).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "explain/burden.hpp"
#include "report/text.hpp"

namespace muster::report {

// An overlay with fair shares that was written.
struct WrittenShares {
  std::string folder;
  std::size_t nations = 0;
  std::string weight;  // of a people-day above, in requirement-days
};

// The scenario and the answer must outlive the view.
struct BurdenView {
  const Scenario& scenario;
  const explain::BurdenAnswer& answer;
  std::string plan;        // what it is called
  std::string key;         // what burdens stand against: "population", "GDP"
  std::string key_source;  // where it is stated
  int key_decimals = 0;    // the key's numbers are held times ten to the power of this
  bool all = false;        // also what does not fit a screen
  std::optional<WrittenShares> written = std::nullopt;
};
[[nodiscard]] std::string burden_text(const BurdenView& view, const Terminal& terminal);
[[nodiscard]] std::string burden_json(const BurdenView& view);

}  // namespace muster::report
