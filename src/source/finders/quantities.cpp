// SPDX-License-Identifier: Apache-2.0
// Numbers of things and people: "veertien Leopard 2-tanks", "200 Britse militairen". What is
// counted is read without a dictionary: words up to the first plural, or up to a word that cannot
// belong to it.
#include <algorithm>

#include "source/finders/finders.hpp"
#include "source/finders/nations.hpp"
#include "source/finders/numbers.hpp"
#include "source/reading/letters.hpp"

namespace muster::source {
namespace {

constexpr std::size_t most_words = 6;

// Words that end what is counted: articles, prepositions, conjunctions, verbs that often follow.
bool ends_phrase(const Token& token) {
  if (!token.is_word()) return true;
  return token.is_one_of({"de",     "het",    "een",   "van",     "voor",    "in",      "op",
                          "aan",    "met",    "uit",   "naar",    "tot",     "om",      "te",
                          "bij",    "en",     "of",    "die",     "dat",     "door",    "over",
                          "onder",  "zijn",   "is",    "was",     "waren",   "worden",  "wordt",
                          "werd",   "werden", "heeft", "hebben",  "zal",     "zullen",  "kan",
                          "kunnen", "er",     "dan",   "vanaf",   "vanuit",  "tijdens", "binnen",
                          "per",    "elk",    "niet",  "waarvan", "waarbij", "zodat",   "omdat",
                          "als",    "maar",   "dit",   "deze",    "ook",     "ter",     "nog",
                          "nu",     "al"})
         || token.is_one_of({"the",   "a",       "an",    "of",     "for",   "on",     "at",
                             "with",  "from",    "to",    "by",     "and",   "or",     "that",
                             "which", "who",     "are",   "were",   "be",    "been",   "has",
                             "have",  "had",     "will",  "shall",  "would", "can",    "may",
                             "must",  "than",    "into",  "during", "as",    "not",    "but",
                             "it",    "this",    "these", "those",  "while", "each",   "together",
                             "train", "arrived", "took",  "remain", "stay",  "already"});
}

// Words between a number and what it counts.
bool is_between(const Token& token) {
  return token.is_one_of({"more",
                          "additional",
                          "further",
                          "other",
                          "extra",
                          "meer",
                          "nieuwe",
                          "new",
                          "andere",
                          "aanvullende",
                          "eigen",
                          "own",
                          "such",
                          "dergelijke",
                          "stuks",
                          "x"});
}

// Spans, shares and measures are no quantities of a capability.
bool is_measure(const Token& token) {
  return token.is_one_of({"dag",    "dagen",      "week",       "weken",   "maand",     "maanden",
                          "jaar",   "jaren",      "uur",        "uren",    "minuten",   "procent",
                          "graden", "keer",       "maal",       "km",      "kilometer", "meter",
                          "days",   "day",        "weeks",      "month",   "months",    "year",
                          "years",  "hour",       "hours",      "minutes", "percent",   "degrees",
                          "times",  "kilometres", "kilometers", "metres",  "meters",    "punten",
                          "points", "decennia",   "decades",    "%",       "\u00B0"});
}

// Words that mean many though they end like a singular.
bool is_collective(const Token& token) {
  return token.is_one_of({"aircraft",
                          "personnel",
                          "people",
                          "staff",
                          "men",
                          "women",
                          "man",
                          "troops",
                          "personeel",
                          "mensen",
                          "children",
                          "fte"});
}

bool has_digit(const Token& token) {
  return std::ranges::any_of(token.text, is_digit);
}

// "MQ-9", "NASAMS", "F-16": a type, after which the thing itself may come.
bool is_type(const Token& token) {
  const bool is_plural_type = has_digit(token) && token.small.ends_with('s');  // F-16s
  if (is_plural_type) return false;
  for (std::size_t at = 0; at < token.text.size(); at += length_at(token.text, at))
    if (is_small_at(token.text, at)) return false;
  return true;
}

bool is_plural(const Token& token, Language language) {
  if (is_collective(token)) return true;
  if (is_type(token) || token.text.size() < 4) return false;
  if (token.small.ends_with("s") && !token.small.ends_with("ss"))
    return !token.is_capital() || language == Language::english || has_digit(token)
           || token.text.size() > 4;
  return language == Language::dutch && token.small.ends_with("en");
}

// What is counted, and whose it is.
struct Counted {
  std::string what;
  std::string_view nation;
  std::size_t until = 0;  // the token behind
};

// Takes the words of one thing: "onbewapende MQ-9 Reapers", "Leopard 2-tanks".
class PhraseReader {
 public:
  PhraseReader(const Passage& passage, std::size_t index)
      : tokens_{passage.tokens}, language_{passage.language} {
    counted_.until = index;
  }

