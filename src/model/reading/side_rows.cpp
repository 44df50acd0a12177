// SPDX-License-Identifier: Apache-2.0
// What stands beside requirements and offers: deliveries, ceilings, fair shares, stocks,
// programmes, spending, promises, claims, remarks, translations, costs of asking.
#include <algorithm>
#include <utility>

#include "model/reading/read_table.hpp"
#include "model/reading/reading.hpp"

namespace muster::reading {
namespace {

void read_deliveries(Reading& reading) {
  for_each_row(reading, "deliveries", [&](const Row& row) {
    const auto offer = find(reading.offer.keys, row.text("offer"));
    const auto state = row.word("state", DeliveryState::returned);
    const auto quantity = row.whole("quantity");
    if (!offer || !state || !quantity) return;
    add_keyed(reading.nouns.deliveries,
              reading.delivery,
              row,
              Delivery{.key = row.text("delivery"),
                       .offer = *offer,
                       .quantity = *quantity,
                       .state = *state,
                       .on = row.day("on"),
                       .source = row.text("source"),
                       .note = row.text("note")});
  });
}

void read_ceilings(Reading& reading) {
  for_each_row(reading, "ceilings", [&](const Row& row) {
    const auto nation = find(reading.nation.keys, row.text("nation"));
    const auto from = row.day("from");
    const auto personnel = row.whole("personnel");
    if (!nation || !from || !personnel) return;
    const Day until = row.day("until").value_or(std::max(*from, reading.nouns.horizon.until));
    reading.nouns.ceilings.add({.nation = *nation,
                                .period = {*from, until},
                                .personnel = Persons{*personnel},
                                .source = row.text("source"),
                                .note = row.text("note")});
    reading.ceiling_rows.add(&row.row());
  });
}

void read_fair_shares(Reading& reading) {
  for_each_row(reading, "fair_shares", [&](const Row& row) {
    const auto nation = find(reading.nation.keys, row.text("nation"));
    const auto people_days = row.whole("people_days");
    const auto weight = row.thousandths("weight");
    if (!nation || !people_days || !weight) return;
    reading.nouns.fair_shares.add({.nation = *nation,
                                   .people_days = *people_days,
                                   .weight = *weight,
                                   .source = row.text("source"),
                                   .note = row.text("note")});
  });
}

void read_stocks(Reading& reading) {
  for_each_row(reading, "stocks", [&](const Row& row) {
    const auto nation = find(reading.nation.keys, row.text("nation"));
    const auto capability = find(reading.capability.keys, row.text("capability"));
    const auto on = row.day("on");
    const auto quantity = row.whole("quantity");
    if (!nation || !capability || !on || !quantity) return;
    reading.nouns.stocks.add({.nation = *nation,
                              .capability = *capability,
                              .on = *on,
                              .quantity = *quantity,
                              .floor = row.whole("floor").value_or(0),
                              .source = row.text("source"),
                              .note = row.text("note")});
    reading.stock_rows.add(&row.row());
  });
}

void read_programmes(Reading& reading) {
  for_each_row(reading, "programmes", [&](const Row& row) {
    const auto activity = find(reading.activity.keys, row.text("activity"));
    if (!activity) return;
    reading.nouns.programmes.push_back(
        {.activity = *activity,
         .instructors_per_cohort = row.small("instructors_per_cohort").value_or(1),
         .cohort_days = row.small("cohort_days").value_or(1),
         .trainees_per_cohort = row.small("trainees_per_cohort").value_or(1),
         .pass_rate_permille = row.thousandths("pass_rate").value_or(1000),
         .trained_before = row.whole("trained_before"),
         .as_of = row.day("as_of"),
         .target = row.whole("target"),
         .target_on = row.day("target_on"),
         .source = row.text("source"),
         .note = row.text("note")});
  });
}

void read_spending(Reading& reading) {
  for_each_row(reading, "spending", [&](const Row& row) {
    const auto nation = find(reading.nation.keys, row.text("nation"));
    const auto year = row.small("year");
    const auto spent = row.thousandths("spent");
    if (!nation || !year || !spent) return;
    reading.nouns.spending.push_back({.nation = *nation,
                                      .year = *year,
                                      .spent = *spent,
                                      .pledged = row.thousandths("pledged"),
                                      .source = row.text("source"),
                                      .note = row.text("note")});
  });
}

void read_promises(Reading& reading) {
  for_each_row(reading, "promises", [&](const Row& row) {
    const auto status = row.word("status", PromiseStatus::withdrawn);
    if (!status) return;
    reading.nouns.promises.push_back({.key = row.text("promise"),
                                      .by = row.text("by"),
                                      .to = row.text("to"),
                                      .about = row.text("about"),
                                      .trigger = row.text("trigger"),
                                      .due = row.day("due"),
                                      .status = *status,
                                      .kept_on = row.day("kept_on"),
                                      .kept_by = row.text("kept_by"),
                                      .source = row.text("source"),
                                      .note = row.text("note")});
  });
}

// Why this value, and who decided that.
std::string reason_of_claim(const Row& row) {
  std::string reason = row.text("chosen_why");
  const std::string by = row.text("chosen_by"), note = row.text("note");
  if (!by.empty()) reason += (reason.empty() ? "" : " ") + ("(chosen by " + by + ")");
  if (!note.empty()) reason += (reason.empty() ? "" : " ") + note;
  return reason;
}

void read_claims(Reading& reading) {
  for_each_row(reading, "claims", [&](const Row& row) {
    reading.nouns.claims.push_back({.table = row.text("table"),
                                    .key = row.text("key"),
                                    .column = row.text("column"),
                                    .value = row.text("value"),
                                    .chosen = row.flag("chosen"),
                                    .source = row.text("source"),
                                    .note = reason_of_claim(row)});
  });
}

void read_remarks(Reading& reading) {
  for_each_row(reading, "remarks", [&](const Row& row) {
    reading.nouns.remarks.push_back({.key = row.text("remark"),
                                     .theme = find(reading.theme.keys, row.text("theme")),
                                     .activity = find(reading.activity.keys, row.text("activity")),
                                     .text = row.text("text"),
                                     .source = row.text("source"),
                                     .note = row.text("note")});
  });
  for_each_row(reading, "translations", [&](const Row& row) {
    reading.nouns.translations.push_back({.table = row.text("table"),
                                          .key = row.text("key"),
                                          .column = row.text("column"),
                                          .language = row.text("language"),
                                          .text = row.text("text")});
  });
}

void read_goal_weights(Reading& reading) {
  for_each_row(reading, "goal_weights", [&](const Row& row) {
    if (row.text("goal") == "distance") reading.nouns.distance_weight = row.thousandths("weight");
  });
}

void read_ask_costs(Reading& reading) {
  for_each_row(reading, "ask_costs", [&](const Row& row) {
    const auto kind = row.word("kind", AskKind::new_contribution);
    const auto cost = row.whole("cost");
    if (!kind || !cost) return;
    reading.nouns.ask_costs.push_back({.kind = *kind,
                                       .cost = *cost,
                                       .per_30_days = row.whole("cost_per_30_days").value_or(0),
                                       .source = row.text("source"),
                                       .note = row.text("note")});
  });
}

}  // namespace

void read_side_rows(Reading& reading) {
  read_deliveries(reading);
  read_ceilings(reading);
  read_fair_shares(reading);
  read_stocks(reading);
  read_programmes(reading);
  read_spending(reading);
  read_promises(reading);
  read_claims(reading);
  read_remarks(reading);
  read_goal_weights(reading);
  read_ask_costs(reading);
}

}  // namespace muster::reading
