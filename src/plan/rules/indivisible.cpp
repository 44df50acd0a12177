// SPDX-License-Identifier: Apache-2.0
#include "plan/rules/rules.hpp"

namespace muster::plan {

std::int64_t least_days(const Requirement& requirement) {
  return requirement.indivisible ? requirement.period.length().count() : 1;
}

}  // namespace muster::plan
