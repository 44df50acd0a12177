// SPDX-License-Identifier: Apache-2.0
// What is asked: for each kind of capability in proportion to what its units can give.
#include <algorithm>
#include <array>

#include "generate/invent/invention.hpp"

namespace muster::generate {
namespace {

constexpr std::int64_t days_of_month = 30;

// Of four priorities the highest are rare; of any other number each is as likely.
std::string pick_priority(Random& random, int tiers) {
  if (tiers != 4) return "p" + std::to_string(random.between(1, tiers));
  const std::int64_t drawn = random.between(1, 100);
  if (drawn <= 10) return "p1";
  if (drawn <= 35) return "p2";
  return drawn <= 70 ? "p3" : "p4";
}

// Of which kind each requirement is: that of a unit drawn evenly.
std::vector<std::size_t> draw_kinds(const Invention& it) {
  std::vector<std::size_t> drawn;
  for (int i = 0; i < it.sizes.requirements; ++i) {
    Random random = it.stream(Cause::requirements, static_cast<std::size_t>(i));
    drawn.push_back(it.forces[pick(random, it.forces.size())].kind);
  }
  return drawn;
}

// The unit-days that one requirement of each kind asks for on average.
std::vector<std::int64_t> even_parts(const Invention& it, const std::vector<std::size_t>& drawn) {
  std::vector<std::int64_t> days(kinds().size(), 0);
  std::vector<std::int64_t> lines(kinds().size(), 0);
  for (const Force& force : it.forces) days[force.kind] += force.unit_days;
  for (const std::size_t kind : drawn) ++lines[kind];
  for (std::size_t kind = 0; kind < days.size(); ++kind)
    days[kind] =
        days[kind] * it.sizes.demand_percent / 100 / std::max<std::int64_t>(1, lines[kind]);
  return days;
}

struct Size {
  std::int64_t quantity = 1;
  std::int64_t months = 1;
};

// Half to one and a half times the even part, over a third of the horizon or more where it
// suffices.
Size draw_size(Random& random, const Invention& it, std::int64_t even_part) {
  const std::int64_t unit_days = even_part * random.between(50, 150) / 100;
  const std::int64_t all = it.sizes.months;
  const std::int64_t months = random.between(std::max<std::int64_t>(1, all / 3), all);
  const std::int64_t days = months * days_of_month;
  if (unit_days >= days) return {(unit_days + days / 2) / days, months};
  return {1, std::clamp<std::int64_t>(unit_days / days_of_month, 1, months)};
}

void invent_requirement(Invention& it, std::size_t number, std::size_t kind, std::int64_t part) {
  Random random = it.stream(Cause::requirements, 1'000'000 + number);
  const Shares& shares = it.sizes.shares;
  const std::size_t activity = pick(random, it.activities.size());
  const Size size = draw_size(random, it, part);
  const Day from = after_months(it.horizon.from, random.between(0, it.sizes.months - size.months));
  const std::array<std::string_view, 4> notices{"", "10", "30", "60"};
  const std::string key = "requirement-" + std::to_string(number + 1);
  it.lines.push_back({key, activity, kind});
  const bool on_call = happens(random, shares.on_call);
  const bool own_place = happens(random, 20);
  it.add("requirements",
         {{"requirement", key},
          {"activity", it.activities[activity]},
          {"capability", std::string{kinds()[kind].key}},
          {"quantity", std::to_string(size.quantity)},
          {"kind", on_call ? "on_call" : "presence"},
          {"place", own_place ? it.places[pick(random, it.places.size())] : ""},
          {"from", to_text(from)},
          {"until", to_text(after_months(from, size.months))},
          {"priority", pick_priority(random, it.sizes.tiers)},
          {"notice_days", std::string{notices.at(pick(random, notices.size()))}},
          {"max_nations",
           happens(random, shares.nation_limits) ? std::to_string(random.between(1, 3)) : ""},
          {"lead_share", happens(random, shares.lead_shares) ? "0.25" : ""},
          {"overlap_days", happens(random, shares.handovers) ? "14" : ""}});
}

// The last ones of the number asked for are left to deliveries, but never all.
std::size_t lines_for_units(const Invention& it) {
  const int delivered = it.sizes.requirements * it.sizes.shares.deliveries / 100;
  return static_cast<std::size_t>(std::max(1, it.sizes.requirements - delivered));
}

}  // namespace

void invent_requirements(Invention& it) {
  std::vector<std::size_t> drawn = draw_kinds(it);
  drawn.resize(lines_for_units(it));
  const std::vector<std::int64_t> parts = even_parts(it, drawn);
  for (std::size_t i = 0; i < drawn.size(); ++i)
    invent_requirement(it, i, drawn[i], parts[drawn[i]]);
}

}  // namespace muster::generate
