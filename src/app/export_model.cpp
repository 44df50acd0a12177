// SPDX-License-Identifier: Apache-2.0
#include "app/export_model.hpp"

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

#include "app/folder/amount_text.hpp"
#include "app/folder/sheet.hpp"
#include "app/folder/situation.hpp"
#include "io/file.hpp"
#include "plan/compact.hpp"

namespace muster::app {
namespace {

plan::CompactModel model_of(const Scenario& scenario, const ModelRequest& request) {
  plan::Options options;
  options.counting = request.counting;
  options.grid = request.grid;
  const auto units = request.flows ? plan::UnitForm::flows : plan::UnitForm::cliques;
  return plan::compact_model(scenario, options, {units, request.later_goals});
}

Sheet columns_sheet(const Scenario& scenario, const plan::CompactModel& model) {
  Sheet sheet{{"column",
               "unit",
               "offer",
               "requirement",
               "from",
               "until",
               "counts_from",
               "rested",
               "quantity",
               "most",
               "amount",
               "on",
               "delivery"},
              {}};
  const auto name = [&](int column) {
    return model.columns[static_cast<std::size_t>(column)].name;
  };
  const auto most = [&](int column) {
    const double limit = model.columns[static_cast<std::size_t>(column)].most;
    return std::to_string(static_cast<std::int64_t>(limit));
  };
  for (const plan::CompactModel::ColumnTour& adds : model.tours) {
    const Offer& offer = scenario->offers[adds.tour.offer];
    sheet.rows.push_back({name(adds.column),
                          scenario->units[offer.unit].key,
                          offer.key,
                          scenario->requirements[adds.tour.requirement].key,
                          to_text(adds.tour.period.from),
                          to_text(adds.tour.period.until),
                          to_text(adds.counts_from),
                          to_text(adds.rested),
                          std::to_string(adds.tour.quantity),
                          most(adds.column),
                          decimal(adds.amount, 3),
                          {},
                          {}});
  }
  for (const auto& [column, planned] : model.deliveries)
    sheet.rows.push_back({name(column),
                          scenario->units[scenario->offers[planned.offer].unit].key,
                          scenario->offers[planned.offer].key,
                          scenario->requirements[planned.requirement].key,
                          {},
                          {},
                          {},
                          {},
                          std::to_string(planned.quantity),
                          most(column),
                          {},
                          to_text(planned.on),
                          planned.delivery ? scenario->deliveries[*planned.delivery].key : ""});
  return sheet;
}

std::string say(const plan::CompactModel& model,
                const ModelRequest& request,
                const Speech& speech) {
  const auto whole = std::ranges::count_if(model.columns, &plan::CompactModel::Column::whole);
  const std::string columns = columns_of(request.target).string();
  if (speech.json) {
    const nlohmann::ordered_json told{{"file", request.target.string()},
                                      {"columns_file", columns},
                                      {"columns", model.columns.size()},
                                      {"whole_columns", whole},
                                      {"rows", model.rows.size()},
                                      {"entries", model.entries.size()}};
    return told.dump(2) + "\n";
  }
  return "The programme is in " + request.target.string() + ": "
         + std::to_string(model.columns.size()) + " columns, " + std::to_string(whole)
         + " of them whole, " + std::to_string(model.rows.size()) + " rows, "
         + std::to_string(model.entries.size()) + " entries.\nWhat its columns mean is in "
         + columns + ".\n";
}

}  // namespace

std::filesystem::path columns_of(const std::filesystem::path& target) {
  std::filesystem::path columns = target;
  columns += ".columns.csv";
  return columns;
}

Answer export_model(const ModelRequest& request, const Speech& speech) {
  const Result<Situation> situation = load(request.data);
  if (!situation) return refuse(situation.error(), speech);
  if (situation->scenario->futures.size() > 0)
    return misuse("a model for other solvers does not have the futures of the data",
                  "Export the data without the tables futures and future_losses.");
  const plan::CompactModel model = model_of(situation->scenario, request);
  io::write_file(request.target, plan::to_mps(model));
  io::write_file(columns_of(request.target), to_csv(columns_sheet(situation->scenario, model)));
  return {say(model, request, speech), {}, Exit::done};
}

}  // namespace muster::app
