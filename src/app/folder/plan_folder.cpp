// SPDX-License-Identifier: Apache-2.0
#include "app/folder/plan_folder.hpp"

#include <system_error>
#include <utility>

#include "base/sha256.hpp"

#include "app/folder/figure_sheets.hpp"
#include "app/folder/plan_sheets.hpp"
#include "app/folder/price_sheet.hpp"
#include "asks/candidates.hpp"
#include "io/file.hpp"
#include "report/page.hpp"

namespace muster::app {

namespace fs = std::filesystem;

namespace {

std::vector<report::TierFigures> figures_of(const std::vector<TierRecord>& tiers) {
  std::vector<report::TierFigures> figures;
  for (const TierRecord& tier : tiers)
    figures.push_back({tier.goal, tier.priorities, tier.value, tier.bound});
  return figures;
}

// For more shortfalls nobody is looked for who could take over what a way gives up; `muster
// explain` does, and plans again with each way.
constexpr std::size_t most_with_takeovers = 100;

// What fills all of it, where nothing that is offered gains anything.
asks::Ask contribution_that_fills(const asks::Ground& ground, const explain::Shortfall& shortfall) {
  asks::Ask ask = asks::new_contribution(ground, shortfall);
  ask.fills = Wide{shortfall.unmet.count()} * shortfall.period.length().count();
  return ask;
}

void add_ways_out(const PlanParts& parts, const Record& record, report::PlanView& view) {
  plan::Options options;
  options.counting = parts.plan.counting;
  options.grid = record.grid;
  const Situation& situation = *parts.situation;
  const asks::Ground ground{
      situation.draft, situation.scenario, parts.plan, parts.verdict, options, false};
  const bool looks_further = view.shortfalls.size() <= most_with_takeovers;
  const explain::WayFinder finder{situation.scenario, parts.plan, parts.verdict};
  for (std::size_t i = 0; i < view.shortfalls.size(); ++i) {
    const explain::Shortfall& shortfall = view.shortfalls[i];
    view.ways_out.push_back(looks_further ? asks::candidates(ground, finder, shortfall)
                                          : asks::candidates_of(ground, shortfall, view.tried[i]));
    auto& ways = view.ways_out.back();
    if (ways.size() > explain::ways_kept) ways.resize(explain::ways_kept);
    if (ways.empty()) ways.push_back(contribution_that_fills(ground, shortfall));
    view.tried[i] = {};  // at alliance size they are many
  }
}

// What was drawn, as an overlay on the data that the plan was asked for.
void add_futures(const Situation& situation, Texts& texts) {
  for (const char* const table : {"futures.csv", "future_losses.csv", "goal_weights.csv"})
    if (const auto file = situation.package.find(table); file != situation.package.end())
      texts[std::string{futures_folder} + "/" + table] = file->second;
}

}  // namespace

report::PlanView view_of(const PlanParts& parts, const Record& record, unsigned threads) {
  report::PlanView view = report::view(parts.situation->scenario,
                                       parts.plan,
                                       parts.verdict,
                                       {.grid = record.grid,
                                        .bound = record.bound,
                                        .stop = record.stop,
                                        .seed = record.seed,
                                        .overlays = record.overlays,
                                        .data_hash = record.data_hash,
                                        .version = record.version,
                                        .against_plan_in_force = record.against_plan_in_force,
                                        .tiers = figures_of(record.tiers),
                                        .robust = record.robust},
                                       threads);
  add_ways_out(parts, record, view);
  return view;
}

Texts plan_texts(const PlanParts& parts, const report::PlanView& view) {
  const Scenario& scenario = parts.situation->scenario;
  Texts texts;
  texts["tours.csv"] = to_csv(tours_sheet(scenario, parts.plan));
  texts["deliveries.csv"] = to_csv(deliveries_sheet(scenario, parts.plan));
  texts["coverage.csv"] = to_csv(coverage_sheet(scenario, parts.verdict));
  texts["shortfalls.csv"] = to_csv(shortfall_sheet(scenario, parts.plan, view.shortfalls));
  texts["prices.csv"] = price_text(scenario, parts.grid, parts.certificate);
  if (!parts.tiers.empty())
    texts[tier_prices_file] = tier_price_text(scenario, parts.grid, parts.tiers);
  if (view.origin.against_plan_in_force) {
    texts["in_force.csv"] = to_csv(in_force_sheet(scenario, parts.in_force));
  }
  if (view.origin.robust) add_futures(*parts.situation, texts);
  texts[page_file] = report::plan_page(view);
  return texts;
}

Texts complete_folder(const PlanParts& parts, const report::PlanView& view, Record& record) {
  Texts texts = plan_texts(parts, view);
  for (const auto& [name, bytes] : parts.situation->package) {
    texts[std::string{data_folder} + "/" + name] = bytes;
  }
  record.files.clear();
  for (const auto& [name, bytes] : texts) record.files[name] = sha256(bytes);
  texts[record_file] = to_json(record);
  return texts;
}

bool is_plan_folder(const fs::path& folder) {
  std::error_code ignored;
  const fs::path file = folder / record_file;
  return fs::is_regular_file(file, ignored) && read_record(io::read_file(file)).has_value();
}

Result<OpenedPlan> open_plan(const fs::path& folder) {
  Texts texts = read_folder(folder);
  const auto file = texts.find(record_file);
  if (file == texts.end()) {
    return std::unexpected{Problems{{record_file,
                                     0,
                                     {},
                                     folder.string() + " holds no plan: the file is missing",
                                     "A plan's folder is what `muster plan … -o PLAN` writes."}}};
  }
  Result<Record> record = read_record(file->second);
  if (!record) return std::unexpected{std::move(record.error())};
  return OpenedPlan{std::move(texts), *std::move(record)};
}

DataSet snapshot_of(const fs::path& folder) {
  return {folder / data_folder, {}};
}

}  // namespace muster::app
