// SPDX-License-Identifier: Apache-2.0
#include "sheets/table/as_above.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "sheets/table/blocks.hpp"
#include "sheets/written.hpp"

namespace muster::sheets {
namespace {

bool is_empty(const SheetRow& row, std::size_t column) {
  return trimmed(cell_at(row, column)).empty();
}

class Filling {
 public:
  Filling(const Headings& headings,
          const TableSchema& table,
          const AsAbove& wanted,
          std::vector<Repair>& repairs)
      : headings_{headings}, table_{table}, wanted_{wanted}, repairs_{repairs} {
    for (std::size_t f = 0; f < table.fields.size(); ++f)
      if (headings.columns[f]) fields_[*headings.columns[f]] = f;
  }

  void fill(SheetRow& row, const SheetRow& above, const std::string& sheet) {
    if (row.cells.size() < headings_.names.size()) row.cells.resize(headings_.names.size());
    const std::size_t beginning = end_of_beginning(row);
    for (const auto& [column, field] : fields_) {
      if (!is_empty(row, column) || is_empty(above, column)) continue;
      const std::string text{cell_at(above, column)};
      const std::string& heading = headings_.names[column];
      const bool is_wanted =
          wanted_.headings.contains(heading) || (wanted_.at_the_beginning && column < beginning);
      if (is_wanted) {
        row.cells[column] = text;
        repairs_.push_back({sheet, row.line, heading, {}, text, "as_above", false});
      } else if (column < beginning && is_needed(field)) {
        repairs_.push_back({sheet, row.line, heading, {}, {}, "maybe_as_above", false});
      }
    }
  }

 private:
  // The column of the first text, where no empty amount lies before it: a row that says none of its
  // own goes on with the text of the one above, and is no row.
  [[nodiscard]] std::size_t end_of_beginning(const SheetRow& row) const {
    std::size_t end = 0;
    while (end < row.cells.size() && is_empty(row, end)) ++end;
    const bool has_amount = std::ranges::any_of(fields_, [&](const auto& one) {
      const FieldType type = table_.fields[one.second].type;
      return one.first < end && (type == FieldType::integer || type == FieldType::number);
    });
    return has_amount ? 0 : end;
  }

  [[nodiscard]] bool is_needed(std::size_t field) const {
    const bool is_key = std::ranges::find(table_.primary_key, field) != table_.primary_key.end();
    return (table_.fields[field].required && !is_key)
           || std::ranges::any_of(table_.foreign_keys,
                                  [&](const ForeignKey& one) { return one.field == field; });
  }

  const Headings& headings_;
  const TableSchema& table_;
  const AsAbove& wanted_;
  std::vector<Repair>& repairs_;
  std::map<std::size_t, std::size_t> fields_;  // by column
};

bool is_blank(const SheetRow& row) {
  return std::ranges::all_of(row.cells,
                             [](const std::string& cell) { return trimmed(cell).empty(); });
}

}  // namespace

void fill_as_above(Sheet& table_alone,
                   const Headings& headings,
                   const TableSchema& table,
                   const AsAbove& wanted,
                   std::vector<Repair>& repairs) {
  Filling filling{headings, table, wanted, repairs};
  std::vector<SheetRow>& rows = table_alone.rows;
  const SheetRow* above = nullptr;
  for (std::size_t r = headings.row + 1; r < rows.size(); ++r) {
    const bool follows = above != nullptr && !is_after_gap(*above, rows[r]);
    if (is_blank(rows[r]) || is_sum(rows[r]) || rows[r].cells == headings.names) {
      above = nullptr;
      continue;
    }
    if (follows) filling.fill(rows[r], *above, table_alone.name);
    above = &rows[r];
  }
}

}  // namespace muster::sheets
