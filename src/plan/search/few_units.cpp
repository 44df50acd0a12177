// SPDX-License-Identifier: Apache-2.0
#include "plan/search/few_units.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "model/goals.hpp"

namespace muster::plan {
namespace {

constexpr std::uint32_t nowhere = ~std::uint32_t{0};

}  // namespace

FewUnits::FewUnits(State state, const Seats& seats, std::int64_t allowance, Random random)
    : state_{std::move(state)}, seats_{seats}, random_{std::move(random)} {
  const Instance& instance = state_.instance();
  for (std::size_t m = 0; m < state_.members().size(); ++m) state_.take(m);
  placed_.resize(state_.members().size());
  weight_.assign(instance.rows.size(), 1.0);
  place_.assign(instance.rows.size(), nowhere);
  closed_until_.assign(seats.size(), 0);
  members_of_.resize(instance.crews.size());
  for (std::uint32_t m = 0; m < state_.members().size(); ++m)
    members_of_[state_.members()[m].crew].push_back(m);
  std::int64_t days = 0;
  for (const Row& row : instance.rows) days += days_of(instance, row.first, row.last);
  mean_days_ = static_cast<double>(std::max<std::int64_t>(1, days))
               / static_cast<double>(std::max<std::size_t>(1, instance.rows.size()));
  choose_units(allowance);
  seat_all();
}

// The units that can serve most by what they cost.
void FewUnits::choose_units(std::int64_t allowance) {
  const Instance& instance = state_.instance();
  may_serve_.assign(state_.members().size(), 1);
  left_ = allowance;
  for (const Crew& crew : instance.crews)
    cost_.push_back(activation_points((*instance.scenario)->units[crew.unit], instance.scales));
  std::vector<std::uint32_t> order;
  for (std::uint32_t k = 0; k < instance.crews.size(); ++k)
    if (cost_[k] > 0) order.push_back(k);
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::uint32_t k) {
    return static_cast<double>(instance.crews[k].uses.size()) / static_cast<double>(cost_[k]);
  });
  for (const std::uint32_t k : order) {
    const bool serves = cost_[k] <= left_;
    set_serving(k, serves);
    (serves ? serving_ : idle_).push_back(k);
  }
}

void FewUnits::set_serving(std::uint32_t crew, bool serves) {
  for (const std::uint32_t m : members_of_[crew]) may_serve_[m] = serves ? 1 : 0;
  if (serves) left_ -= cost_[crew];
}

// In the order of time, whoever stands in nobody's way; rows that nobody can serve are left out.
void FewUnits::seat_all() {
  const auto& rows = state_.instance().rows;
  std::vector<RowIndex> order(rows.size());
  std::iota(order.begin(), order.end(), RowIndex{0});
  std::ranges::stable_sort(order, {}, [&](RowIndex r) { return rows[r].first; });
  for (const RowIndex row : order) {
    if (seats_.of_row(row).empty()) continue;
    while (state_.unmet(row) > 0) {
      const auto move = find_move(row);
      if (!move || move->cost >= weight_[row] || !make(*move)) break;
    }
    touch(row);
  }
}

// Keeps the list of what is unserved.
void FewUnits::touch(RowIndex row) {
  const bool is_unserved = state_.unmet(row) > 0;
  if (is_unserved == (place_[row] != nowhere)) return;
  if (is_unserved) {
    place_[row] = static_cast<std::uint32_t>(unserved_.size());
    unserved_.push_back(row);
    return;
  }
  const RowIndex last = unserved_.back();
  unserved_[place_[row]] = last;
  place_[last] = place_[row];
  place_[row] = nowhere;
  unserved_.pop_back();
}

FewUnits::Placed FewUnits::placed(const Crew& crew, const Leg& leg) const {
  const Use& use = crew.uses[leg.use];
  return {.leg = leg,
          .rested = next_start(state_.instance(), use, leg.from, leg.until),
          .row = use.row,
          .also = use.also};
}

// What would be unserved for it, by weight, and a little for the time beside it that is too short
// to be of use.
double FewUnits::cost_of(std::size_t member, const Placed& placed) const {
  constexpr double of_gaps = 0.2;    // in weights
  constexpr double too_short = 0.2;  // of a row's mean period
  const auto& day = state_.instance().day;
  double cost = 0;
  std::int64_t before = day[placed.leg.from] - day.front();
  std::int64_t after = day.back() - day[placed.rested];
  for (const Placed& other : placed_[member]) {
    if (other.rested <= placed.leg.from)
      before = day[placed.leg.from] - day[other.rested];
    else if (other.leg.from >= placed.rested) {
      after = day[other.leg.from] - day[placed.rested];
      break;
    } else {
      cost += weight_[other.row];
      if (other.also != no_row) cost += weight_[other.also];
    }
  }
  const double enough = too_short * mean_days_;
  return cost
         + of_gaps
               * (std::min(1.0, static_cast<double>(before) / enough)
                  + std::min(1.0, static_cast<double>(after) / enough));
}

// The cheapest open seat of a row for the first of what is unserved of it; of equals any.
std::optional<FewUnits::Move> FewUnits::find_move(RowIndex row) {
  const Instance& instance = state_.instance();
  const Row& data = instance.rows[row];
  Boundary from = data.first;
  while (from < data.last && state_.filled(row, from) >= data.quantity) ++from;
  Boundary until = from;
  while (until < data.last && state_.filled(row, until) < data.quantity) ++until;
  const auto seats = seats_.of_row(row);
  const std::size_t first = random_.below(seats.size());
  std::optional<Move> best;
  for (std::size_t k = 0; k < seats.size(); ++k) {
    const std::size_t at = first + k < seats.size() ? first + k : first + k - seats.size();
    const Seat& seat = seats[at];
    if (may_serve_[seat.member] == 0 || closed_until_[seats_.first(row) + at] > moves_) continue;
    const Crew& crew = instance.crews[state_.members()[seat.member].crew];
    const auto leg = leg_within(instance, crew, seat.use, from, until);
    if (!leg) continue;
    const Placed there = placed(crew, *leg);
    const double cost = cost_of(seat.member, there);
    if (!best || cost < best->cost) best = {seats_.first(row) + at, row, there, cost};
  }
  return best;
}

