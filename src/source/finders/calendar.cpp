// SPDX-License-Identifier: Apache-2.0
#include "source/finders/calendar.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

#include "source/reading/letters.hpp"

namespace muster::source {
namespace {

namespace chr = std::chrono;
using Named = std::pair<std::string_view, unsigned>;

constexpr auto months = std::to_array<Named>({
    {"januari", 1},   {"january", 1},  {"jan", 1},       {"februari", 2},  {"february", 2},
    {"feb", 2},       {"maart", 3},    {"march", 3},     {"mrt", 3},       {"mar", 3},
    {"april", 4},     {"apr", 4},      {"mei", 5},       {"may", 5},       {"juni", 6},
    {"june", 6},      {"jun", 6},      {"juli", 7},      {"july", 7},      {"jul", 7},
    {"augustus", 8},  {"august", 8},   {"aug", 8},       {"september", 9}, {"sept", 9},
    {"sep", 9},       {"oktober", 10}, {"october", 10},  {"okt", 10},      {"oct", 10},
    {"november", 11}, {"nov", 11},     {"december", 12}, {"dec", 12},
});

constexpr auto ordinals = std::to_array<Named>({
    {"eerste", 1},
    {"tweede", 2},
    {"derde", 3},
    {"vierde", 4},
    {"first", 1},
    {"second", 2},
    {"third", 3},
    {"fourth", 4},
    {"1e", 1},
    {"2e", 2},
    {"3e", 3},
    {"4e", 4},
    {"1st", 1},
    {"2nd", 2},
    {"3rd", 3},
    {"4th", 4},
    {"laatste", 4},
    {"last", 4},
});

constexpr auto parts = std::to_array<std::pair<std::string_view, Part>>({
    {"begin", Part::beginning},
    {"beginning", Part::beginning},
    {"start", Part::beginning},
    {"early", Part::beginning},
    {"medio", Part::middle},
    {"midden", Part::middle},
    {"mid", Part::middle},
    {"middle", Part::middle},
    {"eind", Part::end},
    {"einde", Part::end},
    {"end", Part::end},
    {"late", Part::end},
    {"ultimo", Part::end},
});

unsigned number_in(std::span<const Named> words, std::string_view small) {
  const auto found = std::ranges::find(words, small, &Named::first);
  return found == words.end() || small.empty() ? 0 : found->second;
}

Day first_day(int year, unsigned month) {
  return chr::sys_days{chr::year{year} / chr::month{month} / chr::day{1}};
}

}  // namespace

unsigned month_of(std::string_view small) {
  return number_in(months, small);
}

unsigned ordinal_of(std::string_view small) {
  return number_in(ordinals, small);
}

std::optional<int> year_of(const Token& token) {
  int year = 0;
  const char* const last = token.text.data() + token.text.size();
  if (!token.is_number() || token.text.size() != 4
      || std::from_chars(token.text.data(), last, year).ptr != last)
    return std::nullopt;
  return year >= 1900 && year <= 2100 ? std::optional{year} : std::nullopt;
}

unsigned day_number(const Token& token) {
  unsigned day = 0;
  const char* const last = token.text.data() + token.text.size();
  const auto [end, error] = std::from_chars(token.text.data(), last, day);
  if (error != std::errc{} || day < 1 || day > 31) return 0;
  const std::string_view rest =
      std::string_view{token.small}.substr(static_cast<std::size_t>(end - token.text.data()));
  const bool is_ordinal =
      rest == "e" || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return (rest.empty() && token.is_number()) || is_ordinal ? day : 0;
}

std::optional<Period> days_of(int year, unsigned month, unsigned first, unsigned last) {
  const auto from = chr::year{year} / chr::month{month} / chr::day{first};
  const auto to = chr::year{year} / chr::month{month} / chr::day{last};
  if (!from.ok() || !to.ok() || first > last) return std::nullopt;
  return Period{chr::sys_days{from}, chr::sys_days{to} + Days{1}};
}

Period months_of(int year, unsigned month, int count) {
  const auto until = chr::year{year} / chr::month{month} / chr::day{1} + chr::months{count};
  return {first_day(year, month), chr::sys_days{until}};
}

Part part_of(std::string_view small) {
  const auto found = std::ranges::find(parts, small, &std::pair<std::string_view, Part>::first);
  return found == parts.end() || small.empty() ? Part::whole : found->second;
}

Period part_of_year(int year, Part part) {
  switch (part) {
    case Part::beginning:
      return months_of(year, 1, 3);
    case Part::middle:
      return months_of(year, 6, 2);
    case Part::end:
      return months_of(year, 10, 3);
    case Part::whole:
      break;
  }
  return months_of(year, 1, 12);
}

Period part_of_month(int year, unsigned month, Part part) {
  const Period whole = months_of(year, month, 1);
  switch (part) {
    case Part::beginning:
      return {whole.from, whole.from + Days{10}};
    case Part::middle:
      return {whole.from + Days{10}, whole.from + Days{20}};
    case Part::end:
      return {whole.from + Days{20}, whole.until};
    case Part::whole:
      break;
  }
  return whole;
}

std::string to_text(const Period& period) {
  return muster::to_text(period.from) + "/" + muster::to_text(period.until);
}

}  // namespace muster::source
