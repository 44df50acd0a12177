// SPDX-License-Identifier: Apache-2.0
#include "plan/lp/reopening.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "plan/pricing/effects.hpp"

namespace muster::plan {
namespace {

constexpr double thousand = 1000.0;
constexpr double unlimited = LinearProgramme::unlimited;

}  // namespace

// What one tour of a member does to the rows of the programme.
struct Reopening::Effects {
  Reopening& programme;
  std::int64_t pieces;
  std::vector<Entry> entries;

  void add(const Place& place, double value) {
    if (const int row = programme.row_at(place); row >= 0) entries.push_back({row, value});
  }
  void row(RowIndex row, std::size_t bucket, std::int64_t amount) {
    const std::int64_t open = programme.rest_.open(row, bucket);
    if (open == 0) return;
    add({Kind::open, row, static_cast<std::uint32_t>(bucket)},
        static_cast<double>(std::min(open, pieces * amount)) / thousand);
  }
  void ceiling(std::uint32_t index, std::size_t bucket, std::int64_t persons) {
    add({Kind::persons, index, static_cast<std::uint32_t>(bucket)},
        static_cast<double>(pieces * persons));
  }
  void kin(std::uint32_t pair, std::size_t bucket, std::int64_t weight) {
    add({Kind::kin, pair, static_cast<std::uint32_t>(bucket)},
        static_cast<double>(pieces * weight));
  }
  void budget(std::uint32_t index, std::int64_t cost) {
    add({Kind::budget, index, 0}, static_cast<double>(pieces * cost) / thousand);
  }
  void fair_share(std::uint32_t /*index*/, std::int64_t /*people_days*/) {}  // decided by prices
  void part(Id<Offer> offer, const Leg& leg) {
    for (std::uint32_t b = leg.from; b < leg.until; ++b)
      add({Kind::part, offer.index(), b}, static_cast<double>(pieces));
  }
  // lead_share: led × 1000 ≥ share × there.
  void share(
      const Instance& instance, const Crew& crew, const Leg& leg, RowIndex r, std::int64_t given) {
    if (r == no_row || instance.rows[r].lead_share_permille == 0) return;
    constexpr double permille = 1000.0;
    const Row& row = instance.rows[r];
    const double led = row.lead == crew.nation ? permille : 0.0;
    const double each = static_cast<double>(pieces * given) / thousand
                        * (led - static_cast<double>(row.lead_share_permille)) / permille;
    for (std::uint32_t b = counting_start(row, leg.from); b < leg.until; ++b)
      add({Kind::share, r, b}, each);
  }
};

Reopening::Reopening(const State& rest, std::span<const std::size_t> members)
    : rest_{rest},
      instance_{rest.instance()},
      members_(members.begin(), members.end()),
      untouched_{static_cast<double>(rest.value().unmet)} {
  for (std::size_t k = 0; k < members_.size(); ++k) {
    const Member& member = rest.members()[members_[k]];
    const auto is_alike = [&](const Group& group) {
      return group.member.crew == member.crew && group.member.pieces == member.pieces;
    };
    auto group = std::ranges::find_if(groups_, is_alike);
    if (group == groups_.end()) group = groups_.insert(group, Group{member, {}, {}});
    group->members.push_back(k);
  }
}

bool Reopening::allow(std::size_t group, const Schedule& schedule) {
  bool is_new = false;
  for (const Leg& leg : schedule) {
    if (groups_[group].columns.contains(leg)) continue;
    add_tour(group, leg);
    is_new = true;
  }
  return is_new;
}

void Reopening::add_tour(std::size_t index, const Leg& leg) {
  Group& group = groups_[index];
  const Crew& crew = instance_.crews[group.member.crew];
  const Use& use = crew.uses[leg.use];
  Effects effects{*this, group.member.pieces, {}};
  const Boundary rested = next_start(instance_, use, leg.from, leg.until);
  const auto last = std::min<std::size_t>(rested, instance_.buckets());
  for (std::uint32_t b = leg.from; b < last; ++b)
    effects.add({Kind::busy, static_cast<std::uint32_t>(index), b}, 1.0);
  apply_tour(instance_, crew, leg, effects);
  effects.share(instance_, crew, leg, use.row, use.given);
  effects.share(instance_, crew, leg, use.also, use.also_given);
  if (crew.terms[use.terms].most_pieces > 0) effects.part(use.offer, leg);
  group.columns[leg] =
      programme_.add_column(0.0, static_cast<double>(group.members.size()), effects.entries);
}

// Below 0: there is no such limit.
int Reopening::row_at(const Place& place) {
  const auto found = rows_.find(place);
  if (found != rows_.end()) return found->second;
  return rows_[place] = make_row(place);
}

int Reopening::make_row(const Place& place) {
  if (place.kind == Kind::open) {
    const Row& row = instance_.rows[place.of];
    const std::int64_t open = rest_.open(place.of, place.bucket);
    const std::int64_t each = row.weight * instance_.length[place.bucket];
    const int index = programme_.add_row(static_cast<double>(open) / thousand, unlimited);
    programme_.add_column(static_cast<double>(each), unlimited, {{index, 1.0}});
    untouched_ -= static_cast<double>(open * each);
    return index;
  }
  if (place.kind == Kind::share)
    return programme_.add_row(
        -static_cast<double>(rest_.share_left(place.of, place.bucket)) / thousand / thousand,
        unlimited);
  const double limit = limit_of(place);
  return limit >= unlimited ? -1 : programme_.add_row(-unlimited, limit);
}

double Reopening::limit_of(const Place& place) const {
  const Nouns& nouns = **instance_.scenario;
  switch (place.kind) {
    case Kind::busy:
      return static_cast<double>(groups_[place.of].members.size());
    case Kind::persons: {
      const std::int64_t left = rest_.persons_left(place.of, place.bucket);
      constexpr std::int64_t any = std::numeric_limits<std::int32_t>::max();
      return left > any ? unlimited : static_cast<double>(left);
    }
    case Kind::kin:
      return static_cast<double>(kin_limit(nouns, nouns.kin[Id<KinPair>{place.of}]));
    case Kind::part:
      return pieces_left(Id<Offer>{place.of}, place.bucket);
    case Kind::budget:
      return static_cast<double>(rest_.money_left(place.of)) / thousand;
    case Kind::open:
    case Kind::share:
      break;
  }
  return unlimited;
}

// Of an offer of a part of a pool.
double Reopening::pieces_left(Id<Offer> offer, std::size_t bucket) const {
  for (const Group& group : groups_) {
    const Crew& crew = instance_.crews[group.member.crew];
    const auto use = std::ranges::find(crew.uses, offer, &Use::offer);
    if (use != crew.uses.end())
      return static_cast<double>(crew.terms[use->terms].most_pieces
                                 - rest_.pieces_there(offer, bucket));
  }
  return unlimited;
}

bool Reopening::relax(Prices<double>& prices, const std::stop_token& stop) {
  answer_ = programme_.solve({}, stop);
  if (!answer_.optimal) return false;
  for (const auto& [place, row] : rows_) {
    if (place.kind != Kind::open) continue;
    const double most =
        static_cast<double>(instance_.rows[place.of].weight * instance_.length[place.bucket]);
    prices.row[place.of][place.bucket] =
        std::clamp(answer_.duals[static_cast<std::size_t>(row)], 0.0, most);
  }
  return true;
}

double Reopening::unmet() const {
  return answer_.objective * thousand + untouched_;
}

// Tours in the order of time, each to a member that has rested.
void Reopening::deal(const Group& group, std::vector<Schedule>& schedules) const {
  std::vector<std::pair<Leg, std::int64_t>> chosen;
  for (const auto& [leg, column] : group.columns) {
    const auto times =
        static_cast<std::int64_t>(answer_.values[static_cast<std::size_t>(column)] + 0.5);
    if (times > 0) chosen.emplace_back(leg, times);
  }
  std::ranges::stable_sort(chosen, {}, [](const auto& tour) { return tour.first.from; });
  const auto& uses = instance_.crews[group.member.crew].uses;
  std::vector<Boundary> rested(group.members.size(), 0);
  for (const auto& [leg, times] : chosen)
    for (std::int64_t left = times; left > 0; --left)
      for (std::size_t k = 0; k < rested.size(); ++k) {
        if (rested[k] > leg.from) continue;
        schedules[group.members[k]].push_back(leg);
        rested[k] = next_start(instance_, uses[leg.use], leg.from, leg.until);
        break;
      }
}

double Reopening::undecided(const Group& group) const {
  double sum = 0;
  for (const auto& [leg, column] : group.columns) {
    const double value = answer_.values[static_cast<std::size_t>(column)];
    sum += std::abs(value - std::round(value));
  }
  return sum;
}

std::vector<std::size_t> Reopening::most_decided(std::size_t part) const {
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t g = 0; g < groups_.size(); ++g)
    if (!groups_[g].is_fixed) order.emplace_back(undecided(groups_[g]), g);
  std::ranges::sort(order);
  std::vector<std::size_t> found;
  constexpr double whole = 1e-6;
  for (const auto& [sum, g] : order)
    if (sum < whole || found.size() < (order.size() + part - 1) / part) found.push_back(g);
  return found;
}

