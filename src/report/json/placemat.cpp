// SPDX-License-Identifier: Apache-2.0
#include "report/placemat.hpp"

#include "report/json/shapes.hpp"

namespace muster::report {

std::string placemat_json(const PlanView& view,
                          const PlacematRequest& request,
                          const std::string& target) {
  const std::string activity =
      request.activity ? (*view.scenario)->activities[*request.activity].key : std::string{};
  return to_document(
      {{"answer", "placemat"}, {"activity", text_or_null(activity)}, {"target", target}});
}

}  // namespace muster::report
