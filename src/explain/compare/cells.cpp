// SPDX-License-Identifier: Apache-2.0
// Which cells of a requirement are not the same in two data sets.
#include "explain/compare/why.hpp"
#include "model/cell_value.hpp"

namespace muster::explain {
namespace {

template <class Number>
std::string number_text(const std::optional<Number>& number) {
  return number ? std::to_string(*number) : std::string{};
}

std::string place_of(const Scenario& scenario, const Requirement& requirement) {
  return requirement.place ? scenario->places[*requirement.place].key : std::string{};
}

// In the words of the table; dates and places as they stand after what the activity says.
std::vector<std::pair<std::string, std::string>> cells_of(const Scenario& scenario,
                                                          const Requirement& row) {
  const Priority& priority = scenario->priorities[row.priority];
  return {
      {"activity", scenario->activities[row.activity].key},
      {"capability", scenario->capabilities[row.capability].key},
      {"quantity", row.quantity ? to_decimal(row.quantity->count(), 3) : std::string{}},
      {"kind", std::string{to_text(row.kind)}},
      {"place", place_of(scenario, row)},
      {"from", muster::to_text(row.period.from)},
      {"until", muster::to_text(row.period.until)},
      {"priority", priority.key + " (weight " + std::to_string(priority.weight) + ")"},
      {"notice_days", number_text(row.notice_days)},
      {"max_nations", number_text(row.max_nations)},
      {"lead_share",
       row.lead_share_permille ? to_decimal(*row.lead_share_permille, 3) : std::string{}},
      {"overlap_days", std::to_string(row.overlap_days)},
      {"indivisible", row.indivisible ? "true" : "false"},
  };
}

}  // namespace

std::vector<CellChange> changed_cells(const Scenario& before,
                                      Id<Requirement> a,
                                      const Scenario& after,
                                      Id<Requirement> b) {
  const auto old = cells_of(before, before->requirements[a]);
  const auto now = cells_of(after, after->requirements[b]);
  std::vector<CellChange> changes;
  for (std::size_t i = 0; i < old.size(); ++i) {
    if (old[i].second != now[i].second) {
      changes.push_back({old[i].first, old[i].second, now[i].second});
    }
  }
  return changes;
}

}  // namespace muster::explain
