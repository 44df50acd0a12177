// SPDX-License-Identifier: Apache-2.0
// A table is opened only by an id of its own things.
#include "base/table.hpp"

struct Unit;
struct Nation;
int strength(const muster::Table<Unit, int>& strengths,
             muster::Id<Unit> unit,
             muster::Id<Nation> nation);
int strength(const muster::Table<Unit, int>& strengths,
             [[maybe_unused]] muster::Id<Unit> unit,
             [[maybe_unused]] muster::Id<Nation> nation) {
#ifdef WRONG
  return strengths[nation];
#else
  return strengths[unit];
#endif
}
