// SPDX-License-Identifier: Apache-2.0
// Policies, units, ceilings.
#include <algorithm>
#include <array>

#include "generate/invent/invention.hpp"
#include "model/cell_value.hpp"

namespace muster::generate {
namespace {

constexpr int days_of_month = 30;

void invent_policies(Invention& it) {
  const std::array<int, 5> dwells{1000, 1500, 2000, 2500, 3000};
  for (std::size_t i = 0; i < dwells.size(); ++i) {
    Random random = it.stream(Cause::policies, i);
    const int least = it.sizes.tour_months_least;
    const int most = it.sizes.tour_months_most;
    const auto shortest = static_cast<int>(random.between(least, std::max(least, most - 2)));
    const auto longest = static_cast<int>(random.between(std::min(shortest + 1, most), most));
    const std::string key = "policy-" + std::to_string(i + 1);
    it.rhythms.push_back({key, shortest * days_of_month - 2, dwells.at(i)});
    it.add("policies",
           {{"policy", key},
            {"tour_min_days", std::to_string(shortest * days_of_month - 2)},
            {"tour_max_days", std::to_string(longest * (days_of_month + 1))},
            {"dwell_ratio", to_decimal(dwells.at(i), 3)},
            {"preparation_days", std::to_string(random.between(0, 14))},
            {"recovery_days", std::to_string(random.between(7, 28))}});
  }
}

// Larger nations have more: the lower of two draws.
std::size_t pick_nation(Random& random, std::size_t count) {
  return std::min(pick(random, count), pick(random, count));
}

std::int64_t draw_quantity(Random& random, const Kind& kind, bool divisible) {
  if (!divisible || kind.most > 3) return random.between(kind.least, kind.most);
  return random.between(2, 3);
}

// Most are there all the time; some come later, some go earlier.
Period draw_window(Random& random, Period horizon) {
  Period window = horizon;
  const Day middle = after_months(horizon.from, (horizon.length().count() / days_of_month) / 2);
  if (middle <= horizon.from || middle >= horizon.until) return window;
  if (happens(random, 12)) window.from = month_within(random, {horizon.from, middle});
  if (happens(random, 12)) window.until = month_within(random, {middle, horizon.until});
  if (window.from >= window.until) return horizon;
  return window;
}

const Force* earlier_of_nation(const Invention& it, std::size_t nation) {
  for (auto force = it.forces.rbegin(); force != it.forces.rend(); ++force)
    if (force->nation == nation && !force->divisible) return &*force;
  return nullptr;
}

void invent_unit(Invention& it, std::size_t number) {
  Random random = it.stream(Cause::units, number);
  const Shares& shares = it.sizes.shares;
  const std::size_t kind_index = pick_kind(random, it.sizes);
  const Kind& kind = kinds()[kind_index];
  const std::size_t nation = pick_nation(random, it.nations.size());
  const bool divisible = happens(random, shares.pools);
  const std::int64_t quantity = draw_quantity(random, kind, divisible);
  const Rhythm& rhythm = it.rhythms[pick(random, it.rhythms.size())];
  const bool has_policy = !happens(random, shares.without_policy);
  const Period window = draw_window(random, it.horizon);
  const std::array<std::string_view, 5> notices{"", "5", "10", "30", "60"};
  const std::string key = it.nations[nation] + "-" + std::to_string(number + 1);
  const Force* whole =
      happens(random, shares.parts) && !divisible ? earlier_of_nation(it, nation) : nullptr;
  const std::string whole_key = whole != nullptr ? whole->key : "";
  const std::int64_t permille = has_policy && !divisible ? 1000 + rhythm.dwell_permille : 1000;
  it.forces.push_back({.key = key,
                       .nation = nation,
                       .kind = kind_index,
                       .quantity = quantity,
                       .people = quantity * kind.people,
                       .divisible = divisible,
                       .window = window,
                       .unit_days = quantity * window.length().count() * 1000 / permille});
  it.add("units",
         {{"unit", key},
          {"nation", it.nations[nation]},
          {"name", std::string{kind.key} + " " + std::to_string(number + 1)},
          {"part_of", whole_key},
          {"capability", std::string{kind.key}},
          {"quantity", std::to_string(quantity)},
          {"personnel", std::to_string(quantity * kind.people)},
          {"divisible", divisible ? "true" : "false"},
          {"place", it.places[nation]},
          {"notice_days", std::string{notices.at(pick(random, notices.size()))}},
          {"policy", has_policy ? rhythm.key : ""},
          {"from", window.from == it.horizon.from ? "" : to_text(window.from)},
          {"until", window.until == it.horizon.until ? "" : to_text(window.until)}});
  if (!divisible && happens(random, shares.further)) {
    const Kind& other = kinds()[pick_kind(random, it.sizes)];
    if (other.key != kind.key)
      it.add("unit_capabilities",
             {{"unit", key}, {"capability", std::string{other.key}}, {"quantity", "1"}});
  }
}

void invent_ceilings(Invention& it) {
  for (std::size_t nation = 0; nation < it.nations.size(); ++nation) {
    Random random = it.stream(Cause::ceilings, nation);
    if (!happens(random, it.sizes.shares.ceilings)) continue;
    std::int64_t people = 0;
    for (const Force& force : it.forces)
      if (force.nation == nation) people += force.people;
    it.add("ceilings",
           {{"nation", it.nations[nation]},
            {"from", to_text(it.horizon.from)},
            {"personnel", std::to_string(people * random.between(20, 60) / 100)}});
  }
}

}  // namespace

void invent_forces(Invention& it) {
  invent_policies(it);
  for (std::size_t i = 0; i < static_cast<std::size_t>(it.sizes.units); ++i) invent_unit(it, i);
  invent_ceilings(it);
}

}  // namespace muster::generate
