// SPDX-License-Identifier: Apache-2.0
#include "simulate/stress/course.hpp"

#include <algorithm>

namespace muster::simulate {

// Most courses are short, and then nothing is quicker than to put each in its place.
void Course::order() {
  constexpr std::size_t few = 96;
  if (changes_.size() > few) {
    std::ranges::sort(changes_, {}, &Step::day);
    return;
  }
  for (std::size_t k = 1; k < changes_.size(); ++k) {
    const Step change = changes_[k];
    std::size_t place = k;
    for (; place > 0 && change.day < changes_[place - 1].day; --place)
      changes_[place] = changes_[place - 1];
    changes_[place] = change;
  }
}

void Course::insert(const Step& change) {
  changes_.insert(std::ranges::upper_bound(changes_, change.day, {}, &Step::day), change);
}

Missing Course::sweep(const Line& line, std::span<const Step> wanted, std::int32_t after) {
  Missing missing;
  losses_.clear();
  gaps_.clear();
  std::int64_t served = 0, level = 0;
  std::size_t change = 0, step = 0;
  std::int32_t since = line.from;
  for (std::int32_t day = line.from; day < line.until;) {
    while (change < changes_.size() && changes_[change].day <= day)
      served += changes_[change++].amount;
    while (step < wanted.size() && wanted[step].day <= day) level = wanted[step++].amount;
    std::int32_t next = line.until;
    if (change < changes_.size()) next = std::min(next, changes_[change].day);
    if (step < wanted.size()) next = std::min(next, wanted[step].day);
    if (const std::int64_t lack = line.required - served; lack > 0) {
      missing.amount_days += lack * (next - day);
      missing.longest = std::max(missing.longest, next - since);
    } else {
      since = next;
    }
    if (const std::int64_t more = level - std::min(served, line.required); more != 0)
      losses_.push_back({day, next, more});
    if (level > served) find_gap({day, next, level - served}, after);
    day = next;
  }
  return missing;
}

// Goes on where the last one ends.
void Course::find_gap(const Lack& lack, std::int32_t after) {
  const std::int32_t from = std::max(lack.from, after);
  if (from >= lack.until) return;
  if (gaps_.empty() || gaps_.back().until != from) gaps_.push_back({from, lack.until, lack.amount});
  gaps_.back().until = lack.until;
}

void Course::add_to_months(const Field& field, const Line& line, std::span<double> by_month) {
  const std::span<const std::int32_t> months{field.months};
  std::size_t month = line.first_month, last = month;
  months_.assign(line.end_month - line.first_month, 0);
  for (const Lack& loss : losses_)
    for (std::int32_t day = loss.from; day < loss.until;) {
      while (month + 1 < line.end_month && months[month + 1] <= day) ++month;
      const std::int32_t end =
          month + 1 < line.end_month ? std::min(loss.until, months[month + 1]) : loss.until;
      months_[month - line.first_month] += loss.amount * (end - day);
      day = end;
      last = month + 1;
    }
  for (std::size_t m = line.first_month; m < last; ++m)
    by_month[m] += weighted_days(line, months_[m - line.first_month]);
}

void Course::serves(const Line& line, std::vector<Step>& steps) const {
  std::int64_t served = 0, level = 0;
  for (std::size_t k = 0; k < changes_.size(); ++k) {
    served += changes_[k].amount;
    const bool is_last_of_day = k + 1 == changes_.size() || changes_[k + 1].day != changes_[k].day;
    if (!is_last_of_day || std::min(served, line.required) == level) continue;
    level = std::min(served, line.required);
    steps.push_back({changes_[k].day, level});
  }
}

}  // namespace muster::simulate
