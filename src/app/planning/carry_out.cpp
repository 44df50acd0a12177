// SPDX-License-Identifier: Apache-2.0
#include "app/planning/carry_out.hpp"

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include "base/demand.hpp"

#include "app/folder/amount_text.hpp"
#include "app/trace.hpp"
#include "app/version.hpp"
#include "io/file.hpp"
#include "model/futures.hpp"
#include "report/json.hpp"
#include "verify/verify.hpp"

namespace muster::app {
namespace {

constexpr double points_per_requirement_day = 1e12;

class Listener : public plan::Observer {
 public:
  // `unit`: so many points are shown as one. `time_to_fill`: none where counted effort alone limits
  // the search.
  Listener(Watcher& watcher,
           Trace& trace,
           double unit,
           std::optional<std::chrono::seconds> time_to_fill)
      : watcher_{watcher}, trace_{trace}, unit_{unit}, time_to_fill_{time_to_fill} {}
  void progress(const plan::Progress& progress) override {
    const double value = progress.value / unit_;
    const double bound = progress.bound / unit_;
    trace_.note(progress.step, value, bound);
    watcher_.progress(progress.step, progress.share, value, bound);
  }
  [[nodiscard]] double share_of_time() const override {
    if (!time_to_fill_) return -1.0;
    const std::chrono::duration<double> used = std::chrono::steady_clock::now() - began_;
    return used / std::chrono::duration<double>{*time_to_fill_};
  }

 private:
  Watcher& watcher_;
  Trace& trace_;
  double unit_;
  std::optional<std::chrono::seconds> time_to_fill_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

class StepListener : public plan::Observer {
 public:
  StepListener(Watcher& watcher, std::string step) : watcher_{watcher}, step_{std::move(step)} {}
  void progress(const plan::Progress& progress) override {
    watcher_.progress(step_,
                      progress.share,
                      progress.value / points_per_requirement_day,
                      progress.bound / points_per_requirement_day);
  }

