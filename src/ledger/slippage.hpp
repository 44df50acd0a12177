// SPDX-License-Identifier: Apache-2.0
// What was first said, what is said now, and what came of it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/day.hpp"

#include "ledger/entry.hpp"

namespace muster::ledger {

class Store;

// A day that somebody stated for something to happen, and what became of it.
struct Slippage {
  std::string table, key, column;  // the day stands there
  std::string nation;              // whose it is; empty: nobody's in particular
  Day promised{};                  // as first stated
  std::uint64_t promised_in = 0;   // the entry
  Day now{};                       // as stated last
  std::uint64_t now_in = 0;
  std::size_t times_moved = 0;
  std::optional<Day> done;  // the day on which it happened, as stated
  bool has_failed = false;  // withdrawn, lapsed, refused, lost, returned
  // That the day has passed without being done says nothing: of an offer that is committed, and of
  // targets, of which nobody states that they were reached.
  bool is_firm = false;
  // Days late: of what is done after it was promised, of what is moved after it was promised.
  [[nodiscard]] Days late() const { return done.value_or(now) - promised; }
};

// Of deliveries (`on`, handed over), offers (`from`, in place), conditions (`expected_on`,
// granted), promises (`due`, kept) and programmes (`target_on`), in the order of table and key. Of
// a day that is stated for what has happened already nothing was promised. What a quantity was and
// is: see quantities.
[[nodiscard]] std::vector<Slippage> slippage(Store& store, std::uint64_t known);

// A quantity that was first stated otherwise.
struct Shrinkage {
  std::string table, key, nation;
  std::string promised, now;  // as the cells say
  std::uint64_t promised_in = 0, now_in = 0;
};
[[nodiscard]] std::vector<Shrinkage> shrinkage(Store& store, std::uint64_t known);

}  // namespace muster::ledger
