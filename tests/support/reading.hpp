// SPDX-License-Identifier: Apache-2.0
// Short texts, read: what is found in them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/finding.hpp"

namespace muster::testing {

// The values of one kind in a text, in order. Dates without a year are near 25 October 2023.
inline std::vector<std::string> values_in(std::string_view text,
                                          source::Kind kind,
                                          source::Language language) {
  const std::string letter = "Den Haag, 25-10-2023\n\n" + std::string{text} + "\n";
  std::vector<std::string> values;
  for (const source::Finding& found : source::find_all(source::read_document(letter, language)))
    if (found.kind == kind && found.place != "h1") values.push_back(found.value);
  return values;
}

inline std::vector<std::string> dutch(std::string_view text, source::Kind kind) {
  return values_in(text, kind, source::Language::dutch);
}

inline std::vector<std::string> english(std::string_view text, source::Kind kind) {
  return values_in(text, kind, source::Language::english);
}

using Values = std::vector<std::string>;

}  // namespace muster::testing
