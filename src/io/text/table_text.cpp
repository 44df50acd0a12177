// SPDX-License-Identifier: Apache-2.0
#include "io/text/table_text.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "base/nearest.hpp"

#include "io/csv.hpp"
#include "io/text/wording.hpp"

namespace muster::io {
namespace {

constexpr std::string_view operation_column = "_op";
constexpr std::uint32_t to_the_end = std::numeric_limits<std::uint32_t>::max();

// Which field each column of the file is; none: a column whose cells are left out.
struct Columns {
  std::vector<std::optional<std::size_t>> field;
  std::optional<std::size_t> operation;
};

class TableReader {
 public:
  TableReader(const TableSchema& schema, const std::string& file, Kind kind)
      : schema_{schema}, file_{file}, kind_{kind} {}

  TableReading read(std::string_view bytes) {
    CsvText csv = read_csv(bytes, file_);
    out_.problems = std::move(csv.problems);
    out_.whole = csv.whole;
    if (!csv.whole) out_.unreliable.push_back({file_, out_.problems.back().line, to_the_end, ""});
    if (csv.rows.empty()) {
      report(0, "", "the file is empty; its first line names the columns", "");
      return std::move(out_);
    }
    read_heading(csv);
    for (std::size_t i = 1; i < csv.rows.size(); ++i) read_row(csv.rows.front(), csv.rows[i]);
    return std::move(out_);
  }

 private:
  void report(std::uint32_t line, std::string_view column, std::string what, std::string advice) {
    out_.problems.push_back({file_, line, std::string{column}, std::move(what), std::move(advice)});
  }

  [[nodiscard]] bool is_taken(std::size_t field) const {
    return std::ranges::find(columns_.field, std::optional{field}) != columns_.field.end();
  }

  // The free field whose name or title is nearest to a heading.
  [[nodiscard]] std::optional<std::size_t> meant_by(const CsvRow& heading,
                                                    std::string_view text) const {
    std::vector<std::string_view> names;
    for (const Field& field : schema_.fields) {
      if (field.title == text) return schema_.find(field.name);
      const bool is_there =
          std::ranges::find(heading.cells, field.name, &CsvCell::text) != heading.cells.end();
      if (!is_there) names.push_back(field.name);
    }
    const auto name = nearest(text, names);
    return name ? schema_.find(*name) : std::nullopt;
  }

  static bool is_unused(const CsvText& csv, std::size_t column) {
    return std::ranges::all_of(csv.rows, [&](const CsvRow& row) {
      return column >= row.cells.size() || row.cells[column].text.empty();
    });
  }

  void read_heading(const CsvText& csv) {
    const CsvRow& heading = csv.rows.front();
    columns_.field.resize(heading.cells.size());
    for (std::size_t column = 0; column < heading.cells.size(); ++column) {
      const std::string& text = heading.cells[column].text;
      if (text == operation_column && kind_ == Kind::overlay && !columns_.operation) {
        columns_.operation = column;
      } else if (!text.empty()) {
        read_column(heading, column);
      } else if (!is_unused(csv, column)) {
        report(heading.line, "", "column " + std::to_string(column + 1) + " has no heading", "");
      }
    }
    for (std::size_t field = 0; field < schema_.fields.size(); ++field)
      report_missing(heading, field);
  }

  void read_column(const CsvRow& heading, std::size_t column) {
    const CsvCell& cell = heading.cells[column];
    auto field = schema_.find(cell.text);
    if (field && is_taken(*field)) {
      report(cell.line, cell.text, "the column " + in_quotes(cell.text) + " is there twice", "");
      return;
    }
    if (!field) {
      field = meant_by(heading, cell.text);
      std::string advice = field ? maybe(schema_.fields[*field].name) : std::string{};
      if (cell.text == operation_column) advice = "Only overlays have it.";
      report(cell.line,
             cell.text,
             in_quotes(cell.text) + " is not a column of " + std::string{schema_.name},
             std::move(advice));
      if (field && is_taken(*field)) field.reset();
    }
    columns_.field[column] = field;
  }

  void report_missing(const CsvRow& heading, std::size_t field) {
    const bool is_key = std::ranges::find(schema_.primary_key, field) != schema_.primary_key.end();
    const bool needed = kind_ == Kind::overlay ? is_key : schema_.fields[field].required;
    if (!needed || is_taken(field)) return;
    const std::string name{schema_.fields[field].name};
    report(heading.line, name, "the column " + in_quotes(name) + " is missing", "");
    out_.unreliable.push_back({file_, 0, to_the_end, name});
  }

  void read_row(const CsvRow& heading, const CsvRow& cells) {
    check_width(heading, cells);
    DraftRow row{.file = file_, .line = cells.line, .cells = {}};
    row.cells.assign(schema_.fields.size(), Cell{"", cells.line, 0});
    std::vector<bool> stated(schema_.fields.size(), false);
    for (std::size_t column = 0; column < columns_.field.size(); ++column) {
      const auto field = columns_.field[column];
      if (!field) continue;
      stated[*field] = true;
      if (column >= cells.cells.size()) continue;
      const CsvCell& cell = cells.cells[column];
      row.cells[*field] = {.text = cell.text, .line = cell.line, .column = cell.column};
    }
    out_.rows.push_back(std::move(row));
    if (kind_ == Kind::package) return;
    out_.stated.push_back(std::move(stated));
    out_.operations.push_back(read_operation(cells));
  }

  // Empty cells beyond the heading, as spreadsheets leave them, are no fault.
  void check_width(const CsvRow& heading, const CsvRow& row) {
    const std::size_t wanted = heading.cells.size();
    std::size_t found = row.cells.size();
    while (found > wanted && row.cells[found - 1].text.empty()) --found;
    if (found == wanted) return;
    report(row.line,
           "",
           "the row has " + std::to_string(found) + " cells, the heading " + std::to_string(wanted),
           found > wanted ? "A cell that holds the delimiter stands in quotes." : "");
    out_.unreliable.push_back({file_, row.line, row.last, ""});
  }

  Operation read_operation(const CsvRow& row) {
    if (!columns_.operation || *columns_.operation >= row.cells.size()) return Operation::put;
    const CsvCell& cell = row.cells[*columns_.operation];
    if (cell.text.empty()) return Operation::put;
    if (cell.text == "add") return Operation::add;
    if (cell.text == "change") return Operation::change;
    if (cell.text == "remove") return Operation::remove;
    static constexpr std::string_view allowed[] = {"add", "change", "remove"};
    const std::string meant = maybe(nearest(cell.text, allowed));
    report(cell.line,
           operation_column,
           in_quotes(cell.text) + " is not an allowed value",
           (meant.empty() ? meant : meant + " ") + "Allowed: add, change, remove.");
    return Operation::put;
  }

  const TableSchema& schema_;
  const std::string& file_;
  Kind kind_;
  Columns columns_;
  TableReading out_;
};

}  // namespace

TableReading read_table(const TableSchema& schema,
                        std::string_view bytes,
                        const std::string& file,
                        Kind kind) {
  return TableReader{schema, file, kind}.read(bytes);
}

}  // namespace muster::io
