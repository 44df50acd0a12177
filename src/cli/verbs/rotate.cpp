// SPDX-License-Identifier: Apache-2.0
#include "app/import_marathon.hpp"
#include "app/plan_by_rule.hpp"
#include "app/rotate_data.hpp"
#include "app/study_rotation.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress_line.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

namespace {

constexpr unsigned most_threads = 1024;
constexpr std::int32_t most_days = 100'000;

struct Request {
  app::RotationRequest run;
  app::LeastSupplyRequest least;
  app::SupplyVariationRequest variation;
  app::ReplicationRequest replications{.data = {}, .count = 0, .target = {}};
  app::PlanRequest plan;
  bool is_least = false, is_variation = false, progress = false;
  unsigned threads = 0;
};

// "comp:1-821"
simulate::Phase phase_of(const std::string& word) {
  const auto colon = word.rfind(':'), dash = word.rfind('-');
  simulate::Phase phase;
  const auto from = colon == std::string::npos || dash == std::string::npos || dash < colon
                        ? std::nullopt
                        : days_of(word.substr(colon + 1, dash - colon - 1));
  const auto until = from ? days_of(word.substr(dash + 1)) : std::nullopt;
  if (!from || !until || *from < 1 || *until < *from || *until > most_days)
    throw CLI::ValidationError("--phase",
                               word + " is no phase; write one as NAME:FIRST-LAST, in days");
  return {
      word.substr(0, colon), static_cast<std::int32_t>(*from), static_cast<std::int32_t>(*until)};
}

// "AC:1095"
simulate::SupplyVariation::Length length_of(const std::string& word) {
  const auto colon = word.rfind(':');
  const auto days = colon == std::string::npos ? std::nullopt : days_of(word.substr(colon + 1));
  if (!days || *days < 1 || *days > most_days)
    throw CLI::ValidationError("--cycle", word + " is no cycle; write one as COMPONENT:DAYS");
  return {word.substr(0, colon), static_cast<std::int32_t>(*days)};
}

CLI::Option* add_least_supply(CLI::App& verb, const std::shared_ptr<Request>& request) {
  CLI::Option* least =
      verb.add_flag("--least-supply",
                    request->is_least,
                    "By capability, the least units with which no requirement is short");
  verb.add_option("--tolerate",
                  request->least.tolerated_days,
                  "With --least-supply: a requirement may be short for so many days on end")
      ->check(CLI::Range(0, most_days))
      ->needs(least)
      ->type_name("DAYS");
  return least;
}

void add_supplies(CLI::App& verb, simulate::SupplyVariation& variation, CLI::Option* vary) {
  constexpr double most_times = 100;
  verb.add_option("--lower",
                  variation.lower,
                  "With --vary-supply: from so many times the supply of the data")
      ->check(CLI::Range(0.0, most_times))
      ->needs(vary)
      ->capture_default_str();
  verb.add_option("--upper", variation.upper, "With --vary-supply: up to so many times")
      ->check(CLI::Range(0.0, most_times))
      ->needs(vary)
      ->capture_default_str();
  verb.add_option("--least-values",
                  variation.least_values,
                  "With --vary-supply: values of each component at least")
      ->check(CLI::Range(1, most_days))
      ->needs(vary)
      ->capture_default_str();
  verb.add_option("--repetitions", variation.repetitions, "With --vary-supply: runs of each supply")
      ->check(CLI::Range(1, most_days))
      ->needs(vary)
      ->capture_default_str();
}

void add_phases(CLI::App& verb, const std::shared_ptr<Request>& request, CLI::Option* vary) {
  verb.add_option_function<std::vector<std::string>>(
          "--phase",
          [request](const std::vector<std::string>& words) {
            for (const std::string& word : words)
              request->variation.variation.phases.push_back(phase_of(word));
          },
          "With --vary-supply: days to count apart; left out: the periods of the data")
      ->needs(vary)
      ->type_name("NAME:FIRST-LAST");
  verb.add_option_function<std::vector<std::string>>(
          "--cycle",
          [request](const std::vector<std::string>& words) {
            request->variation.variation.lengths.clear();
            for (const std::string& word : words)
              request->variation.variation.lengths.push_back(length_of(word));
          },
          "With --vary-supply: units begin on any day of so many; left out: AC:1095 RC:1825 "
          "NG:1825")
      ->needs(vary)
      ->type_name("COMPONENT:DAYS");
}

void add_studies(CLI::App& verb, const std::shared_ptr<Request>& request) {
  CLI::Option* least = add_least_supply(verb, request);
  CLI::Option* vary =
      verb.add_flag("--vary-supply",
                    request->is_variation,
                    "By capability, how requirements are filled as its supply varies")
          ->excludes(least);
  verb.add_option("--replications",
                  request->replications.count,
                  "So many runs, units beginning on random days of their cycles")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000}))
      ->excludes(least)
      ->excludes(vary)
      ->type_name("RUNS");
  verb.add_option("--seed",
                  request->replications.seed,
                  "With --replications or --vary-supply: seed of the days on which units begin")
      ->capture_default_str();
  add_supplies(verb, request->variation.variation, vary);
  add_phases(verb, request, vary);
  verb.add_option("--threads",
                  request->threads,
                  "Threads of the studies; they change the speed, never the answer")
      ->check(CLI::Range(1U, most_threads))
      ->default_str("as many as there are cores");
  verb.add_flag("--progress", request->progress, "Show progress, also where this is no terminal");
}

