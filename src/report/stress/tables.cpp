// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <charconv>

#include "report/json/shapes.hpp"
#include "report/stress.hpp"

namespace muster::report {
namespace {

using simulate::GroupStress;
using simulate::Spread;

// At most six decimals; the same on every machine.
std::string decimal(double value) {
  std::array<char, 64> digits{};
  const auto end =
      std::to_chars(
          digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 6)
          .ptr;
  std::string text{digits.data(), end};
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

void append(std::vector<std::string>& row, const Spread& spread) {
  for (const double value : {spread.p10, spread.p50, spread.p90, spread.mean, spread.half_width})
    row.push_back(decimal(value));
}

Json spread_json(const Spread& spread) {
  return {{"p10", spread.p10},
          {"p50", spread.p50},
          {"p90", spread.p90},
          {"mean", spread.mean},
          {"half_width", spread.half_width}};
}

Json group_json(const GroupStress& group) {
  return {{"name", group.name}, {"planned", group.planned}, {"fill", spread_json(group.fill)}};
}

std::vector<std::string> row_of(const simulate::Likelihood& one,
                                const std::string& key,
                                const Scenario* scenario) {
  return {key,
          std::string{simulate::to_text(one.event)},
          one.offer && scenario != nullptr ? (*scenario)->offers[*one.offer].key : std::string{},
          one.nation && scenario != nullptr ? (*scenario)->nations[*one.nation].key : std::string{},
          one.capability && scenario != nullptr ? (*scenario)->capabilities[*one.capability].key
                                                : std::string{},
          one.status ? std::string{muster::to_text(*one.status)} : std::string{},
          decimal(one.chance),
          one.days.most > 0 ? std::to_string(one.days.least) : std::string{},
          one.days.most > 0 ? std::to_string(one.days.likely) : std::string{},
          one.days.most > 0 ? std::to_string(one.days.most) : std::string{},
          {},
          {},
          {},
          {},
          {},
          one.assumed ? "assumed" : ""};
}

std::vector<std::string> row_of(const simulate::Arrivals& one, const Scenario& scenario) {
  const auto size = [&](std::int32_t simulate::Triangle::* end) {
    return one.size ? std::to_string((*one.size).*end) : std::string{};
  };
  return {one.row,
          "requirement_arrives",
          {},
          {},
          {},
          {},
          decimal(one.in_a_year),
          std::to_string(one.days.least),
          std::to_string(one.days.likely),
          std::to_string(one.days.most),
          scenario->requirements[one.like].key,
          size(&simulate::Triangle::least),
          size(&simulate::Triangle::likely),
          size(&simulate::Triangle::most),
          one.priority ? scenario->priorities[*one.priority].key : std::string{},
          {}};
}

CsvRows likelihood_rows(const std::vector<simulate::Likelihood>& all, const Scenario* scenario) {
  CsvRows rows{{"row",
                "event",
                "offer",
                "nation",
                "capability",
                "status",
                "chance",
                "days_least",
                "days_likely",
                "days_most",
                "requirement",
                "size_least",
                "size_likely",
                "size_most",
                "priority",
                "source"}};
  for (std::size_t k = 0; k < all.size(); ++k)
    rows.push_back(row_of(
        all[k], (all[k].assumed ? "assumed-" : "stated-") + std::to_string(k + 1), scenario));
  return rows;
}

}  // namespace

CsvRows stress_lines(const StressView& view) {
  CsvRows rows{{"requirement", "planned", "p10", "p50", "p90", "mean", "half_width", "fails"}};
  for (const simulate::LineStress& line : view.result.lines) {
    rows.push_back({(*view.scenario)->requirements[line.requirement].key, decimal(line.planned)});
    append(rows.back(), line.fill);
    rows.back().push_back(decimal(line.failed));
  }
  return rows;
}

CsvRows stress_groups(const StressView& view) {
  CsvRows rows{{"kind", "name", "planned", "p10", "p50", "p90", "mean", "half_width"}};
  const auto add = [&](const char* kind, const GroupStress& group) {
    rows.push_back({kind, group.name, decimal(group.planned)});
    append(rows.back(), group.fill);
  };
  add("all", view.result.all);
  for (const GroupStress& group : view.result.priorities) add("priority", group);
  for (const GroupStress& group : view.result.activities) add("activity", group);
  return rows;
}

CsvRows stress_months(const StressView& view) {
  CsvRows rows{{"from", "planned", "p10", "p50", "p90", "mean", "half_width"}};
  for (const auto& month : view.result.months) {
    rows.push_back({to_text(month.from), decimal(month.planned)});
    append(rows.back(), month.fill);
  }
  return rows;
}

CsvRows stress_criticality(const StressView& view) {
  CsvRows rows{{"kind", "key", "lost", "lost_after_repairs"}};
  for (const simulate::Criticality& one : view.critical)
    rows.push_back(
        {std::string{to_text(one.kind)}, one.key, decimal(one.lost), decimal(one.lost_repaired)});
  return rows;
}

CsvRows stress_firming(const StressView& view) {
  CsvRows rows{{"kind", "key", "p10", "rise"}};
  for (const simulate::Firming& one : view.firming)
    rows.push_back({std::string{to_text(one.kind)}, one.key, decimal(one.p10), decimal(one.rise)});
  return rows;
}

CsvRows stress_arrivals(const StressView& view) {
  CsvRows rows{{"row", "requirement", "number", "fill", "fails"}};
  for (const simulate::ArrivalStress& one : view.result.arrivals)
    rows.push_back({one.row,
                    (*view.scenario)->requirements[one.like].key,
                    decimal(one.number),
                    decimal(one.fill),
                    decimal(one.failed)});
  return rows;
}

CsvRows stress_assumptions(const StressView& view) {
  CsvRows rows = likelihood_rows(view.uncertainty->rows(), view.scenario);
  for (const simulate::Arrivals& one : view.uncertainty->arrivals())
    rows.push_back(row_of(one, *view.scenario));
  return rows;
}

CsvRows assumed_rows() {
  return likelihood_rows(simulate::assumed_likelihoods(), nullptr);
}

std::string stress_json(const StressView& view) {
  Json activities = Json::array(), priorities = Json::array(), lines = Json::array(),
       critical = Json::array(), firming = Json::array(), months = Json::array(),
       arrivals = Json::array();
  for (const GroupStress& group : view.result.activities) activities.push_back(group_json(group));
  for (const GroupStress& group : view.result.priorities) priorities.push_back(group_json(group));
  for (const simulate::LineStress& line : view.result.lines)
    lines.push_back({{"requirement", (*view.scenario)->requirements[line.requirement].key},
                     {"planned", line.planned},
                     {"fill", spread_json(line.fill)},
                     {"fails", line.failed}});
  for (const auto& month : view.result.months)
    months.push_back({{"from", to_text(month.from)},
                      {"planned", month.planned},
                      {"fill", spread_json(month.fill)}});
  for (const simulate::ArrivalStress& one : view.result.arrivals)
    arrivals.push_back({{"row", one.row},
                        {"requirement", (*view.scenario)->requirements[one.like].key},
                        {"number", one.number},
                        {"fill", one.fill},
                        {"fails", one.failed}});
  for (const simulate::Criticality& one : view.critical)
    critical.push_back({{"kind", to_text(one.kind)},
                        {"key", one.key},
                        {"lost", one.lost},
                        {"lost_after_repairs", one.lost_repaired}});
  for (const simulate::Firming& one : view.firming)
    firming.push_back(
        {{"kind", to_text(one.kind)}, {"key", one.key}, {"p10", one.p10}, {"rise", one.rise}});
  return to_document(
      {{"answer", "stress"},
       {"trials", view.result.trials},
       {"seed", view.options.seed},
       {"tolerated_days", view.options.tolerated_days},
       {"repair", to_text(view.options.repair)},
       {"replanned", view.result.replanned},
       {"repaired", view.result.repaired},
       {"converged", view.result.has_converged},
       {"all", group_json(view.result.all)},
       {"unmet_weighted_days",
        {{"planned", view.result.planned_unmet}, {"spread", spread_json(view.result.unmet)}}},
       {"priorities", std::move(priorities)},
       {"activities", std::move(activities)},
       {"months", std::move(months)},
       {"lines", std::move(lines)},
       {"arrivals", std::move(arrivals)},
       {"criticality", std::move(critical)},
       {"firm_up", std::move(firming)},
       {"target", text_or_null(view.target)}});
}

}  // namespace muster::report
