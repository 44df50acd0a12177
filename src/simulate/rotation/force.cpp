// SPDX-License-Identifier: Apache-2.0
#include "simulate/rotation/force.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <ranges>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "simulate/rotation/marathon_order.hpp"

namespace muster::simulate {
namespace {

using Numbers = std::map<std::string_view, std::uint32_t>;

std::uint32_t number_of(Numbers& numbers,
                        std::vector<std::string_view>& names,
                        std::string_view name) {
  const auto [found, is_new] = numbers.try_emplace(name, static_cast<std::uint32_t>(names.size()));
  if (is_new) names.push_back(name);
  return found->second;
}

// A unit that could have deployed before day 1 has served a part of its days.
std::int32_t prefill_of(const UnitState& unit, const Cycle& cycle) {
  const std::int32_t until = std::min({cycle.deployable_until, cycle.expected_dwell, cycle.length});
  if (unit.cycle_day < cycle.deployable_from || unit.cycle_day >= until) return 0;
  const std::int32_t relief = cycle.overlap_days + 1;
  const std::int32_t since = std::max(unit.cycle_day - relief, cycle.deployable_from);
  const std::int32_t served = cycle.deployed_days - (until - since);
  const std::int32_t most = cycle.deployed_days - relief;
  if (served >= 0 || most <= 0) return std::max(served, 0);
  return most - ((-served) % most);
}

class Maker {
 public:
  Maker(const RotationBook& book, Order order) : book_(book) {
    force_.marathon = order == Order::marathon;
    force_.prefill = book.prefill;
    for (const std::string_view name : counted_components) (void)component(name);
  }

  Force make() && {
    add_policies();
    add_substitutions();
    find_scope();
    add_units();
    add_needs();
    order_capabilities();
    add_event_days();
    find_last_day();
    return std::move(force_);
  }

 private:
  std::uint8_t component(std::string_view name) {
    return static_cast<std::uint8_t>(number_of(component_numbers_, force_.components, name));
  }
  std::uint8_t component_or_none(std::string_view name) {
    return name.empty() ? 0xFF : component(name);
  }

  std::uint32_t capability(std::string_view name) {
    const std::uint32_t number = number_of(capability_numbers_, force_.capability_names, name);
    if (number == force_.capabilities.size()) force_.capabilities.emplace_back();
    return number;
  }

  void add_policies() {
    force_.periods = book_.periods;
    std::ranges::stable_sort(force_.periods, {}, &RotationPeriod::from);
    for (const RotationPolicy& policy : book_.policies) {
      policy_numbers_[policy.name] = static_cast<std::uint16_t>(force_.cycles.size());
      force_.cycles.push_back(cycle_of(policy));
      force_.policy_names.push_back(policy.name);
    }
    for (const RotationSchedule& schedule : book_.schedules) add_schedule(schedule);
  }

  void add_schedule(const RotationSchedule& rows) {
    Schedule schedule;
    schedule.policies.assign(force_.periods.size(), no_policy);
    bool is_first = true;
    for (const auto& [period, policy] : rows.rows) {
      const auto number = policy_numbers_.find(policy);
      if (number == policy_numbers_.end()) continue;
      if (std::exchange(is_first, false)) schedule.first = number->second;
      for (std::size_t k = 0; k < force_.periods.size(); ++k)
        if (force_.periods[k].name == period) schedule.policies[k] = number->second;
    }
    if (is_first) return;
    schedule_numbers_[rows.name] = static_cast<std::uint32_t>(force_.schedules.size());
    force_.schedules.push_back(std::move(schedule));
  }

  // Of a schedule, or of a policy that never changes.
  std::uint32_t schedule_of(std::string_view name) {
    if (const auto found = schedule_numbers_.find(name); found != schedule_numbers_.end())
      return found->second;
    const auto policy = policy_numbers_.find(name);
    Schedule schedule;
    schedule.policies.assign(force_.periods.size(), no_policy);
    schedule.first = policy == policy_numbers_.end() ? 0 : policy->second;
    const auto number = static_cast<std::uint32_t>(force_.schedules.size());
    schedule_numbers_[name] = number;
    force_.schedules.push_back(std::move(schedule));
    return number;
  }

