// SPDX-License-Identifier: Apache-2.0
#include "simulate/stress/course.hpp"

#include <algorithm>

namespace muster::simulate {

// Most courses are short, and then nothing is quicker than to put each in its place.
void Course::order() {
  constexpr std::size_t few = 48;
  if (changes_.size() > few) {
    std::ranges::sort(changes_, {}, &Change::day);
    return;
  }
  for (std::size_t k = 1; k < changes_.size(); ++k) {
    const Change change = changes_[k];
    std::size_t place = k;
    for (; place > 0 && change.day < changes_[place - 1].day; --place)
      changes_[place] = changes_[place - 1];
    changes_[place] = change;
  }
}

void Course::insert(const Change& change) {
  changes_.insert(std::ranges::upper_bound(changes_, change.day, {}, &Change::day), change);
}

Missing Course::missing(const Line& line) {
  Missing missing;
  lacks_.clear();
  std::int64_t served = 0;
  std::int32_t day = line.from, since = -1;
  const auto until = [&](std::int32_t next) {
    if (next <= day) return;
    if (served < line.required) {
      missing.amount_days += (line.required - served) * (next - day);
      lacks_.push_back({day, next, line.required - served});
      if (since < 0) since = day;
      missing.longest = std::max(missing.longest, next - since);
    } else {
      since = -1;
    }
    day = next;
  };
  for (const Change& change : changes_) {
    until(std::min(change.day, line.until));
    served += change.amount;
  }
  until(line.until);
  return missing;
}

void Course::add_to_months(const Field& field,
                           const Line& line,
                           std::span<std::int64_t> months) const {
  std::size_t month = 0;
  for (const Lack& lack : lacks_)
    for (std::int32_t day = lack.from; day < lack.until;) {
      while (month + 1 < months.size() && field.months[line.first_month + month + 1] <= day)
        ++month;
      const std::int32_t end =
          month + 1 < months.size()
              ? std::min(lack.until, field.months[line.first_month + month + 1])
              : lack.until;
      months[month] += lack.amount * (end - day);
      day = end;
    }
}

void Course::find_gaps(const Line& line,
                       std::span<const Change> planned,
                       std::int32_t after,
                       std::vector<Lack>& gaps) const {
  gaps.clear();
  std::int64_t served = 0, as_planned = 0;
  std::int32_t day = line.from;
  bool is_open = false;
  const auto look = [&](std::int32_t next) {
    if (next <= day) return;
    const std::int64_t lack = std::min(as_planned, line.required) - served;
    const std::int32_t from = std::max(day, after);
    day = next;
    if (from >= next) return;
    if (lack <= 0) {
      is_open = false;
      return;
    }
    if (!is_open) gaps.push_back({from, next, lack});
    is_open = true;
    gaps.back().until = next;
  };
  for (std::size_t k = 0, p = 0; k < changes_.size() || p < planned.size();) {
    const bool is_served =
        p == planned.size() || (k < changes_.size() && changes_[k].day < planned[p].day);
    const Change& change = is_served ? changes_[k++] : planned[p++];
    look(std::min(change.day, line.until));
    (is_served ? served : as_planned) += change.amount;
  }
  look(line.until);
}

}  // namespace muster::simulate
