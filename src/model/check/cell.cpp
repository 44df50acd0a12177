// SPDX-License-Identifier: Apache-2.0
#include "model/check/cell.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <vector>

#include <re2/re2.h>

#include "base/nearest.hpp"

#include "model/cell_value.hpp"

namespace muster::check {
namespace {

constexpr std::size_t longest_shown = 60;
constexpr std::size_t longest_matched = 400;  // of a text that has to have a form, in bytes

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\n";
  const std::size_t first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
char to_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string lower(std::string_view text) {
  std::string out{text};
  std::ranges::transform(out, out.begin(), to_lower);
  return out;
}

bool is_written_nothing(std::string_view text) {
  static constexpr std::array<std::string_view, 10> nothings = {
      "-", "--", "?", "n/a", "na", "none", "null", "tbd", "unknown", "nil"};
  return std::ranges::find(nothings, lower(text)) != nothings.end();
}

std::string listed(std::span<const std::string_view> values) {
  std::string out;
  for (const std::string_view value : values) {
    if (!out.empty()) out += ", ";
    out += value;
  }
  return out;
}

std::optional<Fault> check_boolean(std::string_view text) {
  if (parse_boolean(text)) return std::nullopt;
  static constexpr std::array<std::string_view, 7> yes = {"true", "yes", "y", "1", "x", "ja", "t"};
  static constexpr std::array<std::string_view, 6> no = {"false", "no", "n", "0", "nee", "f"};
  const std::string small = lower(text);
  std::string_view meant;
  if (std::ranges::find(yes, small) != yes.end()) meant = "true";
  if (std::ranges::find(no, small) != no.end()) meant = "false";
  return Fault{in_quotes(text) + " is neither true nor false", maybe(meant)};
}

std::optional<Fault> check_value(const Field& field, std::string_view text) {
  if (field.values.empty()) return std::nullopt;
  if (std::ranges::find(field.values, text) != field.values.end()) return std::nullopt;
  const auto meant = nearest(text, field.values);
  return Fault{in_quotes(text) + " is not an allowed value",
               join(maybe(meant.value_or("")), "Allowed: " + listed(field.values) + ".")};
}

bool matches(std::string_view pattern, std::string_view text) {
  thread_local std::map<std::string_view, std::unique_ptr<RE2>>
      compiled;  // patterns live as long as we do
  std::unique_ptr<RE2>& found = compiled[pattern];
  if (found == nullptr) found = std::make_unique<RE2>(pattern, RE2::Latin1);
  return RE2::FullMatch(text, *found);
}

// The text written a little differently that has the form; empty where no such is found.
std::string meant_by(std::string_view pattern, std::string_view text) {
  std::string upper{text}, joined{text};
  std::ranges::transform(upper, upper.begin(), to_upper);
  std::ranges::replace(joined, ' ', '-');
  for (const std::string& candidate :
       {upper, lower(text), joined, "https://" + std::string{text}}) {
    if (matches(pattern, candidate)) return candidate;
  }
  return {};
}

std::optional<Fault> check_pattern(const Field& field, std::string_view text) {
  if (field.pattern.empty()) return std::nullopt;
  if (text.size() > longest_matched) {
    return Fault{in_quotes(text) + " is longer than " + std::to_string(longest_matched) + " bytes",
                 ""};
  }
  if (matches(field.pattern, text)) return std::nullopt;
  return Fault{in_quotes(text) + " does not have the form " + std::string{field.pattern},
               join(maybe(meant_by(field.pattern, text)), field.description)};
}

std::optional<Fault> check_typed(const Field& field, std::string_view text) {
  switch (field.type) {
    case FieldType::text:
      break;
    case FieldType::integer:
      return check_whole(field, text);
    case FieldType::number:
      return check_decimal(field, text);
    case FieldType::boolean:
      return check_boolean(text);
    case FieldType::date:
      return check_date(text);
  }
  if (auto fault = check_value(field, text)) return fault;
  return check_pattern(field, text);
}

}  // namespace

std::string in_quotes(std::string_view text) {
  std::string shown{text};
  if (text.size() > longest_shown) {
    std::size_t cut = longest_shown;
    while (cut > 0 && is_continuation(text[cut])) --cut;
    shown = std::string{text.substr(0, cut)} + "…";
  }
  std::ranges::replace_if(shown, [](char c) { return c >= 0 && c < ' '; }, ' ');
  return '"' + shown + '"';
}

std::string maybe(std::string_view meant) {
  return meant.empty() ? std::string{} : "Maybe " + std::string{meant} + "?";
}

std::string join(std::string first, std::string_view second) {
  if (!first.empty() && !second.empty()) first += ' ';
  return first.append(second);
}

std::optional<Fault> check_cell(const Field& field, std::string_view text) {
  if (text.empty()) {
    if (!field.required) return std::nullopt;
    const std::string allowed = field.values.empty() ? "" : "One of " + listed(field.values) + ".";
    return Fault{"a value is required here", allowed};
  }
  auto fault = check_typed(field, text);
  if (!fault) return std::nullopt;
  if (is_written_nothing(text) && !field.required) {
    fault->advice = "Leave the cell empty for what is not stated.";
  }
  const std::string_view inner = trimmed(text);
  if (inner.size() != text.size() && !inner.empty() && !check_typed(field, inner)) {
    return Fault{in_quotes(text) + " has spaces around it", maybe(inner)};
  }
  return fault;
}

}  // namespace muster::check
