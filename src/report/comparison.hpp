// SPDX-License-Identifier: Apache-2.0
// How two plans differ, as text, JSON (docs/schema/compare.json) and one page. Marks: `+` added,
// `-` gone, `~` changed, `!` newly short.
#pragma once

#include <cstdint>
#include <string>

#include "explain/compare.hpp"
#include "report/text.hpp"

namespace muster::report {

enum class Grouping : std::uint8_t { line, nation, unit };
[[nodiscard]] std::string_view grouping_words(Grouping grouping);

// The comparison must outlive the view.
struct ComparisonView {
  const explain::Comparison& comparison;
  std::string before, after;  // what the plans are called
  std::string nation;         // only what it gives; empty: all
  Grouping by = Grouping::line;
  bool all = false;  // also where it does not fit a screen
};

[[nodiscard]] std::string comparison_text(const ComparisonView& view, const Terminal& terminal);
[[nodiscard]] std::string comparison_json(const ComparisonView& view);
// Readable without script, without a request to anywhere; by line, by nation and by unit.
[[nodiscard]] std::string comparison_page(const ComparisonView& view);

}  // namespace muster::report
