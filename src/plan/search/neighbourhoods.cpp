// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <span>

#include "base/random.hpp"

#include "plan/search/search.hpp"

namespace muster::plan {
namespace {

constexpr std::size_t largest_neighbourhood = 4;
constexpr double most_noise = 0.3;            // on what each use earns, in two rounds of three
constexpr std::size_t rounds_to_learn = 300;  // worse ones, whose mean sets the first temperature
constexpr double first_temperature = 1.5;     // times that mean
constexpr std::uint32_t random_cause = 1;     // of this search among all that draw from the seed

// Which members and packages could serve each row.
struct Servers {
  std::vector<std::vector<std::size_t>> members, packages;  // by row
};

Servers find_servers(const State& state) {
  const Instance& instance = state.instance();
  Servers servers;
  servers.members.resize(instance.rows.size());
  servers.packages.resize(instance.rows.size());
  const auto add_once = [](std::vector<std::size_t>& list, std::size_t item) {
    if (list.empty() || list.back() != item) list.push_back(item);
  };
  for (std::size_t m = 0; m < state.members().size(); ++m)
    for (const Use& use : instance.crews[state.members()[m].crew].uses) {
      add_once(servers.members[use.row], m);
      if (use.also != no_row) add_once(servers.members[use.also], m);
    }
  for (std::size_t p = 0; p < instance.packages.size(); ++p)
    for (const Package::Target& target : instance.packages[p].targets)
      add_once(servers.packages[target.row], p);
  return servers;
}

// What a round takes out, and what it was.
struct Removed {
  std::vector<std::size_t> members, packages;
  std::vector<Schedule> schedules;
  std::vector<BestDelivery<double>> deliveries;
};

// The best plan met, kept beside a state that goes on: only what changed since is copied.
class Record {
 public:
  explicit Record(const State& state)
      : value_{state.value()},
        member_changed_(state.members().size(), 0),
        package_changed_(state.instance().packages.size(), 0) {
    for (std::size_t m = 0; m < state.members().size(); ++m) schedules_.push_back(state.schedule(m));
    for (std::size_t p = 0; p < state.instance().packages.size(); ++p)
      deliveries_.push_back(state.delivery(p));
  }

  [[nodiscard]] const Value& value() const { return value_; }

  void note(const Removed& changed) {
    for (const std::size_t m : changed.members) mark(m, member_changed_, members_);
    for (const std::size_t p : changed.packages) mark(p, package_changed_, packages_);
  }

  void take_over(const State& state) {
    value_ = state.value();
    for (const std::size_t m : members_) {
      schedules_[m] = state.schedule(m);
      member_changed_[m] = 0;
    }
    for (const std::size_t p : packages_) {
      deliveries_[p] = state.delivery(p);
      package_changed_[p] = 0;
    }
    members_.clear();
    packages_.clear();
  }

  void return_to(State& state) const {
    for (const std::size_t m : members_) state.take(m);
    for (const std::size_t p : packages_) state.take_delivery(p);
    for (const std::size_t m : members_) state.put(m, schedules_[m]);
    for (const std::size_t p : packages_) state.put_delivery(p, deliveries_[p]);
  }

 private:
  static void mark(std::size_t item, std::vector<char>& changed, std::vector<std::size_t>& list) {
    if (changed[item] != 0) return;
    changed[item] = 1;
    list.push_back(item);
  }

  Value value_;
  std::vector<Schedule> schedules_;
  std::vector<BestDelivery<double>> deliveries_;
  std::vector<char> member_changed_, package_changed_;
  std::vector<std::size_t> members_, packages_;  // that changed since
};

class Neighbourhoods {
 public:
  Neighbourhoods(State& state, const NeighbourhoodLimits& limits)
      : state_{state},
        limits_{limits},
        servers_{find_servers(state)},
        random_{limits.seed, 0, random_cause},
        best_{state} {}

  void round(double share) {
    const Value before = state_.value();
    const Removed removed = take_out();
    put_back(removed);
    const double worse = state_.value().in_units() - before.in_units();
    if (!state_.is_sound() || !accepts(worse, share)) return restore(removed);
    best_.note(removed);
    if (state_.value() < best_.value()) best_.take_over(state_);
  }

  [[nodiscard]] const Value& best() const { return best_.value(); }
  void return_to_best() { best_.return_to(state_); }

 private:
  // Annealing, cooled to nothing. How warm it starts is learnt from the first rounds that made the
  // plan worse; until then no such round is kept.
  bool accepts(double worse, double share) {
    if (worse <= 0) return true;
    if (worse_rounds_ < rounds_to_learn) {
      worse_sum_ += worse;
      ++worse_rounds_;
      return false;
    }
    const double heat = first_temperature * worse_sum_ / static_cast<double>(worse_rounds_);
    const double temperature = heat * (1.0 - share) * (1.0 - share);
    return temperature > 0 && random_.unit() < std::exp(-worse / temperature);
  }

