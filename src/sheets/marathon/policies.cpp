// SPDX-License-Identifier: Apache-2.0
// Policies by template, and the schedules that they form.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>
#include <utility>

#include "sheets/marathon/taking.hpp"

namespace muster::sheets::marathon {
namespace {

// The states of the dwell cycle in Marathon's words.
constexpr std::array<std::string_view, 4> states{"Reset", "Train", "Ready", "Available"};

struct Template {
  std::string_view name;
  std::array<std::int64_t, states.size()> days;
  std::int64_t demobilization;
};
constexpr Template templates[] = {{"AC11", {182, 183, 0, 365}, 0},
                                  {"AC12", {182, 183, 365, 365}, 0},
                                  {"AC13", {182, 183, 460, 270}, 0},
                                  {"ACFFG", {182, 183, 460, 270}, 0},
                                  {"AC12:36", {365, 365, 365, 365}, 0},
                                  {"AC14", {365, 365, 730, 365}, 0},
                                  {"AC15", {730, 365, 730, 365}, 0},
                                  {"RC11", {182, 183, 0, 365}, 95},
                                  {"RC12", {365, 365, 0, 365}, 95},
                                  {"RC13", {365, 730, 0, 365}, 95},
                                  {"RC14", {365, 365, 730, 365}, 95},
                                  {"RCFFG", {365, 365, 730, 365}, 95},
                                  {"RCOpSus", {365, 365, 730, 365}, 95},
                                  {"RC14Remob", {365, 365, 730, 365}, 95},
                                  {"RC14ReMob", {365, 365, 730, 365}, 95},
                                  {"RC15", {730, 365, 730, 365}, 95},
                                  {"AdaptRC", {730, 365, 730, 365}, 95}};

enum Column : std::size_t {
  name,
  form,
  max_dwell,
  min_dwell,
  max_bog,
  start,
  stop,
  overlap,
  recovery,
  deltas,
  remarks
};

const TableWords& words() {
  static const TableWords all{"PolicyRecords",
                              {{"PolicyName", {}, true},
                               {"Template", {}, true},
                               {"MaxDwell", {}, true},
                               {"MinDwell", {}, false},
                               {"MaxBOG", {}, true},
                               {"StartDeployable", {}, true},
                               {"StopDeployable", {}, true},
                               {"Overlap", {}, true},
                               {"Recovery", {}, false},
                               {"Deltas", {}, false},
                               {"Remarks", {}, false}},
                              {}};
  return all;
}

struct Shape {
  std::array<std::int64_t, states.size()> days{};
  std::int64_t demobilization = 0, from = 0, until = endless;
};

std::optional<Shape> shape_of(Table& table, const SheetRow& row, std::string_view template_name) {
  Shape found{{}, 0, table.number(row, start), table.number(row, stop)};
  if (template_name == "MaxUtilization" || template_name == "NearMaxUtilization") {
    found.from = table.number(row, min_dwell);
    found.until = endless;
    found.days = {found.from, 0, 0, endless};
    return found;
  }
  if (template_name == "Ghost" || template_name == "FFGMission") {
    found.days = {0, 0, 0, endless};
    return found;
  }
  const auto known = std::ranges::find(templates, template_name, &Template::name);
  if (known == std::end(templates)) return std::nullopt;
  found.days = known->days;
  found.demobilization = known->demobilization;
  return found;
}

// Changes of the states' days; what else they hold is told.
void apply_deltas(Table& table, const SheetRow& row, const Edn& changes, Shape& shape) {
  for (std::size_t k = 0; k + 1 < changes.items.size(); k += 2) {
    const std::string& key = changes.items[k].text;
    if (key == "expected-dwell" || key == "Deployed") continue;  // a deployment uses its budget
    const auto state = std::ranges::find(states, key);
    const auto at = static_cast<std::size_t>(state - states.begin());
    if (state == states.end() || shape.days[at] == 0) {
      table.note(row, deltas, key, "change_without_effect");
      continue;
    }
    shape.days[at] += std::atoll(changes.items[k + 1].text.c_str());
    if (shape.days[at] < 0) {
      table.note(row, deltas, key, "state_below_zero");
      shape.days[at] = 0;
    }
  }
}

std::int64_t expected_dwell(Table& table, const SheetRow& row, const Edn& changes) {
  constexpr std::int64_t of_endless = 1095;
  if (const Edn* stated = changes.find("expected-dwell")) return std::atoll(stated->text.c_str());
  const std::int64_t most = table.number(row, max_dwell);
  return most >= endless ? of_endless : most;
}

void take_policy(Table& table, const SheetRow& row, Draft& draft, std::set<std::string>& known) {
  const std::string policy = table.text(row, name);
  if (policy.empty()) return table.refuse(row, name, "no_name");
  const std::string template_name = table.text(row, form);
  std::optional<Shape> found = shape_of(table, row, template_name);
  if (!found) return table.refuse(row, form, "template_not_taken");
  if (!known.insert(policy).second) return table.refuse(row, name, "repeats_a_name");
  const Edn changes = table.map(row, deltas);
  if (template_name != "MaxUtilization" && template_name != "NearMaxUtilization")
    apply_deltas(table, row, changes, *found);
  const std::int64_t bog = table.number(row, max_bog);
  const std::int64_t dwell = expected_dwell(table, row, changes);
  if (bog < 1 || dwell < 1 || found->from < 0 || table.number(row, overlap) < 0)
    return table.refuse(row,
                        bog < 1     ? max_bog
                        : dwell < 1 ? max_dwell
                                    : start,
                        "below_what_may_be");
  draft.add("rotation_policies",
            {{"policy", policy},
             {"reset_days", days_or_none(found->days[0])},
             {"train_days", days_or_none(found->days[1])},
             {"ready_days", days_or_none(found->days[2])},
             {"available_days", days_or_endless(std::max<std::int64_t>(found->days[3], 1))},
             {"demobilization_days", days_or_none(found->demobilization)},
             {"deployable_from", days_or_none(found->from)},
             {"deployable_until", days_or_endless(found->until)},
             {"deployed_days", days_or_endless(bog)},
             {"overlap_days", days_or_none(table.number(row, overlap))},
             {"recovery_days", days_or_none(std::min(table.number(row, recovery), endless))},
             {"expected_dwell_days", std::to_string(std::min(dwell, endless))},
             {"note", table.text(row, remarks)}});
  table.take(row);
}

bool has_policy(const Draft& draft, const std::string& policy) {
  const DraftTable& table = draft.table("rotation_policies");
  return std::ranges::any_of(
      table.rows, [&](const DraftRow& row) { return table.text(row, "policy") == policy; });
}

bool has_schedule(const Draft& draft, const std::string& schedule) {
  const DraftTable& table = draft.table("rotation_schedules");
  return std::ranges::any_of(
      table.rows, [&](const DraftRow& row) { return table.text(row, "schedule") == schedule; });
}

enum CompositeColumn : std::size_t { schedule, composition, period, policy };

void take_composites(Taking& taking) {
  static const TableWords words{"CompositePolicyRecords",
                                {{"CompositeName", {}, true},
                                 {"CompositionType", {}, false},
                                 {"Period", {}, true},
                                 {"Policy", {}, true}},
                                {}};
  auto table = taking.find(words);
  if (!table) return;
  std::set<std::pair<std::string, std::string>> known;
  for (const SheetRow& row : table->rows()) {
    const std::string kind = bare(table->text(row, composition));
    const std::string one = table->text(row, policy);
    if (table->text(row, schedule).empty()) {
      table->refuse(row, schedule, "no_name");
    } else if (!kind.empty() && kind != "periodic") {
      table->refuse(row, composition, "composition_not_taken");
    } else if (!has_policy(taking.draft, one)) {
      table->refuse(row, policy, "policy_unknown");
    } else if (!known.emplace(table->text(row, schedule), table->text(row, period)).second) {
      table->refuse(row, period, "repeats_a_name");
    } else {
      taking.draft.add("rotation_schedules",
                       {{"schedule", table->text(row, schedule)},
                        {"period", table->text(row, period)},
                        {"policy", one}});
      table->take(row);
    }
  }
  taking.done(*std::move(table));
}

// The older form: all periods of a schedule in one cell.
void take_definitions(Taking& taking) {
  static const TableWords words{
      "PolicyDefs", {{"CompositeName", {}, true}, {"Composition", {}, true}}, {}};
  auto table = taking.find(words);
  if (!table) return;
  for (const SheetRow& row : table->rows()) {
    const std::string one = table->text(row, 0);
    const Edn rows = table->map(row, 1);
    if (has_schedule(taking.draft, one)) {
      table->refuse(row, 0, "stated_elsewhere");
      continue;
    }
    bool is_known = !rows.items.empty();
    for (std::size_t k = 1; k < rows.items.size(); k += 2)
      is_known = is_known && has_policy(taking.draft, rows.items[k].text);
    if (!is_known) {
      table->refuse(row, 1, "policy_unknown");
      continue;
    }
    for (std::size_t k = 0; k + 1 < rows.items.size(); k += 2)
      taking.draft.add(
          "rotation_schedules",
          {{"schedule", one}, {"period", rows.items[k].text}, {"policy", rows.items[k + 1].text}});
    table->take(row);
  }
  taking.done(*std::move(table));
}

}  // namespace

void take_policies(Taking& taking) {
  auto table = taking.find(words());
  if (!table) return;
  std::set<std::string> known;
  for (const SheetRow& row : table->rows()) take_policy(*table, row, taking.draft, known);
  taking.done(*std::move(table));
}

void take_schedules(Taking& taking) {
  take_composites(taking);
  take_definitions(taking);
}

}  // namespace muster::sheets::marathon
