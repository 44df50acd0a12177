// SPDX-License-Identifier: Apache-2.0
#include "report/takings.hpp"

#include <map>
#include <set>

#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using Align = TextTable::Align;

constexpr std::size_t most_differences = 60, most_blocks_left = 20;

std::string place_of(const sheets::Repair& repair) {
  std::string place = repair.sheet.empty() ? std::string{} : repair.sheet + ", ";
  if (repair.block > 0) place += "block " + std::to_string(repair.block) + ", ";
  place += "row " + std::to_string(repair.row);
  return repair.column.empty() ? place : place + ", " + repair.column;
}

std::string spaced(std::string rule) {
  for (char& letter : rule)
    if (letter == '_') letter = ' ';
  return rule;
}

// How often each rule applied, with its first place.
std::string rules_text(const sheets::Takings& takings, const Terminal& terminal) {
  std::map<std::pair<bool, std::string>, std::pair<std::size_t, const sheets::Repair*>> rules;
  for (const sheets::Repair& repair : takings.repairs) {
    auto& [count, first] = rules[{!repair.refused, repair.rule}];
    if (count++ == 0) first = &repair;
  }
  if (rules.empty()) return {};
  TextTable table{{{""}, {"Rule"}, {"Times", Align::right}, {"First", Align::left, true}}};
  for (const auto& [rule, times] : rules) {
    const sheets::Repair& first = *times.second;
    std::string example = place_of(first);
    if (!first.old.empty())
      example += ": " + first.old + (first.now.empty() ? "" : " → " + first.now);
    table.add({{rule.first ? std::string{} : "refused", Style::warning},
               spaced(rule.second),
               count_text(static_cast<std::int64_t>(times.first)),
               std::move(example)});
  }
  return table.print(terminal.width, terminal.colour, 2);
}

std::string all_or(const std::string& text, const std::string& all) {
  return text.empty() ? all : text;
}

// Each place where both sides were changed.
std::string conflicts_text(const sheets::Takings& takings, const Terminal& terminal) {
  TextTable table{{{"Conflict in"}, {"Row", Align::right}, {"Column"}, {"Ledger"}, {"Workbook"}}};
  for (const sheets::Repair& repair : takings.repairs)
    if (repair.rule == "conflict")
      table.add({repair.sheet,
                 repair.row == 0 ? std::string{} : std::to_string(repair.row),
                 repair.column,
                 all_or(repair.old, "nothing"),
                 all_or(repair.now, "nothing")});
  return table.empty() ? std::string{} : table.print(terminal.width, terminal.colour, 2);
}

std::string sums_text(const sheets::Takings& takings, const Terminal& terminal) {
  TextTable table{{{"Column"}, {"Sum read", Align::right}, {"Sum taken", Align::right}}};
  for (const sheets::ColumnSum& sum : takings.sums)
    table.add({sum.heading, count_text(sum.read), count_text(sum.taken)});
  return table.empty() ? std::string{} : table.print(terminal.width, terminal.colour, 2);
}

std::string mapping_text(const std::vector<sheets::Mapped>& mapping) {
  std::string text;
  for (const sheets::Mapped& one : mapping) {
    if (!text.empty()) text += ", ";
    text += one.heading;
    if (one.meaning.empty())
      text += " (not taken)";
    else if (one.meaning != one.heading)
      text += " as " + one.meaning;
  }
  return text;
}

std::string why_left(const sheets::TakenBlock& block) {
  if (block.left == "not_asked_for") return "not asked for";
  if (block.left == "another_table") return "it is rather a table of " + block.table;
  if (block.left == "not_whole")
    return "of what a row of " + block.table + " needs, columns are missing (--into and --block "
           "take it all the same)";
  return "no row of it names columns of a table";
}

std::string block_text(const sheets::TakenBlock& block, std::size_t number) {
  if (block.left == "another_sheet")
    return "The sheet \"" + block.sheet + "\" was not read (--sheet takes it).";
  std::string text = "Block " + std::to_string(number) + ", " + block.place;
  if (!block.title.empty()) text += " \"" + block.title + "\"";
  if (!block.left.empty())
    return text + ", was left: " + why_left(block) + ". It begins with: " + block.begins + ".";
  return text + ", " + block.table + ": " + std::to_string(block.rows_read) + " rows read, "
         + std::to_string(block.rows_taken) + " taken, " + std::to_string(block.rows_refused)
         + " refused. Columns: " + mapping_text(block.mapping) + ".";
}

std::string columns_text(const sheets::Takings& takings, const Terminal& terminal) {
  std::string text;
  if (takings.blocks.size() <= 1)
    return takings.mapping.empty()
               ? text
               : paragraph("Columns: " + mapping_text(takings.mapping) + ".", terminal.width);
  std::size_t left = 0;
  for (std::size_t k = 0; k < takings.blocks.size(); ++k)
    if (takings.blocks[k].left.empty() || ++left <= most_blocks_left)
      text += paragraph(block_text(takings.blocks[k], k + 1), terminal.width);
  if (left > most_blocks_left)
    text += "and " + std::to_string(left - most_blocks_left)
            + " more blocks were left (--json has all)\n";
  return text;
}

