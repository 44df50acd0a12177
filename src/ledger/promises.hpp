// SPDX-License-Identifier: Apache-2.0
// What was promised: made where, to whom, due or triggered by what, kept by which document.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"

#include "model/draft.hpp"

namespace muster::ledger {

enum class PromiseState : std::uint8_t {
  overdue,  // its day has passed, or what triggers it has happened and it has no later day
  open,     // its day is to come
  waiting,  // for what triggers it
  kept,
  withdrawn
};
[[nodiscard]] std::string_view to_text(PromiseState state);

struct Promised {
  std::string key, by, to, about;
  PromiseState state = PromiseState::open;
  std::string trigger;              // for people; of a condition its name
  std::optional<Day> triggered_on;  // the last act of the condition that it waits for
  std::optional<Day> due, kept_on;
  std::string kept_by;  // a document
  std::string source;   // where it was made
};
// As on a day; overdue first, then open by day, waiting, kept, withdrawn.
[[nodiscard]] std::vector<Promised> promises(const Draft& draft, Day on);

}  // namespace muster::ledger
