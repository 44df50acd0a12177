// SPDX-License-Identifier: Apache-2.0
// What the texts of statuses mean, in the words of the model.
#pragma once

#include <string_view>

#include "model/nouns.hpp"

namespace muster::ledger {

// Whether it is the text of a status that has ended.
[[nodiscard]] inline bool is_ended_text(std::string_view status) {
  for (const auto ended :
       {OfferStatus::rotated, OfferStatus::withdrawn, OfferStatus::lapsed, OfferStatus::refused})
    if (status == muster::to_text(ended)) return true;
  return false;
}

}  // namespace muster::ledger
