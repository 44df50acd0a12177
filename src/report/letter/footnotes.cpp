// SPDX-License-Identifier: Apache-2.0
#include "report/letter/footnotes.hpp"

#include <algorithm>
#include <set>

namespace muster::report {

std::string Footnotes::cite(const std::vector<Citation>& citations) {
  std::string marks;
  std::set<std::size_t> cited;
  for (const Citation& one : citations) {
    if (one.source.empty()) continue;
    if (one.source == "assumed") has_assumed_ = true;
    const std::string text = text_of(one);
    const auto [found, is_new] = numbers_.try_emplace(text, texts_.size() + 1);
    if (is_new) texts_.push_back(text);
    if (cited.insert(found->second).second) marks += "[^" + std::to_string(found->second) + "]";
  }
  return marks;
}

// Title, publisher, day, number and place, as far as they are known.
std::string Footnotes::text_of(const Citation& one) const {
  if (one.source == "assumed") return language_.assumed(one.why);
  const std::size_t mark = one.source.find('#');
  const std::string key = one.source.substr(0, mark);
  const std::string place = mark == std::string::npos ? std::string{} : one.source.substr(mark + 1);
  const auto found = std::ranges::find(scenario_->sources, key, &Source::key);
  if (found == scenario_->sources.end()) return one.source + ".";
  std::string text = found->title;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) text += ", " + part;
  };
  add(found->publisher);
  if (found->date) add(language_.day(*found->date));
  const bool is_paper = found->identifier.find("nr. ") != std::string::npos;
  if (!found->identifier.empty())
    add(is_paper ? language_.paper(found->identifier) : found->identifier);
  add(place);
  return text + ".";
}

}  // namespace muster::report
