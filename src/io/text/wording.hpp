// SPDX-License-Identifier: Apache-2.0
// How this room words its problems.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muster::io {

[[nodiscard]] inline std::string in_quotes(std::string_view text) {
  return '"' + std::string{text} + '"';
}

[[nodiscard]] inline std::string maybe(std::optional<std::string_view> meant) {
  return meant ? "Maybe " + std::string{*meant} + "?" : std::string{};
}

}  // namespace muster::io
