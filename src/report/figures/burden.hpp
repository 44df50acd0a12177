// SPDX-License-Identifier: Apache-2.0
// What text and page say of burdens.
#pragma once

#include <string>
#include <vector>

#include "report/burden.hpp"

namespace muster::report {

[[nodiscard]] std::string_view burden_name(explain::BurdenMeasure measure);
// What it counts.
[[nodiscard]] std::string_view burden_words(explain::BurdenMeasure measure);
// 12.3 %; <0.1 %; – of nothing.
[[nodiscard]] std::string fine_share(Wide part, Wide whole);
// Share of a burden over share of the key: "1.9 ×"; – where either is not there.
[[nodiscard]] std::string times_key(Wide burden, Wide burdens, Wide key, Wide keys);
// Thousandths as a number from 0 to 1.
[[nodiscard]] std::string gini_text(const std::optional<std::int64_t>& gini);
// What the figures count, what they stand against, and by which formula.
[[nodiscard]] std::vector<std::string> burden_sentences(const BurdenView& view);
// What goes with a nation, and what it leaves.
[[nodiscard]] std::string withdrawal_sentence(const BurdenView& view);
// Nations that bear anything of a measure, the largest first.
[[nodiscard]] std::vector<const explain::NationBurden*> bearers_of(const BurdenView& view,
                                                                   explain::BurdenMeasure measure);
[[nodiscard]] Wide keys_of(const BurdenView& view);

}  // namespace muster::report
