// SPDX-License-Identifier: Apache-2.0
// Nations by the names that people give them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muster::sheets {

// The trigraph of a nation named in English, Dutch, French or German, or by a usual spelling, or by
// the trigraph itself; without regard to case, accents, marks and blanks.
[[nodiscard]] std::optional<std::string> nation_called(std::string_view name);

// Its shortest name in a language of ISO 639-1; none: the language or the trigraph is not known.
[[nodiscard]] std::optional<std::string> name_of_nation(std::string_view trigraph,
                                                        std::string_view language);

// The name that is nearest to it, "Maybe …"; none: nothing is near.
[[nodiscard]] std::optional<std::string> nearest_nation_name(std::string_view name);

// Lower case, letters without accents, digits; other letters stay as they are.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace muster::sheets
