// SPDX-License-Identifier: Apache-2.0
// What a person has accepted of a document, as rows for tables.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/draft.hpp"
#include "source/finding.hpp"

namespace muster::source {

// The document as a source: its key, and the SHA-256 of its text.
struct Origin {
  std::string key;
  std::string hash;
  std::set<std::string> known;  // keys of sources that need no row: the data has them
};

// An overlay with rows of `sources` (the document itself, and every cited one, each once) and of
// `promises` (keyed "P-<key>-<place>", open). Dates, amounts and quantities have no table.
[[nodiscard]] DraftOverlay draft_of(const Document& document,
                                    const std::vector<Finding>& accepted,
                                    const Origin& origin);

}  // namespace muster::source
