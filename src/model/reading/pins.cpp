// SPDX-License-Identifier: Apache-2.0
// What persons say of tours: fixed, forbidden, preferred.
#include <algorithm>
#include <string>

#include "model/reading/read_table.hpp"
#include "model/reading/reading.hpp"

namespace muster::reading {
namespace {

// What only a forbidden tour may leave open.
bool states_all(const Reading& reading, const Row& row, Findings& findings) {
  bool all = true;
  for (const char* const field : {"requirement", "from", "until"}) {
    if (!row.text(field).empty()) continue;
    all = false;
    findings.add(reading.draft.table("pins"),
                 row.row(),
                 field,
                 "a tour to " + row.text("kind") + " needs its " + field,
                 "Only forbid may leave it open.");
  }
  return all;
}

void read_pin(Reading& reading, const Row& row, Findings& findings) {
  const auto offer = find(reading.offer.keys, row.text("offer"));
  const auto kind = row.word("kind", PinKind::prefer);
  const auto requirement = find(reading.requirement.keys, row.text("requirement"));
  if (!offer || !kind || requirement.has_value() == row.text("requirement").empty()) return;
  if (*kind != PinKind::forbid && !states_all(reading, row, findings)) return;
  const Period horizon = reading.nouns.horizon;
  const Day from = row.day("from").value_or(horizon.from);
  const Day until = row.day("until").value_or(std::max(from, horizon.until));
  if (until < from) return;
  const Offer& data = reading.nouns.offers[*offer];
  const bool is_part = reading.nouns.units[data.unit].divisible;
  const std::int64_t stated = row.whole("quantity").value_or(data.quantity);
  reading.nouns.pins_of[data.unit].push_back(reading.nouns.pins.size());
  reading.nouns.pins.push_back({.key = row.text("pin"),
                                .kind = *kind,
                                .offer = *offer,
                                .requirement = requirement,
                                .period = {from, until},
                                .quantity = is_part ? stated : data.quantity,
                                .source = row.text("source"),
                                .note = row.text("note")});
  reading.pin_rows.push_back(&row.row());
}

}  // namespace

void read_pins(Reading& reading, Findings& findings) {
  reading.nouns.pins_of = Table<Unit, std::vector<std::size_t>>{reading.nouns.units.size()};
  for_each_row(reading, "pins", [&](const Row& row) { read_pin(reading, row, findings); });
}

}  // namespace muster::reading
