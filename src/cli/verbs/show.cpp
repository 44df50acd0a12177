// SPDX-License-Identifier: Apache-2.0
#include "app/show_rows.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

void add_show(CLI::App& program, Call& call) {
  struct Request {
    app::DataSet data{".", {}};
    std::vector<std::string> words;
  };
  const auto request = std::make_shared<Request>();
  CLI::App* verb = add_verb(program,
                            call,
                            "show",
                            "Shows a table, or one row with its sources and what refers to it",
                            "  muster show data/dmm-2023-10 offers\n"
                            "  muster show data/dmm-2023-10 offers nld-mq9\n"
                            "  MUSTER_DATA=data/dmm-2023-10 muster show nations NLD\n");
  verb->add_option("WORDS",
                   request->words,
                   "[DATA] TABLE [KEY]; the parts of a key of several columns are joined by commas")
      ->required()
      ->expected(1, 3)
      ->type_name("");
  verb->add_option("--data", request->data.folder, "Folder of the data package")
      ->type_name("DATA")
      ->envname("MUSTER_DATA")
      ->default_str(".");
  add_overlays(*verb, request->data);
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::show_rows(request->data, request->words, speech);
    };
  });
}

}  // namespace muster::cli
