// SPDX-License-Identifier: Apache-2.0
// An offer against its unit, its scope, its budget and its own terms.
#include <algorithm>
#include <string>

#include "model/reading/checks.hpp"

namespace muster::reading {
namespace {

// One offer with what it refers to, and where a finding about it goes.
struct OfferView {
  const Reading& reading;
  Findings& findings;
  const Offer& offer;
  const Unit& unit;
  const DraftRow& row;
  const DraftRow& unit_row;

  void report(std::string_view field,
              std::string what,
              std::string advice,
              const std::vector<const DraftRow*>& also) const {
    findings.add(
        reading.draft.table("offers"), row, field, std::move(what), std::move(advice), also);
  }
};

std::string unit_and_place(const OfferView& view) {
  return "unit " + quoted(view.unit.key) + " (" + place_of(view.unit_row) + ")";
}

void check_nation(const OfferView& view) {
  if (view.offer.nation == view.unit.nation) return;
  const Table<Nation>& nations = view.reading.nouns.nations;
  view.report("nation",
              nations[view.offer.nation].key + " offers " + unit_and_place(view) + ", which is "
                  + nations[view.unit.nation].key + "'s",
              "Maybe " + nations[view.unit.nation].key + "?",
              {&view.unit_row});
}

void check_window(const OfferView& view) {
  const auto& [from, until] = std::pair{view.offer.from, view.offer.until};
  if (from && view.unit.from && *from < *view.unit.from) {
    view.report("from",
                "the offer begins on " + to_text(*from) + ", before " + unit_and_place(view)
                    + " is there on " + to_text(*view.unit.from),
                "Maybe " + to_text(*view.unit.from) + "?",
                {&view.unit_row});
  }
  if (from && view.unit.until && *from >= *view.unit.until) {
    view.report("from",
                "the offer begins on " + to_text(*from) + ", when " + unit_and_place(view)
                    + " is no longer there; it ends on " + to_text(*view.unit.until),
                "",
                {&view.unit_row});
  }
  if (until && view.unit.until && *until > *view.unit.until) {
    view.report("until",
                "the offer ends on " + to_text(*until) + ", after " + unit_and_place(view)
                    + " ends on " + to_text(*view.unit.until),
                "Maybe " + to_text(*view.unit.until) + "?",
                {&view.unit_row});
  }
  if (until && view.unit.from && *until <= *view.unit.from) {
    view.report("until",
                "the offer ends on " + to_text(*until) + ", before " + unit_and_place(view)
                    + " is there on " + to_text(*view.unit.from),
                "",
                {&view.unit_row});
  }
}

// How much of what is offered the unit holds; nothing: it does not say so in that measure.
std::optional<std::int64_t> held(const OfferView& view) {
  const auto& further = view.unit.further;
  const auto found = std::ranges::find_if(
      further, [&](const FurtherCapability& it) { return it.capability == view.offer.capability; });
  if (view.offer.capability != view.unit.capability && found != further.end())
    return found->quantity;
  const Table<Capability>& capabilities = view.reading.nouns.capabilities;
  if (capabilities[view.offer.capability].measure != capabilities[view.unit.capability].measure)
    return std::nullopt;
  return view.unit.quantity;
}

void check_quantity(const OfferView& view) {
  const Table<Capability>& capabilities = view.reading.nouns.capabilities;
  const Capability& capability = capabilities[view.offer.capability];
  const auto holds = held(view);
  if (!holds) {
    view.report("capability",
                quoted(capability.key) + " is measured in "
                    + std::string{to_text(capability.measure)} + ", but " + unit_and_place(view)
                    + " is counted in "
                    + std::string{to_text(capabilities[view.unit.capability].measure)},
                "State in unit_capabilities how much of it the unit holds.",
                {&view.unit_row});
  } else if (view.offer.quantity > *holds) {
    view.report("quantity",
                "the offer is of " + std::to_string(view.offer.quantity) + ", more than the "
                    + std::to_string(*holds) + " of " + unit_and_place(view),
                "Maybe " + std::to_string(*holds) + "?",
                {&view.unit_row});
  }
}

void check_scope(const OfferView& view) {
  if (!view.offer.activity || !view.offer.requirement) return;
  const Nouns& nouns = view.reading.nouns;
  const Requirement& requirement = nouns.requirements[*view.offer.requirement];
  if (requirement.activity == *view.offer.activity) return;
  view.report("requirement",
              "requirement " + quoted(requirement.key) + " is of activity "
                  + quoted(nouns.activities[requirement.activity].key) + ", but the offer is for "
                  + quoted(nouns.activities[*view.offer.activity].key),
              "Name one of the two, or two that belong together.",
              {view.reading.requirement.rows[*view.offer.requirement]});
}

void check_extension(const OfferView& view) {
  const Offer& offer = view.offer;
  if (offer.extension_days && !offer.until) {
    view.report("extension_days",
                "the offer may be extended, but does not say until when it stands",
                "State until, or leave extension_days empty.",
                {});
  }
  if (offer.extension_decide_by && offer.until && *offer.extension_decide_by > *offer.until) {
    view.report("extension_decide_by",
                "the extension is to be decided on " + to_text(*offer.extension_decide_by)
                    + ", after the offer ends on " + to_text(*offer.until),
                "Maybe " + to_text(*offer.until) + "?",
                {});
  }
}

void check_minimum(const OfferView& view) {
  const Offer& offer = view.offer;
  if (!offer.minimum_days || !offer.from || !offer.until) return;
  const std::int64_t longest =
      (*offer.until - *offer.from).count() + offer.extension_days.value_or(0);
  if (*offer.minimum_days <= longest) return;
  view.report("minimum_days",
              "a tour of at least " + std::to_string(*offer.minimum_days)
                  + " days does not fit into the offer's " + std::to_string(longest)
                  + " days, extension included",
              "Maybe " + std::to_string(longest) + "?",
              {});
}

void check_budget(const OfferView& view) {
  if (!view.offer.budget) return;
  const Budget& budget = view.reading.nouns.budgets[*view.offer.budget];
  const DraftRow* budget_row = view.reading.budget.rows[*view.offer.budget];
  const std::string named = "budget " + quoted(budget.key) + " (" + place_of(*budget_row) + ")";
  const Table<Nation>& nations = view.reading.nouns.nations;
  if (budget.nation != view.offer.nation) {
    view.report("budget",
                nations[view.offer.nation].key + "'s offer is charged to " + named + ", which is "
                    + nations[budget.nation].key + "'s",
                "A nation pays for its own offers.",
                {budget_row});
  }
  if (budget.currency != "EUR") {
    view.report("budget",
                named + " is in " + budget.currency + ", but costs are in EUR",
                "Restate the budget in EUR, with the rate in its note.",
                {budget_row});
  }
}

bool scopes_meet(const Nouns& nouns, const Offer& a, const Offer& b) {
  const auto activity_of = [&](const Offer& offer) {
    if (offer.requirement) return std::optional{nouns.requirements[*offer.requirement].activity};
    return offer.activity;
  };
  if (a.requirement && b.requirement) return *a.requirement == *b.requirement;
  const auto activity_a = activity_of(a);
  const auto activity_b = activity_of(b);
  return !activity_a || !activity_b || *activity_a == *activity_b;
}

bool windows_overlap(const Offer& a, const Offer& b) {
  const bool a_ends_before = a.until && b.from && *a.until <= *b.from;
  const bool b_ends_before = b.until && a.from && *b.until <= *a.from;
  return !a_ends_before && !b_ends_before;
}

bool is_live(const Nouns& nouns, const Offer& offer) {
  return !is_ended(offer.status) && !(offer.valid_until && *offer.valid_until < nouns.as_of);
}

void report_twice(const Reading& reading, Id<Offer> first, Id<Offer> second, Findings& findings) {
  const Offer& offer = reading.nouns.offers[second];
  const DraftRow* row = reading.offer.rows[second];
  const DraftRow* other = reading.offer.rows[first];
  const std::string other_key = quoted(reading.nouns.offers[first].key);
  findings.add(
      reading.draft.table("offers"),
      *row,
      "unit",
      "unit " + quoted(reading.nouns.units[offer.unit].key)
          + " is offered twice for the same days and scope: also by offer " + other_key + " ("
          + place_of(*other) + ")",
      "End one of the two before the other begins, give them different scopes, or withdraw one.",
      {other});
}

}  // namespace

void check_offers(const Reading& reading, Findings& findings) {
  for (const Id<Offer> id : reading.nouns.offers.ids()) {
    const Offer& offer = reading.nouns.offers[id];
    const OfferView view{reading,
                         findings,
                         offer,
                         reading.nouns.units[offer.unit],
                         *reading.offer.rows[id],
                         *reading.unit.rows[offer.unit]};
    check_nation(view);
    check_window(view);
    check_quantity(view);
    check_scope(view);
    check_extension(view);
    check_minimum(view);
    check_budget(view);
  }
}

void check_offered_twice(const Reading& reading, Findings& findings) {
  const Nouns& nouns = reading.nouns;
  Table<Unit, std::vector<Id<Offer>>> offers_of{nouns.units.size()};
  for (const Id<Offer> id : nouns.offers.ids()) {
    const Offer& offer = nouns.offers[id];
    if (nouns.units[offer.unit].divisible || !is_live(nouns, offer)) continue;
    for (const Id<Offer> earlier : offers_of[offer.unit]) {
      const Offer& other = nouns.offers[earlier];
      if (!windows_overlap(other, offer) || !scopes_meet(nouns, other, offer)) continue;
      report_twice(reading, earlier, id, findings);
      break;
    }
    offers_of[offer.unit].push_back(id);
  }
}

}  // namespace muster::reading
