// SPDX-License-Identifier: Apache-2.0
// Cells as a store keeps them come back as they are, or are refused; a file of any bytes is a
// ledger, or an error: it never crashes.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <unistd.h>

#include "base/world_error.hpp"

#include "ledger/chain.hpp"
#include "ledger/entry.hpp"
#include "ledger/state.hpp"
#include "ledger/store.hpp"

namespace {

using namespace muster;

void read_as_cells(const std::string& bytes) {
  std::vector<ledger::StatedCell> cells, again;
  try {
    ledger::read_cells(bytes, cells);
  } catch (const std::invalid_argument&) {
    return;
  }
  ledger::read_cells(ledger::to_json(cells), again);
  if (cells != again) std::abort();
}

void read_as_file(const std::string& bytes) {
  static const std::filesystem::path file =
      std::filesystem::temp_directory_path() / ("fuzzed-" + std::to_string(::getpid()) + ".ledger");
  for (const char* behind : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + behind);
  std::ofstream{file, std::ios::binary} << bytes;
  try {
    const auto store = ledger::open_sqlite(file.string(), ledger::Access::read);
    static_cast<void>(store->faults());
    ledger::ChainCheck chain;
    store->read(1, [&](const ledger::Entry& entry) { chain.follow(entry); });
    static_cast<void>(ledger::draft_at(*store, {*parse_day("2024-01-01"), store->head().number}));
  } catch (const WorldError&) {
  } catch (const std::invalid_argument&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes{reinterpret_cast<const char*>(data), size};
  if (bytes.starts_with("SQLite"))
    read_as_file(bytes);
  else
    read_as_cells(bytes);
  return 0;
}
