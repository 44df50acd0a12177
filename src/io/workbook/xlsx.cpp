// SPDX-License-Identifier: Apache-2.0
#include "io/workbook/xlsx.hpp"

#include <charconv>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "io/workbook/cell_text.hpp"
#include "io/workbook/cells.hpp"
#include "io/workbook/markup.hpp"

namespace muster::io {
namespace {

constexpr const char* default_book = "xl/workbook.xml";
constexpr Day zero_of_1900 = Day{std::chrono::year{1899} / 12 / 30};
constexpr Day zero_of_1904 = Day{std::chrono::year{1904} / 1 / 1};

Markup read_markup(Archive& archive, const std::string& member) {
  const auto text = archive.read(member);
  if (!text) throw BrokenWorkbook{member + " is missing"};
  return {*text, member};
}

// "_x000D_" stands for a character that XML cannot hold; those that are no text are left out.
std::string unescaped(std::string text) {
  for (std::size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at)) {
    unsigned code = 0;
    const char* first = text.data() + at + 2;
    const bool fits = at + 7 <= text.size() && text[at + 6] == '_';
    const auto read = fits ? std::from_chars(first, first + 4, code, 16)
                           : std::from_chars_result{first, std::errc::invalid_argument};
    if (read.ec != std::errc{} || read.ptr != first + 4 || code >= 0x80U)
      at += 2;
    else if (code >= 0x20U || code == '\n' || code == '\t')
      text.replace(at++, 7, 1, static_cast<char>(code));
    else
      text.erase(at, 7);
  }
  return text;
}

// The text of <si> and <is>: its own, or that of its runs; how it is pronounced is left out.
std::string text_of(pugi::xml_node item) {
  std::string text;
  for (const pugi::xml_node part : item) {
    const std::string_view name = bare_name(part.name());
    if (name == "t") text += part.child_value();
    if (name == "r") text += child(part, "t").child_value();
  }
  return unescaped(std::move(text));
}

// A target of a relationship, seen from the folder of the member that has it.
std::string path_of(std::string_view target, std::string_view folder) {
  if (target.starts_with('/')) return std::string{target.substr(1)};
  return std::string{folder} + std::string{target};
}

using Targets = std::map<std::string, std::pair<std::string, std::string>>;  // kind, path by id
Targets relationships(Archive& archive, const std::string& folder, const std::string& name) {
  const std::string member = folder + "_rels/" + name + ".rels";
  Targets targets;
  const auto text = archive.read(member);
  if (!text) return targets;
  const Markup markup{*text, member};
  for (const pugi::xml_node one : markup.root()) {
    const std::string_view kind = attribute(one, "Type").value();
    targets[attribute(one, "Id").value()] = {std::string{kind.substr(kind.rfind('/') + 1)},
                                             path_of(attribute(one, "Target").value(), folder)};
  }
  return targets;
}

std::optional<std::string> path_of_kind(const Targets& targets, std::string_view kind) {
  for (const auto& [id, target] : targets)
    if (target.first == kind) return target.second;
  return std::nullopt;
}

std::vector<std::string> shared_texts(Archive& archive, const Targets& targets) {
  std::vector<std::string> texts;
  const auto path = path_of_kind(targets, "sharedStrings");
  if (!path) return texts;
  const Markup markup = read_markup(archive, *path);
  for (const pugi::xml_node item : markup.root())
    if (bare_name(item.name()) == "si") texts.push_back(text_of(item));
  return texts;
}

// What a number under each cell format stands for.
std::vector<Shows> cell_formats(Archive& archive, const Targets& targets) {
  std::vector<Shows> formats;
  const auto path = path_of_kind(targets, "styles");
  if (!path) return formats;
  const Markup markup = read_markup(archive, *path);
  std::map<unsigned, std::string> codes;
  for (const pugi::xml_node format : child(markup.root(), "numFmts"))
    codes[attribute(format, "numFmtId").as_uint()] = attribute(format, "formatCode").value();
  for (const pugi::xml_node format : child(markup.root(), "cellXfs")) {
    const unsigned id = attribute(format, "numFmtId").as_uint();
    const auto code = codes.find(id);
    formats.push_back(shown_by_format(
        id, code == codes.end() ? std::string_view{} : std::string_view{code->second}));
  }
  return formats;
}

struct Book {
  std::vector<std::string> texts;
  std::vector<Shows> formats;
  Day day_zero;
  CellLimit limit;
};

std::string text_of_cell(pugi::xml_node cell, const Book& book) {
  const std::string_view type = attribute(cell, "t").value();
  const std::string_view value = child(cell, "v").child_value();
  if (type == "inlineStr") return text_of(child(cell, "is"));
  if (type == "s") {
    std::size_t index = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), index);
    if (read.ec != std::errc{} || index >= book.texts.size())
      throw BrokenWorkbook{"a cell has a text that is not there"};
    return book.texts[index];
  }
  if (type == "b") return value == "1" ? "true" : "false";
  if (type == "str") return unescaped(std::string{value});
  if (type == "e" || type == "d") return std::string{value};
  const unsigned format = attribute(cell, "s").as_uint();
  return cell_text(
      value, format < book.formats.size() ? book.formats[format] : Shows::number, book.day_zero);
}

