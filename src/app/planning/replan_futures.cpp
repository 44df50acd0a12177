// SPDX-License-Identifier: Apache-2.0
#include "app/planning/replan_futures.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/planning/frozen.hpp"
#include "judge/judge.hpp"
#include "plan/plan.hpp"

namespace muster::app {
namespace {

constexpr const char* pin_prefix = "future-";
constexpr std::uint64_t part_of_effort = 40;  // as of replan
constexpr std::int64_t thousandths = 1000;

using Forbidden = std::map<Id<Offer>, std::vector<Period>>;

class Silent : public plan::Observer {
 public:
  void progress(const plan::Progress& /*progress*/) override {}
};

// What is left of a period without others, which are in the order of their first days.
std::vector<Period> left_of(Period period, const std::vector<Period>& others) {
  std::vector<Period> left;
  for (const Period& other : others) {
    const Day until = std::min(other.from, period.until);
    if (period.from < until) left.push_back({period.from, until});
    period.from = std::max(period.from, other.until);
  }
  if (period.from < period.until) left.push_back(period);
  return left;
}

const std::vector<Period>& of(const Forbidden& forbidden, Id<Offer> offer) {
  static const std::vector<Period> none;
  const auto found = forbidden.find(offer);
  return found == forbidden.end() ? none : found->second;
}

Plan remains_of(const Plan& plan, const Forbidden& forbidden) {
  Plan remains{plan.counting, {}, plan.deliveries};
  for (const Tour& tour : plan.tours)
    for (const Period& period : left_of(tour.period, of(forbidden, tour.offer)))
      remains.tours.push_back({tour.offer, tour.requirement, period, tour.quantity});
  std::ranges::sort(remains.tours);
  return remains;
}

class Replanner {
 public:
  Replanner(const KeptPlan& kept,
            const simulate::Uncertainty& uncertainty,
            const std::stop_token& stop)
      : kept_{kept}, uncertainty_{uncertainty}, stop_{stop} {}

  std::vector<simulate::Served> operator()(const simulate::Future& future) const {
    Forbidden forbidden;
    for (const auto& one : future.forbidden) forbidden[one.offer].push_back(one.days);
    Draft draft = draft_of(future, forbidden);
    Result<Scenario> scenario = Scenario::build(draft);
    if (!scenario) return {};
    const Plan remains = remains_of(kept_.parts.plan, forbidden);
    const Frozen frozen = freeze(*scenario, remains, future.today);
    if (!frozen.stay.empty()) {
      fix(frozen.stay, draft);
      scenario = Scenario::build(draft);
      if (!scenario) return {};
    }
    Plan anew = solve(*scenario, frozen, remains);
    if (stop_.stop_requested()) return {};  // how far it came is the clock's
    add_what_stays(*scenario, remains, anew);
    return served_by(*scenario, anew);
  }

 private:
  [[nodiscard]] Draft draft_of(const simulate::Future& future, const Forbidden& forbidden) const {
    Draft draft = kept_.situation->draft;
    const Nouns& nouns = *kept_.situation->scenario;
    drop_impossible(forbidden, draft);
    for (const auto& one : future.forbidden)
      draft.add("pins",
                {{"pin", next_pin(draft)},
                 {"kind", "forbid"},
                 {"offer", nouns.offers[one.offer].key},
                 {"from", to_text(one.days.from)},
                 {"until", to_text(one.days.until)}});
    for (const auto& one : future.arrived) add_arrived(one, draft);
    return draft;
  }

  // Tours that the data fixes and this future forbids.
  void drop_impossible(const Forbidden& forbidden, Draft& draft) const {
    const Nouns& nouns = *kept_.situation->scenario;
    std::vector<std::string> gone;
    for (const Pin& pin : nouns.pins)
      if (pin.kind == PinKind::fix
          && left_of(pin.period, of(forbidden, pin.offer)) != std::vector{pin.period})
        gone.push_back(pin.key);
    std::erase_if(draft.table("pins").rows, [&](const DraftRow& row) {
      return std::ranges::find(gone, row.cells.front().text) != gone.end();
    });
  }

  void fix(const std::vector<Tour>& tours, Draft& draft) const {
    const Nouns& nouns = *kept_.situation->scenario;
    for (const Tour& tour : tours) {
      const bool is_part = nouns.units[nouns.offers[tour.offer].unit].divisible;
      draft.add("pins",
                {{"pin", next_pin(draft)},
                 {"kind", "fix"},
                 {"offer", nouns.offers[tour.offer].key},
                 {"requirement", nouns.requirements[tour.requirement].key},
                 {"from", to_text(tour.period.from)},
                 {"until", to_text(tour.period.until)},
                 {"quantity", is_part ? std::to_string(tour.quantity) : std::string{}}});
    }
  }

