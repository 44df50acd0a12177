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
      as_planned_(field.lines.size()),
      is_touched_(field.lines.size()),
      remains_{field},
      reserves_{field, remains_},
      suitors_{field, reserves_},
      limits_{field, remains_} {
  lay_plan();
}

void Trial::lay_plan() {
  planned_by_month_.resize(field_.months.size() - 1);
  required_by_month_.resize(field_.months.size() - 1);
  for (std::uint32_t line = 0; line < lines_.size(); ++line) lay_planned_line(line);
}

void Trial::lay_planned_line(std::uint32_t number) {
  const Line& line = lines_[number];
  AsPlanned& as_planned = as_planned_[number];
  as_planned.first_step = static_cast<std::uint32_t>(planned_steps_.size());
  if (line.arrival >= 0) {
    planned_steps_.emplace_back();
    return;
  }
  collect(number, {});
  lay_course();
  course_.serves(line, planned_steps_);
  as_planned.steps = static_cast<std::uint32_t>(planned_steps_.size()) - as_planned.first_step;
  const Step all[] = {{line.from, line.required}};
  planned_[number] = course_.sweep(line, all, line.from);
  course_.add_to_months(field_, line, planned_by_month_);
  add_required(line, required_by_month_);
}

// All that is required of a line.
void Trial::add_required(const Line& line, std::vector<double>& by_month) {
  const Step all[] = {{line.from, line.required}};
  course_.clear();
  static_cast<void>(course_.sweep(line, all, line.from));
  course_.add_to_months(field_, line, by_month);
}

const std::vector<Trial::Touched>& Trial::run(const World& world, bool repairs) {
  remains_.begin(world);
  reserves_.begin(world);
  suitors_.begin();
  limits_.begin(world);
  open_places(world);
  find_touched(world);
  by_month_ = planned_by_month_;
  for (Touched& one : touched_) {
    is_touched_[one.line] = 0;
    look_at(one, world, repairs);
  }
  return touched_;
}

void Trial::look_at(Touched& one, const World& world, bool repairs) {
  const Line& line = lines_[one.line];
  const bool is_lost = !world.lost_lines.empty() && world.lost_lines[one.line] != 0;
  one.before = one.after = planned_[one.line];
  if (!is_lost && !remains_.is_cut(one.line) && line.arrival < 0) return;
  collect(one.line, world);
  lay_course();
  one.before = one.after = course_.sweep(line, wanted(one.line), line.from);
  const bool is_worse = one.before.amount_days > planned_[one.line].amount_days;
  if (repairs && is_worse && !is_lost && !line.is_delivery) repair(one, world);
  course_.add_to_months(field_, line, by_month_);
}

std::span<const Step> Trial::wanted(std::uint32_t line) const {
  const AsPlanned& one = as_planned_[line];
  return std::span{planned_steps_}.subspan(one.first_step, one.steps);
}

const std::vector<Trial::Touched>& Trial::serve(const World& world,
                                                std::span<const Served> served) {
  remains_.begin(world);
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
    lay_course();
    one.before = one.after = course_.sweep(lines_[line], wanted(line), lines_[line].from);
    if (!lines_[line].is_delivery) {
      collect_served(line, world);
      lay_course();
      one.after = course_.sweep(lines_[line], wanted(line), lines_[line].from);
    }
    course_.add_to_months(field_, lines_[line], by_month_);
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
    as_planned_[line].steps = 0;
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
    as_planned_[one.line].steps = 1;
    planned_steps_[as_planned_[one.line].first_step] = {one.from, one.amount};
    add_required(line, asked_by_month_);
  }
}

// The lines of tours whose offers have a fate, and what arrived, the weightiest first.
void Trial::find_touched(const World& world) {
  touched_.clear();
  for (const std::uint32_t offer : world.changed)
    for (const std::uint32_t line : field_.lines_of_offer.of(offer)) is_touched_[line] = 1;
  for (const std::uint32_t line : open_) is_touched_[line] = 1;
  for (std::uint32_t line = 0; line < world.lost_lines.size(); ++line)
    if (world.lost_lines[line] != 0) is_touched_[line] = 1;
  for (const std::uint32_t line : field_.order)
    if (is_touched_[line] != 0) touched_.push_back({line, {}, {}});
}

// Not who was cut off by its fate, nor who is there as long as may be.
bool Trial::could_stay_longer(const LineTour& tour, const Span& left) const {
  const bool is_cut = left.until < tour.until && left.until != field_.today;
  return !is_cut && left.until < tour.latest
         && (tour.most_days >= always || left.until - left.from < tour.most_days);
}

void Trial::collect(std::uint32_t line, const World& world) {
  stays_.clear();
  last_days_.clear();
  if (!world.lost_lines.empty() && world.lost_lines[line] != 0) return;
  for (const LineTour& tour : field_.tours_of_line.of(line)) {
    std::int32_t before = -always;  // until then it was there
    remains_.visit(tour.number, [&](const Span& left) {
      if (left.from == before && before < tour.latest) last_days_.back() = before;
      before = left.until;
      const std::int32_t counted = std::min(left.from + tour.handover, left.until);
      stays_.push_back({tour.offer, left.from, counted, left.until, tour.amount, tour.pieces});
      last_days_.push_back(could_stay_longer(tour, left) ? left.until : -always);
    });
  }
}

