// SPDX-License-Identifier: Apache-2.0
#include "base/sha256.hpp"

#include <array>
#include <cstdint>
#include <memory>

#include <openssl/evp.h>

#include "base/demand.hpp"

namespace muster {
namespace {

// Looked up once a thread: finding a digest by its name costs more than a short text's hash.
struct Digest {
  std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> how{EVP_MD_fetch(nullptr, "SHA256", nullptr),
                                                      &EVP_MD_free};
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(),
                                                                  &EVP_MD_CTX_free};
};

}  // namespace

std::string sha256(std::string_view bytes) {
  thread_local const Digest digest;
  std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
  unsigned size = 0;
  const bool is_done = digest.how != nullptr && digest.context != nullptr
                       && EVP_DigestInit_ex2(digest.context.get(), digest.how.get(), nullptr) == 1
                       && EVP_DigestUpdate(digest.context.get(), bytes.data(), bytes.size()) == 1
                       && EVP_DigestFinal_ex(digest.context.get(), hash.data(), &size) == 1;
  demand(is_done, "the library of digests knows SHA-256");

  std::string digits;
  digits.reserve(std::size_t{2} * size);
  for (unsigned k = 0; k < size; ++k) {
    digits += "0123456789abcdef"[hash[k] >> 4U];
    digits += "0123456789abcdef"[hash[k] & 0xfU];
  }
  return digits;
}

}  // namespace muster
