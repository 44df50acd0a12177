// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>

#include "report/figures/figures.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

Part part_of(const Scenario& scenario, const Tour& tour) {
  const Offer& offer = scenario->offers[tour.offer];
  Part part;
  part.offer = tour.offer;
  part.period = tour.period;
  part.counted = judge::counted_days(scenario, tour);
  part.quantity = tour.quantity;
  part.gives = scenario.contribution(tour.offer, tour.requirement, tour.quantity);
  part.degree = judge::degree(scenario, tour);
  part.degree_in_window = part.degree;
  if (offer.until && tour.period.until > *offer.until) {
    part.extension_from = std::max(*offer.until, tour.period.from);
    Tour in_window = tour;
    in_window.period.until = *part.extension_from;
    if (in_window.period.from < in_window.period.until) {
      part.degree_in_window = judge::degree(scenario, in_window);
    }
  }
  return part;
}

Part part_of(const Scenario& scenario, const PlannedDelivery& delivery) {
  const Day end = scenario->requirements[delivery.requirement].period.until;
  Part part;
  part.offer = delivery.offer;
  part.delivery = true;
  part.period = {delivery.on, std::max(end, delivery.on + Days{1})};
  part.counted = part.period;
  part.quantity = delivery.quantity;
  part.gives = scenario.contribution(delivery.offer, delivery.requirement, delivery.quantity);
  part.degree = judge::degree(scenario, delivery);
  part.degree_in_window = part.degree;
  return part;
}

bool waits(const Scenario& scenario, const Offer& offer) {
  if (!offer.condition) return false;
  const auto& acts = scenario->conditions[*offer.condition].acts;
  return std::ranges::any_of(
      acts, [](const Condition::Act& act) { return act.status != ConditionStatus::granted; });
}

bool is_firm(OfferStatus status) {
  return status == OfferStatus::committed || status == OfferStatus::in_place;
}

// True where `next` only goes on with what `part` does: people see one stay, however it was
// planned.
bool goes_on(const Part& part, const Part& next) {
  const bool joins = !part.delivery && !next.delivery && part.offer == next.offer
                     && part.quantity == next.quantity && part.period.until == next.period.from
                     && next.counted.from == next.period.from;
  const bool whole_extension = next.extension_from && *next.extension_from == next.period.from;
  if (part.extension_from) return joins && whole_extension;
  return joins && (whole_extension || part.degree_in_window == next.degree_in_window);
}

// Sorted by offer, then day.
std::vector<Part> joined_up(const std::vector<Part>& parts) {
  std::vector<Part> joined;
  for (const Part& part : parts) {
    if (joined.empty() || !goes_on(joined.back(), part)) {
      joined.push_back(part);
      continue;
    }
    Part& last = joined.back();
    last.period.until = part.period.until;
    last.counted.until = part.counted.until;
    last.degree = std::max(last.degree, part.degree);
    if (!last.extension_from) last.extension_from = part.extension_from;
  }
  return joined;
}

}  // namespace

std::vector<Part> parts_of(const PlanView& view, Id<Requirement> requirement) {
  std::vector<Part> parts;
  for (const std::size_t i : view.tours_on[requirement])
    parts.push_back(part_of(*view.scenario, view.plan->tours[i]));
  for (const std::size_t i : view.deliveries_to[requirement])
    parts.push_back(part_of(*view.scenario, view.plan->deliveries[i]));
  std::ranges::stable_sort(parts, {}, [](const Part& part) {
    return std::tuple{part.offer, part.quantity, part.period.from};
  });
  parts = joined_up(parts);
  std::ranges::stable_sort(parts, {}, [](const Part& part) {
    return std::tuple{part.period.from, part.offer, part.period.until};
  });
  return parts;
}

std::string softness_words(const Scenario& scenario, const Part& part) {
  const Offer& offer = scenario->offers[part.offer];
  std::vector<std::string> words;
  if (!is_firm(offer.status)) words.emplace_back(status_words(offer.status));
  if (waits(scenario, offer)) {
    words.push_back("waits on " + scenario->conditions[*offer.condition].key);
  }
  if (part.extension_from) {
    std::string option = "option from " + to_text(*part.extension_from);
    if (offer.extension_decide_by) option += ", decide by " + to_text(*offer.extension_decide_by);
    words.push_back(std::move(option));
  }
  return joined(words, "; ");
}

}  // namespace muster::report
