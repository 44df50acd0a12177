// SPDX-License-Identifier: Apache-2.0
// What text, JSON and page say of a comparison.
#pragma once

#include <string>
#include <vector>

#include "report/comparison.hpp"

namespace muster::report {

// A figure of both plans, and by how much it differs.
struct FigureChange {
  std::string name, before, after, change;
};
[[nodiscard]] std::vector<FigureChange> summary_of(const ComparisonView& view);

// How many tours and deliveries change in which way.
struct ChangeCounts {
  std::size_t added = 0, removed = 0, moved = 0, firmer = 0, softer = 0;
};
[[nodiscard]] ChangeCounts counts_of(const ComparisonView& view);
// "4 added, 1 gone": only those that are not 0.
[[nodiscard]] std::string counts_words(const ChangeCounts& counts);
// How many changes have which cause, the most frequent first.
struct CauseCount {
  explain::Why why = explain::Why::choice;
  std::size_t changes = 0;
};
[[nodiscard]] std::vector<CauseCount> causes_of(const ComparisonView& view);
[[nodiscard]] std::string_view cause_words(explain::Why why);

// What changes in how many tours, why, and of which nations.
[[nodiscard]] std::vector<std::string> summary_sentences(const ComparisonView& view);

[[nodiscard]] bool is_shown(const ComparisonView& view, const explain::TourChange& change);

// A line, a nation or a unit with what changes of it.
struct Band {
  std::string mark, key, words;
  bool newly_short = false;
  std::vector<std::size_t> changes;  // indices into the comparison's, those that are shown
};
// Of lines those that change most by weight first; nations and units with most changes first.
[[nodiscard]] std::vector<Band> bands_of(const ComparisonView& view, Grouping by);

// "+", "-" or "~".
[[nodiscard]] std::string_view mark_of(const explain::TourChange& change);
// The same, with "!" before it where the line is newly short.
[[nodiscard]] std::string mark_of(const explain::LineChange& line);
// "2024-01-01 to 2024-07-01, expected"; where something changes, both, with an arrow between.
[[nodiscard]] std::string days_words(const explain::TourChange& change);
// Why, as a sentence without a full stop; whether what is said of its line says it already.
[[nodiscard]] std::string because_words(const explain::TourChange& change);
// "quantity 3 → 4, until 2025-01-01 → 2025-07-01"
[[nodiscard]] std::string cells_words(const std::vector<explain::CellChange>& cells);
[[nodiscard]] bool is_told_by_line(const explain::Because& because);

}  // namespace muster::report
