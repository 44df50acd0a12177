// SPDX-License-Identifier: Apache-2.0
// Any bytes are read without harm; what was read is written and read back the same.
#include <cstdlib>
#include <string_view>

#include "io/csv.hpp"

namespace {

std::vector<std::vector<std::string>> texts_of(const muster::io::CsvText& read) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : read.rows) {
    rows.emplace_back();
    for (const auto& cell : row.cells) rows.back().push_back(cell.text);
  }
  return rows;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  const auto read = muster::io::read_csv(bytes, "any.csv");
  if (!read.problems.empty()) return 0;
  const auto rows = texts_of(read);
  if (rows.empty() || rows.front().size() < 2) return 0;  // of one column: no delimiter to find
  const auto back = muster::io::read_csv(muster::io::write_csv(rows), "back.csv");
  if (back.delimiter == ',' && texts_of(back) != rows) std::abort();
  return 0;
}
