// SPDX-License-Identifier: Apache-2.0
#include "ledger/promises.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace muster::ledger {
namespace {

// The condition that a promise waits for, by its key.
struct Waited {
  std::string name;
  bool is_met = true;  // where there is one
  std::optional<Day> met_on;
};

std::optional<Waited> condition_of(const Draft& draft, const std::string& key) {
  const DraftTable& table = draft.table("conditions");
  std::optional<Waited> waited;
  for (const DraftRow& row : table.rows) {
    if (table.text(row, "condition") != key) continue;
    if (!waited) waited = Waited{table.text(row, "name"), true, {}};
    const auto on = parse_day(table.text(row, "on"));
    waited->is_met = waited->is_met && table.text(row, "status") == "granted";
    if (on && (!waited->met_on || *waited->met_on < *on)) waited->met_on = on;
  }
  if (waited && !waited->is_met) waited->met_on.reset();
  return waited;
}

PromiseState state_of(const Promised& promised, const std::string& status, bool waits, Day on) {
  if (status == "kept") return PromiseState::kept;
  if (status == "withdrawn") return PromiseState::withdrawn;
  if (promised.due) return *promised.due < on ? PromiseState::overdue : PromiseState::open;
  if (promised.triggered_on && *promised.triggered_on < on) return PromiseState::overdue;
  return waits ? PromiseState::waiting : PromiseState::open;
}

}  // namespace

std::string_view to_text(PromiseState state) {
  constexpr std::array<std::string_view, 5> words{
      "overdue", "open", "waiting", "kept", "withdrawn"};
  return words.at(static_cast<std::size_t>(state));
}

std::vector<Promised> promises(const Draft& draft, Day on) {
  const DraftTable& table = draft.table("promises");
  std::vector<Promised> all;
  for (const DraftRow& row : table.rows) {
    const auto text = [&](std::string_view field) { return table.text(row, field); };
    Promised promised{.key = text("promise"),
                      .by = text("by"),
                      .to = text("to"),
                      .about = text("about"),
                      .state = PromiseState::open,
                      .trigger = text("trigger"),
                      .triggered_on = {},
                      .due = parse_day(text("due")),
                      .kept_on = parse_day(text("kept_on")),
                      .kept_by = text("kept_by"),
                      .source = text("source")};
    if (const auto waited = condition_of(draft, promised.trigger)) {
      promised.trigger = waited->name;
      promised.triggered_on = waited->met_on;
    }
    promised.state = state_of(promised, text("status"), !promised.trigger.empty(), on);
    all.push_back(std::move(promised));
  }
  std::ranges::stable_sort(all, {}, [](const Promised& promised) {
    return std::tuple{promised.state, promised.due.value_or(Day::max())};
  });
  return all;
}

}  // namespace muster::ledger
