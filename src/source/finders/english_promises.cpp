// SPDX-License-Identifier: Apache-2.0
#include "source/finders/actors.hpp"
#include "source/finders/promising.hpp"

namespace muster::source {
namespace {

bool informs(const Token& token) {
  return token.is_one_of({"inform", "update", "notify", "brief", "tell", "keep"});
}

// What binds when somebody will do it; "rise" or "prove" only foretell.
bool is_act(const Token& token) {
  return token.is_one_of({"report",   "write",       "send",    "provide",    "submit",   "present",
                          "return",   "follow",      "deliver", "contribute", "support",  "train",
                          "continue", "extend",      "deploy",  "donate",     "transfer", "finance",
                          "fund",     "participate", "host",    "lead",       "maintain", "pay",
                          "increase", "join",        "give",    "supply"})
         || token.is_one_of(
             {"establish", "assist",  "dispatch", "allocate",  "share",      "publish", "consult",
              "involve",   "ensure",  "commit",   "reinforce", "raise",      "offer",   "station",
              "equip",     "replace", "review",   "respond",   "consider",   "invest",  "match",
              "set",       "protect", "make",     "double",    "collaborate"});
}

bool is_done(const Token& token) {
  return token.is_one_of({"informed",    "involved",   "consulted", "briefed",   "updated",
                          "notified",    "kept",       "delivered", "sent",      "provided",
                          "deployed",    "published",  "submitted", "extended",  "presented",
                          "transferred", "donated",    "financed",  "funded",    "reported",
                          "supplied",    "maintained", "made",      "increased", "continued"});
}

bool tells(const Token& done) {
  return done.is_one_of(
      {"informed", "involved", "consulted", "briefed", "updated", "notified", "kept"});
}

std::optional<std::size_t> find_word(const Tokens& tokens, std::size_t from, auto fits) {
  for (std::size_t at = from; at < tokens.size(); ++at)
    if (fits(tokens[at])) return at;
  return std::nullopt;
}

bool says_anywhere(const Tokens& tokens, std::string_view words) {
  for (std::size_t at = 0; at < tokens.size(); ++at)
    if (tokens.says(at, words)) return true;
  return false;
}

// "will inform", "will also keep", "shall be informed".
std::optional<Promising> will_act(const Passage& passage) {
  const Tokens& tokens = passage.tokens;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool is_reported = tokens[at].is("would") && is_announced(tokens, at);
    if (!is_reported && !tokens[at].is_one_of({"will", "shall"})) continue;
    for (std::size_t act = at + 1; act <= at + 4 && tokens[act].is_word(); ++act) {
      if (tokens[act].is_one_of({"not", "never"})) break;
      const bool passive = tokens[act].is("be") && is_done(tokens[act + 1]);
      if (passive) {
        const bool to_somebody = tells(tokens[act + 1]);
        return Promising{to_somebody ? Manner::is_done_to : Manner::acts,
                         at,
                         act + 1,
                         to_somebody ? Confidence::sure : Confidence::likely,
                         "will be done"};
      }
      if (informs(tokens[act]))
        return Promising{Manner::informs, at, act, Confidence::sure, "will inform"};
      if (is_act(tokens[act])) return Promising{Manner::acts, at, act, Confidence::sure, "will do"};
      const bool takes_part =
          tokens[act].is("take") && tokens[act + 1].is_one_of({"part", "over", "the"});
      if (takes_part) return Promising{Manner::acts, at, act, Confidence::sure, "will do"};
    }
  }
  return std::nullopt;
}

// "has decided to extend".
std::optional<Promising> decided(const Passage& passage) {
  const Tokens& tokens = passage.tokens;
  for (std::size_t at = 1; at < tokens.size(); ++at) {
    const bool decides = tokens[at].is("decided") && tokens[at + 1].is("to")
                         && tokens.before(at).is_one_of({"has", "have"});
    if (decides && is_act(tokens[at + 2]))
      return Promising{Manner::acts, at - 1, at + 2, Confidence::likely, "has decided to do"};
  }
  return std::nullopt;
}

// "promised to", "pledged EUR 25 million", "are committed to", "their commitment to".
std::optional<Promising> committing(const Passage& passage) {
  const Tokens& tokens = passage.tokens;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    const Token& next = tokens[at + 1];
    const bool by_verb =
        token.is_one_of({"promised",
                         "promises",
                         "promise",
                         "pledged",
                         "pledges",
                         "pledge",
                         "committed",
                         "commits",
                         "commit",
                         "undertook",
                         "undertakes",
                         "undertake",
                         "agreed",
                         "vowed",
                         "guaranteed",
                         "guarantees"})
        && !tokens.before(at).is_one_of({"the", "a", "of", "as", "investment", "to"})
        && (next.is_one_of({"to",
                            "that",
                            "itself",
                            "themselves",
                            "a",
                            "an",
                            "another",
                            "ourselves",
                            "$",
                            "more",
                            "over",
                            "up",
                            "further",
                            "additional",
                            "some"})
            || next.is_number() || passage.is_taken(at + 1, at + 2));
    const bool by_noun =
        token.is_one_of({"commitment", "promise", "undertaking"}) && next.is("to")
        && tokens.before(at).is_one_of({"their", "its", "his", "her", "our", "the"});
    if (by_verb || by_noun)
      return Promising{Manner::commits, at, at + 1, Confidence::sure, "commits itself"};
  }
  return std::nullopt;
}

std::optional<Promising> being_ready(const Passage& passage) {
  const Tokens& tokens = passage.tokens;
  const auto ready = find_word(tokens, 0, [](const Token& t) {
    return t.is_one_of({"ready", "available", "standby", "stand-by", "prepared"});
  });
  if (!ready) return std::nullopt;
  const bool stands = tokens.before(*ready).is_one_of({"stand", "stands", "is", "are"})
                      && tokens[*ready + 1].is("to");
  const bool if_needed = says_anywhere(tokens, "if needed") || says_anywhere(tokens, "if required")
                         || says_anywhere(tokens, "if necessary")
                         || says_anywhere(tokens, "when needed");
  if (!stands && !if_needed) return std::nullopt;
  return Promising{Manner::is_ready, 0, *ready, Confidence::likely, "is ready if needed"};
}

std::optional<Promising> permitting(const Passage& passage) {
  const Tokens& tokens = passage.tokens;
  const auto can = find_word(tokens, 0, [](const Token& t) { return t.is_one_of({"can", "may"}); });
  if (!can || *can == 0) return std::nullopt;
  for (std::size_t at = *can; at < tokens.size(); ++at)
    if (tokens.says(at, "as soon as") || tokens[at].is("once"))
      return Promising{Manner::permits, *can, *can + 1, Confidence::likely, "may, as soon as"};
  return std::nullopt;
}

}  // namespace

std::optional<Promising> english_promise(const Passage& passage) {
  for (const auto rule : {will_act, committing, decided, being_ready, permitting})
    if (const auto found = rule(passage)) return found;
  return std::nullopt;
}

}  // namespace muster::source