  [[nodiscard]] static std::string next_pin(const Draft& draft) {
    return pin_prefix + std::to_string(draft.table("pins").rows.size());
  }

  // Like another, at its own time, as the stress test takes it (simulate/stress/field.cpp).
  void add_arrived(const simulate::Future::Arrived& one, Draft& draft) const {
    const Nouns& nouns = *kept_.situation->scenario;
    const simulate::Arrivals& arrivals = uncertainty_.arrivals()[one.row];
    const Requirement& like = nouns.requirements[arrivals.like];
    const bool is_money = nouns.capabilities[like.capability].measure == Measure::money;
    const DraftTable& table = draft.table("requirements");
    std::vector<FieldText> fields;
    for (const DraftRow& row : table.rows) {
      if (table.text(row, "requirement") != like.key) continue;
      for (std::size_t k = 0; k < row.cells.size(); ++k)
        fields.push_back({table.schema->fields[k].name, row.cells[k].text});
    }
    const auto say = [&](std::string_view field, std::string text) {
      std::ranges::find(fields, field, &FieldText::field)->text = std::move(text);
    };
    say("requirement", "arrived-" + std::to_string(table.rows.size()));
    say("from", to_text(one.days.from));
    say("until", to_text(one.days.until));
    say("quantity",
        std::to_string(is_money ? one.amount.count() * thousandths
                                : one.amount.count() / thousandths));
    if (arrivals.priority) say("priority", nouns.priorities[*arrivals.priority].key);
    say("overlap_days", "");
    say("indivisible", "");
    draft.add("requirements", fields);
  }

  [[nodiscard]] Plan solve(const Scenario& scenario,
                           const Frozen& frozen,
                           const Plan& remains) const {
    plan::Options options;
    options.counting = kept_.record.counting;
    options.grid = kept_.record.grid;
    options.seed = kept_.record.seed;
    options.part = part_of_effort;
    options.in_force = remains;
    options.start = frozen.lawful;
    options.start.deliveries = remains.deliveries;
    Silent silent;
    return plan::solve(scenario, options, silent, stop_).plan;
  }

  // What the rules no longer allow of what is left (a tour cut too short, forces whose lead was
  // withdrawn) is there all the same, as where repairs go by rule, on days on which its unit does
  // nothing else now.
  static void add_what_stays(const Scenario& scenario, const Plan& remains, Plan& anew) {
    std::map<Id<Unit>, std::vector<Tour>> of_unit;
    for (const Tour& tour : anew.tours) of_unit[scenario->offers[tour.offer].unit].push_back(tour);
    for (const Tour& tour : remains.tours) {
      const Id<Unit> unit = scenario->offers[tour.offer].unit;
      for (const Period& period :
           left_of(tour.period, busy_for(scenario->units[unit], of_unit[unit], tour)))
        anew.tours.push_back({tour.offer, tour.requirement, period, tour.quantity});
    }
  }

  // The periods on which a unit that does all this cannot also do what is left of a tour. A pool
  // can while it has pieces, unless it serves the same requirement already.
  static std::vector<Period> busy_for(const Unit& unit,
                                      const std::vector<Tour>& does,
                                      const Tour& tour) {
    std::int64_t used = tour.quantity;
    std::vector<Period> all, same;
    for (const Tour& other : does) {
      if (other.period.until <= tour.period.from || tour.period.until <= other.period.from)
        continue;
      all.push_back(other.period);
      if (other.requirement == tour.requirement) same.push_back(other.period);
      used += other.quantity;
    }
    std::vector<Period>& busy = unit.divisible && used <= unit.quantity ? same : all;
    std::ranges::sort(busy, {}, &Period::from);
    return std::move(busy);
  }

  [[nodiscard]] static std::vector<simulate::Served> served_by(const Scenario& scenario,
                                                               const Plan& plan) {
    std::vector<simulate::Served> served;
    for (const Tour& tour : plan.tours) {
      const Period counted = judge::counted_days(scenario, tour);
      if (counted.from < counted.until)
        served.push_back({tour.requirement,
                          counted,
                          scenario.contribution(tour.offer, tour.requirement, tour.quantity)});
    }
    return served;
  }

  const KeptPlan& kept_;
  const simulate::Uncertainty& uncertainty_;
  std::stop_token stop_;
};

}  // namespace

simulate::Replan replan_futures(const KeptPlan& kept,
                                const simulate::Uncertainty& uncertainty,
                                const std::stop_token& stop) {
  return Replanner{kept, uncertainty, stop};
}

}  // namespace muster::app
