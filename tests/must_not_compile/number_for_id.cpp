// SPDX-License-Identifier: Apache-2.0
// A bare number names nothing.
#include "base/id.hpp"

struct Unit;
muster::Id<Unit> third();
muster::Id<Unit> third() {
#ifdef WRONG
  return 3U;
#else
  return muster::Id<Unit>{3U};
#endif
}
