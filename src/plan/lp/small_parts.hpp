// SPDX-License-Identifier: Apache-2.0
// The LP master and the exact search for the small components of a situation that is not small
// itself.
#pragma once

#include <memory>
#include <vector>

#include "plan/instance/components.hpp"
#include "plan/lp/master.hpp"
#include "plan/search/state.hpp"

namespace muster::plan {

struct SmallPart {
  Component component;
  std::unique_ptr<Instance> instance;  // of the component alone
  Ascent ascent;                       // on it, when polished
};

// What of an instance is small; where that is one part of several, or not all of it.
struct SmallParts {
  std::vector<SmallPart> parts;
  bool are_all = false;  // nothing that serves is outside them
  [[nodiscard]] std::vector<char> crews(const Instance& instance) const;  // 1: of a small part
};
[[nodiscard]] SmallParts find_small_parts(const Instance& instance);

// Puts the best prices there are in the place of those of each part. `start` has the schedules that
// were met of their crews. The bound is that of the whole.
[[nodiscard]] Ascent polish_parts(const Instance& instance,
                                  SmallParts& small,
                                  Ascent start,
                                  unsigned threads,
                                  Effort& effort,
                                  const std::stop_token& stop);

// Puts the best plan of each part into `state` where it is better. True: nothing better exists.
[[nodiscard]] bool search_parts_exactly(State& state,
                                        const SmallParts& small,
                                        Effort& effort,
                                        const std::stop_token& stop);

}  // namespace muster::plan
