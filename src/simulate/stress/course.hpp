// SPDX-License-Identifier: Apache-2.0
// What one line is served, day by day.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "simulate/stress/field.hpp"

namespace muster::simulate {

// Of a line: what is missing, in thousandths × days, and the longest time on end that anything is.
struct Missing {
  std::int64_t amount_days = 0;
  std::int32_t longest = 0;
};

// From a day on so much more.
struct Change {
  std::int32_t day = 0;
  std::int64_t amount = 0;
};

// Days on which so much is lacking.
struct Lack {
  std::int32_t from = 0, until = 0;
  std::int64_t amount = 0;
};

class Course {
 public:
  void clear() { changes_.clear(); }
  // Before `order`.
  void add(const Change& change) { changes_.push_back(change); }
  void order();
  // In its place, after `order`.
  void insert(const Change& change);
  [[nodiscard]] const std::vector<Change>& changes() const { return changes_; }

  [[nodiscard]] Missing missing(const Line& line);
  // What the last `missing` found, in thousandths × days, by month from the line's first to its
  // last.
  void add_to_months(const Field& field, const Line& line, std::span<std::int64_t> months) const;
  // The stretches of days from `after` on in which less is served than was planned of what is
  // required.
  void find_gaps(const Line& line,
                 std::span<const Change> planned,
                 std::int32_t after,
                 std::vector<Lack>& gaps) const;

 private:
  std::vector<Change> changes_;
  std::vector<Lack> lacks_;
};

}  // namespace muster::simulate
