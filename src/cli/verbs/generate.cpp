// SPDX-License-Identifier: Apache-2.0
#include "app/generate_data.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {
namespace {

void add_number(CLI::App* verb,
                const std::shared_ptr<app::InventionRequest>& request,
                const app::InventionNumber& number) {
  const auto state = [request, name = number.name](int value) { request->stated[name] = value; };
  verb->add_option_function<int>("--" + number.name, state, number.what)
      ->check(CLI::Range(number.least, number.most))
      ->default_str(std::to_string(number.standard))
      ->group(number.group);
}

void add_years(CLI::App* verb, const std::shared_ptr<app::InventionRequest>& request) {
  constexpr int months_of_year = 12, most_years = 50;
  CLI::Option* months = verb->get_option("--months");
  verb->add_option_function<int>(
          "--years",
          [request](int years) { request->stated["months"] = months_of_year * years; },
          "Years of the horizon")
      ->check(CLI::Range(1, most_years))
      ->excludes(months)
      ->group(months->get_group());
}

}  // namespace

void add_generate(CLI::App& program, Call& call) {
  const auto request = std::make_shared<app::InventionRequest>();
  CLI::App* verb =
      add_verb(program,
               call,
               "generate",
               "Writes an invented data set, the same for one seed",
               "  muster generate -o invented\n"
               "  muster generate --size L --seed 7 --ceilings 60 -o big\n"
               "  muster generate --units 500 --requirements 500 --years 5 --plain -o single\n");
  verb->add_option("-o,--output", request->target, "Folder to write")->required()->type_name("DIR");
  verb->add_option("--seed", request->seed, "Seed")->capture_default_str();
  verb->add_option("--size",
                   request->size,
                   "Sizes of the published set: units, requirements, months, nations, capabilities")
      ->check(CLI::IsMember(app::invention_sizes()));
  verb->add_flag(
      "--plain", request->plain, "Only rules of single units: nothing that ties several together");
  for (const app::InventionNumber& number : app::invention_numbers())
    add_number(verb, request, number);
  add_years(verb, request);
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::generate_data(*request, speech);
    };
  });
}

}  // namespace muster::cli