// An ejected leg's row may not come back to the member at once.
void FewUnits::rest_from(std::size_t member, const Placed& ejected) {
  constexpr std::uint64_t least = 2, more = 3;
  const auto seats = seats_.of_row(ejected.row);
  const auto found = std::ranges::lower_bound(
      seats, member, {}, [](const Seat& seat) -> std::size_t { return seat.member; });
  auto at = seats_.first(ejected.row) + static_cast<std::size_t>(found - seats.begin());
  for (auto seat = found; seat != seats.end() && seat->member == member; ++seat)
    closed_until_[at++] = moves_ + least + random_.below(more);
}

bool FewUnits::change_schedule(std::size_t member, const Placed& placed) {
  kept_.clear();
  in_the_way_.clear();
  gone_.clear();
  const auto is_before = [&](const Placed& other) { return other.rested <= placed.leg.from; };
  const auto is_after = [&](const Placed& other) { return other.leg.from >= placed.rested; };
  for (const Placed& other : placed_[member])
    if (is_before(other)) kept_.push_back(other);
  kept_.push_back(placed);
  for (const Placed& other : placed_[member]) {
    if (is_before(other)) continue;
    (is_after(other) ? kept_ : in_the_way_).push_back(other);
    if (!is_after(other)) gone_.push_back(other.leg);
  }
  after_.clear();
  for (const Placed& kept : kept_) after_.push_back(kept.leg);
  return state_.exchange(member, gone_, placed.leg, after_);
}

bool FewUnits::make(const Move& move) {
  const std::size_t member = seats_.at(move.seat).member;
  if (!change_schedule(member, move.placed)) {
    constexpr std::uint64_t while_ruled_out = 50;
    closed_until_[move.seat] = moves_ + while_ruled_out;
    return false;
  }
  std::swap(placed_[member], kept_);
  touch(move.placed.row);
  if (move.placed.also != no_row) touch(move.placed.also);
  for (const Placed& other : in_the_way_) {
    touch(other.row);
    if (other.also != no_row) touch(other.also);
    rest_from(member, other);
  }
  return true;
}

void FewUnits::step() {
  constexpr std::size_t looks = 2;  // at rows that are unserved
  std::optional<Move> best;
  double least = 0;
  const std::size_t first = random_.below(unserved_.size());
  for (std::size_t k = 0; k < std::min(looks, unserved_.size()); ++k) {
    const RowIndex row = unserved_[(first + k) % unserved_.size()];
    const auto move = find_move(row);
    if (!move || (best && move->cost - weight_[row] >= least)) continue;
    best = move;
    least = move->cost - weight_[row];
  }
  if (!best) return;
  if (least >= 0) weight_[best->row] += 1.0;
  make(*best);
}

// What was hard to serve once need not be so for ever.
void FewUnits::decay() {
  constexpr std::uint64_t one_in = 10;
  for (double& weight : weight_)
    if (weight > 1.0 && random_.below(one_in) == 0) weight -= 1.0;
}

double FewUnits::lost_by_swap(std::uint32_t out, std::uint32_t in) const {
  double lost = 0;
  const std::size_t comes = members_of_[in].front();
  for (const std::uint32_t m : members_of_[out])
    for (const Placed& placed : placed_[m])
      if (!seats_.can_serve(comes, placed.row)) lost += weight_[placed.row];
  for (const RowIndex row : unserved_)
    if (seats_.can_serve(comes, row)) lost -= weight_[row];
  return lost;
}

// One that serves gives way to one that does not: of some pairs that where least is lost.
void FewUnits::swap_units() {
  constexpr int pairs = 60;
  std::size_t best_out = 0, best_in = 0;
  double least = 0;
  bool is_found = false;
  for (int pair = 0; pair < pairs && !serving_.empty() && !idle_.empty(); ++pair) {
    const std::size_t out = random_.below(serving_.size());
    const std::size_t in = random_.below(idle_.size());
    if (cost_[idle_[in]] > left_ + cost_[serving_[out]]) continue;
    const double lost = lost_by_swap(serving_[out], idle_[in]);
    if (is_found && lost >= least) continue;
    is_found = true;
    std::tie(best_out, best_in, least) = std::tuple{out, in, lost};
  }
  if (!is_found) return;
  std::uint32_t& out = serving_[best_out];
  std::uint32_t& in = idle_[best_in];
  left_ += cost_[out];
  set_serving(out, false);
  for (const std::uint32_t m : members_of_[out]) {
    state_.take(m);
    for (const Placed& placed : placed_[m]) {
      touch(placed.row);
      if (placed.also != no_row) touch(placed.also);
    }
    placed_[m].clear();
  }
  set_serving(in, true);
  std::swap(out, in);
}

void FewUnits::walk(std::uint64_t moves) {
  constexpr std::uint64_t until_decay = 1'000, until_swap = 20'000;
  for (const std::uint64_t last = moves_ + moves; moves_ < last && !is_done();) {
    ++moves_;
    step();
    if (moves_ % until_decay == 0) decay();
    if (moves_ % until_swap == 0) swap_units();
  }
}

}  // namespace muster::plan
