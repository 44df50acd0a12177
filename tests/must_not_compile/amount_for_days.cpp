// SPDX-License-Identifier: Apache-2.0
// How much is short is not yet how much for how long.
#include "model/amounts.hpp"

muster::AmountDays unmet(muster::Amount each_day, std::int64_t days);
muster::AmountDays unmet(muster::Amount each_day, [[maybe_unused]] std::int64_t days) {
#ifdef WRONG
  return each_day;
#else
  return muster::AmountDays{each_day.count() * days};
#endif
}
