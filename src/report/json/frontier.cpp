// SPDX-License-Identifier: Apache-2.0
#include "report/frontier.hpp"

#include "report/json/shapes.hpp"

namespace muster::report {

std::string frontier_json(const std::vector<explain::FrontierPoint>& points) {
  Json shown = Json::array();
  for (const explain::FrontierPoint& point : points)
    shown.push_back(
        {{"weight", point.weight ? Json(plain_decimal(*point.weight)) : Json()},
         {"weight_until", point.weight_until ? Json(plain_decimal(*point.weight_until)) : Json()},
         {"new_days", point.distance},
         {"unmet_weighted", amount_days_json(point.unmet)},
         {"least_unmet_weighted", amount_days_json(point.least_unmet)},
         {"efficient", point.is_efficient},
         {"tours",
          {{"stay", point.tours.stay},
           {"move", point.tours.move},
           {"go", point.tours.go},
           {"come", point.tours.come}}}});
  return to_document({{"answer", "frontier"}, {"points", std::move(shown)}});
}

}  // namespace muster::report
