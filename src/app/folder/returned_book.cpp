// SPDX-License-Identifier: Apache-2.0
#include "app/folder/returned_book.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/sha256.hpp"

#include "app/folder/recording_checks.hpp"
#include "ledger/state.hpp"
#include "model/cell_value.hpp"

namespace muster::app {
namespace {

using About = std::map<std::string, std::string>;
constexpr std::string_view rows_of = "rows of ";

std::unexpected<Problems> refused(const SheetRequest& request,
                                  std::string what,
                                  std::string advice) {
  return std::unexpected{
      Problems{{request.file.filename().string(), 0, {}, std::move(what), std::move(advice)}}};
}

std::string text_of(const About& about, const std::string& name) {
  const auto found = about.find(name);
  return found == about.end() ? std::string{} : found->second;
}

// Every table that was exported is in the ledger as it was.
bool is_what_was_exported(const About& about, const sheets::DataTexts& base) {
  return std::ranges::all_of(about, [&](const auto& one) {
    if (!one.first.starts_with(rows_of)) return true;
    const auto table = base.find(one.first.substr(rows_of.size()));
    return hash_of(table == base.end() ? sheets::TableTexts{} : table->second) == one.second;
  });
}

}  // namespace

sheets::DataTexts texts_of(const Draft& draft) {
  sheets::DataTexts texts;
  for (const DraftTable& table : draft.tables()) {
    if (table.schema->primary_key.empty()) continue;
    sheets::TableTexts& rows = texts[std::string{table.schema->name}];
    for (const DraftRow& row : table.rows) {
      std::string key;
      for (const std::size_t field : table.schema->primary_key)
        key += (key.empty() ? "" : "\n") + row.cells[field].text;
      sheets::RowTexts& cells = rows[key];
      for (std::size_t f = 0; f < row.cells.size(); ++f)
        if (!row.cells[f].text.empty())
          cells[std::string{table.schema->fields[f].name}] = row.cells[f].text;
    }
  }
  return texts;
}

std::string hash_of(const sheets::TableTexts& rows) {
  std::string text;
  for (const auto& [key, cells] : rows) {
    text += key + "\n";
    for (const auto& [column, value] : cells) text += column + "\t" + value + "\n";
  }
  return sha256(text);
}

Result<sheets::Merged> take_returned(const SheetRequest& request,
                                     const std::vector<sheets::Sheet>& book,
                                     const KnownLedger& ledger) {
  const About about = sheets::about_of(book);
  const auto entry = parse_whole(text_of(about, "entry"));
  const auto as_of = parse_day(text_of(about, "as of"));
  if (text_of(about, "layout") != sheets::layout || !entry || *entry < 0 || !as_of)
    return refused(request,
                   "this workbook was not exported from a ledger",
                   "muster export LEDGER --xlsx FILE makes one; for other tables there is muster "
                   "import table.");
  const auto known = static_cast<std::uint64_t>(*entry);
  const auto last = ledger.store.find(known);
  if (known > ledger.known || (known > 0 && (!last || last->hash != text_of(about, "hash"))))
    return refused(request,
                   "it was exported from another ledger: entry " + std::to_string(known)
                       + " is not what it was there",
                   "Maybe name the ledger that it came from.");
  const Recording& recording = request.recording;
  const Day day =
      recording.valid_from.value_or(parse_day(recording.now.substr(0, 10)).value_or(Day{}));
  const Result<Draft> base = ledger::draft_at(ledger.store, {*as_of, known});
  const Result<Draft> ours = ledger::draft_at(ledger.store, {day, ledger.known});
  if (!base) return std::unexpected{base.error()};
  if (!ours) return std::unexpected{ours.error()};
  if (const std::string near = unknown_source(*ours, recording.source); !near.empty())
    return refused(
        request, "there is no source \"" + recording.source + "\" in the ledger then", near);
  const sheets::MergeRequest merge{
      texts_of(*base), texts_of(*ours), request.on_conflict, request.removes, day};
  if (!is_what_was_exported(about, merge.base))
    return refused(
        request, "the ledger does not have what was exported", "muster ledger verify may say why.");
  Result<sheets::Merged> merged = sheets::merge_returned(book, merge);
  if (!merged) return merged;
  if (const Problems problems =
          problems_with(*ours, merged->imported.statements, request.file.filename().string(), true);
      !problems.empty())
    return std::unexpected{problems};
  return merged;
}

}  // namespace muster::app
