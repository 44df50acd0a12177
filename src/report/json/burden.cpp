// SPDX-License-Identifier: Apache-2.0
#include "report/burden.hpp"

#include "model/cell_value.hpp"
#include "report/figures/burden.hpp"
#include "report/json/shapes.hpp"

namespace muster::report {
namespace {

using explain::BurdenMeasure;
using explain::BurdenPart;

std::string name_of(BurdenMeasure measure) {
  return std::string{explain::to_text(measure)};
}
std::string name_of(BurdenPart part) {
  return std::string{explain::to_text(part)};
}

Json sums_json(const explain::BurdenSums& sums) {
  Json json = Json::object();
  for (const BurdenPart part : explain::burden_parts) json[name_of(part)] = to_text(sums[part]);
  return json;
}

Json shares_json(const explain::BurdenSums& sums, const explain::BurdenSums& total) {
  Json json = Json::object();
  for (const BurdenPart part : explain::burden_parts) {
    json[name_of(part)] = explain::permille(sums[part], total[part]);
  }
  return json;
}

Json nation_json(const BurdenView& view, const explain::NationBurden& nation) {
  Json json{
      {"nation", view.scenario->nations[nation.nation].key},
      {"key", nation.key ? Json(to_decimal(*nation.key, view.key_decimals)) : Json()},
      {"key_permille", nation.key ? Json(explain::permille(*nation.key, keys_of(view))) : Json()}};
  for (const BurdenMeasure measure : explain::burden_measures) {
    const explain::BurdenSums& total = view.answer.total[static_cast<std::size_t>(measure)];
    json[name_of(measure)] = {{"sums", sums_json(nation[measure])},
                              {"permille", shares_json(nation[measure], total)}};
  }
  json["leaves_unmet_days"] = amount_days_json(nation.leaves);
  json["leaves_unmet_weighted_days"] = amount_days_json(nation.leaves_weighted);
  return json;
}

Json measure_json(const BurdenView& view, BurdenMeasure measure) {
  Json gini = Json::object();
  for (const BurdenPart part : explain::burden_parts) {
    const auto& value =
        view.answer.gini[static_cast<std::size_t>(measure)][static_cast<std::size_t>(part)];
    gini[name_of(part)] = value ? Json(*value) : Json();
  }
  return {{"total", sums_json(view.answer.total[static_cast<std::size_t>(measure)])},
          {"gini_permille", std::move(gini)}};
}

Json withdrawal_json(const BurdenView& view) {
  if (!view.answer.withdrawal) return nullptr;
  const explain::Withdrawal& gone = *view.answer.withdrawal;
  Json lines = Json::array();
  for (const explain::LineLoss& line : gone.lines) {
    lines.push_back({{"requirement", view.scenario->requirements[line.requirement].key},
                     {"unmet_days_before", amount_days_json(line.before)},
                     {"unmet_days_after", amount_days_json(line.after)},
                     {"lost_weighted_days", amount_days_json(line.weighted)}});
  }
  return {{"nation", view.scenario->nations[gone.nation].key},
          {"tours", gone.tours},
          {"deliveries", gone.deliveries},
          {"unmet_days_before", amount_days_json(gone.before)},
          {"unmet_days_after", amount_days_json(gone.after)},
          {"unmet_weighted_days_before", amount_days_json(gone.weighted_before)},
          {"unmet_weighted_days_after", amount_days_json(gone.weighted_after)},
          {"rules_broken", gone.rules_broken},
          {"lines", std::move(lines)}};
}

}  // namespace

std::string burden_json(const BurdenView& view) {
  Json nations = Json::array(), measures = Json::object();
  for (const explain::NationBurden& nation : view.answer.nations) {
    nations.push_back(nation_json(view, nation));
  }
  for (const BurdenMeasure measure : explain::burden_measures) {
    measures[name_of(measure)] = measure_json(view, measure);
  }
  Json json{{"answer", "burden"},
            {"key", text_or_null(view.key)},
            {"key_source", text_or_null(view.key_source)},
            {"nations_compared", view.answer.compared},
            {"units_without_people", view.answer.units_without_people},
            {"measures", std::move(measures)},
            {"nations", std::move(nations)},
            {"withdrawal", withdrawal_json(view)}};
  if (view.written)
    json["overlay"] = {{"folder", view.written->folder},
                       {"nations", view.written->nations},
                       {"weight", view.written->weight}};
  return to_document(json);
}

}  // namespace muster::report
