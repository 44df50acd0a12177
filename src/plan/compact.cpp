// SPDX-License-Identifier: Apache-2.0
#include "plan/compact.hpp"

#include <algorithm>
#include <cmath>

#include "plan/compact/rows.hpp"

namespace muster::plan {

CompactModel compact_model(const Scenario& scenario,
                           const Options& options,
                           const CompactForm& form) {
  const Instance instance = make_instance(scenario, options);
  ModelMaker model{instance, form};
  const Choices choices = add_choices(instance, model);
  cover_requirements(choices, model);
  bind_units(choices, model);
  bind_parts(choices, model);
  bind_packages(choices, model);
  bind_kin(choices, model);
  bind_nations(choices, model);
  bind_lead_shares(choices, model);
  bind_ceilings(choices, model);
  bind_fair_shares(choices, model);
  bind_stocks(choices, model);
  bind_budgets(choices, model);
  return model.finish();
}

Plan plan_of(const CompactModel& model, std::span<const double> values) {
  Plan plan;
  plan.counting = model.counting;
  const auto times = [&](int column) {
    return std::llround(values[static_cast<std::size_t>(column)]);
  };
  for (const CompactModel::ColumnTour& adds : model.tours) {
    Tour planned = adds.tour;
    planned.quantity *= times(adds.column);
    if (planned.quantity > 0) plan.tours.push_back(planned);
  }
  for (const auto& [column, delivery] : model.deliveries) {
    PlannedDelivery planned = delivery;
    planned.quantity *= times(column);
    if (planned.quantity > 0) plan.deliveries.push_back(planned);
  }
  std::ranges::sort(plan.tours);
  std::ranges::sort(plan.deliveries);
  return plan;
}

}  // namespace muster::plan
