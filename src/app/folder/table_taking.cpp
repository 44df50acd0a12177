// SPDX-License-Identifier: Apache-2.0
#include "app/folder/table_taking.hpp"

#include <utility>

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

Result<sheets::ImportedTable> take_first(const std::vector<sheets::Sheet>& book,
                                         const TableWords& words,
                                         const sheets::TableRequest& request) {
  Problems problems;
  std::vector<std::string_view> names;
  for (const sheets::Sheet& sheet : book) {
    names.push_back(sheet.name);
    if (!words.sheet.empty() && sheet.name != words.sheet) continue;
    Result<sheets::ImportedTable> taken = sheets::take_table(sheet, request);
    if (taken) return taken;
    problems.insert(problems.end(), taken.error().begin(), taken.error().end());
  }
  if (!problems.empty()) return std::unexpected{std::move(problems)};
  const auto near = nearest(words.sheet, names);
  return refused("there is no sheet \"" + words.sheet + "\"",
                 near ? "Maybe \"" + std::string{*near} + "\"?" : std::string{});
}

}  // namespace

Result<sheets::Imported> take_into_ledger(const SheetRequest& request,
                                          const std::vector<sheets::Sheet>& book,
                                          const KnownLedger& ledger) {
  const TableWords& words = request.words;
  const Recording& recording = request.recording;
  const Result<TableMapping> mapping = read_mapping(words.mapping);
  if (!mapping) return std::unexpected{mapping.error()};
  const Day day =
      recording.valid_from.value_or(parse_day(recording.now.substr(0, 10)).value_or(Day{}));
  const Result<Draft> before = ledger::draft_at(ledger.store, {day, ledger.known});
  if (!before) return std::unexpected{before.error()};
  if (const std::string near = unknown_source(*before, recording.source); !near.empty())
    return refused("there is no source \"" + recording.source + "\" in the ledger then", near);
  const std::string table = words.table.empty() ? mapping->table : words.table;
  if (!table.empty() && find_schema(table) == nullptr)
    return refused("there is no table \"" + table + "\"", "muster schema lists them.");
  sheets::TableRequest wanted{table.empty() ? nullptr : find_schema(table),
                              mapping->columns,
                              rows_known(*before),
                              std::nullopt,
                              day,
                              recording.source};
  if (words.month_first || words.day_first) wanted.month_first = words.month_first;
  Result<sheets::ImportedTable> taken = take_first(book, words, wanted);
  if (!taken) return std::unexpected{taken.error()};
  if (const Problems problems = problems_with(
          *before, taken->imported.statements, request.file.filename().string(), false);
      !problems.empty())
    return std::unexpected{problems};
  if (!words.mapping.empty())
    write_mapping(words.mapping, std::string{taken->table->name}, taken->imported.takings.mapping);
  return std::move(taken->imported);
}

}  // namespace muster::app
