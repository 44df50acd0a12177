// SPDX-License-Identifier: Apache-2.0
// A sentence that promises, and its parts: who, to whom, on what, by when.
#include <algorithm>
#include <utility>

#include "source/finders/actors.hpp"
#include "source/finders/promising.hpp"
#include "source/reading/letters.hpp"

namespace muster::source {
namespace {

// Where the words end that say what it waits for: at a comma or the end.
std::size_t end_of_condition(const Tokens& tokens, std::size_t from) {
  std::size_t at = from;
  while (at < tokens.size() && !tokens[at].is_one_of({",", ";", ".", ")", "een"})) ++at;
  return at;
}

// The condition or event that a promise waits for: the tokens behind "zodra", "as soon as",
// "before" an event. Before a date is no event: that is a day by which it is due.
std::optional<Stretch> condition_of(const Passage& passage, std::size_t verb) {
  const Tokens& tokens = passage.tokens;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    std::size_t from = 0;
    if (tokens.says(at, "as soon as")) from = at + 3;
    if (tokens[at].is_one_of({"zodra", "wanneer", "indien", "once", "when", "if", "mits"}))
      from = at + 1;
    const bool is_time = tokens[at].is_one_of({"before", "after", "v\u00F3\u00F3r", "following"})
                         && at > verb && !passage.is_taken(at + 1, at + 2)
                         && !passage.is_taken(at + 2, at + 3);
    const bool is_recess =
        tokens[at].is_one_of({"voor", "na"}) && tokens[at + 1].is_one_of({"het", "de", "afloop"})
        && tokens[at + 2].is_one_of(
            {"zomerreces", "reces", "kerstreces", "zomer", "begrotingsbehandeling", "van"});
    if (is_time || is_recess) from = at + 1;
    if (from != 0 && from < tokens.size()) return Stretch{from, end_of_condition(tokens, from)};
  }
  return std::nullopt;
}

// The day by which it is due: of a date to come behind "by", "in", "before", outside the condition.
std::optional<Day> due_of(const Passage& passage, const std::optional<Stretch>& condition) {
  const Tokens& tokens = passage.tokens;
  for (const Finding& date : passage.taken) {
    if (date.kind != Kind::date || !date.period || !passage.day) continue;
    if (date.period->until - Days{1} <= *passage.day) continue;
    const std::size_t at = tokens.index_at(date.at);
    if (condition && at >= condition->from && at < condition->until) continue;
    std::size_t lead = at;
    while (tokens.before(lead).is_one_of({"the", "het", "de"})) --lead;
    const Token& word = tokens.before(lead);
    if (word.is_one_of({"before", "v\u00F3\u00F3r", "voor"})) return date.period->from - Days{1};
    if (word.is_one_of({"by",
                        "in",
                        "uiterlijk",
                        "tegen",
                        "within",
                        "binnen",
                        "than",
                        "op",
                        "on",
                        "during",
                        "gedurende",
                        "end",
                        "eind",
                        "ultimo"})
        || lead == 0)
      return date.period->until - Days{1};
  }
  return std::nullopt;
}

// Parliament as it is addressed: "uw Kamer", "de Tweede Kamer", "u".
std::optional<Stretch> parliament_in(const Tokens& tokens) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].is("u")) return Stretch{at, at + 1};
    if (!tokens[at].is_one_of({"kamer", "kamers"})) continue;
    std::size_t from = at;
    while (tokens.before(from).is_one_of({"uw", "de", "tweede", "eerste", "beide"})) --from;
    return Stretch{from, at + 1};
  }
  return std::nullopt;
}

// "inform the Committee as …": what stands behind the verb up to a word that begins something new.
std::optional<Stretch> object_behind(const Tokens& tokens, std::size_t act) {
  std::size_t at = act + 1;
  while (at < tokens.size() && tokens[at].is_word()
         && !tokens[at].is_one_of(
             {"of",     "about", "on",        "as",          "when",  "once",     "by",
              "before", "if",    "that",      "in",          "and",   "informed", "updated",
              "after",  "at",    "regularly", "accordingly", "again", "further",  "posted"}))
    ++at;
  const bool fits = at > act + 1 && at - act <= 7;
  return fits ? std::optional{Stretch{act + 1, at}} : std::nullopt;
}

// Words that tell the world, as "kondigde aan dat".
bool announces(const Token& token) {
  return token.is_one_of({"kondigde",
                          "kondigden",
                          "kondigt",
                          "meldde",
                          "meldden",
                          "bevestigde",
                          "bevestigden",
                          "verklaarde",
                          "verklaarden",
                          "announced",
                          "confirmed",
                          "declared",
                          "announces",
                          "stated",
                          "confirms",
                          "declares"});
}

