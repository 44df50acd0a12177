// SPDX-License-Identifier: Apache-2.0
#include "model/reading/row.hpp"

#include <limits>

#include "base/demand.hpp"

#include "model/cell_value.hpp"

namespace muster::reading {
namespace {

std::optional<int> as_int(std::optional<std::int64_t> value) {
  if (!value || *value > std::numeric_limits<int>::max()
      || *value < std::numeric_limits<int>::min())
    return std::nullopt;
  return static_cast<int>(*value);
}

}  // namespace

const Cell& Row::cell(std::string_view field) const {
  const auto index = schema_.find(field);
  demand(index.has_value(), "a row is asked only for fields that its table has");
  demand(*index < row_.cells.size(), "a row of a draft has a cell for every field");
  return row_.cells[*index];
}

std::optional<std::int64_t> Row::whole(std::string_view field) const {
  return parse_whole(text(field));
}

std::optional<int> Row::small(std::string_view field) const {
  return as_int(whole(field));
}

std::optional<int> Row::thousandths(std::string_view field) const {
  return as_int(parse_decimal(text(field), 3));
}

std::optional<int> Row::millionths(std::string_view field) const {
  return as_int(parse_decimal(text(field), 6));
}

std::optional<Day> Row::day(std::string_view field) const {
  return parse_day(text(field));
}

bool Row::flag(std::string_view field) const {
  return parse_boolean(text(field)).value_or(false);
}

}  // namespace muster::reading
