// SPDX-License-Identifier: Apache-2.0
#include "app/judge_plan.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

void add_judge(CLI::App& program, Call& call) {
  struct Request {
    std::filesystem::path plan;
    app::DataSet data;
  };
  const auto request = std::make_shared<Request>();
  CLI::App* verb =
      add_verb(program,
               call,
               "judge",
               "Lists the rules that a plan breaks, day by day; it may be edited by hand",
               "  muster judge out\n"
               "  muster judge out data/dmm-2023-10 --json\n"
               "Ends with 1 where a rule is broken.\n");
  verb->add_option("PLAN", request->plan, "Folder of the plan")->required();
  verb->add_option("DATA",
                   request->data.folder,
                   "Folder of the data package; left out: the data kept with the plan");
  add_overlays(*verb, request->data);
  verb->callback([&call, request] {
    if (request->data.folder.empty() && !request->data.overlays.empty()) {
      throw CLI::ValidationError("--with", "overlays need the DATA that they lie on");
    }
    call.perform = [request](const app::Speech& speech) {
      const auto data = request->data.folder.empty() ? std::nullopt : std::optional{request->data};
      return app::judge_plan(request->plan, data, speech);
    };
  });
}

}  // namespace muster::cli
