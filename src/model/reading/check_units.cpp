// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>
#include <vector>

#include "model/reading/checks.hpp"

namespace muster::reading {

void check_units(const Reading& reading, Findings& findings) {
  for (const Id<Unit> id : reading.nouns.units.ids()) {
    const Unit& unit = reading.nouns.units[id];
    if (!unit.divisible || !unit.personnel || unit.quantity <= 0) continue;
    if (unit.personnel->count() % unit.quantity == 0) continue;
    findings.add(reading.draft.table("units"),
                 *reading.unit.rows[id],
                 "personnel",
                 std::to_string(unit.personnel->count()) + " people do not divide evenly over "
                     + std::to_string(unit.quantity) + " pieces of a divisible unit",
                 "Every piece has the same number of people: state a multiple of the quantity.");
  }
}

void check_double_use(const Reading& reading, Findings& findings) {
  const Nouns& nouns = reading.nouns;
  // An offer that could not be read may be the very one.
  if (nouns.offers.size() != reading.draft.table("offers").rows.size()) return;
  Table<Unit, std::vector<Id<Offer>>> offers_of{nouns.units.size()};
  for (const Id<Offer> id : nouns.offers.ids()) offers_of[nouns.offers[id].unit].push_back(id);
  const auto is_offered_for = [&](Id<Unit> unit, Id<Requirement> requirement) {
    for (const Id<Offer> id : offers_of[unit]) {
      const Offer& offer = nouns.offers[id];
      if (offer.requirement && *offer.requirement != requirement) continue;
      if (offer.activity && *offer.activity != nouns.requirements[requirement].activity) continue;
      return true;
    }
    return false;
  };
  for (std::size_t i = 0; i < nouns.double_uses.size(); ++i) {
    const DoubleUse& use = nouns.double_uses[i];
    const DraftTable& table = reading.draft.table("double_use");
    const DraftRow& row = *reading.double_use_rows[i];
    if (use.requirement == use.also) {
      findings.add(table, row, "also", "a requirement is named twice where two are meant", "");
      continue;
    }
    for (const auto& [field, requirement] :
         {std::pair{"requirement", use.requirement}, std::pair{"also", use.also}}) {
      if (is_offered_for(use.unit, requirement)) continue;
      findings.add(table,
                   row,
                   field,
                   "unit " + quoted(nouns.units[use.unit].key) + " is not offered for "
                       + quoted(nouns.requirements[requirement].key),
                   "Offer it for both requirements, or leave this row out.");
    }
  }
}

}  // namespace muster::reading
