// SPDX-License-Identifier: Apache-2.0
// What people call nations, columns and values: data/names/*.csv, generated at build time
// (tools/name_constants.py).
#pragma once

#include <span>
#include <string_view>

namespace muster::sheets {

struct NationName {
  std::string_view name, nation;  // the nation's trigraph, ISO 3166-1
  std::string_view language;      // ISO 639-1; "usual": as people write it in tables
};
[[nodiscard]] std::span<const NationName> nation_names();

// A name may stand for columns of several tables: which is meant the table says.
struct HeadingName {
  std::string_view column, name;
};
[[nodiscard]] std::span<const HeadingName> heading_names();

struct ValueName {
  std::string_view column, value, name;
};
[[nodiscard]] std::span<const ValueName> value_names();

}  // namespace muster::sheets
