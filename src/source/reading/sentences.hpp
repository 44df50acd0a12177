// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster::source {

// A paragraph of one line → its sentences, without the space between them. Knows the abbreviations
// of Dutch and English letters (nr., art., d.w.z., e.g., No.), initials and numbers.
[[nodiscard]] std::vector<std::string> sentences_of(std::string_view paragraph);

}  // namespace muster::source
