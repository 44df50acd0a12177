// SPDX-License-Identifier: Apache-2.0
#include "app/compare_plans.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {
namespace {

using report::Grouping;

void add_options(CLI::App& verb, app::ComparisonRequest& request) {
  verb.add_option("A", request.before, "Folder of the one plan")->required();
  verb.add_option("B", request.after, "Folder of the other plan")->required();
  verb.add_option("--nation", request.nation, "Only what this nation gives")->type_name("NATION");
  add_word<Grouping>(
      verb,
      "--by",
      request.by,
      {{"line", Grouping::line}, {"nation", Grouping::nation}, {"unit", Grouping::unit}},
      "How the changes are grouped");
  verb.add_flag("--all", request.all, "Every change, also where they do not fit a screen");
  verb.add_option("--html", request.page, "File to write a page to, by line, nation and unit")
      ->type_name("FILE");
}

}  // namespace

void add_compare(CLI::App& program, Call& call) {
  const auto request = std::make_shared<app::ComparisonRequest>();
  CLI::App* verb = add_verb(program,
                            call,
                            "compare",
                            "Says how two plans differ, and why: by line, nation or unit",
                            "  muster compare out after\n"
                            "  muster compare out after --by nation --all\n"
                            "  muster compare out after --nation NLD --html difference.html\n");
  add_options(*verb, *request);
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::compare_plans(*request, speech);
    };
  });
}

}  // namespace muster::cli
