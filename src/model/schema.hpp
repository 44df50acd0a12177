// SPDX-License-Identifier: Apache-2.0
// The Table Schemas of data/schema/*.json as constants. They are the one definition of the tables:
// reading, validation, formats.md, `muster schema` and later workbooks, forms and SQL follow them.
// The definitions are generated at build time (tools/schema_constants.py); nothing here is typed
// twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace muster {

enum class FieldType : std::uint8_t { text, integer, number, boolean, date };

struct Field {
  std::string_view name;
  std::string_view title;        // heading for people
  std::string_view description;  // one sentence or two; says the unit of a number
  FieldType type;
  bool required;
  std::optional<std::int64_t> minimum;  // whole numbers, of a `number` before its decimals
  std::optional<std::int64_t> maximum;
  int decimals;                              // most decimals of a `number`; 0 for other types
  std::string_view pattern;                  // ECMAScript regular expression; empty: none
  std::span<const std::string_view> values;  // the allowed values of an enumeration; empty: any
};

struct ForeignKey {
  std::size_t field;  // index into TableSchema::fields
  std::string_view
      table;     // refers to the first primary-key field of this table; may be the same table
  bool locator;  // the cell may carry "#" and a place in what it names, as sources do
};

// from < until wherever both are stated.
struct PeriodFields {
  std::size_t from;
  std::size_t until;
};

struct TableSchema {
  std::string_view name;
  std::string_view title;
  std::string_view description;
  std::span<const Field> fields;
  std::span<const std::size_t> primary_key;  // may be empty: rows then have no key of their own
  std::span<const ForeignKey> foreign_keys;
  std::optional<PeriodFields> period;
  std::optional<std::size_t> tree_parent;  // the field that names a row's parent in the same table
  [[nodiscard]] std::optional<std::size_t> find(std::string_view field) const;
};

// Every table, in the order of data/schema/order.json (parents before those that refer to them).
[[nodiscard]] std::span<const TableSchema> schemas();
[[nodiscard]] const TableSchema* find_schema(std::string_view table);
// The JSON text of a table's schema file, byte for byte.
[[nodiscard]] std::string_view schema_text(std::string_view table);

}  // namespace muster
