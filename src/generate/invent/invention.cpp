// SPDX-License-Identifier: Apache-2.0
#include "generate/invent/invention.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/demand.hpp"

namespace muster::generate {

void Invention::add(std::string_view table, std::vector<FieldText> fields) {
  fields.push_back({"source", "invented"});
  draft.add(table, fields);
}

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all{{"infantry-battalion", "land", "unit", 1, 1, 600},
                                     {"helicopter", "air", "aircraft", 2, 6, 12},
                                     {"engineer-company", "land", "unit", 1, 1, 130},
                                     {"air-defence-battery", "land", "unit", 1, 1, 150},
                                     {"armour-battalion", "land", "unit", 1, 1, 500},
                                     {"artillery-battery", "land", "unit", 1, 1, 120},
                                     {"medical-company", "land", "unit", 1, 1, 120},
                                     {"logistics-company", "land", "unit", 1, 2, 140},
                                     {"signals-company", "land", "unit", 1, 1, 100},
                                     {"transport-aircraft", "air", "aircraft", 1, 3, 30},
                                     {"drone", "air", "aircraft", 1, 4, 15},
                                     {"frigate", "sea", "vessel", 1, 1, 180},
                                     {"minehunter", "sea", "vessel", 1, 2, 50},
                                     {"instructors", "people", "person", 2, 12, 1},
                                     {"staff-officers", "people", "person", 1, 6, 1},
                                     {"reconnaissance-company", "land", "unit", 1, 1, 110},
                                     {"military-police-company", "land", "unit", 1, 1, 100},
                                     {"chemical-defence-company", "land", "unit", 1, 1, 110},
                                     {"rocket-battery", "land", "unit", 1, 1, 110},
                                     {"special-operations-group", "land", "unit", 1, 1, 40},
                                     {"fighter", "air", "aircraft", 2, 8, 20},
                                     {"tanker-aircraft", "air", "aircraft", 1, 2, 40},
                                     {"patrol-aircraft", "air", "aircraft", 1, 2, 35},
                                     {"submarine", "sea", "vessel", 1, 1, 60},
                                     {"supply-ship", "sea", "vessel", 1, 1, 120}};
  demand(all.size() == kind_count, "there are as many kinds as are said");
  return all;
}

std::size_t pick_kind(Random& random, const Sizes& sizes) {
  const auto count = static_cast<std::size_t>(sizes.capabilities);
  if (sizes.popularity == 0) return pick(random, count);
  std::vector<std::int64_t> up_to;  // of each kind: its weight and those of all before it
  std::int64_t weight = 1'000'000'000;
  for (std::size_t kind = 0; kind < count; ++kind) {
    up_to.push_back((up_to.empty() ? 0 : up_to.back()) + weight);
    weight = std::max<std::int64_t>(1, weight * (100 - sizes.popularity) / 100);
  }
  const std::int64_t drawn = random.between(1, up_to.back());
  return static_cast<std::size_t>(std::ranges::lower_bound(up_to, drawn) - up_to.begin());
}

bool happens(Random& random, int percent) {
  return random.between(1, 100) <= percent;
}

std::size_t pick(Random& random, std::size_t size) {
  return random.below(size);
}

Day after_months(Day day, std::int64_t months) {
  const std::chrono::year_month_day date{day};
  return std::chrono::sys_days{date + std::chrono::months{months}};
}

Day month_within(Random& random, Period period) {
  std::vector<Day> firsts;
  for (Day day = period.from; day < period.until; day = after_months(day, 1)) firsts.push_back(day);
  return firsts[pick(random, firsts.size())];
}

std::string_view pick_status(Random& random) {
  using Share = std::pair<std::int64_t, std::string_view>;
  static constexpr std::array<Share, 7> shares{Share{10, "in_place"},
                                               Share{40, "committed"},
                                               Share{55, "accepted"},
                                               Share{80, "offered"},
                                               Share{92, "intended"},
                                               Share{97, "explored"},
                                               Share{100, "withdrawn"}};
  const std::int64_t drawn = random.between(1, 100);
  for (const auto& [up_to, status] : shares)
    if (drawn <= up_to) return status;
  return shares.back().second;
}

}  // namespace muster::generate
