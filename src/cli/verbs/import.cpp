// SPDX-License-Identifier: Apache-2.0
#include "app/import_sheet.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

void add_un_contributions(CLI::App& import, Call& call) {
  const auto request = std::make_shared<app::SheetRequest>();
  CLI::App* verb =
      add_verb(import,
               call,
               "un-contributions",
               "Takes the UN's monthly contributions by country, mission and kind of personnel "
               "into a ledger",
               "  muster import un-contributions contributions.csv --ledger un.ledger --repairs "
               "repairs.csv\n"
               "  muster import un-contributions contributions.csv --ledger un.ledger --record\n"
               "  muster ledger reconcile un.ledger\n");
  verb->add_option("FILE", request->file, "CSV file of the table")->required();
  add_recording(*verb, call, request->recording, "--ledger");
  verb->add_option(
          "--repairs", request->repair_log, "Write what was repaired and refused as a table (CSV)")
      ->type_name("FILE");
  verb->add_flag("--record", request->recording.is_meant, "Record it; else it is only shown");
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::import_sheet(*request, speech);
    };
  });
}

void add_import_of_sheets(CLI::App& program, Call& call) {
  CLI::App* import = program.add_subcommand(
      "import", "Takes tables as people have them into a ledger, with a log of every repair");
  import->require_subcommand(1);
  import->footer(
      "Examples:\n"
      "  muster import un-contributions contributions.csv --ledger un.ledger\n");
  add_un_contributions(*import, call);
}

void add_reconcile(CLI::App& ledger, Call& call) {
  const auto data = std::make_shared<app::DataSet>();
  CLI::App* verb = add_verb(ledger,
                            call,
                            "reconcile",
                            "Sets published totals beside the sums of what the ledger holds, and "
                            "names who may be missing",
                            "  muster ledger reconcile un.ledger\n"
                            "Ends with 1 where a total is not the sum.\n");
  add_data(*verb, *data);
  verb->callback([&call, data] {
    call.perform = [data](const app::Speech& speech) {
      return app::reconcile_ledger(*data, speech);
    };
  });
}

}  // namespace muster::cli
