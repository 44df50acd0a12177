// SPDX-License-Identifier: Apache-2.0
#include "app/export_workbook.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/folder/about_sheet.hpp"
#include "app/folder/data_sheet.hpp"
#include "app/folder/situation.hpp"
#include "app/folder/table_name.hpp"
#include "io/workbook_writer.hpp"

namespace muster::app {
namespace {

Problems too_long(const std::vector<io::WorkbookTable>& book) {
  Problems problems;
  for (const io::WorkbookTable& table : book) {
    if (table.rows.size() > io::most_sheet_rows)
      problems.push_back({table.name, 0, {}, "it has more rows than a sheet can hold", {}});
    for (const std::vector<std::string>& row : table.rows)
      for (std::size_t c = 0; c < row.size(); ++c)
        if (row[c].size() > io::longest_cell)
          problems.push_back({table.name + ", " + row.front(),
                              0,
                              table.columns[c].heading,
                              "its text is longer than a cell of a workbook can hold",
                              "muster export -o DIR has no such limit."});
  }
  return problems;
}

Answer tell(const std::filesystem::path& target,
            std::size_t tables,
            std::size_t rows,
            const Speech& speech) {
  if (speech.json) {
    const nlohmann::ordered_json told{
        {"workbook", target.string()}, {"tables", tables}, {"rows", rows}};
    return {told.dump(2) + "\n", {}, Exit::done};
  }
  return {std::to_string(rows) + " rows of " + std::to_string(tables) + " tables are in "
              + target.string() + ".\n",
          {},
          Exit::done};
}

}  // namespace

Answer export_workbook(const DataSet& data,
                       const std::vector<std::string>& tables,
                       const std::filesystem::path& target,
                       const Speech& speech) {
  for (const std::string& table : tables)
    if (find_schema(table) == nullptr) return no_such_table(table);
  const Result<Draft> draft = load_draft(data);
  if (!draft) return refuse(draft.error(), speech);
  std::vector<io::WorkbookTable> book;
  std::size_t rows = 0;
  for (const DraftTable& table : draft->tables()) {
    const bool is_named = std::ranges::find(tables, table.schema->name) != tables.end();
    if (table.schema->primary_key.empty() || (tables.empty() ? table.rows.empty() : !is_named))
      continue;
    rows += table.rows.size();
    book.push_back(data_sheet(table, *draft));
  }
  if (const Problems problems = too_long(book); !problems.empty()) return refuse(problems, speech);
  const std::size_t count = book.size();
  book.push_back(about_sheet(*draft, book, exported_moment(data)));
  io::write_workbook(target, book);
  return tell(target, count, rows, speech);
}

}  // namespace muster::app
