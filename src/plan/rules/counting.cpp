// SPDX-License-Identifier: Apache-2.0
#include "plan/rules/rules.hpp"

namespace muster::plan {

bool counts(const Scenario& scenario, const Offer& offer, Counting counting) {
  if (is_ended(offer.status)) return false;
  if (offer.valid_until && *offer.valid_until < scenario->as_of) return false;
  switch (counting) {
    case Counting::firm:
      return offer.status >= OfferStatus::committed;
    case Counting::expected:
      return offer.status >= OfferStatus::accepted;
    case Counting::best:
      return true;
  }
  return false;
}

}  // namespace muster::plan
