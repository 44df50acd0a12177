// SPDX-License-Identifier: Apache-2.0
// HTML by hand. Text goes through `escaped`; what is named `html` is markup already.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/svg/drawing.hpp"

namespace muster::report {

struct HtmlCell {
  std::string html;
  bool number = false;
  std::string look;  // classes; empty: none
};
[[nodiscard]] HtmlCell cell(std::string_view text);
[[nodiscard]] HtmlCell number(std::string_view text);
[[nodiscard]] HtmlCell marked(std::string_view text, std::string_view look);

class HtmlTable {
 public:
  HtmlTable(std::string_view caption, std::vector<std::string> titles);
  void add(const std::vector<HtmlCell>& cells);
  void band(std::string_view html);  // one cell across, as a heading of the rows that follow
  [[nodiscard]] bool empty() const { return rows_ == 0; }
  [[nodiscard]] std::string finish() const;

 private:
  std::vector<std::string> titles_;
  std::vector<bool> of_numbers_;  // columns whose cells are numbers in some row
  std::size_t rows_ = 0;
  std::string caption_, html_;
};

// An item of a list of the class figures.
[[nodiscard]] std::string tile_html(std::string_view figure, std::string_view words);
[[nodiscard]] std::string paragraph_html(std::string_view text, std::string_view look = {});
[[nodiscard]] std::string section_html(std::string_view id,
                                       std::string_view title,
                                       std::string_view html);

}  // namespace muster::report
