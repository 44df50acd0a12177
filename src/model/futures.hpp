// SPDX-License-Identifier: Apache-2.0
// What a plan is measured in where the data names futures: in each of them offers are not there for
// a while. Tours keep their days, and fill nothing while their offer is not there; a delivery comes
// when it is there again. What is unmet is then the sum over the futures, or over so many of them
// in which most is unmet: times a constant the mean of the worst part, as conditional value at risk
// is of a sample (Rockafellar and Uryasev, Journal of Risk 2, 2000). Nobody replans in a future.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/wide.hpp"

#include "model/scenario.hpp"

namespace muster {

inline constexpr std::size_t most_futures = 64;

// Over so many futures what is unmet is summed; 1 where there are none.
[[nodiscard]] std::int64_t counted_futures(const Nouns& nouns);

// Of what is unmet in each future, the sum of the largest so many.
[[nodiscard]] Wide sum_of_largest(std::vector<Wide> unmet, std::int64_t count);

// What is left of a period of an offer's in a future, rising.
[[nodiscard]] std::vector<Period> left_in(const Future& future, Id<Offer> offer, Period period);

// The first day on or after `day` on which the offer is there in a future.
[[nodiscard]] Day there_from(const Future& future, Id<Offer> offer, Day day);

}  // namespace muster
