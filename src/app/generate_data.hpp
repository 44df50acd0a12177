// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "app/answer.hpp"

namespace muster::app {

// A number that an invention can be given; docs/generate.md tells what each does.
struct InventionNumber {
  std::string group, name, what;
  int least, most;
  int standard;  // where neither a size nor the caller says another
};
[[nodiscard]] std::vector<InventionNumber> invention_numbers();
// The names of the published sizes.
[[nodiscard]] std::vector<std::string> invention_sizes();

struct InventionRequest {
  std::filesystem::path target;
  std::string size;                   // one of invention_sizes(); empty: none
  bool plain = false;                 // only rules of single units
  std::map<std::string, int> stated;  // by name, within their ranges; stronger than size and plain
  std::uint64_t seed = 1;
};

// Writes an invented data set, the same for the same request (docs/generate.md). The folder must be
// missing or empty.
[[nodiscard]] Answer generate_data(const InventionRequest& request, const Speech& speech);

}  // namespace muster::app
