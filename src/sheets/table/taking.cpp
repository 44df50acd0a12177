// SPDX-License-Identifier: Apache-2.0
#include "sheets/table/taking.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "sheets/names.hpp"
#include "sheets/nations.hpp"
#include "sheets/reading.hpp"
#include "sheets/table/blocks.hpp"
#include "sheets/table/cells.hpp"

namespace muster::sheets {
namespace {

bool is_blank(const SheetRow& row) {
  return std::ranges::all_of(row.cells,
                             [](const std::string& cell) { return trimmed(cell).empty(); });
}

// By what the columns of days show: a number above 12 is no month.
bool shows_month_first(const Sheet& sheet, const Headings& headings, const TableSchema& table) {
  std::size_t month_first = 0, day_first = 0;
  for (std::size_t f = 0; f < table.fields.size(); ++f) {
    if (table.fields[f].type != FieldType::date || !headings.columns[f]) continue;
    for (std::size_t r = headings.row + 1; r < sheet.rows.size(); ++r) {
      const auto& cells = sheet.rows[r].cells;
      if (*headings.columns[f] >= cells.size()) continue;
      const std::string& text = cells[*headings.columns[f]];
      const auto as_month = written_day(text, {sheet.day_zero, true});
      const auto as_day = written_day(text, {sheet.day_zero, false});
      if (!as_month || !as_day || as_month->day != as_day->day || as_month->rule != "text_date")
        continue;
      // Only one reading is possible; which, the first number tells.
      const auto first = text.find_first_of("0123456789");
      const auto past = text.find_first_not_of("0123456789", first);
      const std::string number = text.substr(first, past - first);
      if (number.size() <= 2 && past != std::string::npos && text[past] != ' ')
        ++(std::stoi(number) > 12 ? day_first : month_first);
    }
  }
  return month_first > day_first;
}

std::vector<std::size_t> fields_of_amounts(const TableSchema& table) {
  std::vector<std::size_t> amounts;
  for (std::size_t f = 0; f < table.fields.size(); ++f)
    if (table.fields[f].type == FieldType::integer || table.fields[f].type == FieldType::number)
      amounts.push_back(f);
  return amounts;
}

class Taking {
 public:
  Taking(const Sheet& sheet,
         Headings headings,
         const TableSchema& table,
         const TableRequest& request,
         TableSoFar& so_far)
      : table_{table},
        request_{request},
        so_far_{so_far},
        headings_{headings.names},
        cells_{table,
               request,
               {sheet.day_zero,
                request.month_first.value_or(shows_month_first(sheet, headings, table))}},
        reading_{sheet, std::move(headings), fields_of_amounts(table)} {}

  Imported take() && {
    tell_nameless_columns();
    for (std::size_t r = reading_.first_row(); r < reading_.rows().size(); ++r)
      if (!is_blank(reading_.rows()[r])) take_row(reading_.rows()[r]);
    return {std::move(reading_).takings(), std::move(statements_)};
  }

 private:
  void take_row(const SheetRow& row) {
    reading_.begin(row);
    if (is_sum(row)) return reading_.refuse(row, {}, first_text(row), "sum_among_rows");
    if (row.cells == headings_) return reading_.refuse(row, {}, first_text(row), "heading_again");
    Cells cells;
    if (!read_cells(row, cells)) return;
    add_source(cells);
    const std::string key = key_of(row, cells);
    if (key.empty()) return;
    if (!is_new(row, key, cells)) return;
    reading_.take(row);
    state_nation(cells);
    state(statements_, table_.name, request_.valid_from, std::move(cells));
    statements_.back().row = row.line;
  }

  // Whose cells are not taken since nothing says what they are.
  void tell_nameless_columns() {
    for (std::size_t c = 0; c < headings_.size(); ++c) {
      if (!trimmed(headings_[c]).empty()) continue;
      for (std::size_t r = reading_.first_row(); r < reading_.rows().size(); ++r) {
        const SheetRow& row = reading_.rows()[r];
        if (c >= row.cells.size() || trimmed(row.cells[c]).empty()) continue;
        reading_.note(row, {}, row.cells[c], {}, "column_without_heading");
        break;
      }
    }
  }

  static std::string first_text(const SheetRow& row) {
    for (const std::string& cell : row.cells)
      if (!trimmed(cell).empty()) return trimmed(cell);
    return {};
  }

  // Of a row that is refused each cell that is in the way is told.
  bool read_cells(const SheetRow& row, Cells& cells) {
    std::string untold;
    bool is_refused = false;
    for (std::size_t f = 0; f < table_.fields.size(); ++f) {
      if (!reading_.has(f)) continue;
      const std::string old = reading_.cell(row, f);
      std::string hint;
      const auto read = cells_.read(f, old, hint);
      if (!read) {
        refuse_cell(row, f, old + (hint.empty() ? "" : " (maybe " + hint + "?)"), is_refused);
        is_refused = true;
        continue;
      }
      if (!read->rule.empty())
        reading_.note(row, reading_.heading(f), old, read->text, std::string{read->rule});
      if (!read->text.empty()) cells.emplace_back(table_.fields[f].name, read->text);
      if (read->rule == "vague" || read->rule == "undisclosed")
        untold += (untold.empty() ? "" : "; ") + reading_.heading(f) + ": " + trimmed(old);
    }
    if (!is_refused) add_note(cells, untold);
    return !is_refused;
  }

