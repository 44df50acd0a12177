// SPDX-License-Identifier: Apache-2.0
#include "base/sha256.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace muster {
namespace {

constexpr std::size_t block_size = 64;
using State = std::array<std::uint32_t, 8>;

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
constexpr std::array<std::uint32_t, 64> round_constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using Words = std::array<std::uint32_t, 16>;

Words words_of(const char* bytes) {
  Words words{};
  std::memcpy(words.data(), bytes, block_size);
  if constexpr (std::endian::native == std::endian::little)
    for (std::uint32_t& word : words) word = std::byteswap(word);
  return words;
}

// The next sixteen words of the message schedule take the place of the last.
void extend(Words& w) {
  for (std::size_t i = 0; i < 16; ++i) {
    const std::uint32_t early = w[(i + 1) % 16], late = w[(i + 14) % 16];
    const auto s0 = std::rotr(early, 7) ^ std::rotr(early, 18) ^ (early >> 3U);
    const auto s1 = std::rotr(late, 17) ^ std::rotr(late, 19) ^ (late >> 10U);
    w[i] += s0 + w[(i + 9) % 16] + s1;
  }
}

// One round. Instead of moving all eight along, eight rounds change their parts: Shift says which
// is a this time.
template <std::size_t Shift>
void turn(State& s, std::uint32_t added) {
  const auto part = [&](std::size_t letter) -> std::uint32_t& {
    return s[(letter + 8 - Shift) % 8];
  };
  const std::uint32_t a = part(0), b = part(1), c = part(2), e = part(4), f = part(5), g = part(6);
  const auto s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
  const auto one = part(7) + s1 + ((e & f) ^ (~e & g)) + added;
  const auto s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
  part(3) += one;
  part(7) = one + s0 + ((a & b) ^ (a & c) ^ (b & c));
}

void absorb(State& state, const char* bytes) {
  Words w = words_of(bytes);
  State step = state;
  for (std::size_t first = 0; first < 64; first += 16) {
    if (first > 0) extend(w);
    for (std::size_t i = 0; i < 16; i += 8) {
      const auto added = [&](std::size_t k) { return round_constants[first + i + k] + w[i + k]; };
      turn<0>(step, added(0));
      turn<1>(step, added(1));
      turn<2>(step, added(2));
      turn<3>(step, added(3));
      turn<4>(step, added(4));
      turn<5>(step, added(5));
      turn<6>(step, added(6));
      turn<7>(step, added(7));
    }
  }
  for (std::size_t i = 0; i < state.size(); ++i) state[i] += step[i];
}

// The rest of the bytes, a single 1 bit, zeros, and the length in bits: one block or two.
void absorb_end(State& state, std::string_view rest, std::uint64_t bits) {
  std::array<char, block_size> block{};
  std::ranges::copy(rest, block.begin());
  block[rest.size()] = '\x80';
  if (rest.size() + 1 > block_size - 8) {
    absorb(state, block.data());
    block = {};
  }
  for (std::size_t i = 0; i < 8; ++i)
    block[block_size - 1 - i] = static_cast<char>((bits >> (8 * i)) & 0xffU);
  absorb(state, block.data());
}

}  // namespace

std::string sha256(std::string_view bytes) {
  State state{0x6a09e667,
              0xbb67ae85,
              0x3c6ef372,
              0xa54ff53a,
              0x510e527f,
              0x9b05688c,
              0x1f83d9ab,
              0x5be0cd19};
  const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
  while (bytes.size() >= block_size) {
    absorb(state, bytes.data());
    bytes.remove_prefix(block_size);
  }
  absorb_end(state, bytes, bits);

  std::string digits;
  for (const std::uint32_t word : state) {
    for (int shift = 28; shift >= 0; shift -= 4) {
      digits += "0123456789abcdef"[(word >> static_cast<unsigned>(shift)) & 0xfU];
    }
  }
  return digits;
}

}  // namespace muster
