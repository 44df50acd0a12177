// SPDX-License-Identifier: Apache-2.0
#include "model/schema.hpp"

#include <algorithm>

#include "base/demand.hpp"

#include "model/schema_constants.hpp"

namespace muster {

std::optional<std::size_t> TableSchema::find(std::string_view field) const {
  const auto found = std::ranges::find(fields, field, &Field::name);
  if (found == fields.end()) return std::nullopt;
  return static_cast<std::size_t>(found - fields.begin());
}

std::span<const TableSchema> schemas() {
  return schema_constants();
}

const TableSchema* find_schema(std::string_view table) {
  const auto all = schemas();
  const auto found = std::ranges::find(all, table, &TableSchema::name);
  return found == all.end() ? nullptr : &*found;
}

std::string_view schema_text(std::string_view table) {
  const TableSchema* schema = find_schema(table);
  demand(schema != nullptr, "a schema's text is asked for by the name of a table");
  return schema_constant_texts()[static_cast<std::size_t>(schema - schemas().data())];
}

}  // namespace muster
