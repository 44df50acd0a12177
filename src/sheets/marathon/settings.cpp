// SPDX-License-Identifier: Apache-2.0
// Periods, parameters, and the proportions in which forces grow.
#include <set>

#include "sheets/marathon/taking.hpp"

namespace muster::sheets::marathon {
namespace {

enum Period : std::size_t { period_name, from_day, to_day };
enum Parameter : std::size_t { parameter, value };

struct Setting {
  std::string_view parameter, setting;
};
constexpr Setting settings[] = {{"LastDayDefault", "last_day"},
                                {"truncate-time", "until_last_requirement"},
                                {"PreFill", "served_before"}};
constexpr std::string_view of_components[] = {"AC", "RC", "NG", "Ghost"};

void add_setting(Taking& taking, Table& table, const SheetRow& row, std::string_view setting) {
  const bool is_day = setting == "last_day";
  const std::string text =
      is_day ? std::to_string(std::min<std::int64_t>(table.number(row, value), endless))
      : table.is_true(row, value) ? "true"
                                  : "false";
  taking.draft.add("rotation_settings", {{"setting", std::string{setting}}, {"value", text}});
}

bool take_parameter(Taking& taking, Table& table, const SheetRow& row) {
  const std::string name = table.text(row, parameter);
  if (trimmed(row.cells.size() > value ? row.cells[value] : "").empty()) return false;
  for (const Setting& setting : settings)
    if (setting.parameter == name) {
      add_setting(taking, table, row, setting.setting);
      return true;
    }
  for (const std::string_view component : of_components)
    if (name == "Default" + std::string{component} + "Policy") {
      taking.draft.add("rotation_components",
                       {{"component", std::string{component}}, {"policy", table.text(row, value)}});
      return true;
    }
  return false;
}

}  // namespace

void take_periods(Taking& taking) {
  static const TableWords words{
      "PeriodRecords", {{"Name", {}, true}, {"FromDay", {}, true}, {"ToDay", {}, true}}, {}};
  auto table = taking.find(words);
  if (!table) return;
  std::set<std::int64_t> begun;
  std::set<std::string> known;
  for (const SheetRow& row : table->rows()) {
    const std::int64_t from = table->number(row, from_day), to = table->number(row, to_day);
    const std::string name = table->text(row, period_name);
    if (name.empty() || !known.insert(name).second) {
      table->refuse(row, period_name, name.empty() ? "no_name" : "repeats_a_name");
    } else if (from < 0 || to < from) {
      table->refuse(row, to_day, "below_what_may_be");
    } else if (!begun.insert(from).second) {
      table->refuse(row, from_day, "begins_with_another");
    } else {
      taking.draft.add("rotation_periods",
                       {{"period", name},
                        {"from_day", std::to_string(from)},
                        {"until_day", days_or_endless(to + 1)}});
      table->take(row);
    }
  }
  taking.done(*std::move(table));
}

void take_settings(Taking& taking) {
  static const TableWords words{
      "Parameters", {{"ParameterName", {}, true}, {"Value", {}, true}}, {}};
  auto table = taking.find(words);
  if (!table) return;
  std::set<std::string> known;
  for (const SheetRow& row : table->rows()) {
    if (!known.insert(table->text(row, parameter)).second)
      table->refuse(row, parameter, "repeats_a_name");
    else if (take_parameter(taking, *table, row))
      table->take(row);
    else
      table->refuse(row, parameter, "without_effect");
  }
  taking.done(*std::move(table));
}

void take_proportions(Taking& taking) {
  static const TableWords words{"GhostProportionsAggregate",
                                {{"Enabled", {}, true},
                                 {"SRC", {}, true},
                                 {"AC", {}, true},
                                 {"NG", {}, true},
                                 {"RC", {}, true}},
                                {}};
  auto table = taking.find(words);
  if (!table) return;
  constexpr std::size_t src = 1;
  constexpr int places = 6;
  std::set<std::string> known;
  for (const SheetRow& row : table->rows()) {
    if (!table->is_true(row, 0)) {
      table->refuse(row, 0, "disabled");
      continue;
    }
    if (!known.insert(table->text(row, src)).second) {
      table->refuse(row, src, "repeats_a_name");
      continue;
    }
    for (std::size_t k = src + 1; k < words.columns.size(); ++k)
      if (const auto share = written_amount(table->text(row, k), places);
          share && share->scaled > 0)
        taking.draft.add("rotation_proportions",
                         {{"capability", table->text(row, src)},
                          {"component", std::string{words.columns[k].name}},
                          {"share", scaled_text(share->scaled, places)}});
    table->take(row);
  }
  taking.done(*std::move(table));
}

}  // namespace muster::sheets::marathon
