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
  std::string name;  // of the file, without .csv
  // The first holds the headings. None: the file lies beside the page.
  std::vector<std::vector<std::string>> rows;
  // Whether the document lists its sources under #sources: what the figure rests on is among them.
  bool has_sources_listed = true;
};
[[nodiscard]] std::string figure_html(const PlanView& view,
                                      std::string_view caption_html,
                                      std::string_view drawing,
                                      const FigureNumbers& numbers);
// The same of a page that is no plan's: `basis` says in words what it rests on.
[[nodiscard]] std::string figure_html(std::string_view caption,
                                      std::string_view basis,
                                      std::string_view drawing,
                                      const FigureNumbers& numbers);
// "Counting best, as of 2023-10-25, data 6673a9ab551b"
[[nodiscard]] std::string basis_words(const PlanView& view);
// A link that saves the rows as CSV (RFC 4180), by the scheme data (RFC 2397).
[[nodiscard]] std::string csv_link_html(const FigureNumbers& numbers);

}  // namespace muster::report
