// SPDX-License-Identifier: Apache-2.0
#include "app/burden_plan.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

void add_burden(CLI::App& program, Call& call) {
  const auto request = std::make_shared<app::BurdenRequest>();
  CLI::App* verb =
      add_verb(program,
               call,
               "burden",
               "Says which nation bears how much of a plan, and what is lost without one",
               "  muster burden out\n"
               "  muster burden out --key population --all\n"
               "  muster burden out --key cost-share.csv --without DEU\n"
               "  muster burden out --key population --write-overlay even --weight 0.01\n"
               "  muster plan DATA --with even -o out-even\n"
               "The file has two columns, nation and the key: nation,cost_share\n");
  verb->add_option("PLAN", request->plan, "Folder of the plan")->required();
  verb->add_option("--key",
                   request->key,
                   "What burdens stand against; left out: GDP, unless more nations state their "
                   "population")
      ->type_name("gdp|population|FILE");
  verb->add_option("--without",
                   request->without,
                   "The nation whose withdrawal is told; left out: the one that leaves most unmet")
      ->type_name("NATION");
  verb->add_flag(
      "--all", request->all, "Every nation and line, also where they do not fit a screen");
  CLI::Option* overlay = verb->add_option("--write-overlay",
                                          request->overlay,
                                          "Writes an overlay with each nation's fair share of the "
                                          "people-days by the key, to plan with");
  verb->add_option("--weight",
                   request->weight,
                   "What a people-day above its share is to weigh there, in requirement-days")
      ->needs(overlay)
      ->capture_default_str();
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::burden_plan(*request, speech);
    };
  });
}

}  // namespace muster::cli
