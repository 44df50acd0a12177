// SPDX-License-Identifier: Apache-2.0
// Shortfalls, training, funds, stocks, conditions and promises as text.
#include <algorithm>
#include <vector>

#include "report/figures/figures.hpp"
#include "report/text/sections.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr std::size_t shortfalls_shown = 100;
constexpr std::size_t points_shown = 12;

using Align = TextTable::Align;

std::string fund_amount(Amount amount) {
  return amount_text(Measure::money, amount);
}

std::string waiting_state(const explain::Waiting& waiting) {
  if (waiting.met) return "met";
  return waiting.refused ? "refused" : "open";
}

std::string last_act(const Condition& condition) {
  std::optional<Day> last;
  for (const Condition::Act& act : condition.acts) {
    if (act.on && (!last || *last < *act.on)) last = act.on;
  }
  return last ? "met on " + to_text(*last) : "met";
}

std::string what_waits(const PlanView& view, const explain::Waiting& waiting) {
  const Scenario& scenario = *view.scenario;
  std::vector<std::string> keys;
  for (const Id<Offer> offer : waiting.offers) keys.push_back(scenario->offers[offer].key);
  for (const std::size_t index : waiting.promises) {
    keys.push_back("promise " + scenario->promises[index].key);
  }
  return keys.empty() ? "nothing" : joined(keys, ", ");
}

std::string due_words(const Scenario& scenario, const Promise& promise) {
  if (promise.due) {
    const bool late = *promise.due < scenario->as_of;
    return to_text(*promise.due) + (late ? ", overdue" : "");
  }
  return promise.trigger.empty() ? "not stated" : "when: " + promise.trigger;
}

// The first and last points and some between, evenly.
std::vector<explain::TrainingPoint> thinned(const std::vector<explain::TrainingPoint>& points) {
  if (points.size() <= points_shown) return points;
  std::vector<explain::TrainingPoint> few;
  for (std::size_t i = 0; i < points_shown; ++i) {
    few.push_back(points[i * (points.size() - 1) / (points_shown - 1)]);
  }
  return few;
}

std::string first_reason_words(const PlanView& view, const explain::Shortfall& shortfall) {
  std::string words = reason_sentence(*view.scenario, *view.plan, shortfall.reasons.front());
  const std::size_t others = shortfall.reasons.size() - 1 + shortfall.others;
  if (others > 0)
    words += " (and " + plural(static_cast<Wide>(others), "other offer", "other offers") + ")";
  return words;
}

}  // namespace

std::string shortfalls_text(const PlanView& view, const Terminal& terminal) {
  std::string text = heading("Shortfalls, and why", terminal);
  if (view.shortfalls.empty()) return text + "  None.\n";
  TextTable table{{{"Requirement", Align::left},
                   {"From", Align::left},
                   {"Until", Align::left},
                   {"Days", Align::right},
                   {"Short", Align::right},
                   {"Source", Align::left, true}}};
  const std::size_t shown = std::min(view.shortfalls.size(), shortfalls_shown);
  for (std::size_t i = 0; i < shown; ++i) {
    const explain::Shortfall& shortfall = view.shortfalls[i];
    table.add({(*view.scenario)->requirements[shortfall.requirement].key,
               to_text(shortfall.period.from),
               to_text(shortfall.period.until),
               count_text(shortfall.period.length().count()),
               {amount_text(measure_of(*view.scenario, shortfall.requirement), shortfall.unmet),
                Style::bad},
               shortfall.reasons.front().source});
    table.note(first_reason_words(view, shortfall));
  }
  if (view.shortfalls.size() > shown) {
    table.note("… and " + count_text(static_cast<Wide>(view.shortfalls.size() - shown))
               + " more, in shortfalls.csv");
  }
  return text + table.print(terminal.width, terminal.colour, 2);
}

std::string training_text(const PlanView& view, const Terminal& terminal) {
  if (view.training.empty()) return {};
  std::string text = heading("Training", terminal);
  for (const explain::TrainingCurve& curve : view.training) {
    text += paragraph(training_sentence(*view.scenario, curve), terminal.width, 2);
    if (curve.points.empty()) continue;
    TextTable table{{{"By", Align::left},
                     {"Cohorts finished", Align::right},
                     {"Trained in all", Align::right},
                     {"Of the target", Align::right}}};
    for (const explain::TrainingPoint& point : thinned(curve.points)) {
      table.add({to_text(point.on),
                 count_text(point.cohorts),
                 count_text(point.trained),
                 share_text(point.trained, curve.target.value_or(0))});
    }
    text += table.print(terminal.width, terminal.colour, 4);
  }
  return text;
}

