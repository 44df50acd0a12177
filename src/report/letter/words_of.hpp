// SPDX-License-Identifier: Apache-2.0
// The data's texts in the language of a letter.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "model/scenario.hpp"

namespace muster::report {

// So that no text of the data is taken for Markdown.
[[nodiscard]] std::string marked_down(std::string_view text);

class WordsOf {
 public:
  WordsOf(const Scenario& scenario, std::string_view language);
  // As `translations` says it; else as the data says it.
  [[nodiscard]] std::string text(std::string_view table,
                                 std::string_view key,
                                 std::string_view column,
                                 const std::string& otherwise) const;
  // As people of that language call it; a nation that has no such name keeps that of the data.
  [[nodiscard]] std::string nation(Id<Nation> nation) const;
  // Of what may be a nation's trigraph or any other name.
  [[nodiscard]] std::string party(const std::string& party) const;
  [[nodiscard]] std::string capability(Id<Capability> capability) const;

 private:
  const Scenario& scenario_;
  std::string language_;
  std::map<std::tuple<std::string, std::string, std::string>, std::string> texts_;
};

}  // namespace muster::report
