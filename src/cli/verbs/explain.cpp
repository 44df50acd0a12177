// SPDX-License-Identifier: Apache-2.0
#include "app/explain_plan.hpp"
#include "cli/interrupt.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

void add_explain(CLI::App& program, Call& call) {
  const auto request = std::make_shared<app::ExplainRequest>();
  CLI::App* verb = add_verb(program,
                            call,
                            "explain",
                            "Says why something is short, and what would fill it",
                            "  muster explain out\n"
                            "  muster explain out kfor-reserve\n"
                            "  muster explain out kfor --ways 5\n");
  verb->add_option("PLAN", request->plan, "Folder of the plan")->required();
  verb->add_option("WHAT",
                   request->what,
                   "A requirement or an activity; without it everything that is short");
  verb->add_option("--ways",
                   request->ways,
                   "Ways out of each shortfall at most, each confirmed by planning again; 0: none "
                   "(3, where no more than 100 are short)")
      ->type_name("N");
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::explain_plan(*request, speech);
    };
  });
}

void add_asks(CLI::App& program, Call& call) {
  struct Said {
    app::AsksRequest request;
    std::string by;
  };
  const auto said = std::make_shared<Said>();
  app::AsksRequest& request = said->request;
  CLI::App* verb = add_verb(program,
                            call,
                            "asks",
                            "Finds what to ask of whom so that the most is filled",
                            "  muster asks out\n"
                            "  muster asks out kfor --by nation\n"
                            "  muster asks out --most 5 --write-overlays asks\n");
  verb->add_option("PLAN", request.plan, "Folder of the plan")->required();
  verb->add_option(
      "WHAT", request.what, "A requirement or an activity; without it everything that is short");
  verb->add_option("--by", said->by, "nation: a list for each capital")
      ->check(CLI::IsMember({"nation"}))
      ->type_name("nation");
  verb->add_option("--most", request.most, "Changes at most")->type_name("N");
  verb->add_option("--effort", request.effort, "Points of effort at most (table ask_costs)")
      ->type_name("POINTS");
  verb->add_option("--write-overlays",
                   request.overlays,
                   "A new folder for an overlay of each ask, to plan with at once")
      ->type_name("DIR");
  verb->callback([&call, said] {
    said->request.by_nation = !said->by.empty();
    call.perform = [said, &call](const app::Speech& speech) {
      const Interrupt interrupt{*call.errors};
      return app::find_asks(said->request, speech, interrupt.token());
    };
  });
}

}  // namespace muster::cli
