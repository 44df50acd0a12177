// SPDX-License-Identifier: Apache-2.0
#include "sheets/statements.hpp"

#include <algorithm>

namespace muster::sheets {

void state(std::vector<Statement>& statements, std::string_view table, Day day, Cells cells) {
  std::erase_if(cells, [](const auto& cell) { return cell.second.empty(); });
  std::ranges::sort(cells);
  statements.push_back({std::string{table}, std::move(cells), day, false, 0});
}

std::string as_key(std::string_view text) {
  std::string key;
  for (const char letter : text) {
    const bool is_kept = (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z')
                         || (letter >= '0' && letter <= '9') || letter == '.' || letter == '-'
                         || letter == '_';
    key += is_kept ? letter : '-';
  }
  return key;
}

}  // namespace muster::sheets
