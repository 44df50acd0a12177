// SPDX-License-Identifier: Apache-2.0
// Names of rows and columns that every reader of MPS takes: made of the data's own keys, without
// blanks, of at most 120 characters, no two the same.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_set>

namespace muster::plan {

class Names {
 public:
  // "cover", "nld-mq9", "2024-03-01" → "cover.nld-mq9.2024-03-01".
  [[nodiscard]] std::string make(std::initializer_list<std::string_view> parts);

 private:
  std::unordered_set<std::string> taken_;
};

}  // namespace muster::plan
