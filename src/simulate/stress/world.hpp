// SPDX-License-Identifier: Apache-2.0
// One future: what becomes of each offer in it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/random.hpp"

#include "simulate/stress/field.hpp"

namespace muster::simulate {

// When an offer can be used in this future, beside what is stated of it.
struct Fate {
  std::int32_t from = -always, until = always;
  std::uint32_t first_out = 0, outs = 0;  // of World::outs
  [[nodiscard]] bool is_gone() const { return from >= until; }
  [[nodiscard]] bool is_as_stated() const {
    return from == -always && until == always && outs == 0;
  }
};

// Days in between in which it cannot be used.
struct Out {
  std::int32_t from = 0, until = 0;
};

// Something more is required.
struct Arrival {
  std::uint32_t line = 0;  // its place
  std::int32_t from = 0, until = 0;
  std::int64_t amount = 0;  // thousandths
};

struct World {
  std::vector<Out> outs;                 // of each offer together, by their first day
  std::vector<Fate> fates;               // by offer
  std::vector<std::vector<Out>> fallen;  // by nation
  std::vector<std::uint32_t> changed;    // offers whose fate is not that nothing happens
  std::vector<char> lost_lines;          // lines that nobody can serve; empty: none
  std::vector<Arrival> arrivals;         // each at a place of its own
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
  struct Often {
    double in_a_year = 0;
    std::int32_t from = 0;
  };
  // Again and again until the end of the horizon.
  void draw_outs(Random& random,
                 const Often& often,
                 const Triangle& days,
                 std::vector<Out>& outs) const;
  void draw_nations(std::uint64_t trial, World& world) const;
  void draw_arrivals(std::uint64_t trial, World& world) const;
  void draw_offer(std::uint32_t offer,
                  std::uint64_t trial,
                  const Certain& certain,
                  World& world) const;
  void add_outs(std::uint32_t offer, Random& own, World& world) const;

  const Field& field_;
  std::uint64_t seed_;
  std::vector<OfOffer> offers_;
  std::vector<OfCondition> conditions_;
  struct OfNation {
    double falls = 0;  // in a year
    Triangle days;
  };
  std::vector<OfNation> nations_;
  std::vector<Arrivals> arrivals_;
};

}  // namespace muster::simulate
