// SPDX-License-Identifier: Apache-2.0
#include "simulate/rotation/engine.hpp"

#include <algorithm>
#include <utility>

namespace muster::simulate {
namespace {

constexpr std::int32_t never_scheduled = 36'500;  // days, or more
constexpr std::size_t most_in_order = 8;          // keys of a map, beyond which it is hashed

double to_millionths(double value) {
  return static_cast<double>(static_cast<std::int64_t>(value * 1e6)) / 1e6;
}

}  // namespace

Engine::Engine(const Force& force, std::vector<UnitState> units)
    : force_(force), units_(std::move(units)) {
  needs_.resize(force.needs.size());
  calendar_.assign(static_cast<std::size_t>(force.last_day) + 1, none);
  short_.resize(force.capabilities.size());
  following_of_.resize(force.capabilities.size());
  ready_.resize(force.capabilities.size());
  opened_.resize(force.capabilities.size());
  is_stirred_.resize(force.capabilities.size());
  subscribers_.resize(force.schedules.size());
  std::size_t most = 0;
  for (std::uint32_t place = 0; place < units_.size(); ++place) {
    UnitState& unit = units_[place];
    const std::int32_t days = std::exchange(unit.next, endless);
    note_ready(unit,
               unit.budget > 0 && force.cycles[unit.policy].stretches[unit.stretch].deployable);
    schedule(place, days);
    subscribers_[units_[place].schedule].push_back(place);
  }
  for (const Need& need : force.needs) {
    short_[need.capability].reserve(short_[need.capability].capacity() + 1);
    most = std::max(most, static_cast<std::size_t>(need.quantity));
  }
  pool_.reserve(units_.size());
  ranked_.reserve(units_.size());
  following_.reserve(units_.size());
  touched_.reserve(needs_.size());
  stirred_.reserve(force.capabilities.size());
}

void Engine::run(const Sink& sink) {
  sink_ = sink;
  while (period_ + 1 < force_.periods.size() && force_.periods[period_ + 1].from <= 0) ++period_;
  for (today_ = 0; today_ <= force_.last_day; ++today_) {
    note_event();
    advance_units();
    if (today_ == 0) continue;
    change_period();
    advance_units();
    begin_and_end_needs();
    fill();
    advance_units();
    sample();
  }
  for (std::uint32_t need = 0; need < needs_.size(); ++need)
    if (needs_[need].is_active) count_until(need, force_.last_day + 1);
}

// Whether the day is one of those that the book names, or one of some unit.
void Engine::note_event() {
  has_event_ = today_ <= 1 || calendar_[static_cast<std::size_t>(today_)] != none;
  while (next_day_ < force_.event_days.size() && force_.event_days[next_day_] <= today_) {
    has_event_ = has_event_ || force_.event_days[next_day_] == today_;
    ++next_day_;
  }
  if (has_event_) last_event_ = today_;
}

void Engine::advance_units() {
  while (calendar_[static_cast<std::size_t>(today_)] != none) {
    const std::uint32_t place = calendar_[static_cast<std::size_t>(today_)];
    age(units_[place]);
    move_on(place);
  }
}

void Engine::age(UnitState& unit) const {
  const std::int32_t days = today_ - std::exchange(unit.last, today_);
  if (unit.status == Status::held) return;
  if (unit.status == Status::deployed || unit.status == Status::overlapping) {
    unit.served += days;
    unit.budget -= days;
  } else {
    unit.dwell += days;
  }
  unit.cycle_day += days;
}

// What comes after the state that ends today.
void Engine::move_on(std::uint32_t place) {
  UnitState& unit = units_[place];
  const Cycle& cycle = force_.cycles[unit.policy];
  if (unit.status == Status::dwelling && unit.stretch + 1U < cycle.stretches.size())
    return enter_stretch(place, unit.stretch + 1, cycle.stretches[unit.stretch + 1U].length);
  if (unit.status == Status::deployed) return overlap(place);
  if (unit.status == Status::recovering) return reenter(place);
  if (unit.status == Status::overlapping) {
    leave(place);
    if (cycle.demobilization_days > 0) {
      unit.status = Status::demobilizing;
      return schedule(place, cycle.demobilization_days);
    }
  }
  reset(place);
}

void Engine::enter_stretch(std::uint32_t place, std::uint8_t stretch, std::int32_t days_left) {
  UnitState& unit = units_[place];
  unit.status = Status::dwelling;
  unit.stretch = stretch;
  note_ready(unit, unit.budget > 0 && force_.cycles[unit.policy].stretches[stretch].deployable);
  stir_served_by(unit.capability);
  schedule(place, days_left);
}

void Engine::note_ready(UnitState& unit, bool is_ready) {
  if (unit.is_ready == is_ready) return;
  unit.is_ready = is_ready;
  ready_[unit.capability] += is_ready ? 1U : ~0U;
}

// A new cycle begins.
void Engine::reset(std::uint32_t place) {
  UnitState& unit = units_[place];
  if (unit.deferred != no_policy) unit.policy = std::exchange(unit.deferred, no_policy);
  const Cycle& cycle = force_.cycles[unit.policy];
  unit.cycle_day = unit.served = unit.dwell = 0;
  unit.deployments = unit.follow_ons = 0;
  unit.budget = cycle.deployed_days;
  enter_stretch(place, 0, cycle.stretches[0].length);
}

void Engine::schedule(std::uint32_t place, std::int64_t days) {
  unschedule(place);
  UnitState& unit = units_[place];
  const std::int64_t day = today_ + days;
  if (days >= never_scheduled || day > force_.last_day) {
    unit.next = endless;
    return;
  }
  unit.next = static_cast<DayNumber>(day);
  std::uint32_t& first = calendar_[static_cast<std::size_t>(day)];
  unit.before = none;
  unit.after = first;
  if (first != none) units_[first].before = place;
  first = place;
}

void Engine::unschedule(std::uint32_t place) {
  UnitState& unit = units_[place];
  if (unit.next == endless) return;
  if (unit.before == none)
    calendar_[static_cast<std::size_t>(unit.next)] = unit.after;
  else
    units_[unit.before].after = unit.after;
  if (unit.after != none) units_[unit.after].before = unit.before;
  unit.next = endless;
}

void Engine::change_period() {
  if (period_ + 1 >= force_.periods.size() || force_.periods[period_ + 1].from != today_) return;
  const std::size_t old = period_++;
  for (std::size_t k = 0; k < force_.schedules.size(); ++k) {
    const std::uint16_t before = force_.schedules[k].policies[old];
    const std::uint16_t after = force_.schedules[k].policies[period_];
    if (before == no_policy || after == no_policy) continue;
    for (const std::uint32_t place : subscribers_[k]) {
      age(units_[place]);
      change_policy(place, after);
    }
  }
}

// The unit stands at the same part of its new cycle, as far as it stands in one.
void Engine::change_policy(std::uint32_t place, std::uint16_t policy) {
  UnitState& unit = units_[place];
  const Cycle &old = force_.cycles[unit.policy], &now = force_.cycles[policy];
  const bool was_endless = old.length >= never_scheduled,
             is_endless = now.length >= never_scheduled;
  const std::int32_t day =
      was_endless && !is_endless ? unit.cycle_day % now.length : unit.cycle_day;
  const double part = to_millionths(static_cast<double>(day)
                                    / (was_endless == is_endless ? old.length : now.length));
  if (unit.status != Status::dwelling || part > 1) {
    unit.deferred = policy;
    return;
  }
  unit.policy = policy;
  unit.deferred = no_policy;
  if (now.length <= 7'300) unit.cycle_day = static_cast<std::int32_t>(part * now.length);
  unit.budget = std::max(now.deployed_days - unit.served, 0);
  std::uint8_t stretch = now.at(unit.cycle_day);
  if (unit.budget - now.overlap_days <= 0) {
    if (!force_.marathon) return reset(place);
    unit.budget = now.deployed_days;  // and its cycle's clock runs on
    if (stretch != 0) return enter_stretch(place, 0, now.stretches[0].length);
  }
  enter_stretch(place,
                stretch,
                now.stretches[stretch].begin + now.stretches[stretch].length - unit.cycle_day);
}

void Engine::begin_and_end_needs() {
  while (next_beginning_ < force_.beginning.size()
         && force_.needs[force_.beginning[next_beginning_]].from <= today_) {
    const std::uint32_t need = force_.beginning[next_beginning_++];
    needs_[need].is_active = true;
    needs_[need].since = today_;
    note_short(need);
  }
  while (next_ending_ < force_.ending.size()
         && force_.needs[force_.ending[next_ending_]].until <= today_) {
    const std::uint32_t need = force_.ending[next_ending_++];
    if (needs_[need].is_short) note_filled(need);
    if (needs_[need].is_active) count_until(need, today_);
    needs_[need].is_active = false;
    for (const Donor& donor : force_.capabilities[force_.needs[need].capability].donors) {
      const Capability& capability = force_.capabilities[donor.capability];
      for (std::uint32_t place = capability.first_unit; place < capability.end_unit; ++place)
        if (units_[place].requirement == need) withdraw(place);
    }
  }
}

// Its requirement has ended before the unit's days did.
void Engine::withdraw(std::uint32_t place) {
  UnitState& unit = units_[place];
  age(unit);
  const std::uint32_t need = unit.requirement;
  unit.was_held = unit.status == Status::held;
  const Cycle& cycle = force_.cycles[unit.policy];
  leave(place);
  if (unit.budget - cycle.overlap_days <= 0) return reset(place);
  if (force_.needs[need].group == none) return release(place);
  unit.status = Status::following_on;
  unit.requirement = need;
  unschedule(place);
  following_.push_back(place);
  following_of_[unit.capability].push_back(place);
  stir_served_by(unit.capability);
}

// Back into the dwell cycle where it stands, or to its beginning.
void Engine::release(std::uint32_t place) {
  UnitState& unit = units_[place];
  const Cycle& cycle = force_.cycles[unit.policy];
  unit.requirement = none;
  if (unit.budget <= 0 || unit.cycle_day + cycle.recovery_days >= cycle.length) return reset(place);
  if (force_.marathon || cycle.recovery_days == 0 || unit.was_held) return reenter(place);
  unit.status = Status::recovering;
  schedule(place, cycle.recovery_days);
}

void Engine::reenter(std::uint32_t place) {
  UnitState& unit = units_[place];
  const Cycle& cycle = force_.cycles[unit.policy];
  const std::uint8_t stretch = cycle.at(unit.cycle_day);
  enter_stretch(place,
                stretch,
                cycle.stretches[stretch].begin + cycle.stretches[stretch].length - unit.cycle_day);
  if (unit.served == 0 && unit.deferred != no_policy)
    change_policy(place, std::exchange(unit.deferred, no_policy));
}

void Engine::deploy(std::uint32_t place, std::uint32_t need, std::uint16_t rank) {
  UnitState& unit = units_[place];
  age(unit);
  const bool follows_on = unit.status == Status::following_on;
  const Cycle& cycle = force_.cycles[unit.policy];
  if (const std::int32_t prefill = std::exchange(unit.prefill, 0); today_ <= 1) {
    unit.served += prefill;
    unit.budget -= prefill;
  }
  ++unit.deployments;
  if (follows_on) ++unit.follow_ons;
  if (sink_.deployed != nullptr) {
    unit.record = static_cast<std::uint32_t>(sink_.deployed->size());
    sink_.deployed->push_back({.day = today_,
                               .unit = place,
                               .requirement = need,
                               .from = follows_on ? force_.need_names[unit.requirement]
                                                  : cycle.stretches[unit.stretch].label,
                               .policy = force_.policy_names[unit.policy],
                               .cycle_day = unit.cycle_day,
                               .dwell = unit.dwell,
                               .budget = unit.budget,
                               .rank = rank,
                               .follows_on = follows_on,
                               .deployments = unit.deployments,
                               .follow_ons = unit.follow_ons,
                               .overlaps_from = force_.last_day + 1,
                               .until = force_.last_day + 1});
  }
  note_ready(unit, false);
  unit.requirement = need;
  NeedState& state = needs_[need];
  ++state.serving;
  ++state.by_component[std::min<std::size_t>(unit.component, component_counts - 1)];
  if (!std::exchange(state.is_touched, true)) touched_.push_back(need);
  if (force_.needs[need].service == Service::held) {
    unit.status = Status::held;
    unschedule(place);
    return;
  }
  unit.status = Status::deployed;
  schedule(place, unit.budget - cycle.overlap_days);
}

// Whoever relieves the unit is looked for at once.
void Engine::overlap(std::uint32_t place) {
  UnitState& unit = units_[place];
  NeedState& state = needs_[unit.requirement];
  const std::size_t component = std::min<std::size_t>(unit.component, component_counts - 1);
  unit.status = Status::overlapping;
  if (sink_.deployed != nullptr) (*sink_.deployed)[unit.record].overlaps_from = today_;
  --state.serving;
  --state.by_component[component];
  ++state.overlapping[component];
  if (!std::exchange(state.is_touched, true)) touched_.push_back(unit.requirement);
  note_short(unit.requirement);
  schedule(place, force_.cycles[unit.policy].overlap_days);
}

void Engine::leave(std::uint32_t place) {
  UnitState& unit = units_[place];
  NeedState& state = needs_[unit.requirement];
  const std::size_t component = std::min<std::size_t>(unit.component, component_counts - 1);
  if (sink_.deployed != nullptr) {
    Deployed& event = (*sink_.deployed)[unit.record];
    event.overlaps_from = std::min(event.overlaps_from, today_);
    event.until = today_;
  }
  if (unit.status == Status::overlapping) {
    --state.overlapping[component];
  } else {
    --state.serving;
    --state.by_component[component];
  }
  if (!std::exchange(state.is_touched, true)) touched_.push_back(unit.requirement);
  unit.requirement = none;
}

void Engine::note_short(std::uint32_t need) {
  NeedState& state = needs_[need];
  if (!state.is_active || state.serving >= force_.needs[need].quantity) return;
  stir(force_.needs[need].capability);
  if (std::exchange(state.is_short, true)) return;
  auto& list = short_[force_.needs[need].capability];
  if (list.empty()) {
    opened_[force_.needs[need].capability] = openings_++;
    if (++open_ > most_in_order) is_hashed_ = true;
  }
  list.insert(std::ranges::lower_bound(list, need), need);
  if (!std::exchange(state.is_touched, true)) touched_.push_back(need);
}

void Engine::note_filled(std::uint32_t need) {
  needs_[need].is_short = false;
  auto& list = short_[force_.needs[need].capability];
  list.erase(std::ranges::lower_bound(list, need));
  if (list.empty()) --open_;
}

void Engine::stir(std::uint32_t capability) {
  if (is_stirred_[capability]) return;
  is_stirred_[capability] = true;
  stirred_.push_back(capability);
}

void Engine::stir_served_by(std::uint32_t capability) {
  for (const std::uint32_t served : force_.capabilities[capability].serves) stir(served);
}

void Engine::sort_stirred() {
  if (force_.marathon && !is_hashed_)
    std::ranges::sort(stirred_, {}, [&](std::uint32_t k) { return opened_[k]; });
  else
    std::ranges::sort(stirred_, {}, [&](std::uint32_t k) { return force_.capability_order[k]; });
}

// A requirement that stays short has found nobody; it is tried again only after something has
// changed for it.
void Engine::fill() {
  if (stirred_.empty()) return;
  if (!following_.empty()) {
    sort_stirred();
    for (std::size_t k = 0; k < stirred_.size(); ++k) follow_on(stirred_[k]);
    for (std::size_t k = 0; k < following_.size(); ++k)
      if (units_[following_[k]].status == Status::following_on) release(following_[k]);
    for (const std::uint32_t place : following_) following_of_[units_[place].capability].clear();
    following_.clear();
  }
  advance_units();
  sort_stirred();
  for (std::size_t k = 0; k < stirred_.size(); ++k) fill_capability(stirred_[k]);
  for (const std::uint32_t capability : stirred_) is_stirred_[capability] = false;
  stirred_.clear();
}

void Engine::follow_on(std::uint32_t capability) {
  auto& list = short_[capability];
  for (std::size_t at = 0; at < list.size();) {
    const std::uint32_t need = list[at];
    pool_.clear();
    if (force_.needs[need].group != none)
      for (const Donor& donor : force_.capabilities[capability].donors)
        for (const std::uint32_t place : following_of_[donor.capability])
          if (may_follow_on(units_[place], force_.needs[need]))
            pool_.emplace_back(place, donor.rank);
    take_best(need);
    if (at < list.size() && list[at] == need) ++at;
  }
}

// Marathon does not offer who was held although it could have deployed.
bool Engine::may_follow_on(const UnitState& unit, const Need& need) const {
  return unit.status == Status::following_on && force_.needs[unit.requirement].group == need.group
         && !(force_.marathon && unit.was_held
              && force_.cycles[unit.policy].stretches[unit.stretch].deployable);
}

void Engine::fill_capability(std::uint32_t capability) {
  auto& list = short_[capability];
  if (list.empty()) return;
  for (std::size_t at = 0; at < list.size();) {
    const std::uint32_t need = list[at];
    fill_need(need);
    if (at < list.size() && list[at] == need) ++at;
  }
}

void Engine::fill_need(std::uint32_t need) {
  pool_.clear();
  for (const Donor& donor : force_.capabilities[force_.needs[need].capability].donors) {
    const Capability& capability = force_.capabilities[donor.capability];
    if (force_.needs[need].service == Service::deployed && ready_[donor.capability] == 0) continue;
    for (std::uint32_t place = capability.first_unit; place < capability.end_unit; ++place)
      if (may_serve(units_[place], force_.needs[need])) pool_.emplace_back(place, donor.rank);
  }
  take_best(need);
}

bool Engine::may_serve(const UnitState& unit, const Need& need) const {
  if (need.service == Service::held ? unit.status != Status::dwelling : !unit.is_ready)
    return false;
  if (need.only_aligned)
    return unit.aligned == need.region && unit.aligned != none
           && unit.component != need.without_component;
  if (need.service == Service::deployed && unit.fenced) return false;
  return unit.component != need.without_component;
}

std::uint64_t Engine::key_of(const UnitState& unit, const Need& need, std::uint16_t rank) const {
  constexpr std::uint64_t most = (std::uint64_t{1} << 44U) - 1;
  const std::int32_t days = unit.cycle_day + (unit.status == Status::held ? 0 : today_ - unit.last);
  auto dwell = static_cast<std::uint64_t>(static_cast<double>(days)
                                          / force_.cycles[unit.policy].expected_dwell * 1e6);
  if (need.sourcing == Sourcing::longest_dwell) dwell = most - dwell;
  const std::uint64_t preference = unit.component == need.first_component  ? 0
                                   : unit.component == need.last_component ? 2
                                                                           : 1;
  return (static_cast<std::uint64_t>(rank) << 48U) | (preference << 46U) | dwell;
}

// Those of the pool that come first in the order of the requirement's sourcing.
void Engine::take_best(std::uint32_t need) {
  if (pool_.empty()) return;
  ranked_.clear();
  for (const auto& [place, rank] : pool_)
    ranked_.push_back({key_of(units_[place], force_.needs[need], rank), units_[place].tie, place});
  const auto wanted = std::min<std::size_t>(
      ranked_.size(), static_cast<std::size_t>(force_.needs[need].quantity - needs_[need].serving));
  std::ranges::partial_sort(
      ranked_, ranked_.begin() + static_cast<std::ptrdiff_t>(wanted), {}, [](const Ranked& one) {
        return std::pair{one.key, one.tie};
      });
  for (std::size_t k = 0; k < wanted; ++k)
    deploy(ranked_[k].unit, need, static_cast<std::uint16_t>(ranked_[k].key >> 48U));
  if (needs_[need].serving >= force_.needs[need].quantity) note_filled(need);
}

// What stood at the end of the last day that was counted stood until this one.
void Engine::count_until(std::uint32_t need, DayNumber day) {
  NeedState& state = needs_[need];
  const std::int64_t days = day - std::exchange(state.since, day);
  state.served_days += days * state.counted;
  if (state.counted < force_.needs[need].quantity) state.short_days += days;
  state.counted = state.serving;
}

void Engine::sample() {
  for (const std::uint32_t need : touched_) {
    needs_[need].is_touched = false;
    if (needs_[need].is_active) count_until(need, today_);
    if (sink_.states != nullptr && needs_[need].is_active)
      sink_.states->push_back({today_, need, needs_[need].by_component, needs_[need].overlapping});
  }
  touched_.clear();
  if (sink_.watch != nullptr && has_event_) sink_.watch->after(today_, units_, needs_);
}

}  // namespace muster::simulate
