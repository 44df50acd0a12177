// SPDX-License-Identifier: Apache-2.0
// Everything that the compact model may decide, each with its column, and what it does in the words
// of the Instance. The only file of the compact model that looks into uses and packages.
#pragma once

#include <algorithm>
#include <optional>

#include "plan/compact.hpp"
#include "plan/compact/spans.hpp"
#include "plan/instance/instance.hpp"

namespace muster::plan {

// A tour of a piece of a crew over the buckets [from, until); the piece is free again at `rested`.
struct TourChoice {
  int column = 0;
  std::uint32_t crew = 0;
  const Use* use = nullptr;
  const Terms* terms = nullptr;  // of the use
  Boundary from = 0, until = 0, rested = 0;
};

// A package to one of its targets; of its rest a part at a boundary, or no_boundary.
struct PackageChoice {
  int column = 0;
  std::uint32_t package = 0;
  std::size_t target = 0;
  Boundary rest_at = no_boundary;
  int rest_column = 0;  // how many of the least parts come of the rest, where it comes
};

// Calls visit(tour) for every tour of the crew that its own rules allow.
template <class Visit>
void for_each_choice(const Instance& instance, std::uint32_t crew, const Visit& visit);
// Likewise for a package.
template <class Visit>
void for_each_choice_of_package(const Instance& instance,
                                std::uint32_t package,
                                const Visit& visit);

// One row that a tour adds to: a double use has two.
struct Service {
  RowIndex row = 0;
  std::int64_t amount = 0;  // thousandths that count, by one piece
  std::int64_t given = 0;   // likewise, but all of it
  Boundary counts_from = 0;
};
[[nodiscard]] std::vector<Service> services_of(const Instance& instance, const TourChoice& tour);

[[nodiscard]] std::int64_t cost_of(const Instance& instance, const TourChoice& tour);  // EUR
[[nodiscard]] std::int64_t people_days_of(const Instance& instance, const TourChoice& tour);
[[nodiscard]] std::int64_t points_of(const Instance& instance, const TourChoice& tour);

// What one of a column brings of a package.
struct Coming {
  int column = 0;
  std::int64_t quantity = 0;
  Boundary at = 0;
  Day on{};
  std::optional<Id<Delivery>> row;  // of the data
};
[[nodiscard]] Coming coming_rest(const Instance& instance, const PackageChoice& choice);
// One call for each delivery: visit(coming).
template <class Visit>
void for_each_delivery(const Instance& instance, const PackageChoice& choice, const Visit& visit);
[[nodiscard]] std::int64_t cost_of(const Instance& instance, const PackageChoice& choice);  // EUR
[[nodiscard]] std::int64_t points_of(const Instance& instance, const PackageChoice& choice);

// ---- the templates --------------------------------------------------------------------------

[[nodiscard]] Boundary rested_at(const Instance& instance,
                                 const Use& use,
                                 Boundary from,
                                 Boundary until);
// The first end at which a tour that begins there counts on all its rows; no_boundary: none may
// begin there.
[[nodiscard]] Boundary first_useful_end(const Instance& instance, const Use& use, Boundary from);

template <class Visit>
void for_each_choice(const Instance& instance, std::uint32_t crew, const Visit& visit) {
  for (const Use& use : instance.crews[crew].uses) {
    const Terms& terms = instance.crews[crew].terms[use.terms];
    const LengthWindow& lengths = instance.lengths[use.lengths];
    for (Boundary from = use.from; from < use.until; ++from) {
      const Boundary useful = first_useful_end(instance, use, from);
      if (useful == no_boundary) continue;
      const Boundary last = std::min(lengths.last_end[from], use.until);
      for (Boundary until = std::max(lengths.first_end[from], useful); until <= last; ++until)
        visit(
            TourChoice{0, crew, &use, &terms, from, until, rested_at(instance, use, from, until)});
    }
  }
}

template <class Visit>
void for_each_choice_of_package(const Instance& instance, std::uint32_t index, const Visit& visit) {
  const Package& package = instance.packages[index];
  for (std::size_t target = 0; target < package.targets.size(); ++target) {
    if (!package.fixed.empty()) visit(PackageChoice{0, index, target, no_boundary, 0});
    for (Boundary at = package.from; package.rest > 0 && at < package.until; ++at)
      visit(PackageChoice{0, index, target, at, 0});
  }
}

template <class Visit>
void for_each_delivery(const Instance& instance, const PackageChoice& choice, const Visit& visit) {
  const Package& package = instance.packages[choice.package];
  for (const Package::Part& part : package.fixed)
    visit(Coming{choice.column, part.quantity, part.at, part.on, part.delivery});
  if (choice.rest_at != no_boundary) visit(coming_rest(instance, choice));
}

}  // namespace muster::plan
