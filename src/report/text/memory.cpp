// SPDX-License-Identifier: Apache-2.0
#include "report/memory.hpp"

#include <algorithm>

#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using Align = TextTable::Align;

std::string with_source(const std::string& source) {
  return source.empty() ? std::string{} : " [" + source + "]";
}

std::string_view words_of(ledger::DueKind kind) {
  switch (kind) {
    case ledger::DueKind::offer_expires:
      return "offer expires";
    case ledger::DueKind::option:
      return "option";
    case ledger::DueKind::condition:
      return "condition";
    case ledger::DueKind::promise:
      return "promise";
    case ledger::DueKind::delivery:
      return "delivery";
    case ledger::DueKind::target:
      return "target";
  }
  return {};
}

std::string late_words(const ledger::Slippage& one, Day on) {
  if (one.has_failed) return "failed";
  const auto late = one.late().count();
  if (one.done)
    return late == 0  ? "on the day"
           : late > 0 ? count_text(late) + " late"
                      : count_text(-late) + " early";
  if (one.now < on && !one.is_firm)
    return count_text((on - one.promised).count()) + " late, not done";
  return late == 0  ? "as promised"
         : late > 0 ? "moved " + count_text(late)
                    : "sooner by " + count_text(-late);
}

Style late_style(const ledger::Slippage& one, Day on) {
  if (one.has_failed || (!one.done && !one.is_firm && one.now < on)) return Style::bad;
  return one.late() > Days{0} ? Style::warning : Style::plain;
}

// Steps at which anything of the kind is.
std::vector<std::size_t> steps_of(const std::vector<ledger::DeliverySum>& sums,
                                  ledger::DeliveryKind kind) {
  std::vector<std::size_t> steps;
  for (std::size_t step = 0; step < ledger::delivery_steps; ++step)
    if (std::ranges::any_of(sums, [&](const ledger::DeliverySum& sum) {
          return sum.kind == kind && sum.at.at(step) != 0;
        }))
      steps.push_back(step);
  return steps;
}

void add_kind(const std::vector<ledger::DeliverySum>& sums,
              ledger::DeliveryKind kind,
              const Terminal& terminal,
              std::string& text) {
  const std::vector<std::size_t> steps = steps_of(sums, kind);
  std::vector<TextTable::Column> columns{{"Nation"}, {"Capability"}, {"Offered", Align::right}};
  for (const std::size_t step : steps)
    columns.push_back({std::string{ledger::step_words(kind, step)}, Align::right, true});
  columns.push_back({"Delivered", Align::right});
  columns.push_back({"which means"});
  TextTable table{std::move(columns)};
  for (const ledger::DeliverySum& sum : sums) {
    if (sum.kind != kind) continue;
    std::vector<TextTable::Cell> cells{sum.nation, sum.capability, count_text(sum.offered)};
    for (const std::size_t step : steps)
      cells.emplace_back(sum.at.at(step) == 0 ? std::string{} : count_text(sum.at.at(step)));
    cells.emplace_back(count_text(sum.delivered), Style::bold);
    cells.emplace_back(std::string{ledger::step_words(kind, ledger::step_of(sum.delivered_at))});
    table.add(std::move(cells));
  }
  if (table.empty()) return;
  const std::string name{ledger::to_text(kind)};
  text += "\n" + styled(name == "money" ? "money, in EUR" : name, Style::bold, terminal.colour)
          + "\n" + table.print(terminal.width, terminal.colour, 2);
}

}  // namespace

std::string due_text(const DueList& list, const Terminal& terminal) {
  if (list.items.empty()) return "As of " + to_text(list.on) + " nothing falls due.\n";
  TextTable table{
      {{"On"}, {"Days", Align::right}, {""}, {"Who"}, {"Row"}, {"What", Align::left, true}}};
  for (const ledger::Due& item : list.items) {
    const auto days = (item.on - list.on).count();
    const Style style = days < 0 ? Style::bad : Style::plain;
    table.add({{to_text(item.on), style},
               {days < 0 ? "overdue" : count_text(days), style},
               std::string{words_of(item.kind)},
               item.who,
               item.key,
               item.what + with_source(item.source)});
  }
  return "As of " + to_text(list.on) + ":\n" + table.print(terminal.width, terminal.colour);
}

std::string ladders_text(const LadderList& list, const Terminal& terminal) {
  TextTable table{{{"Row", Align::left, true},
                   {"Whose"},
                   {"From"},
                   {"Status"},
                   {"Source", Align::left, true},
                   {"By"},
                   {"Entry", Align::right}}};
  for (const ledger::Ladder& ladder : list.ladders) {
    bool is_first = true;
    for (const ledger::Step& step : ladder.steps) {
      const std::string status = step.status + (step.is_back ? " (back)" : "");
      const Style style = step.is_end ? Style::bad : step.is_back ? Style::warning : Style::plain;
      table.add({is_first ? ladder.table + " " + ladder.key : std::string{},
                 is_first ? ladder.nation : std::string{},
                 to_text(step.from),
                 {status, style},
                 step.source,
                 step.by,
                 std::to_string(step.entry)});
      is_first = false;
    }
  }
  if (table.empty())
    return "As of " + to_text(list.on) + " nothing has a status that was asked for.\n";
  return "As of " + to_text(list.on) + ":\n" + table.print(terminal.width, terminal.colour);
}

