// SPDX-License-Identifier: Apache-2.0
// The tree of capabilities, asked upwards.
#pragma once

#include "model/scenario.hpp"

namespace muster::explain {

// True where `capability` is `above`, or lies below it in the tree.
[[nodiscard]] inline bool lies_below(const Scenario& scenario,
                                     Id<Capability> capability,
                                     Id<Capability> above) {
  std::optional<Id<Capability>> at = capability;
  while (at && *at != above) at = scenario->capabilities[*at].parent;
  return at.has_value();
}

}  // namespace muster::explain