void Trial::lay_course() {
  course_.clear();
  for (const Stay& stay : stays_)
    if (stay.counted < stay.until) {
      course_.add({stay.counted, stay.amount});
      course_.add({stay.until, -stay.amount});
    }
  course_.order();
}

void Trial::repair(Touched& one, const World& world) {
  const Line& line = lines_[one.line];
  for (std::size_t at = 0, tries = 0; at < course_.gaps().size() && tries < most_repairs; ++tries) {
    const Lack gap = course_.gaps()[at++];
    if (!fill(one.line, gap, world)) continue;
    one.after = course_.sweep(line, wanted(one.line), gap.from);
    at = 0;
  }
}

// By who can come at once, else by who is there staying longer, else by who can come soonest.
bool Trial::fill(std::uint32_t line, const Lack& gap, const World& world) {
  const auto comes_at_once = [&](std::uint32_t offer) {
    return first_day_of(offer, gap) == gap.from && call_up(line, offer, gap.from, gap);
  };
  return suitors_.ask_who_could_start(line, suitors_.stretch_of(gap.from), comes_at_once)
         || extend(line, gap, world) || fill_soon(line, gap);
}

bool Trial::fill_soon(std::uint32_t line, const Lack& gap) {
  bool has_come = false;
  suitors_.ask_who_becomes_free(
      line, gap.from, gap.until, [&](std::uint32_t offer, std::int32_t day) {
        if (first_day_of(offer, gap) != day) return false;
        has_come = call_up(line, offer, day, gap);
        return true;
      });
  return has_come;
}

// The first day of the gap on which the offer could come; none: the gap's end.
std::int32_t Trial::first_day_of(std::uint32_t offer, const Lack& gap) {
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

bool Trial::call_up(std::uint32_t line, std::uint32_t offer, std::int32_t day, const Lack& gap) {
  const FieldOffer& given = field_.offers[offer];
  if (day < given.callable_from) return false;
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
  Limits::Wish wish{{offer, day, day + handover, until, 0, pieces}, asked, false};
  wish.stay.pieces = limits_.pieces_within(wish);
  wish.stay.amount = scenario.contribution(id, asked, wish.stay.pieces).count();
  if (wish.stay.amount == 0 || !is_within_limits(wish)) return false;
  limits_.take(wish);
  place(wish.stay);
  return true;
}

bool Trial::is_within_limits(const Limits::Wish& wish) {
  return limits_.keeps_nations(wish, stays_)
         && limits_.keeps_total(wish, reserves_.stays_of(field_.offers[wish.stay.offer].unit));
}

// Who is there when the gap begins stays longer, within the policy.
bool Trial::extend(std::uint32_t line, const Lack& gap, const World& world) {
  for (std::size_t k = 0; k < stays_.size(); ++k) {
    if (last_days_[k] != gap.from) continue;
    const Stay stay = stays_[k];
    const std::int32_t until = longest(line, stay, gap, world);
    if (until <= gap.from) continue;
    const Tour tour{Id<Offer>{stay.offer},
                    lines_[line].requirement,
                    {field_.day(stay.from), field_.day(until)},
                    stay.pieces};
    if (!judge::is_allowed(*field_.scenario, field_.counting, tour)) continue;
    const Limits::Wish wish{
        {stay.offer, gap.from, gap.from, until, stay.amount, stay.pieces}, tour.requirement, true};
    if (limits_.pieces_within(wish) < stay.pieces || !is_within_limits(wish)) continue;
    limits_.take(wish);
    place({stay.offer, stay.from, gap.from, until, stay.amount, stay.pieces});
    return true;
  }
  return false;
}

// Until when it may stay: its fate, its policy, and what its unit does next.
std::int32_t Trial::longest(std::uint32_t line,
                            const Stay& stay,
                            const Lack& gap,
                            const World& world) {
  const FieldOffer& given = field_.offers[stay.offer];
  const Fate& fate = world.fates[stay.offer];
  std::int32_t until = std::min({gap.until, fate.until, given.until, lines_[line].until});
  if (given.most_days < always) until = std::min(until, stay.from + given.most_days);
  for (const Out& out : std::span{world.outs}.subspan(fate.first_out, fate.outs))
    if (out.from < until && out.until > gap.from)
      until = std::min(until, std::max(out.from, gap.from));
  if (until <= gap.from) return until;
  // The sooner the unit is busy again, the sooner it must go; what it does is in order of days.
  const std::vector<Stay>& stays = reserves_.stays_of(given.unit);
  const auto next = std::ranges::lower_bound(stays, stay.until, {}, &Stay::from);
  return next == stays.end() ? until
                             : Free{stay.from, until, next->from}.stay_until(given, stay.from);
}

void Trial::place(const Stay& stay) {
  reserves_.call_up(stay);
  suitors_.look_again(field_.offers[stay.offer].unit);
  stays_.push_back(stay);
  last_days_.push_back(field_.offers[stay.offer].divisible ? -always : stay.until);
  if (stay.counted >= stay.until) return;
  course_.insert({stay.counted, stay.amount});
  course_.insert({stay.until, -stay.amount});
}

}  // namespace muster::simulate
