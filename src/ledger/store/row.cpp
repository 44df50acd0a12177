// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/row.hpp"

#include <algorithm>
#include <cstdint>

#include "base/world_error.hpp"

namespace muster::ledger {
namespace {

// How many bytes the character takes that begins here; 0: it is none (RFC 3629: neither overlong,
// nor half of a UTF-16 pair, nor beyond U+10FFFF).
std::size_t character_size(std::string_view text) {
  const auto byte = [&](std::size_t at) -> unsigned {
    return at < text.size() ? static_cast<std::uint8_t>(text[at]) : 0U;
  };
  const auto follows = [&](std::size_t at) { return (byte(at) & 0xc0U) == 0x80U; };
  const unsigned first = byte(0);
  const unsigned second = byte(1);
  if (first < 0x80U) return 1;
  if (first < 0xc2U || first > 0xf4U || !follows(1)) return 0;
  if (first < 0xe0U) return 2;
  if (!follows(2) || (first == 0xe0U && second < 0xa0U) || (first == 0xedU && second > 0x9fU))
    return 0;
  if (first < 0xf0U) return 3;
  if (!follows(3) || (first == 0xf0U && second < 0x90U) || (first == 0xf4U && second > 0x8fU))
    return 0;
  return 4;
}

bool is_text(std::string_view text) {
  const auto is_plain = [](char letter) { return letter > 0; };  // ASCII and no NUL
  while (!text.empty()) {
    text.remove_prefix(
        static_cast<std::size_t>(std::ranges::find_if_not(text, is_plain) - text.begin()));
    if (text.empty()) break;
    const std::size_t size = character_size(text);
    if (size == 0 || text.front() == '\0') return false;
    text.remove_prefix(size);
  }
  return true;
}

}  // namespace

Kind kind_of(std::string_view text) {
  for (const Kind kind : {Kind::remove, Kind::reverse})
    if (text == to_text(kind)) return kind;
  return Kind::state;
}

void refuse_no_text(const std::string& place, const Entry& entry) {
  const bool has_cells = std::ranges::all_of(entry.cells, [](const StatedCell& cell) {
    return is_text(cell.column) && is_text(cell.text);
  });
  if (has_cells && is_text(entry.table) && is_text(entry.key) && is_text(entry.by)
      && is_text(entry.source) && is_text(entry.quotation) && is_text(entry.why))
    return;
  throw WorldError{place,
                   "what is to be recorded is no text: it has a byte 0 in it, or is not UTF-8",
                   "Nothing was recorded."};
}

}  // namespace muster::ledger
