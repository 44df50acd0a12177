// SPDX-License-Identifier: Apache-2.0
#include "model/reading/checks.hpp"

namespace muster::reading {

void check_tables(const Reading& reading, Findings& findings) {
  check_ground(reading, findings);
  check_requirements(reading, findings);
  check_units(reading, findings);
  check_offers(reading, findings);
  check_offered_twice(reading, findings);
  check_caveats(reading, findings);
  check_deliveries(reading, findings);
  check_double_use(reading, findings);
  check_pins(reading, findings);
  check_futures(reading, findings);
  check_uncertainty(reading, findings);
}

}  // namespace muster::reading
