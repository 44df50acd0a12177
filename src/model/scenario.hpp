// SPDX-License-Identifier: Apache-2.0
// The situation, as data that is known to be right. Scenario::build is the only way in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "base/table.hpp"

#include "model/draft.hpp"
#include "model/goal_scales.hpp"
#include "model/nouns.hpp"

namespace muster {

struct Nouns {
  std::string name, title;
  Day as_of{};       // on which the data was true: as stated, else the latest date of a source
  Period horizon{};  // covers the period of every requirement
  Clock clock = Clock::day;
  Table<Nation> nations;
  Table<Capability> capabilities;
  Table<Place> places;
  Table<Theme> themes;
  Table<Activity> activities;
  Table<Priority> priorities;
  Table<Requirement> requirements;
  Table<Policy> policies;
  Table<Unit> units;   // implied units last
  Table<KinPair> kin;  // all pairs, in the order of the first, then of the other
  Table<Condition> conditions;
  Table<Budget> budgets;
  Table<Offer> offers;
  Table<Delivery> deliveries;
  Table<Ceiling> ceilings;
  Table<FairShare> fair_shares;  // of a nation at most one
  Table<Stock> stocks;
  std::vector<DoubleUse> double_uses;
  std::vector<Pin> pins;
  // By unit: indices of the pins of its offers.
  Table<Unit, std::vector<std::size_t>> pins_of;
  std::vector<Programme> programmes;
  std::vector<Spending> spending;
  std::vector<Promise> promises;
  std::vector<Source> sources;
  std::vector<Claim> claims;
  std::vector<Remark> remarks;
  std::vector<Translation> translations;
  std::vector<AskCost> ask_costs;
  // What a day that the plan in force did not have costs, in thousandths of a weighted
  // requirement-day; none: distance is the last of the later goals.
  std::optional<std::int64_t> distance_weight;
  Table<Future> futures;  // none: a plan is measured by what was offered
  // So many of them count, those in which most is unmet; none: all.
  std::optional<std::int64_t> worst_futures;
  std::optional<GoalScales> scales;  // of the later goals; none: the data's own (goals.hpp)
};

// What a plan of a situation is to be measured by instead of the data's weights.
struct Weighing {
  Table<Priority, std::int64_t> priority;  // of an unmet requirement-day; 0: it counts nothing
  GoalScales scales;
};

class Scenario {
 public:
  // Refuses with all problems at once: those of check_schema, and those that need more than one
  // table (a unit offered twice for the same days and scope, an offer outside its unit's time, a
  // budget of another currency, measures that do not match, money not in thousands, …).
  [[nodiscard]] static Result<Scenario> build(const Draft& draft);

  [[nodiscard]] const Nouns& operator*() const { return nouns_; }
  [[nodiscard]] const Nouns* operator->() const { return &nouns_; }

  // The same situation, of which plans are measured otherwise.
  [[nodiscard]] Scenario weighed(const Weighing& weighing) const;

  // The same situation, in which each of `offered` counts in full where `wanted` is asked.
  [[nodiscard]] Scenario accepting(Id<Capability> wanted,
                                   const std::vector<Id<Capability>>& offered) const;

  // The same situation, in which more is required: the ids of `more` follow those that are there.
  [[nodiscard]] Scenario requiring(const std::vector<Requirement>& more) const;

  // What one counting unit of `offered` is worth where `wanted` is asked, in thousandths: 1000
  // where offered is wanted or lies below it in the tree; else what is declared for exactly this
  // pair in substitutions; else, and always between different measures, 0.
  [[nodiscard]] int worth_permille(Id<Capability> offered, Id<Capability> wanted) const;

  // What `quantity` of an offer adds to a requirement; 0: of no use here. An indivisible unit that
  // is offered whole, by its own capability, may serve with the best of that and its further ones.
  [[nodiscard]] Amount contribution(Id<Offer> offer,
                                    Id<Requirement> requirement,
                                    std::int64_t quantity) const;

  // Requirements that ask for exactly this capability, and offers of which the whole quantity adds
  // something to these; each in the order of its table.
  [[nodiscard]] const std::vector<Id<Requirement>>& asked(Id<Capability> capability) const;
  [[nodiscard]] const std::vector<Id<Offer>>& useful(Id<Capability> wanted) const;
  // The requirements to which the whole quantity of an offer adds something, in the order of the
  // table: all others are none of its business.
  [[nodiscard]] std::vector<Id<Requirement>> useful_for(Id<Offer> offer) const;

  // The day after the last on which an offer may be used; none: no end. Its extension counts in the
  // best case, unless the day by which it had to be decided was over when the data was taken.
  [[nodiscard]] std::optional<Day> usable_until(const Offer& offer, Counting counting) const;

  // True where a is b, or one is a part of the other, directly or through others.
  [[nodiscard]] bool is_kin(Id<Unit> a, Id<Unit> b) const;

  [[nodiscard]] std::optional<Id<Nation>> find_nation(std::string_view key) const;
  [[nodiscard]] std::optional<Id<Offer>> find_offer(std::string_view key) const;
  [[nodiscard]] std::optional<Id<Requirement>> find_requirement(std::string_view key) const;

 private:
  Scenario(Nouns nouns, std::vector<std::uint16_t> worth);
  [[nodiscard]] Amount amount_of(const Offer& offer,
                                 Id<Capability> wanted,
                                 std::int64_t quantity) const;

  Nouns nouns_;
  std::vector<std::uint16_t> worth_;  // wanted × offered
  Table<Capability, std::vector<Id<Requirement>>> asked_;
  Table<Capability, std::vector<Id<Offer>>> useful_;
};

// The amount that `quantity` of a measure is (money: EUR → thousandths of a million).
[[nodiscard]] Amount to_amount(Measure measure, std::int64_t quantity);

}  // namespace muster
