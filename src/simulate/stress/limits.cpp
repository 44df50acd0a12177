// SPDX-License-Identifier: Apache-2.0
#include "simulate/stress/limits.hpp"

#include <algorithm>
#include <set>

#include "judge/uses.hpp"
#include "model/goals.hpp"

namespace muster::simulate {
namespace {

constexpr std::int64_t permille = 1000;

bool overlap(const Stay& one, const Stay& other) {
  return one.from < other.until && other.from < one.until;
}

// All that a unit does and one stay more, what meets as one; rising.
std::vector<Span> merged(std::span<const Stay> does, const Stay& more) {
  std::vector<Span> spans;
  for (const Stay& stay : does) spans.push_back({stay.from, stay.until});
  spans.push_back({more.from, more.until});
  std::ranges::sort(spans, {}, &Span::from);
  std::vector<Span> all;
  for (const Span& span : spans)
    if (!all.empty() && span.from <= all.back().until)
      all.back().until = std::max(all.back().until, span.until);
    else
      all.push_back(span);
  return all;
}

struct Window {
  std::int64_t from = 0, until = 0;
};
std::int64_t days_in(const std::vector<Span>& spans, const Window& window) {
  std::int64_t days = 0;
  for (const Span& span : spans)
    days += std::max<std::int64_t>(0,
                                   std::min<std::int64_t>(window.until, span.until)
                                       - std::max<std::int64_t>(window.from, span.from));
  return days;
}

}  // namespace

Limits::Limits(const Field& field, const Remains& remains)
    : field_{field},
      remains_{remains},
      ceilings_of_((*field.scenario)->nations.size()),
      is_used_(field.offers.size()) {
  const Nouns& nouns = **field.scenario;
  for (const auto id : nouns.ceilings.ids()) {
    const Ceiling& ceiling = nouns.ceilings[id];
    const auto day = [&](Day date) {
      const auto number = (date - nouns.horizon.from).count();
      return static_cast<std::int32_t>(std::clamp<std::int64_t>(number, 0, field.days));
    };
    const std::int32_t from = day(ceiling.period.from), until = day(ceiling.period.until);
    ceilings_of_[ceiling.nation.index()].push_back(
        static_cast<std::uint32_t>(planned_ceilings_.size()));
    planned_ceilings_.push_back(
        {from,
         ceiling.personnel.count(),
         std::vector<std::int64_t>(static_cast<std::size_t>(std::max(until - from, 0)))});
  }
  for (const auto id : nouns.budgets.ids())
    planned_budgets_.push_back({nouns.budgets[id].amount, 0});
  lay_plan();
}

void Limits::lay_plan() {
  const Scenario& scenario = *field_.scenario;
  judge::PeopleOnce people{scenario};
  ceilings_ = planned_ceilings_;
  for (const FieldTour& tour : field_.tours) {
    is_used_[tour.offer] = 1;
    const Id<Offer> id{tour.offer};
    const Id<Requirement> requirement = field_.lines[tour.line].requirement;
    const Stay stay{tour.offer, tour.from, tour.from, tour.until, tour.amount, tour.pieces};
    persons_.push_back(tour.is_delivery
                           ? 0
                           : people
                                 .persons_of({id,
                                              requirement,
                                              {field_.day(tour.from), field_.day(tour.until)},
                                              tour.pieces})
                                 .count());
    add_persons(stay, persons_.back());
    if (const auto& budget = scenario->offers[id].budget)
      planned_budgets_[budget->index()].sum +=
          cost_of_days(tour.offer,
                       tour.is_delivery ? 1 : tour.pieces,
                       tour.is_delivery ? 1 : tour.until - tour.from);
  }
  planned_ceilings_ = ceilings_;
  for (std::size_t k = 0; k < is_used_.size(); ++k) {
    const Offer& offer = scenario->offers[Id<Offer>{static_cast<std::uint32_t>(k)}];
    if (is_used_[k] != 0 && offer.budget)
      planned_budgets_[offer.budget->index()].sum += cost_once(offer);
  }
}

void Limits::begin(const World& world) {
  if (planned_ceilings_.empty() && planned_budgets_.empty()) return;
  used_ = is_used_;
  budgets_ = planned_budgets_;
  for (Used& used : ceilings_) std::ranges::fill(used.persons, 0);
  for (const std::uint32_t offer : world.changed) {
    const bool is_limited = !ceilings_of_[field_.offers[offer].nation].empty()
                            || (*field_.scenario)->offers[Id<Offer>{offer}].budget.has_value();
    if (!is_limited) continue;
    for (std::uint32_t k = field_.first_tours[offer]; k < field_.first_tours[offer + 1]; ++k)
      if (!field_.tours[k].is_delivery) free_what_is_lost(k);
  }
  for (std::size_t k = 0; k < ceilings_.size(); ++k) add_up(planned_ceilings_[k], ceilings_[k]);
}

// From changes between days to what is there on each, beside what was planned.
void Limits::add_up(const Used& planned, Used& changed) {
  std::int64_t change = 0;
  for (std::size_t day = 0; day < changed.persons.size(); ++day) {
    change += changed.persons[day];
    changed.persons[day] = planned.persons[day] + change;
  }
}

void Limits::free_what_is_lost(std::uint32_t number) {
  const FieldTour& tour = field_.tours[number];
  std::int32_t day = tour.from, days_left = 0;
  const auto free_until = [&](std::int32_t until) {
    if (day < until) note_lost({day, until}, field_.offers[tour.offer].nation, persons_[number]);
  };
  remains_.visit(number, [&](const Span& left) {
    free_until(left.from);
    day = left.until;
    days_left += left.until - left.from;
  });
  free_until(tour.until);
  if (const auto& budget = (*field_.scenario)->offers[Id<Offer>{tour.offer}].budget) {
    const std::int64_t planned = cost_of_days(tour.offer, tour.pieces, tour.until - tour.from);
    const std::int64_t left = days_left == 0 ? 0 : cost_of_days(tour.offer, tour.pieces, days_left);
    budgets_[budget->index()].sum -= planned - left;
  }
}

// As a change on its first day, and back on the day after its last.
void Limits::note_lost(const Span& days, std::uint32_t nation, std::int64_t persons) {
  if (persons == 0) return;
  for (const std::uint32_t k : ceilings_of_[nation]) {
    Used& used = ceilings_[k];
    const auto size = static_cast<std::int32_t>(used.persons.size());
    const std::int32_t from = std::max(days.from - used.from, 0), until = days.until - used.from;
    if (from >= std::min(until, size)) continue;
    used.persons[static_cast<std::size_t>(from)] -= persons;
    if (until < size) used.persons[static_cast<std::size_t>(until)] += persons;
  }
}

void Limits::add_persons(const Stay& stay, std::int64_t persons) {
  if (persons == 0) return;
  for (const std::uint32_t k : ceilings_of_[field_.offers[stay.offer].nation]) {
    Used& used = ceilings_[k];
    const auto end = used.from + static_cast<std::int32_t>(used.persons.size());
    for (std::int32_t day = std::max(stay.from, used.from); day < std::min(stay.until, end); ++day)
      used.persons[static_cast<std::size_t>(day - used.from)] += persons;
  }
}

std::int64_t Limits::room_for_persons(const Stay& stay) const {
  std::int64_t room = always;
  for (const std::uint32_t k : ceilings_of_[field_.offers[stay.offer].nation]) {
    const Used& used = ceilings_[k];
    const auto end = used.from + static_cast<std::int32_t>(used.persons.size());
    for (std::int32_t day = std::max(stay.from, used.from); day < std::min(stay.until, end); ++day)
      room = std::min(room, used.limit - used.persons[static_cast<std::size_t>(day - used.from)]);
  }
  return std::max<std::int64_t>(room, 0);
}

std::int64_t Limits::persons_of(const Wish& wish) const {
  const Stay& stay = wish.stay;
  return judge::persons_of(*field_.scenario,
                           {Id<Offer>{stay.offer},
                            wish.requirement,
                            {field_.day(stay.from), field_.day(stay.until)},
                            stay.pieces})
      .count();
}

std::int64_t Limits::cost_of_days(std::uint32_t offer,
                                  std::int64_t pieces,
                                  std::int64_t days) const {
  const Offer& data = (*field_.scenario)->offers[Id<Offer>{offer}];
  const std::int64_t times = field_.offers[offer].divisible ? pieces : 1;
  return times * judge::cost_of_piece(data, days);
}

// A tour that becomes longer costs what its days do.
std::int64_t Limits::cost_of(const Wish& wish, std::int64_t pieces) const {
  const Stay& stay = wish.stay;
  const Offer& offer = (*field_.scenario)->offers[Id<Offer>{stay.offer}];
  const std::int64_t tour = cost_of_days(stay.offer, pieces, stay.until - stay.from);
  const std::int64_t begun = wish.is_longer ? cost_of_days(stay.offer, pieces, 0) : 0;
  return tour - begun + (used_[stay.offer] != 0 ? 0 : cost_once(offer));
}

std::int64_t Limits::pieces_within(const Wish& wish) const {
  if (ceilings_.empty() && planned_budgets_.empty()) return wish.stay.pieces;
  const bool is_pool = field_.offers[wish.stay.offer].divisible;
  std::int64_t pieces = wish.stay.pieces;
  if (const std::int64_t persons = persons_of(wish); persons > 0) {
    const std::int64_t room = room_for_persons(wish.stay);
    if (room < persons) pieces = is_pool ? pieces * room / persons : 0;
  }
  const auto& budget = (*field_.scenario)->offers[Id<Offer>{wish.stay.offer}].budget;
  if (!budget || pieces == 0) return pieces;
  const Spent& spent = budgets_[budget->index()];
  const std::int64_t left = spent.limit - spent.sum;
  if (cost_of(wish, pieces) <= left) return pieces;
  const std::int64_t each = cost_of(wish, 1);
  return is_pool && each > 0 ? std::clamp<std::int64_t>(left / each, 0, pieces) : 0;
}

void Limits::take(const Wish& wish) {
  if (ceilings_.empty() && planned_budgets_.empty()) return;
  add_persons(wish.stay, persons_of(wish));
  if (const auto& budget = (*field_.scenario)->offers[Id<Offer>{wish.stay.offer}].budget)
    budgets_[budget->index()].sum += cost_of(wish, wish.stay.pieces);
  used_[wish.stay.offer] = 1;
}

bool Limits::keeps_nations(const Wish& wish, std::span<const Stay> there) const {
  const Scenario& scenario = *field_.scenario;
  const Requirement& asked = scenario->requirements[wish.requirement];
  const std::uint32_t nation = field_.offers[wish.stay.offer].nation;
  if (asked.max_nations) {
    std::set<std::uint32_t> nations{nation};
    for (const Stay& other : there)
      if (overlap(other, wish.stay)) nations.insert(field_.offers[other.offer].nation);
    if (static_cast<int>(nations.size()) > *asked.max_nations) return false;
  }
  const auto& lead = scenario->activities[asked.activity].lead;
  const int share = asked.lead_share_permille.value_or(0);
  if (!lead || share == 0 || lead->index() == nation) return true;
  // What is there changes where somebody comes or goes.
  std::vector<std::int32_t> days{wish.stay.counted};
  for (const Stay& other : there)
    for (const std::int32_t day : {other.counted, other.until})
      if (day > wish.stay.counted && day < wish.stay.until) days.push_back(day);
  return std::ranges::all_of(days, [&](std::int32_t day) {
    std::int64_t all = wish.stay.amount, led = 0;
    for (const Stay& other : there) {
      if (day < other.counted || day >= other.until) continue;
      all += other.amount;
      if (field_.offers[other.offer].nation == lead->index()) led += other.amount;
    }
    return led * permille >= all * share;
  });
}

// In any window of the policy's length, which may begin or end where a stay does. Days on call are
// counted too.
bool Limits::keeps_total(const Wish& wish, std::span<const Stay> does) const {
  const Scenario& scenario = *field_.scenario;
  const Unit& unit = scenario->units[scenario->offers[Id<Offer>{wish.stay.offer}].unit];
  if (!unit.policy || unit.divisible) return true;
  const Policy& policy = scenario->policies[*unit.policy];
  if (!policy.total_days || !policy.total_within_days) return true;
  const std::vector<Span> all = merged(does, wish.stay);
  const std::int64_t window = *policy.total_within_days;
  return std::ranges::all_of(all, [&](const Span& one) {
    return days_in(all, {one.until - window, std::int64_t{one.until}}) <= *policy.total_days
           && days_in(all, {std::int64_t{one.from}, one.from + window}) <= *policy.total_days;
  });
}

}  // namespace muster::simulate