std::string funds_text(const PlanView& view, const Terminal& terminal) {
  if (view.funds.empty()) return {};
  TextTable table{{{"Fund", Align::left, true},
                   {"Need", Align::right},
                   {"Firm", Align::right},
                   {"Expected", Align::right},
                   {"Best", Align::right},
                   {"Paid", Align::right}}};
  for (const explain::FundState& fund : view.funds) {
    table.add({(*view.scenario)->requirements[fund.requirement].key,
               fund.need ? fund_amount(*fund.need) : "not stated",
               fund_amount(fund.firm),
               fund_amount(fund.expected),
               fund_amount(fund.best),
               fund_amount(fund.paid)});
  }
  return heading("Funds: pledged by their last day, and paid", terminal)
         + table.print(terminal.width, terminal.colour, 2);
}

std::string stocks_text(const PlanView& view, const Terminal& terminal) {
  if (view.stocks.empty()) return {};
  const Scenario& scenario = *view.scenario;
  TextTable table{{{"Nation", Align::left},
                   {"Stock", Align::left, true},
                   {"Stated on", Align::left},
                   {"Held", Align::right},
                   {"Given", Align::right},
                   {"Left", Align::right},
                   {"Floor", Align::right},
                   {"Above floor", Align::right}}};
  for (const explain::StockState& state : view.stocks) {
    const Stock& stock = scenario->stocks[state.stock];
    const Capability& capability = scenario->capabilities[stock.capability];
    const std::int64_t above = state.left - stock.floor;
    table.add({scenario->nations[stock.nation].key,
               name_or_key(capability.name, capability.key),
               to_text(stock.on),
               count_text(stock.quantity),
               count_text(state.given),
               count_text(state.left),
               count_text(stock.floor),
               {count_text(above), above < 0 ? Style::bad : Style::plain}});
  }
  return heading("Stocks and the floors that nations keep", terminal)
         + table.print(terminal.width, terminal.colour, 2);
}

std::string spending_text(const PlanView& view, const Terminal& terminal) {
  const Scenario& scenario = *view.scenario;
  if (scenario->spending.empty()) return {};
  TextTable table{{{"Nation", Align::left},
                   {"Year", Align::right},
                   {"Spent", Align::right},
                   {"Pledged", Align::right},
                   {"Short", Align::right},
                   {"Source", Align::left, true}}};
  for (const Spending& row : scenario->spending) {
    const int short_of = std::max(0, row.pledged.value_or(0) - row.spent);
    table.add(
        {scenario->nations[row.nation].key,
         std::to_string(row.year),
         percent_text(row.spent),
         row.pledged ? percent_text(*row.pledged) : "–",
         {row.pledged ? percent_text(short_of) : "–", short_of > 0 ? Style::bad : Style::plain},
         row.source});
  }
  return heading("Spending and pledges, in percent of GDP", terminal)
         + paragraph(spending_sentence(scenario), terminal.width, 2)
         + table.print(terminal.width, terminal.colour, 2);
}

std::string conditions_text(const PlanView& view, const Terminal& terminal) {
  if (view.waiting.empty()) return {};
  const Scenario& scenario = *view.scenario;
  TextTable table{{{"Condition", Align::left, true},
                   {"State", Align::left},
                   {"Still to come", Align::left, true},
                   {"What waits on it", Align::left, true}}};
  for (const explain::Waiting& waiting : view.waiting) {
    const Condition& condition = scenario->conditions[waiting.condition];
    table.add({condition.key,
               {waiting_state(waiting), waiting.met ? Style::good : Style::warning},
               waiting.met ? last_act(condition) : open_acts_words(condition),
               what_waits(view, waiting)});
  }
  return heading("Conditions, and what waits on them", terminal)
         + table.print(terminal.width, terminal.colour, 2);
}

std::string promises_text(const PlanView& view, const Terminal& terminal) {
  const Scenario& scenario = *view.scenario;
  TextTable table{{{"Promise", Align::left},
                   {"Due", Align::left, true},
                   {"By", Align::left, true},
                   {"To", Align::left, true},
                   {"Source", Align::left, true}}};
  for (const Promise& promise : scenario->promises) {
    if (promise.status != PromiseStatus::open) continue;
    table.add({promise.key, due_words(scenario, promise), promise.by, promise.to, promise.source});
    table.note(promise.about);
  }
  if (table.empty()) return {};
  return heading("Promises still open", terminal) + table.print(terminal.width, terminal.colour, 2);
}

}  // namespace muster::report
