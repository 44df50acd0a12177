// SPDX-License-Identifier: Apache-2.0
#include "report/rotation.hpp"

#include "report/json/shapes.hpp"

namespace muster::report {
namespace {

Json fill_json(const simulate::RotationFill& fill) {
  return {{"required_unit_days", fill.required},
          {"served_unit_days", fill.served},
          {"short_days", fill.short_days}};
}

}  // namespace

std::string rotation_json(const RotationView& view) {
  const auto figures = simulate::figures_of(*view.book, *view.run);
  Json priorities = Json::array(), capabilities = Json::array(), components = Json::array();
  for (const auto& [priority, fill] : figures.by_priority) {
    Json row = fill_json(fill);
    row["priority"] = priority;
    priorities.push_back(std::move(row));
  }
  for (const auto& [capability, fill] : figures.by_capability) {
    Json row = fill_json(fill);
    row["capability"] = capability;
    capabilities.push_back(std::move(row));
  }
  for (std::size_t k = 0; k < simulate::component_counts; ++k)
    components.push_back(
        {{"component",
          k < simulate::counted_components.size() ? std::string{simulate::counted_components[k]}
                                                  : std::string{"other"}},
         {"served_unit_days", figures.served_by_component[k]}});
  return to_document({{"answer", "rotation"},
                      {"units", view.run->units.size()},
                      {"requirements", view.run->requirements.size()},
                      {"last_day", view.run->last_day},
                      {"deployments", view.run->deployed.size()},
                      {"fill", fill_json(figures.all)},
                      {"overlapping_unit_days", figures.overlapping},
                      {"by_priority", std::move(priorities)},
                      {"by_capability", std::move(capabilities)},
                      {"by_component", std::move(components)},
                      {"target", text_or_null(view.target)}});
}

}  // namespace muster::report
