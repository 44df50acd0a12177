// SPDX-License-Identifier: Apache-2.0
#include "app/check_data.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

void add_check(CLI::App& program, Call& call) {
  const auto data = std::make_shared<app::DataSet>();
  CLI::App* verb = add_verb(program,
                            call,
                            "check",
                            "Says every problem of a data set, all at once",
                            "  muster check data/dmm-2023-10\n"
                            "  muster check data/dmm-2023-10 --with overlays/withdrawal --json\n");
  add_data(*verb, *data);
  verb->callback([&call, data] {
    call.perform = [data](const app::Speech& speech) { return app::check_data(*data, speech); };
  });
}

}  // namespace muster::cli
