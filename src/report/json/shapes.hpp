// SPDX-License-Identifier: Apache-2.0
// How days, amounts and optional values are written in JSON; shared by the answers.
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "report/view.hpp"

namespace muster::report {

using Json = nlohmann::ordered_json;

[[nodiscard]] std::string to_document(const Json& json);
[[nodiscard]] Json period_json(Period period);
[[nodiscard]] Json amount_json(Amount amount);               // "4.2"
[[nodiscard]] Json amount_days_json(Wide thousandths);       // "1234.5"
[[nodiscard]] Json day_json(const std::optional<Day>& day);  // null: not stated
[[nodiscard]] Json text_or_null(const std::string& text);    // null: empty
[[nodiscard]] std::string plain_decimal(Wide thousandths);   // without separators

}  // namespace muster::report
