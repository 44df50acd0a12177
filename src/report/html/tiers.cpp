// SPDX-License-Identifier: Apache-2.0
#include "report/figures/figures.hpp"
#include "report/html/sections.hpp"

namespace muster::report {

std::string tiers_html(const PlanView& view) {
  if (view.origin.tiers.empty()) return {};
  HtmlTable table{tiers_explained(), {"Tier", "Value", "No less than", "Gap"}};
  for (const TierFigures& tier : view.origin.tiers)
    table.add({cell(tier_name(view, tier)),
               number(tier_amount(tier, tier.value)),
               number(tier_amount(tier, tier.bound)),
               number(tier_gap(tier))});
  return table.finish();
}

}  // namespace muster::report