std::string as_above_text(const sheets::Takings& takings, const Terminal& terminal) {
  std::size_t cells = 0;
  for (const sheets::Repair& repair : takings.repairs) cells += repair.rule == "maybe_as_above";
  if (cells == 0) return {};
  return paragraph(plural(static_cast<Wide>(cells), "cell is", "cells are")
                       + " empty below one that is not: say --as-above where that means the same.",
                   terminal.width);
}

std::string suspects_text(const ledger::Unreconciled& one) {
  std::string text;
  for (const ledger::Suspect& suspect : one.suspects) {
    if (!text.empty()) text += "; ";
    if (suspect.is_unpublished) {
      text +=
          suspect.nation + " has no published total, and gives " + count_text(suspect.elsewhere);
      continue;
    }
    text += suspect.nation + (suspect.is_named ? " is named without a number" : " is missing");
    if (suspect.elsewhere != 0)
      text += ", " + count_text(suspect.elsewhere) + " on " + to_text(suspect.elsewhere_on);
  }
  return text;
}

}  // namespace

std::string taken_text(const TakenSheet& taken, const Terminal& terminal) {
  const sheets::Takings& takings = taken.takings;
  std::string text =
      paragraph(taken.file + ": " + std::to_string(takings.rows_read) + " rows read, "
                    + std::to_string(takings.rows_taken) + " taken, "
                    + std::to_string(takings.rows_refused) + " refused.",
                terminal.width);
  text += columns_text(takings, terminal) + rules_text(takings, terminal)
          + as_above_text(takings, terminal) + conflicts_text(takings, terminal)
          + sums_text(takings, terminal);
  if (!taken.is_package) {
    text += "They make " + plural(static_cast<Wide>(taken.statements), "statement", "statements");
    if (taken.known > 0)
      text += ", of which the ledger has " + std::to_string(taken.known) + " already";
    text += ".\n";
  }
  if (!taken.repair_log.empty()) text += "The repair log is in " + taken.repair_log + ".\n";
  if (taken.is_package)
    return text
           + (taken.target.empty() ? "Nothing was written: this is what would be.\n"
                                   : "The data set is in " + taken.target + ".\n");
  if (taken.is_recorded)
    return text + "Recorded; the last entry is " + std::to_string(taken.head) + ".\n";
  if (taken.is_refused)
    return text
           + paragraph("Nothing was recorded: in "
                           + plural(static_cast<Wide>(taken.conflicts), "place", "places")
                           + " ledger and workbook were changed differently. Say --on-conflict "
                             "ledger or --on-conflict workbook, or mend the workbook.",
                       terminal.width);
  return text + "Nothing was recorded: this is what would be. Say --record to record it.\n";
}

std::vector<std::vector<std::string>> repair_rows(const sheets::Takings& takings) {
  std::vector<std::vector<std::string>> rows{
      {"sheet", "row", "column", "old", "new", "rule", "refused", "block"}};
  for (const sheets::Repair& repair : takings.repairs)
    rows.push_back({repair.sheet,
                    std::to_string(repair.row),
                    repair.column,
                    repair.old,
                    repair.now,
                    repair.rule,
                    repair.refused ? "true" : "false",
                    repair.block == 0 ? std::string{} : std::to_string(repair.block)});
  return rows;
}

std::string reconciliation_text(const ledger::Reconciliation& found, const Terminal& terminal) {
  std::string text =
      "Of " + plural(static_cast<Wide>(found.totals), "published total", "published totals") + " "
      + std::to_string(found.totals - found.differences.size())
      + " are the sums of what the ledger holds";
  if (found.rounded > 0)
    text += ", of which " + std::to_string(found.rounded) + " up to rounding to thousands of EUR";
  text += ".\n";
  if (found.differences.empty()) return text;
  TextTable table{{{"On"},
                   {"Nation"},
                   {"Activity"},
                   {"Capability"},
                   {"Published", Align::right},
                   {"Sum", Align::right},
                   {"More", Align::right}}};
  std::string behind;
  for (std::size_t k = 0; k < std::min(most_differences, found.differences.size()); ++k) {
    const ledger::Unreconciled& one = found.differences[k];
    table.add({to_text(one.on),
               all_or(one.nation, "all"),
               all_or(one.activity, "all"),
               all_or(one.capability, "all"),
               count_text(one.published),
               count_text(one.sum),
               {count_text(one.published - one.sum), Style::bad}});
    if (one.suspects.empty()) continue;
    behind += paragraph("  " + to_text(one.on) + ", " + all_or(one.nation, "all nations") + ", "
                            + all_or(one.capability, "all capabilities") + ": " + suspects_text(one)
                            + ".",
                        terminal.width);
  }
  text += table.print(terminal.width, terminal.colour);
  if (found.differences.size() > most_differences)
    text += "and " + std::to_string(found.differences.size() - most_differences)
            + " more (--json has all)\n";
  if (!behind.empty()) text += "Who may be behind it:\n" + behind;
  return text;
}

}  // namespace muster::report
