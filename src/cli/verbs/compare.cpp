// SPDX-License-Identifier: Apache-2.0
#include "app/compare_plans.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

void add_compare(CLI::App& program, Call& call) {
  struct Request {
    std::filesystem::path before, after;
    std::string nation;
  };
  const auto request = std::make_shared<Request>();
  CLI::App* verb = add_verb(program,
                            call,
                            "compare",
                            "Says how two plans differ, tour by tour",
                            "  muster compare out after\n"
                            "  muster compare out after --nation NLD\n");
  verb->add_option("A", request->before, "Folder of the one plan")->required();
  verb->add_option("B", request->after, "Folder of the other plan")->required();
  verb->add_option("--nation", request->nation, "Only what this nation gives")->type_name("NATION");
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::compare_plans(request->before, request->after, request->nation, speech);
    };
  });
}

}  // namespace muster::cli
