// SPDX-License-Identifier: Apache-2.0
#include "sheets/table/cells.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/nearest.hpp"

#include "model/cell_value.hpp"
#include "sheets/names.hpp"
#include "sheets/nations.hpp"
#include "sheets/statements.hpp"

namespace muster::sheets {
namespace {

constexpr int most_places = 3;

std::optional<ReadCell> read_amount(const std::string& text, int places) {
  constexpr Wide one = 1000;
  // Where whole numbers are wanted "1.234" is more than a thousand.
  const std::string now = trimmed(text);
  const bool is_grouped = places == 0 && now.size() > 4 && now[now.size() - 4] == '.'
                          && now.size() <= 7 && now.front() != '0'
                          && now.find_first_not_of("0123456789.") == std::string::npos;
  if (is_grouped)
    if (const auto whole = parse_whole(now.substr(0, now.size() - 4) + now.substr(now.size() - 3)))
      return ReadCell{std::to_string(*whole), "thousands_separators"};
  const auto amount = written_amount(text, most_places);
  if (!amount) return std::nullopt;
  if (places > 0) return ReadCell{scaled_text(amount->scaled, most_places), amount->rule};
  const Wide whole = (amount->scaled + (amount->scaled < 0 ? -one / 2 : one / 2)) / one;
  const bool is_rounded = whole * one != amount->scaled;
  return ReadCell{to_text(whole), is_rounded ? std::string_view{"rounded"} : amount->rule};
}

std::optional<ReadCell> read_truth(const std::string& text) {
  constexpr std::array<std::string_view, 10> yes{
      "true", "yes", "y", "ja", "j", "oui", "vrai", "wahr", "x", "1"};
  constexpr std::array<std::string_view, 10> no{
      "false", "no", "n", "nee", "nein", "non", "faux", "falsch", "onwaar", "0"};
  const std::string plain = folded(text);
  const bool is_yes = std::ranges::find(yes, plain) != yes.end();
  if (!is_yes && std::ranges::find(no, plain) == no.end()) return std::nullopt;
  const std::string now = is_yes ? "true" : "false";
  return ReadCell{now, now == text ? "" : "word_for_value"};
}

}  // namespace

std::optional<ReadCell> CellReader::read(std::size_t field,
                                         const std::string& old,
                                         std::string& hint) const {
  const Field& wanted = table_.fields[field];
  const std::string text = trimmed(old);
  const std::string_view rule = text == old ? "" : "marks_around";
  if (wanted.type != FieldType::text && untold(text) != Untold::no) {
    const Untold why = untold(text);
    return ReadCell{{},
                    why == Untold::empty   ? rule
                    : why == Untold::vague ? "vague"
                                           : "undisclosed"};
  }
  if (text.empty()) return ReadCell{{}, rule};
  switch (wanted.type) {
    case FieldType::integer:
      return read_amount(old, 0);
    case FieldType::number:
      return read_amount(old, wanted.decimals);
    case FieldType::boolean:
      return read_truth(text);
    case FieldType::date: {
      const auto day = written_day(text, writing_);
      if (!day) return std::nullopt;
      return ReadCell{to_text(day->day), day->rule};
    }
    case FieldType::text:
      break;
  }
  for (const ForeignKey& reference : table_.foreign_keys)
    if (reference.field == field) return read_reference(reference, text, hint);
  if (!wanted.values.empty()) return read_value(wanted, text, hint);
  if (wanted.name == "nation" && table_.name == "nations") {
    const auto nation = nation_called(text);
    return nation ? std::optional{ReadCell{*nation, *nation == text ? rule : "name_for_key"}}
                  : std::nullopt;
  }
  const bool is_key = !wanted.pattern.empty() && wanted.pattern.front() == '[';
  if (is_key && as_key(text) != text) return ReadCell{as_key(text), "marks_in_key"};
  return ReadCell{text, rule};
}

std::optional<ReadCell> CellReader::read_value(const Field& field,
                                               const std::string& text,
                                               std::string& hint) const {
  const std::string plain = folded(text);
  for (const std::string_view value : field.values)
    if (value == text) return ReadCell{text, {}};
  for (const std::string_view value : field.values)
    if (folded(value) == plain) return ReadCell{std::string{value}, "word_for_value"};
  for (const ValueName& one : value_names())
    if (one.column == field.name && folded(one.name) == plain
        && std::ranges::find(field.values, one.value) != field.values.end())
      return ReadCell{std::string{one.value}, "word_for_value"};
  const std::vector<std::string_view> values(field.values.begin(), field.values.end());
  if (const auto near = nearest(text, values)) hint = *near;
  return std::nullopt;
}

std::optional<ReadCell> CellReader::read_reference(const ForeignKey& reference,
                                                   const std::string& text,
                                                   std::string& hint) const {
  if (reference.table == "nations")
    if (const auto nation = nation_called(text))
      return ReadCell{*nation, *nation == text ? "" : "name_for_key"};
  const auto known = request_.known.find(std::string{reference.table});
  const std::string key = reference.locator ? text.substr(0, text.find('#')) : text;
  std::vector<std::string_view> keys;
  if (known != request_.known.end()) {
    const std::string plain = folded(text);
    const KnownRow* by_name = nullptr;
    for (const KnownRow& row : known->second) {
      if (row.key == key) return ReadCell{text, {}};
      if (folded(row.key) == plain || (!row.name.empty() && folded(row.name) == plain))
        by_name = by_name == nullptr ? &row : by_name;
      keys.push_back(row.key);
      if (!row.name.empty()) keys.push_back(row.name);
    }
    if (by_name != nullptr) return ReadCell{by_name->key, "name_for_key"};
  }
  const auto [told, is_new] = hints_.try_emplace({reference.table, text});
  if (is_new) {
    if (const auto near = nearest(text, keys)) told->second = *near;
    if (reference.table == "nations")
      if (const auto near = nearest_nation_name(text)) told->second = *near;
  }
  hint = told->second;
  return std::nullopt;
}

}  // namespace muster::sheets
