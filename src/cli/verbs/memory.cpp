// SPDX-License-Identifier: Apache-2.0
// What a data set or a ledger is asked: promises and claims as verbs of their own, the rest below
// `ledger`.
#include <algorithm>

#include "app/ask_memory.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {
namespace {

// "P60D" or "60".
void add_within(CLI::App& verb, std::optional<std::int64_t>& within) {
  const auto read = [&within](const std::string& word) {
    within = days_of(word);
    if (!within)
      throw CLI::ValidationError("--within", "\"" + word + "\" is no number of days such as P60D");
  };
  verb.add_option_function<std::string>(
          "--within", read, "Only what falls due within so many days, and what is overdue")
      ->type_name("P60D");
}

}  // namespace

void add_due(CLI::App& ledger, Call& call) {
  const auto request = std::make_shared<app::DueRequest>();
  CLI::App* verb = add_verb(ledger,
                            call,
                            "due",
                            "Lists what falls due: offers that expire, options, conditions, "
                            "promises, deliveries, targets",
                            "  muster ledger due coalition.ledger --within P60D\n"
                            "  muster ledger due data/dmm-2023-10 --on 2024-01-15 --ics due.ics\n");
  add_data(*verb, request->data);
  add_day(*verb, "--on", request->on, "Counted from this day; left out: the day of the data");
  add_within(*verb, request->within);
  verb->add_option("--ics", request->calendar, "Write a calendar file (iCalendar) as well")
      ->type_name("FILE");
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) { return app::show_due(*request, speech); };
  });
}

void add_slippage(CLI::App& ledger, Call& call) {
  const auto data = std::make_shared<app::DataSet>();
  CLI::App* verb =
      add_verb(ledger,
               call,
               "slippage",
               "Sets what was first promised beside what is said now and what was done",
               "  muster ledger slippage coalition.ledger\n");
  add_data(*verb, *data);
  verb->callback([&call, data] {
    call.perform = [data](const app::Speech& speech) { return app::show_slippage(*data, speech); };
  });
}

void add_ladder(CLI::App& ledger, Call& call) {
  static const std::vector<std::string> tables{"offers", "conditions", "deliveries", "promises"};
  const auto request = std::make_shared<app::LadderRequest>();
  CLI::App* verb =
      add_verb(ledger,
               call,
               "ladder",
               "Shows step by step how far offers, conditions, deliveries and promises "
               "have come: since when, and who says so",
               "  muster ledger ladder coalition.ledger --moved\n"
               "  muster ledger ladder coalition.ledger offers NLD-MQ9\n"
               "  muster ledger ladder coalition.ledger deliveries --as-of 2024-03-01\n");
  add_data(*verb, request->data);
  verb->add_option("TABLE", request->table, "One of " + CLI::detail::join(tables, ", "))
      ->check([](const std::string& word) {
        const bool is_one = std::ranges::find(tables, word) != tables.end();
        return is_one ? std::string{} : not_among(word, tables);
      });
  verb->add_option("KEY", request->key, "The key of one row");
  verb->add_flag("--moved", request->only_moved, "Only what took more than one step");
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::show_ladders(*request, speech);
    };
  });
}

void add_deliveries(CLI::App& ledger, Call& call) {
  const auto data = std::make_shared<app::DataSet>();
  CLI::App* verb = add_verb(
      ledger,
      call,
      "deliveries",
      "Shows how far what was offered has come, step by step, and what each nation calls delivered",
      "  muster ledger deliveries coalition.ledger --as-of 2024-03-01\n");
  add_data(*verb, *data);
  verb->callback([&call, data] {
    call.perform = [data](const app::Speech& speech) {
      return app::show_deliveries(*data, speech);
    };
  });
}

void add_promises(CLI::App& program, Call& call) {
  struct Request {
    app::DataSet data;
    std::optional<Day> on;
    bool only_open = false;
  };
  const auto request = std::make_shared<Request>();
  CLI::App* verb = add_verb(
      program,
      call,
      "promises",
      "Lists what was promised: to whom, due or triggered by what, kept by which document, overdue",
      "  muster promises data/dmm-2023-10 --on 2024-03-01\n"
      "  muster promises coalition.ledger --open\n");
  add_data(*verb, request->data);
  add_day(*verb, "--on", request->on, "Overdue or not on this day; left out: the day of the data");
  verb->add_flag("--open", request->only_open, "Only those that are neither kept nor withdrawn");
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::show_promises(request->data, request->on, request->only_open, speech);
    };
  });
}

void add_claims(CLI::App& program, Call& call) {
  const auto data = std::make_shared<app::DataSet>();
  CLI::App* verb =
      add_verb(program,
               call,
               "claims",
               "Shows where sources differ, side by side: what stands, who chose it and why",
               "  muster claims data/dmm-2023-10\n");
  add_data(*verb, *data);
  verb->callback([&call, data] {
    call.perform = [data](const app::Speech& speech) { return app::show_claims(*data, speech); };
  });
}

}  // namespace muster::cli
