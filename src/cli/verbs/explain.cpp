// SPDX-License-Identifier: Apache-2.0
#include "app/explain_plan.hpp"
#include "app/why_not.hpp"
#include "app/worth_of_more.hpp"
#include "cli/interrupt.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

void add_explain(CLI::App& program, Call& call) {
  struct Said {
    app::ExplainRequest request;
    std::vector<std::string> why_not;
  };
  const auto said = std::make_shared<Said>();
  app::ExplainRequest& request = said->request;
  CLI::App* verb = add_verb(program,
                            call,
                            "explain",
                            "Says why something is short, and what would fill it",
                            "  muster explain out\n"
                            "  muster explain out kfor-reserve\n"
                            "  muster explain out kfor --ways 5\n"
                            "  muster explain out --why-not nld-mq9 kfor-reserve\n");
  verb->add_option("PLAN", request.plan, "Folder of the plan")->required();
  verb->add_option(
      "WHAT", request.what, "A requirement or an activity; without it everything that is short");
  verb->add_option("--ways",
                   request.ways,
                   "Ways out of each shortfall at most, each confirmed by planning again; 0: none "
                   "(3, where no more than 100 are short)")
      ->type_name("N");
  verb->add_option("--why-not",
                   said->why_not,
                   "Why a unit (or one offer) is not on a requirement: the rules that it would "
                   "break, or what would be lost elsewhere")
      ->type_name("UNIT REQUIREMENT")
      ->expected(2);
  verb->callback([&call, said] {
    call.perform = [said](const app::Speech& speech) {
      if (said->why_not.empty()) return app::explain_plan(said->request, speech);
      return app::why_not(said->request.plan, said->why_not.at(0), said->why_not.at(1), speech);
    };
  });
}

void add_worth(CLI::App& program, Call& call) {
  const auto request = std::make_shared<app::WorthRequest>();
  CLI::App* verb = add_verb(program,
                            call,
                            "worth",
                            "Says what one more of each capability would fill",
                            "  muster worth out\n"
                            "  muster worth out --confirm 20 --show 40\n");
  verb->add_option("PLAN", request->plan, "Folder of the plan")->required();
  verb->add_option("--confirm", request->confirmed, "How many are tried by planning again")
      ->type_name("N")
      ->capture_default_str();
  verb->add_option("--show", request->shown, "How many are shown")
      ->type_name("N")
      ->capture_default_str();
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::worth_of_more(*request, speech);
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
  verb->add_option("--cost", request.cost, "Cost of asking at most (table ask_costs)")
      ->type_name("N");
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
