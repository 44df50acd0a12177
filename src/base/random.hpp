// SPDX-License-Identifier: Apache-2.0
// Random numbers that do not depend on who else draws: a stream is named by a seed, a trial and a
// cause, and gives the same numbers on every machine and any number of threads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace muster {

// Philox4x32-10: a counter and a key become four random words. J. Salmon, M. Moraes, R. Dror,
// D. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC '11.
[[nodiscard]] std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                                  std::array<std::uint32_t, 2> key);

class Random {
 public:
  // A stream holds 2^33 words; drawing beyond is a defect.
  explicit Random(std::uint64_t seed, std::uint64_t trial = 0, std::uint32_t cause = 0)
      : seed_{seed}, trial_{trial}, cause_{cause} {}

  // 64 bits, each value as likely as any other.
  [[nodiscard]] std::uint64_t bits();
  // 0 … n - 1, without bias. Demands n > 0.
  [[nodiscard]] std::uint64_t below(std::uint64_t n);
  // low … high, both included, without bias. Demands low <= high.
  [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high);
  // [0, 1), a multiple of 2^-53.
  [[nodiscard]] double unit();

  // Every order is as likely as any other (Fisher and Yates, from the back).
  template <class Thing>
  void shuffle(std::span<Thing> things) {
    for (std::size_t left = things.size(); left > 1; --left) {
      std::swap(things[left - 1], things[below(left)]);
    }
  }

 private:
  void refill();

  std::uint64_t seed_;
  std::uint64_t trial_;
  std::uint32_t cause_;
  std::uint64_t blocks_ = 0;  // drawn so far; two words each
  std::array<std::uint64_t, 2> words_{};
  std::size_t words_left_ = 0;
};

}  // namespace muster
