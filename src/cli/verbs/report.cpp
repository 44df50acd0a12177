// SPDX-License-Identifier: Apache-2.0
#include "app/report_plan.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

void add_report(CLI::App& program, Call& call) {
  const auto request = std::make_shared<app::ReportRequest>();
  CLI::App* verb =
      add_verb(program,
               call,
               "report",
               "Prints a plan again, or what a ledger states, and writes it as a page, a "
               "print, a workbook or a calendar",
               "  muster report out\n"
               "  muster report out --html plan.html\n"
               "  muster report out --pdf plan.pdf --paper a3 --marking RESTRICTED\n"
               "  muster report out --xlsx plan.xlsx\n"
               "  muster report out --geojson places.geojson\n"
               "  muster report out --html own.html --ics own.ics --for NLD\n"
               "  muster report coalition.ledger --as-of 2024-03-01 --html state.html\n");
  verb->add_option("PLAN",
                   request->data.folder,
                   "Folder of a plan; or a ledger or data set, of which what is stated is told")
      ->required();
  add_moment(*verb, request->data);
  verb->add_option("--html", request->page, "File to write the page to")->type_name("FILE");
  verb->add_option(
          "--xlsx",
          request->workbook,
          "File to write a workbook to: fill, tours, shortfalls with reasons, and the data")
      ->type_name("FILE");
  verb->add_option("--pdf", request->print, "File to print the page to, by WeasyPrint or Chromium")
      ->type_name("FILE");
  verb->add_option("--ledger",
                   request->ledger,
                   "The ledger that the plan was made from: what is changed in the workbook then "
                   "comes back by muster import workbook")
      ->type_name("LEDGER");
  verb->add_option("--ics",
                   request->calendar,
                   "File to write a calendar to: tours, deliveries, and what falls due")
      ->type_name("FILE");
  verb->add_option(
          "--for", request->nation, "A nation's own view: what others give is told in total only")
      ->type_name("NATION");
  verb->add_option("--marking", request->marking, "Words on every sheet, such as who may see it")
      ->type_name("TEXT");
  verb->add_option_function<std::string>(
          "--paper",
          [request](const std::string& paper) { request->on_a3 = paper == "a3"; },
          "The paper that the page is printed on, landscape")
      ->check(CLI::IsMember({"a4", "a3"}))
      ->default_str("a4");
  verb->add_option("--geojson", request->geojson, "File to write the places to, for other maps")
      ->type_name("FILE");
  verb->add_option("--basemap",
                   request->base_map,
                   "GeoJSON or TopoJSON to draw below the page's map instead of ours")
      ->type_name("FILE");
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::report_plan(*request, speech);
    };
  });
}

}  // namespace muster::cli