  Counted read() {
    while (words_ < most_words && take_one()) {
    }
    // "lichtingen Oekraïense militairen": a measure, and of what.
    if (is_complete_ && counted_.nation.empty()) {
      const auto nation = nation_at(tokens_, counted_.until);
      if (nation && nation->is_adjective && is_plural(tokens_[nation->until], language_)) {
        is_complete_ = false;
        while (words_ < most_words && take_one()) {
        }
      }
    }
    return counted_;
  }

 private:
  bool take_one() {
    if (is_complete_) return false;
    const std::size_t at = counted_.until;
    if (take_number_of_type(at)) return !is_complete_;
    const Token& token = tokens_[at];
    if (ends_phrase(token)) return false;
    if (const auto nation = nation_at(tokens_, at);
        nation && counted_.nation.empty() && !ends_phrase(tokens_[nation->until])) {
      counted_.nation = nation->code;
      counted_.until = nation->until;
      return true;
    }
    add(token.text);
    ++counted_.until;
    // "personnel" of "personnel carriers" is not yet the thing.
    const Token& next = tokens_[counted_.until];
    const bool leads = is_collective(token) && language_ == Language::english && !ends_phrase(next)
                       && is_plural(next, language_);
    is_complete_ = is_plural(token, language_) && !leads;
    return true;
  }

  // "2" of "Leopard 2 tanks", "2-tanks" of "Leopard 2-tanks", "2A6".
  bool take_number_of_type(std::size_t at) {
    if (!tokens_[at].is_number() || !tokens_.before(at).is_capital()) return false;
    if (tokens_[at + 1].is("-") && !tokens_[at + 1].is_spaced && tokens_[at + 2].is_word()) {
      add(tokens_.text(at, at + 3));
      counted_.until = at + 3;
      is_complete_ = true;
    } else {
      add(tokens_[at].text);
      counted_.until = at + 1;
    }
    return true;
  }

  void add(std::string_view word) {
    if (!counted_.what.empty()) counted_.what += ' ';
    counted_.what += word;
    ++words_;
  }

