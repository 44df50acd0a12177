// SPDX-License-Identifier: Apache-2.0
// Dutch parliamentary papers ("Kamerstukken 22 054 en 36 045, nr. 398") and gazettes ("Stb. 2023,
// 100").
#include <algorithm>
#include <array>

#include "source/finders/finders.hpp"
#include "source/reading/letters.hpp"

namespace muster::source {
namespace {

constexpr std::string_view publisher = "https://zoek.officielebekendmakingen.nl/";

bool has_digits(const Token& token, std::size_t count) {
  return token.is_number() && token.text.size() == count
         && std::ranges::all_of(token.text, is_digit);
}

bool is_roman(const Token& token) {
  return token.is_word() && !token.text.empty()
         && token.text.find_first_not_of("IVXLCB") == std::string_view::npos;
}

// A dossier "22 054", "22054" or "22.054", with a chapter: "36 410 X", "36 410-VI".
struct Dossier {
  std::string number;
  std::size_t until = 0;
};

std::optional<Dossier> dossier_at(const Tokens& tokens, std::size_t index) {
  Dossier dossier;
  if (has_digits(tokens[index], 2) && has_digits(tokens[index + 1], 3)
      && tokens[index + 1].is_spaced) {
    dossier = {std::string{tokens[index].text} + std::string{tokens[index + 1].text}, index + 2};
  } else if (has_digits(tokens[index], 5)) {
    dossier = {std::string{tokens[index].text}, index + 1};
  } else if (tokens[index].is_number() && tokens[index].text.size() == 6
             && tokens[index].text[2] == '.') {
    dossier = {std::string{tokens[index].text}, index + 1};
    dossier.number.erase(2, 1);
  } else {
    return std::nullopt;
  }
  const bool has_hyphen = tokens[dossier.until].is("-") && !tokens[dossier.until].is_spaced;
  const std::size_t chapter = dossier.until + (has_hyphen ? 1 : 0);
  if (has_hyphen && has_digits(tokens[chapter], 2)) {  // 21 501-28
    dossier.number += "-" + std::string{tokens[chapter].text};
    dossier.until = chapter + 1;
    return dossier;
  }
  if (is_roman(tokens[chapter])) {
    dossier.number += "-" + std::string{tokens[chapter].text};
    dossier.until = chapter + 1;
  }
  return dossier;
}

bool is_link(const Token& token) {
  return token.is_one_of({"en", "and", ",", "/", "&"});
}

// The words that name the series: "Kamerstukken II 2022/23,".
std::optional<std::size_t> after_series(const Tokens& tokens, std::size_t index) {
  if (!tokens[index].is_one_of({"kamerstuk", "kamerstukken", "kst", "kamerst", "parliamentary"}))
    return std::nullopt;
  std::size_t at = index + 1;
  if (tokens[at].is_one_of({"paper", "papers"})) ++at;
  while (tokens[at].is_one_of({".", ":", ","})) ++at;
  if (tokens[at].is_one_of({"i", "ii", "tk", "ek"}) || has_digits(tokens[at], 1)) ++at;
  if (tokens[at].is(",")) ++at;
  const bool is_session = has_digits(tokens[at], 4)
                          && tokens[at + 1].is_one_of({"/", "-", "\u2013"})
                          && (has_digits(tokens[at + 2], 2) || has_digits(tokens[at + 2], 4));
  if (is_session) at += 3;
  if (tokens[at].is(",")) ++at;
  if (tokens[at].is_one_of({"dossier", "nr"}) && dossier_at(tokens, at + 1)) ++at;
  return at;
}

struct Numbers {
  std::vector<std::string> numbers;
  std::size_t until = 0;
};

// "22 054 en 36 045".
Numbers dossiers_at(const Tokens& tokens, std::size_t index) {
  Numbers found{{}, index};
  std::size_t at = index;
  while (const auto dossier = dossier_at(tokens, at)) {
    found.numbers.push_back(dossier->number);
    found.until = dossier->until;
    if (!is_link(tokens[found.until])) break;
    at = found.until + 1;
    if (is_link(tokens[at])) ++at;  // ", en"
  }
  return found;
}

bool is_paper_number(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.is_number()) return token.text.size() <= 4 && !dossier_at(tokens, at);
  return token.is_word() && token.text.size() <= 2 && token.is_capital();  // nr. A
}

// ", nr. 398", ", nrs. 3 en 4".
Numbers papers_at(const Tokens& tokens, std::size_t index) {
  Numbers found{{}, index};
  std::size_t at = index + (tokens[index].is(",") ? 1 : 0);
  if (!tokens[at].is_one_of({"nr", "nrs", "no", "nos", "nummer"})) return found;
  ++at;
  if (tokens[at].is(".")) ++at;
  while (is_paper_number(tokens, at)) {
    found.numbers.emplace_back(tokens[at].text);
    found.until = at + 1;
    if (!tokens[found.until].is_one_of({"en", "and", ","})) break;
    at = found.until + 1;
    if (tokens[at].is_one_of({"nr", "no"})) at += tokens[at + 1].is(".") ? 2U : 1U;
  }
  return found;
}

Finding paper(const Passage& passage, std::size_t from, std::size_t until, std::string id) {
  Finding found = finding_of(passage, Kind::citation, from, until, std::move(id));
  found.url = std::string{publisher} + found.value + ".html";
  found.rule = "parliamentary paper";
  return found;
}

// Every dossier with every number; a series without numbers cites the dossiers.
void add_papers(const Passage& passage,
                std::size_t from,
                const Numbers& dossiers,
                const Numbers& papers,
                std::vector<Finding>& found) {
  for (const std::string& dossier : dossiers.numbers) {
    for (const std::string& number : papers.numbers)
      found.push_back(paper(passage, from, papers.until, "kst-" + dossier + "-" + number));
    if (!papers.numbers.empty()) continue;
    Finding whole = finding_of(passage, Kind::citation, from, dossiers.until, "dossier-" + dossier);
    whole.url = std::string{publisher} + "dossier/" + dossier;
    whole.rule = "parliamentary dossier";
    whole.confidence = Confidence::likely;
    found.push_back(std::move(whole));
  }
}

bool is_written_out(const Token& token) {
  return token.is_word() && token.small.starts_with("kst-") && token.text.size() > 8
         && is_digit(token.text[4]);
}

// "Stb. 2023, 100", "Stcrt. 2023, nr. 1234".
std::optional<Finding> gazette_at(const Passage& passage, std::size_t index) {
  const Tokens& tokens = passage.tokens;
  if (!tokens[index].is_one_of({"stb", "stcrt", "trb"})) return std::nullopt;
  std::size_t at = index + 1;
  if (tokens[at].is(".")) ++at;
  if (!has_digits(tokens[at], 4)) return std::nullopt;
  const std::string year{tokens[at++].text};
  if (tokens[at].is(",")) ++at;
  if (tokens[at].is("nr")) at += tokens[at + 1].is(".") ? 2U : 1U;
  if (!tokens[at].is_number()) return std::nullopt;
  Finding found = paper(passage,
                        index,
                        at + 1,
                        tokens[index].small + "-" + year + "-" + std::string{tokens[at].text});
  found.rule = "official gazette";
  return found;
}

}  // namespace

std::vector<Finding> find_papers(const Passage& passage) {
  const Tokens& tokens = passage.tokens;
  std::vector<Finding> found;
  for (std::size_t at = 0; at < tokens.size();) {
    if (is_written_out(tokens[at])) {
      found.push_back(paper(passage, at, at + 1, std::string{tokens[at].text}));
      ++at;
      continue;
    }
    if (auto gazette = gazette_at(passage, at)) {
      found.push_back(std::move(*gazette));
      at += 3;
      continue;
    }
    const auto series = after_series(tokens, at);
    const Numbers dossiers = dossiers_at(tokens, series.value_or(at));
    const Numbers papers = papers_at(tokens, dossiers.until);
    const bool is_cited = !dossiers.numbers.empty() && (series || !papers.numbers.empty());
    if (is_cited) add_papers(passage, at, dossiers, papers, found);
    at = is_cited ? std::max(dossiers.until, papers.until) : at + 1;
  }
  return found;
}

}  // namespace muster::source
