// SPDX-License-Identifier: Apache-2.0
// The tables that stand on few others: sources, nations, capabilities, places, themes, activities,
// priorities, policies, conditions, budgets.
#include <utility>

#include "model/reading/read_table.hpp"
#include "model/reading/reading.hpp"

namespace muster::reading {
namespace {

void read_sources(Reading& reading) {
  for_each_row(reading, "sources", [&](const Row& row) {
    reading.nouns.sources.push_back({.key = row.text("source"),
                                     .title = row.text("title"),
                                     .publisher = row.text("publisher"),
                                     .date = row.day("date"),
                                     .identifier = row.text("identifier"),
                                     .url = row.text("url"),
                                     .language = row.text("language"),
                                     .official = row.flag("official"),
                                     .note = row.text("note")});
  });
}

std::optional<Euros> euros(std::optional<std::int64_t> whole) {
  if (!whole) return std::nullopt;
  return Euros{*whole};
}

void read_nations(Reading& reading) {
  for_each_row(reading, "nations", [&](const Row& row) {
    add_keyed(reading.nouns.nations,
              reading.nation,
              row,
              Nation{.key = row.text("nation"),
                     .name = row.text("name"),
                     .population = row.whole("population"),
                     .gdp = euros(row.whole("gdp_eur")),
                     .gdp_year = row.small("gdp_year"),
                     .source = row.text("source"),
                     .note = row.text("note")});
  });
}

void read_capabilities(Reading& reading) {
  for_each_row(reading, "capabilities", [&](const Row& row) {
    const auto measure = row.word("measure", Measure::money);
    if (!measure) return;
    add_keyed(reading.nouns.capabilities,
              reading.capability,
              row,
              Capability{.key = row.text("capability"),
                         .name = row.text("name"),
                         .parent = std::nullopt,
                         .measure = *measure,
                         .symbol = row.text("symbol"),
                         .source = row.text("source"),
                         .note = row.text("note")});
  });
  // A parent may stand below its child in the table.
  for (const Id<Capability> id : reading.nouns.capabilities.ids()) {
    const Row row = reading.row("capabilities", *reading.capability.rows[id]);
    reading.nouns.capabilities[id].parent = find(reading.capability.keys, row.text("parent"));
  }
}

void read_substitutions(Reading& reading) {
  for_each_row(reading, "substitutions", [&](const Row& row) {
    const auto wanted = find(reading.capability.keys, row.text("wanted"));
    const auto offered = find(reading.capability.keys, row.text("offered"));
    const auto worth = row.thousandths("worth");
    if (!wanted || !offered || !worth) return;
    reading.substitutions.push_back({*wanted, *offered, *worth, &row.row()});
  });
}

void read_places(Reading& reading) {
  for_each_row(reading, "places", [&](const Row& row) {
    add_keyed(reading.nouns.places,
              reading.place,
              row,
              Place{.key = row.text("place"),
                    .name = row.text("name"),
                    .nation = find(reading.nation.keys, row.text("nation")),
                    .latitude_e6 = row.millionths("latitude"),
                    .longitude_e6 = row.millionths("longitude"),
                    .source = row.text("source"),
                    .note = row.text("note")});
  });
}

void read_themes(Reading& reading) {
  for_each_row(reading, "themes", [&](const Row& row) {
    add_keyed(reading.nouns.themes,
              reading.theme,
              row,
              Theme{.key = row.text("theme"),
                    .name = row.text("name"),
                    .source = row.text("source"),
                    .note = row.text("note")});
  });
}

void read_activities(Reading& reading) {
  for_each_row(reading, "activities", [&](const Row& row) {
    add_keyed(reading.nouns.activities,
              reading.activity,
              row,
              Activity{.key = row.text("activity"),
                       .name = row.text("name"),
                       .kind = row.text("kind"),
                       .organisation = row.text("organisation"),
                       .theme = find(reading.theme.keys, row.text("theme")),
                       .lead = find(reading.nation.keys, row.text("lead")),
                       .place = find(reading.place.keys, row.text("place")),
                       .from = row.day("from"),
                       .until = row.day("until"),
                       .source = row.text("source"),
                       .note = row.text("note")});
  });
}

void read_priorities(Reading& reading) {
  for_each_row(reading, "priorities", [&](const Row& row) {
    const auto weight = row.whole("weight");
    if (!weight) return;
    add_keyed(reading.nouns.priorities,
              reading.priority,
              row,
              Priority{.key = row.text("priority"),
                       .name = row.text("name"),
                       .weight = *weight,
                       .source = row.text("source"),
                       .note = row.text("note")});
  });
}

void read_policies(Reading& reading) {
  for_each_row(reading, "policies", [&](const Row& row) {
    add_keyed(reading.nouns.policies,
              reading.policy,
              row,
              Policy{.key = row.text("policy"),
                     .tour_min_days = row.small("tour_min_days"),
                     .tour_max_days = row.small("tour_max_days"),
                     .dwell_permille = row.thousandths("dwell_ratio").value_or(0),
                     .preparation_days = row.small("preparation_days").value_or(0),
                     .recovery_days = row.small("recovery_days").value_or(0),
                     .total_days = row.small("total_days"),
                     .total_within_days = row.small("total_within_days"),
                     .source = row.text("source"),
                     .note = row.text("note")});
  });
}

// The rows of one key are one condition; each row is one act.
void read_conditions(Reading& reading) {
  for_each_row(reading, "conditions", [&](const Row& row) {
    const auto status = row.word("status", ConditionStatus::refused);
    if (!status || row.text("condition").empty()) return;
    const std::string& key = row.text("condition");
    if (!reading.condition.keys.contains(key))
      add_keyed(
          reading.nouns.conditions, reading.condition, row, Condition{.key = key, .acts = {}});
    const Id<Condition> id = reading.condition.keys.find(key)->second;
    reading.nouns.conditions[id].acts.push_back({.name = row.text("name"),
                                                 .party = row.text("party"),
                                                 .status = *status,
                                                 .on = row.day("on"),
                                                 .expected_on = row.day("expected_on"),
                                                 .source = row.text("source"),
                                                 .note = row.text("note")});
  });
}

void read_budgets(Reading& reading) {
  for_each_row(reading, "budgets", [&](const Row& row) {
    const auto nation = find(reading.nation.keys, row.text("nation"));
    const auto from = row.day("from");
    const auto until = row.day("until");
    if (!nation || !from || !until) return;
    add_keyed(reading.nouns.budgets,
              reading.budget,
              row,
              Budget{.key = row.text("budget"),
                     .name = row.text("name"),
                     .nation = *nation,
                     .period = {*from, *until},
                     .amount = row.whole("amount").value_or(0),
                     .currency = row.text("currency"),
                     .source = row.text("source"),
                     .note = row.text("note")});
  });
}

}  // namespace

void read_ground(Reading& reading) {
  read_sources(reading);
  read_nations(reading);
  read_capabilities(reading);
  read_substitutions(reading);
  read_places(reading);
  read_themes(reading);
  read_activities(reading);
  read_priorities(reading);
  read_policies(reading);
  read_conditions(reading);
  read_budgets(reading);
}

}  // namespace muster::reading
