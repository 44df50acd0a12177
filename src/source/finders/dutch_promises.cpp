// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "source/finders/actors.hpp"
#include "source/finders/promising.hpp"

namespace muster::source {
namespace {

// Verbs that tell somebody something: finite forms.
bool informs(const Token& token) {
  return token.is_one_of({"informeer", "informeert", "informeren",  "bericht",     "berichten",
                          "stuur",     "stuurt",     "sturen",      "zend",        "zendt",
                          "zenden",    "rapporteer", "rapporteert", "rapporteren", "ontvangt",
                          "ontvangen", "meld",       "meldt",       "melden",      "kom",
                          "komt",      "komen",      "bied",        "biedt",       "bieden",
                          "doe",       "doet",       "houd",        "houdt",       "houden"});
}

// Participles of what is done to those who are told or drawn in.
bool is_told(const Token& token) {
  return token.is_one_of({"ge\u00EFnformeerd",
                          "betrokken",
                          "bericht",
                          "geraadpleegd",
                          "ingelicht",
                          "toegezonden",
                          "toegestuurd",
                          "aangeboden"});
}

// Infinitives that bind when somebody will do them; "stijgen" or "blijken" only foretell.
bool is_act(const Token& token) {
  return token.is_one_of({"bijdragen",   "leveren",    "deelnemen",  "steunen",     "ondersteunen",
                          "voortzetten", "verlengen",  "trainen",    "opleiden",    "financieren",
                          "doneren",     "schenken",   "inzetten",   "stationeren", "verzorgen",
                          "organiseren", "overdragen", "betalen",    "uitbreiden",  "verhogen",
                          "plaatsen",    "bekostigen", "begeleiden", "uitvoeren",   "beschermen",
                          "versterken",  "voorzien",   "vergoeden",  "bevorderen"})
         || token.is_one_of({"toezenden",
                             "aanbieden",
                             "terugkomen",
                             "betrekken",
                             "raadplegen",
                             "publiceren",
                             "toesturen",
                             "onderzoeken",
                             "uitwerken",
                             "bezien",
                             "nemen",
                             "geven",
                             "stellen",
                             "maken",
                             "opstellen",
                             "instellen",
                             "blijven",
                             "evalueren",
                             "ontplooien"});
}

// The finite forms of acts, with the part that stands at the end ("zet … voort"); empty: none.
struct Finite {
  std::string_view form, part;
};
constexpr auto finite_acts = std::to_array<Finite>({
    {"zet", "voort"},     {"zetten", "voort"},      {"zet", "in"},
    {"zetten", "in"},     {"draagt", "bij"},        {"dragen", "bij"},
    {"draagt", "over"},   {"dragen", "over"},       {"neemt", "deel"},
    {"nemen", "deel"},    {"neemt", "over"},        {"leidt", "op"},
    {"leiden", "op"},     {"stelt", "beschikbaar"}, {"stellen", "beschikbaar"},
    {"breidt", "uit"},    {"breiden", "uit"},       {"levert", ""},
    {"leveren", ""},      {"traint", ""},           {"trainen", ""},
    {"steunt", ""},       {"steunen", ""},          {"ondersteunt", ""},
    {"ondersteunen", ""}, {"verlengt", ""},         {"verlengen", ""},
    {"verhoogt", ""},     {"verhogen", ""},         {"financiert", ""},
    {"financieren", ""},  {"doneert", ""},          {"doneren", ""},
    {"schenkt", ""},      {"schenken", ""},         {"stationeert", ""},
    {"stationeren", ""},  {"verzorgt", ""},         {"verzorgen", ""},
    {"organiseert", ""},  {"plaatst", ""},          {"betaalt", ""},
    {"betalen", ""},      {"stuurt", ""},           {"sturen", ""},
    {"zendt", ""},        {"zenden", ""},
});

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

bool names_parliament(const Tokens& tokens) {
  return find_word(tokens, 0, [](const Token& t) { return t.is_one_of({"kamer", "u", "kamers"}); })
      .has_value();
}

// "zodra", "nader", "uiterlijk", a day to come: it is not done by this letter.
bool is_to_come(const Passage& passage) {
  const Tokens& tokens = passage.tokens;
  if (const Finding* const date = future_date(passage)) {
    const std::size_t at = tokens.index_at(date->at);
    const bool says_when = tokens.before(at).is_one_of(
        {"in", "op", "uiterlijk", "v\u00F3\u00F3r", "voor", "binnen", "rond", "het"});
    if (at == 0 || says_when) return true;
  }
  for (const std::string_view words : {"zodra",
                                       "nader",
                                       "uiterlijk",
                                       "v\u00F3\u00F3r",
                                       "binnenkort",
                                       "zal",
                                       "zullen",
                                       "op korte termijn",
                                       "zo spoedig mogelijk",
                                       "zo snel mogelijk",
                                       "te zijner tijd",
                                       "periodiek",
                                       "regelmatig",
                                       "wanneer",
                                       "na afloop",
                                       "voor het einde",
                                       "voor de zomer",
                                       "voor het zomerreces",
                                       "op de hoogte",
                                       "in het voorjaar",
                                       "in het najaar",
                                       "jaarlijks",
                                       "binnen",
                                       "op een later moment",
                                       "separaat"})
    if (says_anywhere(tokens, words)) return true;
  return false;
}

bool is_done_here(const Tokens& tokens) {
  for (const std::string_view words : {"in deze brief", "met deze brief", "hierbij", "bij deze"})
    if (says_anywhere(tokens, words)) return true;
  return false;
}

bool is_modal(const Token& token) {
  return token.is_one_of({"moet",
                          "moeten",
                          "dient",
                          "dienen",
                          "kan",
                          "kunnen",
                          "zou",
                          "zouden",
                          "heeft",
                          "hebben",
                          "had",
                          "is",
                          "zijn",
                          "was",
                          "waren",
                          "mag"});
}

// What makes the sentence tell of duties, wishes or the past, before any "zodra".
bool is_of_modal(const Tokens& tokens) {
  const auto modal = find_word(tokens, 0, is_modal);
  const auto condition = find_word(
      tokens, 0, [](const Token& t) { return t.is_one_of({"zodra", "wanneer", "indien", "als"}); });
  return modal && (!condition || *modal < *condition);
}

std::optional<Promising> informing(const Passage& passage) {
  const Tokens& tokens = passage.tokens;
  if (!names_parliament(tokens) || !is_to_come(passage) || is_done_here(tokens))
    return std::nullopt;
  const auto verb = find_word(tokens, 0, informs);
  const auto passive =
      find_word(tokens, 0, [](const Token& t) { return t.is_one_of({"wordt", "worden"}); });
  if (!verb || passive || is_of_modal(tokens)) return std::nullopt;
  const auto will =
      find_word(tokens, 0, [](const Token& t) { return t.is_one_of({"zal", "zullen"}); });
  return Promising{
      Manner::informs, will.value_or(*verb), *verb, Confidence::sure, "informs parliament"};
}

std::optional<Promising> being_told(const Passage& passage) {
  const Tokens& tokens = passage.tokens;
  const auto verb = find_word(tokens, 0, [](const Token& t) {
    return t.is_one_of({"wordt", "worden", "zal", "zullen", "zult"});
  });
  if (!verb || is_of_modal(tokens)) return std::nullopt;
  const auto act = find_word(tokens, *verb, is_told);
  if (!act) return std::nullopt;
  return Promising{Manner::is_done_to, *verb, *act, Confidence::sure, "is told or involved"};
}

std::optional<Promising> will_act(const Passage& passage) {
  const Tokens& tokens = passage.tokens;
  const auto verb = find_word(tokens, 0, [](const Token& t) {
    return t.is_one_of({"zal", "zullen", "ga", "gaat", "gaan", "zou", "zouden"});
  });
  if (!verb) return std::nullopt;
  const bool is_reported = tokens[*verb].is_one_of({"zou", "zouden"});
  if (is_reported && !is_announced(tokens, *verb)) return std::nullopt;
  const auto act =
      find_word(tokens, *verb + 1, [](const Token& t) { return is_act(t) || informs(t); });
  const auto denial =
      find_word(tokens, *verb, [](const Token& t) { return t.is_one_of({"niet", "geen"}); });
  if (!act || (denial && *denial < *act)) return std::nullopt;
  const bool will = tokens[*verb].is_one_of({"zal", "zullen", "zou", "zouden"});
  return Promising{Manner::acts,
                   *verb,
                   *act,
                   will ? Confidence::sure : Confidence::likely,
                   will ? "will do" : "is going to do"};
}

// "herbevestigden hun commitment om", "zegde toe", "verbindt zich".
std::optional<Promising> committing(const Passage& passage) {
  const Tokens& tokens = passage.tokens;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    const bool with_act = token.is_one_of({"commitment", "toezegging", "belofte"})
                          && tokens[at + 1].is_one_of({"om", "dat"});
    const bool plainly = token.is_one_of(
        {"toegezegd", "belooft", "beloofde", "beloofden", "garandeert", "garanderen"});
    const bool itself = token.is_one_of({"verbindt",
                                         "verbonden",
                                         "verbond",
                                         "verplicht",
                                         "verplichtte",
                                         "verplichtten",
                                         "committeert",
                                         "committeerde",
                                         "committeerden",
                                         "committeren"})
                        && find_word(tokens, at, [](const Token& t) { return t.is("zich"); });
    const bool says = token.is_one_of({"zegt", "zegde", "zegden", "zeggen", "zeg"})
                      && find_word(tokens, at, [](const Token& t) { return t.is("toe"); });
    const bool agrees = token.is_one_of({"kwamen", "komen"}) && tokens[at + 1].is("overeen");
    if (with_act || plainly || itself || says || agrees)
      return Promising{Manner::commits, at, at + 1, Confidence::sure, "commits itself"};
  }
  return std::nullopt;
}

// "heeft besloten … te verlengen".
std::optional<Promising> decided(const Passage& passage) {
  const Tokens& tokens = passage.tokens;
  const auto decision = find_word(tokens, 1, [](const Token& t) { return t.is("besloten"); });
  if (!decision) return std::nullopt;
  const auto verb =
      find_word(tokens, 0, [](const Token& t) { return t.is_one_of({"heeft", "hebben", "heb"}); });
  const auto act = find_word(tokens, *decision, is_act);
  if (!verb || *verb > *decision || !act || !tokens.before(*act).is("te")) return std::nullopt;
  return Promising{Manner::acts, *verb, *act, Confidence::likely, "has decided to do"};
}

// "In 2024 zet Nederland de steun voort": the present tense with a time to come.
std::optional<Promising> present_to_come(const Passage& passage) {
  if (future_date(passage) == nullptr) return std::nullopt;
  const Tokens& tokens = passage.tokens;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    for (const Finite& act : finite_acts) {
      const bool is_finite = !tokens.before(at).is_one_of({"te", "om"});
      if (!is_finite || !tokens[at].is(act.form)) continue;
      const bool has_part = act.part.empty() || find_word(tokens, at + 1, [&](const Token& t) {
                              return t.is(act.part);
                            });
      const bool has_actor = actor_at(tokens, at + 1) || first_actor(tokens, 0, at);
      if (has_part && has_actor)
        return Promising{Manner::acts, at, at, Confidence::likely, "present tense, time to come"};
    }
  }
  return std::nullopt;
}

