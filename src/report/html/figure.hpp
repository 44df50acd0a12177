// SPDX-License-Identifier: Apache-2.0
// A drawing with what it counts, as of when, from which data, and its numbers as a file of their
// own, which lies within the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/view.hpp"

namespace muster::report {

struct FigureNumbers {
  std::string name;                            // of the file, without .csv
  std::vector<std::vector<std::string>> rows;  // the first holds the headings
  // Whether the document lists its sources under #sources: what the figure rests on is among them.
  bool has_sources_listed = true;
};
[[nodiscard]] std::string figure_html(const PlanView& view,
                                      std::string_view caption_html,
                                      std::string_view drawing,
                                      const FigureNumbers& numbers);
// "Counting best, as of 2023-10-25, data 6673a9ab551b"
[[nodiscard]] std::string basis_words(const PlanView& view);
// A link that saves the rows as CSV (RFC 4180), by the scheme data (RFC 2397).
[[nodiscard]] std::string csv_link_html(const FigureNumbers& numbers);

}  // namespace muster::report
