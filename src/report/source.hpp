// SPDX-License-Identifier: Apache-2.0
// What was read in a document, for people and for machines.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "report/text.hpp"
#include "source/document.hpp"
#include "source/finding.hpp"
#include "source/key.hpp"

namespace muster::report {

// A finding with the number by which a person accepts it: its place among all, from 1.
struct Proposal {
  std::size_t number = 0;
  source::Finding finding;
  bool is_accepted = false;
};

// The draft that was written; empty folder: nothing was.
struct WrittenDraft {
  std::string folder;
  std::size_t sources = 0, promises = 0, others = 0;  // rows
};

struct SourceView {
  std::string file;
  std::string hash;  // SHA-256 of the text
  source::Document document;
  std::vector<Proposal> proposals;
  std::optional<source::Comparison> comparison;  // with a key
  WrittenDraft draft;
};

[[nodiscard]] std::string source_text(const SourceView& view, const Terminal& terminal);
[[nodiscard]] std::string source_json(const SourceView& view);  // source-read.json

}  // namespace muster::report
