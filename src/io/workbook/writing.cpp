// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <memory>
#include <system_error>

#include <xlsxwriter.h>

#include "base/day.hpp"

#include "io/file.hpp"
#include "io/workbook_writer.hpp"

namespace muster::io {
namespace {

constexpr time_t fixed_creation = 1767225600;  // 2026-01-01: the same tables give the same bytes
constexpr const char* lists_name = "lists";
constexpr std::size_t most_listed = 255;  // characters of a list that stands in a cell's rule
constexpr lxw_row_t last_row = 1'048'575;
constexpr int widest = 48, narrowest = 9;

struct Formats {
  lxw_format* heading;
  lxw_format* day;
  lxw_format* share;
  lxw_format *full, *part, *little;  // grounds of shares
};

lxw_col_t column_of(std::size_t index) {
  return static_cast<lxw_col_t>(index);
}

lxw_row_t row_of(std::size_t index) {
  return static_cast<lxw_row_t>(index);
}

void write_cell(lxw_worksheet* sheet,
                lxw_row_t row,
                lxw_col_t column,
                const std::string& text,
                ColumnKind kind,
                const Formats& formats) {
  if (text.empty()) return;
  if (kind == ColumnKind::day)
    if (const auto day = parse_day(text)) {
      const auto serial = (*day - Day{std::chrono::year{1899} / 12 / 30}).count();
      worksheet_write_number(sheet, row, column, static_cast<double>(serial), formats.day);
      return;
    }
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = kind == ColumnKind::number || kind == ColumnKind::share;
  if (is_number && read.ec == std::errc{} && read.ptr == text.data() + text.size()) {
    worksheet_write_number(
        sheet, row, column, number, kind == ColumnKind::share ? formats.share : nullptr);
    return;
  }
  worksheet_write_string(sheet, row, column, text.c_str(), nullptr);
}

int width_of(const WorkbookTable& table, std::size_t column) {
  std::size_t width = table.columns[column].heading.size() + 3;
  for (const std::vector<std::string>& row : table.rows)
    width = std::max(width, row[column].size() + 1);
  return std::clamp(static_cast<int>(width), narrowest, widest);
}

// Lists too long for a cell's rule stand on a sheet of their own, one below the other in a column.
class Lists {
 public:
  explicit Lists(lxw_workbook* book) : book_{book} {}

  void offer(lxw_worksheet* sheet, lxw_col_t column, const std::vector<std::string>& choices) {
    lxw_data_validation rule{};
    rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    std::size_t length = 0;
    for (const std::string& choice : choices) length += choice.size() + 1;
    std::vector<const char*> names;
    std::string range;
    if (length <= most_listed) {
      for (const std::string& choice : choices) names.push_back(choice.c_str());
      names.push_back(nullptr);
      rule.validate = LXW_VALIDATION_TYPE_LIST;
      rule.value_list = const_cast<char**>(names.data());  // NOLINT: only read there
    } else {
      range = put(choices);
      rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule.value_formula = range.data();
    }
    worksheet_data_validation_range(sheet, 1, column, last_row, column, &rule);
  }

 private:
  std::string put(const std::vector<std::string>& choices) {
    if (sheet_ == nullptr) {
      sheet_ = workbook_add_worksheet(book_, lists_name);
      worksheet_hide(sheet_);
    }
    const lxw_col_t column = next_++;
    for (std::size_t i = 0; i < choices.size(); ++i)
      worksheet_write_string(sheet_, row_of(i), column, choices[i].c_str(), nullptr);
    char name[LXW_MAX_COL_NAME_LENGTH];  // NOLINT: what the library fills
    lxw_col_to_name(name, column, 1);
    return std::string{"="} + lists_name + "!" + name + "$1:" + name + "$"
           + std::to_string(choices.size());
  }