app::Answer perform(const Request& request, const Call& call, const app::Speech& speech) {
  const bool is_study = request.is_least || request.is_variation || request.replications.count > 0;
  const bool is_plan = !is_study && !app::has_rotation(request.run.data);
  if (!is_study && !is_plan) return app::rotate_data(request.run, speech);
  const Interrupt interrupt{*call.errors};
  const ProgressLine::Form form = call.surroundings.errors_is_terminal
                                      ? ProgressLine::Form::one_line
                                  : request.progress ? ProgressLine::Form::many_lines
                                                     : ProgressLine::Form::silent;
  ProgressLine progress{*call.errors, form, call.surroundings.width};
  if (is_plan) {
    app::PlanRequest plan = request.plan;
    plan.data = request.run.data;
    plan.target = request.run.target;
    plan.dry_run = plan.target.empty();
    plan.threads = request.threads;
    return app::plan_by_rule(plan, speech, progress, interrupt.token());
  }
  if (request.is_least) {
    app::LeastSupplyRequest least = request.least;
    least.data = request.run.data;
    least.order = request.run.order;
    least.target = request.run.target;
    least.threads = request.threads;
    return app::least_supply(least, speech, progress, interrupt.token());
  }
  if (request.is_variation) {
    app::SupplyVariationRequest variation = request.variation;
    variation.data = request.run.data;
    variation.order = request.run.order;
    variation.target = request.run.target;
    variation.threads = request.threads;
    variation.variation.seed = static_cast<std::int64_t>(request.replications.seed);
    return app::vary_supply(variation, speech, progress, interrupt.token());
  }
  app::ReplicationRequest replications = request.replications;
  replications.data = request.run.data;
  replications.order = request.run.order;
  replications.target = request.run.target;
  replications.threads = request.threads;
  return app::replicate_rotation(replications, speech, progress, interrupt.token());
}

}  // namespace

void add_rotate(CLI::App& program, Call& call) {
  const auto request = std::make_shared<Request>();
  CLI::App* verb =
      add_verb(program,
               call,
               "rotate",
               "Simulates how units rotate through requirements by rule: by priority, the "
               "longest rested first",
               "  muster import marathon book.xlsx -o force\n"
               "  muster rotate force\n"
               "  muster rotate force -o rotation\n"
               "  muster rotate force --compat marathon -o audit\n"
               "  muster rotate data/dmm-2023-10 -o by-rule\n"
               "  muster compare by-rule out/letter\n"
               "  muster rotate force --replications 100\n"
               "  muster rotate force --least-supply --tolerate 90\n"
               "  muster rotate force --vary-supply --repetitions 10 -o runs\n");
  add_data(*verb, request->run.data);
  add_word(*verb,
           "--compat",
           request->run.order,
           {{"none", simulate::Order::documented}, {"marathon", simulate::Order::marathon}},
           "Whose order and habits to follow; marathon: to its last tie, defects included");
  verb->add_option("-o,--output", request->run.target, "Folder for the tables")->type_name("DIR");
  add_counting(*verb, request->plan.counting);
  add_grid(*verb, request->plan.grid);
  verb->add_flag("--force", request->plan.force, "Of a plan: replace a folder that holds no plan");
  add_studies(*verb, request);
  verb->callback([&call, request] {
    call.perform = [request, &call](const app::Speech& speech) {
      return perform(*request, call, speech);
    };
  });
}

void add_import_marathon(CLI::App& import, Call& call) {
  const auto request = std::make_shared<app::MarathonRequest>();
  CLI::App* verb = add_verb(import,
                            call,
                            "marathon",
                            "Makes a data set of a workbook of the rotation simulator Marathon",
                            "  muster import marathon book.xlsx --repairs repairs.csv\n"
                            "  muster import marathon book.xlsx -o force\n"
                            "  muster import marathon folder-of-tables -o force\n"
                            "  muster rotate force\n");
  verb->add_option("BOOK", request->book, "The workbook, or a folder with a file for each table")
      ->required();
  verb->add_option("-o,--output", request->target, "Folder for the data set; left out: only shown")
      ->type_name("DIR");
  verb->add_option(
          "--repairs", request->repair_log, "Write what was repaired and refused as a table (CSV)")
      ->type_name("FILE");
  verb->add_flag("--keep-repeated",
                 request->keeps_repeated,
                 "Keep requirements that repeat the name of another; left out: refused, as "
                 "Marathon drops them");
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::import_marathon(*request, speech);
    };
  });
}

}  // namespace muster::cli
