// SPDX-License-Identifier: Apache-2.0
// Units and what is offered of them.
#include <algorithm>
#include <set>
#include <utility>

#include "model/reading/read_table.hpp"
#include "model/reading/reading.hpp"

namespace muster::reading {
namespace {

std::optional<Persons> persons(std::optional<std::int64_t> whole) {
  if (!whole) return std::nullopt;
  return Persons{*whole};
}

std::optional<Euros> euros(std::optional<std::int64_t> whole) {
  if (!whole) return std::nullopt;
  return Euros{*whole};
}

std::optional<Unit> read_unit(const Reading& reading, const Row& row) {
  const auto nation = find(reading.nation.keys, row.text("nation"));
  const auto capability = find(reading.capability.keys, row.text("capability"));
  if (!nation || !capability) return std::nullopt;
  return Unit{.key = row.text("unit"),
              .name = row.text("name").empty() ? row.text("unit") : row.text("name"),
              .nation = *nation,
              .part_of = std::nullopt,
              .capability = *capability,
              .quantity = row.whole("quantity").value_or(1),
              .personnel = persons(row.whole("personnel")),
              .divisible = row.flag("divisible"),
              .implied = false,
              .place = find(reading.place.keys, row.text("place")),
              .notice_days = row.small("notice_days"),
              .policy = find(reading.policy.keys, row.text("policy")),
              .activation = euros(row.whole("activation_eur")),
              .from = row.day("from"),
              .until = row.day("until"),
              .further = {},
              .source = row.text("source"),
              .note = row.text("note")};
}

// The chain of what a unit is part of is followed no further than there are units: it may be a
// circle.
void find_kin(Nouns& nouns) {
  std::set<KinPair> pairs;
  for (const Id<Unit> id : nouns.units.ids()) {
    std::size_t steps = nouns.units.size();
    for (auto at = nouns.units[id].part_of; at && steps-- > 0; at = nouns.units[*at].part_of)
      if (*at != id) pairs.insert({std::min(id, *at), std::max(id, *at)});
  }
  for (const KinPair& pair : pairs) nouns.kin.add(pair);
}

void link_parts(Reading& reading) {
  for (const Id<Unit> id : reading.nouns.units.ids()) {
    const Row row = reading.row("units", *reading.unit.rows[id]);
    reading.nouns.units[id].part_of = find(reading.unit.keys, row.text("part_of"));
  }
  find_kin(reading.nouns);
}

void read_further_capabilities(Reading& reading) {
  for_each_row(reading, "unit_capabilities", [&](const Row& row) {
    const auto unit = find(reading.unit.keys, row.text("unit"));
    const auto capability = find(reading.capability.keys, row.text("capability"));
    const auto quantity = row.whole("quantity");
    if (!unit || !capability || !quantity) return;
    reading.nouns.units[*unit].further.push_back({*capability, *quantity, row.text("source")});
  });
}

// An offer without a unit is an indivisible unit of its own.
std::optional<Id<Unit>> imply_unit(Reading& reading, const Row& row, Id<Nation> nation) {
  const std::string& key = row.text("offer");
  const auto capability = find(reading.capability.keys, row.text("capability"));
  if (!capability || key.empty() || reading.unit.keys.contains(key)) return std::nullopt;
  Unit unit;
  unit.key = key;
  unit.name = key;
  unit.nation = nation;
  unit.capability = *capability;
  unit.quantity = row.whole("quantity").value_or(1);
  unit.implied = true;
  unit.source = row.text("source");
  add_keyed(reading.nouns.units, reading.unit, row, std::move(unit));
  return find(reading.unit.keys, key);
}

void report_no_unit(const Reading& reading, const Row& row, Findings& findings) {
  const DraftTable& table = reading.draft.table("offers");
  const auto taken = find(reading.unit.keys, row.text("offer"));
  if (row.text("capability").empty()) {
    findings.add(table,
                 row.row(),
                 "capability",
                 "the offer names neither a unit nor a capability",
                 "State which unit is offered, or what capability.");
  } else if (taken && !reading.nouns.units[*taken].implied) {
    findings.add(table,
                 row.row(),
                 "unit",
                 "the offer names no unit, but " + quoted(row.text("offer"))
                     + " is also the key of a unit (" + place_of(*reading.unit.rows[*taken]) + ")",
                 "Maybe " + quoted(row.text("offer")) + "? Else give the offer another key.");
  }
}

// What is offered where the offer does not say how much: what the unit holds of the capability.
std::int64_t held_quantity(const Unit& unit, Id<Capability> capability) {
  const auto is_it = [&](const FurtherCapability& it) { return it.capability == capability; };
  const auto further = std::ranges::find_if(unit.further, is_it);
  if (capability == unit.capability || further == unit.further.end()) return unit.quantity;
  return further->quantity;
}

Offer read_terms(const Reading& reading, const Row& row) {
  Offer offer;
  offer.key = row.text("offer");
  offer.activity = find(reading.activity.keys, row.text("activity"));
  offer.requirement = find(reading.requirement.keys, row.text("requirement"));
  offer.from = row.day("from");
  offer.until = row.day("until");
  offer.minimum_days = row.small("minimum_days");
  offer.extension_days = row.small("extension_days");
  offer.extension_decide_by = row.day("extension_decide_by");
  offer.valid_until = row.day("valid_until");
  offer.condition = find(reading.condition.keys, row.text("condition"));
  offer.cost = euros(row.whole("cost_eur"));
  offer.cost_per = row.word("cost_per", CostPer::once).value_or(CostPer::once);
  offer.budget = find(reading.budget.keys, row.text("budget"));
  offer.source = row.text("source");
  offer.note = row.text("note");
  return offer;
}

// Whether every key that narrows or burdens the offer was found.
bool has_its_references(const Offer& offer, const Row& row) {
  return offer.activity.has_value() == !row.text("activity").empty()
         && offer.requirement.has_value() == !row.text("requirement").empty()
         && offer.condition.has_value() == !row.text("condition").empty()
         && offer.budget.has_value() == !row.text("budget").empty();
}

void read_offer(Reading& reading, const Row& row, Findings& findings) {
  const auto nation = find(reading.nation.keys, row.text("nation"));
  const auto status = row.word("status", OfferStatus::refused);
  Offer offer = read_terms(reading, row);
  if (!nation || !status || !has_its_references(offer, row)) return;
  const bool names_unit = !row.text("unit").empty();
  const auto unit_id =
      names_unit ? find(reading.unit.keys, row.text("unit")) : imply_unit(reading, row, *nation);
  if (!unit_id) {
    if (!names_unit) report_no_unit(reading, row, findings);
    return;
  }
  const Unit& unit = reading.nouns.units[*unit_id];
  const auto capability = find(reading.capability.keys, row.text("capability"));
  if (!capability && !row.text("capability").empty()) return;
  offer.nation = *nation;
  offer.unit = *unit_id;
  offer.capability = capability.value_or(unit.capability);
  offer.quantity = row.whole("quantity").value_or(held_quantity(unit, offer.capability));
  offer.status = *status;
  add_keyed(reading.nouns.offers, reading.offer, row, std::move(offer));
}

Caveat read_caveat(const Reading& reading, const Row& row, CaveatRule rule) {
  Caveat caveat;
  caveat.rule = rule;
  caveat.value = row.text("value");
  if (rule == CaveatRule::not_place || rule == CaveatRule::only_place)
    caveat.place = find(reading.place.keys, caveat.value);
  if (rule == CaveatRule::not_activity || rule == CaveatRule::only_activity)
    caveat.activity = find(reading.activity.keys, caveat.value);
  caveat.source = row.text("source");
  caveat.note = row.text("note");
  return caveat;
}

void add_only_requirement(const Reading& reading, const Row& row, Offer& offer) {
  const auto requirement = find(reading.requirement.keys, row.text("value"));
  if (!requirement) return;
  if (offer.only_requirements.empty()) offer.only_requirements_source = row.text("source");
  offer.only_requirements.push_back(*requirement);
}

void read_caveats(Reading& reading) {
  Table<Offer>& offers = reading.nouns.offers;
  for_each_row(reading, "caveats", [&](const Row& row) {
    const auto offer = find(reading.offer.keys, row.text("offer"));
    const auto rule = row.word("rule", CaveatRule::only_requirement);
    if (!offer || !rule) return;
    if (*rule == CaveatRule::only_requirement)
      add_only_requirement(reading, row, offers[*offer]);
    else
      offers[*offer].caveats.push_back(read_caveat(reading, row, *rule));
  });
  for (const Id<Offer> id : offers.ids()) {
    auto& only = offers[id].only_requirements;
    std::ranges::sort(only);
    const auto repeated = std::ranges::unique(only);
    only.erase(repeated.begin(), repeated.end());
  }
}

void read_double_uses(Reading& reading) {
  for_each_row(reading, "double_use", [&](const Row& row) {
    const auto unit = find(reading.unit.keys, row.text("unit"));
    const auto requirement = find(reading.requirement.keys, row.text("requirement"));
    const auto also = find(reading.requirement.keys, row.text("also"));
    if (!unit || !requirement || !also) return;
    reading.nouns.double_uses.push_back({*unit, *requirement, *also, row.text("source")});
    reading.double_use_rows.push_back(&row.row());
  });
}

}  // namespace

void read_units(Reading& reading) {
  for_each_row(reading, "units", [&](const Row& row) {
    if (auto unit = read_unit(reading, row))
      add_keyed(reading.nouns.units, reading.unit, row, *std::move(unit));
  });
  link_parts(reading);
  read_further_capabilities(reading);
}

void read_offers(Reading& reading, Findings& findings) {
  for_each_row(reading, "offers", [&](const Row& row) { read_offer(reading, row, findings); });
  read_caveats(reading);
  read_double_uses(reading);
}

}  // namespace muster::reading