std::string words_of(const Tokens& tokens, const std::optional<Stretch>& stretch) {
  return stretch ? std::string{tokens.text(stretch->from, stretch->until)} : std::string{};
}

// The doer of what is done to somebody: behind "door" or "by", unless that is a date.
std::string doer_of_passive(const Passage& passage) {
  const Tokens& tokens = passage.tokens;
  for (std::size_t at = 0; at < tokens.size(); ++at)
    if (tokens[at].is_one_of({"door", "by"}))
      if (const auto actor = actor_at(tokens, at + 1)) return words_of(tokens, actor);
  return {};
}

Promise parties(const Passage& passage, const Promising& found) {
  const Tokens& tokens = passage.tokens;
  Promise promise;
  switch (found.manner) {
    case Manner::informs: {
      promise.by = subject_of(tokens, found.verb);
      const bool dutch = passage.language == Language::dutch;
      promise.to =
          words_of(tokens, dutch ? parliament_in(tokens) : object_behind(tokens, found.act));
      break;
    }
    case Manner::is_done_to:
      promise.by = doer_of_passive(passage);
      promise.to = words_of(tokens, parliament_in(tokens));
      if (promise.to.empty()) promise.to = subject_of(tokens, found.verb);
      break;
    case Manner::acts:
      promise.by = subject_of(tokens, found.verb);
      if (auto other = announcer(tokens, found.verb)) promise.by = std::move(*other);
      promise.to = beneficiary_after(tokens, found.verb + 1, promise.by);
      break;
    case Manner::commits:
      promise.by = words_of(tokens, first_actor(tokens, 0, found.verb));
      if (promise.by.empty()) promise.by = subject_of(tokens, found.verb);
      promise.to = beneficiary_after(tokens, found.verb + 1, promise.by);
      break;
    case Manner::permits:
      promise.to = subject_of(tokens, found.verb);
      promise.by = words_of(tokens, first_actor(tokens, 0, found.verb));
      break;
    case Manner::is_ready:
      promise.by = words_of(tokens, first_actor(tokens, 0, tokens.size()));
      break;
  }
  if (folded(promise.by) == folded(promise.to)) promise.by.clear();
  return promise;
}

// "Further details will follow": what is promised is not who promises.
bool is_thing(const std::string& subject) {
  const std::string small = folded(subject);
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{
          "details", "information", "report", "letter", "update", "figures", "brief", "kamerbrief"},
      [&](std::string_view word) { return small.find(word) != std::string::npos; });
}

std::string without_separators(std::string text) {
  std::ranges::replace(text, ';', ',');
  return text;
}

}  // namespace

std::optional<std::string> announcer(const Tokens& tokens, std::size_t verb) {
  for (std::size_t at = 1; at < verb; ++at) {
    if (!announces(tokens[at])) continue;
    for (std::size_t that = at; that < verb; ++that)
      if (tokens[that].is_one_of({"dat", "that"})) return subject_of(tokens, at);
  }
  return std::nullopt;
}

bool is_announced(const Tokens& tokens, std::size_t verb) {
  return announcer(tokens, verb).has_value();
}

const Finding* future_date(const Passage& passage) {
  const auto found = std::ranges::find_if(passage.taken, [&](const Finding& one) {
    return one.kind == Kind::date && one.period && passage.day && one.period->from > *passage.day;
  });
  return found == passage.taken.end() ? nullptr : &*found;
}

std::optional<Finding> find_promise(const Passage& passage) {
  if (passage.sentence.place.starts_with('h')) return std::nullopt;
  const auto how =
      passage.language == Language::dutch ? dutch_promise(passage) : english_promise(passage);
  if (!how) return std::nullopt;
  Promise promise = parties(passage, *how);
  if (is_thing(promise.by)) promise.by.clear();
  const auto condition = condition_of(passage, how->verb);
  promise.by = without_separators(std::move(promise.by));
  promise.to = without_separators(std::move(promise.to));
  promise.trigger = without_separators(words_of(passage.tokens, condition));
  promise.due = due_of(passage, condition);
  Finding found = finding_of(passage,
                             Kind::promise,
                             0,
                             passage.tokens.size(),
                             promise.by + ";" + promise.to + ";" + promise.trigger + ";"
                                 + (promise.due ? muster::to_text(*promise.due) : std::string{}));
  found.confidence = how->confidence;
  found.rule = how->rule;
  found.promise = std::move(promise);
  return found;
}

}  // namespace muster::source
