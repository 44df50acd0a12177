// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>

#include "asks/candidates.hpp"
#include "asks/confirm.hpp"

namespace muster::asks {
namespace {

std::int64_t cost_of_all(const std::vector<Change>& changes) {
  std::int64_t sum = 0;
  for (const Change& change : changes) sum += change.cost;
  return sum;
}

std::string key_of_new_offer(const Scenario& scenario, Id<Requirement> line) {
  return "new-" + scenario->requirements[line].key;
}

// EUR for money, else counting units, rounded up.
std::int64_t quantity_of(const Scenario& scenario, Id<Requirement> line, Amount amount) {
  const auto measure = scenario->capabilities[scenario->requirements[line].capability].measure;
  const std::int64_t one = to_amount(measure, measure == Measure::money ? 1000 : 1).count();
  const std::int64_t units = (amount.count() + one - 1) / std::max<std::int64_t>(1, one);
  return measure == Measure::money ? units * 1000 : units;
}

}  // namespace

namespace {

// What has to be declared so that an offer counts in place of what is asked.
Change acceptance(const Scenario& scenario, Id<Requirement> line, Id<Offer> offer) {
  const Requirement& requirement = scenario->requirements[line];
  const Activity& activity = scenario->activities[requirement.activity];
  const std::string& wanted = scenario->capabilities[requirement.capability].key;
  const std::string& offered = scenario->capabilities[scenario->offers[offer].capability].key;
  Change change;
  change.kind = AskKind::accept_substitute;
  change.party = activity.organisation.empty() ? activity.key : activity.organisation;
  change.object = offered;
  change.after = wanted;
  change.cost = cost_of(scenario, change.kind).cost;
  change.rows.push_back({"substitutions",
                         Operation::put,
                         {{"wanted", wanted}, {"offered", offered}, {"worth", "1"}}});
  return change;
}

void add_way(const Ground& ground, explain::Way way, std::vector<Ask>& found) {
  if (way.gains <= 0) return;
  auto changes = changes_of(ground.scenario, ground.plan, way);
  if (!changes) return;
  Ask ask;
  ask.changes = *std::move(changes);
  ask.fills = way.fills;
  ask.gains = way.gains;
  ask.way = std::move(way);
  found.push_back(std::move(ask));
}

void sort_by_cost(std::vector<Ask>& found) {
  for (Ask& ask : found) ask.cost = cost_of_all(ask.changes);
  std::ranges::stable_sort(found, {}, [](const Ask& ask) {
    return std::tuple{ask.cost, -ask.fills, ask.way.move.given_up.size()};
  });
}

void add_ways(const Ground& ground,
              const explain::WayFinder& finder,
              const explain::Shortfall& shortfall,
              Id<Offer> offer,
              std::vector<Ask>& found) {
  for (explain::Way& way : finder.ways(shortfall, offer)) {
    if (!way.move.given_up.empty()) way = finder.with_takeovers(std::move(way));
    add_way(ground, std::move(way), found);
  }
}

void add_substitutes(const Ground& ground,
                     const explain::WayFinder& finder,
                     const explain::Shortfall& shortfall,
                     std::vector<Ask>& found) {
  const Id<Capability> wanted = ground.scenario->requirements[shortfall.requirement].capability;
  const explain::WayFinder& accepting = finder.accepting_siblings(wanted);
  for (const explain::Reason& reason : shortfall.reasons) {
    const std::size_t before = found.size();
    add_ways(ground, accepting, shortfall, *reason.offer, found);
    for (std::size_t i = before; i < found.size(); ++i)
      found[i].changes.push_back(acceptance(ground.scenario, shortfall.requirement, *reason.offer));
  }
}

}  // namespace

std::vector<Ask> candidates(const Ground& ground,
                            const explain::WayFinder& finder,
                            const explain::Shortfall& shortfall) {
  std::vector<Ask> found;
  if (shortfall.reasons.front().cause == explain::Cause::no_worth)
    add_substitutes(ground, finder, shortfall, found);
  else
    for (const explain::Reason& reason : shortfall.reasons)
      if (reason.offer) add_ways(ground, finder, shortfall, *reason.offer, found);
  sort_by_cost(found);
  return found;
}

std::vector<Ask> candidates_of(const Ground& ground,
                               const explain::Shortfall& shortfall,
                               const std::vector<explain::Way>& ways) {
  std::vector<Ask> found;
  const bool accepts = shortfall.reasons.front().cause == explain::Cause::no_worth;
  for (const explain::Way& way : ways) {
    const std::size_t before = found.size();
    add_way(ground, way, found);
    if (accepts && found.size() > before)
      found.back().changes.push_back(acceptance(ground.scenario, shortfall.requirement, way.offer));
  }
  sort_by_cost(found);
  return found;
}

Ask new_contribution(const Ground& ground, const explain::Shortfall& shortfall) {
  const Scenario& scenario = ground.scenario;
  const Requirement& line = scenario->requirements[shortfall.requirement];
  const auto lead = scenario->activities[line.activity].lead;
  const Period days = line.indivisible ? line.period : shortfall.period;
  const Day from = std::max(line.period.from, days.from - Days{line.overlap_days});
  const std::int64_t quantity = quantity_of(scenario, shortfall.requirement, shortfall.unmet);
  Change change;
  change.kind = AskKind::new_contribution;
  change.party = "any nation";
  change.object = line.key;
  change.after = std::to_string(quantity);
  change.amount = (days.until - from).count();
  change.rows.push_back({"offers",
                         Operation::add,
                         {{"offer", key_of_new_offer(scenario, shortfall.requirement)},
                          {"nation", scenario->nations[lead.value_or(Id<Nation>{0})].key},
                          {"capability", scenario->capabilities[line.capability].key},
                          {"quantity", std::to_string(quantity)},
                          {"requirement", line.key},
                          {"from", to_text(from)},
                          {"until", to_text(days.until)},
                          {"status", "committed"},
                          {"note", "assumed: a contribution that is asked for"}}});
  const AskCost cost = cost_of(scenario, change.kind);
  change.cost = cost.cost + (change.amount + 29) / 30 * cost.per_30_days;
  Ask ask;
  ask.cost = change.cost;
  ask.changes.push_back(std::move(change));
  // The new offer comes last in its table.
  const Id<Offer> offer{static_cast<std::uint32_t>(scenario->offers.size())};
  ask.way.offer = offer;
  if (line.kind == RequirementKind::delivery)
    ask.way.move.delivered.push_back({offer, shortfall.requirement, quantity, from, std::nullopt});
  else
    ask.way.move.added.push_back({offer, shortfall.requirement, {from, days.until}, quantity});
  return ask;
}

std::vector<Ask> ways_out(const Ground& ground,
                          const explain::WayFinder& finder,
                          const explain::Shortfall& shortfall,
                          std::size_t most) {
  std::vector<Ask> kept;
  for (Ask& ask : candidates(ground, finder, shortfall)) {
    if (kept.size() == most) break;
    confirm(ground, shortfall, ask);
    if (ask.confirmed) kept.push_back(std::move(ask));
  }
  if (kept.size() == most) return kept;
  Ask anew = new_contribution(ground, shortfall);
  confirm(ground, shortfall, anew);
  if (anew.confirmed) kept.push_back(std::move(anew));
  return kept;
}

}  // namespace muster::asks
