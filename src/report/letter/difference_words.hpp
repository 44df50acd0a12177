// SPDX-License-Identifier: Apache-2.0
// Headings and phrases of the report on what has changed, by language.
#pragma once

#include <array>
#include <string_view>

namespace muster::report {

struct DifferenceWords {
  std::string_view title;    // before two days
  std::string_view between;  // between them
  std::string_view in_short, contributions, requirements, fill, conditions, promises, decisions;
  std::string_view filled;  // of the share filled in the best case: "{} before, {} now"
  std::string_view now;     // between a figure before and one now
  std::string_view is_new, is_gone, was, is;
  std::string_view granted, refused, reopened;
  std::string_view kept, made, withdrawn;
  std::string_view capability, asked, before, after;
  std::string_view nothing;  // a section without a change
  std::string_view rests_on;
  std::string_view quantity, from, until, status, priority;
  std::string_view not_stated;
  std::array<std::string_view, 6> due;  // by ledger::DueKind
};
[[nodiscard]] const DifferenceWords& difference_words(std::string_view language);

}  // namespace muster::report
