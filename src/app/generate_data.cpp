// SPDX-License-Identifier: Apache-2.0
#include "app/generate_data.hpp"

#include "app/folder/target.hpp"
#include "app/folder/written_package.hpp"
#include "generate/generate.hpp"

namespace muster::app {

Answer generate_data(const InventionRequest& request, const Speech& speech) {
  if (const std::string why = objection_to_package(request.target); !why.empty()) {
    return misuse(why, "Name a folder that is missing or empty.");
  }
  generate::Sizes sizes;
  sizes.units = request.units;
  sizes.requirements = request.requirements;
  sizes.months = request.months;
  sizes.nations = request.nations;
  sizes.demand_percent = request.demand_percent;
  return write_package(generate::generate(sizes, request.seed), request.target, speech);
}

}  // namespace muster::app
