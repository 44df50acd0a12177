// SPDX-License-Identifier: Apache-2.0
// coverage: what of each requirement is filled, stretch by stretch, and how firmly.
//   filled(r, day) = Σ contributions of the tours that count on that day,
//   or, for a delivery requirement, of the deliveries up to and including that day.
#include "judge/rules/contributions.hpp"
#include "judge/rules/rules.hpp"
#include "judge/rules/stretches.hpp"
#include "model/goals.hpp"

namespace muster::judge {
namespace {

Counting softer(Counting a, Counting b) {
  return a < b ? b : a;
}

Counting degree_of(const Scenario& scenario, const Offer& offer) {
  const bool open = condition_state(scenario, offer).open;
  if (open || softness(offer.status) > softness(OfferStatus::accepted)) return Counting::best;
  return offer.status == OfferStatus::accepted ? Counting::expected : Counting::firm;
}

Stretch stretch_of(const Period& period, Amount required, const std::vector<Contribution>& parts) {
  Stretch stretch{period, required, {}, {}, {}};
  for (const Contribution& part : parts) {
    if (!overlaps(part.days, period)) continue;
    stretch.best += part.amount;
    if (part.degree != Counting::best) stretch.expected += part.amount;
    if (part.degree == Counting::firm) stretch.firm += part.amount;
  }
  return stretch;
}

bool is_same_fill(const Stretch& a, const Stretch& b) {
  return a.firm == b.firm && a.expected == b.expected && a.best == b.best;
}

std::vector<Stretch> cover_one(const Requirement& requirement,
                               const std::vector<Contribution>& parts) {
  std::vector<Stretch> found;
  const auto days_of = [](const Contribution& part) { return part.days; };
  for (const Period& period : stretches_of(requirement.period, parts, days_of)) {
    const Stretch next = stretch_of(period, *requirement.quantity, parts);
    if (!found.empty() && is_same_fill(found.back(), next))
      found.back().period.until = period.until;
    else
      found.push_back(next);
  }
  return found;
}

}  // namespace

// extension: the days within the offer's window are as firm as the offer, those of its option best.
void add_contribution(const Scenario& scenario,
                      const Tour& tour,
                      std::vector<Contribution>& found) {
  if (scenario->requirements[tour.requirement].kind == RequirementKind::delivery) return;
  const Offer& offer = scenario->offers[tour.offer];
  const Amount amount = scenario.contribution(tour.offer, tour.requirement, tour.quantity);
  const Period counted = counted_days(scenario, tour);
  const Day end = std::clamp(offer.until.value_or(counted.until), counted.from, counted.until);
  const Period within{counted.from, end};
  const Period extended{end, counted.until};
  if (within.from < within.until)
    found.push_back({within, amount, degree_of(scenario, offer), offer.nation});
  if (extended.from < extended.until)
    found.push_back({extended, amount, Counting::best, offer.nation});
}

// Delivered once, there to the end of the requirement.
void add_contribution(const Scenario& scenario,
                      const PlannedDelivery& delivery,
                      std::vector<Contribution>& found) {
  const Requirement& requirement = scenario->requirements[delivery.requirement];
  if (requirement.kind != RequirementKind::delivery) return;
  const Offer& offer = scenario->offers[delivery.offer];
  const Day until = requirement.period.until;
  found.push_back(
      {.days = {std::min(delivery.on, until), until},
       .amount = scenario.contribution(delivery.offer, delivery.requirement, delivery.quantity),
       .degree = degree(scenario, delivery),
       .nation = offer.nation});
}

Counting degree(const Scenario& scenario, const Tour& tour) {
  const Offer& offer = scenario->offers[tour.offer];
  const bool extended = offer.until && *offer.until < tour.period.until;
  return softer(degree_of(scenario, offer), extended ? Counting::best : Counting::firm);
}

Counting degree(const Scenario& scenario, const PlannedDelivery& delivery) {
  return degree_of(scenario, scenario->offers[delivery.offer]);
}

Contributions contributions(const Scenario& scenario, const Plan& plan) {
  Contributions found{scenario->requirements.size()};
  for (const Tour& tour : plan.tours) add_contribution(scenario, tour, found[tour.requirement]);
  for (const PlannedDelivery& delivery : plan.deliveries)
    add_contribution(scenario, delivery, found[delivery.requirement]);
  return found;
}

std::vector<Stretch> cover(const Scenario& scenario, const Plan& plan, Id<Requirement> id) {
  const Requirement& requirement = scenario->requirements[id];
  if (!requirement.quantity) return {};
  std::vector<Contribution> parts;
  for (const Tour& tour : plan.tours)
    if (tour.requirement == id) add_contribution(scenario, tour, parts);
  for (const PlannedDelivery& delivery : plan.deliveries)
    if (delivery.requirement == id) add_contribution(scenario, delivery, parts);
  return cover_one(requirement, parts);
}

Wide unmet_in(const std::vector<Stretch>& coverage) {
  Wide sum = 0;
  for (const Stretch& stretch : coverage)
    sum += Wide{stretch.unmet().count()} * stretch.period.length().count();
  return sum;
}

Wide unmet_in(const std::vector<Stretch>& coverage, const Period& days) {
  Wide sum = 0;
  for (const Stretch& stretch : coverage)
    sum += Wide{stretch.unmet().count()} * shared_days(stretch.period, days).length().count();
  return sum;
}

Table<Requirement, std::vector<Stretch>> cover(const Scenario& scenario,
                                               const Contributions& contributions) {
  Table<Requirement, std::vector<Stretch>> coverage{scenario->requirements.size()};
  for (const auto id : scenario->requirements.ids())
    if (scenario->requirements[id].quantity)
      coverage[id] = cover_one(scenario->requirements[id], contributions[id]);
  return coverage;
}

}  // namespace muster::judge
