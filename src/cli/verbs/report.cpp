// SPDX-License-Identifier: Apache-2.0
#include "app/report_plan.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

void add_report(CLI::App& program, Call& call) {
  const auto request = std::make_shared<app::ReportRequest>();
  CLI::App* verb = add_verb(program,
                            call,
                            "report",
                            "Prints a plan again, and writes it as a page or a workbook",
                            "  muster report out\n"
                            "  muster report out --html plan.html\n"
                            "  muster report out --xlsx plan.xlsx\n"
                            "  muster report out --geojson places.geojson\n");
  verb->add_option("PLAN", request->plan, "Folder of the plan")->required();
  verb->add_option("--html", request->page, "File to write the page to")->type_name("FILE");
  verb->add_option(
          "--xlsx",
          request->workbook,
          "File to write a workbook to: fill, tours, shortfalls with reasons, and the data")
      ->type_name("FILE");
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
