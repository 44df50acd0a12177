// SPDX-License-Identifier: Apache-2.0
// Tier by tier (docs/mathematics.md, "Strict"): a plan by the data's weights first; then for every
// tier that is not proved yet a search under weights that look at that tier, from the best plan so
// far. A plan is kept where it is better in the first tier in which the two differ, whatever the
// weights say. The later goals, of which all together weigh less than anything unmet, share one
// search.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "base/demand.hpp"

#include "plan/strict/emphasis.hpp"
#include "plan/strict/portion.hpp"
#include "plan/strict/prove.hpp"
#include "plan/strict/solver.hpp"
#include "plan/strict/values.hpp"

namespace muster::plan {
namespace {

constexpr double share_of_first = 0.3;   // of the time, where that is to be filled
constexpr double share_of_proof = 0.35;  // of a tier's time
constexpr double most_of_time = 0.97;

void add(const Effort& more, Effort& effort) {
  effort.pricings += more.pricings;
  effort.ascent_steps += more.ascent_steps;
  effort.neighbourhoods += more.neighbourhoods;
  effort.columns += more.columns;
}

class StrictSolver {
 public:
  StrictSolver(const Scenario& scenario,
               const Options& options,
               Observer& observer,
               const std::stop_token& stop)
      : scenario_{scenario},
        options_{options},
        observer_{observer},
        stop_{stop},
        tiers_{tiers_of(scenario, options.in_force)},
        first_{solve_by_weights()},
        values_{values_of(first_.best, tiers_)},
        prover_{scenario, options, tiers_} {
    effort_ = first_.outcome.effort;
  }

  Outcome solve() {
    if (!first_.best.is_sound()) return std::move(first_.outcome);  // what is fixed has no place
    const auto later = std::ranges::find_if(tiers_, is_later, &Tier::goal);
    const auto count = static_cast<std::size_t>(later - tiers_.begin());
    for (std::size_t t = 0; t < count; ++t) {
      const Slice slice = slice_of(count + 1 - t);
      prove(t, slice.proof);
      if (is_open(t)) search(t, slice.search);
    }
    const Slice slice = slice_of(1);
    for (std::size_t t = count; t < tiers_.size(); ++t) prove(t, slice.proof);
    bool any_open = false;
    for (std::size_t t = count; t < tiers_.size(); ++t) any_open = any_open || is_open(t);
    if (any_open) search(count, slice.search);
    return finish();
  }

 private:
  struct Slice {  // of the time: until when
    double proof = 0, search = 0;
  };
  [[nodiscard]] Slice slice_of(std::size_t tiers_left) const {
    const double now = observer_.share_of_time();
    const double size = (most_of_time - now) / static_cast<double>(tiers_left);
    return {now + size * share_of_proof, now + size};
  }

  Solved solve_by_weights() {
    Portion portion{observer_, "by weights", share_of_first, 0, 0};
    return solve_from(nullptr, scenario_, options_, portion, stop_);
  }

  [[nodiscard]] Portion portion(std::size_t tier, double until) const {
    const std::string name =
        "tier " + std::to_string(tier + 1) + " of " + std::to_string(tiers_.size());
    return {observer_,
            name,
            until,
            static_cast<double>(first_.outcome.value),
            static_cast<double>(first_.outcome.certificate.bound)};
  }

  void prove(std::size_t tier, double until) {
    Portion part = portion(tier, until);
    std::vector<char> is_proved;
    for (std::size_t t = 0; t < tier; ++t) is_proved.push_back(is_open(t) ? 0 : 1);
    bounds_.push_back(prover_.bounds(is_proved, values_, effort_, part, stop_));
  }
  [[nodiscard]] bool is_open(std::size_t tier) const {
    return bounds_[tier].best(tiers_, values_).bound < values_[tier];
  }

  void search(std::size_t tier, double until) {
    if (stop_.stop_requested()) return;
    Portion part = portion(tier, until);
    auto scenario =
        std::make_unique<Scenario>(scenario_.weighed(emphasis(*first_.instance, tiers_, tier)));
    const State& start = better_ ? better_->best : first_.best;
    Solved found = solve_from(&start, *scenario, options_, part, stop_);
    add(found.outcome.effort, effort_);
    std::vector<Wide> values = values_of(found.best, tiers_);
    if (!std::ranges::lexicographical_compare(values, values_)) return;
    values_ = std::move(values);
    better_ = std::make_unique<Solved>(std::move(found));
    better_scenario_ = std::move(scenario);
  }

  [[nodiscard]] Points value_by_weights() const {
    if (!better_) return first_.outcome.value;
    State state{*first_.instance};
    take_up(better_->best, state);
    return state.value().in_points();
  }

  Outcome finish() {
    Outcome outcome;
    outcome.value = value_by_weights();
    outcome.certificate = std::move(first_.outcome.certificate);
    outcome.plan = std::move(better_ ? better_->outcome.plan : first_.outcome.plan);
    outcome.effort = effort_;
    bool proved = true;
    for (std::size_t t = 0; t < tiers_.size(); ++t) {
      TierProof proof = bounds_[t].best(tiers_, values_);
      demand(proof.bound <= proof.value, "the bound of a tier is never above its value");
      proved = proved && proof.bound == proof.value;
      outcome.tiers.push_back(std::move(proof));
    }
    const bool by_clock = stop_.stop_requested() || observer_.share_of_time() >= 0;
    outcome.stop = proved ? Stop::optimal : by_clock ? Stop::interrupted : Stop::effort_spent;
    return outcome;
  }

  const Scenario& scenario_;
  const Options& options_;
  Observer& observer_;
  std::stop_token stop_;
  std::vector<Tier> tiers_;
  Solved first_;
  std::vector<Wide> values_;
  TierProver prover_;
  std::vector<TierBounds> bounds_;
  std::unique_ptr<Scenario> better_scenario_;  // of better_, which looks at it
  std::unique_ptr<Solved> better_;             // none: first_ is the best
  Effort effort_;
};

}  // namespace

Outcome solve_strictly(const Scenario& scenario,
                       const Options& options,
                       Observer& observer,
                       const std::stop_token& stop) {
  return StrictSolver{scenario, options, observer, stop}.solve();
}

}  // namespace muster::plan
