// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/demand.hpp"
#include "base/nearest.hpp"

#include "model/check/rows.hpp"
#include "model/draft.hpp"

namespace muster {
namespace {

using Stated = std::vector<bool>;  // per field

std::vector<DraftRow>::iterator find_row(DraftTable& table, const DraftRow& like) {
  const auto key = check::key_of(*table.schema, like);
  if (!key) return table.rows.end();
  return std::ranges::find_if(
      table.rows, [&](const DraftRow& row) { return check::key_of(*table.schema, row) == key; });
}

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

Problem not_there(const DraftTable& table, const DraftRow& row, std::string_view verb) {
  const TableSchema& schema = *table.schema;
  const auto key = check::key_of(schema, row);
  const std::string name =
      key ? check::joined(*key, ", ") : std::string{"a row without its whole key"};
  std::vector<std::string> all;
  for (const DraftRow& known : table.rows) {
    if (const auto known_key = check::key_of(schema, known))
      all.push_back(check::joined(*known_key, ", "));
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
void apply_row(DraftTable& table,
               const DraftRow& row,
               Operation operation,
               const Stated& stated,
               Problems& problems) {
  const auto found = find_row(table, row);
  const bool known = found != table.rows.end();
  if (operation == Operation::put) operation = known ? Operation::change : Operation::add;
  switch (operation) {
    case Operation::put:
      break;
    case Operation::add:
      if (known) {
        problems.push_back(already_there(table, row));
      } else {
        table.rows.push_back(row);
      }
      break;
    case Operation::change:
      if (known) {
        change_row(*found, row, stated);
      } else {
        problems.push_back(not_there(table, row, "change"));
      }
      break;
    case Operation::remove:
      if (known) {
        table.rows.erase(found);
      } else {
        problems.push_back(not_there(table, row, "remove"));
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
    for (std::size_t row = 0; row < rows.size(); ++row) {
      apply_row(draft.tables()[table],
                rows[row],
                overlay.operations[table][row],
                overlay.stated[table][row],
                problems);
    }
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
