// SPDX-License-Identifier: Apache-2.0
#include "app/verify_plan.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

void add_verify(CLI::App& program, Call& call) {
  struct Request {
    std::filesystem::path plan;
    app::DataSet data;
  };
  const auto request = std::make_shared<Request>();
  CLI::App* verb = add_verb(program,
                            call,
                            "verify",
                            "Proves a plan from its folder and the data alone",
                            "  muster verify out data/dmm-2023-10\n"
                            "  muster verify after data/dmm-2023-10 --with "
                            "data/dmm-2023-10/overlays/baltic-incident\n"
                            "Ends with 1 where a claim fails, and says which.\n");
  verb->add_option("PLAN", request->plan, "Folder of the plan")->required();
  add_data(*verb, request->data);
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::verify_plan(request->plan, request->data, speech);
    };
  });
}

}  // namespace muster::cli