  // Half the rounds begin at a row with something unmet, the others at any row.
  RowIndex pick_row() {
    const auto rows = state_.instance().rows.size();
    auto row = static_cast<RowIndex>(random_.below(rows));
    if (random_.below(2) == 0) return row;
    for (std::size_t tries = 0; tries < rows; ++tries) {
      if (state_.unmet(row) > 0) return row;
      row = static_cast<RowIndex>((row + 1) % rows);
    }
    return row;
  }

  void pick_members(RowIndex row, std::size_t wanted, std::vector<std::size_t>& picked) {
    const auto& able = servers_.members[row];
    for (std::size_t k = 0; k < wanted && !able.empty(); ++k) {
      const std::size_t member = able[random_.below(able.size())];
      if (!std::ranges::count(picked, member)) picked.push_back(member);
    }
  }

  // A second row that one of the members could serve ties two rows together: an ejection chain.
  RowIndex row_of(std::size_t member) {
    const auto& uses = state_.instance().crews[state_.members()[member].crew].uses;
    return uses[random_.below(uses.size())].row;
  }

  Removed take_out() {
    Removed removed;
    const RowIndex row = pick_row();
    const std::size_t wanted = 1 + random_.below(largest_neighbourhood);
    pick_members(row, wanted, removed.members);
    if (!removed.members.empty() && random_.below(2) == 0)
      pick_members(row_of(removed.members.front()), 2, removed.members);
    const auto& able = servers_.packages[row];
    for (std::size_t k = 0; k < 2 && !able.empty(); ++k) {
      const std::size_t package = able[random_.below(able.size())];
      if (!std::ranges::count(removed.packages, package)) removed.packages.push_back(package);
    }
    for (const std::size_t member : removed.members) {
      removed.schedules.push_back(state_.schedule(member));
      state_.take(member);
    }
    for (const std::size_t package : removed.packages) {
      removed.deliveries.push_back(state_.delivery(package));
      state_.take_delivery(package);
    }
    return removed;
  }

  void put_back(const Removed& removed) {
    std::vector<std::size_t> order = removed.members;
    random_.shuffle(std::span{order});
    const double noise = random_.below(3) == 0 ? 0.0 : most_noise * random_.unit();
    for (const std::size_t member : order) {
      shake(member, noise);
      state_.put(member, state_.best_for(member, {nullptr, likings_}));
    }
    order = removed.packages;
    random_.shuffle(std::span{order});
    for (const std::size_t package : order)
      state_.put_delivery(package, state_.best_delivery_for(package));
  }

  // The best of each alone is often the same again: a little noise finds other ways.
  void shake(std::size_t member, double noise) {
    likings_.clear();
    if (noise == 0.0) return;
    const auto& uses = state_.instance().crews[state_.members()[member].crew].uses;
    for (std::size_t u = 0; u < uses.size(); ++u) likings_.push_back(1.0 + noise * random_.unit());
  }

  void restore(const Removed& removed) {
    for (const std::size_t member : removed.members) state_.take(member);
    for (const std::size_t package : removed.packages) state_.take_delivery(package);
    for (std::size_t k = 0; k < removed.members.size(); ++k)
      state_.put(removed.members[k], removed.schedules[k]);
    for (std::size_t k = 0; k < removed.packages.size(); ++k)
      state_.put_delivery(removed.packages[k], removed.deliveries[k]);
  }

  State& state_;
  NeighbourhoodLimits limits_;
  Servers servers_;
  Random random_;
  Record best_;
  double worse_sum_ = 0;
  std::size_t worse_rounds_ = 0;
  std::vector<double> likings_;
};

}  // namespace

void search_neighbourhoods(State& state,
                           const NeighbourhoodLimits& limits,
                           Effort& effort,
                           Observer& observer,
                           const std::stop_token& stop) {
  if (state.instance().rows.empty()) return;
  constexpr double points_unit = static_cast<double>(points_per_thousandth_day);
  constexpr std::uint64_t rounds_a_report = 64;
  Neighbourhoods search{state, limits};
  for (std::uint64_t k = 0; k < limits.rounds && !stop.stop_requested(); ++k) {
    const double share = static_cast<double>(k) / static_cast<double>(limits.rounds);
    search.round(share);
    ++effort.neighbourhoods;
    if (k % rounds_a_report == 0)
      observer.progress({"neighbourhoods",
                         share,
                         search.best().in_units() * points_unit,
                         limits.bound * points_unit});
    if (search.best().in_units() <= limits.bound) break;
  }
  search.return_to_best();
  descend(state, stop);
}

}  // namespace muster::plan
