// SPDX-License-Identifier: Apache-2.0
#include "app/worth_of_more.hpp"

#include "app/folder/kept_plan.hpp"
#include "app/folder/price_sheet.hpp"
#include "report/asks.hpp"

namespace muster::app {

Answer worth_of_more(const WorthRequest& request, const Speech& speech) {
  const Result<KeptPlan> kept = open_kept(request.plan);
  if (!kept) return refuse(kept.error(), speech);
  const Result<OpenedPlan> opened = open_plan(request.plan);
  if (!opened) return refuse(opened.error(), speech);
  const Situation& situation = *kept->situation;
  const Grid grid = make_grid(situation.scenario, kept->record.grid, kept->parts.in_force);
  const auto prices = opened->texts.find("prices.csv");
  const Result<Certificate> read = read_prices(
      situation.scenario, grid, prices == opened->texts.end() ? std::string{} : prices->second);
  if (!read) return refuse(read.error(), speech);
  plan::Options options;
  options.counting = kept->parts.plan.counting;
  options.grid = kept->record.grid;
  const asks::Ground ground{
      situation.draft, situation.scenario, kept->parts.plan, kept->parts.verdict, options};
  const report::WorthView view{
      &situation.scenario, asks::worths(ground, grid, *read, request.confirmed), request.shown};
  return {speech.json ? report::worth_json(view) : report::worth_text(view, speech.terminal),
          {},
          Exit::done};
}

}  // namespace muster::app
