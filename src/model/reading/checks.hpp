// SPDX-License-Identifier: Apache-2.0
// What only more than one table, or more than one cell of a row, can say.
#pragma once

#include "model/reading/findings.hpp"
#include "model/reading/reading.hpp"

namespace muster::reading {

void check_tables(const Reading& reading, Findings& findings);  // all of the following

void check_ground(const Reading& reading, Findings& findings);  // substitutions, policies, money, …
void check_requirements(const Reading& reading, Findings& findings);
void check_units(const Reading& reading, Findings& findings);
void check_offers(const Reading& reading, Findings& findings);
void check_offered_twice(const Reading& reading, Findings& findings);
void check_caveats(const Reading& reading, Findings& findings);
void check_deliveries(const Reading& reading, Findings& findings);
void check_double_use(const Reading& reading, Findings& findings);
void check_pins(const Reading& reading, Findings& findings);
void check_futures(const Reading& reading, Findings& findings);
void check_uncertainty(const Reading& reading, Findings& findings);

}  // namespace muster::reading