  lxw_workbook* book_;
  lxw_worksheet* sheet_ = nullptr;
  lxw_col_t next_ = 0;
};

void colour_shares(lxw_worksheet* sheet, lxw_col_t column, lxw_row_t last, const Formats& formats) {
  const auto colour = [&](std::uint8_t criteria, double value, lxw_format* format) {
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_CELL;
    rule.criteria = criteria;
    rule.value = value;
    rule.format = format;
    rule.stop_if_true = LXW_TRUE;
    worksheet_conditional_format_range(sheet, 1, column, last, column, &rule);
  };
  colour(LXW_CONDITIONAL_CRITERIA_LESS_THAN, 0.5, formats.little);
  colour(LXW_CONDITIONAL_CRITERIA_LESS_THAN, 1, formats.part);
  colour(LXW_CONDITIONAL_CRITERIA_GREATER_THAN_OR_EQUAL_TO, 1, formats.full);
}

void write_columns(lxw_worksheet* sheet,
                   const WorkbookTable& table,
                   const Formats& formats,
                   Lists& lists) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const WorkbookColumn& column = table.columns[c];
    lxw_row_col_options options{};
    options.hidden = column.is_hidden ? LXW_TRUE : LXW_FALSE;
    worksheet_set_column_opt(
        sheet, column_of(c), column_of(c), width_of(table, c), nullptr, &options);
    worksheet_write_string(sheet, 0, column_of(c), column.heading.c_str(), formats.heading);
    if (!column.note.empty()) worksheet_write_comment(sheet, 0, column_of(c), column.note.c_str());
    if (column.kind == ColumnKind::share && !table.rows.empty())
      colour_shares(sheet, column_of(c), row_of(table.rows.size()), formats);
    if (!column.choices.empty()) lists.offer(sheet, column_of(c), column.choices);
  }
}

void write_table(lxw_worksheet* sheet,
                 const WorkbookTable& table,
                 const Formats& formats,
                 Lists& lists) {
  write_columns(sheet, table, formats, lists);
  for (std::size_t r = 0; r < table.rows.size(); ++r)
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      write_cell(
          sheet, row_of(r + 1), column_of(c), table.rows[r][c], table.columns[c].kind, formats);
  worksheet_freeze_panes(sheet, 1, 0);
  if (!table.columns.empty())
    worksheet_autofilter(
        sheet, 0, 0, row_of(table.rows.size()), column_of(table.columns.size() - 1));
  if (table.is_hidden) worksheet_hide(sheet);
}

Formats formats_of(lxw_workbook* book) {
  constexpr lxw_color_t green = 0xC6EFCE, amber = 0xFFEB9C, red = 0xFFC7CE;
  const auto add = [&] { return workbook_add_format(book); };
  const Formats formats{add(), add(), add(), add(), add(), add()};
  format_set_bold(formats.heading);
  format_set_num_format(formats.day, "yyyy-mm-dd");
  format_set_num_format(formats.share, "0.0%");
  format_set_bg_color(formats.full, green);
  format_set_bg_color(formats.part, amber);
  format_set_bg_color(formats.little, red);
  return formats;
}

// Printed on A4, landscape, as wide as the paper, the heading on every sheet.
void fit_to_paper(lxw_worksheet* sheet) {
  constexpr std::uint8_t a4 = 9;
  worksheet_set_paper(sheet, a4);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 0);
}

// An ampersand begins a command there; no header is longer than 255 characters.
std::string in_header(const std::string& words) {
  constexpr std::size_t longest = 100;
  std::string text;
  for (const char letter : words.substr(0, longest))
    text += letter == '&' ? "&&" : std::string{letter};
  return text;
}

}  // namespace

void write_workbook(const std::filesystem::path& file,
                    const std::vector<WorkbookTable>& tables,
                    const std::string& marking) {
  const std::string part = file.string() + ".part";
  write_file(part, {});  // where that fails the library would speak for itself
  lxw_workbook* book = workbook_new(part.c_str());
  lxw_doc_properties properties{};
  properties.created = fixed_creation;
  workbook_set_properties(book, &properties);
  const Formats formats = formats_of(book);
  std::vector<lxw_worksheet*> sheets;
  for (const WorkbookTable& table : tables)
    sheets.push_back(workbook_add_worksheet(book, table.name.c_str()));
  Lists lists{book};  // its sheet comes last
  for (std::size_t i = 0; i < tables.size(); ++i) {
    write_table(sheets[i], tables[i], formats, lists);
    fit_to_paper(sheets[i]);
    if (marking.empty()) continue;
    worksheet_set_header(sheets[i], ("&C&\"Bold\"" + in_header(marking)).c_str());
    worksheet_set_footer(sheets[i], ("&C" + in_header(marking) + "&R&P / &N").c_str());
  }
  const lxw_error failure = workbook_close(book);
  if (failure != LXW_NO_ERROR) {
    std::filesystem::remove(part);
    throw std::filesystem::filesystem_error{
        lxw_strerror(failure), file, std::make_error_code(std::errc::io_error)};
  }
  std::filesystem::rename(part, file);
}

}  // namespace muster::io
