// SPDX-License-Identifier: Apache-2.0
#include "simulate/rotation/marathon_order.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <ranges>

namespace muster::simulate {
namespace {

constexpr std::uint64_t multiplier = 0x5DEECE66DULL, increment = 0xBULL, mask = (1ULL << 48) - 1;
constexpr std::size_t most_in_order = 8;

Hash mixed_key(Hash key) {
  key *= 0xCC9E2D51U;
  return std::rotl(key, 15) * 0x1B873593U;
}

Hash mixed(Hash hash, Hash key) {
  return std::rotl(hash ^ mixed_key(key), 13) * 5 + 0xE6546B64U;
}

Hash finished(Hash hash, Hash length) {
  hash ^= length;
  hash ^= hash >> 16U;
  hash *= 0x85EBCA6BU;
  hash ^= hash >> 13U;
  hash *= 0xC2B2AE35U;
  return hash ^ (hash >> 16U);
}

// The units of UTF-16 that the text has.
std::vector<std::uint16_t> utf16(std::string_view text) {
  std::vector<std::uint16_t> units;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::uint32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length && at + k < text.size(); ++k)
      point = (point << 6U) | (static_cast<unsigned char>(text[at + k]) & 0x3FU);
    at += length;
    if (point < 0x10000) {
      units.push_back(static_cast<std::uint16_t>(point));
    } else {
      units.push_back(static_cast<std::uint16_t>(0xD800 + ((point - 0x10000) >> 10U)));
      units.push_back(static_cast<std::uint16_t>(0xDC00 + ((point - 0x10000) & 0x3FFU)));
    }
  }
  return units;
}

// A hash read five bits at a time from its low end, as a number that sorts so.
std::uint64_t as_path(Hash hash) {
  std::uint64_t path = 0;
  for (int digit = 0; digit < 7; ++digit) {
    path = (path << 5U) | (hash & 31U);
    hash >>= 5U;
  }
  return path;
}

}  // namespace

JavaRandom::JavaRandom(std::int64_t seed)
    : state_((static_cast<std::uint64_t>(seed) ^ multiplier) & mask) {}

std::int32_t JavaRandom::next(int bits) {
  state_ = (state_ * multiplier + increment) & mask;
  return static_cast<std::int32_t>(state_ >> (48 - bits));
}

double JavaRandom::next_double() {
  const auto high = static_cast<std::int64_t>(next(26));
  const auto low = static_cast<std::int64_t>(next(27));
  return static_cast<double>((high << 27) + low) * 0x1.0p-53;
}

std::int64_t JavaRandom::next_long() {
  const auto high = static_cast<std::uint64_t>(static_cast<std::int64_t>(next(32)));
  const auto low = static_cast<std::uint64_t>(static_cast<std::int64_t>(next(32)));
  return static_cast<std::int64_t>((high << 32U) + low);
}

Hash hash_of_text(std::string_view text) {
  Hash java = 0;
  for (const std::uint16_t unit : utf16(text)) java = java * 31 + unit;
  return java == 0 ? 0 : finished(mixed(0, java), 4);
}

Hash hash_of_keyword(std::string_view name) {
  const auto units = utf16(name);
  Hash hash = 0;
  std::size_t k = 1;
  for (; k < units.size(); k += 2)
    hash = mixed(hash, units[k - 1] | (static_cast<Hash>(units[k]) << 16U));
  if (units.size() % 2 == 1) hash ^= mixed_key(units.back());
  hash = finished(hash, static_cast<Hash>(2 * units.size()));
  hash ^= 0x9E3779B9U + (hash << 6U) + static_cast<Hash>(static_cast<std::int32_t>(hash) >> 2);
  return hash + 0x9E3779B9U;
}

Hash hash_of_vector(std::span<const Hash> elements) {
  Hash hash = 1;
  for (const Hash element : elements) hash = 31 * hash + element;
  return finished(mixed(0, hash), static_cast<Hash>(elements.size()));
}

std::vector<std::size_t> hashed_order(std::span<const Hash> keys) {
  std::vector<std::size_t> order(keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t k) { return as_path(keys[k]); });
  return order;
}

std::vector<std::size_t> map_order(std::span<const Hash> keys) {
  if (keys.size() > most_in_order) return hashed_order(keys);
  std::vector<std::size_t> order(keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  return order;
}

}  // namespace muster::simulate
