// SPDX-License-Identifier: Apache-2.0
#include "judge/rules/findings.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace muster::judge {
namespace {

auto all_but_days(const Violation& violation) {
  return std::tie(violation.rule,
                  violation.offer,
                  violation.other,
                  violation.requirement,
                  violation.measured,
                  violation.allowed,
                  violation.source);
}

}  // namespace

void Findings::add(const Breach& breach) {
  broken_ = true;
  if (!keep_) return;
  kept_.push_back({.rule = breach.rule,
                   .offer = offer_,
                   .other = {},
                   .requirement = requirement_,
                   .days = breach.days,
                   .measured = breach.measured,
                   .allowed = breach.allowed,
                   .source = breach.source,
                   .caveat = breach.caveat});
}

std::vector<Violation> Findings::take() {
  std::ranges::stable_sort(kept_, {}, &Violation::rule);
  return std::move(kept_);
}

void add_joined(std::vector<Violation>& violations, Violation violation) {
  const bool joins = !violations.empty() && violations.back().days.until == violation.days.from
                     && all_but_days(violations.back()) == all_but_days(violation);
  if (joins)
    violations.back().days.until = violation.days.until;
  else
    violations.push_back(std::move(violation));
}

}  // namespace muster::judge
