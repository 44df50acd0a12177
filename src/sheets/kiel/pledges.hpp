// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sheets/reading.hpp"

namespace muster::sheets::kiel {

// A row of the sheet of pledges. A pledge has one row for each of its items, and its value on the
// first.
struct Pledge {
  std::uint32_t row = 0;
  std::string key;     // the pledge's
  std::string nation;  // its trigraph
  Day announced{};
  std::string kind;  // "military", "humanitarian", "financial"
  std::string form, explanation;
  std::string item, item_kind;  // empty: no item
  std::optional<Wide> quantity, delivered;
  bool is_undisclosed = false;  // there is an item, and its quantity is not told
  std::optional<Wide> value_eur, delivered_eur;
  std::vector<std::string> sources, delivery_sources;  // addresses, or words of another kind
};

// Where a nation's key is not in ISO 3166-1: the European Union (EUE, reserved there for it) and
// funds that the tracker lists beside nations. None: neither.
[[nodiscard]] std::optional<std::string> donor_called(std::string_view name);

struct Pledges {
  std::vector<Pledge> pledges;
  Takings takings;
};
// None: the sheet is not that of pledges. Days after the release become the day of the release.
[[nodiscard]] std::optional<Pledges> read_pledges(const Sheet& sheet, Day release);

}  // namespace muster::sheets::kiel
