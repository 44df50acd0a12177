// SPDX-License-Identifier: Apache-2.0
// What a ledger is made of. An entry is never changed and never deleted: what was wrong is reversed
// by another entry, what has changed is stated anew. So the state of any day, as it was known on
// any day, can be told (two times: "valid" and "recorded", as in SQL:2011 application and system
// time).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"

namespace muster::ledger {

enum class Kind : std::uint8_t {
  state,   // from valid_from on, these cells of the row say this; others stay as they were
  remove,  // from valid_from on there is no such row
  reverse  // the entry `concerns` is taken back, as if it had never been recorded
};
[[nodiscard]] std::string_view to_text(Kind kind);

// A cell that an entry states; an empty text: "not stated" from then on.
struct StatedCell {
  std::string column, text;
  friend auto operator<=>(const StatedCell&, const StatedCell&) = default;
};

struct Entry {
  std::uint64_t number = 0;  // 1, 2, 3, … without a gap
  Kind kind = Kind::state;
  std::string table;  // of data/schema, or `package`; of a reverse: that of the entry reversed
  std::string key;    // its primary key, parts joined by ", "
  std::vector<StatedCell> cells;  // sorted by column, each once; none but of `state`
  Day valid_from{};
  std::string recorded_at;     // UTC, "2023-10-25T14:03:07Z"; never before that of the entry before
  std::string by;              // who recorded it
  std::string source;          // a key of `sources`, with "#" and a locator; may be empty
  std::string quotation;       // what the source says, word for word; may be empty
  std::string why;             // for people; may be empty
  std::uint64_t concerns = 0;  // the entry that it reverses or replaces; 0: none
  std::string hash;            // chain.hpp
  friend bool operator==(const Entry&, const Entry&) = default;
};

// What can be asked: what was true on a day, as far as entries up to `known` say.
struct Moment {
  Day as_of{};
  std::uint64_t known = 0;  // the number of an entry
};

// The columns and texts, sorted by column, in one line, as {"column":"text",…}: what stores keep.
[[nodiscard]] std::string to_json(const std::vector<StatedCell>& cells);
// What such a line says takes the place of `cells`. Throws std::invalid_argument where it is none.
void read_cells(std::string_view json, std::vector<StatedCell>& cells);

// The table under which name, title, as_of, horizon and clock of the data package stand; its one
// row has this key.
inline constexpr std::string_view package_table = "package";
inline constexpr std::string_view package_key = "package";

}  // namespace muster::ledger
