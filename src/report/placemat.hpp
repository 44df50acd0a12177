// SPDX-License-Identifier: Apache-2.0
// One sheet of A3, landscape, to be laid before people: who gives what, how much is filled, where,
// and what is to be decided next; of one activity or of the whole plan.
#pragma once

#include <optional>
#include <string>

#include "report/memory.hpp"
#include "report/page.hpp"
#include "report/view.hpp"

namespace muster::report {

struct PlacematRequest {
  std::optional<Id<Activity>> activity;  // none: the whole plan
  PageLook look{Paper::a3, {}};
};
// `due`: what falls due after the day of the data; of these the next that concern it are shown.
[[nodiscard]] std::string placemat(const PlanView& view,
                                   const DueList& due,
                                   const PlacematRequest& request);

// placemat.json; `target`: where it was written.
[[nodiscard]] std::string placemat_json(const PlanView& view,
                                        const PlacematRequest& request,
                                        const std::string& target);

}  // namespace muster::report