  void refuse_cell(const SheetRow& row, std::size_t field, const std::string& old, bool again) {
    const std::string rule = "no_" + std::string{table_.fields[field].name};
    if (again)
      reading_.refuse_too(row, reading_.heading(field), old, rule);
    else
      reading_.refuse(row, reading_.heading(field), old, rule);
  }

  // What a cell says instead of a value stays to be read.
  void add_note(Cells& cells, const std::string& untold) const {
    if (untold.empty() || !table_.find("note")) return;
    for (auto& [column, text] : cells)
      if (column == "note") {
        text += "; " + untold;
        return;
      }
    cells.emplace_back("note", untold);
  }

  void add_source(Cells& cells) const {
    if (request_.source.empty() || !table_.find("source")) return;
    if (text_of(cells, "source").empty()) cells.emplace_back("source", request_.source);
  }

  static std::string text_of(const Cells& cells, std::string_view column) {
    for (const auto& [name, text] : cells)
      if (name == column) return text;
    return {};
  }

  // The parts of the key, "\n" between; empty: the row was refused. One that is missing is made of
  // what the row says, where the table's key is a single one.
  std::string key_of(const SheetRow& row, Cells& cells) {
    std::string key;
    for (const std::size_t field : table_.primary_key) {
      const std::string name{table_.fields[field].name};
      std::string part = text_of(cells, name);
      if (part.empty() && table_.primary_key.size() == 1 && !is_reference(field)) {
        part = made_key(cells);
        if (!part.empty()) {
          cells.emplace_back(name, part);
          reading_.note(row, {}, {}, part, "key_made");
        }
      }
      if (part.empty()) {
        reading_.refuse(row, {}, {}, "no_" + name);
        return {};
      }
      key += (key.empty() ? "" : "\n") + part;
    }
    return key;
  }

  [[nodiscard]] bool is_reference(std::size_t field) const {
    return std::ranges::any_of(table_.foreign_keys,
                               [&](const ForeignKey& one) { return one.field == field; });
  }

  // Offer, nation, capability and what else tells rows apart, as "NLD.leopard-2.2024-01-01"; the
  // second of the same ends with "-2".
  std::string made_key(const Cells& cells) {
    std::string key;
    for (const char* column :
         {"offer", "nation", "unit", "capability", "name", "activity", "from", "on"})
      if (const std::string text = text_of(cells, column); !text.empty())
        key += (key.empty() ? "" : ".") + as_key(text);
    if (key.empty()) return key;
    const int times = ++so_far_.made[key];
    return times == 1 ? key : key + "-" + std::to_string(times);
  }

  bool is_new(const SheetRow& row, const std::string& key, const Cells& cells) {
    Cells sorted = cells;
    std::ranges::sort(sorted);
    const auto [first, is_new_key] = so_far_.keys.try_emplace(key, row.line, sorted);
    if (!is_new_key) {
      reading_.refuse(row,
                      {},
                      "row " + std::to_string(first->second.first),
                      first->second.second == sorted ? "repeats_a_row" : "contradicts_a_row");
      return false;
    }
    std::string rest;
    for (const auto& [column, text] : sorted)
      if (table_.primary_key.empty() || column != table_.fields[table_.primary_key.front()].name)
        rest += column + folded(text) + "\n";
    const auto [near, is_new_rest] = so_far_.rests.try_emplace(rest, row.line);
    if (!is_new_rest)
      reading_.note(row, {}, "row " + std::to_string(near->second), {}, "nearly_repeats_a_row");
    return true;
  }

  void state_nation(const Cells& cells) {
    const std::string nation = text_of(cells, "nation");
    const auto known = request_.known.find("nations");
    if (nation.empty() || table_.name == "nations" || known == request_.known.end()
        || std::ranges::any_of(known->second,
                               [&](const KnownRow& row) { return row.key == nation; })
        || !nations_.insert(nation).second)
      return;
    for (const NationName& one : nation_names())
      if (one.nation == nation) {
        state(statements_,
              "nations",
              request_.valid_from,
              {{"nation", nation}, {"name", std::string{one.name}}, {"source", request_.source}});
        return;
      }
  }

  const TableSchema& table_;
  const TableRequest& request_;
  TableSoFar& so_far_;
  std::vector<std::string> headings_;
  CellReader cells_;
  Reading reading_;
  std::vector<Statement> statements_;
  std::set<std::string> nations_;
};

}  // namespace

Imported take_rows(const Sheet& sheet,
                   const Headings& headings,
                   const TableSchema& table,
                   const TableRequest& request,
                   TableSoFar& so_far) {
  return Taking{sheet, headings, table, request, so_far}.take();
}

}  // namespace muster::sheets
