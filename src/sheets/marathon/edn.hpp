// SPDX-License-Identifier: Apache-2.0
// Values in the notation of Clojure (extensible data notation), as cells of tables hold them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muster::sheets::marathon {

struct Edn {
  enum class Kind : std::uint8_t { text, keyword, word, number, list, map };
  Kind kind = Kind::word;
  std::string text;        // of a keyword without its colon; of a number as it is written
  std::vector<Edn> items;  // of a map key, value, key, value …

  // What the map says of a key, whatever the key's kind; none: it is no map, or says nothing.
  [[nodiscard]] const Edn* find(std::string_view key) const;
};

// Commas are blanks, backslashes are nothing, "#JSON{…}" is a map too. None: it is no such value.
[[nodiscard]] std::optional<Edn> read_edn(std::string_view text);

}  // namespace muster::sheets::marathon
