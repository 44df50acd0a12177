// SPDX-License-Identifier: Apache-2.0
#include "app/folder/sheet_file.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "io/csv.hpp"
#include "io/file.hpp"
#include "io/workbook.hpp"

namespace muster::app {
namespace {

sheets::Sheet sheet_of(io::WorkbookSheet read, const std::string& file, Day day_zero) {
  sheets::Sheet sheet{file, std::move(read.name), {}, {}, day_zero};
  std::uint32_t line = 0;
  for (std::vector<std::string>& cells : read.rows) {
    ++line;
    if (!cells.empty()) sheet.rows.push_back({line, std::move(cells)});
  }
  for (const io::MergedCells& range : read.merged)
    sheet.merged.push_back(
        {range.first_row, range.first_column, range.last_row, range.last_column});
  return sheet;
}

Result<std::vector<sheets::Sheet>> sheets_of_workbook(std::string_view bytes,
                                                      const std::string& file) {
  Result<io::Workbook> book = io::read_workbook(bytes, file);
  if (!book) return std::unexpected(std::move(book.error()));
  std::vector<sheets::Sheet> all;
  for (io::WorkbookSheet& sheet : book->sheets)
    all.push_back(sheet_of(std::move(sheet), file, book->day_zero));
  return all;
}

// Each table of text in a folder is a sheet of its name.
Result<std::vector<sheets::Sheet>> sheets_of_folder(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string kind = entry.path().extension().string();
    if (kind == ".csv" || kind == ".txt" || kind == ".tsv") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<sheets::Sheet> all;
  Problems problems;
  for (const std::filesystem::path& file : files) {
    Result<std::vector<sheets::Sheet>> read = read_sheets(file);
    if (!read) {
      std::ranges::move(read.error(), std::back_inserter(problems));
      continue;
    }
    read->front().name = file.stem().string();
    all.push_back(std::move(read->front()));
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return all;
}

}  // namespace

Result<std::vector<sheets::Sheet>> read_sheets(const std::filesystem::path& path) {
  if (std::filesystem::is_directory(path)) return sheets_of_folder(path);
  const std::string file = path.filename().string();
  const std::string bytes = io::read_file(path);
  if (io::is_workbook(bytes) || path.extension() == ".xls" || path.extension() == ".xlsx")
    return sheets_of_workbook(bytes, file);
  sheets::Sheet sheet;
  sheet.file = file;
  io::CsvText text = io::read_csv(bytes, file, [&](const io::CsvRow& row) {
    std::vector<std::string> cells;
    for (const io::CsvCell& cell : row.cells) cells.push_back(cell.text);
    sheet.rows.push_back({row.line, std::move(cells)});
  });
  if (!text.problems.empty()) return std::unexpected(std::move(text.problems));
  return std::vector{std::move(sheet)};
}

}  // namespace muster::app
