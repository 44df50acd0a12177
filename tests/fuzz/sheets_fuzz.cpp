// SPDX-License-Identifier: Apache-2.0
// A table of any bytes, text or workbook, is taken or refused; no row of it is lost.
#include <cstdlib>
#include <string>
#include <vector>

#include "io/csv.hpp"
#include "io/workbook.hpp"
#include "sheets/kiel_tracker.hpp"
#include "sheets/table_import.hpp"
#include "sheets/un_contributions.hpp"

namespace {

using namespace muster;

std::vector<sheets::Sheet> book_of(const std::string& bytes) {
  std::vector<sheets::Sheet> book;
  if (io::is_workbook(bytes)) {
    const auto read = io::read_workbook(bytes, "book.xlsx");
    if (!read) return book;
    for (const io::WorkbookSheet& one : read->sheets) {
      sheets::Sheet sheet{"book.xlsx", one.name, {}, {}, read->day_zero};
      for (std::size_t r = 0; r < one.rows.size(); ++r)
        sheet.rows.push_back({static_cast<std::uint32_t>(r + 1), one.rows[r]});
      for (const io::MergedCells& cells : one.merged)
        sheet.merged.push_back(
            {cells.first_row, cells.first_column, cells.last_row, cells.last_column});
      book.push_back(std::move(sheet));
    }
    return book;
  }
  sheets::Sheet sheet;
  for (const io::CsvRow& row : io::read_csv(bytes, "book.csv").rows) {
    std::vector<std::string> cells;
    for (const io::CsvCell& cell : row.cells) cells.push_back(cell.text);
    sheet.rows.push_back({row.line, std::move(cells)});
  }
  book.push_back(std::move(sheet));
  return book;
}

void look(const sheets::Takings& takings) {
  if (takings.rows_read != takings.rows_taken + takings.rows_refused) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes{reinterpret_cast<const char*>(data), size};
  std::vector<sheets::Sheet> book = book_of(bytes);
  sheets::TableRequest request;
  request.known["nations"] = {{"NLD", "Netherlands"}};
  for (const sheets::Sheet& sheet : book) {
    if (const auto taken = sheets::take_tables(sheet, request)) look(taken->takings);
    if (const auto taken = sheets::take_un_contributions(sheet)) look(taken->takings);
  }
  book.push_back(
      {"book.xlsx", "ReadMe", {{1, {"covering January 24 to October 3, 2022)"}}}, {}, {}});
  if (const auto taken = sheets::take_kiel_tracker(book)) look(taken->takings);
  return 0;
}
