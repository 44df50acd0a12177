// SPDX-License-Identifier: Apache-2.0
#include "app/export_data.hpp"
#include "app/export_model.hpp"
#include "app/export_workbook.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {
namespace {

struct Request {
  app::ModelRequest model;  // with the data of both
  std::filesystem::path folder, workbook;
  std::vector<std::string> tables;
};

void add_options(CLI::App& verb, Request& request) {
  app::ModelRequest& model = request.model;
  add_data(verb, model.data);
  CLI::Option* folder =
      verb.add_option("-o,--output", request.folder, "Folder to write the data package to")
          ->type_name("DIR");
  CLI::Option* mps =
      verb.add_option("--mps",
                      model.target,
                      "Write the planning problem as a mixed-integer programme, for other solvers; "
                      "FILE.columns.csv says what its columns mean")
          ->type_name("FILE")
          ->excludes(folder);
  CLI::Option* workbook =
      verb.add_option(
              "--xlsx",
              request.workbook,
              "Write a workbook, a sheet for each table; of a ledger it comes back by muster "
              "import workbook")
          ->type_name("FILE")
          ->excludes(folder)
          ->excludes(mps);
  verb.add_option("--table", request.tables, "Only these tables, also empty ones")
      ->type_name("TABLE")
      ->needs(workbook);
  add_counting(verb, model.counting)->needs(mps);
  add_grid(verb, model.grid)->needs(mps);
  verb.add_flag("--flows",
                model.flows,
                "In the programme, units flow from day to day; left out: cliques of tours")
      ->needs(mps);
  verb.add_flag("--later", model.later_goals, "In the programme, later goals are small costs")
      ->needs(mps);
}

}  // namespace

void add_export(CLI::App& program, Call& call) {
  const auto request = std::make_shared<Request>();
  CLI::App* verb =
      add_verb(program,
               call,
               "export",
               "Writes a data set as one normalised data package, overlays applied, or as "
               "a workbook, or its planning problem for other solvers",
               "  muster export data/dmm-2023-10 --with "
               "data/dmm-2023-10/overlays/sweden-accedes -o joined\n"
               "  muster export data/dmm-2023-10 --mps letter.mps\n"
               "  muster export coalition.ledger --as-of 2024-03-01 --xlsx march.xlsx\n");
  add_options(*verb, *request);
  verb->callback([&call, request] {
    if (request->folder.empty() && request->model.target.empty() && request->workbook.empty()) {
      throw CLI::ValidationError("-o", "say what to write: -o DIR, --xlsx FILE, or --mps FILE");
    }
    call.perform = [request](const app::Speech& speech) {
      if (!request->workbook.empty())
        return app::export_workbook(
            request->model.data, request->tables, request->workbook, speech);
      if (request->folder.empty()) return app::export_model(request->model, speech);
      return app::export_data(request->model.data, request->folder, speech);
    };
  });
}

}  // namespace muster::cli
