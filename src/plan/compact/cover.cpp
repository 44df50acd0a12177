// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "plan/compact/rows.hpp"

namespace muster::plan {
namespace {

// What each choice adds to each row, and when.
std::vector<std::vector<Span>> services_by_row(const Choices& choices) {
  const Instance& instance = *choices.instance;
  std::vector<std::vector<Span>> spans(instance.rows.size());
  for (const TourChoice& tour : choices.tours)
    for (const Service& service : services_of(instance, tour))
      spans[service.row].push_back({tour.column,
                                    static_cast<double>(service.amount) / model_unit,
                                    service.counts_from,
                                    tour.until});
  for (const PackageChoice& choice : choices.packages) {
    const Package& package = instance.packages[choice.package];
    const Package::Target& target = package.targets[choice.target];
    const Row& row = instance.rows[target.row];
    for_each_delivery(instance, choice, [&](const Coming& coming) {
      const std::int64_t amount = delivered_amount(instance, package, target, coming.quantity);
      spans[target.row].push_back(
          {coming.column, static_cast<double>(amount) / model_unit, coming.at, row.last});
    });
  }
  return spans;
}

// The buckets of a run share one column of what is unmet. Of what no plan can reach it is the
// least.
void cover_run(const Choices& choices, RowIndex index, const SpanRun& run, ModelMaker& model) {
  const Row& row = choices.instance->rows[index];
  const std::int64_t days = choices.instance->day[run.until] - choices.instance->day[run.from];
  const auto quantity = static_cast<double>(row.quantity) / model_unit;
  const auto cost = static_cast<double>(row.weight * days);
  if (run.there.empty()) {
    model.add_constant(cost * quantity);
    return;
  }
  const auto from = row.reach.begin() + static_cast<std::ptrdiff_t>(run.from);
  const auto until = row.reach.begin() + static_cast<std::ptrdiff_t>(run.until);
  const std::int64_t reach = *std::max_element(from, until);
  const std::string key = choices.key(index);
  const std::string day = choices.day(run.from);
  const int unmet =
      model.add_column({"unmet", key, day},
                       {.name = {},
                        .cost = cost,
                        .least = static_cast<double>(row.quantity - reach) / model_unit,
                        .most = quantity,
                        .whole = false});
  Sum terms = sum_of(run.there);
  terms.push_back({unmet, 1.0});
  model.at_least({"cover", key, day}, quantity, terms);
}

}  // namespace

void cover_requirements(const Choices& choices, ModelMaker& model) {
  const auto spans = services_by_row(choices);
  for (RowIndex index = 0; index < spans.size(); ++index) {
    const Row& row = choices.instance->rows[index];
    for (const SpanRun& run : runs_of(spans[index], row.first, row.last))
      cover_run(choices, index, run, model);
  }
}

}  // namespace muster::plan
