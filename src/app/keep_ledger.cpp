// SPDX-License-Identifier: Apache-2.0
#include "app/keep_ledger.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/nearest.hpp"

#include "app/folder/ledger_state.hpp"
#include "app/folder/quotations.hpp"
#include "app/folder/recording_checks.hpp"
#include "app/folder/situation.hpp"
#include "app/folder/table_name.hpp"
#include "ledger/chain.hpp"
#include "ledger/fold.hpp"
#include "ledger/state.hpp"
#include "report/json.hpp"
#include "report/ledger.hpp"

namespace muster::app {
namespace {

using ledger::Access;
using ledger::Entry;

Day day_of(const std::string& instant) {
  return parse_day(instant.substr(0, 10)).value_or(Day{});
}

ledger::Stamp stamp_of(const Recording& recording, Day valid_from) {
  return {.by = recording.by,
          .source = recording.source,
          .quotation = recording.quotation,
          .why = recording.why,
          .valid_from = recording.valid_from.value_or(valid_from)};
}

Entry entry_of(const ledger::Stamp& stamp) {
  Entry entry;
  entry.valid_from = stamp.valid_from;
  entry.by = stamp.by;
  entry.source = stamp.source;
  entry.quotation = stamp.quotation;
  entry.why = stamp.why;
  return entry;
}

Answer tell(const report::Recorded& recorded, const Speech& speech) {
  return {speech.json ? report::recorded_json(recorded)
                      : report::recorded_text(recorded, speech.terminal),
          {},
          Exit::done};
}

// Records, or only says what would be.
Answer finish(const Recording& recording,
              ledger::Store& store,
              std::uint64_t read_up_to,
              report::Recorded recorded,
              const Speech& speech) {
  recorded.head = store.head();
  if (!recording.is_meant || recorded.entries.empty()) return tell(recorded, speech);
  const auto done = store.append(read_up_to, recording.now, [&](const ledger::Store::Write& write) {
    for (const Entry& entry : recorded.entries) write(entry);
  });
  if (!done) return tell_changed(done.error(), speech);
  recorded.head = *done;
  recorded.is_recorded = true;
  return tell(recorded, speech);
}

// Opened to write only where something is to be written: looking changes no file.
Access access_of(const Recording& recording) {
  return recording.is_meant ? Access::write : Access::read;
}

// Puts what the entry says on the row of a draft.
void put(const Entry& entry, Draft& draft, const std::vector<std::string_view>& key) {
  DraftTable& table = draft.table(entry.table);
  const TableSchema& schema = *table.schema;
  const auto has_key = [&](const DraftRow& row) {
    return std::ranges::equal(schema.primary_key, key, {}, [&](std::size_t field) {
      return std::string_view{row.cells[field].text};
    });
  };
  auto row = std::ranges::find_if(table.rows, has_key);
  if (entry.kind == ledger::Kind::remove) {
    if (row != table.rows.end()) table.rows.erase(row);
    return;
  }
  if (row == table.rows.end()) {
    draft.add(entry.table, {});
    row = table.rows.end() - 1;
  }
  row->file = "what you record";
  row->line = 0;
  for (const ledger::StatedCell& cell : entry.cells)
    row->cells[*schema.find(cell.column)] = {cell.text, 0, 0};
}

// The cells that somebody stated, or what is wrong with the words.
std::expected<std::map<std::string, std::string>, Answer> cells_of(const TableSchema& schema,
                                                                   const RowWords& words) {
  std::map<std::string, std::string> cells;
  for (const std::string& word : words.cells) {
    const auto equals = word.find('=');
    if (equals == std::string::npos)
      return std::unexpected{misuse("\"" + word + "\" is no column=value",
                                    "Maybe the key, as in offer=" + word + "?")};
    const std::string column = word.substr(0, equals);
    if (!schema.find(column)) {
      std::vector<std::string_view> known;
      for (const Field& field : schema.fields) known.push_back(field.name);
      const auto near = nearest(column, known);
      return std::unexpected{
          misuse("the table " + std::string{schema.name} + " has no column \"" + column + "\"",
                 near ? "Maybe " + std::string{*near} + "?" : std::string{})};
    }
    cells[column] = word.substr(equals + 1);
  }
  for (const std::size_t field : schema.primary_key) {
    const std::string name{schema.fields[field].name};
    if (!cells.contains(name) || cells[name].empty())
      return std::unexpected{misuse("the row is not named: " + name + "=… is missing", {})};
  }
  return cells;
}

std::vector<std::string_view> key_of(const TableSchema& schema,
                                     const std::map<std::string, std::string>& cells) {
  std::vector<std::string_view> parts;
  for (const std::size_t field : schema.primary_key)
    parts.push_back(cells.at(std::string{schema.fields[field].name}));
  return parts;
}

std::map<std::uint64_t, std::uint64_t> reversed_by(ledger::Store& store) {
  const std::uint64_t known = store.head().number;
  const std::set<std::uint64_t> taken_back = ledger::reversed(store, known);
  std::map<std::uint64_t, std::uint64_t> by;
  store.read_reverses(known, [&](const Entry& entry) {
    if (taken_back.contains(entry.concerns) && !taken_back.contains(entry.number))
      by[entry.concerns] = entry.number;
  });
  return by;
}

report::ClaimCheck check_chain(ledger::Store& store) {
  ledger::ChainCheck chain;
  store.read(1, [&](const Entry& entry) { chain.follow(entry); });
  if (chain.broken())
    return {"chain",
            false,
            "broken at entry " + std::to_string(chain.broken()->number) + ": "
                + chain.broken()->what + "; what comes before it can be trusted"};
  return {"chain",
          true,
          std::to_string(chain.entries()) + " entries, each bound to the one before; the last is "
              + chain.head()};
}

report::ClaimCheck check_database(ledger::Store& store) {
  const std::vector<std::string> faults = store.faults();
  return faults.empty() ? report::ClaimCheck{"database", true, "it finds nothing wrong with itself"}
                        : report::ClaimCheck{"database", false, faults.front()};
}

report::ClaimCheck check_state(ledger::Store& store) {
  const ledger::Moment moment = moment_of(store, {}, {});
  const Result<Draft> draft = ledger::draft_at(store, moment);
  const Problems problems = draft ? check_schema(*draft) : draft.error();
  if (problems.empty())
    return {"state", true, "as of " + to_text(moment.as_of) + " the rows are as the schemas ask"};
  return {"state",
          false,
          std::to_string(problems.size()) + " problems as of " + to_text(moment.as_of)
              + ", the first: " + problems.front().what + " (entry "
              + std::to_string(problems.front().line) + ")"};
}

// The source may come with the data.
std::string unknown_source_of_import(const Draft& draft,
                                     ledger::Store& store,
                                     const Recording& recording) {
  if (unknown_source(draft, recording.source).empty()) return {};
  const Result<Draft> before = ledger::draft_at(store, moment_of(store, {}, {}));
  return before ? unknown_source(*before, recording.source) : std::string{};
}

}  // namespace

Answer tell_changed(const std::vector<ledger::Changed>& changed, const Speech& speech) {
  return {speech.json ? report::changed_json(changed) : std::string{},
          speech.json ? std::string{} : report::changed_text(changed, speech.errors),
          Exit::does_not_hold};
}

Answer init_ledger(const std::filesystem::path& place, const Speech& speech) {
  create_ledger(place);
  report::Recorded recorded;
  recorded.is_recorded = true;
  recorded.head = open_ledger(place, Access::read)->head();
  if (speech.json) return tell(recorded, speech);
  return {"An empty ledger is in " + ledger::shown_place(place.string()) + ".\n", {}, Exit::done};
}

Answer import_data(const DataImport& request, const Speech& speech) {
  const Recording& recording = request.recording;
  const Result<Draft> draft = load_draft(request.data);
  if (!draft) return refuse(draft.error(), speech);
  const auto store = open_ledger(recording.ledger, access_of(recording));
  const std::uint64_t known = recording.read_up_to.value_or(store->head().number);
  if (const std::string advice = unknown_source_of_import(*draft, *store, recording);
      !advice.empty())
    return misuse("neither the data nor the ledger has a source \"" + recording.source + "\"",
                  advice);
  const Day stated = parse_day(draft->as_of).value_or(day_of(recording.now));
  ledger::Import import =
      ledger::entries_for(*draft, *store, known, stamp_of(recording, stated), request.removes);
  if (const Problems problems = add_quotations(request.quote_from, import.entries);
      !problems.empty())
    return refuse(problems, speech);
  report::Recorded recorded;
  recorded.entries = std::move(import.entries);
  recorded.of_data = true;
  recorded.rows = import.rows;
  recorded.added = import.added;
  recorded.changed = import.changed;
  recorded.same = import.same;
  recorded.missing = import.missing;
  return finish(recording, *store, known, std::move(recorded), speech);
}

Answer record_row(const Recording& recording, const RowWords& words, const Speech& speech) {
  const TableSchema* schema = find_schema(words.table);
  if (schema == nullptr) return no_such_table(words.table);
  const auto cells = cells_of(*schema, words);
  if (!cells) return cells.error();
  const auto store = open_ledger(recording.ledger, access_of(recording));
  const std::uint64_t known = store->head().number;
  if (words.replaces != 0 && !store->find(words.replaces))
    return misuse("there is no entry " + std::to_string(words.replaces), {});

  const ledger::Stamp stamp = stamp_of(recording, day_of(recording.now));
  Entry entry = entry_of(stamp);
  const std::vector<std::string_view> key = key_of(*schema, *cells);
  entry.table = words.table;
  entry.key = ledger::key_text(key);
  entry.kind = words.removes ? ledger::Kind::remove : ledger::Kind::state;
  entry.concerns = words.replaces;
  if (!words.removes)
    for (const auto& [column, text] : *cells) entry.cells.push_back({column, text});

  const Result<Draft> before = ledger::draft_at(*store, {stamp.valid_from, known});
  if (!before) return refuse(before.error(), speech);
  if (const std::string near = unknown_source(*before, recording.source); !near.empty())
    return misuse("there is no source \"" + recording.source + "\" in the ledger then", near);
  Draft after = *before;
  put(entry, after, key);
  if (const Problems found = new_problems(*before, after); !found.empty())
    return refuse(found, speech);
  report::Recorded recorded;
  recorded.entries.push_back(std::move(entry));
  return finish(
      recording, *store, recording.read_up_to.value_or(known), std::move(recorded), speech);
}

Answer undo_entry(const Recording& recording, std::uint64_t number, const Speech& speech) {
  const auto store = open_ledger(recording.ledger, access_of(recording));
  const std::uint64_t known = recording.read_up_to.value_or(store->head().number);
  const auto undone = store->find(number);
  if (!undone)
    return misuse("there is no entry " + std::to_string(number),
                  "The last is " + std::to_string(store->head().number) + ".");
  if (const auto by = reversed_by(*store); by.contains(number))
    return misuse("entry " + std::to_string(number) + " is taken back already, by entry "
                      + std::to_string(by.at(number)),
                  "To bring it back, undo " + std::to_string(by.at(number)) + ".");
  Entry entry = entry_of(stamp_of(recording, undone->valid_from));
  entry.kind = ledger::Kind::reverse;
  entry.table = undone->table;
  entry.key = undone->key;
  entry.concerns = number;
  report::Recorded recorded;
  recorded.entries.push_back(std::move(entry));
  return finish(recording, *store, known, std::move(recorded), speech);
}

Answer show_log(const LogRequest& request, const Speech& speech) {
  if (!request.table.empty() && find_schema(request.table) == nullptr)
    return no_such_table(request.table);
  const auto store = open_ledger(request.ledger, Access::read);
  const auto taken_back = reversed_by(*store);
  std::vector<report::LoggedEntry> entries;
  store->read(request.since, [&](const Entry& entry) {
    if (!request.table.empty() && entry.table != request.table) return;
    if (!request.key.empty() && entry.key != request.key) return;
    const auto by = taken_back.find(entry.number);
    entries.push_back({entry, by == taken_back.end() ? 0 : by->second});
  });
  if (request.last && *request.last < entries.size())
    entries.erase(entries.begin(), entries.end() - static_cast<std::ptrdiff_t>(*request.last));
  return {speech.json ? report::log_json(entries) : report::log_text(entries, speech.terminal),
          {},
          Exit::done};
}

Answer show_difference(const DifferenceRequest& request, const Speech& speech) {
  const auto store = open_ledger(request.ledger, Access::read);
  report::LedgerDifference difference;
  if (request.of_knowledge) {
    const Day as_of = request.as_of.value_or(request.after);
    difference.before = {as_of, store->last_of(request.before)};
    difference.after = {as_of, store->last_of(request.after)};
  } else {
    const std::uint64_t known =
        request.known_on ? store->last_of(*request.known_on) : store->head().number;
    difference.before = {request.before, known};
    difference.after = {request.after, known};
  }
  difference.cells = ledger::differences(*store, difference.before, difference.after);
  return {speech.json ? report::difference_json(difference)
                      : report::difference_text(difference, speech.terminal),
          {},
          Exit::done};
}

Answer verify_ledger(const std::filesystem::path& place, const Speech& speech) {
  const auto store = open_ledger(place, Access::read);
  const std::vector<report::ClaimCheck> checks{
      check_database(*store), check_chain(*store), check_state(*store)};
  const bool all = std::ranges::all_of(checks, &report::ClaimCheck::holds);
  return {speech.json ? report::checks_json(checks) : report::checks_text(checks, speech.terminal),
          {},
          all ? Exit::done : Exit::does_not_hold};
}

}  // namespace muster::app