  const Tokens& tokens_;
  Language language_;
  Counted counted_;
  std::size_t words_ = 0;
  bool is_complete_ = false;
};

// A number of a name or a place in a text, not of things: "nr. 7", "MQ 9", "artikel 100".
bool is_designation(const Tokens& tokens, std::size_t index, const NumberAt& number) {
  const Token& before = tokens.before(index);
  const bool is_footnote = !number.in_words && !tokens[index].is_spaced && before.is(",");
  if (is_footnote) return true;  // 2024,1
  if (before.is(".") && tokens.before(index, 2).is_one_of({"nr", "no", "art", "p", "blz"}))
    return true;
  if (before.is_one_of({"artikel",   "article", "paragraph", "paragraaf", "resolution",
                        "resolutie", "nummer",  "number",    "page",      "pagina",
                        "bijlage",   "annex",   "tabel",     "table",     "fase",
                        "phase",     "chapter", "hoofdstuk", "level",     "/"}))
    return true;
  if (number.in_words) return false;
  const bool names = before.is_word() && before.is_capital() && index > 1 && !number.has_separator
                     && number.value.digits < 1000;
  const bool is_joined = tokens[number.until].is("-") && !tokens[number.until].is_spaced;
  return is_joined || (names && !nation_at(tokens, index - 1));
}

bool is_from(const Token& token) {
  return token.is_one_of({"uit", "van", "from", "of"});
}

bool is_not_doing(const Token& token) {
  return token.is_one_of({"in",
                          "to",
                          "for",
                          "with",
                          "aan",
                          "voor",
                          "naar",
                          "met",
                          "vanuit",
                          "from",
                          "of",
                          "van",
                          "uit",
                          "tegen",
                          "against",
                          "and",
                          "near",
                          "bij"});
}

// The nation that does something before the number: the last one named that no preposition leads.
std::string_view doer_before(const Tokens& tokens, std::size_t index) {
  std::string_view doer;
  for (std::size_t at = 0; at < index; ++at) {
    const auto nation = nation_at(tokens, at);
    if (!nation || nation->is_adjective) continue;
    const bool is_article = tokens.before(at).is_one_of({"the", "de", "het"});
    const Token& before = is_article ? tokens.before(at, 2) : tokens.before(at);
    const bool begins_clause = before.is("and") || before.is("en");
    if (!is_not_doing(before) || begins_clause) doer = nation->code;
  }
  return doer;
}

Finding quantity(const Passage& passage,
                 std::size_t from,
                 const std::string& plain,
                 Counted counted) {
  bool is_sure = !counted.nation.empty();
  std::size_t until = counted.until;
  if (!is_sure && is_from(passage.tokens[until])) {
    const std::size_t article = passage.tokens[until + 1].is("the") ? 2 : 1;
    const auto nation = nation_at(passage.tokens, until + article);
    if (nation && !nation->is_adjective) {
      counted.nation = nation->code;
      until = nation->until;
      is_sure = true;
    }
  }
  if (!is_sure) counted.nation = doer_before(passage.tokens, from);
  Finding found = finding_of(passage,
                             Kind::quantity,
                             from,
                             until,
                             plain + ";" + counted.what + ";" + std::string{counted.nation});
  found.confidence = is_sure ? Confidence::sure : Confidence::likely;
  found.rule = is_sure ? "number of a nation's things" : "number of things";
  return found;
}

std::optional<Finding> quantity_at(const Passage& passage, std::size_t at, const NumberAt& number) {
  const Tokens& tokens = passage.tokens;
  std::size_t next = number.until;
  while (is_between(tokens[next])) ++next;
  const auto plain = plain_number(number.value, number.zeros);
  if (!plain || is_measure(tokens[next])) return std::nullopt;
  if (passage.is_taken(next, next + 1)) next = tokens.size();
  Counted counted = PhraseReader{passage, next}.read();
  if (!counted.what.empty() || !counted.nation.empty())
    return quantity(passage, at, *plain, counted);
  // Nothing counted is named: only a number that is surely one of things.
  const bool is_range = tokens[number.until].is_one_of({"to", "tot", "en", "and", "of", "or"});
  const bool ends = (is_range || !tokens[number.until].is_word()) && number.has_separator
                    && number.value.digits >= 1000 && number.value.places == 0;
  if (!ends) return std::nullopt;
  Finding bare = finding_of(passage, Kind::quantity, at, number.until, *plain + ";;");
  bare.confidence = Confidence::likely;
  bare.rule = "number alone";
  return bare;
}

}  // namespace

std::vector<Finding> find_quantities(const Passage& passage) {
  std::vector<Finding> all;
  const Tokens& tokens = passage.tokens;
  for (std::size_t at = 0; at < tokens.size();) {
    const auto number = number_at(tokens, at, passage.language);
    if (!number || passage.is_taken(at, number->until) || is_designation(tokens, at, *number)) {
      ++at;
      continue;
    }
    auto found = quantity_at(passage, at, *number);
    if (!found) {
      at = number->until;
      continue;
    }
    at = tokens.index_at(found->at + found->words.size());
    all.push_back(std::move(*found));
  }
  return all;
}

}  // namespace muster::source
