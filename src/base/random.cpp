// SPDX-License-Identifier: Apache-2.0
#include "base/random.hpp"

#include <limits>

#include "base/demand.hpp"

namespace muster {
namespace {

constexpr std::uint32_t low_half(std::uint64_t word) {
  return static_cast<std::uint32_t>(word);
}
constexpr std::uint32_t high_half(std::uint64_t word) {
  return static_cast<std::uint32_t>(word >> 32U);
}

}  // namespace

// The multipliers and key steps are those of the paper, table 2 and section 4.
std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                    std::array<std::uint32_t, 2> key) {
  constexpr int rounds = 10;
  constexpr std::uint64_t multiplier_0 = 0xD2511F53;
  constexpr std::uint64_t multiplier_1 = 0xCD9E8D57;
  constexpr std::uint32_t key_step_0 = 0x9E3779B9;
  constexpr std::uint32_t key_step_1 = 0xBB67AE85;
  for (int round = 0; round < rounds; ++round) {
    const std::uint64_t product_0 = multiplier_0 * counter[0];
    const std::uint64_t product_1 = multiplier_1 * counter[2];
    counter = {high_half(product_1) ^ counter[1] ^ key[0],
               low_half(product_1),
               high_half(product_0) ^ counter[3] ^ key[1],
               low_half(product_0)};
    key[0] += key_step_0;
    key[1] += key_step_1;
  }
  return counter;
}

void Random::refill() {
  demand(blocks_ <= std::numeric_limits<std::uint32_t>::max(),
         "a stream is drawn within its length");
  const auto block = philox({low_half(blocks_), cause_, low_half(trial_), high_half(trial_)},
                            {low_half(seed_), high_half(seed_)});
  words_ = {block[0] | std::uint64_t{block[1]} << 32U, block[2] | std::uint64_t{block[3]} << 32U};
  words_left_ = words_.size();
  ++blocks_;
}

std::uint64_t Random::bits() {
  if (words_left_ == 0) refill();
  return words_[words_.size() - words_left_--];
}

std::uint64_t Random::below(std::uint64_t n) {
  demand(n > 0, "a number below n is drawn for a positive n");
  // The first 2^64 mod n words are passed over: what is left is a multiple of n.
  const std::uint64_t surplus = (0 - n) % n;
  std::uint64_t word = bits();
  while (word < surplus) word = bits();
  return word % n;
}

std::int64_t Random::between(std::int64_t low, std::int64_t high) {
  demand(low <= high, "a range to draw from is not empty");
  const std::uint64_t first = static_cast<std::uint64_t>(low);
  const std::uint64_t count = static_cast<std::uint64_t>(high) - first + 1;
  return static_cast<std::int64_t>(first + (count == 0 ? bits() : below(count)));
}

double Random::unit() {
  constexpr double step = 0x1p-53;
  return static_cast<double>(bits() >> 11U) * step;
}

}  // namespace muster
