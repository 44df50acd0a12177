// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

#include "source/finders/finders.hpp"
#include "source/finding.hpp"
#include "source/reading/letters.hpp"

namespace muster::source {
namespace {

void take(Passage& passage, std::vector<Finding> found) {
  std::ranges::move(found, std::back_inserter(passage.taken));
}

// Citations first, then by where the words stand; findings of the same words stay as they were.
void put_in_order(std::vector<Finding>& findings) {
  std::vector<std::size_t> order(findings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t at) {
    return std::tuple{findings[at].kind != Kind::citation, findings[at].at, at};
  });
  std::vector<Finding> sorted;
  sorted.reserve(findings.size());
  for (const std::size_t at : order) sorted.push_back(std::move(findings[at]));
  findings = std::move(sorted);
}

std::vector<Finding> findings_of(const Sentence& sentence,
                                 Language language,
                                 std::optional<Day> day) {
  const Tokens tokens{sentence.text};
  Passage passage{sentence, tokens, language, day, {}};
  take(passage, find_papers(passage));
  take(passage, find_acts(passage));
  take(passage, find_amounts(passage));
  take(passage, find_dates(passage));
  take(passage, find_quantities(passage));
  put_in_order(passage.taken);
  if (auto promise = find_promise(passage)) passage.taken.push_back(std::move(*promise));
  return std::move(passage.taken);
}

// The first day written with its year in sentences that `are_meant`.
std::optional<Day> first_day(const Document& document, auto are_meant) {
  for (const Sentence& sentence : document.sentences) {
    if (!are_meant(sentence)) continue;
    const Tokens tokens{sentence.text};
    for (const Finding& date : find_dates({sentence, tokens, document.language, {}, {}}))
      if (date.period && date.period->length() == Days{1}) return date.period->from;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Finding> find_all(const Document& document) {
  const std::optional<Day> day = day_of(document);
  std::vector<Finding> all;
  for (const Sentence& sentence : document.sentences)
    std::ranges::move(findings_of(sentence, document.language, day), std::back_inserter(all));
  return all;
}

std::optional<Day> day_of(const Document& document) {
  const auto is_heading = [](const Sentence& one) { return one.place.starts_with('h'); };
  if (const auto day = first_day(document, is_heading)) return day;
  return first_day(document, [](const Sentence& one) { return !one.place.starts_with("fn"); });
}

bool Passage::is_taken(std::size_t from, std::size_t until) const {
  if (from >= until || from >= tokens.size()) return false;
  const std::size_t begin = tokens[from].at, end = tokens[until - 1].end();
  return std::ranges::any_of(
      taken, [&](const Finding& one) { return one.at < end && begin < one.at + one.words.size(); });
}

Finding finding_of(
    const Passage& passage, Kind kind, std::size_t from, std::size_t until, std::string value) {
  Finding found;
  found.kind = kind;
  found.place = passage.sentence.place;
  found.at = passage.tokens[from].at;
  found.words = passage.tokens.text(from, until);
  found.value = std::move(value);
  return found;
}

std::string source_key(std::string_view citation) {
  std::string key;
  for (const char byte : citation) {
    const bool fits = is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
                      || byte == '.' || byte == '_';
    if (fits) {
      key += byte;
    } else if (byte != ')' && !key.empty() && key.back() != '-') {
      key += '-';
    }
  }
  return key;
}

std::string_view to_text(Kind kind) {
  switch (kind) {
    case Kind::citation:
      return "citation";
    case Kind::date:
      return "date";
    case Kind::amount:
      return "amount";
    case Kind::quantity:
      return "quantity";
    case Kind::promise:
      return "promise";
  }
  return "";
}

std::string_view to_text(Confidence confidence) {
  return confidence == Confidence::sure ? "sure" : "likely";
}

}  // namespace muster::source
