// SPDX-License-Identifier: Apache-2.0
#include "app/programme_plan.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

void add_programme(CLI::App& program, Call& call) {
  struct Request {
    std::filesystem::path plan;
    std::string activity;
  };
  const auto request = std::make_shared<Request>();
  CLI::App* verb =
      add_verb(program,
               call,
               "programme",
               "Shows training over time against its target, and what one rotation less would mean",
               "  muster programme out\n"
               "  muster programme out INTERFLEX --json\n");
  verb->add_option("PLAN", request->plan, "Folder of the plan")->required();
  verb->add_option("ACTIVITY", request->activity, "The programme; left out: all of them");
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::programme_plan(request->plan, request->activity, speech);
    };
  });
}

}  // namespace muster::cli
