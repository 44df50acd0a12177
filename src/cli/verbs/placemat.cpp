// SPDX-License-Identifier: Apache-2.0
#include "app/write_placemat.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

void add_placemat(CLI::App& program, Call& call) {
  const auto request = std::make_shared<app::PlacematRequest>();
  CLI::App* verb = add_verb(program,
                            call,
                            "placemat",
                            "Writes one sheet of A3: who gives what, how much is filled, where, "
                            "what is to be decided next",
                            "  muster placemat out -o placemat.pdf\n"
                            "  muster placemat out --activity KFOR -o kfor.html\n");
  verb->add_option("PLAN", request->plan, "Folder of the plan")->required();
  verb->add_option("-o,--output", request->target, "File to write: .html or .pdf")
      ->type_name("FILE")
      ->required();
  verb->add_option("--activity", request->activity, "Only this activity")->type_name("KEY");
  verb->add_option(
          "--for", request->nation, "A nation's own view: what others give is told in total only")
      ->type_name("NATION");
  verb->add_option("--marking", request->marking, "Words on the sheet, such as who may see it")
      ->type_name("TEXT");
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::write_placemat(*request, speech);
    };
  });
}

}  // namespace muster::cli
