// SPDX-License-Identifier: Apache-2.0
#include "plan/search/reopenings.hpp"

#include <algorithm>
#include <utility>

namespace muster::plan {
namespace {

constexpr std::int64_t fewest = 8, most = 40;  // members that are reopened
constexpr std::size_t most_to_decide = 16;     // of them, by the integer programme
constexpr double trust = 0.97;                 // as in rounds.cpp

// What a thousandth weighs: the price of what nothing else would fill.
void weigh(const Instance& instance, Prices<double>& prices) {
  for (std::size_t r = 0; r < instance.rows.size(); ++r)
    for (std::size_t b = 0; b < instance.buckets(); ++b)
      prices.row[r][b] = static_cast<double>(instance.rows[r].weight * instance.length[b]);
}

}  // namespace

Reopenings::Reopenings(State& state, const Servers& servers, const Prices<double>& prices)
    : state_{state}, servers_{servers}, prices_{prices}, at_hand_{prices} {}

void Reopenings::round(Random random, const std::stop_token& stop) {
  removed_ = {};
  pick_members(random);
  before_ = state_.value();
  take_out();
  dive(stop);
  is_kept_ = is_improved();
  if (is_kept_) return;
  for (const std::size_t member : removed_.members) state_.take(member);
  if (removed_.members.size() <= most_to_decide) {
    decide(stop);
    is_kept_ = is_improved();
  }
  if (!is_kept_) restore();
}

// The next row with something unmet after one drawn at random.
RowIndex Reopenings::pick_row(Random& random) const {
  const std::size_t rows = state_.instance().rows.size();
  std::size_t at = random.below(rows);
  for (std::size_t tries = 0; tries < rows; ++tries) {
    if (state_.unmet(static_cast<RowIndex>(at)) > 0) break;
    at = (at + 1) % rows;
  }
  return static_cast<RowIndex>(at);
}

// One that a member serves; or could serve, where it serves none.
RowIndex Reopenings::row_of(std::size_t member, Random& random) const {
  const State& state = state_;
  const auto& uses = state.instance().crews[state.members()[member].crew].uses;
  const Schedule& schedule = state.schedule(member);
  const std::size_t use =
      schedule.empty() ? random.below(uses.size()) : schedule[random.below(schedule.size())].use;
  return uses[use].row;
}

// Those who can serve the row, and in turn those who can serve what these do.
void Reopenings::pick_members(Random& random) {
  constexpr std::size_t members_a_row = 4;
  const auto wanted = static_cast<std::size_t>(random.between(fewest, most));
  std::vector<RowIndex> rows{pick_row(random)};
  auto& members = removed_.members;
  for (std::size_t tries = 0; tries < 4 * wanted && members.size() < wanted; ++tries) {
    const auto& able = servers_.members[rows[random.below(rows.size())]];
    if (able.empty()) continue;
    const std::size_t member = able[random.below(able.size())];
    const bool is_new = std::ranges::count(members, member) == 0;
    if (is_new) members.push_back(member);
    // One drawn again tells that few can serve these rows.
    if (!is_new || members.size() >= members_a_row * rows.size())
      rows.push_back(row_of(member, random));
  }
}

void Reopenings::take_out() {
  for (const std::size_t member : removed_.members) {
    removed_.schedules.push_back(state_.schedule(member));
    state_.take(member);
  }
}

bool Reopenings::is_improved() const {
  return state_.value() < before_ && state_.is_sound();
}

bool Reopenings::may_improve(const Reopening& reopening) const {
  constexpr double rounding = 1e-9;
  return reopening.unmet() < (1 - rounding) * static_cast<double>(before_.unmet);
}

// What the members did, and what is best for each alone.
void Reopenings::allow_first_tours(Reopening& reopening) const {
  for (std::size_t g = 0; g < reopening.groups(); ++g) {
    for (const std::size_t k : reopening.members_of(g)) reopening.allow(g, removed_.schedules[k]);
    const std::size_t member = removed_.members[reopening.members_of(g).front()];
    reopening.allow(g, state_.best_for(member, {&prices_, trust, {}, {}}));
    reopening.allow(g, state_.best_for(member, {}));
  }
}

// Allows what is best at the prices of what is allowed, so many times at most. False: no choice of
// what is allowed leaves less unmet than before.
bool Reopenings::price_tours(Reopening& reopening, int most_times, const std::stop_token& stop) {
  for (int times = 0; times <= most_times; ++times) {
    if (!reopening.relax(at_hand_, stop)) return false;
    bool is_new = false;
    for (std::size_t g = 0; g < reopening.groups() && times < most_times; ++g) {
      if (reopening.is_fixed(g)) continue;
      const std::size_t member = removed_.members[reopening.members_of(g).front()];
      is_new = reopening.allow(g, state_.best_for(member, {&at_hand_, 1.0, {}, {}})) || is_new;
    }
    if (!is_new) break;
  }
  return may_improve(reopening);
}

void Reopenings::dive(const std::stop_token& stop) {
  constexpr int times_at_first = 15, times_then = 2;
  weigh(state_.instance(), at_hand_);
  Reopening reopening{state_, removed_.members};
  allow_first_tours(reopening);
  std::vector<Schedule> done(removed_.members.size());
  std::size_t fixed = 0;
  for (int times = times_at_first; fixed < done.size(); times = times_then) {
    if (!price_tours(reopening, times, stop)) return;
    fix_decided(reopening, done);
    fixed = 0;
    for (std::size_t g = 0; g < reopening.groups(); ++g)
      if (reopening.is_fixed(g)) fixed += reopening.members_of(g).size();
  }
}

// What does not fit beside those fixed before gives way to the best that does.
void Reopenings::fix_decided(Reopening& reopening, std::vector<Schedule>& done) {
  constexpr std::size_t part = 6;
  for (const std::size_t g : reopening.most_decided(part)) {
    std::vector<Schedule> wanted = reopening.rounded(g);
    for (const std::size_t k : reopening.members_of(g)) {
      const std::size_t member = removed_.members[k];
      done[k] = state_.fits(member, wanted[k]) ? std::move(wanted[k])
                                               : state_.best_for(member, {&at_hand_, 1.0, {}, {}});
      state_.put(member, done[k]);
    }
    reopening.fix(g, done);
  }
}

void Reopenings::decide(const std::stop_token& stop) {
  constexpr int most_times = 15;
  constexpr LinearProgramme::Work most_work{.nodes = 50, .steps = 2'000};
  weigh(state_.instance(), at_hand_);
  Reopening reopening{state_, removed_.members};
  allow_first_tours(reopening);
  if (price_tours(reopening, most_times, stop))
    put_back(reopening.solve(removed_.schedules, most_work, stop));
}

// What fits beside the rest, until nothing more does; the others at their best. A lead may have to
// come before those it leads.
void Reopenings::put_back(const std::vector<Schedule>& schedules) {
  std::vector<std::size_t> left;
  for (std::size_t k = 0; k < schedules.size(); ++k) left.push_back(k);
  for (std::size_t before = left.size() + 1; left.size() < before;) {
    before = left.size();
    std::erase_if(left, [&](std::size_t k) {
      const std::size_t member = removed_.members[k];
      if (!state_.fits(member, schedules[k])) return false;
      state_.put(member, schedules[k]);
      return true;
    });
  }
  for (const std::size_t k : left)
    state_.put(removed_.members[k], state_.best_for(removed_.members[k], {}));
}

void Reopenings::restore() {
  for (const std::size_t member : removed_.members) state_.take(member);
  for (std::size_t k = 0; k < removed_.members.size(); ++k)
    state_.put(removed_.members[k], removed_.schedules[k]);
}

}  // namespace muster::plan
