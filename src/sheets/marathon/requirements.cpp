// SPDX-License-Identifier: Apache-2.0
// Demands, units and who may stand in for whom.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "sheets/marathon/taking.hpp"
#include "sheets/statements.hpp"

namespace muster::sheets::marathon {
namespace {

enum Demanded : std::size_t {
  enabled,
  priority,
  quantity,
  start,
  duration,
  src,
  source_first,
  group,
  vignette,
  operation,
  category,
  title,
  tags
};

const TableWords& demand_words() {
  static const TableWords all{"DemandRecords",
                              {{"Enabled", {}, true},
                               {"Priority", {}, true},
                               {"Quantity", {}, true},
                               {"StartDay", {}, true},
                               {"Duration", {}, true},
                               {"SRC", {}, true},
                               {"SourceFirst", {}, false},
                               {"DemandGroup", {}, false},
                               {"Vignette", {}, false},
                               {"Operation", {}, false},
                               {"Category", {}, false},
                               {"OITitle", {}, false},
                               {"Tags", {}, false}},
                              {quantity, duration}};
  return all;
}

// Sourcing rules: in which order, which component before and which after all others.
struct Rule {
  std::string_view name, sourcing, first, last;
};
constexpr std::string_view longest = "longest_dwell", shortest = "shortest_dwell";
constexpr Rule rules[] = {{"", longest, "", ""},
                          {"UNIFORM", longest, "", ""},
                          {"MIN-DWELL", shortest, "", ""},
                          {"AC", longest, "AC", ""},
                          {"AC-FIRST", longest, "AC", ""},
                          {"RC", longest, "RC", ""},
                          {"RC-FIRST", longest, "RC", ""},
                          {"NG", longest, "NG", ""},
                          {"NG-FIRST", longest, "NG", ""},
                          {"NOT-AC", longest, "", "AC"},
                          {"NOT-AC-MIN", shortest, "", "AC"},
                          {"NOT-RC", longest, "AC", ""},
                          {"NOT-RC-MIN", shortest, "AC", ""}};

const Rule* rule_of(std::string name) {
  for (char& letter : name) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    if (letter == '_') letter = '-';
  }
  const auto found = std::ranges::find(rules, name, &Rule::name);
  return found == std::end(rules) ? nullptr : &*found;
}

// Kinds of service that are not plain deployment.
struct Category {
  std::string_view name, service, without;
  bool only_aligned;
};
constexpr Category categories[] = {{"NonBOG", "held", "", false},
                                   {"NonBOG-RC-Only", "held", "AC", false},
                                   {"RC_Cannibalization", "held", "AC", false},
                                   {"Forward", "held", "", true},
                                   {"Fenced", "deployed", "", true}};
constexpr std::string_view not_taken[] = {"nonbog_with_cannibals",
                                          "nonbog_with_0.5_cannibals",
                                          "Modernization",
                                          "Modernization-AC",
                                          "SRM"};

std::string region_of(const Edn& all) {
  const Edn* region = all.find("region");
  return region == nullptr ? std::string{} : region->text;
}

std::string or_none(const std::string& text) {
  return text == "nil" || text == "UnGrouped" ? std::string{} : text;
}

class Demands {
 public:
  explicit Demands(Taking& taking) : taking_{taking} {}

  void take(Table& table, const SheetRow& row) {
    if (!table.is_true(row, enabled)) return table.refuse(row, enabled, "disabled");
    const std::int64_t units = table.number(row, quantity);
    const std::int64_t days = table.number(row, duration);
    if (units <= 0) return table.refuse(row, quantity, "no_quantity");
    if (days <= 0) return table.refuse(row, duration, "no_duration");
    const Rule* rule = rule_of(table.text(row, source_first));
    if (rule == nullptr) return table.refuse(row, source_first, "sourcing_not_taken");
    const std::string kind = table.text(row, category);
    if (std::ranges::find(not_taken, kind) != std::end(not_taken))
      return table.refuse(row, category, "category_not_taken");
    const auto known = std::ranges::find(categories, kind, &Category::name);
    const Category plain{kind, "deployed", "", false};
    std::string name = name_of(table, row, days);
    if (!names_.insert(name).second) {
      if (!taking_.keeps_repeated) return table.refuse(row, vignette, "repeats_a_name");
      for (int again = 2;; ++again)
        if (const std::string other = name + " (" + std::to_string(again) + ")";
            names_.insert(other).second) {
          table.note(row, vignette, other, "repeats_a_name");
          name = other;
          break;
        }
    }
    add(table, row, name, *rule, known == std::end(categories) ? plain : *known);
    table.take(row);
  }