  // Who may stand in for whom at what cost. A donor's own donors count where their rows stand
  // before; costs add up.
  void add_substitutions() {
    std::map<std::string_view, std::map<std::string_view, std::int64_t>> costs;
    for (const RotationSubstitution& row : book_.substitutions) {
      std::map<std::string_view, std::int64_t> more{{row.capability, row.cost_thousandths}};
      if (const auto own = costs.find(row.capability); own != costs.end())
        for (const auto& [donor, cost] : own->second)
          if (donor != row.replaces) more.emplace(donor, cost + row.cost_thousandths);
      for (const auto& [donor, cost] : more) costs[row.replaces].try_emplace(donor, cost);
    }
    for (const auto& [replaced, donors] : costs) {
      std::vector<std::pair<std::int64_t, std::string_view>> sorted;
      std::vector<Hash> hashes;
      std::vector<std::string_view> names;
      for (const auto& [donor, cost] : donors) {
        names.push_back(donor);
        hashes.push_back(hash_of_text(donor));
      }
      for (const std::size_t k : map_order(hashes))
        sorted.emplace_back(donors.at(names[k]), names[k]);
      std::ranges::stable_sort(sorted, {}, &std::pair<std::int64_t, std::string_view>::first);
      auto& ranked = donors_[replaced];
      for (const auto& [cost, donor] : sorted) ranked.push_back(donor);
    }
  }

  // In Marathon's order only what some requirement and some unit share takes part.
  void find_scope() {
    std::set<std::string_view> asked, there;
    for (const RotationRequirement& row : book_.requirements) asked.insert(row.capability);
    for (const RotationUnits& row : book_.units)
      if (row.quantity > 0) there.insert(row.capability);
    for (const std::string_view name : asked) {
      bool is_served = there.contains(name);
      if (is_served) in_scope_.insert(name);
      if (const auto donors = donors_.find(name); donors != donors_.end())
        for (const std::string_view donor : donors->second)
          if (there.contains(donor)) {
            in_scope_.insert(donor);
            is_served = true;
          }
      if (is_served) in_scope_.insert(name);
    }
  }

  [[nodiscard]] bool counts(std::string_view capability) const {
    return !force_.marathon || in_scope_.contains(capability);
  }

  const std::string& policy_of(const RotationUnits& row) const {
    if (!row.policy.empty()) return row.policy;
    const auto found =
        std::ranges::find(book_.defaults, row.component, &RotationBook::Default::component);
    return found == book_.defaults.end() ? row.policy : found->policy;
  }

  void add_units() {
    for (std::uint32_t at = 0; at < book_.units.size(); ++at) {
      const RotationUnits& row = book_.units[at];
      if (row.quantity <= 0 || !counts(row.capability)) continue;
      for (std::int32_t k = 0; k < row.quantity; ++k) add_unit(row, at);
    }
    spread_cycle_days();
    draw_ties();
    for (UnitState& unit : units_)
      begin_on(unit, force_.cycles[unit.policy], unit.cycle_day, book_.prefill);
    group_by_capability();
  }

  void add_unit(const RotationUnits& row, std::uint32_t at) {
    UnitState unit;
    unit.capability = capability(row.capability);
    unit.component = component(row.component);
    unit.schedule = schedule_of(policy_of(row));
    unit.policy = force_.schedules[unit.schedule].first;
    unit.aligned = row.aligned.empty() ? none : region(row.aligned);
    unit.fenced = row.fenced;
    unit.cycle_day = row.cycle_day.value_or(0);
    const std::string name =
        std::to_string(units_.size() + 1) + "_" + row.capability + "_" + row.component;
    told_.push_back({name, row.capability, row.component, policy_of(row), row.title, at});
    units_.push_back(unit);
  }

  std::uint32_t region(std::string_view name) {
    return number_of(region_numbers_, region_names_, name);
  }

