// SPDX-License-Identifier: Apache-2.0
#include "plan/instance/components.hpp"

#include <algorithm>
#include <numeric>

#include "plan/instance/alike.hpp"

namespace muster::plan {
namespace {

// Sets that are joined by their members (Tarjan, Journal of the ACM 22, 1975).
class Sets {
 public:
  explicit Sets(std::size_t size) : above_(size) {
    std::iota(above_.begin(), above_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t member) {
    while (above_[member] != member) member = above_[member] = above_[above_[member]];
    return member;
  }
  // The first of all stays the name of its set.
  void join(std::size_t a, std::size_t b) {
    const std::size_t of_a = find(a), of_b = find(b);
    above_[std::max(of_a, of_b)] = std::min(of_a, of_b);
  }

 private:
  std::vector<std::size_t> above_;
};

class Finder {
 public:
  explicit Finder(const Instance& instance)
      : instance_{instance}, nouns_{**instance.scenario}, sets_{lay_out()} {}

  std::vector<Component> find() {
    find_tight_ceilings();
    find_tight_fair_shares();
    for (std::size_t k = 0; k < instance_.crews.size(); ++k) join_crew(k);
    for (std::size_t p = 0; p < instance_.packages.size(); ++p) join_package(p);
    number_sets();
    list(rows_, instance_.rows.size(), &Component::rows);
    list(crews_, instance_.crews.size(), &Component::crews);
    list(packages_, instance_.packages.size(), &Component::packages);
    list(ceilings_, nouns_.ceilings.size(), &Component::ceilings);
    list(kin_, nouns_.kin.size(), &Component::kin);
    list(budgets_, nouns_.budgets.size(), &Component::budgets);
    list(stocks_, nouns_.stocks.size(), &Component::stocks);
    list(fair_shares_, nouns_.fair_shares.size(), &Component::fair_shares);
    return std::move(found_);
  }

 private:
  // Where the members of each kind begin; how many there are.
  std::size_t lay_out() {
    crews_ = rows_ + instance_.rows.size();
    packages_ = crews_ + instance_.crews.size();
    units_ = packages_ + instance_.packages.size();
    ceilings_ = units_ + nouns_.units.size();
    kin_ = ceilings_ + nouns_.ceilings.size();
    budgets_ = kin_ + nouns_.kin.size();
    stocks_ = budgets_ + nouns_.budgets.size();
    fair_shares_ = stocks_ + nouns_.stocks.size();
    return fair_shares_ + nouns_.fair_shares.size();
  }

  void find_tight_ceilings() {
    std::vector<std::int64_t> most(nouns_.ceilings.size(), 0);
    for (const Crew& crew : instance_.crews) {
      const std::int64_t persons = most_persons(crew);
      for (const auto ceiling : crew.ceilings) most[ceiling] += persons * crew.pieces;
    }
    for (const auto id : nouns_.ceilings.ids())
      is_tight_.push_back(most[id.index()] > nouns_.ceilings[id].personnel.count() ? 1 : 0);
  }

  void find_tight_fair_shares() {
    for (const auto id : nouns_.fair_shares.ids()) {
      const bool is_tight =
          most_people_days(instance_, id.index()) > nouns_.fair_shares[id].people_days;
      is_tight_share_.push_back(is_tight ? 1 : 0);
    }
  }

  void join_crew(std::size_t k) {
    const Crew& crew = instance_.crews[k];
    const std::size_t me = crews_ + k;
    sets_.join(me, units_ + crew.unit.index());
    for (const Use& use : crew.uses) {
      sets_.join(me, rows_ + use.row);
      if (use.also != no_row) sets_.join(me, rows_ + use.also);
      join_budget(me, use.offer);
    }
    const bool counts =
        std::ranges::any_of(crew.terms, [](const Terms& it) { return it.persons > 0; });
    for (const auto ceiling : crew.ceilings)
      if (counts && is_tight_[ceiling] != 0) sets_.join(me, ceilings_ + ceiling);
    if (counts && crew.fair_share && is_tight_share_[*crew.fair_share] != 0)
      sets_.join(me, fair_shares_ + *crew.fair_share);
    for (const auto kin : crew.kin) sets_.join(me, crews_ + kin);
    for (const Crew::KinLink& link : crew.kin_links) sets_.join(me, kin_ + link.pair);
  }

  void join_package(std::size_t p) {
    const Package& package = instance_.packages[p];
    const std::size_t me = packages_ + p;
    sets_.join(me, units_ + nouns_.offers[package.offer].unit.index());
    for (const Package::Target& target : package.targets) sets_.join(me, rows_ + target.row);
    for (const auto stock : package.stocks) sets_.join(me, stocks_ + stock);
    join_budget(me, package.offer);
  }

  void join_budget(std::size_t me, Id<Offer> offer) {
    if (const auto& budget = nouns_.offers[offer].budget)
      sets_.join(me, budgets_ + budget->index());
  }

  // Those in which something serves, in the order of what serves.
  void number_sets() {
    number_of_.assign(fair_shares_ + nouns_.fair_shares.size(), none);
    for (std::size_t member = crews_; member < units_; ++member) {
      std::size_t& number = number_of_[sets_.find(member)];
      if (number != none) continue;
      number = found_.size();
      found_.emplace_back();
    }
  }

  void list(std::size_t first, std::size_t count, std::vector<std::uint32_t> Component::* members) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t number = number_of_[sets_.find(first + i)];
      if (number != none) (found_[number].*members).push_back(static_cast<std::uint32_t>(i));
    }
  }

  static constexpr std::size_t none = ~std::size_t{0};

  const Instance& instance_;
  const Nouns& nouns_;
  std::size_t rows_ = 0, crews_ = 0, packages_ = 0, units_ = 0;
  std::size_t ceilings_ = 0, kin_ = 0, budgets_ = 0, stocks_ = 0, fair_shares_ = 0;
  Sets sets_;
  std::vector<char> is_tight_;        // by ceiling
  std::vector<char> is_tight_share_;  // by fair share
  std::vector<std::size_t> number_of_;
  std::vector<Component> found_;
};

std::uint32_t place_in(const std::vector<std::uint32_t>& listed, std::uint32_t index) {
  return static_cast<std::uint32_t>(std::ranges::lower_bound(listed, index) - listed.begin());
}

}  // namespace

std::vector<Component> find_components(const Instance& instance) {
  return Finder{instance}.find();
}

Instance alone(const Instance& instance, const Component& component) {
  Instance part;
  part.scenario = instance.scenario;
  part.counting = instance.counting;
  part.grid = instance.grid;
  part.day = instance.day;
  part.length = instance.length;
  part.lengths = instance.lengths;
  part.rests = instance.rests;
  part.scales = instance.scales;
  part.points_per_new_day = instance.points_per_new_day;
  part.has_plan_in_force = instance.has_plan_in_force;
  part.in_force = instance.in_force;
  for (const RowIndex row : component.rows) part.rows.push_back(instance.rows[row]);
  for (const auto k : component.crews) {
    Crew& crew = part.crews.emplace_back(instance.crews[k]);
    for (Use& use : crew.uses) {
      use.row = place_in(component.rows, use.row);
      if (use.also != no_row) use.also = place_in(component.rows, use.also);
    }
    for (std::uint32_t& kin : crew.kin) kin = place_in(component.crews, kin);
  }
  for (const auto p : component.packages)
    for (Package::Target& target : part.packages.emplace_back(instance.packages[p]).targets)
      target.row = place_in(component.rows, target.row);
  if (!instance.like.empty()) part.like = find_alike(part, 1);
  return part;
}

}  // namespace muster::plan
