// SPDX-License-Identifier: Apache-2.0
// What a future leaves of the tours and deliveries of a plan: a tour may be cut at both ends and in
// between, what lies behind us stays, and a delivery comes when it can.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "simulate/stress/field.hpp"
#include "simulate/stress/world.hpp"

namespace muster::simulate {

struct Span {
  std::int32_t from = 0, until = 0;
};

class Remains {
 public:
  explicit Remains(const Field& field);
  // Of a new future.
  void begin(const World& world);
  // Whether any tour of the line is not left whole.
  [[nodiscard]] bool is_cut(std::uint32_t line) const { return is_cut_[line] != 0; }
  // What is left of a tour, piece by piece in the order of days.
  template <class Visit>
  void visit(std::uint32_t tour, const Visit& visit) const {
    const Span& left = left_[tour];
    if (left.until != in_pieces) {
      if (left.from < left.until) visit(left);
      return;
    }
    const auto at = static_cast<std::size_t>(left.from);
    for (std::int32_t k = 1; k <= pieces_[at].from; ++k)
      visit(pieces_[at + static_cast<std::size_t>(k)]);
  }

 private:
  static constexpr std::int32_t in_pieces = std::numeric_limits<std::int32_t>::max();

  void cut(std::uint32_t offer, const World& world);
  void cut_tour(std::uint32_t tour, const World& world);

  const Field& field_;
  std::vector<Span> left_;  // by tour; of one in pieces `from` is their place
  // Of each tour in pieces: how many (in `from`), and then these.
  std::vector<Span> pieces_;
  std::vector<Span> found_;             // of the tour that is looked at
  std::vector<char> is_cut_;            // by line
  std::vector<std::uint32_t> changed_;  // offers whose tours may not be left whole
};

}  // namespace muster::simulate
