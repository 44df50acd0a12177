// SPDX-License-Identifier: Apache-2.0
#include "plan/rules/rules.hpp"

namespace muster::plan {

bool is_in_scope(const Offer& offer, const Requirement& requirement, Id<Requirement> id) {
  if (offer.requirement && *offer.requirement != id) return false;
  if (!is_listed(offer, id)) return false;
  return !offer.activity || *offer.activity == requirement.activity;
}

}  // namespace muster::plan
