// SPDX-License-Identifier: Apache-2.0
#include "sheets/returned.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/nearest.hpp"

#include "model/schema.hpp"
#include "sheets/statements.hpp"
#include "sheets/table/cells.hpp"
#include "sheets/written.hpp"

namespace muster::sheets {
namespace {

const std::string& text_of(const RowTexts* row, const std::string& column) {
  static const std::string nothing;
  if (row == nullptr) return nothing;
  const auto found = row->find(column);
  return found == row->end() ? nothing : found->second;
}

const RowTexts* row_of(const DataTexts& data, const std::string& table, const std::string& key) {
  const auto rows = data.find(table);
  if (rows == data.end()) return nullptr;
  const auto row = rows->second.find(key);
  return row == rows->second.end() ? nullptr : &row->second;
}

// A spreadsheet shows "24.80" as 24.8, and may add blanks.
bool is_same(const Field& field, const std::string& shown, const std::string& exported) {
  const auto plain = [&](const std::string& cell) {
    std::string text = trimmed(cell);
    const bool is_number = field.type == FieldType::integer || field.type == FieldType::number;
    if (!is_number || text.find('.') == std::string::npos) return text;
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
  };
  return plain(shown) == plain(exported);
}

// What is named in rows of other tables is known by what there is now, and by this book.
TableRequest known_of(const DataTexts& ours) {
  TableRequest request;
  for (const auto& [table, rows] : ours)
    for (const auto& [key, cells] : rows)
      request.known[table].push_back({key.substr(0, key.find('\n')), text_of(&cells, "name")});
  return request;
}

class Merging {
 public:
  Merging(const MergeRequest& request, TableRequest known)
      : request_{request}, known_{std::move(known)} {}

  void merge_sheet(const Sheet& sheet) {
    table_ = find_schema(sheet.name);
    sheet_ = &sheet;
    if (table_ == nullptr) return unknown_sheet();
    if (sheet.rows.empty() || !find_columns()) return;
    std::set<std::string> seen, keys;
    CellReader reader{*table_, known_, {sheet.day_zero, false}};
    for (std::size_t r = 1; r < sheet.rows.size(); ++r) {
      const SheetRow& row = sheet.rows[r];
      if (std::ranges::all_of(row.cells,
                              [](const std::string& cell) { return trimmed(cell).empty(); }))
        continue;
      ++merged_.imported.takings.rows_read;
      merge_row(row, reader, seen, keys);
    }
    look_for_gone(seen);
  }

  Result<Merged> result() && {
    if (!problems_.empty()) return std::unexpected{std::move(problems_)};
    return std::move(merged_);
  }

 private:
  void problem(std::uint32_t row, std::string column, std::string what, std::string advice) {
    problems_.push_back({sheet_->file + (sheet_->name.empty() ? "" : ", " + sheet_->name),
                         row,
                         std::move(column),
                         std::move(what),
                         std::move(advice)});
  }

  void unknown_sheet() {
    std::vector<std::string_view> names;
    for (const TableSchema& one : schemas()) names.push_back(one.name);
    const auto near = nearest(sheet_->name, names);
    problem(0,
            {},
            "there is no table \"" + sheet_->name + "\"",
            near ? "Maybe " + std::string{*near} + "?" : "Notes of your own belong elsewhere.");
  }

  bool find_columns() {
    key_column_.reset();
    fields_.clear();
    const std::vector<std::string>& names = sheet_->rows.front().cells;
    for (std::size_t c = 0; c < names.size(); ++c) {
      const std::string name = trimmed(names[c]);
      if (name == key_heading) {
        key_column_ = c;
      } else if (const auto field = table_->find(name)) {
        fields_.emplace_back(c, *field);
      } else if (!name.empty()) {
        std::vector<std::string_view> known;
        for (const Field& one : table_->fields) known.push_back(one.name);
        const auto near = nearest(name, known);
        problem(sheet_->rows.front().line,
                name,
                "the table " + std::string{table_->name} + " has no such column",
                near ? "Maybe " + std::string{*near} + "?" : std::string{});
      }
    }
    if (!key_column_)
      problem(sheet_->rows.front().line,
              std::string{key_heading},
              "the hidden column of keys is gone",
              "Edit a fresh export; or take this sheet with muster import table.");
    return key_column_.has_value();
  }

  static std::string cell(const SheetRow& row, std::size_t column) {
    return column < row.cells.size() ? row.cells[column] : std::string{};
  }

  // The row's cells as the data set has them; what cannot be read is a problem.
  RowTexts read(const SheetRow& row, const RowTexts* base, const CellReader& reader) {
    RowTexts texts;
    for (const auto& [column, field] : fields_) {
      const std::string name{table_->fields[field].name};
      const std::string old = cell(row, column);
      std::string hint;
      // What was exported is as it was, however a spreadsheet shows it.
      const auto value = is_same(table_->fields[field], old, text_of(base, name))
                             ? std::optional{ReadCell{text_of(base, name), {}}}
                             : reader.read(field, old, hint);
      if (!value) {
        problem(row.line,
                name,
                "\"" + old + "\" cannot be what the column wants",
                hint.empty() ? std::string{} : "Maybe " + hint + "?");
        continue;
      }
      texts[name] = value->text;
    }
    return texts;
  }

  [[nodiscard]] std::string key_of(const RowTexts& texts) const {
    std::string key;
    for (const std::size_t field : table_->primary_key)
      key += (key.empty() ? "" : "\n") + text_of(&texts, std::string{table_->fields[field].name});
    return key;
  }

