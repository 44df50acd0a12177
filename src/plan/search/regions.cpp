// SPDX-License-Identifier: Apache-2.0
#include "plan/search/regions.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <span>

namespace muster::plan {
namespace {

class Cut {
 public:
  Cut(const State& state, std::size_t count, Random& random)
      : state_{state}, instance_{state.instance()} {
    made_.regions.resize(count);
    for (Region& region : made_.regions) region.is_open.assign(instance_.rows.size(), 0);
    deal_kinds(random);
    for (RowIndex r = 0; r < instance_.rows.size(); ++r) {
      Region& region = made_.regions[region_of_row(r)];
      region.rows.push_back(r);
      region.is_open[r] = 1;
    }
    made_.of_member.assign(state.members().size(), nobodys);
    made_.of_package.assign(instance_.packages.size(), nobodys);
  }

  Regions make() {
    for (std::size_t m = 0; m < made_.of_member.size(); ++m) place_member(m);
    for (std::size_t p = 0; p < made_.of_package.size(); ++p) place_package(p);
    return std::move(made_);
  }

 private:
  [[nodiscard]] std::size_t kind_of_row(RowIndex row) const {
    return (*instance_.scenario)->requirements[instance_.rows[row].requirement].capability.index();
  }
  [[nodiscard]] std::size_t kind_of_crew(std::uint32_t crew) const {
    return (*instance_.scenario)->units[instance_.crews[crew].unit].capability.index();
  }
  [[nodiscard]] std::uint8_t region_of_row(RowIndex row) const {
    return region_of_kind_[kind_of_row(row)];
  }
  [[nodiscard]] std::uint8_t region_of_crew(std::uint32_t crew) const {
    return region_of_kind_[kind_of_crew(crew)];
  }

  // The kinds in random order, each to the region that has least to do so far.
  void deal_kinds(Random& random) {
    const std::size_t kinds = (*instance_.scenario)->capabilities.size();
    std::vector<std::size_t> work(kinds, 0);
    for (const Member& member : state_.members()) ++work[kind_of_crew(member.crew)];
    std::vector<std::size_t> order(kinds);
    std::iota(order.begin(), order.end(), std::size_t{0});
    random.shuffle(std::span{order});
    std::vector<std::size_t> dealt(made_.regions.size(), 0);
    region_of_kind_.assign(kinds, 0);
    for (const std::size_t kind : order) {
      const auto least = std::ranges::min_element(dealt) - dealt.begin();
      region_of_kind_[kind] = static_cast<std::uint8_t>(least);
      dealt[static_cast<std::size_t>(least)] += work[kind];
    }
  }

  void place_member(std::size_t m) {
    const Crew& crew = instance_.crews[state_.members()[m].crew];
    const std::uint8_t region = region_of_crew(state_.members()[m].crew);
    const auto is_inside = [&](RowIndex row) {
      return row == no_row || region_of_row(row) == region;
    };
    for (const Leg& leg : state_.schedule(m))
      if (!is_inside(crew.uses[leg.use].row) || !is_inside(crew.uses[leg.use].also)) return;
    for (const auto kin : crew.kin)
      if (region_of_crew(kin) != region) return;
    made_.of_member[m] = region;
    ++made_.regions[region].movable;
  }

  void place_package(std::size_t p) {
    const auto& targets = instance_.packages[p].targets;
    const std::uint8_t region = region_of_row(targets.front().row);
    for (const Package::Target& target : targets)
      if (region_of_row(target.row) != region) return;
    made_.of_package[p] = region;
    ++made_.regions[region].movable;
  }

  const State& state_;
  const Instance& instance_;
  Regions made_;
  std::vector<std::uint8_t> region_of_kind_;
};

}  // namespace

namespace {

bool is_limited(const Instance& instance, const Crew& crew) {
  return !crew.ceilings.empty() || crew.fair_share
         || std::ranges::any_of(crew.uses, [&](const Use& use) {
              return (*instance.scenario)->offers[use.offer].budget.has_value();
            });
}

std::vector<std::vector<std::size_t>> find_rivals(const Instance& instance) {
  const Nouns& nouns = **instance.scenario;
  std::vector<std::vector<std::size_t>> of_stock(nouns.stocks.size());
  std::vector<std::vector<std::size_t>> of_budget(nouns.budgets.size());
  const auto budget_of = [&](std::size_t p) {
    return nouns.offers[instance.packages[p].offer].budget;
  };
  for (std::size_t p = 0; p < instance.packages.size(); ++p) {
    for (const auto stock : instance.packages[p].stocks) of_stock[stock].push_back(p);
    if (const auto budget = budget_of(p)) of_budget[budget->index()].push_back(p);
  }
  std::vector<std::vector<std::size_t>> rivals(instance.packages.size());
  for (std::size_t p = 0; p < instance.packages.size(); ++p) {
    const auto add = [&](const std::vector<std::size_t>& sharing) {
      std::ranges::copy_if(
          sharing, std::back_inserter(rivals[p]), [p](std::size_t other) { return other != p; });
    };
    for (const auto stock : instance.packages[p].stocks) add(of_stock[stock]);
    if (const auto budget = budget_of(p)) add(of_budget[budget->index()]);
  }
  return rivals;
}

}  // namespace

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
      for (std::uint32_t f = 0; f < instance.futures.count; ++f) {
        add_once(servers.members[use.row + f], m);
        if (use.also != no_row) add_once(servers.members[use.also + f], m);
      }
    }
  for (std::size_t p = 0; p < instance.packages.size(); ++p)
    for (const Package::Target& target : instance.packages[p].targets)
      for (std::uint32_t f = 0; f < instance.futures.count; ++f)
        add_once(servers.packages[target.row + f], p);
  servers.rivals = find_rivals(instance);
  servers.limited.resize((*instance.scenario)->nations.size());
  for (std::size_t m = 0; m < state.members().size(); ++m) {
    const Crew& crew = instance.crews[state.members()[m].crew];
    if (is_limited(instance, crew)) servers.limited[crew.nation.index()].push_back(m);
  }
  return servers;
}

std::size_t count_regions(const State& state) {
  constexpr std::size_t members_a_region = 100;
  constexpr std::size_t most = 8;
  constexpr std::size_t many_members = 3'000;  // each region holds a state of its own
  const std::size_t limit = state.members().size() > many_members ? most / 2 : most;
  return std::clamp<std::size_t>(state.members().size() / members_a_region, 1, limit);
}

Regions cut_into_regions(const State& state, std::size_t count, Random& random) {
  return Cut{state, count, random}.make();
}

}  // namespace muster::plan
