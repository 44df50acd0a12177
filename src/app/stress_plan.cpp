// SPDX-License-Identifier: Apache-2.0
#include "app/stress_plan.hpp"

#include <algorithm>
#include <limits>
#include <thread>
#include <utility>

#include "app/folder/files.hpp"
#include "app/folder/kept_plan.hpp"
#include "app/folder/target.hpp"
#include "app/planning/replan_futures.hpp"
#include "io/csv.hpp"
#include "report/stress.hpp"

namespace muster::app {
namespace {

simulate::StressRun run_of(const char* step, Watcher& watcher, const std::stop_token& stop) {
  return {stop,
          [step, &watcher](std::size_t done, std::size_t of) {
            watcher.progress(
                step,
                static_cast<double>(done) / static_cast<double>(std::max<std::size_t>(of, 1)),
                std::numeric_limits<double>::infinity(),
                -std::numeric_limits<double>::infinity());
          },
          {}};
}

Texts texts_of(const report::StressView& view) {
  return {{"lines.csv", io::write_csv(report::stress_lines(view))},
          {"groups.csv", io::write_csv(report::stress_groups(view))},
          {"months.csv", io::write_csv(report::stress_months(view))},
          {"arrivals.csv", io::write_csv(report::stress_arrivals(view))},
          {"criticality.csv", io::write_csv(report::stress_criticality(view))},
          {"firm_up.csv", io::write_csv(report::stress_firming(view))},
          {"uncertainty.csv", io::write_csv(report::stress_assumptions(view))},
          {"stress.html", report::stress_page(view)}};
}

}  // namespace

Answer stress_plan(const StressRequest& request,
                   const Speech& speech,
                   Watcher& watcher,
                   const std::stop_token& stop) {
  if (!request.target.empty())
    if (const std::string why = objection_to_package(request.target); !why.empty())
      return misuse(why, "Name a folder that is missing or empty.");
  const Result<KeptPlan> kept = open_kept(request.plan);
  if (!kept) return refuse(kept.error(), speech);
  DataSet data = snapshot_of(request.plan);
  data.overlays.insert(data.overlays.end(), request.overlays.begin(), request.overlays.end());
  const Result<Draft> draft = load_draft(data);
  if (!draft) return refuse(draft.error(), speech);
  const Scenario& scenario = kept->situation->scenario;
  const Plan& plan = kept->parts.plan;
  simulate::StressOptions options = request.options;
  if (options.threads == 0) options.threads = std::max(1U, std::thread::hardware_concurrency());
  const simulate::Uncertainty uncertainty{scenario, *draft};

  report::StressView view{&scenario, &uncertainty, options, {}, {}, {}, request.target.string()};
  simulate::StressRun futures = run_of("futures", watcher, stop);
  if (options.repair == simulate::Repair::optimise)
    futures.replan = replan_futures(*kept, uncertainty, stop);
  view.result = simulate::stress(scenario, plan, uncertainty, options, futures);
  if (request.criticality)
    view.critical =
        simulate::criticality(scenario, plan, options, run_of("taken away", watcher, stop));
  if (request.firm_up > 0)
    view.firming = simulate::firm_up(
        scenario,
        plan,
        uncertainty,
        options,
        {view.critical, view.result.trials, view.result.all.fill.p10, request.firm_up},
        run_of("made certain", watcher, stop));
  if (!request.target.empty()) write_folder(request.target, texts_of(view));
  return {speech.json ? report::stress_json(view) : report::stress_text(view, speech.terminal),
          {},
          Exit::done};
}

Answer show_assumptions(const Speech&) {
  return {io::write_csv(report::assumed_rows()), {}, Exit::done};
}

}  // namespace muster::app
