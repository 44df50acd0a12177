// SPDX-License-Identifier: Apache-2.0
#include "app/export_data.hpp"
#include "app/keep_ledger.hpp"
#include "app/show_rows.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {
namespace {

void add_ledger_file(CLI::App& verb, std::filesystem::path& ledger) {
  verb.add_option("LEDGER", ledger, "File of the ledger, or postgresql://…")->required();
}

void add_init(CLI::App& ledger, Call& call) {
  const auto place = std::make_shared<std::filesystem::path>();
  CLI::App* verb = add_verb(ledger,
                            call,
                            "init",
                            "Makes an empty ledger",
                            "  muster ledger init coalition.ledger\n"
                            "  muster ledger init postgresql://desk@server/coalition\n");
  verb->add_option("LEDGER", *place, "File to make, or a PostgreSQL database that is there")
      ->required();
  verb->callback([&call, place] {
    call.perform = [place](const app::Speech& speech) { return app::init_ledger(*place, speech); };
  });
}

void add_import(CLI::App& ledger, Call& call) {
  const auto request = std::make_shared<app::DataImport>();
  CLI::App* verb =
      add_verb(ledger,
               call,
               "import",
               "Records what a data set says and the ledger does not; first shows what that is",
               "  muster ledger import coalition.ledger data/dmm-2023-10\n"
               "  muster ledger import coalition.ledger data/dmm-2023-10 --record\n"
               "  muster ledger import coalition.ledger data/dmm-2023-10 --quote-from "
               "kb-2023-10-25=letter.txt --record\n"
               "  muster ledger import coalition.ledger offers-of-march --valid-from 2024-03-01 "
               "--by desk --record\n");
  add_recording(*verb, call, request->recording, "LEDGER");
  add_valid_from(*verb, request->recording);
  add_data(*verb, request->data);
  verb->add_flag("--remove-missing",
                 request->removes,
                 "Rows that the data set lacks are removed, of tables that it has");
  verb->add_option("--quote-from",
                   request->quote_from,
                   "Text or PDF of a source: rows that name a sentence of it quote that sentence")
      ->type_name("KEY=FILE");
  verb->add_flag("--record", request->recording.is_meant, "Record it");
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::import_data(*request, speech);
    };
  });
}

void add_record(CLI::App& ledger, Call& call) {
  struct Request {
    app::Recording recording;
    app::RowWords words;
    bool is_dry = false;
  };
  const auto request = std::make_shared<Request>();
  CLI::App* verb =
      add_verb(ledger,
               call,
               "record",
               "Records what is true of one row from a day on",
               "  muster ledger record coalition.ledger offers offer=NLD-MQ9 status=committed "
               "--valid-from 2024-02-01 --source kst-28676-442\n"
               "  muster ledger record coalition.ledger offers offer=NLD-MQ9 --remove --valid-from "
               "2025-01-01\n");
  add_recording(*verb, call, request->recording, "LEDGER");
  add_valid_from(*verb, request->recording);
  verb->add_option("TABLE", request->words.table, "Table of the row")->required();
  verb->add_option("CELLS",
                   request->words.cells,
                   "column=value, the key among them; nothing after = takes a value away")
      ->required()
      ->type_name("");
  verb->add_flag("--remove", request->words.removes, "From that day on there is no such row");
  verb->add_option("--replaces", request->words.replaces, "The entry that this one corrects")
      ->type_name("ENTRY");
  verb->add_flag("--dry-run", request->is_dry, "Only show what would be recorded");
  verb->callback([&call, request] {
    request->recording.is_meant = !request->is_dry;
    call.perform = [request](const app::Speech& speech) {
      return app::record_row(request->recording, request->words, speech);
    };
  });
}

void add_undo(CLI::App& ledger, Call& call) {
  struct Request {
    app::Recording recording;
    std::uint64_t number = 0;
    bool is_dry = false;
  };
  const auto request = std::make_shared<Request>();
  CLI::App* verb = add_verb(ledger,
                            call,
                            "undo",
                            "Takes an entry back by an entry that reverses it; nothing is deleted",
                            "  muster ledger undo coalition.ledger 412 --why 'wrong unit'\n");
  add_recording(*verb, call, request->recording, "LEDGER");
  verb->add_option("ENTRY", request->number, "Number of the entry")->required();
  verb->add_flag("--dry-run", request->is_dry, "Only show what would be recorded");
  verb->callback([&call, request] {
    request->recording.is_meant = !request->is_dry;
    call.perform = [request](const app::Speech& speech) {
      return app::undo_entry(request->recording, request->number, speech);
    };
  });
}

void add_ledger_show(CLI::App& ledger, Call& call) {
  struct Request {
    app::DataSet data;
    std::string table, key;
  };
  const auto request = std::make_shared<Request>();
  CLI::App* verb =
      add_verb(ledger,
               call,
               "show",
               "Shows a table, or one row, as it was on a day and as it was known on a day",
               "  muster ledger show coalition.ledger offers\n"
               "  muster ledger show coalition.ledger offers NLD-MQ9 --as-of 2024-03-01 --known-on "
               "2023-10-25\n");
  add_ledger_file(*verb, request->data.folder);
  verb->add_option("TABLE", request->table, "Table")->required();
  verb->add_option("KEY",
                   request->key,
                   "Key of a row; the parts of a key of several columns are joined by commas");
  add_moment(*verb, request->data);
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      std::vector<std::string> words{request->table};
      if (!request->key.empty()) words.push_back(request->key);
      return app::show_rows(request->data, words, speech);
    };
  });
}

