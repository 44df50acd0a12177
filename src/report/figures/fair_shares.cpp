// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/figures/figures.hpp"
#include "report/words/words.hpp"

namespace muster::report {

std::vector<FairShareFigures> fair_shares_of(const PlanView& view) {
  const auto& shares = (*view.scenario)->fair_shares;
  if (shares.size() == 0) return {};
  const Table<Nation, Wide> borne = judge::people_days(*view.scenario, *view.plan);
  std::vector<FairShareFigures> rows;
  for (const auto id : shares.ids()) {
    FairShareFigures row{.share = id, .borne = borne[shares[id].nation]};
    row.above = std::max<Wide>(0, row.borne - shares[id].people_days);
    row.excess = row.above * shares[id].weight;
    rows.push_back(row);
  }
  return rows;
}

std::string_view fair_shares_explained() {
  return "The people of each nation's presence tours times their days, beside what it should bear "
         "at "
         "most. What is above that counts in the plan's value as much requirement-days as its "
         "weight "
         "says.";
}

}  // namespace muster::report
