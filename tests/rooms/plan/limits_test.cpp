// SPDX-License-Identifier: Apache-2.0
// Labels: what fits a limit fits its labels, and the programme with labels lies between the best
// schedule that keeps to the limits and the best of all.
#include <functional>

#include <gtest/gtest.h>

#include "base/random.hpp"

#include "generate/generate.hpp"
#include "plan/plan.hpp"
#include "plan/pricing/labels.hpp"
#include "plan/pricing/prices.hpp"
#include "support/more_rules.hpp"

namespace muster::plan {
namespace {

TEST(LabelScale, OfPartsThatFitTheLimitTheLabelsFitToo) {
  std::size_t full = 0;
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    Random random{seed};
    const std::int64_t limit = random.between(1, 5000);
    const LabelScale scale{limit};
    std::int64_t left = limit;
    std::size_t sum = 0;
    while (left > 0) {
      const std::int64_t part = random.below(4) == 0 ? left : random.between(1, left);
      sum += scale.label(part);
      left -= part;
    }
    EXPECT_LT(sum, scale.count()) << "seed " << seed;
    if (sum + 1 == scale.count()) ++full;
    EXPECT_EQ(scale.label(limit), scale.count() - 1);
    EXPECT_EQ(scale.label(limit + 1), scale.count()) << "more than the limit has no label";
    EXPECT_EQ(scale.label(0), 0U);
  }
  EXPECT_GT(full, 100U);
}

TEST(LabelScale, OfNothingAllowedOnlyNothingFits) {
  const LabelScale scale{0};
  EXPECT_EQ(scale.label(0), 0U);
  EXPECT_EQ(scale.label(1), scale.count());
}

TEST(LabelScale, WithoutALimitAllFits) {
  const LabelScale scale;
  EXPECT_EQ(scale.count(), 1U);
  EXPECT_EQ(scale.label(1'000'000), 0U);
}

Scenario tight_situation(std::uint64_t seed) {
  generate::Sizes sizes;
  sizes.units = 10;
  sizes.requirements = 6;
  sizes.months = 8;
  sizes.nations = 4;
  sizes.capabilities = 2;
  sizes.tour_months_least = 1;
  sizes.tour_months_most = 3;
  sizes.shares.budgets = 100;
  sizes.shares.double_use = 20;
  Draft draft = generate::generate(sizes, seed);
  Random random{seed};
  support::add_totals(draft, random);
  return Scenario::build(draft).value();
}

Prices<Wide> draw_prices(const Instance& instance, Random& random) {
  auto prices = no_prices<Wide>(instance);
  for (std::size_t r = 0; r < instance.rows.size(); ++r)
    for (std::size_t b = instance.rows[r].first; b < instance.rows[r].last; ++b)
      prices.row[r][b] = random.between(0, 1'000'000'000);
  return prices;
}

// By trying every schedule of one piece.
class EverySchedule {
 public:
  EverySchedule(const Instance& instance,
                const Crew& crew,
                const std::vector<PricedUse<Wide>>& priced)
      : instance_{instance}, crew_{crew}, priced_{priced} {
    extend(0, 0, 0, 0);
  }
  // Whose labels are within the limits, and which itself is within them.
  [[nodiscard]] Wide by_labels() const { return by_labels_; }
  [[nodiscard]] Wide lawful() const { return lawful_; }

 private:
  void extend(std::size_t from, Wide profit, std::int64_t euros, std::int64_t days) {
    if (is_within_limits(instance_, crew_, current_)) by_labels_ = std::max(by_labels_, profit);
    if (crew_.limits.money.label(euros) < crew_.limits.money.count()
        && crew_.limits.presence.label(days) < crew_.limits.presence.count())
      lawful_ = std::max(lawful_, profit);
    for (std::size_t i = from; i + 1 < instance_.day.size(); ++i)
      for (std::uint32_t u = 0; u < crew_.uses.size(); ++u)
        for_each_tour(instance_,
                      crew_,
                      u,
                      priced_[u],
                      static_cast<Boundary>(i),
                      [&](Boundary until, const Wide& earned) {
                        const Leg leg{u, static_cast<Boundary>(i), until};
                        current_.push_back(leg);
                        extend(next_start(instance_, crew_.uses[u], leg.from, until),
                               profit + earned,
                               euros + euros_of(leg),
                               days + presence_of(leg));
                        current_.pop_back();
                      });
  }

  [[nodiscard]] std::int64_t euros_of(const Leg& leg) const {
    const Use& use = crew_.uses[leg.use];
    const Terms& terms = crew_.terms[use.terms];
    if ((*instance_.scenario)->offers[use.offer].budget != crew_.limits.budget) return 0;
    return terms.cost_per_day * days_of(instance_, leg.from, leg.until) + terms.cost_per_tour;
  }
  [[nodiscard]] std::int64_t presence_of(const Leg& leg) const {
    const bool counts = is_presence(instance_, crew_.uses[leg.use]);
    return counts ? days_of(instance_, leg.from, leg.until) : 0;
  }

  const Instance& instance_;
  const Crew& crew_;
  const std::vector<PricedUse<Wide>>& priced_;
  Schedule current_;
  Wide by_labels_ = 0, lawful_ = 0;
};

TEST(LabelledSchedules, EarnTheMostThatLabelsAllow) {
  std::size_t bound = 0, exact = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario = tight_situation(seed);
    const Options options;
    const Instance instance = make_instance(scenario, options);
    Random random{seed};
    const auto prices = draw_prices(instance, random);
    for (const Crew& crew : instance.crews) {
      constexpr std::size_t few_uses = 3;
      if (!crew.limits.has_any() || crew.uses.size() > few_uses) continue;
      std::vector<PricedUse<Wide>> priced(crew.uses.size());
      for (std::size_t u = 0; u < crew.uses.size(); ++u)
        price_use(instance, crew, crew.uses[u], prices, priced[u]);
      const EverySchedule every{instance, crew, priced};
      const auto found = best_of_piece<Wide>(instance, crew, priced);
      EXPECT_TRUE(found.profit == every.by_labels())
          << muster::to_text(found.profit) << " found, " << muster::to_text(every.by_labels())
          << " is most";
      EXPECT_TRUE(every.lawful() <= found.profit);
      EXPECT_TRUE(is_within_limits(instance, crew, found.schedule));
      BestSchedules<Wide> without;
      price_schedules<Wide>(instance, crew, priced, without);
      if (found.profit < without.best.front()) ++bound;
      if (found.profit == every.lawful()) ++exact;
    }
  }
  EXPECT_GT(bound, 40U) << "limits that forbid nothing test nothing";
  EXPECT_GT(exact, bound) << "mostly labels lose nothing";
}

class Silent : public Observer {
 public:
  void progress(const Progress& /*progress*/) override {}
};

TEST(LabelledSchedules, AreTheSameOnAnyNumberOfThreads) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario = tight_situation(seed);
    Silent silent;
    const auto solved = [&](unsigned threads) {
      Options options;
      options.threads = threads;
      options.polish = options.exact = false;
      return solve(scenario, options, silent, std::stop_token{});
    };
    const Outcome one = solved(1);
    for (const unsigned threads : {2U, 8U}) {
      const Outcome other = solved(threads);
      EXPECT_TRUE(one.value == other.value);
      EXPECT_TRUE(one.certificate.bound == other.certificate.bound);
      EXPECT_EQ(one.plan.tours, other.plan.tours);
      for (const auto id : one.certificate.budget.ids())
        EXPECT_EQ(one.certificate.budget[id], other.certificate.budget[id]);
    }
  }
}

}  // namespace
}  // namespace muster::plan
