// SPDX-License-Identifier: Apache-2.0
// Who of those that may serve a line could begin to when. Days are known by stretches here: whoever
// is left out could not, the others are to be looked at.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "simulate/stress/field.hpp"
#include "simulate/stress/reserves.hpp"

namespace muster::simulate {

class Suitors {
 public:
  Suitors(const Field& field, Reserves& reserves);
  // Of a new future.
  void begin();
  // Something was called up of the unit: its offers may become free on other days.
  void look_again(std::uint32_t unit);

  [[nodiscard]] std::size_t stretch_of(std::int32_t day) const;
  // Asks of each offer that may serve the line and could begin to on some day of the stretch, in
  // the order of suitors, until the answer is true.
  template <class Ask>
  bool ask_who_could_start(std::uint32_t line, std::size_t stretch, const Ask& ask) {
    const Calendar& calendar = calendar_of(field_.class_of_line[line]);
    return calendar.starts.empty(stretch) ? false
                                          : ask_each(line, calendar.starts.row(stretch), ask);
  }
  // Asks of each that becomes free after a day and before another, and of that day, the soonest
  // first and then in their order, until the answer is true.
  template <class Ask>
  void ask_who_becomes_free(std::uint32_t line,
                            std::int32_t after,
                            std::int32_t before,
                            const Ask& ask) {
    const std::uint32_t number = field_.class_of_line[line];
    const std::vector<std::uint64_t>& begins = calendar_of(number).begins;
    const std::span<const std::uint64_t> may = field_.may_serve.of(line);
    const std::uint64_t end = begin_of(std::max(before, 0), 0);
    for (auto one = std::ranges::lower_bound(begins, begin_of(std::max(after + 1, 0), 0));
         one != begins.end() && *one < end;
         ++one) {
      const std::size_t at = *one & 0xFFFFFFFFU;
      if ((may[at / bits] >> (at % bits) & 1U) != 0
          && ask(field_.suitors_of_class.of(number)[at], static_cast<std::int32_t>(*one >> 32U)))
        return;
    }
  }

 private:
  static constexpr std::size_t stretch_days = 32, bits = 64;

  // Of each stretch a bit for each suitor of a class.
  class Marks {
   public:
    void clear(std::size_t stretches, std::size_t words) {
      words_ = words;
      bits_.assign(stretches * words, 0);
      is_marked_.assign(stretches, 0);
    }
    void mark(std::size_t stretch, std::size_t suitor) {
      bits_[stretch * words_ + suitor / bits] |= std::uint64_t{1} << (suitor % bits);
      is_marked_[stretch] = 1;
    }
    [[nodiscard]] bool empty(std::size_t stretch) const { return is_marked_[stretch] == 0; }
    [[nodiscard]] std::span<const std::uint64_t> row(std::size_t stretch) const {
      return std::span{bits_}.subspan(stretch * words_, words_);
    }

   private:
    std::size_t words_ = 0;
    std::vector<std::uint64_t> bits_;
    std::vector<char> is_marked_;  // by stretch
  };
  // Somebody becomes free on a day, by his place among the suitors: in order they are by day.
  static std::uint64_t begin_of(std::int32_t day, std::size_t at) {
    return static_cast<std::uint64_t>(day) << 32U | at;
  }
  struct Calendar {
    bool is_known = false;  // in this future
    Marks starts;
    std::vector<std::uint64_t> begins;  // see begin_of; in order
  };

  template <class Ask>
  bool ask_each(std::uint32_t line, std::span<const std::uint64_t> who, const Ask& ask) const {
    const std::span<const std::uint32_t> suitors =
        field_.suitors_of_class.of(field_.class_of_line[line]);
    const std::span<const std::uint64_t> may = field_.may_serve.of(line);
    for (std::size_t word = 0; word < who.size(); ++word)
      for (std::uint64_t left = who[word] & may[word]; left != 0; left &= left - 1)
        if (const std::size_t at = word * bits + static_cast<std::size_t>(std::countr_zero(left));
            ask(suitors[at]))
          return true;
    return false;
  }
  Calendar& calendar_of(std::uint32_t number) {
    Calendar& calendar = calendars_[number];
    if (!calendar.is_known) lay(number);
    return calendar;
  }
  void lay(std::uint32_t number);
  void lay_offer(std::uint32_t offer, std::size_t at, Calendar& calendar);
  void lay_pool(std::uint32_t offer, std::size_t at, Calendar& calendar);
  // Of days from `from` to `until`, both included.
  void mark_starts(std::int32_t from, std::int32_t until, std::size_t at, Calendar& calendar);

  const Field& field_;
  Reserves& reserves_;
  std::vector<Calendar> calendars_;  // by class of lines
};

}  // namespace muster::simulate
