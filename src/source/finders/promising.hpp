// SPDX-License-Identifier: Apache-2.0
// The rules that tell a promise, a language each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "source/finders/finders.hpp"

namespace muster::source {

// What kind of sentence promises, and so where its parts stand.
enum class Manner : std::uint8_t {
  informs,     // "het kabinet informeert uw Kamer"
  is_done_to,  // "uw Kamer wordt geïnformeerd", "wordt door Duitsland betrokken"
  acts,        // "Nederland zal leveren", "zet Nederland de steun voort"
  commits,     // "herbevestigden hun commitment om", "promised to"
  permits,     // "Oekraïne kan toetreden zodra"
  is_ready     // "indien nodig heeft NAVO reserves paraat"
};

struct Promising {
  Manner manner = Manner::acts;
  std::size_t verb = 0;  // the finite verb, or the word that commits
  std::size_t act = 0;   // the word that says what is promised
  Confidence confidence = Confidence::sure;
  std::string_view rule;
};

[[nodiscard]] std::optional<Promising> dutch_promise(const Passage& passage);
[[nodiscard]] std::optional<Promising> english_promise(const Passage& passage);

// Whether somebody announces, before this token, what a "that" between them leads to.
[[nodiscard]] bool is_announced(const Tokens& tokens, std::size_t verb);
// Who announces it; none: nobody.
[[nodiscard]] std::optional<std::string> announcer(const Tokens& tokens, std::size_t verb);

// The first date of the sentence that begins after the day of the document; none: no such date.
[[nodiscard]] const Finding* future_date(const Passage& passage);

}  // namespace muster::source
