// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "model/cell_value.hpp"
#include "model/check/cell.hpp"

namespace muster::check {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Removes what people put between groups of three digits, in any script's habit: spaces (also the
// no-break ones), apostrophes, underscores, and `mark`.
std::string without_groups(std::string_view text, char mark) {
  static constexpr std::string_view no_break = "\u00A0", thin = "\u202F";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with(no_break)) {
      i += no_break.size() - 1;
    } else if (text.substr(i).starts_with(thin)) {
      i += thin.size() - 1;
    } else if (text[i] != ' ' && text[i] != '\'' && text[i] != '_' && text[i] != mark) {
      out += text[i];
    }
  }
  return out;
}

// Whether every `mark` in the text is followed by exactly three digits.
bool groups_by(std::string_view text, char mark) {
  for (std::size_t i = text.find(mark); i != text.npos; i = text.find(mark, i + 1)) {
    std::size_t digits = 0;
    while (i + 1 + digits < text.size() && is_digit(text[i + 1 + digits])) ++digits;
    if (digits != 3) return false;
  }
  return true;
}

std::string without_plus(std::string_view text) {
  return std::string{text.starts_with('+') ? text.substr(1) : text};
}

// The whole number that was meant; empty where none can be guessed.
std::string whole_meant(std::string_view text) {
  const std::string signless = without_plus(text);
  for (const char mark : {',', '.'}) {
    if (!groups_by(signless, mark)) continue;
    const std::string plain = without_groups(signless, mark);
    if (parse_whole(plain)) return plain;
  }
  const std::size_t point = signless.find_first_of(".,");
  if (point != signless.npos && signless.find_first_not_of('0', point + 1) == signless.npos) {
    const std::string plain = without_groups(signless.substr(0, point), ' ');
    if (parse_whole(plain)) return plain;
  }
  return {};
}

// The decimal number that was meant: a comma for the point, groups of digits, a percentage, a point
// without a digit before or after it.
std::string decimal_meant(std::string_view text, int decimals) {
  std::string plain = without_plus(text);
  const bool percent = plain.ends_with('%');
  if (percent) plain.pop_back();
  const std::size_t comma = plain.rfind(','), point = plain.rfind('.');
  if (comma != plain.npos && (point == plain.npos || comma > point)) {
    plain = without_groups(plain, '.');
    std::ranges::replace(plain, ',', '.');
  } else {
    plain = without_groups(plain, ',');
  }
  if (plain.starts_with('.')) plain.insert(0, 1, '0');
  if (plain.ends_with('.')) plain.pop_back();
  if (const auto value = parse_decimal(plain, percent ? decimals - 2 : decimals)) {
    return to_decimal(*value, decimals);
  }
  return {};
}

// `scale` is 10^decimals: limits are whole, values are scaled.
std::optional<Fault> check_range(const Field& field, std::string_view text, std::int64_t scaled) {
  std::int64_t scale = 1;
  for (int i = 0; i < field.decimals; ++i) scale *= 10;
  if (field.minimum && scaled < *field.minimum * scale) {
    return Fault{in_quotes(text) + " is less than " + std::to_string(*field.minimum), ""};
  }
  if (!field.maximum || scaled <= *field.maximum * scale) return std::nullopt;
  std::string meant;
  if (field.maximum == 1 && scaled <= 100 * scale && scaled % 100 == 0) {
    meant = to_decimal(scaled / 100, field.decimals);
  }
  return Fault{in_quotes(text) + " is more than " + std::to_string(*field.maximum), maybe(meant)};
}

}  // namespace

std::optional<Fault> check_whole(const Field& field, std::string_view text) {
  if (const auto value = parse_whole(text)) return check_range(field, text, *value);
  return Fault{in_quotes(text) + " is not a whole number",
               join(maybe(whole_meant(text)), "Whole numbers are written with digits only.")};
}

std::optional<Fault> check_decimal(const Field& field, std::string_view text) {
  if (const auto value = parse_decimal(text, field.decimals))
    return check_range(field, text, *value);
  const std::string places = std::to_string(field.decimals);
  constexpr int most_places = 9;
  if (parse_decimal(text, most_places)) {
    const std::size_t kept = text.find('.') + 1 + static_cast<std::size_t>(field.decimals);
    return Fault{in_quotes(text) + " has more than " + places + " decimals",
                 maybe(text.substr(0, kept))};
  }
  return Fault{
      in_quotes(text) + " is not a number",
      join(maybe(decimal_meant(text, field.decimals)),
           "Numbers have a decimal point, at most " + places + " decimals and no separators.")};
}

}  // namespace muster::check
