// SPDX-License-Identifier: Apache-2.0
// Units with all that they may be used for. There may be millions of uses, so crews are made side
// by side, each with lengths and rests of its own numbering; then these are numbered for all, in
// the order of the crews, so that nothing depends on the threads.
#pragma once

#include <vector>

#include "plan/instance/instance.hpp"

namespace muster::plan {

// Fills the crews, lengths and rests of an instance that has its days and rows. Gives the crew of
// every unit; no_row: it has no use.
[[nodiscard]] Table<Unit, std::uint32_t> make_crews(const Scenario& scenario,
                                                    const Options& options,
                                                    const Table<Requirement, RowIndex>& row_of,
                                                    Instance& made);

[[nodiscard]] inline std::int64_t number_of(Day day) {
  return day.time_since_epoch().count();
}
// The first boundary on or after a day; the last boundary where there is none.
[[nodiscard]] Boundary boundary_from(const Instance& instance, Day day);
// The last boundary on or before a day; 0 where there is none.
[[nodiscard]] Boundary boundary_until(const Instance& instance, Day day);
// The rows that an offer may have to do with, rising: few pairs have anything to do with each
// other.
[[nodiscard]] std::vector<RowIndex> rows_for(const Scenario& scenario,
                                             const Table<Requirement, RowIndex>& row_of,
                                             Id<Offer> id);
[[nodiscard]] bool may_serve(const Scenario& scenario, const Offer& offer, Id<Requirement> id);

}  // namespace muster::plan
