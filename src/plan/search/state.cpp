// SPDX-License-Identifier: Apache-2.0
#include "plan/search/state.hpp"

#include <algorithm>
#include <limits>
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
    const std::int64_t most_pieces = crew.terms[use.terms].most_pieces;
    if (most_pieces > 0) size = std::gcd(size, most_pieces);
  }
  const auto index = static_cast<std::uint32_t>(&crew - instance.crews.data());
  for (const std::uint32_t f : instance.fixed_of(index))
    size = std::gcd(size, instance.fixed[f].pieces);
  return std::max(size, (crew.pieces + most_lots - 1) / most_lots);
}

std::int64_t once_points(const Instance& instance, Id<Offer> offer) {
  return later_rates((*instance.scenario)->offers[offer], instance.scales).once;
}

std::int64_t unit_points(const Instance& instance, Id<Unit> unit) {
  return activation_points((*instance.scenario)->units[unit], instance.scales);
}

}  // namespace

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
  barred_.assign(members_.size(), 0);
  deliveries_.resize(instance.packages.size());
  filled_.assign(instance.rows.size(), buckets);
  unmet_.assign(instance.rows.size(), 0);
  unmet_in_.assign(instance.futures.count, 0);
  emphasis_.assign(
      instance.futures.count,
      static_cast<double>(instance.futures.counted) / static_cast<double>(instance.futures.count));
  there_.resize(instance.rows.size());
  led_.resize(instance.rows.size());
  nations_.resize(instance.rows.size());
  for (std::size_t r = 0; r < instance.rows.size(); ++r) {
    const Row& row = instance.rows[r];
    if (row.lead_share_permille > 0) there_[r] = led_[r] = buckets;
    if (row.max_nations) nations_[r].assign(instance.buckets() * nouns.nations.size(), 0);
    for (std::size_t b = row.first; b < row.last; ++b)
      unmet_[r] += row.weight * instance.length[b] * row.quantity;
    unmet_in_[instance.future_of(static_cast<RowIndex>(r))] += unmet_[r];
    value_.unmet += unmet_[r];
  }
  fixed_there_.assign(instance.fixed.size(), buckets);
  for (const Fixed& fixed : instance.fixed) fixed_missing_ += fixed.until - fixed.from;
  persons_.assign(nouns.ceilings.size(), buckets);
  spent_.assign(nouns.budgets.size(), 0);
  people_days_.assign(nouns.fair_shares.size(), 0);
  used_.assign(nouns.offers.size(), 0);
  used_units_.assign(nouns.units.size(), 0);
  given_.assign(nouns.stocks.size(), 0);
  set_limits();
  busy_.resize(instance.crews.size());
  for (std::size_t k = 0; k < instance.crews.size(); ++k)
    if (!instance.crews[k].kin.empty()) busy_[k].assign(instance.buckets(), 0);
  offer_pieces_.resize(nouns.offers.size());
  for (const Crew& crew : instance.crews)
    for (const Use& use : crew.uses)
      if (crew.terms[use.terms].most_pieces > 0) offer_pieces_[use.offer.index()] = buckets;
}

// Of the futures those count in which most is unmet.
Value State::value() const {
  const Futures& futures = instance_->futures;
  if (futures.counted == futures.count) return value_;
  thread_local std::vector<std::int64_t> unmet;
  unmet = unmet_in_;
  const auto end = unmet.begin() + futures.counted;
  std::ranges::nth_element(unmet, end, std::ranges::greater{});
  Value value = value_;
  value.unmet = std::accumulate(unmet.begin(), end, std::int64_t{0});
  return value;
}

void State::emphasise_worst() {
  std::vector<std::uint32_t> order(unmet_in_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](auto f) { return unmet_in_[f]; });
  emphasis_.assign(unmet_in_.size(), 0.0);
  for (std::int64_t k = 0; k < instance_->futures.counted; ++k)
    emphasis_[order[static_cast<std::size_t>(k)]] = 1.0;
}

void State::set_limits() {
  const Nouns& nouns = **instance_->scenario;
  constexpr auto any = std::numeric_limits<std::int64_t>::max();
  ceilings_.assign(nouns.ceilings.size(), std::vector<std::int64_t>(instance_->buckets(), any));
  for (const auto id : nouns.ceilings.ids())
    for (std::size_t b = 0; b < instance_->buckets(); ++b)
      if (nouns.ceilings[id].period.contains(instance_->grid[b]))
        ceilings_[id.index()][b] = nouns.ceilings[id].personnel.count();
  budgets_.clear();
  for (const auto id : nouns.budgets.ids()) budgets_.push_back(nouns.budgets[id].amount);
  stocks_.clear();
  for (const auto id : nouns.stocks.ids()) stocks_.push_back(stock_limit(nouns.stocks[id]));
  fair_shares_.clear();
  for (const auto id : nouns.fair_shares.ids())
    fair_shares_.push_back(nouns.fair_shares[id].people_days);
}

void State::find_excess() {
  value_.excess = 0;
  for (std::uint32_t f = 0; f < fair_shares_.size(); ++f)
    value_.excess += excess_weight(*instance_, f) * std::max<std::int64_t>(0, -people_days_left(f));
}

