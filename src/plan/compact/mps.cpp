// SPDX-License-Identifier: Apache-2.0
// MPS in its free format: fields divided by blanks, whole columns between markers, every bound
// written out, since readers differ in what they take for granted.
#include <array>
#include <charconv>

#include "plan/compact.hpp"

namespace muster::plan {
namespace {

constexpr std::string_view objective = "unmet_days";

// The shortest decimal that is read back as the same number.
void append(std::string& text, double value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  text.append(digits.data(), end);
}

void append_line(std::string& text, std::string_view what, std::string_view name, double value) {
  text += ' ';
  text += what;
  text += ' ';
  text += name;
  text += ' ';
  append(text, value);
  text += '\n';
}

void append_rows(std::string& text, const CompactModel& model) {
  text += "ROWS\n N ";
  text += objective;
  text += '\n';
  for (const CompactModel::Row& row : model.rows) {
    text += row.sense == CompactModel::Sense::at_least  ? " G "
            : row.sense == CompactModel::Sense::at_most ? " L "
                                                        : " E ";
    text += row.name;
    text += '\n';
  }
}

void append_marker(std::string& text, std::size_t number, bool begins) {
  text +=
      " MARKER" + std::to_string(number) + " 'MARKER' " + (begins ? "'INTORG'\n" : "'INTEND'\n");
}

// Two entries a line, so that a column's name is said half as often.
class ColumnLines {
 public:
  ColumnLines(std::string& text, const std::string& column) : text_{text}, column_{column} {}
  void add(std::string_view row, double value) {
    if (entries_++ % 2 == 0) {
      text_ += entries_ == 1 ? " " : "\n ";
      text_ += column_;
    }
    text_ += ' ';
    text_ += row;
    text_ += ' ';
    append(text_, value);
  }
  void end() { text_ += entries_ == 0 ? "" : "\n"; }

 private:
  std::string& text_;
  const std::string& column_;
  std::size_t entries_ = 0;
};

void append_columns(std::string& text, const CompactModel& model) {
  text += "COLUMNS\n";
  bool whole = false;
  auto entry = model.entries.begin();
  for (std::size_t c = 0; c < model.columns.size(); ++c) {
    const CompactModel::Column& column = model.columns[c];
    if (column.whole != whole) append_marker(text, c, column.whole);
    whole = column.whole;
    const auto is_of_column = [&] {
      return entry != model.entries.end() && static_cast<std::size_t>(entry->column) == c;
    };
    ColumnLines lines{text, column.name};
    if (column.cost != 0 || !is_of_column()) lines.add(objective, column.cost);
    for (; is_of_column(); ++entry)
      lines.add(model.rows[static_cast<std::size_t>(entry->row)].name, entry->value);
    lines.end();
  }
  if (whole) append_marker(text, model.columns.size(), false);
}

void append_limits(std::string& text, const CompactModel& model) {
  text += "RHS\n";
  for (const CompactModel::Row& row : model.rows)
    if (row.limit != 0) append_line(text, "RHS", row.name, row.limit);
  text += "BOUNDS\n";
  for (const CompactModel::Column& column : model.columns) {
    if (column.least != 0) append_line(text, "LO BOUND", column.name, column.least);
    append_line(text, "UP BOUND", column.name, column.most);
  }
}

}  // namespace

std::string to_mps(const CompactModel& model) {
  std::string text = "NAME ";
  text += model.name;
  text += '\n';
  append_rows(text, model);
  append_columns(text, model);
  append_limits(text, model);
  text += "ENDATA\n";
  return text;
}

}  // namespace muster::plan
