// SPDX-License-Identifier: Apache-2.0
#include "simulate/stress/world.hpp"

#include <algorithm>
#include <cmath>

namespace muster::simulate {
namespace {

constexpr double days_of_year = 365.25;

// Streams of random numbers, so that what is drawn for one cause does not move another.
enum Cause : std::uint32_t { of_nations = 1, of_conditions = 2, of_offers = 3, of_arrivals = 4 };

// The day of the first of events that come so often in a year, without memory.
std::int32_t first_day(double in_a_year, double unit) {
  if (in_a_year <= 0) return always;
  const double days = -std::log1p(-unit) / in_a_year * days_of_year;
  return days < always ? static_cast<std::int32_t>(days) : always;
}

}  // namespace

Chances::Chances(const Field& field, const Uncertainty& uncertainty, std::uint64_t seed)
    : field_{field}, seed_{seed}, arrivals_{uncertainty.arrivals()} {
  const Scenario& scenario = *field.scenario;
  for (const Id<Offer> id : scenario->offers.ids()) {
    const Likelihood &late = uncertainty.of(Event::late, id),
                     &out = uncertainty.of(Event::out_of_action, id);
    offers_.push_back({.real = uncertainty.of(Event::real, id).chance,
                       .late = late.chance,
                       .ends_early = uncertainty.of(Event::ends_early, id).chance,
                       .option = uncertainty.of(Event::option_taken, id).chance,
                       .out = out.chance,
                       .late_days = late.days,
                       .out_days = out.days,
                       .in_place = scenario->offers[id].status == OfferStatus::in_place});
  }
  conditions_.resize(scenario->conditions.size());
  for (std::size_t k = 0; k < field.offers.size(); ++k) {
    if (field.offers[k].condition < 0) continue;
    const Id<Offer> id{static_cast<std::uint32_t>(k)};
    const Likelihood& late = uncertainty.of(Event::condition_late, id);
    conditions_[static_cast<std::size_t>(field.offers[k].condition)] = {
        uncertainty.of(Event::condition_met, id).chance, late.chance, late.days};
  }
  for (const Id<Nation> id : scenario->nations.ids()) {
    const Likelihood& falls = uncertainty.of_nation(id);
    nations_.push_back({falls.chance, falls.days});
  }
}

void Chances::draw(std::uint64_t trial, const Certain& certain, World& world) const {
  world.fates.assign(field_.offers.size(), {});
  world.changed.clear();
  world.outs.clear();
  world.lost_lines.clear();
  draw_nations(trial, world);
  draw_arrivals(trial, world);
  for (std::uint32_t offer = 0; offer < field_.offers.size(); ++offer)
    draw_offer(offer, trial, certain, world);
}

// How often a government falls until the end, and for how long its offers are then withdrawn.
void Chances::draw_nations(std::uint64_t trial, World& world) const {
  world.fallen.resize(nations_.size());
  for (std::uint32_t nation = 0; nation < nations_.size(); ++nation) {
    Random random{seed_ ^ (std::uint64_t{nation} << 32U), trial, of_nations};
    draw_outs(random,
              {nations_[nation].falls, field_.today},
              nations_[nation].days,
              world.fallen[nation]);
  }
}

// A Poisson process: waits between arrivals are exponential, counted in parts of days.
void Chances::draw_arrivals(std::uint64_t trial, World& world) const {
  world.arrivals.clear();
  if (field_.with_arrivals == nullptr) return;
  const Scenario& scenario = *field_.scenario;
  std::vector<double> days(arrivals_.size(), field_.today);
  std::vector<Random> randoms;
  for (std::uint64_t k = 0; k < arrivals_.size(); ++k)
    randoms.emplace_back(seed_ ^ (k << 32U), trial, of_arrivals);
  for (std::size_t line = field_.planned_lines; line < field_.lines.size(); ++line) {
    const auto row = static_cast<std::size_t>(field_.lines[line].arrival);
    const Arrivals& arrivals = arrivals_[row];
    if (arrivals.in_a_year <= 0 || days[row] >= field_.days) continue;
    Random& random = randoms[row];
    const double wait = random.unit(), length = random.unit(), size = random.unit();
    days[row] -= std::log1p(-wait) / arrivals.in_a_year * days_of_year;
    if (days[row] >= field_.days) continue;
    const Requirement& asked = scenario->requirements[field_.lines[line].requirement];
    const auto from = static_cast<std::int32_t>(days[row]);
    const std::int32_t until = std::min(from + std::max(arrivals.days.at(length), 1), field_.days);
    const Amount amount = arrivals.size
                              ? to_amount(scenario->capabilities[asked.capability].measure,
                                          std::max(arrivals.size->at(size), 1))
                              : asked.quantity.value_or(Amount{});
    world.arrivals.push_back({static_cast<std::uint32_t>(line), from, until, amount.count()});
  }
}

void Chances::draw_outs(Random& random,
                        const Often& often,
                        const Triangle& days,
                        std::vector<Out>& outs) const {
  outs.clear();
  for (std::int32_t day = often.from; often.in_a_year > 0;) {
    const double wait = random.unit(), length = random.unit();
    const std::int32_t next = first_day(often.in_a_year, wait);
    if (next >= field_.days - day) return;
    day += next;
    outs.push_back({day, day + days.at(length)});
    day = outs.back().until;
  }
}

void Chances::draw_offer(std::uint32_t offer,
                         std::uint64_t trial,
                         const Certain& certain,
                         World& world) const {
  const FieldOffer& given = field_.offers[offer];
  const OfOffer& chance = offers_[offer];
  Fate& fate = world.fates[offer];
  const bool is_certain = certain.offer == offer;
  Random own{seed_ ^ (std::uint64_t{offer} << 32U), trial, of_offers};
  const double real = own.unit(), late = own.unit(), late_by = own.unit(), early = own.unit(),
               option = own.unit();
  const std::int32_t begin = std::max(given.from, field_.today);
  if (!is_certain) {
    if (real >= chance.real) fate.until = fate.from;
    if (late < chance.late) fate.from = begin + chance.late_days.at(late_by);
    if (const std::int32_t day = first_day(chance.ends_early, early); day < field_.days - begin)
      fate.until = std::min(fate.until, begin + day);
    add_outs(offer, own, world);
  }
  if (given.stated_until < given.until && option >= chance.option && certain.option != offer
      && !is_certain)
    fate.until = std::min(fate.until, given.stated_until);
  if (given.condition >= 0 && certain.condition != given.condition) {
    const OfCondition& of = conditions_[static_cast<std::size_t>(given.condition)];
    Random shared{
        seed_ ^ (static_cast<std::uint64_t>(given.condition) << 32U), trial, of_conditions};
    const double met = shared.unit(), late_too = shared.unit(), days = shared.unit();
    if (met >= of.met)
      fate.until = fate.from;
    else if (late_too < of.late)
      fate.from = std::max(fate.from, given.condition_expected + of.days.at(days));
  }
  if (!fate.is_as_stated()) world.changed.push_back(offer);
}

// When its unit cannot serve, and when its nation withdraws what is not in place yet.
void Chances::add_outs(std::uint32_t offer, Random& own, World& world) const {
  const FieldOffer& given = field_.offers[offer];
  const OfOffer& chance = offers_[offer];
  thread_local std::vector<Out> outs;
  draw_outs(own, {chance.out, std::max(given.from, field_.today)}, chance.out_days, outs);
  if (!chance.in_place)
    outs.insert(outs.end(), world.fallen[given.nation].begin(), world.fallen[given.nation].end());
  std::ranges::sort(outs, {}, &Out::from);
  Fate& fate = world.fates[offer];
  fate.first_out = static_cast<std::uint32_t>(world.outs.size());
  fate.outs = static_cast<std::uint32_t>(outs.size());
  world.outs.insert(world.outs.end(), outs.begin(), outs.end());
}

}  // namespace muster::simulate
