// SPDX-License-Identifier: Apache-2.0
// What nations give: windows, firmness, terms, scopes, caveats, costs; and declared double use.
#include <algorithm>
#include <array>
#include <set>

#include "generate/invent/invention.hpp"

namespace muster::generate {
namespace {

struct Offering {  // one offer of a force, before its terms
  std::string key;
  Period window;  // within the unit's time
};

std::int64_t months_between(Day from, Day until) {
  return (until - from).count() / 30;
}

// The whole of the unit's time, or a part that begins and ends with a month.
Period draw_part(Random& random, Period window, int open_percent) {
  if (happens(random, open_percent) || months_between(window.from, window.until) < 3) return window;
  const Day from = month_within(random, {window.from, after_months(window.until, -2)});
  const Day until = after_months(month_within(random, {from, after_months(window.until, -1)}), 1);
  return {from, std::clamp(until, after_months(from, 1), window.until)};
}

std::vector<Offering> draw_offerings(Random& random, const Invention& it, const Force& force) {
  const Shares& shares = it.sizes.shares;
  const std::int64_t months = months_between(force.window.from, force.window.until);
  if (months >= 4 && happens(random, shares.second_offers)) {
    const Day middle = after_months(force.window.from, months / 2);
    return {{force.key + "-a", {force.window.from, middle}},
            {force.key + "-b", {middle, force.window.until}}};
  }
  return {{force.key + "-offer", draw_part(random, force.window, shares.open_windows)}};
}

using Fields = std::vector<FieldText>;

// The offer of a part of the time states its window; that of the whole unit's time does not.
void add_window(Fields& fields, Random& random, const Invention& it, const Offering& offering) {
  const Shares& shares = it.sizes.shares;
  const auto days = offering.window.length().count();
  const bool ends = offering.window.until < it.horizon.until;
  if (offering.window.from > it.horizon.from)
    fields.push_back({"from", to_text(offering.window.from)});
  if (ends) fields.push_back({"until", to_text(offering.window.until)});
  if (happens(random, shares.minimum_terms))
    fields.push_back({"minimum_days", std::to_string(std::min<std::int64_t>(days, 58))});
  if (ends && happens(random, shares.extensions)) {
    fields.push_back({"extension_days", std::to_string(random.between(1, 3) * 30)});
    fields.push_back({"extension_decide_by", to_text(offering.window.from)});
  }
}

// Whether the offer is narrowed to an activity or a requirement of its kind.
bool add_scope(Fields& fields, Random& random, const Invention& it, const Force& force) {
  if (!happens(random, it.sizes.shares.scoped)) return false;
  const auto is_kind = [&](const Line& line) { return line.kind == force.kind; };
  std::vector<Line> lines;
  std::ranges::copy_if(it.lines, std::back_inserter(lines), is_kind);
  if (lines.empty()) return false;
  const Line& line = lines[pick(random, lines.size())];
  fields.push_back({"activity", it.activities[line.activity]});
  if (happens(random, 50)) fields.push_back({"requirement", line.key});
  return true;
}

// For a divisible unit the cost is that of one of its quantity.
void add_cost(Fields& fields, Random& random, Invention& it, const Force& force) {
  constexpr std::int64_t euros_per_person_day = 150;
  if (happens(random, 10)) return;
  const std::int64_t people = force.divisible ? force.people / force.quantity : force.people;
  const std::int64_t per_day = people * euros_per_person_day * random.between(60, 140) / 100;
  const std::int64_t way = random.between(1, 100);
  fields.push_back({"cost_per", way <= 60 ? "day" : way <= 85 ? "tour" : "once"});
  fields.push_back({"cost_eur", std::to_string(way <= 60 ? per_day : per_day * 100)});
  if (happens(random, it.sizes.shares.budgets))
    fields.push_back({"budget", "budget-" + it.nations[force.nation]});
}

void invent_caveat(Invention& it, Random& random, const std::string& offer) {
  const std::array<std::string_view, 5> rules{
      "not_place", "not_activity", "not_organisation", "season", "task"};
  const std::string rule{rules.at(pick(random, rules.size()))};
  std::string value = "no tasks beyond self-defence";
  if (rule == "not_place") value = it.places[pick(random, it.places.size())];
  if (rule == "not_activity") value = it.activities[pick(random, it.activities.size())];
  if (rule == "not_organisation") value = it.draft.table("activities").rows.front().cells[3].text;
  if (rule == "season") value = "12-01/03-01";
  it.add("caveats", {{"offer", offer}, {"rule", rule}, {"value", value}});
}

// Whether the offer may serve anything of its kind: live and not narrowed.
bool invent_offer(Invention& it, Random& random, const Force& force, const Offering& offering) {
  const std::string status{pick_status(random)};
  Fields fields{{"offer", offering.key},
                {"nation", it.nations[force.nation]},
                {"unit", force.key},
                {"status", status}};
  add_window(fields, random, it, offering);
  const bool scoped = add_scope(fields, random, it, force);
  add_cost(fields, random, it, force);
  if (happens(random, it.sizes.shares.conditions))
    fields.push_back({"condition", it.conditions[pick(random, it.conditions.size())]});
  it.add("offers", fields);
  if (happens(random, it.sizes.shares.caveats)) invent_caveat(it, random, offering.key);
  return !scoped && status != "withdrawn";
}

void invent_double_use(Invention& it, Random& random, const Force& force) {
  if (force.divisible || !happens(random, it.sizes.shares.double_use)) return;
  std::vector<std::string> keys;
  for (const Line& line : it.lines)
    if (line.kind == force.kind) keys.push_back(line.key);
  if (keys.size() < 2) return;
  random.shuffle(std::span{keys});
  it.add("double_use", {{"unit", force.key}, {"requirement", keys[0]}, {"also", keys[1]}});
}

// Every nation has a budget for the whole time, of a part of what all its units would cost.
void invent_budgets(Invention& it) {
  constexpr std::int64_t euros_per_person_day = 150;
  for (std::size_t nation = 0; nation < it.nations.size(); ++nation) {
    Random random = it.stream(Cause::offers, 1'000'000 + nation);
    std::int64_t people = 1;
    for (const Force& force : it.forces)
      if (force.nation == nation) people += force.people;
    const std::int64_t all = people * euros_per_person_day * it.horizon.length().count();
    it.add("budgets",
           {{"budget", "budget-" + it.nations[nation]},
            {"nation", it.nations[nation]},
            {"name", "Operations of " + it.nations[nation]},
            {"from", to_text(it.horizon.from)},
            {"until", to_text(it.horizon.until)},
            {"amount", std::to_string(all * random.between(2, 8) / 100)},
            {"currency", "EUR"}});
  }
}

}  // namespace

void invent_offers(Invention& it) {
  invent_budgets(it);
  for (std::size_t i = 0; i < it.forces.size(); ++i) {
    const Force force = it.forces[i];
    Random random = it.stream(Cause::offers, i);
    bool is_free = true;
    for (const Offering& offering : draw_offerings(random, it, force))
      is_free = invent_offer(it, random, force, offering) && is_free;
    Random doubles = it.stream(Cause::doubles, i);
    if (is_free) invent_double_use(it, doubles, force);
  }
}

}  // namespace muster::generate