  // Units that are alike stand evenly along their cycle; in the order of their numbers.
  void spread_cycle_days() {
    std::map<std::tuple<std::string_view, std::string_view, std::string_view>,
             std::vector<std::size_t>>
        alike;
    for (std::size_t k = 0; k < units_.size(); ++k) {
      const RotationUnits& row = book_.units[told_[k].row];
      if (row.cycle_day) continue;
      alike[{row.capability,
             row.component,
             row.aligned.empty() ? std::string_view{told_[k].policy}
                                 : std::string_view{row.aligned}}]
          .push_back(k);
    }
    for (const auto& [key, members] : alike)
      for (std::size_t k = 0; k < members.size(); ++k) {
        const Cycle& cycle = force_.cycles[units_[members[k]].policy];
        const std::int64_t span = span_of(cycle);
        units_[members[k]].cycle_day = static_cast<std::int32_t>(
            static_cast<std::int64_t>(k) * span / static_cast<std::int64_t>(members.size()));
      }
  }

  void draw_ties() {
    for (std::size_t k = 0; k < units_.size(); ++k) units_[k].tie = static_cast<std::uint32_t>(k);
    if (!force_.marathon) return;
    JavaRandom random(0);
    const auto draw = [&](std::size_t unit) {
      units_[unit].tie = static_cast<std::uint32_t>(random.next_double() * 2147483647.0);
    };
    std::vector<std::vector<std::size_t>> groups;
    std::vector<Hash> hashes;
    std::map<std::vector<std::string_view>, std::size_t> known;
    for (std::size_t k = 0; k < units_.size(); ++k) {
      const RotationUnits& row = book_.units[told_[k].row];
      if (row.cycle_day) {  // who stands alone goes before all groups
        draw(k);
        continue;
      }
      const bool is_bin = !row.aligned.empty();
      const std::vector<std::string_view> key{
          row.capability, row.component, is_bin ? std::string_view{row.aligned} : told_[k].policy};
      const auto [found, is_new] = known.try_emplace(key, groups.size());
      if (is_new) {
        groups.emplace_back();
        const Hash parts[] = {hash_of_text(key[0]),
                              hash_of_text(key[1]),
                              is_bin ? hash_of_keyword(key[2]) : hash_of_text(key[2])};
        hashes.push_back(hash_of_vector(parts));
      }
      groups[found->second].push_back(k);
    }
    for (const std::size_t group : map_order(hashes)) std::ranges::for_each(groups[group], draw);
  }

  void group_by_capability() {
    std::vector<std::uint32_t> order(units_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t k) { return units_[k].capability; });
    force_.of_number.resize(units_.size());
    for (std::uint32_t place = 0; place < order.size(); ++place) {
      force_.of_number[order[place]] = place;
      force_.units.push_back(units_[order[place]]);
      force_.told_units.push_back(told_[order[place]]);
    }
  }

  void add_needs() {
    Numbers groups;
    std::vector<std::string_view> group_names;
    for (std::uint32_t at = 0; at < book_.requirements.size(); ++at) {
      const RotationRequirement& row = book_.requirements[at];
      if (row.quantity <= 0 || !counts(row.capability)) continue;
      force_.needs.push_back(
          {.quantity = row.quantity,
           .from = row.from,
           .until = row.until,
           .capability = capability(row.capability),
           .group = row.group.empty() ? none : number_of(groups, group_names, row.group),
           .region = row.region.empty() ? none : region(row.region),
           .service = row.service,
           .sourcing = row.sourcing,
           .first_component = component_or_none(row.first_component),
           .last_component = component_or_none(row.last_component),
           .without_component = component_or_none(row.without_component),
           .only_aligned = row.only_aligned,
           .row = at});
    }
    std::ranges::stable_sort(force_.needs, [&](const Need& a, const Need& b) {
      const RotationRequirement &one = book_.requirements[a.row],
                                &other = book_.requirements[b.row];
      if (a.capability != b.capability) return a.capability < b.capability;
      if (one.priority != other.priority) return one.priority < other.priority;
      return force_.marathon && one.name < other.name;
    });
    for (const Need& need : force_.needs)
      force_.need_names.emplace_back(book_.requirements[need.row].name);
    sort_by_days();
  }

