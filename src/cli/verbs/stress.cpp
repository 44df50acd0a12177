// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <string>

#include "app/stress_plan.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress_line.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {
namespace {

struct Request {
  app::StressRequest stress;
  double interval = 0;
  bool no_criticality = false, assumptions = false, progress = false;
};

void add_options(CLI::App& verb, Request& request) {
  constexpr unsigned most_threads = 1024;
  constexpr std::int32_t most_days = 100'000;
  constexpr double percent = 100;
  app::StressRequest& stress = request.stress;
  stress.options.threads = 0;
  verb.add_option("PLAN", stress.plan, "Folder of the plan");
  verb.add_option("--with", stress.overlays, "Folder of an overlay with a table uncertainty")
      ->type_name("OVERLAY");
  verb.add_option("--trials", stress.options.trials, "How many futures are drawn")
      ->check(CLI::Range(std::size_t{1}, std::size_t{10'000'000}))
      ->capture_default_str();
  verb.add_option("--until",
                  request.interval,
                  "End before where the mean fill is known to so many percent (95 % confidence)")
      ->check(CLI::Range(0.0, percent))
      ->type_name("PERCENT");
  verb.add_option("--seed", stress.options.seed, "Seed of the futures")->capture_default_str();
  verb.add_option("--tolerate",
                  stress.options.tolerated_days,
                  "A line fails that lacks anything for more days on end")
      ->check(CLI::Range(0, most_days))
      ->capture_default_str()
      ->type_name("DAYS");
  verb.add_option(
          "--threads", stress.options.threads, "Threads; they change the speed, never the answer")
      ->check(CLI::Range(1U, most_threads))
      ->default_str("as many as there are cores");
  verb.add_option(
          "--firm-up", stress.firm_up, "Of how many it is tried what making them certain gains")
      ->check(CLI::Range(std::size_t{0}, std::size_t{1000}))
      ->capture_default_str()
      ->type_name("N");
  const std::map<std::string, simulate::Repair> repairs{{"none", simulate::Repair::none},
                                                        {"rule", simulate::Repair::rule},
                                                        {"optimise", simulate::Repair::optimise}};
  verb.add_option(
          "--repair",
          stress.options.repair,
          "rule: reserves, substitutes, longer stays; optimise: planned anew in each future, "
          "which is known whole; none: nobody is called up, nobody stays longer")
      ->transform(
          CLI::CheckedTransformer(repairs, CLI::ignore_case).description("{none,rule,optimise}"))
      ->default_str("rule");
  verb.add_flag("--no-criticality", request.no_criticality, "Nothing is taken away in turn");
  verb.add_flag("--assumptions",
                request.assumptions,
                "Print what is assumed, as a table to be changed (CSV)");
  verb.add_option("-o,--output", stress.target, "Folder for tables and a page")->type_name("DIR");
  verb.add_flag("--progress", request.progress, "Show progress, also where this is no terminal");
}

app::Answer perform(const Request& request, const Call& call, const app::Speech& speech) {
  if (request.assumptions) return app::show_assumptions(speech);
  app::StressRequest stress = request.stress;
  if (request.interval > 0) stress.options.interval = request.interval / 100;
  stress.criticality = !request.no_criticality;
  if (request.no_criticality) stress.firm_up = 0;
  const Interrupt interrupt{*call.errors};
  const ProgressLine::Form form = call.surroundings.errors_is_terminal
                                      ? ProgressLine::Form::one_line
                                  : request.progress ? ProgressLine::Form::many_lines
                                                     : ProgressLine::Form::silent;
  ProgressLine progress{*call.errors, form, call.surroundings.width};
  return app::stress_plan(stress, speech, progress, interrupt.token());
}

}  // namespace

void add_stress(CLI::App& program, Call& call) {
  const auto request = std::make_shared<Request>();
  CLI::App* verb = add_verb(
      program,
      call,
      "stress",
      "Draws futures in which the world does not keep to a plan, repairs it by rule in each, and "
      "says what is then filled, what the plan hangs on, and what to firm up first",
      "  muster stress out\n"
      "  muster stress out --trials 10000 -o stress\n"
      "  muster stress out --until 0.5\n"
      "  muster stress out --repair optimise --trials 200\n"
      "  muster stress --assumptions > overlay/uncertainty.csv\n"
      "  muster stress out --with overlay\n"
      "Ctrl-C stops and tells of the futures so far.\n");
  add_options(*verb, *request);
  verb->callback([&call, request] {
    if (request->stress.plan.empty() && !request->assumptions)
      throw CLI::ValidationError("PLAN", "say which plan: its folder, or --assumptions");
    call.perform = [request, &call](const app::Speech& speech) {
      return perform(*request, call, speech);
    };
  });
}

}  // namespace muster::cli
