// SPDX-License-Identifier: Apache-2.0
// How far offers, deliveries, conditions and promises have come, step by step, and who said so.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"

#include "ledger/entry.hpp"

namespace muster::ledger {

class Store;

struct Step {
  std::string status;
  Day from{};               // the day from which it holds
  std::uint64_t entry = 0;  // that says so
  std::string recorded_at, source, by;
  bool is_back = false;  // below the step before
  bool is_end = false;   // it leaves the ladder: withdrawn, lapsed, refused, lost, …
};
struct Ladder {
  std::string table, key;
  std::string nation;  // whose it is; empty: nobody's in particular
  std::vector<Step> steps;
};

// Of each row with a status, in the order of table and key, the steps up to a moment. `table`:
// empty: all of them.
[[nodiscard]] std::vector<Ladder> ladders(Store& store,
                                          const Moment& moment,
                                          std::string_view table);

// The tables that have one.
[[nodiscard]] std::vector<std::string_view> tables_with_ladder();

}  // namespace muster::ledger
