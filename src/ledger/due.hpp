// SPDX-License-Identifier: Apache-2.0
// What falls due: days by which somebody must act, or something ends by itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"

#include "model/draft.hpp"

namespace muster::ledger {

enum class DueKind : std::uint8_t {
  offer_expires,  // an offer that is not yet committed holds until this day
  option,         // an extension must be decided by this day
  condition,      // the act that an offer waits for is expected on this day
  promise,        // something promised is due
  delivery,       // something is to be handed over
  target          // a training programme is to have reached its target
};
[[nodiscard]] std::string_view to_text(DueKind kind);

struct Due {
  Day on{};
  DueKind kind = DueKind::offer_expires;
  std::string table, key;  // of the row that says so
  std::string who;         // whose business it is: a nation, a party, who promised; may be empty
  std::string what;        // for people, without a full stop
  std::string source;
  friend auto operator<=>(const Due&, const Due&) = default;
};

// Sorted by day. All that is open and due on the day or before (overdue), and what falls due within
// so many days after it; none: all that has a day.
[[nodiscard]] std::vector<Due> due(const Draft& draft, Day on, std::optional<Days> within);

}  // namespace muster::ledger
