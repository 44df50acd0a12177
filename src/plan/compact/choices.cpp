// SPDX-License-Identifier: Apache-2.0
#include "plan/compact/choices.hpp"

#include "plan/pricing/deliveries.hpp"

namespace muster::plan {
namespace {

// Where a tour that begins there starts to count on a row; no_boundary: none may begin there.
Boundary counting_start_on(const Instance& instance, RowIndex row, Boundary from) {
  const std::vector<Boundary>& starts = instance.rows[row].counts_from;
  return starts.empty() ? from : starts[from];
}

}  // namespace

Boundary rested_at(const Instance& instance, const Use& use, Boundary from, Boundary until) {
  const std::vector<Boundary>& next = instance.rests[use.rests].next;
  return next.empty() ? until : next[from * instance.day.size() + until];
}

Boundary first_useful_end(const Instance& instance, const Use& use, Boundary from) {
  const Boundary start = counting_start_on(instance, use.row, from);
  if (start == no_boundary) return no_boundary;
  if (use.also == no_row) return static_cast<Boundary>(start + 1);
  const Boundary also = counting_start_on(instance, use.also, from);
  if (also == no_boundary) return no_boundary;
  return static_cast<Boundary>(std::max(start, also) + 1);
}

std::vector<Service> services_of(const Instance& instance, const TourChoice& tour) {
  const Use& use = *tour.use;
  std::vector<Service> services{
      {use.row, use.amount, use.given, counting_start_on(instance, use.row, tour.from)}};
  if (use.also != no_row)
    services.push_back({use.also,
                        use.also_amount,
                        use.also_given,
                        counting_start_on(instance, use.also, tour.from)});
  return services;
}

std::int64_t cost_of(const Instance& instance, const TourChoice& tour) {
  return tour.terms->cost_per_day * days_of(instance, tour.from, tour.until)
         + tour.terms->cost_per_tour;
}

std::int64_t people_days_of(const Instance& instance, const TourChoice& tour) {
  return people_days_of(instance, instance.crews[tour.crew], *tour.use, tour.from, tour.until);
}

std::int64_t points_of(const Instance& instance, const TourChoice& tour) {
  return points_of(instance, instance.crews[tour.crew], *tour.use, tour.from, tour.until);
}

Coming coming_rest(const Instance& instance, const PackageChoice& choice) {
  const Package& package = instance.packages[choice.package];
  return {choice.rest_column,
          least_part(instance, package),
          choice.rest_at,
          instance.grid[choice.rest_at],
          std::nullopt};
}

std::int64_t cost_of(const Instance& instance, const PackageChoice& choice) {
  std::int64_t deliveries = 0;
  for_each_delivery(instance, choice, [&](const Coming&) { ++deliveries; });
  return deliveries * delivery_cost(instance, instance.packages[choice.package]);
}

std::int64_t points_of(const Instance& instance, const PackageChoice& choice) {
  const Package& package = instance.packages[choice.package];
  std::int64_t points = 0;
  for_each_delivery(instance, choice, [&](const Coming& coming) {
    points += delivery_points(instance, package, package.targets[choice.target], coming.on);
  });
  return points;
}

}  // namespace muster::plan
