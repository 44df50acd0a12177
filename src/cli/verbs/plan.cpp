// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <optional>
#include <string_view>

#include "app/make_plan.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress_line.hpp"
#include "cli/verbs/verbs.hpp"
#include "model/futures.hpp"

namespace muster::cli {
namespace {

constexpr unsigned most_threads = 1024;

struct Request {
  app::PlanRequest plan;
  std::int64_t seconds = 0;
  std::filesystem::path near, trace;
  std::string robust;
  std::size_t futures = app::RobustAim{}.futures;
  bool progress = false;
};

constexpr std::string_view mean = "mean";

// Of P90 90; none: it is no such word.
std::optional<int> percent_of(const std::string& aim) {
  int percent = 0;
  const char* const end = aim.data() + aim.size();
  if (!aim.starts_with('P')) return std::nullopt;
  const auto [last, why] = std::from_chars(aim.data() + 1, end, percent);
  if (why != std::errc{} || last != end || percent < 1 || percent > 99) return std::nullopt;
  return percent;
}

std::string is_aim(const std::string& text) {
  return text == mean || percent_of(text) ? "" : "\"" + text + "\" is neither mean nor P1 to P99";
}

void add_options(CLI::App& verb, Request& request) {
  app::PlanRequest& plan = request.plan;
  add_data(verb, plan.data);
  verb.add_option("-o,--output", plan.target, "Folder to write the plan to")->type_name("PLAN");
  add_counting(verb, plan.counting);
  add_grid(verb, plan.grid);
  verb.add_flag(
      "--strict",
      plan.strict,
      "Tier by tier instead of by weights: what is unmet of each priority, then firmness, "
      "cost and distance; nothing of a lower tier costs anything of a higher one");
  verb.add_option(
          "--robust",
          request.robust,
          "Plan for futures that are drawn as `muster stress` does: mean, for what is unmet "
          "in them on average, or P90, for the tenth of them in which most is")
      ->check(is_aim)
      ->type_name("AIM");
  verb.add_option("--futures", request.futures, "How many futures --robust draws")
      ->check(CLI::Range(std::size_t{2}, most_futures))
      ->needs("--robust")
      ->capture_default_str();
  verb.add_option("--near", request.near, "Stay near the plan in this folder")->type_name("PLAN");
  verb.add_option("--seed", plan.seed, "Seed of the search")->capture_default_str();
  verb.add_option("--threads", plan.threads, "Threads; they change the speed, never the answer")
      ->check(CLI::Range(1U, most_threads))
      ->default_str("as many as there are cores");
  verb.add_option("--effort",
                  plan.effort,
                  "Multiplies how much is searched; left out: 1, or as much as fills --time-limit")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000}));
  verb.add_option("--time-limit",
                  request.seconds,
                  "Search for so many seconds, with --effort at most so many; the answer then "
                  "depends on the clock and says so")
      ->check(CLI::PositiveNumber)
      ->type_name("SECONDS");
  verb.add_flag("--dry-run", plan.dry_run, "Plan and print; write nothing");
  verb.add_flag("--force", plan.force, "Replace a folder that holds no plan");
  verb.add_option("--trace",
                  request.trace,
                  "Write how value and bound went on, with the seconds, as a table")
      ->type_name("FILE");
  verb.add_flag("--progress", request.progress, "Show progress, also where this is no terminal");
}

ProgressLine::Form form_of(const Request& request, const Call& call) {
  if (call.surroundings.errors_is_terminal) return ProgressLine::Form::one_line;
  return request.progress ? ProgressLine::Form::many_lines : ProgressLine::Form::silent;
}

app::Answer perform(const Request& request, const Call& call, const app::Speech& speech) {
  app::PlanRequest plan = request.plan;
  if (request.seconds > 0) plan.time_limit = std::chrono::seconds{request.seconds};
  if (!request.near.empty()) plan.near = request.near;
  if (!request.robust.empty()) plan.robust = {percent_of(request.robust), request.futures};
  if (!request.trace.empty()) plan.trace = request.trace;
  const Interrupt interrupt{*call.errors};
  ProgressLine progress{*call.errors, form_of(request, call), call.surroundings.width};
  return app::make_plan(plan, speech, progress, interrupt.token());
}

}  // namespace

void add_plan(CLI::App& program, Call& call) {
  const auto request = std::make_shared<Request>();
  CLI::App* verb =
      add_verb(program,
               call,
               "plan",
               "Decides who fills what when, and proves how good that is",
               "  muster plan data/dmm-2023-10 -o out\n"
               "  muster plan data/dmm-2023-10 --count firm --dry-run\n"
               "  muster plan data/dmm-2023-10 --with data/dmm-2023-10/overlays/baltic-incident "
               "--near out -o after\n"
               "  muster plan data/dmm-2023-10 --strict -o strict\n"
               "  muster plan data/dmm-2023-10 --robust P90 -o robust\n"
               "Ctrl-C stops the search and keeps the best plan so far.\n");
  add_options(*verb, *request);
  verb->callback([&call, request] {
    if (request->plan.target.empty() && !request->plan.dry_run) {
      throw CLI::ValidationError("-o", "say where to write the plan: -o PLAN, or --dry-run");
    }
    call.perform = [request, &call](const app::Speech& speech) {
      return perform(*request, call, speech);
    };
  });
}

}  // namespace muster::cli
