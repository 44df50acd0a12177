// SPDX-License-Identifier: Apache-2.0
// The finders, a file each. They read one sentence at a time, in this order, so that words which
// one has taken are left alone by the next.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "source/finders/tokens.hpp"
#include "source/finding.hpp"

namespace muster::source {

// A sentence with what is known about its document. `taken` grows from finder to finder.
struct Passage {
  const Sentence& sentence;
  const Tokens& tokens;
  Language language = Language::english;
  std::optional<Day> day = {};  // of the document
  std::vector<Finding> taken = {};

  // Whether any of these tokens is part of a finding already.
  [[nodiscard]] bool is_taken(std::size_t from, std::size_t until) const;
};

// A finding whose words are the tokens from the first up to and without the second.
[[nodiscard]] Finding finding_of(
    const Passage& passage, Kind kind, std::size_t from, std::size_t until, std::string value);

// Parliamentary papers, official gazettes, acts of the European Union, documents of the United
// Nations. Joint papers give a finding for each dossier.
[[nodiscard]] std::vector<Finding> find_papers(const Passage& passage);
[[nodiscard]] std::vector<Finding> find_acts(const Passage& passage);
// Sums of money with their currency.
[[nodiscard]] std::vector<Finding> find_amounts(const Passage& passage);
// Days, months, quarters, years and parts of them.
[[nodiscard]] std::vector<Finding> find_dates(const Passage& passage);
// Numbers of things and people.
[[nodiscard]] std::vector<Finding> find_quantities(const Passage& passage);
// At most one: the sentence's promise. Uses the dates taken before.
[[nodiscard]] std::optional<Finding> find_promise(const Passage& passage);

}  // namespace muster::source
