// SPDX-License-Identifier: Apache-2.0
// What a plan fills in one future, repaired as a staff would: by reserves of the capability, then
// by substitutes, then by those that are there staying longer.
#pragma once

#include <cstdint>
#include <vector>

#include "simulate/stress/field.hpp"
#include "simulate/stress/world.hpp"

namespace muster::simulate {

// Of a line: what is missing, in thousandths × days, and the longest time on end that anything is.
struct Missing {
  std::int64_t amount_days = 0;
  std::int32_t longest = 0;
};

class Trial {
 public:
  explicit Trial(const Field& field);

  // What the plan itself leaves missing, by line.
  [[nodiscard]] const std::vector<Missing>& planned() const { return planned_; }

  // Of the lines that the world touches, in any order; all others are as planned.
  struct Touched {
    std::uint32_t line = 0;
    Missing before, after;  // repairs
  };
  const std::vector<Touched>& run(const World& world, bool repairs);

 private:
  struct Stay {  // somebody serves a line
    std::uint32_t offer = 0;
    std::int32_t from = 0, counted = 0, until = 0;
    std::int64_t amount = 0, pieces = 0;
  };
  struct Change {
    std::int32_t day = 0;
    std::int64_t served = 0, planned = 0;
  };
  struct Gap {
    std::int32_t from = 0, until = 0;
    std::int64_t amount = 0;
  };
  struct Window {  // in which an offer could serve
    std::int32_t until = 0;
    std::int64_t pieces = 0;
  };

  void find_touched(const World& world);
  void collect(std::uint32_t line, const World& world);
  void add_pieces(const FieldTour& tour, const Fate& fate, std::vector<Stay>& stays) const;
  [[nodiscard]] Missing sweep(std::uint32_t line);
  [[nodiscard]] bool first_gap(std::uint32_t line, std::int32_t after, Gap& gap);
  void lay_changes(std::uint32_t line);
  void repair(std::uint32_t line, const World& world);
  [[nodiscard]] bool fill(std::uint32_t line, const Gap& gap, const World& world);
  [[nodiscard]] bool call_up(std::uint32_t line,
                             std::uint32_t offer,
                             const Gap& gap,
                             const World& world);
  [[nodiscard]] bool extend(std::uint32_t line, const Gap& gap, const World& world);
  [[nodiscard]] Window window_of(std::uint32_t line,
                                 std::uint32_t offer,
                                 std::int32_t day,
                                 const World& world);
  void place(std::uint32_t line, const Stay& stay);

  const Field& field_;
  std::vector<Missing> planned_;
  std::vector<Touched> touched_;
  std::vector<char> is_touched_;  // by line
  std::vector<Stay> stays_;       // of the line that is looked at
  std::vector<Change> changes_;
  std::vector<std::vector<Stay>> called_up_;  // by unit, in this trial
  std::vector<std::uint32_t> busy_units_;     // whose list is not empty
  std::vector<Stay> of_unit_;
};

}  // namespace muster::simulate
