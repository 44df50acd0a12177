// SPDX-License-Identifier: Apache-2.0
#include "plan/search/state.hpp"

#include <algorithm>
#include <numeric>

#include "base/demand.hpp"

namespace muster::plan {
namespace {

constexpr double points_unit = static_cast<double>(points_per_thousandth_day);

// Lots of the greatest common measure of the pool and of what it can be asked for.
std::int64_t lot_size(const Instance& instance, const Crew& crew) {
  constexpr std::int64_t most_lots = 64;
  std::int64_t size = crew.pieces;
  for (const Use& use : crew.uses) {
    const std::int64_t asked = (instance.rows[use.row].quantity + use.amount - 1) / use.amount;
    size = std::gcd(size, asked);
    if (use.most_pieces > 0) size = std::gcd(size, use.most_pieces);
  }
  return std::max(size, (crew.pieces + most_lots - 1) / most_lots);
}

std::int64_t once_points(const Instance& instance, Id<Offer> offer) {
  return later_rates((*instance.scenario)->offers[offer], instance.scales).once;
}

}  // namespace

double Value::in_units() const {
  return static_cast<double>(unmet) + static_cast<double>(later) / points_unit;
}

std::vector<Member> cut_into_members(const Instance& instance) {
  std::vector<Member> members;
  for (std::uint32_t k = 0; k < instance.crews.size(); ++k) {
    const Crew& crew = instance.crews[k];
    const std::int64_t lot = crew.pieces == 1 ? 1 : lot_size(instance, crew);
    for (std::int64_t left = crew.pieces; left > 0; left -= lot)
      members.push_back({k, std::min(lot, left)});
  }
  return members;
}

State::State(const Instance& instance)
    : instance_{&instance}, members_{cut_into_members(instance)} {
  const Nouns& nouns = **instance.scenario;
  const std::vector<std::int64_t> buckets(instance.buckets(), 0);
  schedules_.resize(members_.size());
  deliveries_.resize(instance.packages.size());
  filled_.assign(instance.rows.size(), buckets);
  there_.resize(instance.rows.size());
  led_.resize(instance.rows.size());
  nations_.resize(instance.rows.size());
  for (std::size_t r = 0; r < instance.rows.size(); ++r) {
    const Row& row = instance.rows[r];
    if (row.lead_share_permille > 0) there_[r] = led_[r] = buckets;
    if (row.max_nations) nations_[r].assign(instance.buckets() * nouns.nations.size(), 0);
    for (std::size_t b = row.first; b < row.last; ++b)
      value_.unmet += row.weight * instance.length[b] * row.quantity;
  }
  persons_.assign(nouns.ceilings.size(), buckets);
  spent_.assign(nouns.budgets.size(), 0);
  used_.assign(nouns.offers.size(), 0);
  given_.assign(nouns.stocks.size(), 0);
  busy_.resize(instance.crews.size());
  for (std::size_t k = 0; k < instance.crews.size(); ++k)
    if (!instance.crews[k].kin.empty()) busy_[k].assign(instance.buckets(), 0);
  offer_pieces_.resize(nouns.offers.size());
  for (const Crew& crew : instance.crews)
    for (const Use& use : crew.uses)
      if (use.most_pieces > 0) offer_pieces_[use.offer.index()] = buckets;
}

void State::put(std::size_t member, Schedule schedule) {
  demand(schedules_[member].empty(), "only an idle member takes a schedule");
  for (const Leg& leg : schedule) change(member, leg, 1);
  schedules_[member] = std::move(schedule);
}

void State::take(std::size_t member) {
  for (const Leg& leg : schedules_[member]) change(member, leg, -1);
  schedules_[member].clear();
}

void State::fill(RowIndex row, std::size_t bucket, std::int64_t amount) {
  const Row& data = instance_->rows[row];
  if (bucket < data.first || bucket >= data.last) return;
  std::int64_t& filled = filled_[row][bucket];
  const std::int64_t before = std::max<std::int64_t>(0, data.quantity - filled);
  filled += amount;
  const std::int64_t after = std::max<std::int64_t>(0, data.quantity - filled);
  value_.unmet += (after - before) * data.weight * instance_->length[bucket];
}

void State::charge_offer(Id<Offer> offer, std::int64_t cost, int sign) {
  const Offer& data = (*instance_->scenario)->offers[offer];
  std::uint32_t& used = used_[offer.index()];
  const bool first_or_last = sign > 0 ? used == 0 : used == 1;
  used = sign > 0 ? used + 1 : used - 1;
  if (first_or_last) {
    cost += cost_once(data);
    value_.later += sign * once_points(*instance_, offer);
  }
  if (data.budget) spent_[data.budget->index()] += sign * cost;
}

void State::change(std::size_t member, const Leg& leg, int sign) {
  const Member& who = members_[member];
  const Crew& crew = instance_->crews[who.crew];
  const Use& use = crew.uses[leg.use];
  const std::int64_t pieces = sign * who.pieces;
  const auto serve = [&](RowIndex r, std::int64_t amount, std::int64_t given) {
    const Row& row = instance_->rows[r];
    for (std::size_t b = counting_start(row, leg.from); b < leg.until; ++b) {
      fill(r, b, amount);
      if (there_[r].empty()) continue;
      there_[r][b] += given;
      if (row.lead == crew.nation) led_[r][b] += given;
    }
  };
  serve(use.row, pieces * use.amount, pieces * use.given);
  if (use.also != no_row) serve(use.also, pieces * use.also_amount, pieces * use.also_given);
  const std::size_t nations = (*instance_->scenario)->nations.size();
  for (std::size_t b = leg.from; b < leg.until; ++b) {
    const std::size_t at = b * nations + crew.nation.index();
    for (const RowIndex r : {use.row, use.also})
      if (r != no_row && !nations_[r].empty())
        nations_[r][at] = static_cast<std::uint16_t>(nations_[r][at] + sign);
    for (const auto ceiling : crew.ceilings) persons_[ceiling][b] += pieces * use.persons;
    if (use.most_pieces > 0) offer_pieces_[use.offer.index()][b] += pieces;
    if (!crew.kin.empty())
      busy_[who.crew][b] = static_cast<std::uint16_t>(busy_[who.crew][b] + sign);
  }
  const std::int64_t cost =
      use.cost_per_day * days_of(*instance_, leg.from, leg.until) + use.cost_per_tour;
  charge_offer(use.offer, who.pieces * cost, sign);
  value_.later += pieces * points_of(*instance_, use, leg.from, leg.until);
}

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

bool State::breaks_ceiling(const Crew& crew, std::int64_t persons, std::size_t bucket) const {
  if (persons == 0) return false;
  const Nouns& nouns = **instance_->scenario;
  const Day day = instance_->grid[bucket];
  return std::ranges::any_of(crew.ceilings, [&](std::uint32_t index) {
    const Ceiling& ceiling = nouns.ceilings[Id<Ceiling>{index}];
    return ceiling.period.contains(day)
           && persons_[index][bucket] + persons > ceiling.personnel.count();
  });
}

bool State::is_blocked(const Member& member, const Use& use, std::size_t bucket) const {
  const Crew& crew = instance_->crews[member.crew];
  for (const auto kin : crew.kin)
    if (busy_[kin][bucket] > 0) return true;
  if (use.most_pieces > 0
      && offer_pieces_[use.offer.index()][bucket] + member.pieces > use.most_pieces)
    return true;
  return breaks_ceiling(crew, use.persons * member.pieces, bucket)
         || breaks_nations(crew, use.row, bucket) || breaks_nations(crew, use.also, bucket)
         || breaks_share(crew, use.row, bucket, use.given * member.pieces)
         || breaks_share(crew, use.also, bucket, use.also_given * member.pieces);
}

std::int64_t State::budget_left(Id<Offer> offer) const {
  const Nouns& nouns = **instance_->scenario;
  const Offer& data = nouns.offers[offer];
  const std::int64_t once = used_[offer.index()] == 0 ? cost_once(data) : 0;
  return nouns.budgets[*data.budget].amount - spent_[data.budget->index()] - once;
}

// What filling the rest of a row is worth, bucket by bucket, and what may not be.
void State::price_member(const Member& member,
                         std::uint32_t index,
                         const Taste& taste,
                         PricedUse<double>& priced) const {
  const Crew& crew = instance_->crews[member.crew];
  const Use& use = crew.uses[index];
  const auto pieces = static_cast<double>(member.pieces);
  priced.per_tour = pieces * static_cast<double>(use.points_per_tour) / points_unit;
  const double liking = taste.of_uses.empty() ? 1.0 : taste.of_uses[index];
  const auto worth = [&](RowIndex r, std::size_t b, std::int64_t amount) {
    const Row& row = instance_->rows[r];
    const std::int64_t open = std::clamp<std::int64_t>(row.quantity - filled_[r][b], 0, amount);
    const double each = static_cast<double>(row.weight * instance_->length[b])
                        + (taste.bias == nullptr ? 0.0 : taste.bias->row[r][b]);
    return liking * static_cast<double>(open) * each;
  };
  lay_out(
      *instance_,
      use,
      [&](std::size_t b) {
        BucketPrice<double> price;
        price.gain = worth(use.row, b, use.amount * member.pieces);
        if (use.also != no_row)
          price.also_gain = worth(use.also, b, use.also_amount * member.pieces);
        const auto from = static_cast<Boundary>(b);
        price.charge = pieces
                       * static_cast<double>(
                           points_of_days(*instance_, use, from, static_cast<Boundary>(b + 1)))
                       / points_unit;
        return price;
      },
      priced);
  if (priced.worthwhile) find_free(member, use, priced);
}

// How far a tour of each start may go before a bucket that is full by another rule, or before its
// budget is spent.
void State::find_free(const Member& member, const Use& use, PricedUse<double>& priced) const {
  priced.free_until.assign(priced.net.size(), use.until);
  for (std::size_t k = priced.net.size() - 1; k-- > 0;) {
    const bool blocked = is_blocked(member, use, use.from + k);
    priced.free_until[k] = blocked ? static_cast<Boundary>(use.from + k) : priced.free_until[k + 1];
  }
  if (!(*instance_->scenario)->offers[use.offer].budget) return;
  const std::int64_t left = budget_left(use.offer) - member.pieces * use.cost_per_tour;
  for (std::size_t k = 0; k < priced.net.size(); ++k) {
    const auto from = static_cast<Boundary>(use.from + k);
    Boundary& last = priced.free_until[k];
    while (last > from && member.pieces * use.cost_per_day * days_of(*instance_, from, last) > left)
      --last;
  }
}

Schedule State::best_for(std::size_t member, const Taste& taste) const {
  thread_local std::vector<PricedUse<double>> priced;
  thread_local BestSchedules<double> found;
  const Member& who = members_[member];
  const Crew& crew = instance_->crews[who.crew];
  priced.resize(std::max(priced.size(), crew.uses.size()));
  for (std::uint32_t u = 0; u < crew.uses.size(); ++u) price_member(who, u, taste, priced[u]);
  price_schedules<double>(*instance_, crew, std::span{priced}.first(crew.uses.size()), found);
  Schedule schedule = best_schedule(*instance_, crew, found);
  drop_unpaid(who, schedule);
  return schedule;
}

// budget: tours that are each within what is left may be too much together; the later ones go.
void State::drop_unpaid(const Member& member, Schedule& schedule) const {
  const Crew& crew = instance_->crews[member.crew];
  std::vector<std::int64_t> asked(spent_.size(), 0);
  std::vector<Id<Offer>> begun;
  std::erase_if(schedule, [&](const Leg& leg) {
    const Use& use = crew.uses[leg.use];
    const Offer& offer = (*instance_->scenario)->offers[use.offer];
    if (!offer.budget) return false;
    const bool first = used_[use.offer.index()] == 0 && !std::ranges::count(begun, use.offer);
    const std::int64_t cost =
        member.pieces
            * (use.cost_per_day * days_of(*instance_, leg.from, leg.until) + use.cost_per_tour)
        + (first ? cost_once(offer) : 0);
    std::int64_t& sum = asked[offer.budget->index()];
    const std::int64_t limit = (*instance_->scenario)->budgets[*offer.budget].amount;
    if (spent_[offer.budget->index()] + sum + cost > limit) return true;
    sum += cost;
    begun.push_back(use.offer);
    return false;
  });
}

std::int64_t State::unmet(RowIndex row) const {
  const Row& data = instance_->rows[row];
  std::int64_t sum = 0;
  for (std::size_t b = data.first; b < data.last; ++b)
    sum += std::max<std::int64_t>(0, data.quantity - filled_[row][b]) * instance_->length[b];
  return sum * data.weight;
}

bool State::is_sound() const {
  constexpr std::int64_t permille = 1000;
  for (std::size_t r = 0; r < led_.size(); ++r)
    for (std::size_t b = 0; b < led_[r].size(); ++b)
      if (led_[r][b] * permille < instance_->rows[r].lead_share_permille * there_[r][b])
        return false;
  return true;
}

}  // namespace muster::plan