  void sort_by_days() {
    std::vector<Hash> hashes;
    for (const std::string_view name : force_.need_names) hashes.push_back(hash_of_text(name));
    for (const std::size_t k : hashed_order(hashes))
      force_.beginning.push_back(static_cast<std::uint32_t>(k));
    if (!force_.marathon) std::ranges::sort(force_.beginning);
    force_.ending = force_.beginning;
    std::ranges::stable_sort(
        force_.beginning, {}, [&](std::uint32_t k) { return force_.needs[k].from; });
    std::ranges::stable_sort(
        force_.ending, {}, [&](std::uint32_t k) { return force_.needs[k].until; });
  }

  void order_capabilities() {
    std::vector<Hash> hashes;
    for (const std::string_view name : force_.capability_names)
      hashes.push_back(hash_of_text(name));
    force_.capability_order.resize(hashes.size());
    const auto order = hashed_order(hashes);
    for (std::uint32_t k = 0; k < order.size(); ++k)
      force_.capability_order[order[k]] =
          force_.marathon ? k : static_cast<std::uint32_t>(order[k]);
    for (std::uint32_t place = 0; place < force_.units.size(); ++place) {
      Capability& group = force_.capabilities[force_.units[place].capability];
      if (group.end_unit == 0) group.first_unit = place;
      group.end_unit = place + 1;
    }
    for (std::uint32_t k = 0; k < force_.capabilities.size(); ++k) add_donors(k);
  }

  void add_donors(std::uint32_t asked) {
    std::uint16_t rank = 0;
    const auto add = [&](std::uint32_t donor) {
      force_.capabilities[asked].donors.push_back({donor, rank++});
      force_.capabilities[donor].serves.push_back(asked);
    };
    add(asked);
    const auto donors = donors_.find(force_.capability_names[asked]);
    if (donors == donors_.end()) return;
    for (const std::string_view donor : donors->second)
      if (const auto known = capability_numbers_.find(donor);
          known != capability_numbers_.end() && known->second != asked)
        add(known->second);
      else
        ++rank;
  }

  void find_last_day() {
    force_.last_day =
        force_.marathon ? book_.last_day - 1 : book_.last_day;  // theirs is not simulated
    if (!book_.until_last_requirement) return;
    DayNumber last = 0;
    for (const Need& need : force_.needs) last = std::max(last, need.until);
    force_.last_day = std::min(force_.last_day, last);
  }

  void add_event_days() {
    for (const Need& need : force_.needs)
      force_.event_days.insert(force_.event_days.end(), {need.from, need.until - 1, need.until});
    for (const RotationPeriod& period : book_.periods)
      force_.event_days.insert(force_.event_days.end(), {period.from, period.until - 1});
    std::ranges::sort(force_.event_days);
  }

  const RotationBook& book_;
  Force force_;
  Numbers component_numbers_, capability_numbers_, region_numbers_;
  std::vector<std::string_view> region_names_;
  std::map<std::string_view, std::uint16_t> policy_numbers_;
  std::map<std::string_view, std::uint32_t> schedule_numbers_;
  std::map<std::string_view, std::vector<std::string_view>> donors_;
  std::set<std::string_view> in_scope_;
  std::vector<UnitState> units_;
  std::vector<RotationUnit> told_;
};

}  // namespace

void begin_on(UnitState& unit, const Cycle& cycle, std::int32_t cycle_day, bool prefill) {
  unit.cycle_day = unit.dwell = cycle_day;
  unit.budget = cycle.deployed_days;
  unit.stretch = cycle.at(cycle_day);
  const Stretch& stretch = cycle.stretches[unit.stretch];
  unit.next = std::max(stretch.begin + stretch.length - cycle_day, 0);
  unit.prefill = prefill ? prefill_of(unit, cycle) : 0;
}

std::int32_t span_of(const Cycle& cycle) {
  constexpr std::int32_t longest = 10'000;  // cycles beyond are as good as endless
  return cycle.length > longest ? cycle.expected_dwell : cycle.length;
}

Force force_of(const RotationBook& book, Order order) {
  return Maker(book, order).make();
}

}  // namespace muster::simulate
