// SPDX-License-Identifier: Apache-2.0
// What a long history costs: `fill` makes a ledger in which every one of many offers is stated
// several times, `state` reads the state of a day as a draft, `chain` follows the chain, `database`
// asks the database for faults. Prints of how many, and in how many seconds, as a line of JSON.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <sys/resource.h>

#include "base/world_error.hpp"

#include "ledger/chain.hpp"
#include "ledger/state.hpp"
#include "ledger/store.hpp"

namespace muster::ledger {
namespace {

struct Request {
  std::string place;
  int rows = 100'000, rounds = 10;
  int round = 10;  // whose day is asked for
};

class Stopwatch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
  }
  // Of this process alone, in the program and in the system; what waits for a disk is not in it.
  [[nodiscard]] double cpu_seconds() const { return used() - used_; }

 private:
  static double used() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto of = [](const timeval& time) {
      return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
  }

  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  double used_ = used();
};

void tell(std::uint64_t of, const Stopwatch& watch) {
  fmt::print("{{\"of\": {}, \"seconds\": {:.3f}, \"cpu\": {:.3f}}}\n",
             of,
             watch.seconds(),
             watch.cpu_seconds());
}

std::unique_ptr<Store> open(const std::string& place, Access access) {
  return is_postgres(place) ? open_postgres(place, access) : open_sqlite(place, access);
}

// Rounds are 30 days apart; each states anew what every offer says.
Day day_of(int round) {
  return *parse_day("2024-01-01") + Days{30 * round};
}

Entry offer_of(int row, int round) {
  const std::string number = std::to_string(row);
  Entry entry;
  entry.table = "offers";
  entry.key = "OFFER-" + std::string(6 - std::min<std::size_t>(6, number.size()), '0') + number;
  entry.cells = {{"capability", "capability-" + std::to_string(row % 97)},
                 {"from", muster::to_text(day_of(row % 40))},
                 {"nation", row % 2 == 0 ? "NLD" : "DEU"},
                 {"note", "as said in the conference of round " + std::to_string(round)},
                 {"offer", entry.key},
                 {"quantity", std::to_string(1 + (row + round) % 1'000)},
                 {"status", (row + round) % 3 == 0 ? "committed" : "intended"},
                 {"until", muster::to_text(day_of(40 + row % 50))}};
  entry.valid_from = day_of(round);
  entry.by = "desk";
  entry.source = "conference-" + std::to_string(round) + "#row " + number;
  return entry;
}

void fill(const Request& request) {
  if (is_postgres(request.place))
    create_postgres(request.place);
  else
    create_sqlite(request.place);
  const auto store = open(request.place, Access::write);
  const Stopwatch watch;
  for (int round = 1; round <= request.rounds; ++round) {
    const std::string now = muster::to_text(day_of(round)) + "T12:00:00Z";
    const auto done = store->append(store->head().number, now, [&](const Store::Write& write) {
      for (int row = 0; row < request.rows; ++row) write(offer_of(row, round));
    });
    if (!done) throw std::runtime_error{"somebody else wrote"};
  }
  tell(store->head().number, watch);
}

void state(const Request& request) {
  const auto store = open(request.place, Access::read);
  const Stopwatch watch;
  const auto draft = draft_at(*store, {day_of(request.round), store->head().number});
  if (!draft) throw std::runtime_error{"the state has problems"};
  tell(draft->table("offers").rows.size(), watch);
}

void follow_chain(const Request& request) {
  const auto store = open(request.place, Access::read);
  const Stopwatch watch;
  ChainCheck chain;
  store->read(1, [&](const Entry& entry) { chain.follow(entry); });
  if (chain.broken()) throw std::runtime_error{chain.broken()->what};
  tell(chain.entries(), watch);
}

void ask_database(const Request& request) {
  const auto store = open(request.place, Access::read);
  const Stopwatch watch;
  if (const auto faults = store->faults(); !faults.empty())
    throw std::runtime_error{faults.front()};
  tell(store->head().number, watch);
}

}  // namespace
}  // namespace muster::ledger

int main(int count, char** words) {
  using muster::ledger::Request;
  Request request;
  CLI::App app{"Measures a ledger with a long history."};
  app.require_subcommand(1);
  const auto add = [&](const char* name, const char* what, void (*measure)(const Request&)) {
    CLI::App* verb = app.add_subcommand(name, what);
    verb->add_option("LEDGER", request.place, "A file, or postgresql://…")->required();
    verb->callback([&request, measure] { measure(request); });
    return verb;
  };
  CLI::App* filling = add("fill", "Makes the ledger", muster::ledger::fill);
  filling->add_option("--rows", request.rows, "How many offers");
  filling->add_option("--rounds", request.rounds, "How often each is stated");
  add("state", "Reads a state as a draft", muster::ledger::state)
      ->add_option("--round", request.round, "As of the day of this round");
  add("chain", "Follows the chain", muster::ledger::follow_chain);
  add("database", "Asks the database whether it is sound", muster::ledger::ask_database);
  try {
    CLI11_PARSE(app, count, words);
    return 0;
  } catch (const muster::WorldError& error) {
    fmt::print(stderr, "{}: {}\n{}\n", error.place(), error.what(), error.advice());
  } catch (const std::exception& fault) {
    fmt::print(stderr, "muster_ledger_bench: {}\n", fault.what());
  }
  return 4;
}
