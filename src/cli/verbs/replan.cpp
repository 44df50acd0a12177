// SPDX-License-Identifier: Apache-2.0
#include "app/replan.hpp"

#include "base/day.hpp"

#include "cli/interrupt.hpp"
#include "cli/progress_line.hpp"
#include "cli/verbs/verbs.hpp"
#include "model/cell_value.hpp"

namespace muster::cli {
namespace {

struct Request {
  app::ReplanRequest replan;
  std::string freeze = "P0D", on;
  std::optional<std::string> disturbance;
  bool curve = false;
  std::int64_t seconds = 0;
  bool progress = false;
};

std::optional<std::int64_t> thousandths_of(const std::string& text) {
  constexpr std::int64_t most = 1'000'000;
  const auto weight = parse_decimal(text, 3);
  return weight && *weight >= 0 && *weight <= most ? weight : std::nullopt;
}

void add_options(CLI::App& verb, Request& request) {
  app::PlanRequest& plan = request.replan.planning;
  verb.add_option("PLAN", request.replan.plan, "Folder of the plan in force")->required();
  add_overlays(verb, plan.data);
  verb.add_option("--data", plan.data.folder, "Data to plan with instead of the data kept in PLAN")
      ->type_name("DATA");
  verb.add_option("-o,--output", plan.target, "Folder to write the plan to")->type_name("OUT");
  verb.add_option("--freeze",
                  request.freeze,
                  "Tours that begin within so many days stay, as do those that have begun")
      ->capture_default_str()
      ->type_name("P30D");
  verb.add_option("--on", request.on, "The day of replanning; left out: the day of the data")
      ->type_name("DAY");
  verb.add_option("--disturbance",
                  request.disturbance,
                  "What a day that the plan in force did not have costs, in weighted "
                  "requirement-days; last: fill goes before all; left out: what the data states, "
                  "else half of what a day of the lowest priority weighs")
      ->type_name("WEIGHT");
  verb.add_flag("--curve",
                request.curve,
                "Show the trade between fill and disturbance for many weights; write nothing");
  verb.add_option("--seed", plan.seed, "Seed of the search")->capture_default_str();
  constexpr unsigned most_threads = 1024;
  verb.add_option("--threads", plan.threads, "Threads; they change the speed, never the answer")
      ->check(CLI::Range(1U, most_threads))
      ->default_str("as many as there are cores");
  verb.add_option("--effort",
                  plan.effort,
                  "Multiplies how much is searched; left out: 1, a fortieth of what plan searches")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000}));
  verb.add_option("--time-limit", request.seconds, "Search for at most so many seconds")
      ->check(CLI::PositiveNumber)
      ->type_name("SECONDS");
  verb.add_flag("--dry-run", plan.dry_run, "Plan and print; write nothing");
  verb.add_flag("--force", plan.force, "Replace a folder that holds no plan");
  verb.add_flag("--progress", request.progress, "Show progress, also where this is no terminal");
}

void understand(Request& request) {
  if (request.curve && (request.disturbance || !request.replan.planning.target.empty()))
    throw CLI::ValidationError(
        "--curve", "it shows many weights and writes nothing: leave out --disturbance and -o");
  if (request.curve) request.replan.planning.dry_run = true;
  if (request.replan.planning.target.empty() && !request.replan.planning.dry_run)
    throw CLI::ValidationError("-o", "say where to write the plan: -o OUT, or --dry-run");
  request.replan.fill_first = request.disturbance == "last";
  if (request.disturbance && !request.replan.fill_first) {
    request.replan.disturbance = thousandths_of(*request.disturbance);
    if (!request.replan.disturbance)
      throw CLI::ValidationError(
          "--disturbance",
          "\"" + *request.disturbance
              + "\" is no weight from 0 to 1000 with at most three decimals: 0.5, or last");
  }
  const auto days = days_of(request.freeze);
  if (!days)
    throw CLI::ValidationError("--freeze", "\"" + request.freeze + "\" is no number of days: P30D");
  request.replan.freeze_days = *days;
  if (request.on.empty()) return;
  request.replan.on = parse_day(request.on);
  if (!request.replan.on)
    throw CLI::ValidationError("--on", "\"" + request.on + "\" is not a date: 2024-05-31");
}

app::Answer perform(const Request& request, const Call& call, const app::Speech& speech) {
  app::ReplanRequest replan = request.replan;
  if (request.seconds > 0) replan.planning.time_limit = std::chrono::seconds{request.seconds};
  if (!replan.planning.effort) replan.planning.effort = 1;
  const Interrupt interrupt{*call.errors};
  const auto form = call.surroundings.errors_is_terminal ? ProgressLine::Form::one_line
                    : request.progress                   ? ProgressLine::Form::many_lines
                                                         : ProgressLine::Form::silent;
  ProgressLine progress{*call.errors, form, call.surroundings.width};
  if (request.curve) return app::replan_curve(replan, speech, progress, interrupt.token());
  return app::replan(replan, speech, progress, interrupt.token());
}

}  // namespace

void add_replan(CLI::App& program, Call& call) {
  const auto request = std::make_shared<Request>();
  CLI::App* verb = add_verb(program,
                            call,
                            "replan",
                            "Restores a plan in force after an event, with little disturbance",
                            "  muster replan out --with overlays/withdrawal -o after\n"
                            "  muster replan out --with overlays/withdrawal --freeze P30D "
                            "--on 2024-05-31 -o after\n"
                            "  muster replan out --with overlays/withdrawal --curve\n"
                            "  muster compare out after\n");
  add_options(*verb, *request);
  verb->callback([&call, request] {
    understand(*request);
    call.perform = [request, &call](const app::Speech& speech) {
      return perform(*request, call, speech);
    };
  });
}

}  // namespace muster::cli
