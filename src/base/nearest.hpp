// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace muster {

// How many single-letter changes, insertions, deletions or swaps of neighbours make `a` into `b`
// (optimal string alignment distance; letters A to Z count as a to z). Values above `most` are cut
// to most + 1.
[[nodiscard]] std::size_t letter_distance(std::string_view a, std::string_view b, std::size_t most);

// The candidate that was most likely meant by `text`: the one of least distance, of equals the
// first; none where every candidate is further than a third of the text's length (but one change is
// always near enough for three letters and more).
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view text,
                                                      std::span<const std::string_view> candidates);

}  // namespace muster
