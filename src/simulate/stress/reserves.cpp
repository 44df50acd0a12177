// SPDX-License-Identifier: Apache-2.0
#include "simulate/stress/reserves.hpp"

#include <algorithm>
#include <iterator>

namespace muster::simulate {
namespace {

constexpr std::int64_t permille = 1000;

std::span<const Out> outs_of(const World& world, const Fate& fate) {
  return std::span{world.outs}.subspan(fate.first_out, fate.outs);
}

// Of somebody who is there until a day: the last day from which it could stay its least days.
std::int32_t last_start(const FieldOffer& offer, std::int32_t until, std::int32_t next_busy) {
  const std::int64_t least = offer.least_days;
  const std::int64_t room =
      std::max(least + offer.turn_round_days,
               (least * (permille + offer.dwell_permille) + permille - 1) / permille);
  return static_cast<std::int32_t>(std::min(until - least, next_busy - room));
}

}  // namespace

std::int32_t Free::stay_until(const FieldOffer& offer, std::int32_t day) const {
  const std::int64_t room = next_busy - day;  // length and rest must fit into it
  const std::int64_t length =
      std::min(room * permille / (permille + offer.dwell_permille), room - offer.turn_round_days);
  return std::min(until, day + static_cast<std::int32_t>(std::max<std::int64_t>(length, 0)));
}

Reserves::Reserves(const Field& field, const Remains& remains)
    : field_{field},
      remains_{remains},
      free_(field.offers.size()),
      pools_(field.offers.size()),
      is_found_(field.offers.size()),
      stays_(field.units),
      is_known_(field.units) {
  std::vector<Rows<std::uint32_t>::Pair> pairs;
  for (std::uint32_t k = 0; k < field.offers.size(); ++k)
    pairs.emplace_back(field.offers[k].unit, k);
  offers_of_unit_.build(field.units, pairs);
}

void Reserves::begin(const World& world) {
  world_ = &world;
  for (const std::uint32_t unit : known_) is_known_[unit] = 0;
  known_.clear();
  called_up_.clear();
  for (const std::uint32_t offer : found_) is_found_[offer] = 0;
  found_.clear();
}

std::span<const Free> Reserves::of(std::uint32_t offer) {
  if (is_found_[offer] == 0) find(offer);
  return free_[offer];
}

const std::vector<Stay>& Reserves::stays_of(std::uint32_t unit) {
  std::vector<Stay>& stays = stays_[unit];
  if (is_known_[unit] != 0) return stays;
  is_known_[unit] = 1;
  known_.push_back(unit);
  stays.clear();
  for (const std::uint32_t k : field_.tours_of_unit.of(unit)) {
    const FieldTour& tour = field_.tours[k];
    remains_.visit(k, [&](const Span& span) {
      const std::int32_t counted = std::min(span.from + tour.handover, span.until);
      stays.push_back({tour.offer, span.from, counted, span.until, tour.amount, tour.pieces});
    });
  }
  if (!std::ranges::is_sorted(stays, {}, &Stay::from)) std::ranges::sort(stays, {}, &Stay::from);
  return stays;
}

std::span<const Reserves::Pool> Reserves::pool(std::uint32_t offer) {
  if (is_found_[offer] == 0) find(offer);
  return pools_[offer];
}

std::int64_t Reserves::pieces(std::uint32_t offer, std::int32_t day) {
  if (is_found_[offer] == 0) find(offer);
  const auto after = std::ranges::upper_bound(pools_[offer], day, {}, &Pool::from);
  return after == pools_[offer].begin() ? 0 : (after - 1)->pieces;
}

// How many pieces are free from each day on: fewer the more others use at any time from then on.
void Reserves::find_pieces(std::uint32_t offer) {
  std::vector<Pool>& pool = pools_[offer];
  pool.clear();
  const FieldOffer& given = field_.offers[offer];
  const Fate& fate = world_->fates[offer];
  if (fate.is_gone()) return;
  const std::int32_t begin = std::max({given.from, fate.from, field_.today});
  const std::int32_t end = std::min(fate.until, given.until);
  leaving_ = stays_of(given.unit);
  std::ranges::sort(leaving_, {}, &Stay::until);
  std::int64_t free = given.pieces;
  for (const Stay& busy : leaving_) free -= busy.pieces;
  const auto add = [&](std::int32_t day) {
    const std::int32_t from = std::max(day, begin);
    if (from >= end) return;
    if (!pool.empty() && pool.back().from == from) pool.pop_back();
    pool.push_back({from, std::max<std::int64_t>(free, 0)});
  };
  add(begin);
  for (const Stay& busy : leaving_) {
    free += busy.pieces;
    add(busy.until);
  }
  pool.push_back({end, 0});
  for (const Out& out : outs_of(*world_, fate)) take_out(pool, out);
}

// Nothing is free while it cannot serve.
void Reserves::take_out(std::vector<Pool>& pool, const Out& out) {
  const auto at = [&](std::int32_t day) {
    const auto after = std::ranges::upper_bound(pool, day, {}, &Pool::from);
    return after == pool.begin() ? std::int64_t{0} : (after - 1)->pieces;
  };
  const std::int64_t then = at(out.until);
  std::erase_if(pool,
                [&](const Pool& one) { return one.from >= out.from && one.from <= out.until; });
  const auto place = std::ranges::lower_bound(pool, out.from, {}, &Pool::from);
  const Pool both[] = {{out.from, 0}, {out.until, then}};
  pool.insert(place, std::begin(both), std::end(both));
}

void Reserves::call_up(const Stay& stay) {
  const std::uint32_t unit = field_.offers[stay.offer].unit;
  static_cast<void>(stays_of(unit));
  std::vector<Stay>& stays = stays_[unit];
  stays.insert(std::ranges::upper_bound(stays, stay.from, {}, &Stay::from), stay);
  for (const std::uint32_t offer : offers_of_unit_.of(unit)) is_found_[offer] = 0;
  called_up_.push_back(stay);
}

// Between all that its unit does, with the rest that it owes, and within what fate leaves of it.
void Reserves::find(std::uint32_t offer) {
  is_found_[offer] = 1;
  found_.push_back(offer);
  std::vector<Free>& free = free_[offer];
  free.clear();
  const FieldOffer& given = field_.offers[offer];
  const Fate& fate = world_->fates[offer];
  if (given.divisible) return find_pieces(offer);
  if (fate.is_gone()) return;
  std::int32_t day = std::max({given.from, fate.from, field_.today});
  const std::int32_t end = std::min({fate.until, given.until, field_.days});
  const auto add = [&](std::int32_t until, std::int32_t next_busy) {
    std::int32_t from = day;
    const auto one = [&](std::int32_t last) {
      if (std::min(last, next_busy) - from >= given.least_days)
        free.push_back({from, last, next_busy, last_start(given, last, next_busy)});
    };
    for (const Out& out : outs_of(*world_, fate)) {
      if (out.from >= until) break;
      one(out.from);
      from = std::max(from, out.until);
    }
    one(until);
  };
  for (const Stay& busy : stays_of(given.unit)) {
    if (busy.from > day) add(std::min(end, busy.from), busy.from);
    day = std::max(day, busy.until + field_.rest_after(given, true, busy.until - busy.from));
    if (day >= end) return;
  }
  add(end, always);
}

}  // namespace muster::simulate