void read_rows(pugi::xml_node data, Book& book, WorkbookSheet& sheet) {
  CellPlace next;  // places may be left out
  for (const pugi::xml_node row : data) {
    if (const unsigned number = attribute(row, "r").as_uint(); number > 0) next.row = number - 1;
    next.column = 0;
    for (const pugi::xml_node cell : row) {
      if (bare_name(cell.name()) != "c") continue;
      if (std::string_view name = attribute(cell, "r").value(); !name.empty())
        next = take_place(name);
      put_cell(sheet, next, text_of_cell(cell, book), book.limit);
      ++next.column;
    }
    ++next.row;
  }
}

WorkbookSheet read_sheet(const Markup& markup, std::string name, Book& book) {
  WorkbookSheet sheet;
  sheet.name = std::move(name);
  read_rows(child(markup.root(), "sheetData"), book, sheet);
  for (const pugi::xml_node merged : child(markup.root(), "mergeCells")) {
    std::string_view range = attribute(merged, "ref").value();
    const CellPlace first = take_place(range);
    if (range.starts_with(':')) range.remove_prefix(1);
    const CellPlace last = range.empty() ? first : take_place(range);
    sheet.merged.push_back({static_cast<std::uint32_t>(first.row),
                            static_cast<std::uint32_t>(first.column),
                            static_cast<std::uint32_t>(last.row),
                            static_cast<std::uint32_t>(last.column)});
  }
  return sheet;
}

bool is_true(std::string_view value) {
  return value == "1" || value == "true";
}

}  // namespace

Workbook read_xlsx(Archive& archive) {
  const std::string path =
      path_of_kind(relationships(archive, "", ""), "officeDocument").value_or(default_book);
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  const Targets targets = relationships(archive, folder, path.substr(folder.size()));
  const Markup markup = read_markup(archive, path);
  const bool from_1904 = is_true(attribute(child(markup.root(), "workbookPr"), "date1904").value());
  Book book{shared_texts(archive, targets),
            cell_formats(archive, targets),
            from_1904 ? zero_of_1904 : zero_of_1900,
            {}};
  Workbook read{{}, book.day_zero};
  for (const pugi::xml_node sheet : child(markup.root(), "sheets")) {
    const auto target = targets.find(sheet.attribute("r:id") ? sheet.attribute("r:id").value()
                                                             : attribute(sheet, "id").value());
    if (target == targets.end() || target->second.first != "worksheet") continue;  // a chart
    read.sheets.push_back(read_sheet(
        read_markup(archive, target->second.second), attribute(sheet, "name").value(), book));
  }
  return read;
}

}  // namespace muster::io
