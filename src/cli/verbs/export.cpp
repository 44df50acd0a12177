// SPDX-License-Identifier: Apache-2.0
#include "app/export_data.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

void add_export(CLI::App& program, Call& call) {
  struct Request {
    app::DataSet data;
    std::filesystem::path target;
  };
  const auto request = std::make_shared<Request>();
  CLI::App* verb = add_verb(program,
                            call,
                            "export",
                            "Writes a data set as one normalised data package, overlays applied",
                            "  muster export data/dmm-2023-10 --with "
                            "data/dmm-2023-10/overlays/sweden-accedes -o joined\n");
  add_data(*verb, request->data);
  verb->add_option("-o,--output", request->target, "Folder to write")->required()->type_name("DIR");
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::export_data(request->data, request->target, speech);
    };
  });
}

}  // namespace muster::cli
