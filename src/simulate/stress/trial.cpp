// SPDX-License-Identifier: Apache-2.0
#include "simulate/stress/trial.hpp"

#include <algorithm>
#include <span>

#include "judge/judge.hpp"

namespace muster::simulate {
namespace {

constexpr std::size_t most_repairs = 40;  // of a line

}  // namespace

Trial::Trial(const Field& field)
    : field_{field},
      lines_{field.lines},
      planned_(field.lines.size()),
      is_touched_(field.lines.size()),
      reserves_{field},
      of_class_(field.classes),
      is_class_known_(field.classes) {
  planned_by_month_.resize(field.months.size() - 1);
  required_by_month_.resize(field.months.size() - 1);
  World nothing;
  nothing.fates.resize(field.offers.size());
  for (std::uint32_t line = 0; line < field.lines.size(); ++line) {
    collect(line, nothing);
    lay_changes();
    planned_changes_.push_back(changes_);
    planned_[line] = sweep(line);
    planned_months_.push_back(months_);
    for (std::size_t m = 0; m < months_.size(); ++m)
      planned_by_month_[m] += weighted_days(field.lines[line], months_[m]);
    const Line& asked = field.lines[line];
    std::ranges::fill(months_, 0);
    add_months(asked.from, asked.until, asked.required);
    for (std::size_t m = 0; m < months_.size(); ++m)
      required_by_month_[m] += weighted_days(asked, months_[m]);
  }
}

const std::vector<Trial::Touched>& Trial::run(const World& world, bool repairs) {
  reserves_.begin(world);
  std::ranges::fill(is_class_known_, 0);
  open_places(world);
  find_touched(world);
  by_month_ = planned_by_month_;
  for (Touched& one : touched_) {
    is_touched_[one.line] = 0;
    collect(one.line, world);
    lay_changes();
    one.before = one.after = sweep(one.line);
    const bool is_worse = one.before.amount_days > planned_[one.line].amount_days;
    const bool is_lost = !world.lost_lines.empty() && world.lost_lines[one.line] != 0;
    if (repairs && is_worse && !is_lost && !lines_[one.line].is_delivery) {
      repair(one.line, world);
      one.after = sweep(one.line);
    }
    add_months_of(one);
  }
  return touched_;
}

// Of the line that was swept last.
void Trial::add_months_of(const Touched& one) {
  for (std::size_t m = lines_[one.line].first_month; m < lines_[one.line].end_month; ++m)
    if (const std::int64_t more = months_[m] - planned_months_[one.line][m]; more != 0)
      by_month_[m] += weighted_days(lines_[one.line], more);
}

const std::vector<Trial::Touched>& Trial::serve(const World& world,
                                                std::span<const Served> served) {
  open_places(world);
  served_.resize(lines_.size());
  for (std::vector<Stay>& stays : served_) stays.clear();
  const Day first = (*field_.scenario)->horizon.from;
  for (const Served& one : served) {
    const std::size_t index = one.requirement.index();
    const std::size_t planned = field_.line_of.size();
    const std::int32_t line = index < planned
                                  ? field_.line_of[index]
                                  : static_cast<std::int32_t>(open_.at(index - planned));
    if (line < 0) continue;
    const auto from = static_cast<std::int32_t>((one.days.from - first).count());
    const auto until = static_cast<std::int32_t>((one.days.until - first).count());
    served_[static_cast<std::size_t>(line)].push_back(
        {0, from, from, until, one.amount.count(), 0});
  }
  touched_.clear();
  by_month_ = planned_by_month_;
  for (const std::uint32_t line : field_.order) {
    if (lines_[line].required == 0) continue;
    Touched one{line, {}, {}};
    collect(line, world);
    lay_changes();
    one.before = one.after = sweep(line);
    if (!lines_[line].is_delivery) {
      collect_served(line, world);
      lay_changes();
      one.after = sweep(line);
    }
    add_months_of(one);
    touched_.push_back(one);
  }
  return touched_;
}

// What is left of the plan before today has happened, and nothing else.
void Trial::collect_served(std::uint32_t line, const World& world) {
  collect(line, world);
  std::erase_if(stays_, [&](const Stay& stay) { return stay.counted >= field_.today; });
  for (Stay& stay : stays_) stay.until = std::min(stay.until, field_.today);
  for (const Stay& stay : served_[line]) {
    Stay from_today = stay;
    from_today.counted = std::max(stay.counted, field_.today);
    if (from_today.counted < from_today.until) stays_.push_back(from_today);
  }
}

// What arrives takes its places; as if it had been planned to be filled, so that all of it is a
// gap.
void Trial::open_places(const World& world) {
  for (const std::uint32_t line : open_) {
    lines_[line] = field_.lines[line];
    planned_changes_[line].clear();
  }
  open_.clear();
  asked_by_month_ = required_by_month_;
  for (const Arrival& one : world.arrivals) {
    open_.push_back(one.line);
    Line& line = lines_[one.line];
    line.from = one.from;
    line.until = one.until;
    line.required = one.amount;
    field_.lay_in_months(line);
    planned_changes_[one.line] = {{one.from, one.amount}, {one.until, -one.amount}};
    months_.assign(asked_by_month_.size(), 0);
    add_months(one.from, one.until, one.amount);
    for (std::size_t m = line.first_month; m < line.end_month; ++m)
      asked_by_month_[m] += weighted_days(line, months_[m]);
  }
}

// The lines of tours whose offers have a fate, and what arrived, the weightiest first.
void Trial::find_touched(const World& world) {
  touched_.clear();
  for (const std::uint32_t offer : world.changed)
    for (const std::uint32_t tour : field_.tours_of_offer.of(offer))
      is_touched_[field_.tours[tour].line] = 1;
  for (const std::uint32_t line : open_) is_touched_[line] = 1;
  for (std::uint32_t line = 0; line < world.lost_lines.size(); ++line)
    if (world.lost_lines[line] != 0) is_touched_[line] = 1;
  for (const std::uint32_t line : field_.order)
    if (is_touched_[line] != 0) touched_.push_back({line, {}, {}});
}

void Trial::collect(std::uint32_t line, const World& world) {
  stays_.clear();
  if (!world.lost_lines.empty() && world.lost_lines[line] != 0) return;
  for (const std::uint32_t k : field_.tours_of_line.of(line))
    add_stays(field_, field_.tours[k], world, stays_);
}

// What the line is served, day by day, as changes.
void Trial::lay_changes() {
  changes_.clear();
  for (const Stay& stay : stays_)
    if (stay.counted < stay.until) {
      changes_.push_back({stay.counted, stay.amount});
      changes_.push_back({stay.until, -stay.amount});
    }
  std::ranges::sort(changes_, {}, &Change::day);
}

void Trial::add_months(std::int32_t from, std::int32_t until, std::int64_t amount) {
  auto month = static_cast<std::size_t>(std::ranges::upper_bound(field_.months, from)
                                        - field_.months.begin());
  for (month = month == 0 ? 0 : month - 1; month < months_.size() && field_.months[month] < until;
       ++month) {
    const std::int32_t days =
        std::min(until, field_.months[month + 1]) - std::max(from, field_.months[month]);
    if (days > 0) months_[month] += amount * days;
  }
}

Missing Trial::sweep(std::uint32_t line) {
  const Line& asked = lines_[line];
  Missing missing;
  months_.assign(field_.months.size() - 1, 0);
  std::int64_t served = 0;
  std::int32_t day = asked.from, since = -1;
  const auto until = [&](std::int32_t next) {
    if (next <= day) return;
    if (served < asked.required) {
      missing.amount_days += (asked.required - served) * (next - day);
      add_months(day, next, asked.required - served);
      if (since < 0) since = day;
      missing.longest = std::max(missing.longest, next - since);
    } else {
      since = -1;
    }
    day = next;
  };
  for (const Change& change : changes_) {
    until(std::min(change.day, asked.until));
    served += change.amount;
  }
  until(asked.until);
  return missing;
}

// The stretches of days from `after` on in which less is served than was planned of what is
// required.
void Trial::find_gaps(std::uint32_t line, std::int32_t after) {
  gaps_.clear();
  const Line& asked = lines_[line];
  std::int64_t served = 0, planned = 0;
  std::int32_t day = asked.from;
  bool is_open = false;
  const auto look = [&](std::int32_t next) {
    if (next <= day) return;
    const std::int64_t lack = std::min(planned, asked.required) - served;
    const std::int32_t from = std::max(day, after);
    day = next;
    if (from >= next) return;
    if (lack <= 0) {
      is_open = false;
      return;
    }
    if (!is_open) gaps_.push_back({from, next, lack});
    is_open = true;
    gaps_.back().until = next;
  };
  const std::vector<Change>& as_planned = planned_changes_[line];
  for (std::size_t k = 0, p = 0; k < changes_.size() || p < as_planned.size();) {
    const bool is_served =
        p == as_planned.size() || (k < changes_.size() && changes_[k].day < as_planned[p].day);
    const Change& change = is_served ? changes_[k++] : as_planned[p++];
    look(std::min(change.day, asked.until));
    (is_served ? served : planned) += change.amount;
  }
  look(asked.until);
}

// Of a class of lines, found once in each future.
const std::vector<Trial::Place>& Trial::who_could_come(std::uint32_t number) {
  std::vector<Place>& places = of_class_[number];
  if (is_class_known_[number] != 0) return places;
  is_class_known_[number] = 1;
  places.clear();
  std::uint32_t at = 0;
  for (const std::uint32_t offer : field_.suitors_of_class.of(number)) {
    if (const Free all = reserves_.span_of(offer); all.from < all.until)
      places.push_back({offer, at, all.from, all.until});
    ++at;
  }
  return places;
}

void Trial::repair(std::uint32_t line, const World& world) {
  candidates_.clear();
  for (const Place& place : who_could_come(field_.class_of_line[line]))
    if (field_.may_serve[line][place.at]) candidates_.push_back(place);
  find_gaps(line, lines_[line].from);
  for (std::size_t at = 0, tries = 0; at < gaps_.size() && tries < most_repairs; ++tries) {
    const Gap gap = gaps_[at++];
    if (!fill(line, gap, world)) continue;
    find_gaps(line, gap.from);
    at = 0;
  }
}

// By who can come at once, else by who is there staying longer, else by who can come soonest.
bool Trial::fill(std::uint32_t line, const Gap& gap, const World& world) {
  std::int32_t soonest = gap.until;
  std::uint32_t who = 0;
  for (const Place& place : candidates_) {
    if (place.until <= gap.from || place.from >= soonest) continue;
    const std::uint32_t offer = place.offer;
    const std::int32_t day = first_day_of(offer, gap);
    if (day == gap.from && call_up(line, offer, day, gap)) return true;
    if (day > gap.from && day < soonest) {
      soonest = day;
      who = offer;
    }
  }
  return extend(line, gap, world) || (soonest < gap.until && call_up(line, who, soonest, gap));
}

// The first day of the gap on which the offer could come; none: the gap's end.
std::int32_t Trial::first_day_of(std::uint32_t offer, const Gap& gap) {
  if (field_.offers[offer].divisible)
    return reserves_.pieces(offer, gap.from) > 0 ? gap.from : gap.until;
  for (const Free& free : reserves_.of(offer))
    if (free.until > gap.from) return std::min(std::max(free.from, gap.from), gap.until);
  return gap.until;
}

// Until when the offer may stay that comes on a day.
std::int32_t Trial::latest(std::uint32_t line, std::uint32_t offer, std::int32_t day) {
  const FieldOffer& given = field_.offers[offer];
  std::int32_t until = lines_[line].until;
  if (given.most_days < always) until = std::min(until, day + given.most_days);
  if (given.divisible) return std::min(until, given.until);
  for (const Free& free : reserves_.of(offer))
    if (free.from <= day && day < free.until) return std::min(until, free.stay_until(given, day));
  return day;
}

bool Trial::call_up(std::uint32_t line, std::uint32_t offer, std::int32_t day, const Gap& gap) {
  const FieldOffer& given = field_.offers[offer];
  const std::int32_t limit = latest(line, offer, day);
  const std::int32_t until =
      std::max(std::min(gap.until, limit), std::min(day + given.least_days, limit));
  if (until <= day || until - day < given.least_days) return false;
  const Id<Offer> id{offer};
  const Id<Requirement> asked = lines_[line].requirement;
  const Scenario& scenario = *field_.scenario;
  std::int64_t pieces = scenario->offers[id].quantity;
  if (given.divisible) {
    const std::int64_t single =
        std::max<std::int64_t>(scenario.contribution(id, asked, 1).count(), 1);
    pieces = std::min({pieces, reserves_.pieces(offer, day), (gap.amount + single - 1) / single});
  }
  const Tour tour{id, asked, {field_.day(day), field_.day(until)}, pieces};
  if (pieces <= 0 || !judge::is_allowed(scenario, field_.counting, tour)) return false;
  const Period counted = judge::counted_days(scenario, tour);
  if (counted.until <= counted.from) return false;
  const auto handover = static_cast<std::int32_t>((counted.from - tour.period.from).count());
  place({offer,
         day,
         day + handover,
         until,
         scenario.contribution(id, asked, pieces).count(),
         pieces});
  return true;
}

// Who is there when the gap begins stays longer, within the policy.
bool Trial::extend(std::uint32_t line, const Gap& gap, const World& world) {
  for (std::size_t k = 0; k < stays_.size(); ++k) {
    const Stay stay = stays_[k];
    if (stay.until != gap.from || field_.offers[stay.offer].divisible) continue;
    const std::int32_t until = longest(line, stay, gap, world);
    if (until <= gap.from) continue;
    const Tour tour{Id<Offer>{stay.offer},
                    lines_[line].requirement,
                    {field_.day(stay.from), field_.day(until)},
                    stay.pieces};
    if (!judge::is_allowed(*field_.scenario, field_.counting, tour)) continue;
    place({stay.offer, stay.from, gap.from, until, stay.amount, stay.pieces});
    return true;
  }
  return false;
}

// Until when it may stay: its fate, its policy, and what its unit does next.
std::int32_t Trial::longest(std::uint32_t line,
                            const Stay& stay,
                            const Gap& gap,
                            const World& world) {
  const FieldOffer& given = field_.offers[stay.offer];
  const Fate& fate = world.fates[stay.offer];
  std::int32_t until = std::min({gap.until, fate.until, given.until, lines_[line].until});
  if (given.most_days < always) until = std::min(until, stay.from + given.most_days);
  for (const Out& out : std::span{world.outs}.subspan(fate.first_out, fate.outs))
    if (out.from < until && out.until > gap.from)
      until = std::min(until, std::max(out.from, gap.from));
  for (const Stay& other : reserves_.stays_of(given.unit)) {
    if (other.from < stay.until) continue;
    Free free{stay.from, until, other.from};
    until = std::min(until, free.stay_until(given, stay.from));
  }
  return until;
}

void Trial::place(const Stay& stay) {
  reserves_.call_up(stay);
  stays_.push_back(stay);
  lay_changes();
}

}  // namespace muster::simulate