std::string slippage_text(const SlippageList& list, const Terminal& terminal) {
  TextTable table{{{"Row", Align::left, true},
                   {"Whose"},
                   {"Promised"},
                   {"Now"},
                   {"Done"},
                   {"Days", Align::left, true},
                   {"Entries"}}};
  std::size_t kept = 0;
  for (const ledger::Slippage& one : list.days) {
    const bool is_kept = !one.has_failed && one.times_moved == 0 && one.late() == Days{0}
                         && (one.done || one.is_firm || one.now >= list.on);
    if (is_kept) {
      ++kept;
      continue;
    }
    const std::string entries =
        std::to_string(one.promised_in)
        + (one.now_in == one.promised_in ? "" : ", " + std::to_string(one.now_in));
    table.add({one.table + " " + one.key,
               one.nation,
               to_text(one.promised),
               to_text(one.now),
               one.done ? to_text(*one.done) : std::string{},
               {late_words(one, list.on), late_style(one, list.on)},
               entries});
  }
  std::string text =
      "As of " + to_text(list.on) + ", of "
      + plural(
          static_cast<Wide>(list.days.size()), "day that was promised", "days that were promised")
      + " " + std::to_string(kept) + " stand as they were.\n";
  if (!table.empty()) text += table.print(terminal.width, terminal.colour);
  TextTable quantities{{{"Row", Align::left, true},
                        {"Whose"},
                        {"Promised", Align::right},
                        {"Now", Align::right},
                        {"Entries"}}};
  for (const ledger::Shrinkage& one : list.quantities)
    quantities.add({one.table + " " + one.key,
                    one.nation,
                    one.promised,
                    one.now,
                    std::to_string(one.promised_in) + ", " + std::to_string(one.now_in)});
  if (!quantities.empty())
    text += "\nQuantities that were promised otherwise\n"
            + quantities.print(terminal.width, terminal.colour);
  return text;
}

std::string deliveries_text(const std::vector<ledger::DeliverySum>& sums,
                            const Terminal& terminal) {
  if (sums.empty()) return "There is nothing that is delivered.\n";
  std::string text = paragraph(
      "What was offered, and at which step what is delivered of it stands. The steps are never "
      "added up; what a nation calls delivered is what it declares (nations.delivered_at).",
      terminal.width);
  for (const auto kind :
       {ledger::DeliveryKind::equipment, ledger::DeliveryKind::money, ledger::DeliveryKind::people})
    add_kind(sums, kind, terminal, text);
  return text;
}

std::string promises_text(const PromiseList& list, const Terminal& terminal) {
  if (list.promises.empty()) return "Nothing is promised.\n";
  TextTable table{{{"State"}, {"Promise"}, {"Due"}, {"What", Align::left, true}}};
  for (const ledger::Promised& one : list.promises) {
    const bool is_overdue = one.state == ledger::PromiseState::overdue;
    const std::string when = one.due            ? to_text(*one.due)
                             : one.triggered_on ? "since " + to_text(*one.triggered_on)
                             : one.kept_on      ? to_text(*one.kept_on)
                                                : std::string{};
    table.add({{std::string{ledger::to_text(one.state)}, is_overdue ? Style::bad : Style::plain},
               one.key,
               when,
               one.about});
    table.note(one.by + " to " + one.to + with_source(one.source), 4, Style::faint);
    if (!one.trigger.empty()) table.note("when: " + one.trigger, 4, Style::faint);
    if (one.kept_on || !one.kept_by.empty())
      table.note("kept" + (one.kept_on ? " on " + to_text(*one.kept_on) : std::string{})
                     + (one.kept_by.empty() ? std::string{} : " by " + one.kept_by),
                 4,
                 Style::faint);
  }
  return "As of " + to_text(list.on) + ":\n" + table.print(terminal.width, terminal.colour);
}

std::string claims_text(const std::vector<ledger::Disagreement>& fields, const Terminal& terminal) {
  if (fields.empty()) return "No sources differ.\n";
  std::string text;
  for (const ledger::Disagreement& field : fields) {
    text +=
        styled(field.table + " " + field.key + ", " + field.column, Style::bold, terminal.colour)
        + "\n";
    TextTable table{{{""}, {"Says"}, {"Source"}, {"Why", Align::left, true}}};
    for (const ledger::SourcedValue& value : field.values) {
      std::string why = value.note;
      if (!value.chosen_why.empty()) why = value.chosen_why + (why.empty() ? "" : " " + why);
      if (!value.chosen_by.empty())
        why += (why.empty() ? "" : " ") + ("(chosen by " + value.chosen_by + ")");
      const bool stands = value.value == field.stands;
      table.add({std::string{stands ? "stands" : ""},
                 {value.value, stands ? Style::bold : Style::plain},
                 value.source,
                 why});
    }
    text += table.print(terminal.width, terminal.colour, 2);
  }
  return text;
}

}  // namespace muster::report