std::optional<Promising> being_ready(const Passage& passage) {
  const Tokens& tokens = passage.tokens;
  const bool if_needed = says_anywhere(tokens, "indien nodig") || says_anywhere(tokens, "zo nodig")
                         || says_anywhere(tokens, "als dat nodig is")
                         || says_anywhere(tokens, "waar nodig");
  const auto ready = find_word(tokens, 0, [](const Token& t) {
    return t.is_one_of({"paraat", "gereed", "klaar", "beschikbaar", "bereid", "stand-by"});
  });
  if (!if_needed || !ready) return std::nullopt;
  return Promising{Manner::is_ready, 0, *ready, Confidence::likely, "is ready if needed"};
}

// "kan toetreden zodra": a right to come, on a condition.
std::optional<Promising> permitting(const Passage& passage) {
  const Tokens& tokens = passage.tokens;
  const auto can = find_word(
      tokens, 0, [](const Token& t) { return t.is_one_of({"kan", "kunnen", "mag", "mogen"}); });
  if (!can || *can == 0 || !find_word(tokens, *can, [](const Token& t) { return t.is("zodra"); }))
    return std::nullopt;
  return Promising{Manner::permits, *can, *can + 1, Confidence::likely, "may, as soon as"};
}

}  // namespace

std::optional<Promising> dutch_promise(const Passage& passage) {
  for (const auto rule : {informing,
                          being_told,
                          committing,
                          will_act,
                          decided,
                          present_to_come,
                          being_ready,
                          permitting})
    if (const auto found = rule(passage)) return found;
  return std::nullopt;
}

}  // namespace muster::source
