// SPDX-License-Identifier: Apache-2.0
// Reads a document and proposes what it says; records nothing that a person has not accepted.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/answer.hpp"
#include "app/data_set.hpp"
#include "source/finding.hpp"

namespace muster::app {

struct SourceRequest {
  std::filesystem::path file;                // UTF-8 text or PDF
  std::optional<source::Language> language;  // left out: the text tells
  std::vector<source::Kind> kinds;           // empty: all
  std::filesystem::path key;                 // a table of what is to be found; may be empty
  // What is accepted: numbers as "1,3-5", or all that is shown; then a draft is written.
  std::string numbers;
  bool accepts_all = false;
  std::filesystem::path target;  // missing or empty
  std::string source_key;        // of the document in the table sources
  std::optional<DataSet> known;  // data whose sources need no row in the draft
};

[[nodiscard]] Answer read_source(const SourceRequest& request, const Speech& speech);

}  // namespace muster::app
