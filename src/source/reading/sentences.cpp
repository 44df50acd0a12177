// SPDX-License-Identifier: Apache-2.0
#include "source/reading/sentences.hpp"

#include <algorithm>
#include <array>

#include "source/reading/letters.hpp"

namespace muster::source {
namespace {

// Words before a full stop that does not end a sentence, in small letters.
constexpr auto abbreviations = std::to_array<std::string_view>(
    {"nr",    "nrs",   "art",   "artt",  "blz",   "p",      "pp",   "pag", "ca",   "circa", "cf",
     "vgl",   "zgn",   "resp",  "incl",  "excl",  "d.w.z",  "dwz",  "o.a", "oa",   "m.b.t", "t.b.v",
     "t.a.v", "i.v.m", "m.u.v", "n.a.v", "b.v",   "bv",     "bijv", "m.n", "i.c",  "i.p.v", "t.o.v",
     "t.g.v", "m.i.v", "c.q",   "o.l.v", "i.s.m", "i.o.m",  "w.o",  "a.d", "dr",   "drs",   "mr",
     "mrs",   "ms",    "ir",    "ing",   "prof",  "gen",    "kol",  "col", "lt",   "maj",   "st",
     "mw",    "dhr",   "no",    "nos",   "e.g",   "i.e",    "viz",  "vs",  "para", "paras", "ch",
     "sec",   "fig",   "vol",   "ed",    "eds",   "approx", "est",  "max", "min",  "jan",   "feb",
     "aug",   "sept",  "okt",   "oct",   "nov",   "kst",    "stb"});
// Abbreviations that may well end a sentence: a capital after them begins the next, but no bracket
// or number.
constexpr auto ending_before_capital = std::to_array<std::string_view>(
    {"mln", "mld", "dec", "stcrt", "jl", "a.s", "etc", "enz", "e.d", "e.a"});

bool is_opening(char byte) {
  return byte == '"' || byte == '(' || byte == '\'' || byte == '[';
}

// Where the next sentence would begin, behind the closing marks and the space; 0: none.
std::size_t beginning_after(std::string_view text, std::size_t stop) {
  std::size_t at = stop + 1;
  while (at < text.size()
         && (std::string_view{"\")']"}.find(text[at]) != std::string_view::npos
             || text.substr(at).starts_with("\u201D")))
    at += length_at(text, at);
  if (at >= text.size() || text[at] != ' ') return 0;
  return at + 1;
}

bool can_begin(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_opening(text[at]) || text.substr(at).starts_with("\u201C")))
    at += length_at(text, at);
  if (at >= text.size()) return false;
  return is_capital_at(text, at) || is_digit(text[at]) || text.substr(at).starts_with("\u20AC");
}

// The word before a full stop, with the full stops inside it: "d.w.z".
std::string_view word_before(std::string_view text, std::size_t stop) {
  std::size_t begin = stop;
  while (begin > 0 && text[begin - 1] != ' ' && !is_opening(text[begin - 1])) --begin;
  return text.substr(begin, stop - begin);
}

// "K.H", "J": letters with full stops between them, the last one a capital.
bool is_initials(std::string_view word) {
  if (word.empty() || word.size() > 5 || !is_capital_at(word, word.size() - 1)) return false;
  for (std::size_t k = 1; k < word.size(); k += 2)
    if (word[k] != '.') return false;
  return word.size() % 2 == 1;
}

bool is_abbreviated(std::string_view sentence, std::size_t stop, std::string_view rest) {
  const std::string_view word = word_before(sentence, stop);
  const std::string small = folded(word);
  if (std::ranges::find(abbreviations, small) != abbreviations.end()) {
    // "No." and "no." the word: only before a number is it short for number.
    if (small == "no" || small == "nos" || small == "min" || small == "max" || small == "est")
      return !rest.empty() && is_digit(rest.front());
    return true;
  }
  if (std::ranges::find(ending_before_capital, small) != ending_before_capital.end())
    return !rest.empty() && (is_digit(rest.front()) || rest.front() == '(');
  const bool is_item = !word.empty() && word.size() <= 2 && std::ranges::all_of(word, is_digit)
                       && word.data() == sentence.data();
  return is_item || is_initials(word);
}

}  // namespace

std::vector<std::string> sentences_of(std::string_view paragraph) {
  std::vector<std::string> sentences;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < paragraph.size(); ++at) {
    if (std::string_view{".!?"}.find(paragraph[at]) == std::string_view::npos) continue;
    const std::size_t next = beginning_after(paragraph, at);
    if (next == 0 || !can_begin(paragraph, next)) continue;
    if (paragraph[at] == '.'
        && is_abbreviated(paragraph.substr(begin), at - begin, paragraph.substr(next)))
      continue;
    sentences.emplace_back(trimmed(paragraph.substr(begin, next - begin)));
    begin = next;
  }
  const std::string_view last = trimmed(paragraph.substr(begin));
  if (!last.empty()) sentences.emplace_back(last);
  return sentences;
}

}  // namespace muster::source