void Reopening::fix(std::size_t index, std::span<const Schedule> schedules) {
  Group& group = groups_[index];
  std::map<Leg, double> times;
  for (const std::size_t k : group.members) {
    allow(index, schedules[k]);
    for (const Leg& leg : schedules[k]) times[leg] += 1;
  }
  for (const auto& [leg, column] : group.columns) {
    const auto found = times.find(leg);
    const double value = found == times.end() ? 0.0 : found->second;
    programme_.change_bounds(column, value, value);
  }
  group.is_fixed = true;
}

std::vector<Schedule> Reopening::rounded(std::size_t group) const {
  std::vector<Schedule> schedules(members_.size());
  deal(groups_[group], schedules);
  return schedules;
}

std::vector<Schedule> Reopening::solve(std::span<const Schedule> start,
                                       const LinearProgramme::Work& most,
                                       const std::stop_token& stop) {
  std::map<int, double> begin;
  for (const Group& group : groups_) {
    for (const auto& [leg, column] : group.columns) {
      programme_.make_integer(column);
      begin[column] = 0;
    }
    for (const std::size_t k : group.members)
      for (const Leg& leg : start[k]) begin[group.columns.at(leg)] += 1;
  }
  std::vector<int> columns;
  std::vector<double> values;
  for (const auto& [column, value] : begin) {
    columns.push_back(column);
    values.push_back(value);
  }
  programme_.start_from(columns, values);
  answer_ = programme_.solve(most, stop);
  if (!answer_.has_values) return {};
  std::vector<Schedule> schedules(members_.size());
  for (const Group& group : groups_) deal(group, schedules);
  return schedules;
}

}  // namespace muster::plan
