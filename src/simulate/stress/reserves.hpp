// SPDX-License-Identifier: Apache-2.0
// Who serves when in one future, and who could besides.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "simulate/stress/field.hpp"
#include "simulate/stress/remains.hpp"
#include "simulate/stress/world.hpp"

namespace muster::simulate {

struct Stay {  // somebody serves a line
  std::uint32_t offer = 0;
  std::int32_t from = 0, counted = 0, until = 0;
  std::int64_t amount = 0, pieces = 0;
};

// Days on which an offer could begin to serve, long enough for its shortest tour.
struct Free {
  std::int32_t from = 0, until = 0;  // it is there
  std::int32_t next_busy = always;   // by then its unit must have rested again
  std::int32_t last_start = 0;       // whoever begins later could not stay long enough
  // The last day that it could stay until, from a day of it on.
  [[nodiscard]] std::int32_t stay_until(const FieldOffer& offer, std::int32_t day) const;
};

class Reserves {
 public:
  Reserves(const Field& field, const Remains& remains);
  // Of a new future.
  void begin(const World& world);
  // In the order of days; of a pool nothing (see pieces).
  [[nodiscard]] std::span<const Free> of(std::uint32_t offer);
  struct Pool {
    std::int32_t from = 0;  // until the next one's
    std::int64_t pieces = 0;
  };
  // How many pieces of a pool nobody uses from each day on; of others nothing.
  [[nodiscard]] std::span<const Pool> pool(std::uint32_t offer);
  [[nodiscard]] std::int64_t pieces(std::uint32_t offer, std::int32_t day);
  // The unit serves somewhere else too.
  void call_up(const Stay& stay);
  [[nodiscard]] std::span<const std::uint32_t> offers_of(std::uint32_t unit) const {
    return offers_of_unit_.of(unit);
  }
  // Whom call_up sent somewhere in this future.
  [[nodiscard]] const std::vector<Stay>& called_up() const { return called_up_; }
  // All that a unit does, by its first days.
  [[nodiscard]] const std::vector<Stay>& stays_of(std::uint32_t unit);

 private:
  void find(std::uint32_t offer);
  void find_pieces(std::uint32_t offer);
  static void take_out(std::vector<Pool>& pool, const Out& out);

  const Field& field_;
  const Remains& remains_;
  const World* world_ = nullptr;
  Rows<std::uint32_t> offers_of_unit_;
  std::vector<std::vector<Free>> free_;   // by offer
  std::vector<std::vector<Pool>> pools_;  // by offer of a pool, by their days
  std::vector<char> is_found_;            // by offer, in this future
  std::vector<std::uint32_t> found_;
  std::vector<std::vector<Stay>> stays_;  // by unit, by their first days
  std::vector<char> is_known_;            // by unit, in this future
  std::vector<std::uint32_t> known_;
  std::vector<Stay> called_up_;
  std::vector<Stay> leaving_;  // of a pool, by their last days
};

}  // namespace muster::simulate
