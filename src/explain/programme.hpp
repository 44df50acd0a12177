// SPDX-License-Identifier: Apache-2.0
// A training programme and the rotations of instructors that carry it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "explain/explain.hpp"

namespace muster::explain {

// Instructors of one offer who stay without a gap, and what the programme is without them, all else
// being as planned.
struct Rotation {
  Id<Offer> offer{0};
  Id<Requirement> requirement{0};
  Period period{};
  std::int64_t quantity = 0;  // of the offer
  Amount instructors;
  Counting degree = Counting::best;  // on its worst day
  std::int64_t cohorts = 0;          // that finish in its time: after its first day, by its end
  std::int64_t fewer_cohorts = 0, fewer_trained = 0;
  std::optional<Day> reached_on;  // the day on which the target is reached without it
};

struct Outlook {
  TrainingCurve curve;
  std::int64_t trained_by_cohort = 0;  // people who pass
  std::vector<Rotation> rotations;     // by first day, then offer
};
// One for each programme, in the order of the table.
[[nodiscard]] std::vector<Outlook> outlooks(const Scenario& scenario,
                                            const Plan& plan,
                                            const judge::Verdict& verdict);

}  // namespace muster::explain