 private:
  // As all of Marathon's outputs call it. What has no vignette is counted.
  std::string name_of(Table& table, const SheetRow& row, std::int64_t days) {
    std::string story = table.text(row, vignette);
    if (story.empty()) story = "Vig-ANON-" + std::to_string(without_names_++);
    if (table.text(row, operation).empty()) ++without_names_;
    const std::int64_t from = table.number(row, start);
    return std::to_string(table.number(row, priority)) + "_" + story + "_" + table.text(row, src)
           + "_[" + std::to_string(from) + "..." + std::to_string(from + days) + "]";
  }

  void add(Table& table,
           const SheetRow& row,
           const std::string& name,
           const Rule& rule,
           const Category& kind) {
    const std::int64_t from = table.number(row, start);
    taking_.draft.add("rotation_requirements",
                      {{"requirement", name},
                       {"priority", std::to_string(table.number(row, priority))},
                       {"quantity", std::to_string(table.number(row, quantity))},
                       {"capability", table.text(row, src)},
                       {"from_day", std::to_string(from)},
                       {"until_day", std::to_string(from + table.number(row, duration))},
                       {"group", or_none(table.text(row, group))},
                       {"service", std::string{kind.service}},
                       {"sourcing", std::string{rule.sourcing}},
                       {"first_component", std::string{rule.first}},
                       {"last_component", std::string{rule.last}},
                       {"without_component", std::string{kind.without}},
                       {"region", region_of(table.map(row, tags))},
                       {"only_aligned", kind.only_aligned ? "true" : ""},
                       {"vignette", table.text(row, vignette)},
                       {"operation", table.text(row, operation)},
                       {"category", table.text(row, category)},
                       {"title", table.text(row, title)}});
  }

  Taking& taking_;
  std::set<std::string> names_;
  int without_names_ = 0;
};

enum Supplied : std::size_t {
  supply_enabled,
  supply_quantity,
  supply_src,
  component,
  supply_title,
  behavior,
  cycle_time,
  policy,
  supply_tags
};

const TableWords& supply_words() {
  static const TableWords all{"SupplyRecords",
                              {{"Enabled", {}, true},
                               {"Quantity", {}, true},
                               {"SRC", {}, true},
                               {"Component", {}, true},
                               {"OITitle", {}, false},
                               {"Behavior", {}, false},
                               {"CycleTime", {}, false},
                               {"Policy", {}, true},
                               {"Tags", {}, false}},
                              {supply_quantity}};
  return all;
}

// "[align-units [[:forward 3] [:other 2]]]": how many of them are aligned where.
std::vector<std::pair<std::string, std::int64_t>> aligned_of(const Edn& all) {
  std::vector<std::pair<std::string, std::int64_t>> bins;
  const Edn* steps = all.find("preprocess");
  if (steps == nullptr || steps->items.size() < 2 || steps->items[0].text != "align-units")
    return bins;
  for (const Edn& bin : steps->items[1].items)
    if (bin.items.size() == 2)
      bins.emplace_back(bin.items[0].text, std::atoll(bin.items[1].text.c_str()));
  return bins;
}

class Units {
 public:
  explicit Units(Draft& draft) : draft_{draft} {}