  void merge_row(const SheetRow& row,
                 const CellReader& reader,
                 std::set<std::string>& seen,
                 std::set<std::string>& keys) {
    const std::string name{table_->name};
    const std::string exported = cell(row, *key_column_);
    const RowTexts* base = exported.empty() ? nullptr : row_of(request_.base, name, exported);
    const RowTexts texts = read(row, base, reader);
    const std::string key = key_of(texts);
    if (!exported.empty()) seen.insert(exported);
    if (!exported.empty() && key != exported)
      return problem(
          row.line,
          std::string{table_->fields[table_->primary_key.front()].name},
          "the row's key was \"" + exported + "\" when it was exported",
          "A key stays; for another row empty the hidden first cell, or write a new row.");
    if (!keys.insert(key).second)
      return problem(row.line, {}, "another row of this sheet has the key \"" + key + "\"", {});
    ++merged_.imported.takings.rows_taken;
    merge_cells(row, texts, base, row_of(request_.ours, name, key));
  }

  void merge_cells(const SheetRow& row,
                   const RowTexts& theirs,
                   const RowTexts* base,
                   const RowTexts* ours) {
    Cells changed;
    for (const auto& [column, text] : theirs) {
      const std::string& now = text_of(ours, column);
      if (text == text_of(base, column) || text == now) continue;
      if (now != text_of(base, column)) {
        conflict(row.line, column, now, text);
        if (request_.on_conflict != OnConflict::take_workbook) continue;
      }
      note(row.line, column, now, text, ours == nullptr ? "new_row" : "changed");
      changed.emplace_back(column, text);
    }
    if (changed.empty()) return;
    if (base != nullptr && ours == nullptr) return conflict(row.line, {}, {}, "removed meanwhile");
    for (const std::size_t field : table_->primary_key) {
      const std::string name{table_->fields[field].name};
      if (std::ranges::find(changed, name, &std::pair<std::string, std::string>::first)
          == changed.end())
        changed.emplace_back(name, text_of(&theirs, name));
    }
    std::ranges::sort(changed);
    merged_.imported.statements.push_back(
        {std::string{table_->name}, std::move(changed), request_.valid_from, false, row.line});
  }

  void look_for_gone(const std::set<std::string>& seen) {
    const std::string name{table_->name};
    const auto rows = request_.base.find(name);
    if (rows == request_.base.end()) return;
    for (const auto& [key, base] : rows->second) {
      const RowTexts* ours = row_of(request_.ours, name, key);
      if (seen.contains(key) || ours == nullptr) continue;
      if (*ours != base) {
        conflict(0, key, "changed meanwhile", "gone from the workbook");
        continue;
      }
      note(0, key, {}, {}, request_.removes ? "removed" : "gone_but_kept");
      if (!request_.removes) continue;
      Cells cells;
      for (const std::size_t field : table_->primary_key) {
        const std::string column{table_->fields[field].name};
        cells.emplace_back(column, text_of(&base, column));
      }
      std::ranges::sort(cells);
      merged_.imported.statements.push_back({name, std::move(cells), request_.valid_from, true, 0});
    }
  }

  void note(std::uint32_t row,
            const std::string& column,
            const std::string& old,
            const std::string& now,
            const std::string& rule) {
    merged_.imported.takings.repairs.push_back({sheet_->name, row, column, old, now, rule, false});
  }

  void conflict(std::uint32_t row,
                const std::string& column,
                const std::string& ours,
                const std::string& theirs) {
    ++merged_.conflicts;
    note(row, column, ours, theirs, "conflict");
  }

  const MergeRequest& request_;
  TableRequest known_;
  const TableSchema* table_ = nullptr;
  const Sheet* sheet_ = nullptr;
  std::optional<std::size_t> key_column_;
  std::vector<std::pair<std::size_t, std::size_t>> fields_;  // column of the sheet, field
  Merged merged_;
  Problems problems_;
};

}  // namespace

std::map<std::string, std::string> about_of(const std::vector<Sheet>& book) {
  std::map<std::string, std::string> about;
  for (const Sheet& sheet : book)
    if (sheet.name == about_sheet)
      for (const SheetRow& row : sheet.rows)
        if (row.cells.size() >= 2) about[row.cells[0]] = row.cells[1];
  return about;
}

Result<Merged> merge_returned(const std::vector<Sheet>& book, const MergeRequest& request) {
  TableRequest known = known_of(request.ours);
  // New rows of the book may be named by others of it.
  for (const Sheet& sheet : book) {
    const TableSchema* table = find_schema(sheet.name);
    if (table == nullptr || sheet.rows.empty() || table->primary_key.empty()) continue;
    const auto& names = sheet.rows.front().cells;
    const auto column =
        std::ranges::find(names, std::string{table->fields[table->primary_key.front()].name});
    if (column == names.end()) continue;
    const auto at = static_cast<std::size_t>(column - names.begin());
    for (const SheetRow& row : sheet.rows)
      if (at < row.cells.size()) known.known[sheet.name].push_back({trimmed(row.cells[at]), {}});
  }
  Merging merging{request, std::move(known)};
  for (const Sheet& sheet : book)
    if (sheet.name != about_sheet && sheet.name != "lists"
        && !sheet.name.starts_with(figures_prefix))
      merging.merge_sheet(sheet);
  return std::move(merging).result();
}

}  // namespace muster::sheets
