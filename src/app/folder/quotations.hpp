// SPDX-License-Identifier: Apache-2.0
// What sources say, word for word, put to the entries that name a place in them.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"

#include "ledger/entry.hpp"

namespace muster::app {

// `documents`: "KEY=FILE", a key of sources and its text or PDF. An entry whose source is KEY#pXsY
// quotes that sentence. Problems, all at once: a word that is none of these, a document that cannot
// be read, a sentence that it does not have.
[[nodiscard]] Problems add_quotations(const std::vector<std::string>& documents,
                                      std::vector<ledger::Entry>& entries);

}  // namespace muster::app
