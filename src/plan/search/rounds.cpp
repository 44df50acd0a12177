// SPDX-License-Identifier: Apache-2.0
#include "plan/search/rounds.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

#include "plan/search/looks.hpp"

namespace muster::plan {
namespace {

constexpr std::size_t largest_neighbourhood = 12;
constexpr std::uint64_t rounds_a_nation = 4;
constexpr double most_noise = 0.3;         // on what each use earns, in two rounds of three
constexpr double first_temperature = 0.7;  // times the mean of what a worse round loses
// How far what a row weighs gives way to its price when a member is put back: units that are scarce
// then stay for what only they can fill. With full trust what has no price is never filled.
// Measured in docs/decisions/0016.
constexpr double trust = 0.97;

}  // namespace

double Heat::temperature(double share) const {
  if (!is_learnt()) return 0;
  const double start = first_temperature * worse / static_cast<double>(rounds);
  return start * (1.0 - share) * (1.0 - share);
}

Rounds::Rounds(State& state,
               const Regions& regions,
               std::uint8_t region,
               const Servers& servers,
               const Prices<double>& prices,
               Random random)
    : state_{state},
      regions_{regions},
      region_{regions.regions[region]},
      index_{region},
      servers_{servers},
      prices_{prices},
      random_{std::move(random)} {}

void Rounds::round(double share, const Heat& seen) {
  const Value before = state_.value();
  look_at_worst();
  take_out();
  put_back();
  const double worse = state_.value().in_units() - before.in_units();
  is_kept_ = state_.is_sound() && accepts(worse, share, seen);
  if (!is_kept_) restore();
}

// Where the worst futures count, members see in some rounds those that are the worst now, in the
// others the prices, which weigh all that could be.
void Rounds::look_at_worst() {
  const Futures& futures = state_.instance().futures;
  is_by_worst_ = futures.counted < futures.count && random_.below(3) == 0;
  if (is_by_worst_) state_.emphasise_worst();
}

bool Rounds::accepts(double worse, double share, const Heat& seen) {
  if (worse <= 0) return true;
  if (!seen.is_learnt()) {
    learnt_.worse += worse;
    ++learnt_.rounds;
    return false;
  }
  const double temperature = seen.temperature(share);
  return temperature > 0 && random_.unit() < std::exp(-worse / temperature);
}

// Half the rounds begin at a row with something unmet, the others at any row.
RowIndex Rounds::pick_row() {
  const auto& rows = region_.rows;
  std::size_t at = random_.below(rows.size());
  if (random_.below(2) == 0) return rows[at];
  for (std::size_t tries = 0; tries < rows.size(); ++tries) {
    if (state_.unmet(rows[at]) > 0) break;
    at = (at + 1) % rows.size();
  }
  return rows[at];
}

void Rounds::pick_members(RowIndex row, std::size_t wanted) {
  pick_among(servers_.members[row], wanted);
}

void Rounds::pick_among(const std::vector<std::size_t>& members, std::size_t wanted) {
  for (std::size_t k = 0; k < wanted && !members.empty(); ++k) {
    const std::size_t member = members[random_.below(members.size())];
    if (regions_.of_member[member] != index_) continue;
    if (!std::ranges::count(removed_.members, member)) removed_.members.push_back(member);
  }
}

// Two that could serve the row, and a rival of each: what one leaves of a stock may do more for the
// other.
void Rounds::pick_packages(RowIndex row) {
  pick_package(servers_.packages[row]);
  pick_package(servers_.packages[row]);
  for (std::size_t k = removed_.packages.size(); k-- > 0;)
    pick_package(servers_.rivals[removed_.packages[k]]);
}

void Rounds::pick_package(const std::vector<std::size_t>& among) {
  if (among.empty()) return;
  const std::size_t package = among[random_.below(among.size())];
  if (regions_.of_package[package] != index_) return;
  if (!std::ranges::count(removed_.packages, package)) removed_.packages.push_back(package);
}

// In some rounds more of a nation with a ceiling or budget: what one leaves of it another may use
// better, wherever that one serves.
void Rounds::pick_limited() {
  if (removed_.members.empty()) return;
  const State& state = state_;
  const Member& first = state.members()[removed_.members.front()];
  const auto& members = servers_.limited[state.instance().crews[first.crew].nation.index()];
  if (!members.empty() && random_.below(rounds_a_nation) == 0) pick_among(members, 4);
}

// A second row that one of the members could serve ties two rows together: an ejection chain.
RowIndex Rounds::row_of(std::size_t member) {
  const auto& uses = state_.instance().crews[state_.members()[member].crew].uses;
  return uses[random_.below(uses.size())].row;
}

void Rounds::take_out() {
  removed_.members.clear();
  removed_.packages.clear();
  removed_.schedules.clear();
  removed_.deliveries.clear();
  const RowIndex row = pick_row();
  pick_members(row, 1 + random_.below(largest_neighbourhood));
  if (!removed_.members.empty() && random_.below(2) == 0)
    pick_members(row_of(removed_.members.front()), 2);
  pick_limited();
  pick_packages(row);
  for (const std::size_t member : removed_.members) {
    removed_.schedules.push_back(state_.schedule(member));
    state_.take(member);
  }
  for (const std::size_t package : removed_.packages) {
    removed_.deliveries.push_back(state_.delivery(package));
    state_.take_delivery(package);
  }
}

void Rounds::put_back() {
  order_.resize(removed_.members.size());
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  random_.shuffle(std::span{order_});
  const double noise = random_.below(3) == 0 ? 0.0 : most_noise * random_.unit();
  for (const std::size_t k : order_) {
    const std::size_t member = removed_.members[k];
    shake(member, noise);
    draw_uses(state_, member, removed_.schedules[k], random_, looks_at_);
    const Prices<double>* const prices = is_by_worst_ ? nullptr : &prices_;
    state_.put(member, state_.best_for(member, {prices, trust, likings_, looks_at_}));
  }
  order_ = removed_.packages;
  random_.shuffle(std::span{order_});
  for (const std::size_t package : order_)
    state_.put_delivery(package, state_.best_delivery_for(package));
}

// The best of each alone is often the same again: a little noise finds other ways.
void Rounds::shake(std::size_t member, double noise) {
  likings_.clear();
  if (noise == 0.0) return;
  const auto& uses = state_.instance().crews[state_.members()[member].crew].uses;
  for (std::size_t u = 0; u < uses.size(); ++u) likings_.push_back(1.0 + noise * random_.unit());
}

void Rounds::restore() {
  for (const std::size_t member : removed_.members) state_.take(member);
  for (const std::size_t package : removed_.packages) state_.take_delivery(package);
  for (std::size_t k = 0; k < removed_.members.size(); ++k)
    state_.put(removed_.members[k], removed_.schedules[k]);
  for (std::size_t k = 0; k < removed_.packages.size(); ++k)
    state_.put_delivery(removed_.packages[k], removed_.deliveries[k]);
}

}  // namespace muster::plan
