// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "model/reading/checks.hpp"
#include "model/reading/read_table.hpp"

namespace muster::reading {
namespace {

void check_substitutions(const Reading& reading, Findings& findings) {
  const Table<Capability>& capabilities = reading.nouns.capabilities;
  for (const Substitution& it : reading.substitutions) {
    const Capability& wanted = capabilities[it.wanted];
    const Capability& offered = capabilities[it.offered];
    if (wanted.measure == offered.measure) continue;
    findings.add(reading.draft.table("substitutions"),
                 *it.row,
                 "offered",
                 quoted(offered.key) + " is measured in " + std::string{to_text(offered.measure)}
                     + " and cannot stand in for " + quoted(wanted.key) + ", which is measured in "
                     + std::string{to_text(wanted.measure)},
                 "A substitution needs two capabilities of one measure.",
                 {reading.capability.rows[it.wanted], reading.capability.rows[it.offered]});
  }
}

std::string days_text(int days) {
  return std::to_string(days) + " days";
}

void check_lengths(const Reading& reading, Id<Policy> id, Findings& findings) {
  const Policy& policy = reading.nouns.policies[id];
  if (!policy.tour_min_days || !policy.tour_max_days) return;
  if (*policy.tour_min_days <= *policy.tour_max_days) return;
  findings.add(reading.draft.table("policies"),
               *reading.policy.rows[id],
               "tour_min_days",
               "the shortest tour, " + days_text(*policy.tour_min_days)
                   + ", is longer than the longest, " + days_text(*policy.tour_max_days),
               "Maybe the two are exchanged?");
}

// Whether a cell that is empty was left empty, and not only unreadable.
bool is_left_empty(const Reading& reading, const DraftRow& row, std::string_view field) {
  return reading.row("policies", row).text(field).empty();
}

void check_totals(const Reading& reading, Id<Policy> id, Findings& findings) {
  const Policy& policy = reading.nouns.policies[id];
  const DraftTable& table = reading.draft.table("policies");
  const DraftRow& row = *reading.policy.rows[id];
  if (policy.total_days && is_left_empty(reading, row, "total_within_days")) {
    findings.add(table,
                 row,
                 "total_within_days",
                 "it is not said within how many days no more than " + days_text(*policy.total_days)
                     + " are served",
                 "State total_within_days, or leave total_days empty.");
  } else if (policy.total_within_days && is_left_empty(reading, row, "total_days")) {
    findings.add(
        table,
        row,
        "total_days",
        "it is not said how many of any " + days_text(*policy.total_within_days) + " may be served",
        "State total_days, or leave total_within_days empty.");
  } else if (policy.total_days && policy.total_within_days
             && *policy.total_days > *policy.total_within_days) {
    findings.add(table,
                 row,
                 "total_days",
                 days_text(*policy.total_days) + " within any "
                     + days_text(*policy.total_within_days) + " is more than there are",
                 "Maybe the two are exchanged?");
  } else if (policy.total_days && policy.tour_min_days && policy.total_within_days
             && *policy.tour_min_days > *policy.total_days
             && *policy.total_days < *policy.total_within_days) {
    findings.add(table,
                 row,
                 "tour_min_days",
                 "the shortest tour, " + days_text(*policy.tour_min_days)
                     + ", is longer than all that may be served, " + days_text(*policy.total_days),
                 "Units of this policy could never serve.");
  }
}

void check_policies(const Reading& reading, Findings& findings) {
  for (const Id<Policy> id : reading.nouns.policies.ids()) {
    check_lengths(reading, id, findings);
    check_totals(reading, id, findings);
  }
}

// A table whose `fields` count something in the measure of a capability.
struct Counted {
  std::string_view table;
  std::vector<std::string_view> fields;
};

void check_money_cell(const Reading& reading,
                      const Row& row,
                      std::string_view table,
                      std::string_view field,
                      Findings& findings) {
  constexpr std::int64_t step = 1000;
  const auto euros = row.whole(field);
  if (!euros || *euros % step == 0) return;
  findings.add(
      reading.draft.table(table),
      row.row(),
      field,
      std::to_string(*euros) + " EUR is not a multiple of 1000; money is planned in thousands",
      "Maybe " + std::to_string((*euros + step / 2) / step * step) + "?");
}

// Offers and deliveries take their capability from elsewhere; see check_offers and
// check_deliveries.
void check_money(const Reading& reading, Findings& findings) {
  const std::vector<Counted> all{{"requirements", {"quantity"}},
                                 {"units", {"quantity"}},
                                 {"unit_capabilities", {"quantity"}},
                                 {"stocks", {"quantity", "floor"}}};
  for (const Counted& counted : all) {
    for_each_row(reading, counted.table, [&](const Row& row) {
      const auto capability = find(reading.capability.keys, row.text("capability"));
      if (!capability || reading.nouns.capabilities[*capability].measure != Measure::money) return;
      for (const std::string_view field : counted.fields)
        check_money_cell(reading, row, counted.table, field, findings);
    });
  }
}

// Rows that say how much of an offer, or of which offer: the offer's capability measures them.
void check_offered_money(const Reading& reading, Findings& findings) {
  for (const std::string_view table : {"offers", "deliveries"}) {
    for_each_row(reading, table, [&](const Row& row) {
      const auto offer = find(reading.offer.keys, row.text("offer"));
      if (!offer) return;
      const Id<Capability> capability = reading.nouns.offers[*offer].capability;
      if (reading.nouns.capabilities[capability].measure == Measure::money)
        check_money_cell(reading, row, table, "quantity", findings);
    });
  }
}

void check_fair_shares(const Reading& reading, Findings& findings) {
  for_each_row(reading, "fair_shares", [&](const Row& row) {
    if (row.thousandths("weight") != 0) return;
    findings.add(reading.draft.table("fair_shares"),
                 row.row(),
                 "weight",
                 "the weight is 0, so a nation may bear any number of people-days",
                 "State more, such as 0.001, or leave the row out.");
  });
}

}  // namespace

void check_ground(const Reading& reading, Findings& findings) {
  check_substitutions(reading, findings);
  check_policies(reading, findings);
  check_money(reading, findings);
  check_offered_money(reading, findings);
  check_fair_shares(reading, findings);
}

}  // namespace muster::reading