 private:
  Watcher& watcher_;
  std::string step_;
};

// Asks for a stop when the time is up or when the caller asks for one.
class Deadline {
 public:
  Deadline(const std::stop_token& caller, const std::optional<std::chrono::seconds>& limit)
      : forward_{caller, [this] { source_.request_stop(); }} {
    if (!limit) return;
    clock_ = std::jthread{
        [this, end = std::chrono::steady_clock::now() + *limit](const std::stop_token& done) {
          std::unique_lock lock{mutex_};
          wake_.wait_until(lock, done, end, [] { return false; });
          if (!done.stop_requested()) source_.request_stop();
        }};
  }
  [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

 private:
  std::stop_source source_;
  std::stop_callback<std::function<void()>> forward_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::jthread clock_;
};

// Nothing is written that judge and proof do not confirm.
void confirm(const PlanParts& parts, GridStep step, Points value) {
  demand(parts.verdict.goals.points == value, "judge and optimiser agree on a plan's value");
  const auto checks = verify::verify(
      parts.situation->scenario,
      {parts.plan, parts.in_force, step, parts.certificate, parts.verdict.goals, parts.tiers});
  for (const verify::Check& check : checks) {
    if (!check.holds) {
      throw Defect{"a new plan proves itself; here \"" + check.claim
                   + "\" fails: " + check.finding};
    }
  }
}

Record record_of(const PlanRequest& request, const PlanParts& parts, const plan::Outcome& outcome) {
  const Scenario& scenario = parts.situation->scenario;
  return {.version = std::string{version()},
          .data_name = scenario->name,
          .data_hash = parts.situation->hash,
          .as_of = to_text(scenario->as_of),
          .from = to_text(scenario->horizon.from),
          .until = to_text(scenario->horizon.until),
          .overlays = parts.situation->overlays,
          .counting = request.counting,
          .grid = request.grid,
          .seed = request.seed,
          .effort_allowed = request.effort.value_or(1),
          .against_plan_in_force = !parts.in_force.tours.empty()
                                   || !parts.in_force.deliveries.empty()
                                   || request.near.has_value(),
          .goals = parts.verdict.goals,
          .bound = parts.certificate.bound,
          .gap = gap_text(parts.verdict.goals.points, parts.certificate.bound),
          .measures = sum_by_measure(scenario, parts.verdict),
          .tiers = tier_records(scenario, parts.in_force, parts.tiers),
          .robust = std::nullopt,
          .stop = std::string{plan::to_text(outcome.stop)},
          .limited_by_clock = outcome.stop == plan::Stop::interrupted,
          .effort = outcome.effort,
          .files = {}};
}

std::string say(const report::PlanView& view, const PlanRequest& request, const Speech& speech) {
  if (speech.json) return report::plan_json(view);
  const std::string where = request.dry_run
                                ? "Nothing was written (--dry-run).\n"
                                : "The plan is in " + request.target.string() + ", the report in "
                                      + (request.target / page_file).string() + ".\n";
  const std::string futures = (request.target / futures_folder).string();
  const std::string drawn = request.robust && !request.dry_run
                                ? "The futures are in " + futures + ", an overlay: muster verify "
                                      + request.target.string() + " DATA --with " + futures
                                      + " proves the plan.\n"
                                : "";
  return report::plan_text(view, speech.terminal) + "\n" + where + drawn;
}

}  // namespace

std::unique_ptr<plan::Observer> observer_for(Watcher& watcher, std::string step) {
  return std::make_unique<StepListener>(watcher, std::move(step));
}

Result<Made> make(const Planning& planning, plan::Observer& observer, const std::stop_token& stop) {
  const PlanRequest& request = *planning.request;
  const Scenario& scenario = planning.situation->scenario;
  const plan::Options& options = planning.options;
  const auto solve = request.strict ? plan::solve_strictly : plan::solve;
  plan::Outcome outcome = solve(scenario, options, observer, stop);
  PlanParts parts{planning.situation,
                  outcome.plan,
                  options.in_force,
                  make_grid(scenario, request.grid, options.in_force),
                  outcome.certificate,
                  judge::evaluate(scenario, outcome.plan, options.in_force),
                  outcome.tiers};
  Problems unplaced = problems_of_pins(scenario, parts.verdict);
  if (!unplaced.empty()) return std::unexpected{std::move(unplaced)};
  confirm(parts, request.grid, outcome.value);
  return Made{std::move(outcome), std::move(parts)};
}

Answer carry_out(const Planning& planning,
                 const Speech& speech,
                 Watcher& watcher,
                 const std::stop_token& stop) {
  const PlanRequest& request = *planning.request;
  Trace trace;
  const Deadline deadline{stop, request.time_limit};
  const auto time_to_fill = request.effort ? std::nullopt : request.time_limit;
  // Of futures the mean is shown.
  const double unit = points_per_requirement_day
                      * static_cast<double>(counted_futures(*planning.situation->scenario));
  Listener listener{watcher, trace, unit, time_to_fill};
  const Result<Made> made = make(planning, listener, deadline.token());
  if (!made) return refuse(made.error(), speech);
  const PlanParts& parts = made->parts;
  trace.note("end",
             static_cast<double>(made->outcome.value) / unit,
             static_cast<double>(made->outcome.certificate.bound) / unit);
  if (request.trace) io::write_file(*request.trace, to_csv(trace.sheet()));
  Record record = record_of(request, parts, made->outcome);
  if (planning.weigh_robust) record.robust = planning.weigh_robust(parts);
  const report::PlanView view = view_of(parts, record, planning.options.threads);
  if (!request.dry_run) write_folder(request.target, complete_folder(parts, view, record));
  const std::string preface = planning.preface ? planning.preface(parts) : std::string{};
  return {(speech.json ? std::string{} : preface) + say(view, request, speech), {}, Exit::done};
}

}  // namespace muster::app
