// SPDX-License-Identifier: Apache-2.0
// The best schedule of one piece of a crew in floating point, many uses side by side: the same
// dynamic programme as in pricing/schedule.hpp, laid out so that a machine takes a whole block of
// uses in one stride. Exact numbers are the business of schedule.hpp; a test holds the two
// together.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "plan/pricing/schedule.hpp"

namespace muster::plan {

// What a use earns, on the boundaries of its window, or of the part of it that is worth looking at.
// A tour [i, j) earns net[j − from] − start[i − from].
struct LaneSums {
  Boundary from = 0;          // the boundary of index 0
  std::vector<double> net;    // gains less charges up to a boundary
  std::vector<double> start;  // net, and what a tour that begins there does without or pays at once
};

class Lanes {
 public:
  static constexpr double never = std::numeric_limits<double>::infinity();
  static constexpr std::int64_t any_days = std::numeric_limits<std::int64_t>::max();

  // Forgets the lanes of the crew before.
  void begin(const Instance& instance, const Crew& crew);

  // Tours of a use within [from, until), a part of its window, of at most so many days. Uses come
  // in the crew's order. The sums are copied.
  struct Lane {
    std::uint32_t use = 0;
    Boundary from = 0, until = 0;
    std::int64_t most_days = any_days;
  };
  void add(const Lane& lane, const LaneSums& sums);

  // What the best schedule earns, at least 0.
  double solve();
  // It; equal ones give way to the one that is met first, and of one use's tours the longest wins.
  [[nodiscard]] Schedule schedule() const;

 private:
  static constexpr std::size_t width = 8;
  using Stride = std::array<double, width>;

  // Up to eight lanes with like lengths and rests; `net`, `start` and `tail` are offsets of the
  // strides of `from`. Tail: of an endless block what ends best at a boundary or later, with what
  // follows; of others the most that is earned up to a boundary.
  struct Block {
    std::uint16_t lengths = 0, rests = 0;
    std::int64_t most_days = any_days;
    bool is_endless = false;  // a tour may end at any boundary and rests for nothing
    Boundary from = 0, until = 0;
    std::size_t net = 0, start = 0, tail = 0;
    std::size_t count = 0;
    std::array<Lane, width> lanes{};
  };
  struct Begun {  // the tour that the best schedule from a boundary begins with
    std::uint32_t block = none;
    std::uint32_t lane = 0;
  };
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  void close_block();
  [[nodiscard]] bool fits(const Lane& lane) const;
  [[nodiscard]] Ends ends_of(const Block& block, Boundary from) const;
  void follow_ends(const Block& block, Boundary from, const Ends& ends);
  [[nodiscard]] bool may_improve(const Block& block, Boundary from, const Ends& ends) const;
  void try_block(std::size_t index, Boundary from, const Ends& ends);
  void extend_tail(const Block& block, Boundary from);
  void keep_better(std::size_t index, Boundary from, const Stride& reached);
  [[nodiscard]] Boundary end_of(const Block& block, std::size_t lane, Boundary from) const;
  [[nodiscard]] bool does_count(const Leg& leg) const;
  void append(const Leg& leg, Schedule& schedule) const;
  [[nodiscard]] Boundary next_of(const Block& block, Boundary from, Boundary until) const;

  const Instance* instance_ = nullptr;
  const Crew* crew_ = nullptr;
  std::vector<Block> blocks_;
  Block open_;
  std::array<LaneSums, width> gathered_;  // of the open block
  std::vector<Stride> strides_;
  std::vector<double> best_;
  std::vector<double> follow_;  // what follows each end that is looked at
  std::vector<Begun> begun_;
};

}  // namespace muster::plan
