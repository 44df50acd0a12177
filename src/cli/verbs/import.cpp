// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <string>

#include "app/import_sheet.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

namespace {

struct SheetVerb {
  app::SheetForm form;
  const char* name;
  const char* what;
  const char* examples;
  const char* file;
};

void add_words_of_tables(CLI::App& verb, app::TableWords& words) {
  verb.add_option("--into", words.table, "Table of the data set; left out: the one that fits best")
      ->type_name("TABLE");
  verb.add_option("--sheet", words.sheet, "Sheet of a workbook; left out: the first that fits")
      ->type_name("NAME");
  CLI::Option* block =
      verb.add_option("--block",
                      words.block,
                      "Of several tables on a sheet only this one, as they are numbered in the "
                      "answer; left out: all that fit")
          ->type_name("N")
          ->check(CLI::Range(1, 1'000'000));
  verb.add_option("--cells", words.cells, "Look at these cells alone, as A5:D20")
      ->type_name("RANGE")
      ->excludes(block);
  verb.add_flag("--as-above",
                words.as_above,
                "Empty cells at the beginning of a row say what stands above them");
  verb.add_option("--mapping",
                  words.mapping,
                  "What headings are taken for (JSON): read where it is there, and written, to be "
                  "corrected and used again")
      ->type_name("FILE");
  CLI::Option* month = verb.add_flag("--month-first", words.month_first, "7/8/2022 is in July");
  verb.add_flag("--day-first", words.day_first, "7/8/2022 is in August; left out: as the days show")
      ->excludes(month);
}

void add_words_of_returns(CLI::App& verb, app::SheetRequest& request) {
  static const std::map<std::string, sheets::OnConflict> sides{
      {"ledger", sheets::OnConflict::keep_ledger}, {"workbook", sheets::OnConflict::take_workbook}};
  verb.add_option("--on-conflict",
                  request.on_conflict,
                  "Whose cell counts where both were changed; left out: nothing is recorded then")
      ->transform(CLI::CheckedTransformer(sides))
      ->type_name("ledger|workbook");
  verb.add_flag("--removes", request.removes, "Rows that are gone from the workbook are removed");
}

void add_sheet_verb(CLI::App& import, Call& call, const SheetVerb& words) {
  const auto request = std::make_shared<app::SheetRequest>();
  request->form = words.form;
  CLI::App* verb = add_verb(import, call, words.name, words.what, words.examples);
  verb->add_option("FILE", request->file, words.file)->required();
  if (words.form == app::SheetForm::table) {
    add_words_of_tables(*verb, request->words);
    add_valid_from(*verb, request->recording);
  }
  if (words.form == app::SheetForm::workbook) {
    add_words_of_returns(*verb, *request);
    add_valid_from(*verb, request->recording);
  }
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

constexpr SheetVerb un_contributions{
    app::SheetForm::un_contributions,
    "un-contributions",
    "Takes the UN's monthly contributions by country, mission and kind of personnel into a ledger",
    "  muster import un-contributions contributions.csv --ledger un.ledger --repairs repairs.csv\n"
    "  muster import un-contributions contributions.csv --ledger un.ledger --record\n"
    "  muster ledger reconcile un.ledger\n",
    "The table, as CSV, XLSX or ODS"};
constexpr SheetVerb kiel_tracker{
    app::SheetForm::kiel_tracker,
    "kiel-tracker",
    "Takes a release of the Kiel Institute's Ukraine Support Tracker into a ledger: pledges with "
    "their items, values, deliveries and sources",
    "  muster import kiel-tracker release-7.xlsx --ledger kiel.ledger --repairs repairs.csv\n"
    "  muster import kiel-tracker release-7.xlsx --ledger kiel.ledger --record\n"
    "  muster ledger show kiel.ledger offers --as-of 2022-06-30\n"
    "  muster ledger reconcile kiel.ledger\n",
    "The workbook, XLSX or ODS"};

constexpr SheetVerb table{
    app::SheetForm::table,
    "table",
    "Takes any table into a ledger: headings in English, Dutch, French or German, days and amounts "
    "as people write them",
    "  muster import table bijdragen.xlsx --ledger coalition.ledger --source kb-2023-10-25\n"
    "  muster import table bijdragen.xlsx --ledger coalition.ledger --sheet KFOR --block 2 "
    "--as-above\n"
    "  muster import table offers.csv --into offers --ledger coalition.ledger --mapping "
    "offers.json\n"
    "  muster import table offers.csv --into offers --ledger coalition.ledger --mapping "
    "offers.json --record\n",
    "The table, as CSV, XLSX or ODS"};

constexpr SheetVerb workbook{
    app::SheetForm::workbook,
    "workbook",
    "Takes back a workbook that was exported from a ledger: what was changed in it, cell by cell, "
    "beside what has changed meanwhile",
    "  muster export coalition.ledger --xlsx coalition.xlsx\n"
    "  muster import workbook coalition.xlsx --ledger coalition.ledger\n"
    "  muster import workbook coalition.xlsx --ledger coalition.ledger --on-conflict ledger "
    "--record\n",
    "The workbook, XLSX or ODS"};

}  // namespace

void add_import_of_sheets(CLI::App& program, Call& call) {
  CLI::App* import = program.add_subcommand(
      "import", "Takes tables as people have them, with a log of every repair");
  import->require_subcommand(1);
  import->footer(
      "Examples:\n"
      "  muster import table bijdragen.xlsx --ledger coalition.ledger\n"
      "  muster import un-contributions contributions.csv --ledger un.ledger\n"
      "  muster import kiel-tracker release-7.xlsx --ledger kiel.ledger\n"
      "  muster import marathon book.xlsx -o force\n");
  add_sheet_verb(*import, call, table);
  add_sheet_verb(*import, call, workbook);
  add_sheet_verb(*import, call, un_contributions);
  add_sheet_verb(*import, call, kiel_tracker);
  add_import_marathon(*import, call);
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
