// SPDX-License-Identifier: Apache-2.0
#include "source/finders/nations.hpp"

#include <array>

namespace muster::source {
namespace {

// Names and adjectives in small letters, Dutch then English; adjectives without the Dutch -e.
struct Nation {
  std::string_view code;
  std::array<std::string_view, 5> names;
  std::array<std::string_view, 3> adjectives;
};

constexpr auto nations = std::to_array<Nation>({
    {"ALB", {"albanië", "albania"}, {"albanees", "albanes", "albanian"}},
    {"AUS", {"australië", "australia"}, {"australisch", "australian"}},
    {"AUT", {"oostenrijk", "austria"}, {"oostenrijks", "austrian"}},
    {"BEL", {"belgië", "belgium"}, {"belgisch", "belgian"}},
    {"BGR", {"bulgarije", "bulgaria"}, {"bulgaars", "bulgarian"}},
    {"BIH",
     {"bosnië en herzegovina", "bosnia and herzegovina", "bosnië", "bosnia"},
     {"bosnisch", "bosnian"}},
    {"CAN", {"canada"}, {"canadees", "canades", "canadian"}},
    {"CHE", {"zwitserland", "switzerland"}, {"zwitsers", "swiss"}},
    {"CYP", {"cyprus"}, {"cypriotisch", "cypriot"}},
    {"CZE", {"tsjechië", "czechia", "czech republic"}, {"tsjechisch", "czech"}},
    {"DEU", {"duitsland", "germany"}, {"duits", "german"}},
    {"DNK", {"denemarken", "denmark"}, {"deens", "danish"}},
    {"ESP", {"spanje", "spain"}, {"spaans", "spanish"}},
    {"EST", {"estland", "estonia"}, {"estisch", "ests", "estonian"}},
    {"FIN", {"finland"}, {"fins", "finnish"}},
    {"FRA", {"frankrijk", "france"}, {"frans", "french"}},
    {"GBR",
     {"verenigd koninkrijk", "united kingdom", "vk", "uk", "groot-brittannië"},
     {"brits", "british", "uk"}},
    {"GRC", {"griekenland", "greece"}, {"grieks", "greek"}},
    {"HRV", {"kroatië", "croatia"}, {"kroatisch", "croatian"}},
    {"HUN", {"hongarije", "hungary"}, {"hongaars", "hungarian"}},
    {"IRL", {"ierland", "ireland"}, {"iers", "irish"}},
    {"IRQ", {"irak", "iraq"}, {"iraaks", "iraakse", "iraqi"}},
    {"ISL", {"ijsland", "iceland"}, {"ijslands", "icelandic"}},
    {"ISR", {"israël", "israel"}, {"israëlisch", "israeli"}},
    {"ITA", {"italië", "italy"}, {"italiaans", "italian"}},
    {"JPN", {"japan"}, {"japans", "japanese"}},
    {"KOR", {"zuid-korea", "south korea", "republic of korea"}, {"zuid-koreaans"}},
    {"LTU", {"litouwen", "lithuania"}, {"litouws", "lithuanian"}},
    {"LUX", {"luxemburg", "luxembourg"}, {"luxemburgs", "luxembourgish"}},
    {"LVA", {"letland", "latvia"}, {"lets", "letlands", "latvian"}},
    {"MDA", {"moldavië", "moldova"}, {"moldavisch", "moldovan"}},
    {"MKD", {"noord-macedonië", "north macedonia"}, {"noord-macedonisch", "macedonian"}},
    {"MLI", {"mali"}, {"malinees", "malines", "malian"}},
    {"MLT", {"malta"}, {"maltees", "maltes", "maltese"}},
    {"MNE", {"montenegro"}, {"montenegrijns", "montenegrin"}},
    {"NLD", {"nederland", "netherlands"}, {"nederlands", "dutch"}},
    {"NOR", {"noorwegen", "norway"}, {"noors", "norwegian"}},
    {"NZL", {"nieuw-zeeland", "new zealand"}, {"nieuw-zeelands"}},
    {"POL", {"polen", "poland"}, {"pools", "polish"}},
    {"PRT", {"portugal"}, {"portugees", "portuges", "portuguese"}},
    {"ROU", {"roemenië", "romania"}, {"roemeens", "romanian"}},
    {"RUS", {"rusland", "russia", "russian federation"}, {"russisch", "russian"}},
    {"SRB", {"servië", "serbia"}, {"servisch", "serbian"}},
    {"SVK", {"slowakije", "slovakia"}, {"slowaaks", "slovak"}},
    {"SVN", {"slovenië", "slovenia"}, {"sloveens", "slovenian"}},
    {"SWE", {"zweden", "sweden"}, {"zweeds", "swedish"}},
    {"TUR", {"turkije", "türkiye", "turkey"}, {"turks", "turkish"}},
    {"UKR", {"oekraïne", "ukraine"}, {"oekraïens", "ukrainian"}},
    {"USA",
     {"verenigde staten", "united states", "vs", "us", "usa"},
     {"amerikaans", "american", "us"}},
    {"GEO", {"georgië", "georgia"}, {"georgisch", "georgian"}},
    {"XKX", {"kosovo"}, {"kosovaars", "kosovar"}},
    {"AFG", {"afghanistan"}, {"afghaans", "afghan"}},
    {"SYR", {"syrië", "syria"}, {"syrisch", "syrian"}},
    {"JOR", {"jordanië", "jordan"}, {"jordaans", "jordanian"}},
    {"SOM", {"somalië", "somalia"}, {"somalisch", "somali"}},
    {"SDN", {"soedan", "sudan"}, {"soedanees", "soedanes", "sudanese"}},
    {"SSD", {"zuid-soedan", "south sudan"}, {"zuid-soedanes"}},
    {"NER", {"niger"}, {"nigerees", "nigeres", "nigerien"}},
    {"CHN", {"china"}, {"chinees", "chines", "chinese"}},
    {"IND", {"india"}, {"indiaas", "indian"}},
    {"LBN", {"libanon", "lebanon"}, {"libanees", "libanes", "lebanese"}},
});

// Short forms are names only in capitals: "us" is a pronoun.
bool is_short(std::string_view name) {
  return name.size() <= 3;
}

std::size_t words_in(std::string_view name) {
  std::size_t words = 1;
  for (const char byte : name) words += byte == ' ' ? 1 : 0;
  return words;
}

bool all_capitals(const Token& token) {
  for (const char byte : token.text)
    if (byte < 'A' || byte > 'Z') return false;
  return !token.text.empty();
}

bool is_adjective(const Token& token, std::string_view adjective) {
  if (adjective.empty()) return false;
  if (is_short(adjective) && !token.is_capital()) return false;
  return token.small == adjective
         || (token.small.size() == adjective.size() + 1 && token.small.starts_with(adjective)
             && token.small.ends_with('e'));
}

}  // namespace

std::optional<NationAt> nation_at(const Tokens& tokens, std::size_t index) {
  const Token& token = tokens[index];
  if (!token.is_word() || !token.is_capital()) return std::nullopt;
  std::optional<NationAt> adjective;
  for (const Nation& nation : nations) {
    for (const std::string_view name : nation.names) {
      if (name.empty() || !tokens.says(index, name)) continue;
      if (is_short(name) && !all_capitals(token)) continue;
      return NationAt{nation.code, index + words_in(name), false};
    }
    for (const std::string_view one : nation.adjectives)
      if (!adjective && is_adjective(token, one))
        adjective = NationAt{nation.code, index + 1, true};
  }
  return adjective;
}

}  // namespace muster::source
