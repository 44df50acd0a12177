// SPDX-License-Identifier: Apache-2.0
#include "report/letter/words_of.hpp"

#include "report/words/words.hpp"
#include "sheets/nations.hpp"

namespace muster::report {

std::string marked_down(std::string_view text) {
  std::string safe;
  for (const char letter : text) {
    if (std::string_view{"\\`*_[]<>|#"}.find(letter) != std::string_view::npos) safe += '\\';
    safe += letter == '\n' || letter == '\r' ? ' ' : letter;
  }
  return safe;
}

WordsOf::WordsOf(const Scenario& scenario, std::string_view language)
    : scenario_{scenario}, language_{language} {
  for (const Translation& one : scenario->translations)
    if (one.language == language) texts_[{one.table, one.key, one.column}] = one.text;
}

std::string WordsOf::text(std::string_view table,
                          std::string_view key,
                          std::string_view column,
                          const std::string& otherwise) const {
  const auto found = texts_.find({std::string{table}, std::string{key}, std::string{column}});
  return found == texts_.end() ? otherwise : found->second;
}

std::string WordsOf::nation(Id<Nation> id) const {
  const Nation& nation = scenario_->nations[id];
  const std::string usual =
      sheets::name_of_nation(nation.key, language_).value_or(name_or_key(nation.name, nation.key));
  return text("nations", nation.key, "name", usual);
}

std::string WordsOf::party(const std::string& party) const {
  const auto nation = scenario_.find_nation(party);
  return nation ? this->nation(*nation) : party;
}

std::string WordsOf::capability(Id<Capability> id) const {
  const Capability& capability = scenario_->capabilities[id];
  return text("capabilities", capability.key, "name", name_or_key(capability.name, capability.key));
}

}  // namespace muster::report
