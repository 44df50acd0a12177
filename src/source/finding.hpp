// SPDX-License-Identifier: Apache-2.0
// What a document says that may be worth recording. Everything here is a proposal: a person
// accepts.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"

#include "source/document.hpp"

namespace muster::source {

enum class Kind : std::uint8_t { citation, date, amount, quantity, promise };
inline constexpr std::array all_kinds{
    Kind::citation, Kind::date, Kind::amount, Kind::quantity, Kind::promise};
[[nodiscard]] std::string_view to_text(Kind kind);

enum class Confidence : std::uint8_t {
  sure,   // the words leave no choice
  likely  // something was filled in: a year, a nation, what a verb means
};
[[nodiscard]] std::string_view to_text(Confidence confidence);

// Who promised what to whom, and when it is due; empty: the sentence does not say.
struct Promise {
  std::string by, to, trigger;
  std::optional<Day> due;
};

struct Finding {
  Kind kind = Kind::citation;
  std::string place;
  std::size_t at = 0;  // byte of the sentence where the words begin
  std::string words;   // as they stand in the sentence
  // The normal form. citation: "kst-36045-398", "eli/reg/2023/1525", "S/RES/2678 (2023)"; date: a
  // half-open period "2023-10-11/2023-10-13" ("--10-11/--10-13" where no year is known); amount:
  // "EUR 4200000"; quantity: "number;what;nation"; promise: "by;to;trigger;due".
  std::string value;
  Confidence confidence = Confidence::sure;
  std::string rule;                     // the name of the rule that found it
  std::string url;                      // of a citation: where the document can be read
  std::optional<Period> period = {};    // of a date whose year is known
  std::optional<Promise> promise = {};  // of a promise
};

// All proposals, in the order of the text; of one place citations first, then by where they stand,
// promises last. The same words are never proposed under two kinds, but a promise may hold others.
[[nodiscard]] std::vector<Finding> find_all(const Document& document);

// The day of the document: the first whole date of its headings, else of its text.
[[nodiscard]] std::optional<Day> day_of(const Document& document);

// A key for tables out of a citation's value: "S/RES/2678 (2023)" → "S-RES-2678-2023".
[[nodiscard]] std::string source_key(std::string_view citation);

}  // namespace muster::source
