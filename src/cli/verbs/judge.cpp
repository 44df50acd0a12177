// SPDX-License-Identifier: Apache-2.0
#include "app/judge_plan.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

namespace {

struct Request {
  std::filesystem::path plan;
  app::DataSet data;
  app::PlanFiles files;
};

void add_options(CLI::App& verb, Request& request) {
  verb.add_option("PLAN", request.plan, "Folder of the plan")->required();
  verb.add_option("DATA",
                  request.data.folder,
                  "Folder of the data package; left out: the data kept with the plan");
  add_overlays(verb, request.data);
  CLI::Option* tours =
      verb.add_option("--tours",
                      request.files.tours,
                      "Judge these tours, whoever made them; then DATA stands alone")
          ->type_name("FILE");
  verb.add_option("--deliveries", request.files.deliveries, "And these deliveries")
      ->type_name("FILE")
      ->needs(tours);
  add_counting(verb, request.files.counting)->needs(tours);
}

// With --tours the only folder is the one of the data.
void settle(Request& request) {
  if (!request.files.tours.empty()) {
    if (!request.data.folder.empty()) {
      throw CLI::ValidationError("--tours", "name the DATA alone: the tours come from the file");
    }
    request.data.folder = request.plan;
  }
  if (request.data.folder.empty() && !request.data.overlays.empty()) {
    throw CLI::ValidationError("--with", "overlays need the DATA that they lie on");
  }
}

app::Answer perform(const Request& request, const app::Speech& speech) {
  if (!request.files.tours.empty()) return app::judge_files(request.files, request.data, speech);
  const auto data = request.data.folder.empty() ? std::nullopt : std::optional{request.data};
  return app::judge_plan(request.plan, data, speech);
}

}  // namespace

void add_judge(CLI::App& program, Call& call) {
  const auto request = std::make_shared<Request>();
  CLI::App* verb =
      add_verb(program,
               call,
               "judge",
               "Lists the rules that a plan breaks, day by day; it may be edited by hand",
               "  muster judge out\n"
               "  muster judge out data/dmm-2023-10 --json\n"
               "  muster judge data/dmm-2023-10 --tours tours.csv --deliveries deliveries.csv\n"
               "Ends with 1 where a rule is broken.\n");
  add_options(*verb, *request);
  verb->callback([&call, request] {
    settle(*request);
    call.perform = [request](const app::Speech& speech) { return perform(*request, speech); };
  });
}

}  // namespace muster::cli