void State::confine(const std::vector<char>& is_open, std::size_t parts) {
  open_rows_ = &is_open;
  const auto deal = [parts](std::int64_t used, std::int64_t& limit) {
    constexpr auto any = std::numeric_limits<std::int64_t>::max();
    if (limit != any) limit = used + (limit - used) / static_cast<std::int64_t>(parts);
  };
  for (std::size_t c = 0; c < ceilings_.size(); ++c)
    for (std::size_t b = 0; b < ceilings_[c].size(); ++b) deal(persons_[c][b], ceilings_[c][b]);
  for (std::size_t g = 0; g < budgets_.size(); ++g) deal(spent_[g], budgets_[g]);
  for (std::size_t s = 0; s < stocks_.size(); ++s) deal(given_[s], stocks_[s]);
  for (std::size_t f = 0; f < fair_shares_.size(); ++f) deal(people_days_[f], fair_shares_[f]);
  find_excess();
}

void State::release() {
  if (open_rows_ == nullptr) return;
  open_rows_ = nullptr;
  set_limits();
  find_excess();
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
  const std::int64_t more = (after - before) * data.weight * instance_->length[bucket];
  unmet_[row] += more;
  unmet_in_[instance_->future_of(row)] += more;
  value_.unmet += more;
}

std::int64_t State::open(RowIndex row, std::size_t bucket) const {
  const Row& data = instance_->rows[row];
  if (bucket < data.first || bucket >= data.last) return 0;
  return std::max<std::int64_t>(0, data.quantity - filled_[row][bucket]);
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
  std::uint32_t& unit_used = used_units_[data.unit.index()];
  const bool comes_or_goes = sign > 0 ? unit_used == 0 : unit_used == 1;
  unit_used = sign > 0 ? unit_used + 1 : unit_used - 1;
  if (comes_or_goes) value_.later += sign * unit_points(*instance_, data.unit);
  if (data.budget) spent_[data.budget->index()] += sign * cost;
}

void State::bear(std::uint32_t fair_share, std::int64_t people_days) {
  const auto excess = [&] { return std::max<std::int64_t>(0, -people_days_left(fair_share)); };
  const std::int64_t before = excess();
  people_days_[fair_share] += people_days;
  value_.excess += excess_weight(*instance_, fair_share) * (excess() - before);
}

std::int64_t State::share_left(RowIndex row, std::size_t bucket) const {
  constexpr std::int64_t permille = 1000;
  return led_[row][bucket] * permille
         - instance_->rows[row].lead_share_permille * there_[row][bucket];
}

bool State::is_share_broken(RowIndex row, std::size_t bucket) const {
  return share_left(row, bucket) < 0;
}

// In each future while the offer is there.
void State::fill_there(RowIndex first, Id<Offer> offer, const Span& span, std::int64_t amount) {
  for (std::size_t b = span.from; b < span.until; ++b)
    for_each_future(instance_->there(offer, b),
                    [&](std::uint32_t f) { fill(first + f, b, amount); });
}

// nations: of what is given as such, in whatever future.
void State::share(RowIndex r, Id<Nation> nation, const Span& span, const Part& part) {
  if (there_[r].empty()) return;
  const Row& row = instance_->rows[r];
  for (std::size_t b = span.from; b < span.until; ++b) {
    shares_broken_ -= is_share_broken(r, b) ? 1 : 0;
    there_[r][b] += part.given;
    if (row.lead == nation) led_[r][b] += part.given;
    shares_broken_ += is_share_broken(r, b) ? 1 : 0;
  }
}

void State::change(std::size_t member, const Leg& leg, int sign) {
  const Member& who = members_[member];
  const Crew& crew = instance_->crews[who.crew];
  const Use& use = crew.uses[leg.use];
  const Terms& terms = crew.terms[use.terms];
  const std::int64_t pieces = sign * who.pieces;
  const auto serve_row = [&](RowIndex r, const Part& part) {
    const auto counts = static_cast<std::size_t>(counting_start(instance_->rows[r], leg.from));
    fill_there(r, use.offer, {counts, leg.until}, part.amount);
    share(r, crew.nation, {counts, leg.until}, part);
  };
  serve_row(use.row, {pieces * use.amount, pieces * use.given});
  if (use.also != no_row) serve_row(use.also, {pieces * use.also_amount, pieces * use.also_given});
  const std::size_t nations = (*instance_->scenario)->nations.size();
  for (const RowIndex r : {use.row, use.also}) {
    if (r == no_row || nations_[r].empty()) continue;
    for (std::size_t b = leg.from; b < leg.until; ++b) {
      std::uint16_t& tours = nations_[r][b * nations + crew.nation.index()];
      tours = static_cast<std::uint16_t>(tours + sign);
    }
  }
  for (std::size_t b = leg.from; b < leg.until; ++b) {
    for (const auto ceiling : crew.ceilings) persons_[ceiling][b] += pieces * terms.persons;
    if (terms.most_pieces > 0) offer_pieces_[use.offer.index()][b] += pieces;
    if (!crew.kin.empty())
      busy_[who.crew][b] = static_cast<std::uint16_t>(busy_[who.crew][b] + sign);
  }
  const std::int64_t cost =
      terms.cost_per_day * days_of(*instance_, leg.from, leg.until) + terms.cost_per_tour;
  charge_offer(use.offer, who.pieces * cost, sign);
  if (crew.fair_share)
    bear(*crew.fair_share,
         pieces * plan::people_days_of(*instance_, crew, use, leg.from, leg.until));
  value_.later += pieces * points_of(*instance_, crew, use, leg.from, leg.until);
  if (!instance_->fixed.empty()) change_fixed(who, leg, sign);
}

}  // namespace muster::plan
