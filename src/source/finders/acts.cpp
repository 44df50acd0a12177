// SPDX-License-Identifier: Apache-2.0
// Acts of the European Union by their European legislation identifier, and documents of the United
// Nations by their symbol.
#include <algorithm>
#include <array>
#include <utility>

#include "source/finders/finders.hpp"
#include "source/reading/letters.hpp"

namespace muster::source {
namespace {

constexpr auto types = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"regulation", "reg"},
    {"verordening", "reg"},
    {"uitvoeringsverordening", "reg_impl"},
    {"directive", "dir"},
    {"richtlijn", "dir"},
    {"decision", "dec"},
    {"besluit", "dec"},
    {"raadsbesluit", "dec"},
    {"uitvoeringsbesluit", "dec_impl"},
    {"recommendation", "reco"},
    {"aanbeveling", "reco"},
    {"regulations", "reg"},
    {"directives", "dir"},
    {"decisions", "dec"},
});

bool is_year(std::string_view text) {
  return text.size() == 4 && std::ranges::all_of(text, is_digit)
         && (text.starts_with("19") || text.starts_with("20"));
}

bool is_community(const Token& token) {
  return token.is_one_of(
      {"eu", "eg", "ec", "gbvb", "cfsp", "euratom", "eeg", "eec", "jbz", "jha", ","});
}

// "(EU) 2023/1525", "(EC) No 1907/2006", "2009/81/EG": year and number; none: no act.
struct Act {
  std::string year, number;
  std::size_t until = 0;
};

std::optional<Act> act_at(const Tokens& tokens, std::size_t at) {
  bool named = false;
  if (tokens[at].is("(")) {
    for (++at; is_community(tokens[at]); ++at) named = true;
    if (!tokens[at].is(")") || !named) return std::nullopt;
    ++at;
  }
  bool by_number = false;
  if (tokens[at].is_one_of({"no", "nr"})) {
    by_number = true;
    at += tokens[at + 1].is(".") ? 2U : 1U;
  }
  const bool has_both = tokens[at].is_number() && tokens[at + 1].is("/")
                        && tokens[at + 2].is_number() && !tokens[at + 1].is_spaced;
  if (!has_both) return std::nullopt;
  std::string first{tokens[at].text}, second{tokens[at + 2].text};
  std::size_t until = at + 3;
  if (tokens[until].is("/") && is_community(tokens[until + 1])) {
    named = true;
    until += 2;
  }
  if (!named) return std::nullopt;
  if (by_number || !is_year(first)) std::swap(first, second);
  if (!is_year(first) || second.size() > 5) return std::nullopt;
  return Act{std::move(first), std::move(second), until};
}

std::optional<Finding> european_at(const Passage& passage, std::size_t index) {
  const auto* const type = std::ranges::find(
      types, passage.tokens[index].small, &std::pair<std::string_view, std::string_view>::first);
  if (type == types.end()) return std::nullopt;
  const auto act = act_at(passage.tokens, index + 1);
  if (!act) return std::nullopt;
  Finding found =
      finding_of(passage,
                 Kind::citation,
                 index,
                 act->until,
                 "eli/" + std::string{type->second} + "/" + act->year + "/" + act->number);
  found.url = "http://data.europa.eu/" + found.value + "/oj";
  found.rule = "act of the European Union";
  return found;
}

// An address or path that holds an identifier: "data.europa.eu/eli/reg/2023/1525/oj".
std::optional<Finding> identifier_at(const Passage& passage, std::size_t index) {
  const Tokens& tokens = passage.tokens;
  if (!tokens[index].is("eli") || !tokens[index + 1].is("/")) return std::nullopt;
  std::size_t at = index + 2;
  std::string value = "eli/" + tokens[at].small;
  while (tokens[at + 1].is("/") && !tokens[at + 1].is_spaced && tokens[at + 2].is_number()
         && !tokens[at + 2].is_spaced) {
    value += "/" + std::string{tokens[at + 2].text};
    at += 2;
  }
  if (std::ranges::count(value, '/') != 3) return std::nullopt;
  Finding found = finding_of(passage, Kind::citation, index, at + 1, value);
  found.url = "http://data.europa.eu/" + value + "/oj";
  found.rule = "European legislation identifier";
  return found;
}

bool is_body(const Token& token) {
  return token.text == "S" || token.text == "A" || token.text == "E" || token.text == "ST";
}

// "(2023)" of a resolution; its year, and the token behind.
std::optional<std::string> bracketed_year(const Tokens& tokens, std::size_t at) {
  if (tokens[at].is("(") && is_year(tokens[at + 1].text) && tokens[at + 2].is(")"))
    return std::string{tokens[at + 1].text};
  return std::nullopt;
}

Finding document_of_un(const Passage& passage,
                       std::size_t from,
                       std::size_t until,
                       std::string symbol) {
  Finding found = finding_of(passage, Kind::citation, from, until, std::move(symbol));
  std::string path = found.value;
  std::erase(path, ' ');
  found.url = "https://undocs.org/" + path;
  found.rule = "symbol of the United Nations";
  return found;
}

// "S/RES/2678 (2023)", "A/78/5", "S/2023/123": parts without space between.
std::optional<Finding> symbol_at(const Passage& passage, std::size_t index) {
  const Tokens& tokens = passage.tokens;
  if (!is_body(tokens[index])) return std::nullopt;
  std::string symbol{tokens[index].text};
  std::size_t at = index + 1;
  bool has_number = false;
  while (tokens[at].is("/") && !tokens[at].is_spaced && !tokens[at + 1].is_spaced
         && (tokens[at + 1].is_number() || tokens[at + 1].is_capital())) {
    has_number = has_number || tokens[at + 1].is_number();
    symbol += "/" + std::string{tokens[at + 1].text};
    at += 2;
    while (tokens[at].is(".") && !tokens[at + 1].is_spaced && tokens[at + 1].is_number()) {
      symbol += "." + std::string{tokens[at + 1].text};  // S/PV.1234
      has_number = true;
      at += 2;
    }
  }
  if (!has_number || at < index + 3) return std::nullopt;
  const auto year = bracketed_year(tokens, at);
  if (year) symbol += " (" + *year + ")";
  return document_of_un(passage, index, year ? at + 3 : at, std::move(symbol));
}

// "resolution 2678 (2023)" of the Security Council.
std::optional<Finding> resolution_at(const Passage& passage, std::size_t index) {
  const Tokens& tokens = passage.tokens;
  if (!tokens[index].is_one_of({"resolution", "resolutie", "vnvr-resolutie", "vn-resolutie"}))
    return std::nullopt;
  const std::string number{tokens[index + 1].text};
  const auto year = bracketed_year(tokens, index + 2);
  if (!tokens[index + 1].is_number() || !year) return std::nullopt;
  Finding found = document_of_un(passage, index, index + 5, "S/RES/" + number + " (" + *year + ")");
  found.rule = "resolution with its year";
  found.confidence = Confidence::likely;
  return found;
}

}  // namespace

std::vector<Finding> find_acts(const Passage& passage) {
  std::vector<Finding> found;
  for (std::size_t at = 0; at < passage.tokens.size();) {
    std::optional<Finding> here;
    for (const auto look : {european_at, identifier_at, symbol_at, resolution_at})
      if (!here) here = look(passage, at);
    if (!here) {
      ++at;
      continue;
    }
    const std::size_t end = here->at + here->words.size();
    found.push_back(std::move(*here));
    at = passage.tokens.index_at(end);
  }
  return found;
}

}  // namespace muster::source
