// SPDX-License-Identifier: Apache-2.0
#include "report/json/shapes.hpp"

#include <algorithm>

#include "report/words/words.hpp"

namespace muster::report {

// Text that is not UTF-8 (a cell that io let through) is shown with replacement characters.
std::string to_document(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json period_json(Period period) {
  return {{"from", to_text(period.from)}, {"until", to_text(period.until)}};
}

Json amount_json(Amount amount) {
  return plain_decimal(amount.count());
}

Json amount_days_json(Wide thousandths) {
  return plain_decimal(thousandths);
}

Json day_json(const std::optional<Day>& day) {
  return day ? Json(to_text(*day)) : Json(nullptr);
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

std::string plain_decimal(Wide thousandths) {
  std::string text = decimal_text(thousandths);
  std::erase(text, ',');
  return text;
}

}  // namespace muster::report
