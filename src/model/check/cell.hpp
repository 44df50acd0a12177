// SPDX-License-Identifier: Apache-2.0
// What is wrong with the text of one cell, by its field alone. Each function returns nothing where
// the text is right; none of them is asked about an empty text except check_cell.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/schema.hpp"

namespace muster::check {

struct Fault {
  std::string what;    // one sentence without a full stop
  std::string advice;  // "Maybe …"; empty when there is none to give
};

[[nodiscard]] std::optional<Fault> check_cell(const Field& field, std::string_view text);

[[nodiscard]] std::optional<Fault> check_date(std::string_view text);
[[nodiscard]] std::optional<Fault> check_whole(const Field& field, std::string_view text);
[[nodiscard]] std::optional<Fault> check_decimal(const Field& field, std::string_view text);

// `"text"`, cut where it is long, line breaks shown as spaces.
[[nodiscard]] std::string in_quotes(std::string_view text);
// "Maybe meant?"; empty where `meant` is.
[[nodiscard]] std::string maybe(std::string_view meant);
// Two pieces of advice in one line.
[[nodiscard]] std::string join(std::string first, std::string_view second);

}  // namespace muster::check
