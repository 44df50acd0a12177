// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <utility>

#include "source/finders/finders.hpp"
#include "source/finders/numbers.hpp"

namespace muster::source {
namespace {

using Named = std::pair<std::string_view, std::string_view>;

// ISO 4217 codes of signs and words, in small letters.
constexpr auto currencies = std::to_array<Named>({
    {"\u20AC", "EUR"},
    {"eur", "EUR"},
    {"euro", "EUR"},
    {"euro's", "EUR"},
    {"euros", "EUR"},
    {"$", "USD"},
    {"usd", "USD"},
    {"us$", "USD"},
    {"dollar", "USD"},
    {"dollars", "USD"},
    {"\u00A3", "GBP"},
    {"gbp", "GBP"},
    {"pound", "GBP"},
    {"pounds", "GBP"},
    {"pond", "GBP"},
    {"sterling", "GBP"},
    {"chf", "CHF"},
    {"yen", "JPY"},
});
constexpr auto codes =
    std::to_array<std::string_view>({"DKK", "NOK", "SEK", "CAD", "AUD", "PLN", "UAH", "JPY"});

struct Currency {
  std::string_view code;
  std::size_t until = 0;
  bool is_word = false;  // "dollars", which may be those of several nations
};

std::optional<Currency> currency_at(const Tokens& tokens, std::size_t index) {
  // "US dollars", "US$", "Amerikaanse dollar"
  if (tokens[index].is_one_of({"us", "amerikaanse", "american"})) {
    const auto next = currency_at(tokens, index + 1);
    if (next && next->code == "USD") return Currency{"USD", next->until, false};
    return std::nullopt;
  }
  for (const Named& one : currencies)
    if (tokens[index].is(one.first)) {
      const bool is_loose = one.first.starts_with("dollar") || one.first.starts_with("po");
      return Currency{one.second, index + 1, is_loose};
    }
  for (const std::string_view code : codes)
    if (tokens[index].text == code) return Currency{code, index + 1, false};
  return std::nullopt;
}

std::optional<Finding> amount(const Passage& passage,
                              std::size_t from,
                              std::size_t until,
                              const NumberAt& number,
                              const Currency& currency) {
  const auto plain = plain_number(number.value, number.zeros);
  if (!plain) return std::nullopt;
  Finding found =
      finding_of(passage, Kind::amount, from, until, std::string{currency.code} + " " + *plain);
  found.confidence = currency.is_word ? Confidence::likely : Confidence::sure;
  found.rule = "sum of money";
  return found;
}

bool is_range_word(const Token& token) {
  return token.is_one_of({"tot", "to", "-", "\u2013", "\u00E0", "en", "and", "of", "or"});
}

// "€ 1,5 miljard", "EUR 10 to 20 million": the sign first.
std::vector<Finding> after_sign(const Passage& passage, std::size_t index, std::size_t& until) {
  const Tokens& tokens = passage.tokens;
  const auto sign = currency_at(tokens, index);
  if (!sign) return {};
  auto number = number_at(tokens, sign->until, passage.language);
  if (!number) return {};
  std::vector<Finding> found;
  until = number->until;
  if (is_range_word(tokens[until])) {
    const auto second = number_at(tokens, until + 1, passage.language);
    const bool shares = second && number->zeros == 0 && second->zeros > 0;
    if (shares) {
      number->zeros = second->zeros;
      if (auto more = amount(passage, until + 1, second->until, *second, *sign))
        found.push_back(std::move(*more));
    }
    if (auto one = amount(passage, index, until, *number, *sign))
      found.insert(found.begin(), std::move(*one));
    if (shares) until = second->until;
    return found;
  }
  if (auto one = amount(passage, index, until, *number, *sign)) found.push_back(std::move(*one));
  return found;
}

// "102 miljoen euro", "10 tot 20 miljoen euro": the number first.
std::vector<Finding> before_sign(const Passage& passage, std::size_t index, std::size_t& until) {
  const Tokens& tokens = passage.tokens;
  auto number = number_at(tokens, index, passage.language);
  if (!number) return {};
  std::vector<Finding> found;
  if (const auto sign = currency_at(tokens, number->until)) {
    until = sign->until;
    if (auto one = amount(passage, index, until, *number, *sign)) found.push_back(std::move(*one));
    return found;
  }
  if (!is_range_word(tokens[number->until]) || number->in_words) return {};
  const auto second = number_at(tokens, number->until + 1, passage.language);
  if (!second) return {};
  const auto sign = currency_at(tokens, second->until);
  if (!sign) return {};
  until = sign->until;
  if (number->zeros == 0) number->zeros = second->zeros;
  if (auto one = amount(passage, index, number->until, *number, *sign))
    found.push_back(std::move(*one));
  if (auto more = amount(passage, number->until + 1, until, *second, *sign))
    found.push_back(std::move(*more));
  return found;
}

}  // namespace

std::vector<Finding> find_amounts(const Passage& passage) {
  std::vector<Finding> all;
  for (std::size_t at = 0; at < passage.tokens.size();) {
    std::size_t until = at + 1;
    if (!passage.is_taken(at, at + 1)) {
      std::vector<Finding> found = after_sign(passage, at, until);
      if (found.empty()) found = before_sign(passage, at, until);
      if (found.empty()) until = at + 1;
      for (Finding& one : found) all.push_back(std::move(one));
    }
    at = until;
  }
  return all;
}

}  // namespace muster::source
