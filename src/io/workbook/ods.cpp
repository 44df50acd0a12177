// SPDX-License-Identifier: Apache-2.0
#include "io/workbook/ods.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "io/workbook/cell_text.hpp"
#include "io/workbook/cells.hpp"
#include "io/workbook/markup.hpp"

namespace muster::io {
namespace {

constexpr const char* content_member = "content.xml";
constexpr Day usual_day_zero = Day{std::chrono::year{1899} / 12 / 30};
constexpr unsigned most_repeats = 1'048'576;
constexpr int deepest = 8;  // of groups and spans within others; the standard sets no limit

unsigned count_of(pugi::xml_node node, std::string_view name) {
  return std::clamp(attribute(node, name).as_uint(1), 1U, most_repeats);
}

// The characters of a paragraph; comments on it are left out.
void add_characters(pugi::xml_node node, std::string& text, int depth = 0) {
  for (const pugi::xml_node part : node) {
    const std::string_view name = bare_name(part.name());
    if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata)
      text += part.value();
    else if (name == "s")
      text.append(std::min(attribute(part, "c").as_uint(1), 1000U), ' ');
    else if (name == "tab")
      text += '\t';
    else if (name == "line-break")
      text += '\n';
    else if ((name == "a" || name == "span") && depth < deepest)
      add_characters(part, text, depth + 1);
  }
}

std::string paragraphs_of(pugi::xml_node cell) {
  std::string text;
  bool is_first = true;
  for (const pugi::xml_node part : cell) {
    if (bare_name(part.name()) != "p") continue;
    if (!std::exchange(is_first, false)) text += '\n';
    add_characters(part, text);
  }
  return text;
}

// "PT14H05M00S" as "14:05:00"; what is written otherwise stays.
std::string clock_of(std::string_view duration) {
  if (duration.size() < 11 || !duration.starts_with("PT") || duration[4] != 'H'
      || duration[7] != 'M')
    return std::string{duration};
  return std::string{duration.substr(2, 2)} + ':' + std::string{duration.substr(5, 2)} + ':'
         + std::string{duration.substr(8, 2)};
}

std::string text_of_cell(pugi::xml_node cell) {
  const std::string_view type = attribute(cell, "value-type").value();
  if (type == "float" || type == "percentage" || type == "currency")
    return cell_text(attribute(cell, "value").value(), Shows::number, usual_day_zero);
  if (type == "date") {
    const std::string_view day = attribute(cell, "date-value").value();
    return std::string{day.substr(0, day.find("T00:00:00"))};
  }
  if (type == "time") return clock_of(attribute(cell, "time-value").value());
  if (type == "boolean") return attribute(cell, "boolean-value").value();
  const pugi::xml_attribute stated = attribute(cell, "string-value");
  return stated ? stated.value() : paragraphs_of(cell);
}

class Table {
 public:
  explicit Table(pugi::xml_node table, CellLimit& limit) : limit_{limit} {
    sheet_.name = attribute(table, "name").value();
    add_rows(table);
  }
  [[nodiscard]] WorkbookSheet sheet() && { return std::move(sheet_); }

 private:
  // Rows may lie in groups, one in another.
  void add_rows(pugi::xml_node parent, int depth = 0) {
    for (const pugi::xml_node node : parent) {
      const std::string_view name = bare_name(node.name());
      if (name == "table-row")
        add_row(node);
      else if (depth < deepest
               && (name == "table-header-rows" || name == "table-row-group"
                   || name == "table-rows"))
        add_rows(node, depth + 1);
    }
  }

  void add_row(pugi::xml_node row) {
    const unsigned repeats = count_of(row, "number-rows-repeated");
    std::size_t column = 0;
    for (const pugi::xml_node cell : row) {
      const std::string_view name = bare_name(cell.name());
      if (name != "table-cell" && name != "covered-table-cell") continue;
      const unsigned columns = count_of(cell, "number-columns-repeated");
      if (name == "table-cell") add_cell(cell, column, repeats, columns);
      column += columns;
    }
    row_ += repeats;
  }

  void add_cell(pugi::xml_node cell, std::size_t column, unsigned rows, unsigned columns) {
    const std::string text = text_of_cell(cell);
    if (!text.empty())
      for (unsigned r = 0; r < rows; ++r)
        for (unsigned c = 0; c < columns; ++c)
          put_cell(sheet_, {row_ + r, column + c}, text, limit_);
    const unsigned tall = count_of(cell, "number-rows-spanned");
    const unsigned wide = count_of(cell, "number-columns-spanned");
    if (tall > 1 || wide > 1)
      sheet_.merged.push_back({static_cast<std::uint32_t>(row_),
                               static_cast<std::uint32_t>(column),
                               static_cast<std::uint32_t>(row_ + tall - 1),
                               static_cast<std::uint32_t>(column + wide - 1)});
  }

  WorkbookSheet sheet_;
  CellLimit& limit_;
  std::size_t row_ = 0;
};

}  // namespace

Workbook read_ods(Archive& archive) {
  const auto text = archive.read(content_member);
  if (!text) throw BrokenWorkbook{"it has no content.xml"};
  const Markup markup{*text, content_member};
  Workbook book{{}, usual_day_zero};
  CellLimit limit;
  for (const pugi::xml_node node : child(child(markup.root(), "body"), "spreadsheet"))
    if (bare_name(node.name()) == "table") book.sheets.push_back(Table{node, limit}.sheet());
  return book;
}

}  // namespace muster::io
