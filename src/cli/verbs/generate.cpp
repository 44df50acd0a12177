// SPDX-License-Identifier: Apache-2.0
#include "app/generate_data.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

void add_generate(CLI::App& program, Call& call) {
  constexpr int most_percent = 1000;
  const auto request = std::make_shared<app::InventionRequest>();
  CLI::App* verb =
      add_verb(program,
               call,
               "generate",
               "Writes an invented data set, the same for one seed",
               "  muster generate -o invented\n"
               "  muster generate --units 500 --requirements 500 --years 5 --seed 7 -o big\n");
  const auto number = [verb](
                          const std::string& name, int& value, int most, const std::string& what) {
    return verb->add_option(name, value, what)->check(CLI::Range(1, most))->capture_default_str();
  };
  verb->add_option("-o,--output", request->target, "Folder to write")->required()->type_name("DIR");
  number("--units", request->units, app::most_things, "Units; what is delivered comes on top");
  number("--requirements", request->requirements, app::most_things, "Requirements");
  CLI::Option* months =
      number("--months", request->months, app::most_months, "Months of the horizon");
  verb->add_option_function<int>(
          "--years", [request](int years) { request->months = 12 * years; }, "Years of the horizon")
      ->check(CLI::Range(1, app::most_months / 12))
      ->excludes(months);
  number("--nations", request->nations, app::most_nations, "Nations");
  number(
      "--demand", request->demand_percent, most_percent, "Percent of what the units' tempo allows");
  verb->add_option("--seed", request->seed, "Seed")->capture_default_str();
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::generate_data(*request, speech);
    };
  });
}

}  // namespace muster::cli
