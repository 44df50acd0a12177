// SPDX-License-Identifier: Apache-2.0
#include "verify/proof/tier_claims.hpp"

#include <algorithm>

#include "model/goals.hpp"
#include "verify/proof/price_range.hpp"

namespace muster::verify {
namespace {

class TierChecks {
 public:
  TierChecks(const Scenario& scenario,
             const Claims& claims,
             const judge::Verdict& verdict,
             const Grid& grid)
      : scenario_{scenario},
        claims_{claims},
        grid_{grid},
        tiers_{tiers_of(scenario, claims.in_force)},
        values_{judge::tier_values(scenario, tiers_, verdict)},
        scales_{goal_scales(scenario)} {}

  [[nodiscard]] const std::vector<Tier>& tiers() const { return tiers_; }

  [[nodiscard]] Check check(std::size_t tier) const {
    const std::string claim = "tier " + std::to_string(tier + 1);
    const TierProof& claimed = claims_.tiers[tier];
    if (claimed.value != values_[tier])
      return {claim, false, differs("it has", values_[tier], claimed.value)};
    if (!are_weights(tier, claimed.weights))
      return {claim, false, "its weights are none of a proof"};
    if (!is_complete(scenario_, grid_, claimed.certificate))
      return {claim, false, "there is not a price for every bucket of the grid and every limit"};
    const Scenario other = weighed(scenario_, tiers_, claimed.weights);
    if (const std::string price = price_out_of_range(other, grid_, claimed.certificate);
        !price.empty())
      return {claim, false, price};
    const Wide bound = bound_of(tier, other, claimed);
    if (bound != claimed.bound)
      return {claim, false, differs("the prices prove", bound, claimed.bound)};
    const std::string words = std::string{to_text(tiers_[tier].goal)} + " is "
                              + to_text(values_[tier]) + ", the prices prove " + to_text(bound);
    return {claim, bound <= values_[tier], words};
  }

 private:
  static std::string differs(const std::string& what, Wide is, Wide claimed) {
    return what + " " + to_text(is) + ", claimed are " + to_text(claimed);
  }

  // One for the tier, above 0, and one for each before it; small enough for sums of 128 bits.
  [[nodiscard]] bool are_weights(std::size_t tier, const TierWeights& weights) const {
    if (weights.size() != tier + 1 || weights.back() <= 0) return false;
    for (std::size_t t = 0; t <= tier; ++t)
      if (weights[t] < 0 || (weights[t] > 1 && weights[t] * largest(t) > most_points)) return false;
    return true;
  }
  // What is multiplied with a weight before anything is summed up.
  [[nodiscard]] Wide largest(std::size_t tier) const {
    switch (tiers_[tier].goal) {
      case TierGoal::unmet:
        return points_per_thousandth_day;
      case TierGoal::excess:
        return largest_excess();
      case TierGoal::firmness:
        return scales_.firmness;
      case TierGoal::cost:
        return scales_.cost;
      case TierGoal::distance:
        return scales_.distance;
    }
    return 1;
  }

  [[nodiscard]] Wide largest_excess() const {
    Wide most = 0;
    for (const auto id : scenario_->fair_shares.ids())
      most = std::max<Wide>(most, excess_points(scenario_->fair_shares[id], scales_));
    return most;
  }

  // What is proved of the situation weighed so, less what the tiers before have in this plan: no
  // plan that is no worse in these has less. Values are whole, and never below 0.
  [[nodiscard]] Wide bound_of(std::size_t tier,
                              const Scenario& other,
                              const TierProof& claimed) const {
    Points rest = prove(other, claims_.plan.counting, claims_.in_force, grid_, claimed.certificate);
    for (std::size_t t = 0; t < tier; ++t)
      rest -= values_[t] * claimed.weights[t] * points_each(tiers_[t].goal);
    const Wide each = Wide{claimed.weights[tier]} * points_each(tiers_[tier].goal);
    const Wide down = rest / each;
    return std::max<Wide>(0, down * each < rest ? down + 1 : down);
  }

  static constexpr Wide most_points = Wide{1} << 62;

  const Scenario& scenario_;
  const Claims& claims_;
  const Grid& grid_;
  std::vector<Tier> tiers_;
  std::vector<Wide> values_;
  GoalScales scales_;
};

}  // namespace

void check_tiers(const Scenario& scenario,
                 const Claims& claims,
                 const judge::Verdict& verdict,
                 const Grid& grid,
                 std::vector<Check>& checks) {
  if (claims.tiers.empty()) return;
  const TierChecks tiers{scenario, claims, verdict, grid};
  const std::size_t count = tiers.tiers().size();
  for (std::size_t t = 0; t < count; ++t)
    checks.push_back(claims.tiers.size() == count
                         ? tiers.check(t)
                         : Check{"tier " + std::to_string(t + 1),
                                 false,
                                 "claims are made of " + std::to_string(claims.tiers.size())
                                     + " tiers, the data has " + std::to_string(count)});
}

}  // namespace muster::verify