  void take(Table& table, const SheetRow& row) {
    if (!table.is_true(row, supply_enabled)) return table.refuse(row, supply_enabled, "disabled");
    const std::int64_t units = table.number(row, supply_quantity);
    if (units < 0) return table.refuse(row, supply_quantity, "below_what_may_be");
    if (table.text(row, supply_src).empty()) return table.refuse(row, supply_src, "no_name");
    if (table.text(row, behavior) == "SRM")
      return table.refuse(row, behavior, "behavior_not_taken");
    const Edn all = table.map(row, supply_tags);
    std::int64_t rest = units;
    for (const auto& [region, count] : aligned_of(all)) {
      const std::int64_t part = std::clamp<std::int64_t>(count, 0, rest);
      rest -= part;
      add(table, row, part, region, all);
    }
    const Edn* aligned = all.find("aligned");
    if (rest > 0 || units == 0) add(table, row, rest, aligned == nullptr ? "" : aligned->text, all);
    table.take(row);
  }

 private:
  void add(Table& table,
           const SheetRow& row,
           std::int64_t units,
           const std::string& region,
           const Edn& all) {
    const std::string one = table.text(row, policy);
    const Edn* fenced = all.find("fenced?");
    const Edn* share = all.find("rc-unavailable");
    draft_.add("rotation_units",
               {{"row", "u" + std::to_string(++rows_)},
                {"capability", table.text(row, supply_src)},
                {"component", table.text(row, component)},
                {"quantity", std::to_string(units)},
                {"policy", one == "Auto" ? std::string{} : one},
                {"cycle_day", cycle_day(table, row, all)},
                {"aligned", region},
                {"fenced", fenced != nullptr && fenced->text == "true" ? "true" : ""},
                {"held_share", share == nullptr ? std::string{} : share->text},
                {"title", table.text(row, supply_title)}});
  }

  // It counts of a single unit, or where the row says so.
  static std::string cycle_day(Table& table, const SheetRow& row, const Edn& all) {
    const Edn* stated = all.find("cycle/initialized?");
    const std::int64_t day = table.number(row, cycle_time);
    if (table.number(row, supply_quantity) == 1 || (stated != nullptr && stated->text == "true"))
      return std::to_string(std::max<std::int64_t>(day, 0));
    if (day != 0) table.note(row, cycle_time, {}, "cycle_time_not_used");
    return {};
  }

  Draft& draft_;
  int rows_ = 0;
};

enum Related : std::size_t { relation_enabled, relation, donor, recipient, cost };

}  // namespace

void take_requirements(Taking& taking) {
  auto table = taking.find(demand_words());
  if (!table) return;
  Demands demands(taking);
  for (const SheetRow& row : table->rows()) demands.take(*table, row);
  taking.done(*std::move(table));
}

void take_units(Taking& taking) {
  auto table = taking.find(supply_words());
  if (!table) return;
  Units units(taking.draft);
  for (const SheetRow& row : table->rows()) units.take(*table, row);
  taking.done(*std::move(table));
}

void take_substitutions(Taking& taking) {
  static const TableWords words{"RelationRecords",
                                {{"Enabled", {}, true},
                                 {"Relation", {}, true},
                                 {"Donor", {}, true},
                                 {"Recepient", {"Recipient"}, true},
                                 {"Cost", {}, true}},
                                {}};
  auto table = taking.find(words);
  if (!table) return;
  std::set<std::pair<std::string, std::string>> known;
  for (const SheetRow& row : table->rows()) {
    const std::string kind = bare(table->text(row, relation));
    const auto price = written_amount(table->text(row, cost), 3);
    if (!table->is_true(row, relation_enabled)) {
      table->refuse(row, relation_enabled, "disabled");
    } else if (kind != "sub" && kind != "substitution") {
      table->refuse(row, relation, "relation_not_taken");
    } else if (!price || price->scaled < 0) {
      table->refuse(row, cost, "no_number");
    } else if (!known.emplace(table->text(row, donor), table->text(row, recipient)).second) {
      table->refuse(row, donor, "repeats_a_name");
    } else {
      if (kind == "substitution") table->note(row, relation, "sub", "relation_spelled_otherwise");
      taking.draft.add("rotation_substitutions",
                       {{"capability", table->text(row, donor)},
                        {"replaces", table->text(row, recipient)},
                        {"cost", scaled_text(price->scaled, 3)}});
      table->take(row);
    }
  }
  taking.done(*std::move(table));
}

}  // namespace muster::sheets::marathon
