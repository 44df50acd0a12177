// SPDX-License-Identifier: Apache-2.0
#include "source/finders/actors.hpp"

#include <algorithm>

#include "source/finders/nations.hpp"
#include "source/reading/letters.hpp"

namespace muster::source {
namespace {

constexpr std::size_t longest_subject = 10;  // words

bool is_article(const Token& token) {
  return token.is_one_of({"de", "het", "the", "our", "onze", "alle", "all"});
}

bool is_actor_noun(const Token& token) {
  return token.is_one_of({"kabinet",
                          "regering",
                          "minister",
                          "ministers",
                          "ministerie",
                          "bondgenoten",
                          "bondgenootschap",
                          "navo",
                          "nato",
                          "eu",
                          "vn",
                          "un",
                          "defensie",
                          "krijgsmacht",
                          "commissie",
                          "raad",
                          "lidstaten",
                          "landen",
                          "staatssecretaris",
                          "nederland"})
         || token.is_one_of({"government",
                             "cabinet",
                             "ministry",
                             "allies",
                             "alliance",
                             "council",
                             "commission",
                             "mission",
                             "secretariat",
                             "secretary",
                             "department",
                             "nations",
                             "parties",
                             "states",
                             "organisation",
                             "union",
                             "force"});
}

bool is_pronoun(const Token& token) {
  return token.is_one_of({"ik", "wij", "we", "i", "it", "they", "zij"});
}

// Words that begin a clause which does not begin with its subject.
bool is_adverbial(const Token& token) {
  return token.is_one_of(
             {"in",      "op",        "ook",    "hiermee",  "daarmee",        "eind",
              "begin",   "vanaf",     "na",     "voor",     "v\u00F3\u00F3r", "tot",
              "tevens",  "daarnaast", "verder", "indien",   "zodra",          "tijdens",
              "met",     "via",       "daarom", "hierover", "daarover",       "vervolgens",
              "binnen",  "uiterlijk", "samen",  "bij",      "door",           "om",
              "hierbij", "zo",        "als"})
         || token.is_one_of({"if",      "as",       "once",        "when",  "by",
                             "from",    "after",    "before",      "until", "with",
                             "during",  "together", "furthermore", "also",  "therefore",
                             "further", "for",      "at",          "under", "through",
                             "however", "moreover", "meanwhile",   "to"})
         || token.is_number();
}

bool begins_clause(const Token& token) {
  return token.is_one_of({"dat",
                          "that",
                          ",",
                          ";",
                          ":",
                          "en",
                          "and",
                          "waarbij",
                          "zodat",
                          "but",
                          "maar",
                          "(",
                          "\u2013",
                          "which",
                          "who",
                          "die"});
}

std::size_t clause_begin(const Tokens& tokens, std::size_t verb) {
  std::size_t at = verb;
  while (at > 0 && !begins_clause(tokens.before(at))) --at;
  return at;
}

bool is_origin(const Token& token) {
  return token.is_one_of({"in", "vanuit", "uit", "from", "met", "with", "samen", "door", "by"});
}

// An adjective of a nation with the word behind it, "Oekraïense militairen"; a name alone.
std::size_t end_of_people(const Tokens& tokens, const NationAt& nation) {
  const bool has_noun = nation.is_adjective && tokens[nation.until].is_word();
  return has_noun ? nation.until + 1 : nation.until;
}

}  // namespace

std::optional<Stretch> actor_at(const Tokens& tokens, std::size_t index) {
  const std::size_t at = index + (is_article(tokens[index]) ? 1 : 0);
  if (const auto nation = nation_at(tokens, at); nation && !nation->is_adjective)
    return Stretch{index, nation->until};
  if (at == index && is_pronoun(tokens[at])) return Stretch{index, at + 1};
  if (is_actor_noun(tokens[at])) return Stretch{index, at + 1};
  // "the Danish government"
  const bool of_nation = nation_at(tokens, at).has_value() && is_actor_noun(tokens[at + 1]);
  return of_nation ? std::optional{Stretch{index, at + 2}} : std::nullopt;
}

// "the military alliance": back to the article, over at most three words that can lie between.
std::size_t with_article(const Tokens& tokens, std::size_t from) {
  for (std::size_t at = from; at > 0 && from - at < 4; --at) {
    const Token& before = tokens.before(at);
    if (is_article(before)) return at - 1;
    const bool lies_between =
        before.is_word() && !is_adverbial(before) && !begins_clause(before) && !is_origin(before)
        && !before.is_one_of({"of", "van", "aan", "naar", "een", "a", "an", "tegen"});
    if (!lies_between) return from;
  }
  return from;
}

std::optional<Stretch> first_actor(const Tokens& tokens, std::size_t from, std::size_t until) {
  for (std::size_t at = from; at < until; ++at)
    if (const auto actor = actor_at(tokens, at); actor && actor->until <= until)
      return Stretch{std::max(from, with_article(tokens, actor->from)), actor->until};
  return std::nullopt;
}

std::string subject_of(const Tokens& tokens, std::size_t verb) {
  if (const auto behind = actor_at(tokens, verb + 1))
    return std::string{tokens.text(behind->from, behind->until)};
  const std::size_t begin = clause_begin(tokens, verb);
  const bool leads =
      begin < verb && !is_adverbial(tokens[begin]) && verb - begin <= longest_subject;
  if (leads) return std::string{tokens.text(begin, verb)};
  if (const auto actor = first_actor(tokens, 0, verb))
    return std::string{tokens.text(actor->from, actor->until)};
  return {};
}

std::string beneficiary_after(const Tokens& tokens,
                              std::size_t index,
                              const std::string& other_than) {
  const std::string other = folded(other_than);
  for (std::size_t at = index; at < tokens.size(); ++at) {
    const auto nation = nation_at(tokens, at);
    if (!nation || is_origin(tokens.before(at))) continue;
    const bool has_article = tokens.before(at).is_one_of({"the", "het", "de"});
    if (has_article && is_origin(tokens.before(at, 2))) continue;
    std::string words{tokens.text(at, end_of_people(tokens, *nation))};
    if (other.find(folded(tokens.text(at, nation->until))) == std::string::npos) return words;
  }
  return {};
}

}  // namespace muster::source
