// SPDX-License-Identifier: Apache-2.0
#include "report/figures/figures.hpp"
#include "report/text/sections.hpp"
#include "report/text/table.hpp"

namespace muster::report {

std::string tiers_text(const PlanView& view, const Terminal& terminal) {
  const std::vector<TierFigures>& tiers = view.origin.tiers;
  if (tiers.empty()) return {};
  TextTable table{{{"", TextTable::Align::right},
                   {"Tier", TextTable::Align::left, true},
                   {"Value", TextTable::Align::right},
                   {"No less than", TextTable::Align::right},
                   {"Gap", TextTable::Align::right}}};
  for (std::size_t t = 0; t < tiers.size(); ++t) {
    const TierFigures& tier = tiers[t];
    const Style look = tier.bound >= tier.value ? Style::good : Style::plain;
    table.add({std::to_string(t + 1),
               tier_name(view, tier),
               tier_amount(tier, tier.value),
               tier_amount(tier, tier.bound),
               {tier_gap(tier), look}});
  }
  return heading("Tier by tier", terminal)
         + paragraph(std::string{tiers_explained()}, terminal.width, 2)
         + table.print(terminal.width, terminal.colour, 2);
}

}  // namespace muster::report
