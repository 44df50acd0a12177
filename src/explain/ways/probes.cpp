// SPDX-License-Identifier: Apache-2.0
#include "explain/ways/probes.hpp"

#include <algorithm>

namespace muster::explain {
namespace {

// The days that make all of `counted` count: with the handover before them.
Period with_handover(const Requirement& requirement, Period counted) {
  const Day from = counted.from - Days{requirement.overlap_days};
  return {std::max(requirement.period.from, from), counted.until};
}

// As long as a tour must be, within the requirement.
Period lengthened(Period days, Period bounds, int shortest) {
  if (days_in(days) >= shortest) return days;
  days.until = std::min(bounds.until, days.from + Days{shortest});
  if (days_in(days) >= shortest) return days;
  days.from = std::max(bounds.from, days.until - Days{shortest});
  return days;
}

// As long as a tour may be: at the beginning, and at the end.
std::vector<Period> shortened(Period days, std::optional<int> longest) {
  if (!longest || days_in(days) <= *longest) return {days};
  return {{days.from, days.from + Days{*longest}}, {days.until - Days{*longest}, days.until}};
}

void add_periods(const Question& question,
                 Id<Offer> offer,
                 Period counted,
                 std::vector<Period>& periods) {
  const Requirement& requirement = question.scenario->requirements[question.requirement];
  if (days_in(counted) == 0) return;
  if (requirement.indivisible) {
    periods.push_back(requirement.period);
    return;
  }
  const Period wished = lengthened(
      with_handover(requirement, counted), requirement.period, shortest_tour(question, offer));
  for (const Period& period : shortened(wished, longest_tour(question, offer)))
    periods.push_back(period);
}

// Pieces that fill what is unmet, no more than are offered.
std::int64_t pieces_wanted(const Question& question, Id<Offer> id) {
  const Offer& offer = question.scenario->offers[id];
  const std::int64_t one =
      question.scenario.contribution(id, question.requirement, offer.quantity).count();
  if (one <= 0) return offer.quantity;
  const std::int64_t unmet = question.unmet.count();
  return std::clamp<std::int64_t>((unmet * offer.quantity + one - 1) / one, 1, offer.quantity);
}

// Tours that take the unit on days of the tour. Of a pool: as many as leave too few pieces, those
// that begin first.
std::vector<Tour> in_the_way(const Question& question, const Tour& tour) {
  const Offer& offer = question.scenario->offers[tour.offer];
  const Unit& unit = question.scenario->units[offer.unit];
  std::vector<Tour> found;
  std::int64_t taken = 0;
  for (const std::size_t index : question.index.tours_of[offer.unit]) {
    const Tour& other = question.plan.tours[index];
    if (days_in(overlap(other.period, tour.period)) == 0) continue;
    taken += other.quantity;
    if (!unit.divisible || taken + tour.quantity > unit.quantity) found.push_back(other);
  }
  return found;
}

// Tours of the offer on the requirement that the tour touches become one with it.
Move joined_with_its_own(const Question& question, Tour tour) {
  Move move;
  for (const std::size_t index :
       question.index.tours_of[question.scenario->offers[tour.offer].unit]) {
    const Tour& own = question.plan.tours[index];
    const bool touches =
        own.period.from <= tour.period.until && tour.period.from <= own.period.until;
    if (own.offer != tour.offer || own.requirement != tour.requirement || !touches) continue;
    tour.period = {std::min(own.period.from, tour.period.from),
                   std::max(own.period.until, tour.period.until)};
    move.given_up.push_back(own);
  }
  for (const Tour& other : in_the_way(question, tour))
    if (std::ranges::find(move.given_up, other) == move.given_up.end())
      move.given_up.push_back(other);
  move.added.push_back(tour);
  return move;
}

}  // namespace

std::vector<Move> probing_tours(const Question& question, Id<Offer> id) {
  const Offer& offer = question.scenario->offers[id];
  const Unit& unit = question.scenario->units[offer.unit];
  const Period usable = usable_days(question, id);
  std::vector<Period> periods;
  add_periods(question, id, question.days, periods);
  add_periods(question, id, overlap(usable, question.days), periods);
  if (!unit.divisible && !question.index.tours_of[offer.unit].empty()) {
    const Period gap = widest_gap(question, offer, usable, shortest_tour(question, id));
    add_periods(question, id, overlap(gap, question.days), periods);
  }
  std::vector<Period> tried;
  std::vector<Move> moves;
  for (const Period& period : periods) {
    if (std::ranges::find(tried, period) != tried.end()) continue;
    tried.push_back(period);
    const std::int64_t quantity = unit.divisible ? pieces_wanted(question, id) : offer.quantity;
    const Tour tour{id, question.requirement, period, quantity};
    moves.push_back({{tour}, in_the_way(question, tour), {}, {}});
    if (unit.divisible) continue;
    Move joined = joined_with_its_own(question, tour);
    const auto longest = longest_tour(question, id);
    const Period& whole = joined.added.front().period;
    if (whole != period && (!longest || days_in(whole) <= *longest))
      moves.push_back(std::move(joined));
  }
  return moves;
}

namespace {

// What the plan has of an offer that is delivered.
struct Delivered {
  std::vector<PlannedDelivery> late_or_elsewhere;
  std::vector<PlannedDelivery> rows_left_out;  // that fix a day, as they would come here
  std::int64_t rest = 0;                       // that no row fixes, and nobody has
};

Delivered delivered_of(const Question& question, Id<Offer> id) {
  const Scenario& scenario = question.scenario;
  Delivered found;
  found.rest = scenario->offers[id].quantity;
  const auto& planned = question.index.deliveries_of[id];
  for (const std::size_t index : planned) {
    const PlannedDelivery& delivery = question.plan.deliveries[index];
    found.rest -= delivery.quantity;
    const bool in_time =
        delivery.requirement == question.requirement && delivery.on <= question.days.from;
    if (!in_time) found.late_or_elsewhere.push_back(delivery);
  }
  for (const Id<Delivery> row : question.index.rows_of[id]) {
    const auto comes_as = [&](std::size_t index) {
      return question.plan.deliveries[index].delivery == row;
    };
    if (std::ranges::any_of(planned, comes_as)) continue;
    const Delivery& fixed = scenario->deliveries[row];
    found.rows_left_out.push_back({id, question.requirement, fixed.quantity, *fixed.on, row});
    found.rest -= fixed.quantity;
  }
  return found;
}

}  // namespace

std::vector<Move> probing_deliveries(const Question& question, Id<Offer> id) {
  const Delivered given = delivered_of(question, id);
  const Day first = question.days.from;
  const Day usable = std::max(first, usable_days(question, id).from);
  std::vector<Move> moves;
  const auto add_on = [&](Day on) {
    Move more;
    more.delivered = given.rows_left_out;
    if (given.rest > 0)
      more.delivered.push_back({id, question.requirement, given.rest, on, std::nullopt});
    if (!more.delivered.empty()) moves.push_back(more);
    if (given.late_or_elsewhere.empty() && given.rows_left_out.empty()) return;
    Move sooner{{}, {}, given.rows_left_out, given.late_or_elsewhere};
    sooner.delivered.insert(
        sooner.delivered.end(), given.late_or_elsewhere.begin(), given.late_or_elsewhere.end());
    for (PlannedDelivery& delivery : sooner.delivered) {
      delivery.requirement = question.requirement;
      delivery.on = std::min(delivery.on, on);
    }
    moves.push_back(std::move(sooner));
  };
  add_on(first);
  if (usable != first && usable < question.days.until) add_on(usable);
  return moves;
}

Period widest_gap(const Question& question, const Offer& offer, Period usable, int shortest) {
  Period widest{usable.from, usable.from};
  Day from = usable.from;
  const auto consider = [&](Day until) {
    const Period gap{from, std::min(until, usable.until)};
    if (days_in(overlap(gap, question.days)) > 0 && days_in(gap) > days_in(widest)) widest = gap;
  };
  for (const std::size_t index : question.index.tours_of[offer.unit]) {
    const Tour& tour = question.plan.tours[index];
    const bool own = question.scenario->offers[tour.offer].unit == offer.unit;
    const auto length = days_in(tour.period);
    const int before =
        own ? rest_after(question.scenario, offer.unit, question.requirement, shortest) : 0;
    const int after = own ? rest_after(question.scenario, offer.unit, tour.requirement, length) : 0;
    consider(tour.period.from - Days{before});
    from = std::max(from, tour.period.until + Days{after});
  }
  consider(usable.until);
  return widest;
}

}  // namespace muster::explain
