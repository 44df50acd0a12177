// SPDX-License-Identifier: Apache-2.0
#include "simulate/rotation/part_of_book.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "simulate/rotation/marathon_order.hpp"

namespace muster::simulate {
namespace {

// Policies that its units may come to; the others need not be laid out again and again.
void keep_policies(RotationBook& part, const RotationBook& book) {
  std::set<std::string_view> wanted;
  for (const RotationUnits& units : part.units) wanted.insert(units.policy);
  for (const RotationBook::Default& one : book.defaults) wanted.insert(one.policy);
  for (const RotationSchedule& schedule : book.schedules) {
    if (!wanted.contains(schedule.name)) continue;
    part.schedules.push_back(schedule);
    for (const RotationSchedule::Row& row : schedule.rows) wanted.insert(row.policy);
  }
  for (const RotationPolicy& policy : book.policies)
    if (wanted.contains(policy.name)) part.policies.push_back(policy);
}

}  // namespace

RotationBook part_of(const RotationBook& book, std::string_view capability) {
  RotationBook part;
  part.periods = book.periods;
  part.defaults = book.defaults;
  part.last_day = book.last_day;
  part.until_last_requirement = book.until_last_requirement;
  part.prefill = book.prefill;
  std::ranges::copy_if(
      book.requirements,
      std::back_inserter(part.requirements),
      [&](const RotationRequirement& one) { return one.capability == capability; });
  std::ranges::copy_if(book.units, std::back_inserter(part.units), [&](const RotationUnits& one) {
    return one.capability == capability;
  });
  keep_policies(part, book);
  return part;
}

std::vector<std::string_view> required_capabilities(const RotationBook& book, Order order) {
  std::vector<std::string_view> names;
  std::set<std::string_view> known;
  for (const RotationRequirement& one : book.requirements)
    if (known.insert(one.capability).second) names.push_back(one.capability);
  if (order != Order::marathon) return names;
  std::vector<Hash> hashes;
  for (const std::string_view name : names) hashes.push_back(hash_of_text(name));
  std::vector<std::string_view> sorted;
  for (const std::size_t k : hashed_order(hashes)) sorted.push_back(names[k]);
  return sorted;
}

}  // namespace muster::simulate
