// SPDX-License-Identifier: Apache-2.0
#include "app/folder/table_taking.hpp"

#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "base/nearest.hpp"

#include "app/folder/recording_checks.hpp"
#include "app/folder/table_mapping.hpp"
#include "ledger/state.hpp"
#include "model/draft.hpp"
#include "sheets/table_import.hpp"

namespace muster::app {
namespace {

std::unexpected<Problems> refused(std::string what, std::string advice) {
  return std::unexpected{Problems{{{}, 0, {}, std::move(what), std::move(advice)}}};
}

std::map<std::string, std::vector<sheets::KnownRow>> rows_known(const Draft& draft) {
  std::map<std::string, std::vector<sheets::KnownRow>> known;
  for (const DraftTable& table : draft.tables()) {
    std::vector<sheets::KnownRow>& rows = known[std::string{table.schema->name}];
    if (table.schema->primary_key.empty()) continue;
    const std::size_t key = table.schema->primary_key.front();
    const auto name = table.schema->find("name");
    for (const DraftRow& row : table.rows)
      rows.push_back({row.cells[key].text, name ? row.cells[*name].text : std::string{}});
  }
  return known;
}

std::string known_sheets(const std::string& wanted, const std::vector<std::string_view>& names) {
  if (const auto near = nearest(wanted, names)) return "Maybe \"" + std::string{*near} + "\"?";
  std::string text;
  for (const std::string_view name : names)
    if (!name.empty()) text += (text.empty() ? "It has the sheets " : ", ") + std::string{name};
  return text.empty() ? "It has no sheets with names." : text + ".";
}

// Sheets that are not read are told too.
void tell_left(const std::vector<sheets::Sheet>& book,
               const std::string& taken,
               std::vector<sheets::TakenBlock>& blocks) {
  for (const sheets::Sheet& sheet : book) {
    if (sheet.name == taken || sheet.rows.empty()) continue;
    sheets::TakenBlock left;
    left.sheet = sheet.name;
    left.left = "another_sheet";
    blocks.push_back(std::move(left));
  }
}

Result<sheets::Imported> take_first(const std::vector<sheets::Sheet>& book,
                                    const TableWords& words,
                                    const sheets::TableRequest& request) {
  Problems problems;
  std::vector<std::string_view> names;
  for (const sheets::Sheet& sheet : book) {
    names.push_back(sheet.name);
    if (!words.sheet.empty() && sheet.name != words.sheet) continue;
    Result<sheets::Imported> taken = sheets::take_tables(sheet, request);
    if (taken) {
      tell_left(book, sheet.name, taken->takings.blocks);
      return taken;
    }
    problems.insert(problems.end(), taken.error().begin(), taken.error().end());
  }
  if (!problems.empty()) return std::unexpected{std::move(problems)};
  return refused("there is no sheet \"" + words.sheet + "\"", known_sheets(words.sheet, names));
}

// Everything that is wrong with what was asked for.
Problems problems_of(const TableWords& words, const Recording& recording, const Draft& draft) {
  Problems problems;
  const auto add = [&](std::string what, std::string advice) {
    problems.push_back({{}, 0, {}, std::move(what), std::move(advice)});
  };
  if (const std::string near = unknown_source(draft, recording.source); !near.empty())
    add("there is no source \"" + recording.source + "\" in the ledger then", near);
  if (!words.table.empty() && find_schema(words.table) == nullptr) {
    std::vector<std::string_view> names;
    for (const TableSchema& table : schemas()) names.push_back(table.name);
    const auto near = nearest(words.table, names);
    add("there is no table \"" + words.table + "\"",
        (near ? "Maybe " + std::string{*near} + "? " : std::string{})
            + "muster schema lists them.");
  }
  if (!words.cells.empty() && !sheets::cell_range(words.cells))
    add("\"" + words.cells + "\" is no range of cells", "It is written as A5:D20.");
  return problems;
}

// What is missing in a cell that may be meant to say what stands above it.
void advise_as_above(const sheets::Takings& takings, Problems& problems) {
  std::set<std::uint32_t> rows;
  for (const sheets::Repair& repair : takings.repairs)
    if (repair.rule == "maybe_as_above") rows.insert(repair.row);
  for (Problem& problem : problems)
    if (problem.advice.empty() && rows.contains(problem.line))
      problem.advice = "Maybe its first cells are empty since they are as above? Say --as-above.";
}

}  // namespace

Result<sheets::Imported> take_into_ledger(const SheetRequest& request,
                                          const std::vector<sheets::Sheet>& book,
                                          const KnownLedger& ledger) {
  const TableWords& words = request.words;
  const Recording& recording = request.recording;
  const auto mappings = read_mapping(words.mapping);
  if (!mappings) return std::unexpected{mappings.error()};
  const Day day =
      recording.valid_from.value_or(parse_day(recording.now.substr(0, 10)).value_or(Day{}));
  const Result<Draft> before = ledger::draft_at(ledger.store, {day, ledger.known});
  if (!before) return std::unexpected{before.error()};
  if (Problems problems = problems_of(words, recording, *before); !problems.empty())
    return std::unexpected{std::move(problems)};
  sheets::TableRequest wanted{.table = words.table.empty() ? nullptr : find_schema(words.table),
                              .mappings = *mappings,
                              .known = rows_known(*before),
                              .month_first = std::nullopt,
                              .valid_from = day,
                              .source = recording.source,
                              .as_above = words.as_above,
                              .only_block = words.block,
                              .cells = sheets::cell_range(words.cells)};
  if (words.month_first || words.day_first) wanted.month_first = words.month_first;
  Result<sheets::Imported> taken = take_first(book, words, wanted);
  if (!taken) return taken;
  Problems problems =
      problems_with(*before, taken->statements, request.file.filename().string(), false);
  advise_as_above(taken->takings, problems);
  if (!problems.empty()) return std::unexpected{std::move(problems)};
  if (!words.mapping.empty()) write_mapping(words.mapping, taken->takings.blocks, *mappings);
  return taken;
}

}  // namespace muster::app
