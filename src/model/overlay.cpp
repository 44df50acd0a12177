// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/demand.hpp"
#include "base/nearest.hpp"

#include "model/check/rows.hpp"
#include "model/draft.hpp"

namespace muster {
namespace {

using Stated = std::vector<bool>;  // per field

// The rows of a table by their keys, while they change; of those with one key the first. What is
// removed is only marked until the end, so that no place changes.
class RowsByKey {
 public:
  explicit RowsByKey(DraftTable& table) : table_{table}, is_gone_(table.rows.size(), false) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) remember(row);
  }

  [[nodiscard]] DraftTable& table() const { return table_; }
  [[nodiscard]] bool is_gone(std::size_t row) const { return is_gone_[row]; }

  // None: there is no such row, or it has not its whole key.
  [[nodiscard]] std::optional<std::size_t> find(const DraftRow& like) const {
    const auto name = name_of(like);
    const auto found = name ? places_.find(*name) : places_.end();
    return found == places_.end() ? std::nullopt : std::optional{found->second};
  }
  void add(const DraftRow& row) {
    table_.rows.push_back(row);
    is_gone_.push_back(false);
    remember(table_.rows.size() - 1);
  }
  void remove(std::size_t row) {
    places_.erase(*name_of(table_.rows[row]));
    is_gone_[row] = true;
    has_gone_ = true;
  }
  void take_gone_away() {
    if (!has_gone_) return;
    std::size_t row = 0;
    std::erase_if(table_.rows, [&](const DraftRow&) { return is_gone_[row++]; });
  }

 private:
  void remember(std::size_t row) {
    if (auto name = name_of(table_.rows[row])) places_.try_emplace(*std::move(name), row);
  }
  // Different for different keys, whatever is in them.
  [[nodiscard]] std::optional<std::string> name_of(const DraftRow& row) const {
    const auto key = check::key_of(*table_.schema, row);
    if (!key) return std::nullopt;
    std::string name;
    for (const std::string_view part : *key) {
      name += std::to_string(part.size()) + ':';
      name += part;
    }
    return name;
  }

  DraftTable& table_;
  std::vector<bool> is_gone_;
  bool has_gone_ = false;
  std::unordered_map<std::string, std::size_t> places_;
};

void change_row(DraftRow& row, const DraftRow& by, const Stated& stated) {
  row.file = by.file;
  row.line = by.line;
  for (std::size_t field = 0; field < row.cells.size(); ++field) {
    if (stated[field]) {
      row.cells[field] = by.cells[field];
    } else {
      row.cells[field].line = row.cells[field].column = 0;
    }
  }
}

Problem not_there(const RowsByKey& rows, const DraftRow& row, std::string_view verb) {
  const DraftTable& table = rows.table();
  const TableSchema& schema = *table.schema;
  const auto key = check::key_of(schema, row);
  const std::string name =
      key ? check::joined(*key, ", ") : std::string{"a row without its whole key"};
  std::vector<std::string> all;
  for (std::size_t k = 0; k < table.rows.size(); ++k) {
    const auto known_key = check::key_of(schema, table.rows[k]);
    if (known_key && !rows.is_gone(k)) all.push_back(check::joined(*known_key, ", "));
  }
  const std::vector<std::string_view> views{all.begin(), all.end()};
  const auto meant = nearest(name, views);
  return check::at_cell(schema,
                        row,
                        schema.primary_key.front(),
                        {check::in_quotes(name) + " is not in " + std::string{schema.name} + " to "
                             + std::string{verb},
                         check::maybe(meant.value_or(""))});
}

Problem already_there(const DraftTable& table, const DraftRow& row) {
  const auto key = check::key_of(*table.schema, row);
  return check::at_cell(*table.schema,
                        row,
                        table.schema->primary_key.front(),
                        {check::in_quotes(check::joined(*key, ", ")) + " is already in "
                             + std::string{table.schema->name},
                         "Write change under _op to change it."});
}

// Carries one row of the overlay out, or says why it cannot.
void apply_row(RowsByKey& rows,
               const DraftRow& row,
               Operation operation,
               const Stated& stated,
               Problems& problems) {
  const auto found = rows.find(row);
  if (operation == Operation::put) operation = found ? Operation::change : Operation::add;
  switch (operation) {
    case Operation::put:
      break;
    case Operation::add:
      if (found) {
        problems.push_back(already_there(rows.table(), row));
      } else {
        rows.add(row);
      }
      break;
    case Operation::change:
      if (found) {
        change_row(rows.table().rows[*found], row, stated);
      } else {
        problems.push_back(not_there(rows, row, "change"));
      }
      break;
    case Operation::remove:
      if (found) {
        rows.remove(*found);
      } else {
        problems.push_back(not_there(rows, row, "remove"));
      }
      break;
  }
}

void demand_parallel(const DraftOverlay& overlay, std::size_t table, std::size_t rows) {
  demand(table < overlay.operations.size() && overlay.operations[table].size() == rows
             && table < overlay.stated.size() && overlay.stated[table].size() == rows,
         "an overlay has an operation and its stated cells for every row");
}

}  // namespace

Result<Draft> apply(Draft draft, const DraftOverlay& overlay) {
  Problems problems;
  for (std::size_t table = 0; table < overlay.rows.tables().size(); ++table) {
    const auto& rows = overlay.rows.tables()[table].rows;
    demand_parallel(overlay, table, rows.size());
    if (rows.empty()) continue;
    RowsByKey known{draft.tables()[table]};
    for (std::size_t row = 0; row < rows.size(); ++row)
      apply_row(
          known, rows[row], overlay.operations[table][row], overlay.stated[table][row], problems);
    known.take_gone_away();
  }
  if (!overlay.rows.as_of.empty()) draft.as_of = overlay.rows.as_of;
  if (!overlay.rows.horizon.empty()) draft.horizon = overlay.rows.horizon;
  if (problems.empty()) return draft;
  std::ranges::stable_sort(problems, [](const Problem& a, const Problem& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
  return std::unexpected(std::move(problems));
}

}  // namespace muster
