// SPDX-License-Identifier: Apache-2.0
#include "simulate/stress/suitors.hpp"

#include <algorithm>

namespace muster::simulate {

Suitors::Suitors(const Field& field, Reserves& reserves)
    : field_{field}, reserves_{reserves}, calendars_(field.classes) {}

void Suitors::begin() {
  for (Calendar& calendar : calendars_) calendar.is_known = false;
}

std::size_t Suitors::stretch_of(std::int32_t day) const {
  return static_cast<std::size_t>(std::clamp(day, 0, std::max(field_.days - 1, 0))) / stretch_days;
}

void Suitors::lay(std::uint32_t number) {
  Calendar& calendar = calendars_[number];
  calendar.is_known = true;
  const std::span<const std::uint32_t> suitors = field_.suitors_of_class.of(number);
  const std::size_t stretches = stretch_of(field_.days) + 1;
  const std::size_t words = (suitors.size() + bits - 1) / bits;
  calendar.starts.clear(stretches, words);
  calendar.begins.clear();
  for (std::size_t at = 0; at < suitors.size(); ++at) lay_offer(suitors[at], at, calendar);
  std::ranges::sort(calendar.begins);
}

void Suitors::lay_offer(std::uint32_t offer, std::size_t at, Calendar& calendar) {
  if (field_.offers[offer].divisible) return lay_pool(offer, at, calendar);
  for (const Free& free : reserves_.of(offer)) {
    calendar.begins.push_back(begin_of(free.from, at));
    mark_starts(
        std::max(free.from, field_.offers[offer].callable_from), free.last_start, at, calendar);
  }
}

void Suitors::lay_pool(std::uint32_t offer, std::size_t at, Calendar& calendar) {
  const std::span<const Reserves::Pool> pool = reserves_.pool(offer);
  for (std::size_t k = 0; k < pool.size(); ++k)
    if (pool[k].pieces > 0)
      mark_starts(std::max(pool[k].from, field_.offers[offer].callable_from),
                  k + 1 < pool.size() ? pool[k + 1].from - 1 : field_.days,
                  at,
                  calendar);
}

void Suitors::mark_starts(std::int32_t from,
                          std::int32_t until,
                          std::size_t at,
                          Calendar& calendar) {
  if (from > until || from >= field_.days || until < 0) return;
  for (std::size_t k = stretch_of(from); k <= stretch_of(until); ++k) calendar.starts.mark(k, at);
}

// What was free before and is not any more stays marked.
void Suitors::look_again(std::uint32_t unit) {
  for (const std::uint32_t offer : reserves_.offers_of(unit))
    for (const Suit& suit : field_.suits_of_offer.of(offer)) {
      Calendar& calendar = calendars_[suit.of_class];
      if (!calendar.is_known) continue;
      for (const Free& free : reserves_.of(offer)) {
        const std::uint64_t begin = begin_of(free.from, suit.at);
        const auto place = std::ranges::lower_bound(calendar.begins, begin);
        if (place == calendar.begins.end() || *place != begin) calendar.begins.insert(place, begin);
      }
    }
}

}  // namespace muster::simulate
