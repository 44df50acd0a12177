// SPDX-License-Identifier: Apache-2.0
// The chain of hashes: each entry's hash covers all that it says and the hash of the entry before,
// so whoever changes, drops or adds an entry afterwards breaks the chain from there on (Haber and
// Stornetta, "How to time-stamp a digital document", Journal of Cryptology 3, 1991).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "ledger/entry.hpp"

namespace muster::ledger {

// Before the first entry.
inline constexpr const char* first_hash =
    "0000000000000000000000000000000000000000000000000000000000000000";

// SHA-256 of `before` and of all of the entry but its hash, each part with its length before it, so
// that no two entries are spelled alike.
[[nodiscard]] std::string hash_of(const std::string& before, const Entry& entry);

// Follows the entries in order and says what is wrong with the first that does not fit.
class ChainCheck {
 public:
  struct Break {
    std::uint64_t number;  // of the entry, as it should be
    std::string what;      // one sentence without a full stop
  };
  // False: the chain is broken, here or before.
  bool follow(const Entry& entry);
  [[nodiscard]] const std::optional<Break>& broken() const { return broken_; }
  [[nodiscard]] std::uint64_t entries() const { return entries_; }
  [[nodiscard]] const std::string& head() const { return head_; }

 private:
  [[nodiscard]] std::string fault_of(const Entry& entry) const;

  std::uint64_t entries_ = 0;
  std::string head_ = first_hash;
  std::string recorded_at_;
  std::optional<Break> broken_;
};

}  // namespace muster::ledger
