// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <string>

#include "model/reading/checks.hpp"

namespace muster::reading {
namespace {

bool is_gone(DeliveryState state) {
  return state == DeliveryState::lost || state == DeliveryState::returned;
}

void check_kind(const Reading& reading, Id<Delivery> id, Findings& findings) {
  const Delivery& delivery = reading.nouns.deliveries[id];
  const Offer& offer = reading.nouns.offers[delivery.offer];
  if (!offer.requirement) return;
  const Requirement& requirement = reading.nouns.requirements[*offer.requirement];
  if (requirement.kind == RequirementKind::delivery) return;
  findings.add(reading.draft.table("deliveries"),
               *reading.delivery.rows[id],
               "offer",
               "offer " + quoted(offer.key) + " is for requirement " + quoted(requirement.key)
                   + ", which asks for " + std::string{to_text(requirement.kind)}
                   + " and takes no deliveries",
               "Only a requirement of the kind delivery takes deliveries.",
               {reading.offer.rows[delivery.offer], reading.requirement.rows[*offer.requirement]});
}

}  // namespace

void check_deliveries(const Reading& reading, Findings& findings) {
  const Nouns& nouns = reading.nouns;
  std::map<Id<Offer>, std::int64_t> sums;
  for (const Id<Delivery> id : nouns.deliveries.ids()) {
    check_kind(reading, id, findings);
    const Delivery& delivery = nouns.deliveries[id];
    if (is_gone(delivery.state)) continue;
    const Offer& offer = nouns.offers[delivery.offer];
    std::int64_t& sum = sums[delivery.offer];
    const bool was_within = sum <= offer.quantity;
    sum += delivery.quantity;
    if (!was_within || sum <= offer.quantity) continue;
    const DraftRow* offer_row = reading.offer.rows[delivery.offer];
    findings.add(reading.draft.table("deliveries"),
                 *reading.delivery.rows[id],
                 "quantity",
                 "with this row the deliveries of offer " + quoted(offer.key) + " come to "
                     + std::to_string(sum) + ", more than the " + std::to_string(offer.quantity)
                     + " offered (" + place_of(*offer_row) + ")",
                 "What is lost or returned does not count.",
                 {offer_row});
  }
}

}  // namespace muster::reading
