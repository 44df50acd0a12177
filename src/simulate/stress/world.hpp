// SPDX-License-Identifier: Apache-2.0
// One future: what becomes of each offer in it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "simulate/stress/field.hpp"

namespace muster::simulate {

// When an offer can be used in this future, beside what is stated of it.
struct Fate {
  std::int32_t from = -always, until = always;
  std::int32_t out_from = always, out_until = always;  // a while in between in which it cannot
  [[nodiscard]] bool is_gone() const { return from >= until; }
  friend bool operator==(const Fate&, const Fate&) = default;
};

struct World {
  std::vector<Fate> fates;             // by offer
  std::vector<std::uint32_t> changed;  // offers whose fate is not that nothing happens
  std::vector<char> lost_lines;        // lines that nobody can serve; empty: none
};

// What is held certain, whatever is drawn.
struct Certain {
  std::optional<std::uint32_t> offer;     // real, in time, throughout
  std::optional<std::uint32_t> option;    // of this offer: taken
  std::optional<std::int32_t> condition;  // met when it is expected
};

// What is drawn, of each offer and nation; the same for all trials.
class Chances {
 public:
  Chances(const Field& field, const Uncertainty& uncertainty, std::uint64_t seed);
  // Trial k: the same whatever else is drawn.
  void draw(std::uint64_t trial, const Certain& certain, World& world) const;

 private:
  struct OfOffer {
    double real = 1, late = 0, ends_early = 0, option = 1, out = 0;
    Triangle late_days, out_days;
    bool in_place = false;
  };
  struct OfCondition {
    double met = 1, late = 0;
    Triangle days;
  };
  void draw_offer(std::uint32_t offer,
                  std::uint64_t trial,
                  const Certain& certain,
                  World& world) const;

  const Field& field_;
  std::uint64_t seed_;
  std::vector<OfOffer> offers_;
  std::vector<OfCondition> conditions_;
  std::vector<double> falls_;  // by nation, in a year
};

}  // namespace muster::simulate
