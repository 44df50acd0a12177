// SPDX-License-Identifier: Apache-2.0
#include "simulate/stress/trial.hpp"

#include <algorithm>

#include "judge/judge.hpp"

namespace muster::simulate {
namespace {

constexpr int most_repairs = 40;  // of a line

}  // namespace

Trial::Trial(const Field& field)
    : field_{field},
      planned_(field.lines.size()),
      is_touched_(field.lines.size()),
      called_up_(field.units) {
  World nothing;
  nothing.fates.resize(field.offers.size());
  for (std::uint32_t line = 0; line < field.lines.size(); ++line) {
    collect(line, nothing);
    lay_changes(line);
    planned_[line] = sweep(line);
  }
}

const std::vector<Trial::Touched>& Trial::run(const World& world, bool repairs) {
  for (const std::uint32_t unit : busy_units_) called_up_[unit].clear();
  busy_units_.clear();
  find_touched(world);
  for (Touched& one : touched_) {
    is_touched_[one.line] = 0;
    collect(one.line, world);
    lay_changes(one.line);
    one.before = one.after = sweep(one.line);
    const bool is_worse = one.before.amount_days > planned_[one.line].amount_days;
    const bool is_lost = !world.lost_lines.empty() && world.lost_lines[one.line] != 0;
    if (!repairs || !is_worse || is_lost || field_.lines[one.line].is_delivery) continue;
    repair(one.line, world);
    one.after = sweep(one.line);
  }
  return touched_;
}

// The lines of tours whose offers have a fate, the weightiest first.
void Trial::find_touched(const World& world) {
  touched_.clear();
  for (const std::uint32_t offer : world.changed)
    for (const std::uint32_t tour : field_.tours_of_offer.of(offer))
      is_touched_[field_.tours[tour].line] = 1;
  for (std::uint32_t line = 0; line < world.lost_lines.size(); ++line)
    if (world.lost_lines[line] != 0) is_touched_[line] = 1;
  for (const std::uint32_t line : field_.order)
    if (is_touched_[line] != 0) touched_.push_back({line, {}, {}});
}

void Trial::collect(std::uint32_t line, const World& world) {
  stays_.clear();
  if (!world.lost_lines.empty() && world.lost_lines[line] != 0) return;
  for (const std::uint32_t k : field_.tours_of_line.of(line))
    add_pieces(field_.tours[k], world.fates[field_.tours[k].offer], stays_);
}

// What is left of a tour: it may be cut at both ends and in between. A delivery comes when it can.
void Trial::add_pieces(const FieldTour& tour, const Fate& fate, std::vector<Stay>& stays) const {
  if (fate.is_gone()) return;
  const auto add = [&](std::int32_t from, std::int32_t until) {
    if (from >= until) return;
    const std::int32_t counted = std::min(from + tour.handover, until);
    stays.push_back({tour.offer, from, counted, until, tour.amount, tour.pieces});
  };
  if (tour.is_delivery) {
    std::int32_t day = std::max(tour.from, fate.from);
    if (day >= fate.out_from && day < fate.out_until) day = fate.out_until;
    if (day < fate.until) add(day, tour.until);
    return;
  }
  const std::int32_t from = std::max(tour.from, fate.from),
                     until = std::min(tour.until, fate.until);
  add(from, std::min(until, std::max(fate.out_from, from)));
  if (fate.out_from < until) add(std::max(from, fate.out_until), until);
}

// What the line is served and what of that was planned, day by day, as changes.
void Trial::lay_changes(std::uint32_t line) {
  changes_.clear();
  for (const Stay& stay : stays_)
    if (stay.counted < stay.until) {
      changes_.push_back({stay.counted, stay.amount, 0});
      changes_.push_back({stay.until, -stay.amount, 0});
    }
  for (const std::uint32_t k : field_.tours_of_line.of(line)) {
    const FieldTour& tour = field_.tours[k];
    const std::int32_t counted = std::min(tour.from + tour.handover, tour.until);
    changes_.push_back({counted, 0, tour.amount});
    changes_.push_back({tour.until, 0, -tour.amount});
  }
  std::ranges::sort(changes_, {}, &Change::day);
}

Missing Trial::sweep(std::uint32_t line) {
  const Line& asked = field_.lines[line];
  Missing missing;
  std::int64_t served = 0;
  std::int32_t day = asked.from, since = -1;
  const auto until = [&](std::int32_t next) {
    if (next <= day) return;
    if (served < asked.required) {
      missing.amount_days += (asked.required - served) * (next - day);
      if (since < 0) since = day;
      missing.longest = std::max(missing.longest, next - since);
    } else {
      since = -1;
    }
    day = next;
  };
  for (const Change& change : changes_) {
    until(std::min(change.day, asked.until));
    served += change.served;
  }
  until(asked.until);
  return missing;
}

// The first days from `after` on in which less is served than was planned of what is required.
bool Trial::first_gap(std::uint32_t line, std::int32_t after, Gap& gap) {
  const Line& asked = field_.lines[line];
  std::int64_t served = 0, planned = 0;
  std::int32_t day = asked.from;
  bool is_open = false;
  const auto look = [&](std::int32_t next) {
    if (next <= day) return false;
    const std::int64_t lack = std::min(planned, asked.required) - served;
    const std::int32_t from = std::max(day, after);
    day = next;
    if (lack <= 0 || from >= next) return is_open && lack <= 0;
    if (!is_open) gap = {from, next, lack};
    is_open = true;
    gap.until = next;
    return false;
  };
  for (const Change& change : changes_) {
    if (look(std::min(change.day, asked.until))) return true;
    served += change.served;
    planned += change.planned;
  }
  return look(asked.until) || is_open;
}

void Trial::repair(std::uint32_t line, const World& world) {
  std::int32_t after = field_.lines[line].from;
  Gap gap;
  for (int tries = 0; tries < most_repairs && first_gap(line, after, gap); ++tries)
    if (!fill(line, gap, world)) after = gap.until;
}

bool Trial::fill(std::uint32_t line, const Gap& gap, const World& world) {
  for (const std::uint32_t offer : field_.suitors_of_line.of(line))
    if (call_up(line, offer, gap, world)) return true;
  return extend(line, gap, world);
}

// Until when the offer's unit may stay from a day on: its fate, its window, and what else it does,
// with the rest that it owes between.
Trial::Window Trial::window_of(std::uint32_t line,
                               std::uint32_t offer,
                               std::int32_t day,
                               const World& world) {
  const FieldOffer& given = field_.offers[offer];
  const Fate& fate = world.fates[offer];
  if (fate.is_gone() || day < fate.from || day < given.from) return {};
  if (day >= fate.out_from && day < fate.out_until) return {};
  std::int32_t until = std::min({fate.until, given.until, field_.lines[line].until});
  if (day < fate.out_from) until = std::min(until, fate.out_from);
  of_unit_.clear();
  for (const std::uint32_t k : field_.tours_of_unit.of(given.unit))
    add_pieces(field_.tours[k], world.fates[field_.tours[k].offer], of_unit_);
  of_unit_.insert(of_unit_.end(), called_up_[given.unit].begin(), called_up_[given.unit].end());
  const auto& unit = (*field_.scenario)->units[Id<Unit>{given.unit}];
  Window window{
      until,
      given.divisible ? unit.quantity : (*field_.scenario)->offers[Id<Offer>{offer}].quantity};
  for (const Stay& busy : of_unit_) {
    if (given.divisible) {  // those that are away at any time from then on are not there
      if (busy.until > day) window.pieces -= busy.pieces;
      continue;
    }
    const std::int32_t rest = field_.rest_after(given, true, busy.until - busy.from);
    if (busy.from <= day && day < busy.until + rest) return {};
    if (busy.from <= day) continue;
    // L + rest(L) must fit before it.
    const std::int64_t room = busy.from - day;
    const std::int64_t by_dwell = room * 1000 / (1000 + given.dwell_permille);
    const std::int64_t by_turn = room - given.turn_round_days;
    window.until = std::min(
        window.until,
        day + static_cast<std::int32_t>(std::max<std::int64_t>(std::min(by_dwell, by_turn), 0)));
  }
  if (window.pieces <= 0) return {};
  return window;
}

bool Trial::call_up(std::uint32_t line, std::uint32_t offer, const Gap& gap, const World& world) {
  const FieldOffer& given = field_.offers[offer];
  const Window window = window_of(line, offer, gap.from, world);
  const std::int32_t limit =
      std::min(window.until, given.most_days >= always ? always : gap.from + given.most_days);
  const std::int32_t until =
      std::max(std::min(gap.until, limit), std::min(gap.from + given.least_days, limit));
  if (until <= gap.from || until - gap.from < given.least_days) return false;
  const Id<Offer> id{offer};
  const Id<Requirement> asked = field_.lines[line].requirement;
  const Scenario& scenario = *field_.scenario;
  std::int64_t pieces = window.pieces;
  if (given.divisible) {
    const std::int64_t single =
        std::max<std::int64_t>(scenario.contribution(id, asked, 1).count(), 1);
    pieces = std::min({pieces, scenario->offers[id].quantity, (gap.amount + single - 1) / single});
  }
  const Tour tour{id, asked, {field_.day(gap.from), field_.day(until)}, pieces};
  if (!judge::is_allowed(scenario, field_.counting, tour)) return false;
  const Period counted = judge::counted_days(scenario, tour);
  if (counted.until <= counted.from) return false;
  const auto handover = static_cast<std::int32_t>((counted.from - tour.period.from).count());
  place(line,
        {offer,
         gap.from,
         gap.from + handover,
         until,
         scenario.contribution(id, asked, pieces).count(),
         pieces});
  return true;
}

// Who is there when the gap begins stays longer, within the policy.
bool Trial::extend(std::uint32_t line, const Gap& gap, const World& world) {
  for (std::size_t k = 0; k < stays_.size(); ++k) {
    const Stay stay = stays_[k];
    if (stay.until != gap.from) continue;
    const FieldOffer& given = field_.offers[stay.offer];
    if (given.divisible) continue;
    const Fate& fate = world.fates[stay.offer];
    std::int32_t until = std::min({gap.until, fate.until, given.until, field_.lines[line].until});
    if (given.most_days < always) until = std::min(until, stay.from + given.most_days);
    if (fate.out_from < until && fate.out_until > gap.from)
      until = std::min(until, std::max(fate.out_from, gap.from));
    of_unit_.clear();
    for (const std::uint32_t t : field_.tours_of_unit.of(given.unit))
      add_pieces(field_.tours[t], world.fates[field_.tours[t].offer], of_unit_);
    of_unit_.insert(of_unit_.end(), called_up_[given.unit].begin(), called_up_[given.unit].end());
    for (const Stay& other : of_unit_)
      if (other.from >= stay.until)
        while (
            until > gap.from
            && until + field_.rest_after(given, field_.lines[line].is_presence, until - stay.from)
                   > other.from)
          --until;
    if (until <= gap.from) continue;
    const Tour tour{Id<Offer>{stay.offer},
                    field_.lines[line].requirement,
                    {field_.day(stay.from), field_.day(until)},
                    stay.pieces};
    if (!judge::is_allowed(*field_.scenario, field_.counting, tour)) continue;
    place(line, {stay.offer, stay.from, gap.from, until, stay.amount, stay.pieces});
    return true;
  }
  return false;
}

void Trial::place(std::uint32_t line, const Stay& stay) {
  const std::uint32_t unit = field_.offers[stay.offer].unit;
  if (called_up_[unit].empty()) busy_units_.push_back(unit);
  called_up_[unit].push_back(stay);
  stays_.push_back(stay);
  lay_changes(line);
}

}  // namespace muster::simulate
