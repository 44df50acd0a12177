// SPDX-License-Identifier: Apache-2.0
#include "app/report_plan.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

void add_report(CLI::App& program, Call& call) {
  struct Request {
    std::filesystem::path plan, page;
  };
  const auto request = std::make_shared<Request>();
  CLI::App* verb = add_verb(program,
                            call,
                            "report",
                            "Prints a plan again, or writes it as a page",
                            "  muster report out\n"
                            "  muster report out --html plan.html\n");
  verb->add_option("PLAN", request->plan, "Folder of the plan")->required();
  verb->add_option("--html", request->page, "File to write the page to")->type_name("FILE");
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      const auto page = request->page.empty() ? std::nullopt : std::optional{request->page};
      return app::report_plan(request->plan, page, speech);
    };
  });
}

}  // namespace muster::cli
