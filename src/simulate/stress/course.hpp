// SPDX-License-Identifier: Apache-2.0
// What one line is served, day by day, and what of that is missing.
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

// From a day on so much: more, or in all.
struct Step {
  std::int32_t day = 0;
  std::int64_t amount = 0;
};

// Days on which so much is lacking, on the first of them.
struct Lack {
  std::int32_t from = 0, until = 0;
  std::int64_t amount = 0;
};

class Course {
 public:
  void clear() { changes_.clear(); }
  // Before `order`.
  void add(const Step& change) { changes_.push_back(change); }
  void order();
  // In its place, after `order`.
  void insert(const Step& change);

  // Goes through the days of the line and finds what is missing of what is required, and gaps: the
  // days from `after` on with less than was wanted, which is so much in all from a day on.
  Missing sweep(const Line& line, std::span<const Step> wanted, std::int32_t after);
  [[nodiscard]] const std::vector<Lack>& gaps() const { return gaps_; }
  // What the last sweep found missing beyond what was not wanted of what is required, weighted, in
  // requirement-days, by month of the field.
  void add_to_months(const Field& field, const Line& line, std::span<double> by_month);
  // What it serves of what is required, in all.
  void serves(const Line& line, std::vector<Step>& steps) const;

 private:
  void find_gap(const Lack& lack, std::int32_t after);

  std::vector<Step> changes_;
  std::vector<Lack> losses_, gaps_;   // losses may be gains
  std::vector<std::int64_t> months_;  // thousandths × days, from the line's first on
};

}  // namespace muster::simulate
