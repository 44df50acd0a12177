// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>

namespace muster {

// We are wrong: an invariant of our own does not hold. Never used for the user's data.
class Defect : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

// demand(condition, "what must hold"): always checked, costs one branch.
inline void demand(bool condition, const char* what_must_hold) {
  if (!condition) throw Defect{what_must_hold};
}

}  // namespace muster
