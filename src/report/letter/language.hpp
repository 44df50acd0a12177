// SPDX-License-Identifier: Apache-2.0
// How a language says what a letter states. All names in what it is given are in that language
// already; a sentence has its full stop.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"

#include "model/nouns.hpp"

namespace muster::report {

// What a nation said that it gives.
struct Contribution {
  std::string nation, capability;
  OfferStatus status = OfferStatus::offered;
  Measure measure = Measure::unit;
  std::int64_t quantity = 0;  // of each rotation
  std::size_t rotations = 1;
  bool is_delivery = false;
  std::optional<Day> from, until;
  std::optional<Day> extended_until, decide_by;  // an option that is open
  std::vector<std::string> caveats, waits_for;
};

// How much of a requirement is filled over its period: thousandths of it.
struct Need {
  std::string capability;
  Measure measure = Measure::unit;
  std::int64_t quantity = 0;
  Period period{};
  std::int64_t firm = 0, expected = 0, best = 0;
};

struct Training {
  std::optional<Day> as_of;
  std::optional<std::int64_t> trained_before;
  std::optional<std::int64_t> target;
  std::optional<Day> target_on, reached_on;
  std::int64_t by_target = 0;  // trained by the day of the target, by the plan
};

struct Cost {
  std::int64_t euros = 0;
  std::string budget;
  Period period{};
};

struct PromiseFact {
  std::string by, to, about, trigger;
  std::optional<Day> due, kept_on;
};

class Language {
 public:
  Language() = default;
  Language(const Language&) = delete;
  Language& operator=(const Language&) = delete;
  Language(Language&&) = delete;
  Language& operator=(Language&&) = delete;
  virtual ~Language() = default;

  [[nodiscard]] virtual std::string_view code() const = 0;
  [[nodiscard]] virtual std::string number(std::int64_t number) const = 0;      // 26,000
  [[nodiscard]] virtual std::string day(Day day) const = 0;                     // 25 October 2023
  [[nodiscard]] virtual std::string money(std::int64_t euros) const = 0;        // EUR 4.2 million
  [[nodiscard]] virtual std::string_view status(OfferStatus status) const = 0;  // in place
  // 3 aircraft; EUR 20 million
  [[nodiscard]] virtual std::string amount(Measure measure, std::int64_t quantity) const = 0;

  [[nodiscard]] virtual std::string own(const Contribution& one) const = 0;
  // As a sentence names it: the Netherlands, Germany.
  [[nodiscard]] virtual std::string nation(const std::string& name) const = 0;
  // "United Kingdom 200 persons"
  [[nodiscard]] std::string gives(const Contribution& one) const;
  // "in place, from 6 October 2023"
  [[nodiscard]] std::string terms(const Contribution& one) const;
  // What the nations beside the writer's give; before a list, or before what they give of one
  // capability.
  [[nodiscard]] virtual std::string_view others() const = 0;
  [[nodiscard]] virtual std::string need(const Need& need) const = 0;
  [[nodiscard]] virtual std::string needs(std::size_t full,
                                          std::size_t part,
                                          std::size_t none) const = 0;
  [[nodiscard]] virtual std::vector<std::string> need_columns() const = 0;
  [[nodiscard]] virtual std::string training(const Training& training) const = 0;
  [[nodiscard]] virtual std::string cost(const Cost& cost) const = 0;
  // "ratification (Türkiye: open, expected …)": what each party must do.
  [[nodiscard]] virtual std::string conditions(const std::vector<std::string>& open,
                                               const std::vector<std::string>& granted,
                                               const std::vector<std::string>& refused) const = 0;
  [[nodiscard]] virtual std::string promise(const PromiseFact& promise) const = 0;
  [[nodiscard]] virtual std::string differs(const std::string& value) const = 0;
  [[nodiscard]] virtual std::string only_in(const std::string& place) const = 0;
  [[nodiscard]] virtual std::string_view other_activities() const = 0;  // a heading
  // Of the report, where anything in it is.
  [[nodiscard]] virtual std::string_view what_is_assumed() const = 0;
  [[nodiscard]] virtual std::string assumed(const std::string& why) const = 0;
  [[nodiscard]] virtual std::string paper(const std::string& identifier) const = 0;  // Kamerstuk …
  [[nodiscard]] virtual std::string spending(std::int64_t met,
                                             std::int64_t pledged,
                                             int year) const = 0;

 protected:
  // ", from 6 October 2023", or nothing
  [[nodiscard]] virtual std::string when(const Contribution& one) const = 0;
};

// "a", "a and b", "a, b and c"
[[nodiscard]] std::string listed(const std::vector<std::string>& parts, std::string_view last_by);
// With its first letter, of ASCII, as a sentence begins.
[[nodiscard]] std::string as_beginning(std::string text);

[[nodiscard]] const Language& dutch();
[[nodiscard]] const Language& english();

// What both have in common: thousands kept apart, a fraction in at most so many places.
[[nodiscard]] std::string grouped(std::int64_t number, char between);
[[nodiscard]] std::string in_millions(std::int64_t euros, char point);

}  // namespace muster::report
