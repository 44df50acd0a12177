// SPDX-License-Identifier: Apache-2.0
// The best schedule of one member against all the rest.
#include <algorithm>
#include <utility>

#include "plan/search/state.hpp"

namespace muster::plan {
namespace {

constexpr double points_unit = static_cast<double>(points_per_thousandth_day);

// totals: tours in the order of time, each as long as the rule leaves it beside those before; one
// that would become too short goes.
void keep_total(const Instance& instance, const Crew& crew, Schedule& schedule) {
  std::vector<Period> kept;  // those of presence
  const auto fits = [&](const Leg& leg, Boundary until) {
    kept.push_back({instance.grid[leg.from], instance.grid[until]});
    const bool keeps = keeps_total(*crew.total, kept);
    if (!keeps) kept.pop_back();
    return keeps;
  };
  std::erase_if(schedule, [&](Leg& leg) {
    const Use& use = crew.uses[leg.use];
    if (!is_presence(instance, use)) return false;
    const Boundary shortest = instance.lengths[use.lengths].first_end[leg.from];
    for (; leg.until >= shortest && leg.until > leg.from; --leg.until)
      if (fits(leg, leg.until)) return false;
    return true;
  });
}

// Whether a use of its crew is the fixed one, alone or as a part of a double use.
bool is_of(const Fixed& fixed, const Use& use) {
  return fixed.offer == use.offer && (fixed.row == use.row || fixed.row == use.also);
}

// More than a member of the crew can earn in all buckets together.
double urgency_of(const Instance& instance, const Crew& crew, std::int64_t pieces) {
  double most = 0;
  for (const Use& use : crew.uses) {
    double earns = static_cast<double>(instance.rows[use.row].weight * use.amount);
    if (use.also != no_row)
      earns += static_cast<double>(instance.rows[use.also].weight * use.also_amount);
    most = std::max(most, earns);
  }
  if (crew.fair_share)  // what it may cost
    most += static_cast<double>(excess_weight(instance, *crew.fair_share) * most_persons(crew));
  const auto days = static_cast<double>(instance.day.back() - instance.day.front());
  return 2.0 * most * days * static_cast<double>(pieces * instance.futures.counted) + 1.0;
}

}  // namespace

bool State::breaks_nations(const Crew& crew, RowIndex row, std::size_t bucket) const {
  if (row == no_row || nations_[row].empty()) return false;
  const std::size_t nations = (*instance_->scenario)->nations.size();
  const auto first = nations_[row].begin() + static_cast<std::ptrdiff_t>(bucket * nations);
  if (first[static_cast<std::ptrdiff_t>(crew.nation.index())] > 0) return false;
  const auto there = std::count_if(first,
                                   first + static_cast<std::ptrdiff_t>(nations),
                                   [](std::uint16_t tours) { return tours > 0; });
  return there >= *instance_->rows[row].max_nations;
}

bool State::breaks_share(const Crew& crew,
                         RowIndex row,
                         std::size_t bucket,
                         std::int64_t given) const {
  if (row == no_row || led_[row].empty() || instance_->rows[row].lead == crew.nation) return false;
  constexpr std::int64_t permille = 1000;
  return led_[row][bucket] * permille
         < instance_->rows[row].lead_share_permille * (there_[row][bucket] + given);
}

bool State::may_be_blocked(const Crew& crew, const Use& use) const {
  const auto is_ruled = [&](RowIndex r) {
    return r != no_row && (!nations_[r].empty() || !led_[r].empty());
  };
  return !crew.kin.empty() || !crew.ceilings.empty() || crew.terms[use.terms].most_pieces > 0
         || is_ruled(use.row) || is_ruled(use.also);
}

bool State::is_blocked(const Member& member, const Use& use, std::size_t bucket) const {
  const Crew& crew = instance_->crews[member.crew];
  const Terms& terms = crew.terms[use.terms];
  for (const auto kin : crew.kin)
    if (busy_[kin][bucket] > 0) return true;
  if (terms.most_pieces > 0
      && offer_pieces_[use.offer.index()][bucket] + member.pieces > terms.most_pieces)
    return true;
  const std::int64_t persons = terms.persons * member.pieces;
  if (persons > 0)
    for (const auto ceiling : crew.ceilings)
      if (persons_[ceiling][bucket] + persons > ceilings_[ceiling][bucket]) return true;
  return breaks_nations(crew, use.row, bucket) || breaks_nations(crew, use.also, bucket)
         || breaks_share(crew, use.row, bucket, use.given * member.pieces)
         || breaks_share(crew, use.also, bucket, use.also_given * member.pieces);
}

std::int64_t State::budget_left(Id<Offer> offer) const {
  const Nouns& nouns = **instance_->scenario;
  const Offer& data = nouns.offers[offer];
  const std::int64_t once = used_[offer.index()] == 0 ? cost_once(data) : 0;
  return budgets_[data.budget->index()] - spent_[data.budget->index()] - once;
}

// pins: whether pieces of a fixed tour that the use could serve are missing.
bool State::is_missing(const Member& member, const Use& use) const {
  for (const std::uint32_t f : instance_->fixed_of(member.crew)) {
    const Fixed& fixed = instance_->fixed[f];
    if (!is_of(fixed, use)) continue;
    for (std::size_t b = fixed.from; b < fixed.until; ++b)
      if (fixed_there_[f][b] < fixed.pieces) return true;
  }
  return false;
}

// pins: a bucket of a fixed tour that misses pieces is worth more than all that the member could
// fill otherwise.
void State::urge_fixed(const Member& member, const Use& use, LaneSums& sums) const {
  for (const std::uint32_t f : instance_->fixed_of(member.crew)) {
    const Fixed& fixed = instance_->fixed[f];
    if (!is_of(fixed, use)) continue;
    double urged = 0;
    const double each = urgency_of(*instance_, instance_->crews[member.crew], member.pieces);
    for (std::size_t k = 1; k < sums.net.size(); ++k) {
      const std::size_t b = sums.from + k - 1;
      if (b >= fixed.from && b < fixed.until && fixed_there_[f][b] < fixed.pieces) urged += each;
      sums.net[k] += urged;
    }
  }
}

void State::change_fixed(const Member& member, const Leg& leg, int sign) {
  const Use& use = instance_->crews[member.crew].uses[leg.use];
  for (const std::uint32_t f : instance_->fixed_of(member.crew)) {
    const Fixed& fixed = instance_->fixed[f];
    if (!is_of(fixed, use)) continue;
    for (std::size_t b = std::max(leg.from, fixed.from); b < std::min(leg.until, fixed.until);
         ++b) {
      std::int64_t& there = fixed_there_[f][b];
      fixed_missing_ -= there < fixed.pieces ? 1 : 0;
      there += sign * member.pieces;
      fixed_missing_ += there < fixed.pieces ? 1 : 0;
    }
  }
}

bool State::is_worthwhile(const Use& use) const {
  if (is_confined_from(use.row) || (use.also != no_row && is_confined_from(use.also))) return false;
  return is_unmet(use.row) || (use.also != no_row && is_unmet(use.also));
}

bool State::is_unmet(RowIndex first) const {
  for (std::uint32_t f = 0; f < instance_->futures.count; ++f)
    if (unmet_[first + f] > 0) return true;
  return false;
}

// The part of a use's window in which a tour can fill anything; empty: there is none. A tour that
// begins earlier ends before the first bucket that is open; one that ends later might as well end
// with the last, or with its shortest length behind it.
State::OpenPart State::open_part(const Use& use) const {
  Boundary first = use.until;
  Boundary last = use.from;
  const auto look = [&](RowIndex r) {
    const std::int64_t quantity = instance_->rows[r].quantity;
    const auto& filled = filled_[r];
    Boundary b = use.from;
    while (b < use.until && filled[b] >= quantity) ++b;
    first = std::min(first, b);
    b = use.until;
    while (b > use.from && filled[b - 1U] >= quantity) --b;
    last = std::max(last, b);
  };
  for (std::uint32_t f = 0; f < instance_->futures.count; ++f) {
    look(use.row + f);
    if (use.also != no_row) look(use.also + f);
  }
  if (first >= last) return {};
  const LengthWindow& lengths = instance_->lengths[use.lengths];
  Boundary from = use.from;
  while (lengths.last_end[from] <= first) ++from;
  const Boundary until = std::max(last, lengths.first_end[last - 1U]);
  return {from, std::min(until, use.until)};
}

void State::add_gains(const Gain& gain,
                      const Use& use,
                      const Taste& taste,
                      const OpenPart& part,
                      std::vector<double>& gains) const {
  const std::int64_t* const length = instance_->length.data() + part.from;
  const std::uint64_t* const there =
      instance_->has_futures() ? instance_->futures.there[use.offer.index()].data() + part.from
                               : nullptr;
  for (std::uint32_t f = 0; f < instance_->futures.count; ++f) {
    const RowIndex r = gain.first + f;
    const Row& row = instance_->rows[r];
    const std::int64_t* const filled = filled_[r].data() + part.from;
    const double* const price =
        taste.prices == nullptr ? nullptr : taste.prices->row[r].data() + part.from;
    const double counts = taste.prices == nullptr ? emphasis_[f] : taste.prices->future[f];
    for (std::size_t k = 0; k + 1 < gains.size(); ++k) {
      std::int64_t open = std::clamp<std::int64_t>(row.quantity - filled[k], 0, gain.amount);
      if (there != nullptr && (there[k] >> f & 1U) == 0) open = 0;
      double each = static_cast<double>(row.weight * length[k]) * counts;
      if (price != nullptr) each += taste.trust * (price[k] - each);
      gains[k + 1] += gain.liking * static_cast<double>(open) * each;
    }
  }
}

// What filling the rest of its rows is worth, less what it costs. False: nothing is left to fill.
bool State::lay_out(const Member& member,
                    std::uint32_t index,
                    const Taste& taste,
                    double person_day,
                    LaneSums& sums) const {
  const Use& use = instance_->crews[member.crew].uses[index];
  const bool is_urgent = !instance_->fixed.empty() && is_missing(member, use);
  const OpenPart part = is_urgent ? OpenPart{use.from, use.until} : open_part(use);
  if (part.from >= part.until) return false;
  const auto size = static_cast<std::size_t>(part.until - part.from) + 1;
  const double liking = taste.of_uses.empty() ? 1.0 : taste.of_uses[index];
  sums.from = part.from;
  sums.net.assign(size, 0.0);
  sums.start.assign(size - 1, 0.0);
  thread_local std::vector<double> gains;  // up to each boundary, of one row
  const auto add = [&](RowIndex r, std::int64_t amount) {
    const Row& row = instance_->rows[r];
    gains.assign(size, 0.0);
    add_gains({r, amount, liking}, use, taste, part, gains);
    for (std::size_t k = 1; k < size; ++k) gains[k] += gains[k - 1];
    for (std::size_t k = 0; k < size; ++k) sums.net[k] += gains[k];
    // handover: what is not gained before the tour counts; where it never does, it may not begin.
    for (std::size_t k = 0; !row.counts_from.empty() && k + 1 < size; ++k) {
      const Boundary counted = row.counts_from[part.from + k];
      sums.start[k] += counted < part.until ? gains[counted - part.from] - gains[k] : Lanes::never;
    }
  };
  add(use.row, use.amount * member.pieces);
  if (use.also != no_row) add(use.also, use.also_amount * member.pieces);
  if (is_urgent) urge_fixed(member, use, sums);
  charge(member, use, person_day, sums);
  return true;
}

// The later goals, and its people by the day; from here on a start is what is earned before it, and
// what it does without.
void State::charge(const Member& member, const Use& use, double person_day, LaneSums& sums) const {
  const Crew& crew = instance_->crews[member.crew];
  const Terms& terms = crew.terms[use.terms];
  const double unit = static_cast<double>(member.pieces) / points_unit;
  const double rate = unit * static_cast<double>(terms.points_per_day)
                      + person_day * static_cast<double>(terms.persons * member.pieces);
  const std::int64_t* const day = instance_->day.data() + sums.from;
  for (std::size_t k = 0; k < sums.net.size(); ++k)
    sums.net[k] -= rate * static_cast<double>(day[k] - day[0]);
  if (instance_->has_plan_in_force) {
    const double new_day = unit * static_cast<double>(instance_->points_per_new_day);
    const NewDays new_days{*instance_, crew, use, sums.from};
    for (std::size_t k = 0; k < sums.net.size(); ++k)
      sums.net[k] -= new_day * static_cast<double>(new_days(static_cast<Boundary>(sums.from + k)));
  }
  const double per_tour = unit * static_cast<double>(terms.points_per_tour);
  for (std::size_t k = 0; k < sums.start.size(); ++k) sums.start[k] += sums.net[k] + per_tour;
}

// budget: the most days that one tour can be paid for.
std::int64_t State::days_paid(const Member& member, const Use& use) const {
  if (!(*instance_->scenario)->offers[use.offer].budget) return Lanes::any_days;
  const Terms& terms = instance_->crews[member.crew].terms[use.terms];
  const std::int64_t left = budget_left(use.offer) - member.pieces * terms.cost_per_tour;
  if (left < 0) return 0;
  const std::int64_t per_day = member.pieces * terms.cost_per_day;
  const std::int64_t days = per_day == 0 ? Lanes::any_days : left / per_day;
  return days >= days_of(*instance_, use.from, use.until) ? Lanes::any_days : days;
}

// A lane for every part of the window between buckets that another rule closes.
void State::add_lanes(const Member& member,
                      std::uint32_t index,
                      const LaneSums& sums,
                      Lanes& lanes) const {
  const Crew& crew = instance_->crews[member.crew];
  const Use& use = crew.uses[index];
  const std::int64_t days = days_paid(member, use);
  if (days == 0) return;
  const auto end = static_cast<Boundary>(sums.from + sums.start.size());
  if (!may_be_blocked(crew, use)) {
    lanes.add({index, sums.from, end, days}, sums);
    return;
  }
  for (Boundary from = sums.from; from < end;) {
    Boundary until = from;
    while (until < end && !is_blocked(member, use, until)) ++until;
    if (until > from) lanes.add({index, from, until, days}, sums);
    from = static_cast<Boundary>(until + 1);
  }
}

// Whether no rule that binds members together closes a bucket of a tour.
bool State::is_open_to(const Member& member, const Leg& leg) const {
  const Crew& crew = instance_->crews[member.crew];
  const Use& use = crew.uses[leg.use];
  if (!may_be_blocked(crew, use)) return true;
  for (std::size_t b = leg.from; b < leg.until; ++b)
    if (is_blocked(member, use, b)) return false;
  return true;
}

bool State::fits(std::size_t member, const Schedule& schedule) const {
  const Member& who = members_[member];
  const Crew& crew = instance_->crews[who.crew];
  if (barred_[member] != 0) return false;
  const auto is_open = [&](const Leg& leg) {
    const Use& use = crew.uses[leg.use];
    const bool is_elsewhere =
        is_confined_from(use.row) || (use.also != no_row && is_confined_from(use.also));
    return !is_elsewhere && is_open_to(who, leg);
  };
  if (!std::ranges::all_of(schedule, is_open)) return false;
  Schedule kept = schedule;
  drop_unpaid(who, kept);
  if (crew.total) keep_total(*instance_, crew, kept);
  return kept == schedule;
}

bool State::may_add(std::size_t member, const Leg& added, const Schedule& after) const {
  const Member& who = members_[member];
  const Crew& crew = instance_->crews[who.crew];
  const Use& use = crew.uses[added.use];
  if (barred_[member] != 0 || !(is_worthwhile(use) || is_missing(who, use))) return false;
  if (!is_open_to(who, added)) return false;
  if (crew.total) {
    Schedule kept = after;
    keep_total(*instance_, crew, kept);
    if (kept != after) return false;
  }
  if (!(*instance_->scenario)->offers[use.offer].budget) return true;
  Schedule paid{added};
  drop_unpaid(who, paid);
  return !paid.empty();
}

bool State::exchange(std::size_t member,
                     const Schedule& gone,
                     const Leg& added,
                     const Schedule& after) {
  for (const Leg& leg : gone) change(member, leg, -1);
  if (may_add(member, added, after)) {
    change(member, added, 1);
    if (shares_broken_ == 0) {
      schedules_[member] = after;
      return true;
    }
    change(member, added, -1);
  }
  for (const Leg& leg : gone) change(member, leg, 1);
  return false;
}

Schedule State::best_for(std::size_t member, const Taste& taste) const {
  if (barred_[member] != 0) return {};
  const Member& who = members_[member];
  const Crew& crew = instance_->crews[who.crew];
  auto [schedule, earned] = earn_most(member, taste);
  if (earned * points_unit <= static_cast<double>(entry_of(who, schedule))) return {};
  drop_unpaid(who, schedule);
  if (crew.total) keep_total(*instance_, crew, schedule);
  return schedule;
}

std::int64_t State::people_days_of(const Member& member, const Schedule& schedule) const {
  const Crew& crew = instance_->crews[member.crew];
  std::int64_t sum = 0;
  for (const Leg& leg : schedule)
    sum += plan::people_days_of(*instance_, crew, crew.uses[leg.use], leg.from, leg.until);
  return sum * member.pieces;
}

// What a schedule earns of which every tour lies in what is open to its use.
double State::earned_by(const Member& member,
                        const Taste& taste,
                        double person_day,
                        const Schedule& schedule) const {
  thread_local LaneSums sums;
  double earned = 0;
  for (const Leg& leg : schedule)
    if (lay_out(member, leg.use, taste, person_day, sums))
      earned += sums.net[leg.until - sums.from] - sums.start[leg.from - sums.from];
  return earned;
}

// Tours in the order of time, each as long as the people-days last; one that would become too short
// goes.
Schedule State::within_people_days(const Member& member,
                                   Schedule schedule,
                                   std::int64_t left) const {
  const Crew& crew = instance_->crews[member.crew];
  std::erase_if(schedule, [&](Leg& leg) {
    const Use& use = crew.uses[leg.use];
    Boundary counts = counting_start(instance_->rows[use.row], leg.from);
    if (use.also != no_row)
      counts = std::max(counts, counting_start(instance_->rows[use.also], leg.from));
    const Boundary shortest = std::max<Boundary>(
        instance_->lengths[use.lengths].first_end[leg.from], static_cast<Boundary>(counts + 1));
    const auto borne = [&] { return people_days_of(member, {leg}); };
    while (borne() > left && leg.until > shortest) --leg.until;
    if (borne() > left) return true;
    left -= borne();
    return false;
  });
  return schedule;
}

// What people-days cost rises where they reach the nation's fair share. Of three schedules the one
// that earns most: the best at what they cost until then, as much of it as stays within the share,
// and the best at what they cost above it.
State::Earning State::earn_most(std::size_t member, const Taste& taste) const {
  const Member& who = members_[member];
  const Crew& crew = instance_->crews[who.crew];
  if (!crew.fair_share) return earn_at(member, taste, 0.0);
  const std::uint32_t share = *crew.fair_share;
  const bool has_prices = taste.prices != nullptr;
  const double trust = has_prices ? taste.trust : 0.0;
  const double always = has_prices ? trust * taste.prices->fair_share[share] : 0.0;
  const double above = (1.0 - trust) * static_cast<double>(excess_weight(*instance_, share));
  const std::int64_t left = people_days_left(share);
  if (left <= 0) return earn_at(member, taste, always + above);
  Earning free = earn_at(member, taste, always);
  const auto over = [&](const Schedule& schedule) {
    return static_cast<double>(std::max<std::int64_t>(0, people_days_of(who, schedule) - left));
  };
  if (over(free.schedule) == 0) return free;
  free.earned -= above * over(free.schedule);
  Earning within{within_people_days(who, free.schedule, left), 0};
  within.earned = earned_by(who, taste, always, within.schedule);
  Earning charged = earn_at(member, taste, always + above);
  const auto days = static_cast<double>(people_days_of(who, charged.schedule));
  charged.earned += above * (days - over(charged.schedule));
  Earning& best = within.earned > free.earned ? within : free;
  return charged.earned > best.earned ? std::move(charged) : std::move(best);
}

State::Earning State::earn_at(std::size_t member, const Taste& taste, double person_day) const {
  thread_local Lanes lanes;
  thread_local LaneSums sums;
  const Member& who = members_[member];
  const Crew& crew = instance_->crews[who.crew];
  lanes.begin(*instance_, crew);
  const auto look_at = [&](std::uint32_t u) {
    const Use& use = crew.uses[u];
    const bool is_asked = is_worthwhile(use) || (!instance_->fixed.empty() && is_missing(who, use));
    if (is_asked && lay_out(who, u, taste, person_day, sums)) add_lanes(who, u, sums, lanes);
  };
  if (taste.looks_at.empty())
    for (std::uint32_t u = 0; u < crew.uses.size(); ++u) look_at(u);
  for (const std::uint32_t u : taste.looks_at) look_at(u);
  const double earned = lanes.solve();
  return {lanes.schedule(), earned};
}

// What serving costs beyond its tours: its unit's activation, and `once` of offers that begin to be
// used. In points.
std::int64_t State::entry_of(const Member& member, const Schedule& schedule) const {
  const Crew& crew = instance_->crews[member.crew];
  const Nouns& nouns = **instance_->scenario;
  std::int64_t points = used_units_[crew.unit.index()] > 0
                            ? 0
                            : activation_points(nouns.units[crew.unit], instance_->scales);
  std::vector<Id<Offer>> begun;
  for (const Leg& leg : schedule) {
    const Id<Offer> offer = crew.uses[leg.use].offer;
    if (used_[offer.index()] > 0 || std::ranges::count(begun, offer) > 0) continue;
    points += later_rates(nouns.offers[offer], instance_->scales).once;
    begun.push_back(offer);
  }
  return points;
}

// budget: tours that are each within what is left may be too much together; the later ones go.
void State::drop_unpaid(const Member& member, Schedule& schedule) const {
  const Crew& crew = instance_->crews[member.crew];
  std::vector<std::int64_t> asked(spent_.size(), 0);
  std::vector<Id<Offer>> begun;
  std::erase_if(schedule, [&](const Leg& leg) {
    const Use& use = crew.uses[leg.use];
    const Terms& terms = crew.terms[use.terms];
    const Offer& offer = (*instance_->scenario)->offers[use.offer];
    if (!offer.budget) return false;
    const bool first = used_[use.offer.index()] == 0 && !std::ranges::count(begun, use.offer);
    const std::int64_t cost =
        member.pieces
            * (terms.cost_per_day * days_of(*instance_, leg.from, leg.until) + terms.cost_per_tour)
        + (first ? cost_once(offer) : 0);
    std::int64_t& sum = asked[offer.budget->index()];
    const std::size_t budget = offer.budget->index();
    if (spent_[budget] + sum + cost > budgets_[budget]) return true;
    sum += cost;
    begun.push_back(use.offer);
    return false;
  });
}

}  // namespace muster::plan
