// SPDX-License-Identifier: Apache-2.0
// Numbers, days and names in words for people. Rounding is honest: a share is "100 %" or "0 %" only
// where it is exactly that.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "explain/explain.hpp"
#include "model/grid.hpp"
#include "report/view.hpp"

namespace muster::report {

[[nodiscard]] std::string count_text(Wide count);          // 26,000
[[nodiscard]] std::string decimal_text(Wide thousandths);  // 4.2; at most three places
[[nodiscard]] std::string percent_text(Wide thousandths);  // of a percent: "1.7 %"
// How many nations spend what they pledged; empty where nobody pledged.
[[nodiscard]] std::string spending_sentence(const Scenario& scenario);
[[nodiscard]] std::string rounded_text(Wide thousandths);  // 1,234.6; one place, nearest
[[nodiscard]] std::string share_text(Wide part,
                                     Wide whole);  // 63 %; <1 %; >99 %; – without a whole
[[nodiscard]] std::string amount_text(Measure measure,
                                      Amount amount);      // 3 aircraft, EUR 4.2 million
[[nodiscard]] std::string money_text(std::int64_t euros);  // EUR 4.2 million, EUR 950,000
[[nodiscard]] std::string days_text(std::int64_t days);    // 1 day, 21 days
[[nodiscard]] std::string period_text(Period period);      // 2024-01-01 to 2024-07-01
[[nodiscard]] std::string_view measure_word(Measure measure, bool plural);
[[nodiscard]] std::string plural(Wide count, std::string_view one, std::string_view many);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);

[[nodiscard]] std::string_view kind_words(RequirementKind kind);   // present, on call, delivered
[[nodiscard]] std::string_view status_words(OfferStatus status);   // in place
[[nodiscard]] std::string_view counting_words(Counting counting);  // what the counting counts
[[nodiscard]] std::string_view grid_words(GridStep step);          // monthly
[[nodiscard]] std::string stop_words(std::string_view stop);       // why the search stopped

[[nodiscard]] Measure measure_of(const Scenario& scenario, Id<Requirement> requirement);
[[nodiscard]] std::string name_or_key(const std::string& name, const std::string& key);
// "kfor-reserve (infantry company)"
[[nodiscard]] std::string requirement_words(const Scenario& scenario, Id<Requirement> requirement);
// "open: TUR (ratification), expected 2023-12-01"
[[nodiscard]] std::string open_acts_words(const Condition& condition);
// The restriction in words: "not in Romania", "unarmed".
[[nodiscard]] std::string caveat_words(const Scenario& scenario, const Caveat& caveat);
// The requirements that the offer is kept to: "only for R-1, R-2", "only for 12 requirements";
// "restricted by its nation" without such a list.
[[nodiscard]] std::string list_words(const Scenario& scenario, const Offer& offer);

}  // namespace muster::report
