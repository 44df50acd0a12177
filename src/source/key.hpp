// SPDX-License-Identifier: Apache-2.0
// What was found against a key: what a person says is to be found.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "source/finding.hpp"

namespace muster::source {

struct KeyRow {
  Kind kind = Kind::citation;
  std::string place, value, words;
};

// A finding is right where the key has one of its kind, place and value that no other finding has
// taken; a promise where the key has one of its place, whatever its value.
struct Score {
  Kind kind = Kind::citation;
  std::size_t in_key = 0, found = 0, right = 0;
  std::size_t whole = 0;  // of the right ones, those whose value is the key's
};

struct Comparison {
  std::vector<Score> scores;  // one for each kind, in the order of all_kinds
  std::vector<KeyRow> missed;
  std::vector<Finding> wrong;
};

[[nodiscard]] Comparison compare(const std::vector<Finding>& findings,
                                 const std::vector<KeyRow>& key);

}  // namespace muster::source
