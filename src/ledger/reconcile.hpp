// SPDX-License-Identifier: Apache-2.0
// Published totals set beside the sums of what the ledger holds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "base/wide.hpp"

namespace muster::ledger {

class Store;

// Who may be behind a total that is not the sum: where it exceeds the sum, a nation of which the
// ledger has nothing on that day; where the sum exceeds it, one that gives and of which no total of
// its own is published beside those of others.
struct Suspect {
  std::string nation;
  bool is_named = false;       // the source names it on that day, without a number
  std::int64_t elsewhere = 0;  // what it gave of the same on the nearest day on which it gave any
  Day elsewhere_on{};
  bool is_unpublished = false;  // it gives `elsewhere` on the day itself
};

struct Unreconciled {
  Day on{};
  std::string total;                         // the row's key
  std::string nation, activity, capability;  // empty: all
  std::int64_t published = 0;
  Wide sum = 0;
  std::vector<Suspect> suspects;  // the likeliest first, at most three; of sums over all nations
  std::string source;
};

struct Reconciliation {
  std::size_t totals = 0;                 // with a number
  std::size_t rounded = 0;                // of these, sums of money that agree up to rounding
  std::vector<Unreconciled> differences;  // by day and key
};
// Each row of `totals` as it stands, against the offers (of no unit, not ended) as they were on its
// day, by what is known up to an entry. Money is kept in thousands of EUR while totals are
// published to the EUR: where they differ by no more than rounding each summed offer can explain
// (500 EUR for each, and 500 for the total), they agree.
[[nodiscard]] Reconciliation reconcile(Store& store, std::uint64_t known);

}  // namespace muster::ledger
