// SPDX-License-Identifier: Apache-2.0
// Rows of tables as an overlay changes them.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "asks/asks.hpp"

namespace muster::asks {

struct RowKey {
  std::string table;
  std::vector<std::pair<std::string, std::string>> keys;  // field → text
};
struct FieldChange {
  std::string field, before, after;
};

// 1500 → "1.5"
[[nodiscard]] std::string thousandths_text(std::int64_t thousandths);

// A new policy: as the old one, with some fields otherwise.
[[nodiscard]] RowChange policy_row(const Policy& policy,
                                   const std::string& key,
                                   const std::map<std::string, std::string>& changed);

}  // namespace muster::asks
