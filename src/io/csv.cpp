// SPDX-License-Identifier: Apache-2.0
#include "io/csv.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>

#include "io/text/encoding.hpp"

namespace muster::io {
namespace {

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

std::string_view first_line(std::string_view text) {
  return text.substr(0, text.find_first_of("\r\n"));
}

char recognise_delimiter(std::string_view text) {
  constexpr std::array<char, 3> candidates = {',', ';', '\t'};
  std::array<std::size_t, candidates.size()> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && is_line_end(c)) break;
    const auto found = std::ranges::find(candidates, c);
    if (!quoted && found != candidates.end()) {
      ++counts[static_cast<std::size_t>(found - candidates.begin())];
    }
  }
  return candidates[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

// Where the reader stands: a byte of the text, and the line and character that it is.
struct Place {
  std::size_t at = 0;
  std::uint32_t line = 1;
  std::uint32_t character = 1;
};

class Reader {
 public:
  using Take = std::function<void(CsvRow&&)>;

  Reader(std::string_view text, std::string_view file, const Take& take)
      : text_{text}, file_{file}, take_{take} {}

  CsvText read() {
    skip_bare_lines();
    out_.delimiter = named_delimiter().value_or(recognise_delimiter(text_.substr(here_.at)));
    while (!at_end()) read_row();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool at_end() const { return here_.at >= text_.size(); }
  [[nodiscard]] char now() const { return text_[here_.at]; }
  [[nodiscard]] bool at_row_end() const { return at_end() || is_line_end(now()); }
  [[nodiscard]] bool at_cell_end() const { return at_row_end() || now() == out_.delimiter; }

  // One byte on; CR LF is one line end, of which the LF is stepped over last.
  char step() {
    const char c = text_[here_.at++];
    const bool half = c == '\r' && !at_end() && now() == '\n';
    if (is_line_end(c) && !half) {
      ++here_.line;
      here_.character = 1;
    } else if (!half && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++here_.character;
    }
    return c;
  }

  void step_line_end() {
    if (!at_end() && step() == '\r' && !at_end() && now() == '\n') step();
  }

  void skip_bare_lines() {
    while (!at_end() && is_line_end(now())) step_line_end();
  }

  std::optional<char> named_delimiter() {
    const std::string_view line = first_line(text_.substr(here_.at));
    if (line.size() != 5 || !line.starts_with("sep=")) return std::nullopt;
    if (std::string_view{",;\t|"}.find(line[4]) == std::string_view::npos) return std::nullopt;
    while (!at_row_end()) step();
    step_line_end();
    return line[4];
  }

  void report(std::uint32_t line, std::string what, std::string advice) {
    out_.problems.push_back({.file = std::string{file_},
                             .line = line,
                             .column = "",
                             .what = std::move(what),
                             .advice = std::move(advice)});
  }

  void read_row() {
    CsvRow row{.line = here_.line, .last = here_.line, .cells = {}};
    row.cells.reserve(width_);
    while (true) {
      row.cells.push_back(read_cell());
      row.last = here_.line;
      if (at_row_end()) break;
      step();  // the delimiter
    }
    step_line_end();
    const bool empty =
        std::ranges::all_of(row.cells, [](const CsvCell& c) { return c.text.empty(); });
    width_ = row.cells.size();
    if (!empty) take_(std::move(row));
  }

  CsvCell read_cell() {
    CsvCell cell{.text = "", .line = here_.line, .column = here_.character};
    if (!at_end() && now() == '"' && is_closed_later()) {
      read_quoted(cell);
    } else {
      read_plain(cell);
    }
    if (cell.text.find('\0') != std::string::npos) {
      report(cell.line, "a zero byte in the cell at character " + std::to_string(cell.column), "");
      std::erase(cell.text, '\0');
    }
    return cell;
  }

  // Whether the quote here has its closing one. The first that has none ends the trust in the text:
  // its cell is read to the end of its line, and a second one ends the reading.
  bool is_closed_later() {
    std::size_t at = here_.at + 1;
    while (at < text_.size()) {
      if (text_[at] != '"') {
        ++at;
      } else if (at + 1 < text_.size() && text_[at + 1] == '"') {
        at += 2;
      } else {
        return true;
      }
    }
    report(here_.line,
           "the quote opened at character " + std::to_string(here_.character) + " is never closed",
           "Close it, or double a quote that belongs to the text.");
    if (!out_.whole) text_ = text_.substr(0, here_.at);
    out_.whole = false;
    if (!at_end()) step();
    return false;
  }

  void read_plain(CsvCell& cell) {
    const bool after_open_quote = here_.character > cell.column;
    bool reported = after_open_quote;
    while (!at_cell_end()) {
      if (now() == '"' && !std::exchange(reported, true)) report_stray();
      cell.text += step();
    }
  }

  void read_quoted(CsvCell& cell) {
    step();
    while (true) {
      const char c = step();
      if (c != '"') {
        cell.text += c;
      } else if (!at_end() && now() == '"') {
        cell.text += step();
      } else {
        break;
      }
    }
    if (at_cell_end()) return;
    report(here_.line,
           "text after a closing quote at character " + std::to_string(here_.character),
           "Double a quote that belongs to the text, and put the whole cell in quotes.");
    while (!at_cell_end()) cell.text += step();
  }

  void report_stray() {
    report(here_.line,
           "a quote inside a cell at character " + std::to_string(here_.character)
               + " that did not begin with one",
           "Double the quote, and put the whole cell in quotes.");
  }

  std::string_view text_;
  std::string_view file_;
  const Take& take_;
  std::size_t width_ = 0;  // cells of the row before
  Place here_;
  CsvText out_;
};

bool needs_quotes(std::string_view text) {
  if (text.find_first_of(",;\t\"\r\n") != std::string_view::npos) return true;
  return !text.empty() && (text.front() == ' ' || text.back() == ' ');
}

void append_cell(std::string& out, std::string_view text) {
  if (!needs_quotes(text)) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

CsvText read_rows(std::string_view bytes, std::string_view file, const Reader::Take& take) {
  Decoded decoded = decode(bytes, file);
  CsvText out = Reader{decoded.text, file, take}.read();
  out.problems.insert(out.problems.begin(), decoded.problems.begin(), decoded.problems.end());
  return out;
}

}  // namespace

CsvText read_csv(std::string_view bytes, std::string_view file) {
  std::vector<CsvRow> rows;
  CsvText out = read_rows(bytes, file, [&](CsvRow&& row) { rows.push_back(std::move(row)); });
  out.rows = std::move(rows);
  return out;
}

CsvText read_csv(std::string_view bytes,
                 std::string_view file,
                 const std::function<void(const CsvRow&)>& look_at) {
  return read_rows(bytes, file, [&](const CsvRow& row) { look_at(row); });
}

void append_csv_row(std::string& out, std::span<const std::string_view> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    append_cell(out, cells[i]);
  }
  out += '\n';
}

std::string write_csv(const std::vector<std::vector<std::string>>& rows) {
  std::string out;
  for (const std::vector<std::string>& row : rows) {
    const std::vector<std::string_view> cells{row.begin(), row.end()};
    append_csv_row(out, cells);
  }
  return out;
}

}  // namespace muster::io
