// SPDX-License-Identifier: Apache-2.0
// Aligned text that fits a width. Widths are columns of a terminal: letters of several bytes count
// once, combining marks not at all, wide East Asian letters twice.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace muster::report {

[[nodiscard]] std::size_t display_width(std::string_view utf8);
// Lines no wider than `width`, broken at spaces, and inside a word only where it alone is too wide.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);
// The same joined, every line after `indent` spaces, with a line break at the end.
[[nodiscard]] std::string paragraph(std::string_view text,
                                    std::size_t width,
                                    std::size_t indent = 0);

enum class Style : std::uint8_t { plain, bold, faint, good, warning, bad };
[[nodiscard]] std::string styled(std::string_view text, Style style, bool colour);

class TextTable {
 public:
  enum class Align : std::uint8_t { left, right };
  struct Column {
    std::string title;
    Align align = Align::left;
    bool flexible = false;  // gives way first where the table is too wide, and is wrapped
  };
  struct Cell {
    Cell(std::string words) : text{std::move(words)} {}  // NOLINT: cells are written as text
    Cell(std::string words, Style look) : text{std::move(words)}, style{look} {}
    std::string text;
    Style style = Style::plain;
  };

  explicit TextTable(std::vector<Column> columns);
  void add(std::vector<Cell> cells);  // one for each column
  // A line across all columns, indented.
  void note(std::string text, std::size_t indent = 4, Style style = Style::plain);
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] std::string print(std::size_t width, bool colour, std::size_t indent = 0) const;

 private:
  struct Row {
    std::vector<Cell> cells;
    std::string note;  // instead of cells
    std::size_t indent = 0;
    Style style = Style::plain;  // of the note
  };
  [[nodiscard]] std::vector<std::size_t> widths(std::size_t width) const;
  // Takes from the widest flexible column, none below its least, until all fit the width.
  void shrink(std::vector<std::size_t>& widths,
              const std::vector<std::size_t>& least,
              std::size_t width) const;
  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

}  // namespace muster::report
