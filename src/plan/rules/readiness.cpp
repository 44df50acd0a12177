// SPDX-License-Identifier: Apache-2.0
#include "plan/rules/rules.hpp"

namespace muster::plan {

bool is_ready(const Unit& unit, const Requirement& requirement) {
  return !unit.notice_days || !requirement.notice_days
         || *unit.notice_days <= *requirement.notice_days;
}

}  // namespace muster::plan
