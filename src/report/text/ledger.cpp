// SPDX-License-Identifier: Apache-2.0
#include "report/ledger.hpp"

#include <algorithm>
#include <map>

#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr std::size_t most_shown = 20;

std::string cells_text(const std::vector<ledger::StatedCell>& cells) {
  std::string text;
  for (const ledger::StatedCell& cell : cells) {
    if (!text.empty()) text += ", ";
    text += cell.column + (cell.text.empty() ? " not stated" : " " + cell.text);
  }
  return text;
}

std::string what_it_says(const ledger::Entry& entry) {
  switch (entry.kind) {
    case ledger::Kind::state:
      return cells_text(entry.cells);
    case ledger::Kind::remove:
      return "is removed";
    case ledger::Kind::reverse:
      return "takes entry " + std::to_string(entry.concerns) + " back";
  }
  return {};
}

std::string row_name(const std::string& table, const std::string& key) {
  return table == key ? table : table + " " + key;
}

// Source, quotation and why, below the entry.
void add_notes(const ledger::Entry& entry, TextTable& table) {
  if (!entry.source.empty()) table.note("source " + entry.source, 4, Style::faint);
  if (!entry.quotation.empty()) table.note("\"" + entry.quotation + "\"", 4, Style::faint);
  if (!entry.why.empty()) table.note(entry.why, 4, Style::faint);
  if (entry.concerns != 0 && entry.kind != ledger::Kind::reverse)
    table.note("replaces entry " + std::to_string(entry.concerns), 4, Style::faint);
}

std::string count_of(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

void append_rows(const Recorded& recorded, std::string& text) {
  text += count_of(recorded.rows, "row", "rows") + " read: " + std::to_string(recorded.added)
          + " new, " + std::to_string(recorded.changed) + " changed, "
          + std::to_string(recorded.same) + " as they were.\n";
  if (recorded.missing == 0) return;
  const auto removed =
      std::ranges::count(recorded.entries, ledger::Kind::remove, &ledger::Entry::kind);
  text += count_of(recorded.missing, "row", "rows") + " of the ledger "
          + (recorded.missing == 1 ? "is" : "are") + " not among them"
          + (removed > 0 ? ", and removed.\n" : "; they stay (--remove-missing removes them).\n");
}

}  // namespace

std::string log_text(const std::vector<LoggedEntry>& entries, const Terminal& terminal) {
  if (entries.empty()) return "There is no such entry.\n";
  TextTable table{{{"Entry", TextTable::Align::right},
                   {"Recorded"},
                   {"By"},
                   {"Valid from"},
                   {"Row", TextTable::Align::left, true},
                   {"Says", TextTable::Align::left, true}}};
  for (const LoggedEntry& logged : entries) {
    const ledger::Entry& entry = logged.entry;
    const Style style = logged.reversed_by == 0 ? Style::plain : Style::faint;
    table.add({{std::to_string(entry.number), style},
               {entry.recorded_at, style},
               {entry.by, style},
               {to_text(entry.valid_from), style},
               {row_name(entry.table, entry.key), style},
               {what_it_says(entry), style}});
    add_notes(entry, table);
    if (logged.reversed_by != 0)
      table.note("taken back by entry " + std::to_string(logged.reversed_by), 4, Style::warning);
  }
  return table.print(terminal.width, terminal.colour);
}

std::string difference_text(const LedgerDifference& difference, const Terminal& terminal) {
  const auto said = [](const ledger::Moment& moment) {
    return "as of " + to_text(moment.as_of) + ", up to entry " + std::to_string(moment.known);
  };
  std::string text = paragraph("From what the ledger says " + said(difference.before)
                                   + " to what it says " + said(difference.after) + ":",
                               terminal.width);
  if (difference.cells.empty()) return text + "Nothing differs.\n";
  TextTable table{{{"Row", TextTable::Align::left, true},
                   {"Column"},
                   {"Before", TextTable::Align::left, true},
                   {"After", TextTable::Align::left, true},
                   {"Entry", TextTable::Align::right}}};
  std::string last;
  for (const ledger::Difference& one : difference.cells) {
    const std::string row = row_name(one.table, one.key);
    table.add({row == last ? std::string{} : row,
               one.column,
               {one.before, Style::bad},
               {one.after, Style::good},
               std::to_string(one.entry)});
    last = row;
  }
  return text + table.print(terminal.width, terminal.colour);
}

std::string recorded_text(const Recorded& recorded, const Terminal& terminal) {
  std::string text;
  if (recorded.of_data) append_rows(recorded, text);
  if (recorded.entries.empty()) return text + "There is nothing to record.\n";
  TextTable table{{{"Row", TextTable::Align::left, true}, {"Says", TextTable::Align::left, true}}};
  for (std::size_t k = 0; k < std::min(most_shown, recorded.entries.size()); ++k) {
    const ledger::Entry& entry = recorded.entries[k];
    table.add({row_name(entry.table, entry.key), what_it_says(entry)});
  }
  if (recorded.entries.size() > most_shown)
    table.note("and " + std::to_string(recorded.entries.size() - most_shown) + " more", 0);
  const bool is_long = recorded.of_data && recorded.changed == 0 && recorded.is_recorded;
  if (!is_long) text += table.print(terminal.width, terminal.colour, 2);
  if (!recorded.is_recorded)
    return text + "Nothing was recorded: this is what would be. Say --record to record it.\n";
  const std::size_t count = recorded.entries.size();
  const std::string last = std::to_string(recorded.head.number);
  return text
         + (count == 1 ? "Recorded as entry " + last
                       : "Recorded as entries " + std::to_string(recorded.head.number - count + 1)
                             + " to " + last)
         + ".\n";
}

std::string changed_text(const std::vector<ledger::Changed>& changed, const Terminal& terminal) {
  std::string text = "Changed since you read it; nothing was recorded:\n";
  for (const ledger::Changed& one : changed) {
    text += paragraph(row_name(one.theirs.table, one.theirs.key) + ": entry "
                          + std::to_string(one.theirs.number) + " by " + one.theirs.by + " of "
                          + one.theirs.recorded_at + " says: " + what_it_says(one.theirs),
                      terminal.width,
                      2);
    text += paragraph("yours says: " + what_it_says(one.ours), terminal.width, 4);
  }
  return text + "Look at what is there now (muster ledger log), and record again.\n";
}

}  // namespace muster::report