void add_log(CLI::App& ledger, Call& call) {
  const auto request = std::make_shared<app::LogRequest>();
  CLI::App* verb =
      add_verb(ledger,
               call,
               "log",
               "Lists the entries, oldest first, with who recorded them and from which source",
               "  muster ledger log coalition.ledger --last 20\n"
               "  muster ledger log coalition.ledger offers NLD-MQ9 --json\n");
  add_ledger_file(*verb, request->ledger);
  verb->add_option("TABLE", request->table, "Only of this table");
  verb->add_option("KEY", request->key, "Only of the row with this key");
  verb->add_option("--since", request->since, "From this entry on")->type_name("ENTRY");
  verb->add_option("--last", request->last, "Only so many, the newest")->type_name("COUNT");
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) { return app::show_log(*request, speech); };
  });
}

void add_diff(CLI::App& ledger, Call& call) {
  struct Request {
    app::DifferenceRequest difference;
    std::optional<Day> before, after;
  };
  const auto request = std::make_shared<Request>();
  CLI::App* verb =
      add_verb(ledger,
               call,
               "diff",
               "Says what differs between two days: in what was true, or in what was known",
               "  muster ledger diff coalition.ledger 2023-10-25 2024-03-01\n"
               "  muster ledger diff coalition.ledger 2023-10-25 2024-03-01 --known\n");
  add_ledger_file(*verb, request->difference.ledger);
  add_day(*verb, "BEFORE", request->before, "A day")->required();
  add_day(*verb, "AFTER", request->after, "A later day")->required();
  CLI::Option* known = verb->add_flag(
      "--known", request->difference.of_knowledge, "Compare what was known on the two days");
  add_day(*verb,
          "--as-of",
          request->difference.as_of,
          "With --known: the day of which it was known; left out: AFTER")
      ->needs(known);
  add_day(*verb,
          "--known-on",
          request->difference.known_on,
          "Only what was recorded by the end of this day")
      ->excludes(known);
  verb->callback([&call, request] {
    request->difference.before = *request->before;
    request->difference.after = *request->after;
    call.perform = [request](const app::Speech& speech) {
      return app::show_difference(request->difference, speech);
    };
  });
}

void add_ledger_verify(CLI::App& ledger, Call& call) {
  const auto place = std::make_shared<std::filesystem::path>();
  CLI::App* verb = add_verb(ledger,
                            call,
                            "verify",
                            "Checks the chain of hashes, the database and the rows; names the "
                            "first entry that was tampered with",
                            "  muster ledger verify coalition.ledger\n"
                            "Ends with 1 where something does not hold.\n");
  add_ledger_file(*verb, *place);
  verb->callback([&call, place] {
    call.perform = [place](const app::Speech& speech) {
      return app::verify_ledger(*place, speech);
    };
  });
}

void add_ledger_export(CLI::App& ledger, Call& call) {
  struct Request {
    app::DataSet data;
    std::filesystem::path target;
  };
  const auto request = std::make_shared<Request>();
  CLI::App* verb =
      add_verb(ledger,
               call,
               "export",
               "Writes the state of a day as a data package",
               "  muster ledger export coalition.ledger --as-of 2024-03-01 -o march\n");
  add_ledger_file(*verb, request->data.folder);
  verb->add_option("-o,--output", request->target, "Folder to write the data package to")
      ->type_name("DIR")
      ->required();
  add_moment(*verb, request->data);
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::export_data(request->data, request->target, speech);
    };
  });
}

}  // namespace

void add_valid_from(CLI::App& verb, app::Recording& recording) {
  add_day(verb,
          "--valid-from",
          recording.valid_from,
          "The day from which it is true; left out: today, of a data set its own day");
}

void add_recording(CLI::App& verb,
                   const Call& call,
                   app::Recording& recording,
                   const std::string& ledger) {
  verb.add_option(ledger, recording.ledger, "File of the ledger")->required()->type_name("LEDGER");
  recording.by = call.surroundings.user;
  recording.now = call.surroundings.now;
  verb.add_option(
          "--by", recording.by, "Who records it; also in MUSTER_BY; left out: who is logged in")
      ->envname("MUSTER_BY")
      ->type_name("NAME");
  verb.add_option("--source",
                  recording.source,
                  "Where it is from: a key of sources, with # and a place in it")
      ->type_name("SOURCE");
  verb.add_option("--quotation", recording.quotation, "What the source says, word for word")
      ->type_name("TEXT");
  verb.add_option("--why", recording.why, "Why it is recorded, for people")->type_name("TEXT");
  verb.add_option("--read",
                  recording.read_up_to,
                  "The last entry that you have seen; what others recorded of the same rows since "
                  "is then not overwritten")
      ->type_name("ENTRY");
}

void add_ledger(CLI::App& program, Call& call) {
  CLI::App* ledger = program.add_subcommand(
      "ledger", "The memory: what was stated, when, by whom, from which source");
  ledger->require_subcommand(1);
  ledger->footer(
      "Examples:\n"
      "  muster ledger init coalition.ledger\n"
      "  muster ledger import coalition.ledger data/dmm-2023-10 --record\n"
      "  muster ledger show coalition.ledger offers --as-of 2024-03-01\n"
      "  muster plan coalition.ledger -o out\n");
  for (const auto add : {add_init,
                         add_import,
                         add_record,
                         add_undo,
                         add_ledger_show,
                         add_log,
                         add_diff,
                         add_ledger_verify,
                         add_ledger_export,
                         add_due,
                         add_slippage,
                         add_ladder,
                         add_deliveries,
                         add_reconcile})
    add(*ledger, call);
}

}  // namespace muster::cli
