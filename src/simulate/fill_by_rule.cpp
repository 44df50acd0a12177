// SPDX-License-Identifier: Apache-2.0
#include "simulate/fill_by_rule.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>
#include <vector>

#include "judge/judge.hpp"

namespace muster::simulate {
namespace {

constexpr std::size_t no_bucket = std::numeric_limits<std::size_t>::max();

class Filling {
 public:
  Filling(const Scenario& scenario, Counting counting, const Grid& grid)
      : scenario_{scenario}, counting_{counting}, grid_{grid} {
    plan_.counting = counting;
    const std::size_t buckets = grid.size() - 1;
    for (const Id<Requirement> one : scenario->requirements.ids()) {
      filled_.emplace_back(buckets);
      suitors_.emplace_back();
      const Requirement& asked = scenario->requirements[one];
      if (!asked.quantity) continue;
      order_.push_back(one);
      for (const Id<Offer> offer : scenario.useful(asked.capability))
        if (judge::may_serve(scenario, counting, offer, one)) suitors_.back().push_back(offer);
    }
    std::ranges::stable_sort(order_, std::greater{}, [&](Id<Requirement> one) {
      return scenario->priorities[scenario->requirements[one].priority].weight;
    });
    free_from_.resize(scenario->units.size());
    has_served_.resize(scenario->units.size());
    last_served_.resize(scenario->units.size());
    used_.resize(scenario->units.size());
  }

  void keep(const Plan& fixed) {
    for (const Tour& tour : fixed.tours) place(tour);
    for (const PlannedDelivery& delivery : fixed.deliveries) place(delivery);
  }

  Plan fill() && {
    for (std::size_t b = 0; b + 1 < grid_.size(); ++b)
      for (const Id<Requirement> one : order_) fill_on(b, one);
    std::ranges::sort(plan_.tours);
    std::ranges::sort(plan_.deliveries);
    return std::move(plan_);
  }

 private:
  // The bucket that holds a day.
  [[nodiscard]] std::size_t bucket_of(Day day) const {
    const auto after = std::ranges::upper_bound(grid_, day);
    if (after == grid_.begin() || after == grid_.end()) return no_bucket;
    return static_cast<std::size_t>(after - grid_.begin()) - 1;
  }

  void fill_on(std::size_t b, Id<Requirement> one) {
    const Requirement& asked = scenario_->requirements[one];
    if (asked.kind == RequirementKind::delivery) return deliver_on(b, one);
    // Who hands over takes over before what is handed over ends.
    const Day first = std::max(grid_[b] + Days{asked.overlap_days}, asked.period.from);
    if (first >= asked.period.until || grid_[b] >= asked.period.until) return;
    const std::size_t wanted = bucket_of(first);
    if (wanted == no_bucket) return;
    while (filled_[one.index()][wanted] < *asked.quantity)
      if (!serve(b, one, *asked.quantity - filled_[one.index()][wanted])) return;
  }

  // The next of those who may come; none: nobody can.
  bool serve(std::size_t b, Id<Requirement> one, Amount wanted) {
    using Key = std::tuple<bool, bool, Day, std::uint32_t>;
    std::vector<std::pair<Key, Id<Offer>>> free;
    for (const Id<Offer> offer : suitors_[one.index()]) {
      const Id<Unit> unit = scenario_->offers[offer].unit;
      if (!scenario_->units[unit].divisible && grid_[b] < free_from_[unit.index()]) continue;
      const bool is_other =
          scenario_->offers[offer].capability != scenario_->requirements[one].capability;
      free.push_back(
          {{is_other, has_served_[unit.index()], last_served_[unit.index()], offer.index()},
           offer});
    }
    std::ranges::sort(free, {}, [](const auto& candidate) { return candidate.first; });
    for (const auto& [key, offer] : free)
      if (const auto tour = longest(b, one, offer, wanted)) {
        place(*tour);
        return true;
      }
    return false;
  }

  // The longest lawful tour that begins with the bucket.
  std::optional<Tour> longest(std::size_t b, Id<Requirement> one, Id<Offer> offer, Amount wanted) {
    const Unit& unit = scenario_->units[scenario_->offers[offer].unit];
    const Requirement& asked = scenario_->requirements[one];
    const Policy* const policy = unit.policy ? &scenario_->policies[*unit.policy] : nullptr;
    Day latest = std::min(asked.period.until, grid_.back());
    if (policy != nullptr && policy->tour_max_days && asked.kind == RequirementKind::presence)
      latest = std::min(latest, grid_[b] + Days{*policy->tour_max_days});
    auto end = std::ranges::upper_bound(grid_, latest);
    while (end != grid_.begin() + static_cast<std::ptrdiff_t>(b) + 1) {
      --end;
      const Period period{grid_[b], *end};
      const std::int64_t pieces = pieces_for(offer, one, period, wanted);
      if (pieces == 0) continue;
      const Tour tour{offer, one, period, pieces};
      if (judge::is_allowed(scenario_, counting_, tour)
          && judge::counted_days(scenario_, tour).length() > Days{0})
        return tour;
    }
    return std::nullopt;
  }

