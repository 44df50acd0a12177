// SPDX-License-Identifier: Apache-2.0
#include "ledger/state.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

#include "base/demand.hpp"

#include "ledger/store.hpp"

namespace muster::ledger {
namespace {

constexpr const char* file_name = "entry";

struct PackageCell {
  const char* column;
  std::string Draft::* text;
};
constexpr std::array<PackageCell, 4> package_cells{PackageCell{"clock", &Draft::clock},
                                                   {"horizon", &Draft::horizon},
                                                   {"name", &Draft::name},
                                                   {"title", &Draft::title}};

Problem unknown(std::uint64_t entry, const std::string& column, std::string what) {
  return {file_name,
          static_cast<std::uint32_t>(entry),
          column,
          std::move(what),
          "Maybe the ledger was written by a newer Muster?"};
}

// A row with the entry that it begins with, so that rows can be put in that order.
struct Begun {
  std::uint64_t since;
  DraftRow row;
};

class DraftMaker {
 public:
  DraftMaker() {
    for (const DraftTable& table : draft_.tables()) {
      places_.emplace(table.schema->name, begun_.size());
      begun_.emplace_back();
    }
  }

  void add(FoldedRow row) {
    if (row.table == package_table) return take_package(row);
    const auto place = places_.find(row.table);
    if (place == places_.end()) {
      problems_.push_back(unknown(row.since, {}, "there is no table \"" + row.table + "\""));
      return;
    }
    const TableSchema& schema = *draft_.tables()[place->second].schema;
    Begun begun{row.since, {file_name, static_cast<std::uint32_t>(row.since), {}}};
    begun.row.cells.resize(schema.fields.size());
    for (FoldedCell& cell : row.cells) {
      const auto field = schema.find(cell.column);
      if (field)
        begun.row.cells[*field] = {std::move(cell.text), static_cast<std::uint32_t>(cell.entry), 1};
      else
        problems_.push_back(
            unknown(cell.entry, cell.column, "the table " + row.table + " has no such column"));
    }
    begun_[place->second].push_back(std::move(begun));
  }

  Result<Draft> made(Day as_of) && {
    if (!problems_.empty()) return std::unexpected{std::move(problems_)};
    for (std::size_t t = 0; t < begun_.size(); ++t) {
      std::ranges::sort(begun_[t], {}, &Begun::since);
      for (Begun& begun : begun_[t]) draft_.tables()[t].rows.push_back(std::move(begun.row));
    }
    draft_.as_of = muster::to_text(as_of);
    return std::move(draft_);
  }

 private:
  void take_package(const FoldedRow& row) {
    for (const FoldedCell& cell : row.cells)
      for (const PackageCell& known : package_cells)
        if (cell.column == known.column) draft_.*known.text = cell.text;
  }

  Draft draft_;
  std::map<std::string_view, std::size_t> places_;
  std::vector<std::vector<Begun>> begun_;  // per table
  Problems problems_;
};

using Cells = std::vector<std::pair<std::string_view, std::string_view>>;  // column, text; sorted

std::string escaped(std::string_view part) {
  std::string text;
  for (const char letter : part) {
    if (letter == ',' || letter == '\\') text += '\\';
    text += letter;
  }
  return text;
}

bool is_key(const TableSchema& schema, std::size_t field) {
  return std::ranges::find(schema.primary_key, field) != schema.primary_key.end();
}

class Importing {
 public:
  Importing(Store& store, std::uint64_t known, const Stamp& stamp) : stamp_{stamp} {
    fold(store, {stamp.valid_from, known}, [&](FoldedRow row) {
      std::string name = row.table + '\n' + row.key;
      there_.emplace(std::move(name), std::move(row));
    });
  }

  Import import(const Draft& draft, bool removes) {
    add_package(draft);
    std::vector<std::string_view> tables;
    for (const DraftTable& table : draft.tables()) {
      if (!table.rows.empty()) tables.push_back(table.schema->name);
      for (const DraftRow& row : table.rows) add_row(*table.schema, row);
    }
    look_for_missing(tables, removes);
    return std::move(import_);
  }

 private:
  Entry entry(std::string_view table, std::string key) const {
    Entry made;
    made.table = table;
    made.key = std::move(key);
    made.valid_from = stamp_.valid_from;
    made.by = stamp_.by;
    made.source = stamp_.source;
    made.quotation = stamp_.quotation;
    made.why = stamp_.why;
    return made;
  }

