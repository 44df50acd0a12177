// SPDX-License-Identifier: Apache-2.0
// Prices guessed from what a plan fills, and the dual ascent that begins at them.
#include "plan/bound/fill_prices.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "generate/generate.hpp"
#include "plan/search/search.hpp"
#include "support/situation.hpp"

namespace muster::plan {
namespace {

class Silent : public Observer {
 public:
  void progress(const Progress& /*progress*/) override {}
};

using Filled = std::vector<std::vector<std::int64_t>>;

Filled nothing_filled(const Instance& instance) {
  return Filled(instance.rows.size(), std::vector<std::int64_t>(instance.buckets(), 0));
}

TEST(FillPrices, AreTheWeightsWhereNothingIsFilledAndNothingWhereAllIs) {
  support::Situation s;
  s.requirement("R-1", {{"priority", "p1"}}).requirement("R-3", {{"priority", "p3"}});
  for (const char* unit : {"U-1", "U-2"}) s.unit(unit).offer(std::string{"O-"} + unit, unit);
  const Scenario scenario = s.build();
  const Instance instance = make_instance(scenario, Options{});
  Filled filled = nothing_filled(instance);
  const auto all_short = prices_of_fill(instance, filled);
  for (std::size_t r = 0; r < instance.rows.size(); ++r)
    for (std::size_t b = 0; b < instance.buckets(); ++b) {
      EXPECT_EQ(all_short.row[r][b],
                static_cast<double>(instance.rows[r].weight * instance.length[b]));
      filled[r][b] = instance.rows[r].quantity;
    }
  const auto all_filled = prices_of_fill(instance, filled);
  for (const auto& row : all_filled.row)
    EXPECT_TRUE(std::ranges::all_of(row, [](double price) { return price == 0; }));
}

// What is filled is worth what it would bring to the requirement that is short.
TEST(FillPrices, OfWhatIsFilledAreThoseOfWhatIsShort) {
  support::Situation s;
  s.requirement("R-1", {{"priority", "p1"}}).requirement("R-3", {{"priority", "p3"}});
  s.unit("U").offer("O", "U");
  const Scenario scenario = s.build();
  const Instance instance = make_instance(scenario, Options{});
  Filled filled = nothing_filled(instance);
  for (std::size_t r = 0; r < instance.rows.size(); ++r)
    if (instance.rows[r].weight == 1000) std::ranges::fill(filled[r], instance.rows[r].quantity);
  const auto prices = prices_of_fill(instance, filled);
  for (const auto& row : prices.row)
    for (std::size_t b = 0; b < instance.buckets(); ++b)
      EXPECT_EQ(row[b], static_cast<double>(10 * instance.length[b]));
}

TEST(FillPrices, LetDualAscentClimbToTheSameBound) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    generate::Sizes sizes;
    sizes.units = 30;
    sizes.requirements = 30;
    const auto scenario = Scenario::build(generate::generate(sizes, seed)).value();
    const Instance instance = make_instance(scenario, Options{});
    State state{instance};
    construct(state, {});
    const auto start = prices_of_fill(instance, state.filled());
    Effort effort;
    Silent silent;
    AscentLimits limits{.steps = 400, .threads = 1, .keep_schedules = false, .start = nullptr};
    const double far = ascend(instance, state.value(), limits, effort, silent, {}).bound;
    limits.start = &start;
    const double near = ascend(instance, state.value(), limits, effort, silent, {}).bound;
    EXPECT_LE(near, state.value().in_units());
    constexpr double part = 0.02;  // of what is unmet
    EXPECT_NEAR(near, far, part * state.value().in_units());
  }
}

}  // namespace
}  // namespace muster::plan
