// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <ranges>
#include <utility>
#include <vector>

#include "base/demand.hpp"
#include "base/id.hpp"

namespace muster {

// A vector that is indexed only by its own id: table[unit_id].
template <class Thing, class Value = Thing>
class Table {
 public:
  Table() = default;
  explicit Table(std::size_t size, Value value = {}) : values_(size, value) {}

  Id<Thing> add(Value value) {
    values_.push_back(std::move(value));
    return Id<Thing>{static_cast<std::uint32_t>(values_.size() - 1)};
  }

  [[nodiscard]] Value& operator[](Id<Thing> id) {
    demand(id.index() < values_.size(), "an id names a row of its own table");
    return values_[id.index()];
  }
  [[nodiscard]] const Value& operator[](Id<Thing> id) const {
    demand(id.index() < values_.size(), "an id names a row of its own table");
    return values_[id.index()];
  }

  [[nodiscard]] std::size_t size() const noexcept { return values_.size(); }

  // for (Id<Unit> unit : units.ids()) ...
  [[nodiscard]] auto ids() const {
    return std::views::iota(std::uint32_t{0}, static_cast<std::uint32_t>(values_.size()))
           | std::views::transform([](std::uint32_t i) { return Id<Thing>{i}; });
  }

 private:
  std::vector<Value> values_;
};

}  // namespace muster
