// SPDX-License-Identifier: Apache-2.0
#include "report/text/table.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/demand.hpp"

namespace muster::report {
namespace {

constexpr std::size_t space_between = 2;
constexpr std::size_t narrowest = 8;  // of a flexible column

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// The letter that begins at `at`, and how many bytes it has.
std::pair<char32_t, std::size_t> letter_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  std::size_t bytes = 1;
  while (at + bytes < text.size() && is_continuation(text[at + bytes])) ++bytes;
  if (first < 0x80U) return {first, 1};
  const unsigned mask = first >= 0xF0U ? 0x07U : first >= 0xE0U ? 0x0FU : 0x1FU;
  char32_t letter = first & mask;
  for (std::size_t i = 1; i < bytes; ++i) {
    letter = (letter << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  return {letter, bytes};
}

std::size_t width_of(char32_t letter) {
  const bool combining = (letter >= 0x300 && letter < 0x370) || letter == 0x200B;
  if (combining) return 0;
  const bool wide =
      (letter >= 0x1100 && letter < 0x1160) || (letter >= 0x2E80 && letter < 0xA4D0)
      || (letter >= 0xAC00 && letter < 0xD7A4) || (letter >= 0xF900 && letter < 0xFB00)
      || (letter >= 0xFF00 && letter < 0xFF61) || (letter >= 0x1F300 && letter < 0x1FB00);
  return wide ? 2 : 1;
}

// The bytes at the front that are no wider than `width`; at least one letter.
std::size_t bytes_within(std::string_view text, std::size_t width) {
  std::size_t at = 0, used = 0;
  while (at < text.size()) {
    const auto [letter, bytes] = letter_at(text, at);
    if (at > 0 && used + width_of(letter) > width) break;
    used += width_of(letter);
    at += bytes;
  }
  return at;
}

std::string padded(std::string_view text, std::size_t width, TextTable::Align align) {
  const std::size_t taken = display_width(text);
  const std::string spaces(width > taken ? width - taken : 0, ' ');
  return align == TextTable::Align::right ? spaces + std::string{text} : std::string{text} + spaces;
}

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    longest = std::max(longest, display_width(text.substr(0, space)));
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return longest;
}

void trim_right(std::string& line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [letter, bytes] = letter_at(text, at);
    width += width_of(letter);
    at += bytes;
  }
  return width;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines{""};
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, space);
    text.remove_prefix(std::min(space + 1, text.size()));
    const std::size_t before = lines.back().empty() ? 0 : 1;
    if (display_width(lines.back()) + before + display_width(word) <= width) {
      if (before == 1) lines.back() += ' ';
      lines.back() += word;
      continue;
    }
    if (!lines.back().empty()) lines.emplace_back();
    while (display_width(word) > width) {
      const std::size_t bytes = bytes_within(word, width);
      lines.back() = word.substr(0, bytes);
      lines.emplace_back();
      word.remove_prefix(bytes);
    }
    lines.back() = word;
  }
  return lines;
}

std::string paragraph(std::string_view text, std::size_t width, std::size_t indent) {
  std::string all;
  for (const std::string& line : wrapped(text, std::max(width, indent + 20) - indent)) {
    all += std::string(indent, ' ') + line + '\n';
  }
  return all;
}

std::string styled(std::string_view text, Style style, bool colour) {
  if (!colour || style == Style::plain || text.empty()) return std::string{text};
  std::string_view code;
  switch (style) {
    case Style::plain:
      break;
    case Style::bold:
      code = "1";
      break;
    case Style::faint:
      code = "2";
      break;
    case Style::good:
      code = "32";
      break;
    case Style::warning:
      code = "33";
      break;
    case Style::bad:
      code = "31";
      break;
  }
  return "\x1b[" + std::string{code} + "m" + std::string{text} + "\x1b[0m";
}

TextTable::TextTable(std::vector<Column> columns) : columns_{std::move(columns)} {}

void TextTable::add(std::vector<Cell> cells) {
  demand(cells.size() == columns_.size(), "a row has a cell for each column");
  rows_.push_back({std::move(cells), {}, 0, Style::plain});
}

void TextTable::note(std::string text, std::size_t indent, Style style) {
  rows_.push_back({{}, std::move(text), indent, style});
}

std::vector<std::size_t> TextTable::widths(std::size_t width) const {
  std::vector<std::size_t> widths;
  std::vector<std::size_t> words;  // the longest word of each column: broken only where all else is
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t widest = display_width(columns_[i].title);
    std::size_t word = longest_word(columns_[i].title);
    for (const Row& row : rows_) {
      if (row.cells.empty()) continue;
      widest = std::max(widest, display_width(row.cells[i].text));
      word = std::max(word, longest_word(row.cells[i].text));
    }
    widths.push_back(widest);
    words.push_back(std::max(word, narrowest));
  }
  shrink(widths, words, width);
  shrink(widths, std::vector<std::size_t>(widths.size(), narrowest), width);
  return widths;
}

void TextTable::shrink(std::vector<std::size_t>& widths,
                       const std::vector<std::size_t>& least,
                       std::size_t width) const {
  const auto total = [&] {
    return std::accumulate(widths.begin(), widths.end(), space_between * (widths.size() - 1));
  };
  while (total() > width) {  // the widest flexible column gives way
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const bool can = columns_[i].flexible && widths[i] > least[i];
      if (can && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
    }
    if (widest == widths.size()) break;
    --widths[widest];
  }
}

std::string TextTable::print(std::size_t width, bool colour, std::size_t indent) const {
  const std::vector<std::size_t> columns = widths(width > indent ? width - indent : width);
  const std::string margin(indent, ' ');
  std::string text;
  const auto print_row = [&](const std::vector<Cell>& cells) {
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      lines.push_back(wrapped(cells[i].text, columns[i]));
      height = std::max(height, lines.back().size());
    }
    for (std::size_t at = 0; at < height; ++at) {
      std::string line = margin;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string_view words = at < lines[i].size() ? std::string_view{lines[i][at]} : "";
        if (i > 0) line += std::string(space_between, ' ');
        line += styled(padded(words, columns[i], columns_[i].align), cells[i].style, colour);
      }
      trim_right(line);
      text += line + '\n';
    }
  };
  std::vector<Cell> titles;
  for (const Column& column : columns_) titles.emplace_back(column.title, Style::faint);
  const bool titled =
      std::ranges::any_of(columns_, [](const Column& c) { return !c.title.empty(); });
  if (titled) print_row(titles);
  for (const Row& row : rows_) {
    if (row.cells.empty()) {
      const std::size_t left = indent + row.indent;
      for (const std::string& line : wrapped(row.note, std::max(width, left + 20) - left)) {
        text += std::string(left, ' ') + styled(line, row.style, colour) + '\n';
      }
    } else {
      print_row(row.cells);
    }
  }
  return text;
}

}  // namespace muster::report
