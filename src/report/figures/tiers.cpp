// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/figures/figures.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr std::string_view unmet_goal = "unmet", excess_goal = "excess";
constexpr std::string_view firmness_goal = "firmness", cost_goal = "cost";

std::string priority_name(const PlanView& view, const std::string& key) {
  const auto& priorities = (*view.scenario)->priorities;
  for (const auto id : priorities.ids())
    if (priorities[id].key == key) return name_or_key(priorities[id].name, key);
  return key;
}

bool is_proved(const TierFigures& tier) {
  return tier.bound >= tier.value;
}

}  // namespace

std::string tier_name(const PlanView& view, const TierFigures& tier) {
  if (tier.goal == unmet_goal) {
    std::vector<std::string> names;
    for (const std::string& key : tier.priorities) names.push_back(priority_name(view, key));
    return (names.size() == 1 ? "Unmet of priority " : "Unmet of priorities ")
           + joined(names, ", ");
  }
  if (tier.goal == excess_goal) return "People-days above fair shares, weighted";
  if (tier.goal == firmness_goal) return "Firmness";
  return tier.goal == cost_goal ? "Cost" : "Distance from the plan in force";
}

std::string tier_amount(const TierFigures& tier, Wide amount) {
  if (tier.goal == unmet_goal || tier.goal == excess_goal)
    return rounded_text(amount) + " requirement-days";
  if (tier.goal == firmness_goal) return count_text(amount) + " days × rank";
  return tier.goal == cost_goal ? "EUR " + count_text(amount) : count_text(amount) + " days";
}

std::int64_t tier_gap_permille(const TierFigures& tier) {
  if (is_proved(tier)) return 0;
  return static_cast<std::int64_t>(((tier.value - tier.bound) * 1000 + tier.value - 1)
                                   / tier.value);
}

std::string tier_gap(const TierFigures& tier) {
  return is_proved(tier) ? "none" : decimal_text(Wide{tier_gap_permille(tier)} * 100) + " %";
}

std::size_t tiers_proved(const std::vector<TierFigures>& tiers) {
  return static_cast<std::size_t>(std::ranges::find_if_not(tiers, is_proved) - tiers.begin());
}

std::string strict_sentence(const PlanView& view) {
  const std::vector<TierFigures>& tiers = view.origin.tiers;
  const std::string grid{grid_words(view.origin.grid)};
  const std::size_t proved = tiers_proved(tiers);
  std::string text =
      "Planned tier by tier: nothing of a lower tier costs anything of a higher one. ";
  if (proved == tiers.size())
    return text + "Proved: no plan on this " + grid + " grid is better in any tier.";
  if (proved > 0)
    text += "Proved: no plan on this " + grid + " grid is better by the first "
            + (proved == 1 ? std::string{"tier"} : count_text(static_cast<Wide>(proved)) + " tiers")
            + ". ";
  const TierFigures& next = tiers[proved];
  return text + tier_name(view, next) + " is " + tier_amount(next, next.value)
         + ", and proved to be no less than " + tier_amount(next, next.bound) + ".";
}

std::string_view tiers_explained() {
  return "Most important first. A bound speaks of plans on the same grid that are no worse than "
         "this "
         "one in the tiers above it; whoever gives up something above may have less below.";
}

}  // namespace muster::report
