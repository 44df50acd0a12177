// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/scenario.hpp"
#include "report/letter/language.hpp"

namespace muster::report {

// A source as a row's cell names it ("kst-28676-442#p3"), and where it is `assumed` why.
struct Citation {
  std::string source, why;
};

// Numbered in the order in which they are first cited.
class Footnotes {
 public:
  Footnotes(const Scenario& scenario, const Language& language)
      : scenario_{scenario}, language_{language} {}

  // The marks to set behind a sentence: "[^3][^1]". Each source once; without a source nothing.
  std::string cite(const std::vector<Citation>& citations);
  [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }
  [[nodiscard]] bool has_assumed() const { return has_assumed_; }

 private:
  [[nodiscard]] std::string text_of(const Citation& one) const;

  const Scenario& scenario_;
  const Language& language_;
  std::map<std::string, std::size_t> numbers_;  // by what a footnote says
  std::vector<std::string> texts_;
  bool has_assumed_ = false;
};

}  // namespace muster::report
