// SPDX-License-Identifier: Apache-2.0
// A unit is no nation, even where both have the index 3.
#include "base/id.hpp"

struct Unit;
struct Nation;
bool same(muster::Id<Unit> a, muster::Id<Unit> b, muster::Id<Nation> c);
bool same(muster::Id<Unit> a,
          [[maybe_unused]] muster::Id<Unit> b,
          [[maybe_unused]] muster::Id<Nation> c) {
#ifdef WRONG
  return a == c;
#else
  return a == b;
#endif
}
