// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>

#include "source/finders/calendar.hpp"
#include "source/finders/finders.hpp"

namespace muster::source {
namespace {

// A period as written from one token to another. Without a year: of year 4 (a leap year).
struct Written {
  std::size_t from = 0, until = 0;  // tokens
  Period period;
  bool has_year = true;
  bool is_sure = true;
  const char* rule = "";
};

constexpr int no_year = 4;

bool joins(const Token& token) {
  return token.is_one_of({"en", "and", "-", "\u2013", ",", "&", "t/m", "to", "tot", "until"});
}

// What lies between two days that are named together: a list, or a span.
std::size_t after_joint(const Tokens& tokens, std::size_t at, bool& is_span) {
  is_span = tokens[at].is_one_of({"-", "\u2013", "to", "until"});
  if (tokens.says(at, "tot en met")) {
    is_span = true;
    return at + 3;
  }
  if (tokens[at].is("t") && tokens[at + 1].is("/") && tokens[at + 2].is("m")) {
    is_span = true;
    return at + 3;
  }
  return joins(tokens[at]) && !tokens[at].is("tot") ? at + 1 : at;
}

struct Run {
  unsigned first = 0, last = 0;
  std::size_t from = 0;  // token
};

// Days before a month: "11 en 12", "3, 4 en 17", "1 t/m 5"; neighbours are put together.
struct DayList {
  std::vector<Run> runs;
  std::size_t until = 0;
};

DayList days_at(const Tokens& tokens, std::size_t index) {
  DayList list{{}, index};
  std::size_t at = index;
  bool is_span = false;
  while (const unsigned day = day_number(tokens[at])) {
    const bool extends = !list.runs.empty() && (day == list.runs.back().last + 1 || is_span)
                         && day > list.runs.back().last;
    if (extends) {
      list.runs.back().last = day;
    } else {
      list.runs.push_back({day, day, at});
    }
    list.until = at + 1;
    const std::size_t next = after_joint(tokens, list.until, is_span);
    if (next == list.until) break;
    at = next;
  }
  return list;
}

// The year behind a month; "2023", ", 2023", "van 2023", "of 2023".
std::optional<int> year_behind(const Tokens& tokens, std::size_t& until) {
  std::size_t at = until;
  if (tokens[at].is(",") || tokens[at].is("van") || tokens[at].is("of")) ++at;
  const auto year = year_of(tokens[at]);
  if (year) until = at + 1;
  return year;
}

// "11 en 12 oktober 2023", "5 February": days, month, perhaps a year.
std::vector<Written> day_month(const Tokens& tokens, std::size_t index) {
  const DayList list = days_at(tokens, index);
  if (list.runs.empty()) return {};
  const std::size_t at = list.until + (tokens[list.until].is("of") ? 1 : 0);
  const unsigned month = month_of(tokens[at].small);
  if (month == 0) return {};
  std::size_t until = at + 1;
  if (tokens[until].is(".") && tokens[at].text.size() <= 4) ++until;
  const std::size_t month_end = until;
  const auto year = year_behind(tokens, until);
  if (!year) until = month_end;
  std::vector<Written> all;
  for (const Run& run : list.runs) {
    const auto period = days_of(year.value_or(no_year), month, run.first, run.last);
    if (!period) return {};
    const bool is_last = &run == &list.runs.back();
    all.push_back({run.from,
                   is_last ? until : run.from + 1,
                   *period,
                   year.has_value(),
                   year.has_value(),
                   "day and month"});
  }
  return all;
}

// "October 11, 2023", "March 3-5 2024".
std::vector<Written> month_day(const Tokens& tokens, std::size_t index) {
  const unsigned month = month_of(tokens[index].small);
  if (month == 0 || !tokens[index].is_capital()) return {};
  const DayList list = days_at(tokens, index + 1);
  if (list.runs.empty()) return {};
  std::size_t until = list.until;
  const auto year = year_behind(tokens, until);
  const Run run{list.runs.front().first, list.runs.back().last, index};
  const auto period = days_of(year.value_or(no_year), month, run.first, run.last);
  if (!period) return {};
  return {{index, until, *period, year.has_value(), year.has_value(), "month and day"}};
}

// A word of two months: "januari-december".
unsigned month_before_hyphen(const Token& token, unsigned& second) {
  const auto hyphen = token.small.find('-');
  if (hyphen == std::string::npos) return 0;
  second = month_of(std::string_view{token.small}.substr(hyphen + 1));
  return second == 0 ? 0 : month_of(std::string_view{token.small}.substr(0, hyphen));
}

// "september 2022", "januari-december 2024", "juli tot en met oktober 2024".
std::optional<Written> month_year(const Tokens& tokens, std::size_t index, Part part) {
  unsigned last = 0;
  unsigned month = month_before_hyphen(tokens[index], last);
  std::size_t until = index + 1;
  if (month == 0) {
    month = last = month_of(tokens[index].small);
    if (month == 0) return std::nullopt;
    if (tokens[until].is(".") && tokens[index].text.size() <= 4) ++until;
    bool is_span = false;
    const std::size_t next = after_joint(tokens, until, is_span);
    const unsigned second = next == until ? 0 : month_of(tokens[next].small);
    if (second > month) {
      last = second;
      until = next + 1;
    }
  }
  const auto year = year_behind(tokens, until);
  if (!year || last < month) return std::nullopt;
  const Period period = last == month ? part_of_month(*year, month, part)
                                      : months_of(*year, month, static_cast<int>(last - month) + 1);
  return Written{index, until, period, true, part == Part::whole, "month"};
}

// "in April", "sinds september": a month behind a word that says when; its year is the nearest.
std::optional<Written> bare_month(const Tokens& tokens, std::size_t index) {
  const unsigned month = month_of(tokens[index].small);
  const bool says_when = tokens.before(index).is_one_of(
      {"in", "by", "until", "since", "before", "from", "vanaf", "sinds", "tot", "eind", "begin"});
  if (month == 0 || !says_when || tokens[index].text.size() < 3) return std::nullopt;
  return Written{index, index + 1, months_of(no_year, month, 1), false, false, "month"};
}

// "eerste kwartaal van 2024", "Q1 2024", "2024Q1", "second half of 2024".
std::optional<Written> quarter(const Tokens& tokens, std::size_t index) {
  unsigned number = 0;
  int length = 3;
  std::size_t until = index;
  const std::string& small = tokens[index].small;
  const bool is_short = small.size() == 2 && (small[0] == 'q' || small[0] == 'h') && small[1] >= '1'
                        && small[1] <= (small[0] == 'q' ? '4' : '2');
  if (is_short) {
    number = static_cast<unsigned>(small[1] - '0');
    length = small[0] == 'q' ? 3 : 6;
    until = index + 1;
  } else if (const unsigned ordinal = ordinal_of(small)) {
    const Token& noun = tokens[index + 1];
    const bool is_half = noun.is_one_of({"helft", "half", "halfjaar"});
    if (!is_half && !noun.is_one_of({"kwartaal", "quarter"})) return std::nullopt;
    length = is_half ? 6 : 3;
    number = is_half ? std::min(ordinal, 2U) : ordinal;
    until = index + 2;
  } else {
    return std::nullopt;
  }
  const auto year = year_behind(tokens, until);
  if (!year) return std::nullopt;
  const unsigned month = (number - 1) * static_cast<unsigned>(length) + 1;
  return Written{index, until, months_of(*year, month, length), true, true, "part of a year"};
}

// "voorjaar 2024", "summer of 2024".
std::optional<Written> season(const Tokens& tokens, std::size_t index) {
  const Token& word = tokens[index];
  const unsigned month = word.is_one_of({"voorjaar", "lente", "spring"})          ? 3
                         : word.is_one_of({"zomer", "summer"})                    ? 6
                         : word.is_one_of({"najaar", "herfst", "autumn", "fall"}) ? 9
                         : word.is_one_of({"winter"})                             ? 12
                                                                                  : 0;
  std::size_t until = index + 1;
  const auto year = month == 0 ? std::nullopt : year_behind(tokens, until);
  if (!year) return std::nullopt;
  return Written{index, until, months_of(*year, month, 3), true, false, "season"};
}

// "mid-2024": one word.
std::optional<Written> middle_of_year(const Tokens& tokens, std::size_t index) {
  constexpr std::string_view prefix = "mid-";
  if (!tokens[index].small.starts_with(prefix)) return std::nullopt;
  Token rest = tokens[index];
  rest.text.remove_prefix(prefix.size());
  rest.kind = Token::Kind::number;
  const auto year = year_of(rest);
  if (!year) return std::nullopt;
  return Written{
      index, index + 1, part_of_year(*year, Part::middle), true, false, "part of a year"};
}

// "eind 2023", "by the end of 2023", "mid-2024", "begin januari 2024".
std::optional<Written> part_of_something(const Tokens& tokens, std::size_t index) {
  if (const auto middle = middle_of_year(tokens, index)) return middle;
  Part part = part_of(tokens[index].small);
  std::size_t at = index + 1;
  if (part == Part::whole) return std::nullopt;
  while (tokens[at].is_one_of({"of", "van", "-", "het", "jaar", "the", "year"})) ++at;
  if (const auto month = month_year(tokens, at, part))
    return Written{index, month->until, month->period, true, false, "part of a month"};
  const auto year = year_of(tokens[at]);
  if (!year) return std::nullopt;
  return Written{index, at + 1, part_of_year(*year, part), true, false, "part of a year"};
}

int whole_number(const Token& token) {
  return std::atoi(std::string{token.text}.c_str());
}

// "2023-10-25".
std::optional<Written> iso_day(const Tokens& tokens, std::size_t index) {
  const auto year = year_of(tokens[index]);
  const bool fits = year && tokens[index + 1].is("-") && tokens[index + 3].is("-")
                    && tokens[index + 2].text.size() == 2 && tokens[index + 4].text.size() == 2
                    && !tokens[index + 1].is_spaced && day_number(tokens[index + 4]) != 0;
  if (!fits) return std::nullopt;
  const int month = whole_number(tokens[index + 2]);
  if (month < 1 || month > 12) return std::nullopt;
  const unsigned day = day_number(tokens[index + 4]);
  const auto period = days_of(*year, static_cast<unsigned>(month), day, day);
  if (!period) return std::nullopt;
  return Written{index, index + 5, *period, true, true, "ISO day"};
}

// "15.2.2024": one number to look at.
std::optional<Written> dotted_day(const Tokens& tokens, std::size_t index) {
  const std::string_view text = tokens[index].text;
  const std::size_t first = text.find('.'), second = text.rfind('.');
  if (!tokens[index].is_number() || first == second || text.size() - second != 5)
    return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t until) {
    return static_cast<unsigned>(std::atoi(std::string{text.substr(from, until - from)}.c_str()));
  };
  const int year = static_cast<int>(number(second + 1, text.size()));
  const unsigned month = number(first + 1, second), day = number(0, first);
  if (year < 1900 || year > 2100 || month > 12) return std::nullopt;
  const auto period = days_of(year, month, day, day);
  if (!period) return std::nullopt;
  return Written{index, index + 1, *period, true, true, "day in numbers"};
}

// "25-10-2023", "07/27/2022": day and month by the language, unless only the other way is a day.
std::optional<Written> slashed_day(const Tokens& tokens, std::size_t index, Language language) {
  const bool fits = day_number(tokens[index]) != 0 && day_number(tokens[index + 2]) != 0
                    && tokens[index + 1].is_one_of({"/", "-"})
                    && tokens[index + 1].small == tokens[index + 3].small
                    && !tokens[index + 1].is_spaced && year_of(tokens[index + 4]);
  if (!fits) return std::nullopt;
  const int year = *year_of(tokens[index + 4]);
  unsigned day = day_number(tokens[index]), month = day_number(tokens[index + 2]);
  const bool is_open = day <= 12 && month <= 12 && day != month;
  const bool month_first = language == Language::english && tokens[index + 1].is("/");
  if (is_open ? month_first : month > 12) std::swap(day, month);
  if (month > 12) return std::nullopt;
  const auto period = days_of(year, month, day, day);
  if (!period) return std::nullopt;
  return Written{
      index, index + 5, *period, true, !is_open || language == Language::dutch, "day in numbers"};
}

bool leads_to_year(const Token& token) {
  return token.is_one_of(
      {"in",    "vanaf",  "sinds", "tot",     "na",      "voor",  "v\u00F3\u00F3r",
       "over",  "by",     "until", "till",    "from",    "since", "during",
       "per",   "before", "after", "through", "jaar",    "year",  "gedurende",
       "tegen", "and",    "en",    "tussen",  "between", "eind"});
}

// "in 2024", "vanaf 2025", "2024-2026": a year where a word says that it is one.
std::optional<Written> bare_year(const Tokens& tokens, std::size_t index) {
  const auto year = year_of(tokens[index]);
  if (!year || !leads_to_year(tokens.before(index))) return std::nullopt;
  const bool is_pair = tokens.before(index).is_one_of({"and", "en"});
  if (is_pair && !year_of(tokens.before(index, 2))) return std::nullopt;
  // A number of things: "in 2000 houses".
  const bool counts = tokens[index + 1].is_word() && *year % 100 == 0
                      && !tokens[index + 1].is_one_of({"en", "and", "tot", "to"});
  if (counts) return std::nullopt;
  const auto last =
      tokens[index + 1].is_one_of({"-", "\u2013"}) ? year_of(tokens[index + 2]) : std::nullopt;
  if (last && *last > *year)
    return Written{index,
                   index + 3,
                   {months_of(*year, 1, 1).from, months_of(*last, 1, 12).until},
                   true,
                   true,
                   "years"};
  return Written{index, index + 1, part_of_year(*year, Part::whole), true, true, "year"};
}

// The year that brings a day without one nearest to the document's day; back for "jl.", on for
// "a.s.".
std::optional<Period> with_year(const Period& period, Day document, int direction) {
  const std::chrono::year_month_day from{period.from}, until{period.until};
  const int base = static_cast<int>(std::chrono::year_month_day{document}.year());
  std::optional<Period> best;
  for (int year = base - 1; year <= base + 1; ++year) {
    const auto first = std::chrono::year{year} / from.month() / from.day();
    if (!first.ok()) continue;
    const Day day = std::chrono::sys_days{first};
    if ((direction < 0 && day > document) || (direction > 0 && day < document)) continue;
    const auto distance = [&](Day other) { return std::abs((other - document).count()); };
    if (!best || distance(day) < distance(best->from))
      best = {{day,
               std::chrono::sys_days{(first.year() + (until.year() - from.year())) / until.month()
                                     / until.day()}}};
  }
  return best;
}

// "jl." or "a.s." behind a day: which way to look for its year.
int direction_of(const Tokens& tokens, Written& written) {
  const std::size_t at = written.until;
  if (tokens[at].is("jl")) {
    written.until = at + (tokens[at + 1].is(".") ? 2 : 1);
    return -1;
  }
  if (tokens[at].is("a") && tokens[at + 1].is(".") && tokens[at + 2].is("s")) {
    written.until = at + (tokens[at + 3].is(".") ? 4 : 3);
    return 1;
  }
  return 0;
}

Finding date(const Passage& passage, Written written) {
  std::string value;
  std::optional<Period> period = written.period;
  if (!written.has_year) {
    const int direction = direction_of(passage.tokens, written);
    period = passage.day ? with_year(written.period, *passage.day, direction) : std::nullopt;
  }
  if (period) {
    value = to_text(*period);
  } else {
    value = "--" + muster::to_text(written.period.from).substr(5) + "/--"
            + muster::to_text(written.period.until).substr(5);
  }
  Finding found = finding_of(passage, Kind::date, written.from, written.until, std::move(value));
  found.period = period;
  found.confidence = written.is_sure ? Confidence::sure : Confidence::likely;
  found.rule = written.rule;
  return found;
}

std::vector<Written> written_at(const Passage& passage, std::size_t at) {
  const Tokens& tokens = passage.tokens;
  if (const auto day = iso_day(tokens, at)) return {*day};
  if (const auto day = dotted_day(tokens, at)) return {*day};
  if (const auto day = slashed_day(tokens, at, passage.language)) return {*day};
  if (auto days = day_month(tokens, at); !days.empty()) return days;
  if (auto days = month_day(tokens, at); !days.empty()) return days;
  if (const auto part = part_of_something(tokens, at)) return {*part};
  if (const auto part = quarter(tokens, at)) return {*part};
  if (const auto part = season(tokens, at)) return {*part};
  if (const auto month = month_year(tokens, at, Part::whole)) return {*month};
  if (const auto month = bare_month(tokens, at)) return {*month};
  if (const auto year = bare_year(tokens, at)) return {*year};
  return {};
}

}  // namespace

std::vector<Finding> find_dates(const Passage& passage) {
  std::vector<Finding> all;
  for (std::size_t at = 0; at < passage.tokens.size();) {
    const std::vector<Written> here = written_at(passage, at);
    if (here.empty() || passage.is_taken(here.front().from, here.back().until)) {
      ++at;
      continue;
    }
    for (const Written& written : here) all.push_back(date(passage, written));
    at = here.back().until;
  }
  return all;
}

}  // namespace muster::source