  void add_package(const Draft& draft) {
    Cells cells;
    for (const PackageCell& cell : package_cells)
      if (!(draft.*cell.text).empty()) cells.emplace_back(cell.column, draft.*cell.text);
    if (cells.empty()) return;
    state(entry(package_table, std::string{package_key}), cells, {});
  }

  void add_row(const TableSchema& schema, const DraftRow& row) {
    ++import_.rows;
    std::vector<std::string_view> parts, key_columns;
    Cells cells;
    cells.reserve(schema.fields.size());
    for (const std::size_t field : schema.primary_key) {
      demand(!row.cells[field].text.empty(), "a row that is imported has its key");
      parts.push_back(row.cells[field].text);
      key_columns.push_back(schema.fields[field].name);
    }
    Entry made = entry(schema.name, key_text(parts));
    for (std::size_t f = 0; f < schema.fields.size(); ++f) {
      const std::string& text = row.cells[f].text;
      if (!text.empty()) cells.emplace_back(schema.fields[f].name, text);
      const bool is_source = schema.fields[f].name == "source" && !is_key(schema, f);
      if (is_source && !text.empty()) made.source = text;
    }
    std::ranges::sort(cells);
    switch (state(std::move(made), cells, key_columns)) {
      case Outcome::added:
        ++import_.added;
        break;
      case Outcome::changed:
        ++import_.changed;
        break;
      case Outcome::same:
        ++import_.same;
        break;
    }
  }

  enum class Outcome : std::uint8_t { added, changed, same };
  // States what differs from what is there; of a row that is there the key goes with it.
  Outcome state(Entry made, const Cells& cells, const std::vector<std::string_view>& key_columns) {
    const auto found = there_.find(made.table + '\n' + made.key);
    if (found == there_.end()) {
      made.cells.reserve(cells.size());
      for (const auto& [column, text] : cells)
        made.cells.push_back({std::string{column}, std::string{text}});
      import_.entries.push_back(std::move(made));
      return Outcome::added;
    }
    FoldedRow& old = found->second;
    add_differences(cells, old.cells, made.cells);
    old.key.clear();  // seen
    if (made.cells.empty()) return Outcome::same;
    for (const auto& [column, text] : cells)
      if (std::ranges::find(key_columns, column) != key_columns.end())
        made.cells.push_back({std::string{column}, std::string{text}});
    std::ranges::sort(made.cells);
    import_.entries.push_back(std::move(made));
    return Outcome::changed;
  }

  static void add_differences(const Cells& now,
                              const std::vector<FoldedCell>& old,
                              std::vector<StatedCell>& stated) {
    auto before = old.begin();
    for (const auto& [column, text] : now) {
      for (; before != old.end() && before->column < column; ++before)
        stated.push_back({before->column, {}});
      const bool is_same = before != old.end() && before->column == column && before->text == text;
      if (!is_same) stated.push_back({std::string{column}, std::string{text}});
      if (before != old.end() && before->column == column) ++before;
    }
    for (; before != old.end(); ++before) stated.push_back({before->column, {}});
  }

  void look_for_missing(const std::vector<std::string_view>& tables, bool removes) {
    std::map<std::pair<std::string, std::string>, const FoldedRow*> missing;
    for (const auto& [name, row] : there_)
      if (!row.key.empty() && std::ranges::find(tables, row.table) != tables.end())
        missing.emplace(std::pair{row.table, row.key}, &row);
    import_.missing = missing.size();
    if (!removes) return;
    for (const auto& [name, row] : missing) {
      Entry made = entry(row->table, row->key);
      made.kind = Kind::remove;
      import_.entries.push_back(std::move(made));
    }
  }

  const Stamp& stamp_;
  std::unordered_map<std::string, FoldedRow> there_;  // table, line break, key
  Import import_;
};

}  // namespace

Result<Draft> draft_at(Store& store, const Moment& moment) {
  DraftMaker maker;
  fold(store, moment, [&](FoldedRow row) { maker.add(std::move(row)); });
  return std::move(maker).made(moment.as_of);
}

std::string key_text(const std::vector<std::string_view>& parts) {
  std::string text;
  for (const std::string_view part : parts) {
    if (!text.empty()) text += ", ";
    text += escaped(part);
  }
  return text;
}

Import entries_for(
    const Draft& draft, Store& store, std::uint64_t known, const Stamp& stamp, bool removes) {
  return Importing{store, known, stamp}.import(draft, removes);
}

}  // namespace muster::ledger
