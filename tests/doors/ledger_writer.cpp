// SPDX-License-Identifier: Apache-2.0
// ledger_writer LEDGER COMMITS: appends to a ledger, which it makes where there is none, and prints
// the number of the last entry after each commit that was acknowledged. Made to be killed
// (ledger_crash_test.py). A commit that begins with entry n has 1 + n mod 3 entries, and each of
// them says in `why` which of them it is: "2 of 3".
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/world_error.hpp"

#include "ledger/store.hpp"

namespace muster::ledger {
namespace {

std::unique_ptr<Store> open(const std::string& place) {
  if (is_postgres(place)) return open_postgres(place, Access::write);
  if (!std::filesystem::exists(place)) create_sqlite(place);
  return open_sqlite(place, Access::write);
}

Entry entry_of(std::uint64_t first, std::uint64_t place, std::uint64_t all) {
  const std::string key = "S" + std::to_string(first + place - 1);
  Entry entry;
  entry.table = "sources";
  entry.key = key;
  entry.cells = {{"source", key}, {"title", std::string(50 + first % 2'000, 't')}};
  entry.valid_from = *parse_day("2024-01-01");
  entry.by = "ledger_writer";
  entry.why = std::to_string(place) + " of " + std::to_string(all);
  return entry;
}

void append(Store& store) {
  const std::uint64_t first = store.head().number + 1;
  const std::uint64_t all = 1 + first % 3;
  const auto done = store.append(first - 1, "2024-01-01T00:00:00Z", [&](const Store::Write& write) {
    for (std::uint64_t place = 1; place <= all; ++place) write(entry_of(first, place, all));
  });
  if (done) std::printf("%llu\n", static_cast<unsigned long long>(done->number));
  std::fflush(stdout);
}

}  // namespace
}  // namespace muster::ledger

int main(int count, char** words) {
  if (count != 3) return 2;
  const std::string_view digits{words[2]};
  std::uint64_t commits = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), commits);
  try {
    const auto store = muster::ledger::open(words[1]);
    for (; commits > 0; --commits) muster::ledger::append(*store);
  } catch (const muster::WorldError& error) {
    std::fprintf(stderr, "%s\n%s\n", error.what(), error.advice().c_str());
    return 4;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 5;
  }
  return 0;
}