  // How many pieces of a pool are wanted and free throughout; of a whole unit all.
  std::int64_t pieces_for(Id<Offer> offer,
                          Id<Requirement> one,
                          const Period& period,
                          Amount wanted) {
    const Offer& given = scenario_->offers[offer];
    if (!scenario_->units[given.unit].divisible) return given.quantity;
    std::int64_t free = std::min(given.quantity, scenario_->units[given.unit].quantity);
    const auto& used = used_[given.unit.index()];
    for (std::size_t b = bucket_of(period.from);
         !used.empty() && b < used.size() && grid_[b] < period.until;
         ++b)
      free = std::min(free, scenario_->units[given.unit].quantity - used[b]);
    if (free <= 0) return 0;
    const Amount all = scenario_.contribution(offer, one, free);
    if (all <= wanted) return free;
    const Amount single = scenario_.contribution(offer, one, 1);
    if (single <= Amount{}) return free;
    return std::clamp<std::int64_t>(
        (wanted.count() + single.count() - 1) / single.count(), 1, free);
  }

  void place(const Tour& tour) {
    plan_.tours.push_back(tour);
    const Offer& given = scenario_->offers[tour.offer];
    const std::size_t unit = given.unit.index();
    const Amount amount = scenario_.contribution(tour.offer, tour.requirement, tour.quantity);
    const Period counted = judge::counted_days(scenario_, tour);
    for (std::size_t b = 0; b + 1 < grid_.size(); ++b) {
      if (counted.from <= grid_[b] && grid_[b] < counted.until)
        filled_[tour.requirement.index()][b] += amount;
      if (!scenario_->units[given.unit].divisible || grid_[b] < tour.period.from
          || grid_[b] >= tour.period.until)
        continue;
      used_[unit].resize(grid_.size() - 1);
      used_[unit][b] += tour.quantity;
    }
    if (scenario_->units[given.unit].divisible) return;
    has_served_[unit] = true;
    last_served_[unit] = std::max(last_served_[unit], tour.period.until);
    free_from_[unit] =
        std::max(free_from_[unit], tour.period.until + judge::rest_after(scenario_, tour));
  }

  void deliver_on(std::size_t b, Id<Requirement> one) {
    const Requirement& asked = scenario_->requirements[one];
    if (grid_[b] < asked.period.from || grid_[b] >= asked.period.until) return;
    for (const Id<Offer> offer : suitors_[one.index()]) {
      if (filled_[one.index()][b] >= *asked.quantity) return;
      const std::int64_t pieces = pieces_for(
          offer, one, {grid_[b], grid_.back()}, *asked.quantity - filled_[one.index()][b]);
      if (pieces == 0) continue;
      const PlannedDelivery delivery{offer, one, pieces, grid_[b], std::nullopt};
      const bool is_gone = !scenario_->units[scenario_->offers[offer].unit].divisible
                           && has_served_[scenario_->offers[offer].unit.index()];
      if (!is_gone && judge::is_allowed(scenario_, counting_, delivery)) place(delivery);
    }
  }

  // What was delivered is there from then on.
  void place(const PlannedDelivery& delivery) {
    plan_.deliveries.push_back(delivery);
    const Offer& given = scenario_->offers[delivery.offer];
    const Amount amount =
        scenario_.contribution(delivery.offer, delivery.requirement, delivery.quantity);
    auto& used = used_[given.unit.index()];
    used.resize(grid_.size() - 1);
    for (std::size_t b = 0; b + 1 < grid_.size(); ++b) {
      if (grid_[b] < delivery.on) continue;
      filled_[delivery.requirement.index()][b] += amount;
      used[b] += delivery.quantity;
    }
    has_served_[given.unit.index()] = true;
  }

  const Scenario& scenario_;
  Counting counting_;
  const Grid& grid_;
  Plan plan_;
  std::vector<Id<Requirement>> order_;
  std::vector<std::vector<Id<Offer>>> suitors_;  // by requirement
  std::vector<std::vector<Amount>> filled_;      // by requirement and bucket
  std::vector<Day> free_from_, last_served_;     // by unit
  std::vector<char> has_served_;
  std::vector<std::vector<std::int64_t>> used_;  // pieces of a pool by bucket
};

}  // namespace

Plan fill_by_rule(const Scenario& scenario,
                  Counting counting,
                  const Grid& grid,
                  const Plan& fixed) {
  if (grid.size() < 2) return {counting, {}, {}};
  Filling filling{scenario, counting, grid};
  filling.keep(fixed);
  return std::move(filling).fill();
}

}  // namespace muster::simulate
