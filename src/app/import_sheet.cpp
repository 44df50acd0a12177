// SPDX-License-Identifier: Apache-2.0
#include "app/import_sheet.hpp"

#include <set>
#include <utility>
#include <vector>

#include "app/folder/ledger_state.hpp"
#include "app/folder/returned_book.hpp"
#include "app/folder/sheet_file.hpp"
#include "app/folder/table_taking.hpp"
#include "io/csv.hpp"
#include "io/file.hpp"
#include "ledger/fold.hpp"
#include "ledger/state.hpp"
#include "report/ledger.hpp"
#include "report/takings.hpp"
#include "sheets/kiel_tracker.hpp"
#include "sheets/un_contributions.hpp"

namespace muster::app {
namespace {

using ledger::Entry;

Entry entry_of(const sheets::Statement& statement, const Recording& recording) {
  Entry entry;
  entry.kind = statement.removes ? ledger::Kind::remove : ledger::Kind::state;
  entry.table = statement.table;
  std::vector<std::string_view> parts;
  const TableSchema& schema = *find_schema(statement.table);
  for (const std::size_t field : schema.primary_key)
    for (const auto& [column, text] : statement.cells)
      if (column == schema.fields[field].name) parts.push_back(text);
  entry.key = ledger::key_text(parts);
  for (const auto& [column, text] : statement.cells) {
    if (!statement.removes) entry.cells.push_back({column, text});
    if (column == "source") entry.source = text;
  }
  entry.valid_from = statement.valid_from;
  entry.by = recording.by;
  if (!recording.source.empty()) entry.source = recording.source;
  entry.quotation = recording.quotation;
  entry.why = recording.why;
  return entry;
}

// What the ledger says already: told apart by all that a statement says.
std::string said_by(const Entry& entry) {
  return std::string{ledger::to_text(entry.kind)} + '\n' + entry.table + '\n' + entry.key + '\n'
         + to_text(entry.valid_from) + '\n' + ledger::to_json(entry.cells);
}

std::set<std::string> said_already(ledger::Store& store, std::uint64_t known) {
  const std::set<std::uint64_t> taken_back = ledger::reversed(store, known);
  std::set<std::string> said;
  store.read_valid({*parse_day("9999-12-31"), known}, [&](const Entry& entry) {
    if (!taken_back.contains(entry.number)) said.insert(said_by(entry));
  });
  return said;
}

const sheets::Sheet& first_of(const std::vector<sheets::Sheet>& book) {
  static const sheets::Sheet none;
  return book.empty() ? none : book.front();
}

Answer tell(const report::TakenSheet& taken, const Speech& speech) {
  return {speech.json ? report::taken_json(taken) : report::taken_text(taken, speech.terminal),
          {},
          taken.is_refused ? Exit::does_not_hold : Exit::done};
}

Result<sheets::Merged> take(const SheetRequest& request,
                            const std::vector<sheets::Sheet>& book,
                            const KnownLedger& ledger) {
  if (request.form == SheetForm::workbook) return take_returned(request, book, ledger);
  Result<sheets::Imported> imported =
      request.form == SheetForm::table          ? take_into_ledger(request, book, ledger)
      : request.form == SheetForm::kiel_tracker ? sheets::take_kiel_tracker(book)
                                                : sheets::take_un_contributions(first_of(book));
  if (!imported) return std::unexpected{std::move(imported.error())};
  return sheets::Merged{*std::move(imported), 0};
}

bool is_refused(const SheetRequest& request, const sheets::Merged& merged) {
  return merged.conflicts > 0 && request.on_conflict == sheets::OnConflict::refuse;
}

}  // namespace

Answer import_sheet(const SheetRequest& request, const Speech& speech) {
  const Result<std::vector<sheets::Sheet>> book = read_sheets(request.file);
  if (!book) return refuse(book.error(), speech);
  const Recording& recording = request.recording;
  const auto store = open_ledger(recording.ledger,
                                 recording.is_meant ? ledger::Access::write : ledger::Access::read);
  const std::uint64_t known = recording.read_up_to.value_or(store->head().number);
  Result<sheets::Merged> merged = take(request, *book, {*store, known});
  if (!merged) return refuse(merged.error(), speech);
  sheets::Imported* const imported = &merged->imported;
  const std::set<std::string> said = said_already(*store, known);
  std::vector<Entry> entries;
  for (const sheets::Statement& statement : imported->statements) {
    Entry entry = entry_of(statement, recording);
    if (!said.contains(said_by(entry))) entries.push_back(std::move(entry));
  }
  report::TakenSheet taken{.file = request.file.filename().string(),
                           .takings = std::move(imported->takings),
                           .statements = imported->statements.size(),
                           .known = imported->statements.size() - entries.size(),
                           .head = store->head().number,
                           .repair_log = request.repair_log.string(),
                           .conflicts = merged->conflicts,
                           .is_refused = is_refused(request, *merged),
                           .target = {}};
  if (!request.repair_log.empty())
    io::write_file(request.repair_log, io::write_csv(report::repair_rows(taken.takings)));
  if (!recording.is_meant || entries.empty() || taken.is_refused) return tell(taken, speech);
  const auto done = store->append(known, recording.now, [&](const ledger::Store::Write& write) {
    for (Entry& entry : entries) write(std::move(entry));
  });
  if (!done) return tell_changed(done.error(), speech);
  taken.is_recorded = true;
  taken.head = done->number;
  return tell(taken, speech);
}

Answer reconcile_ledger(const DataSet& data, const Speech& speech) {
  if (!is_ledger(data.folder))
    return misuse(data.folder.string() + " is no ledger",
                  "muster ledger import LEDGER DATA --record makes one of a data set.");
  const auto store = open_ledger(data.folder, ledger::Access::read);
  const auto found = ledger::reconcile(*store, moment_of(*store, data.as_of, data.known_on).known);
  return {speech.json ? report::reconciliation_json(found)
                      : report::reconciliation_text(found, speech.terminal),
          {},
          found.differences.empty() ? Exit::done : Exit::does_not_hold};
}

}  // namespace muster::app
