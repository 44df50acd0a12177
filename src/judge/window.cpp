// SPDX-License-Identifier: Apache-2.0
// window: a tour lies within its requirement's period, its offer's window (with the extension,
// where the plan counts the best case and it can still be decided) and its unit's time; it lasts a
// day at least, and the offer's minimum term. Measured: the days outside, allowed 0; or the length,
// allowed the least.
#include <algorithm>

#include "judge/rules/rules.hpp"

namespace muster::judge {
namespace {

void check_term(const Candidate& candidate, Findings& found) {
  const std::int64_t least = std::max(1, candidate.offer.minimum_days.value_or(1));
  const std::int64_t length = candidate.tour.period.length().count();
  if (length < least)
    found.add({Rule::window, candidate.tour.period, length, least, candidate.offer.source});
}

}  // namespace

void check_inside(const Candidate& candidate,
                  const Limit& limit,
                  std::optional<Day> from,
                  std::optional<Day> until,
                  Findings& found) {
  const Period& period = candidate.tour.period;
  const auto add = [&](const Period& outside) {
    found.add({limit.rule, outside, outside.length().count(), 0, limit.source});
  };
  if (from && period.from < *from) add({period.from, std::min(period.until, *from)});
  if (until && *until < period.until) add({std::max(period.from, *until), period.until});
}

void check_window(const Candidate& candidate, Findings& found) {
  const Offer& offer = candidate.offer;
  const Unit& unit = candidate.unit;
  const Requirement& requirement = candidate.requirement;
  check_inside(candidate,
               {Rule::window, requirement.source},
               requirement.period.from,
               requirement.period.until,
               found);
  check_inside(candidate,
               {Rule::window, offer.source},
               offer.from,
               candidate.scenario.usable_until(offer, candidate.counting),
               found);
  check_inside(candidate, {Rule::window, unit.source}, unit.from, unit.until, found);
  check_term(candidate, found);
}

}  // namespace muster::judge
