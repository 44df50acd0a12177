// SPDX-License-Identifier: Apache-2.0
// Nations by their usual names and adjectives, in Dutch and English.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "source/finders/tokens.hpp"

namespace muster::source {

struct NationAt {
  std::string_view code;  // ISO 3166-1 alpha-3
  std::size_t until = 0;  // the token after it
  bool is_adjective = false;
};

// The nation whose name or adjective begins at a token: "Verenigde Staten", "Oekraïense", "Polish".
[[nodiscard]] std::optional<NationAt> nation_at(const Tokens& tokens, std::size_t index);

}  // namespace muster::source
