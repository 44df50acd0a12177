// SPDX-License-Identifier: Apache-2.0
// People and money do not add up.
#include "model/amounts.hpp"

muster::Persons total(muster::Persons a, muster::Persons b, muster::Euros c);
muster::Persons total(muster::Persons a, muster::Persons b, [[maybe_unused]] muster::Euros c) {
#ifdef WRONG
  return a + c;
#else
  return a + b;
#endif
}
