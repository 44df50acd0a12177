// SPDX-License-Identifier: Apache-2.0
// The orders that Marathon gets from its language, which decide its ties: pseudo-random numbers of
// java.util.Random (Knuth's linear congruential generator, as the Java platform specifies it), and
// the order of hashed maps (32-bit Murmur3 hashes by A. Appleby, read five bits at a time).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muster::simulate {

class JavaRandom {
 public:
  explicit JavaRandom(std::int64_t seed);
  [[nodiscard]] double next_double();  // in [0, 1)
  [[nodiscard]] std::int64_t next_long();

 private:
  [[nodiscard]] std::int32_t next(int bits);
  std::uint64_t state_;
};

using Hash = std::uint32_t;
[[nodiscard]] Hash hash_of_text(std::string_view text);  // UTF-8
[[nodiscard]] Hash hash_of_keyword(std::string_view name);
[[nodiscard]] Hash hash_of_vector(std::span<const Hash> elements);

// Positions of keys in the order in which a hashed set or map of them is walked.
[[nodiscard]] std::vector<std::size_t> hashed_order(std::span<const Hash> keys);
// The same of a map, given its keys in the order in which they came: up to eight keep that order.
[[nodiscard]] std::vector<std::size_t> map_order(std::span<const Hash> keys);

}  // namespace muster::simulate
