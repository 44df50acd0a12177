// SPDX-License-Identifier: Apache-2.0
#include "explain/ways.hpp"

#include <algorithm>
#include <tuple>

#include "explain/reasons/reasons.hpp"
#include "explain/ways/breaches.hpp"
#include "explain/ways/probes.hpp"
#include "explain/ways/to_reasons.hpp"

namespace muster::explain {
namespace {

std::int64_t effort_of(const std::vector<Reason>& reasons) {
  std::int64_t sum = 0;
  for (const Reason& reason : reasons) sum += 1 + effort_of(reason.cause);
  return sum;
}

// Fullest first, of equally full ones the least effort; each further one is of less effort.
std::vector<Way> best_of(std::vector<Way> tried) {
  std::ranges::stable_sort(tried, {}, [](const Way& way) {
    return std::tuple{-way.fills, effort_of(way.reasons), -way.gains};
  });
  std::vector<Way> kept;
  for (Way& way : tried)
    if (kept.empty() || effort_of(way.reasons) < effort_of(kept.back().reasons))
      kept.push_back(std::move(way));
  return kept;
}

}  // namespace

Period days_of(const Way& way) {
  if (!way.move.added.empty()) return way.move.added.front().period;
  const auto& delivered = way.move.delivered;
  const auto chosen = std::ranges::find_if(
      delivered, [](const PlannedDelivery& delivery) { return !delivery.delivery; });
  const Day on = (chosen == delivered.end() ? delivered.front() : *chosen).on;
  return {on, on + Days{1}};
}

namespace {

Scenario accepting(const Scenario& scenario, Id<Capability> wanted) {
  const Capability& asked = scenario->capabilities[wanted];
  std::vector<Id<Capability>> siblings;
  for (const Id<Capability> id : scenario->capabilities.ids()) {
    const Capability& other = scenario->capabilities[id];
    if (id != wanted && asked.parent && other.parent == asked.parent
        && other.measure == asked.measure)
      siblings.push_back(id);
  }
  return scenario.accepting(wanted, siblings);
}

}  // namespace

namespace {

// Who is given up may be what another requirement's lead holds of it: nobody's to lift.
bool harms_another(const std::vector<judge::Violation>& broken, Id<Requirement> served) {
  return std::ranges::any_of(broken, [&](const judge::Violation& violation) {
    return violation.rule == judge::Rule::lead_share && violation.requirement != served;
  });
}

}  // namespace

class WayFinder::Ground {
 public:
  Ground(const Scenario& scenario, const Plan& plan, const judge::Verdict& verdict)
      : scenario_{scenario},
        plan_{plan},
        verdict_{verdict},
        index_{scenario, plan},
        disturbance_{scenario, plan, verdict, index_},
        offers_of_{scenario->units.size()} {
    for (const Id<Offer> id : scenario->offers.ids())
      if (is_live(scenario, scenario->offers[id]))
        offers_of_[scenario->offers[id].unit].push_back(id);
  }

  [[nodiscard]] std::vector<Way> ways(const Shortfall& shortfall, Id<Offer> offer) const {
    const Question question{
        scenario_, plan_, index_, shortfall.requirement, shortfall.period, shortfall.unmet};
    const auto kind = scenario_->requirements[shortfall.requirement].kind;
    const std::vector<Move> moves = kind == RequirementKind::delivery
                                        ? probing_deliveries(question, offer)
                                        : probing_tours(question, offer);
    std::vector<Way> tried;
    for (const Move& move : moves) {
      if (!move.added.empty() && is_for_another_offer(move.added.front())) continue;
      const Wide fills = disturbance_.fills(move, shortfall.requirement, shortfall.period);
      if (fills <= 0 && shortfall.unmet > Amount{}) continue;
      Way way{offer, move, {}, fills, disturbance_.gains(move)};
      const auto broken = disturbance_.breaches(move);
      if (harms_another(broken.violations, shortfall.requirement)) continue;
      way.reasons = to_reasons(scenario_, way, broken.violations, broken.beside);
      tried.push_back(std::move(way));
    }
    return best_of(std::move(tried));
  }

  [[nodiscard]] const Scenario& scenario() const { return scenario_; }
  [[nodiscard]] const Plan& plan() const { return plan_; }
  [[nodiscard]] const judge::Verdict& verdict() const { return verdict_; }

  [[nodiscard]] Wide loss_by(const Move& move) const { return -disturbance_.gains(move); }

  [[nodiscard]] Way with_takeovers(Way way) const {
    Move move = way.move;
    for (const Tour& left : way.move.given_up) {
      if (const auto tour = takeover(move, left)) move.added.push_back(*tour);
    }
    if (move.added.size() == way.move.added.size()) return way;
    way.move = std::move(move);
    way.gains = disturbance_.gains(way.move);
    const auto broken = disturbance_.breaches(way.move);
    way.reasons = to_reasons(scenario_, way, broken.violations, broken.beside);
    return way;
  }

 private:
  // Days outside of the offer's window are another offer's of the same unit: a nation offers a unit
  // once, so they are not this offer's to reach for.
  [[nodiscard]] bool is_for_another_offer(const Tour& tour) const {
    const Offer& offer = scenario_->offers[tour.offer];
    const auto is_outside = [&](Day from, Day until) {
      return (offer.from && from < *offer.from) || (offer.until && *offer.until < until);
    };
    if (!is_outside(tour.period.from, tour.period.until)) return false;
    // The offer's window as it would be.
    std::optional<Day> from = offer.from, until = offer.until;
    if (from) from = std::min(*from, tour.period.from);
    if (until) until = std::max(*until, tour.period.until);
    return std::ranges::any_of(offers_of_[offer.unit], [&](Id<Offer> id) {
      const Offer& other = scenario_->offers[id];
      const bool ends_before = other.until && from && *other.until <= *from;
      const bool begins_after = other.from && until && *until <= *other.from;
      return id != tour.offer && !ends_before && !begins_after;
    });
  }

  // Somebody who could be on the tour that is left, without breaking a rule.
  [[nodiscard]] std::optional<Tour> takeover(const Move& move, const Tour& left) const {
    const auto before = disturbance_.breaches(move).violations.size();
    const Wide gains = disturbance_.gains(move);
    const Id<Capability> wanted = scenario_->requirements[left.requirement].capability;
    for (const Id<Offer> id : scenario_.useful(wanted)) {
      const Offer& offer = scenario_->offers[id];
      if (id == left.offer || scenario_->units[offer.unit].divisible) continue;
      const Tour tour{id, left.requirement, left.period, offer.quantity};
      if (!judge::is_allowed(scenario_, plan_.counting, tour)) continue;
      Move longer = move;
      longer.added.push_back(tour);
      if (disturbance_.breaches(longer).violations.size() == before
          && disturbance_.gains(longer) > gains)
        return tour;
    }
    return std::nullopt;
  }

  const Scenario& scenario_;
  const Plan& plan_;
  const judge::Verdict& verdict_;
  PlanIndex index_;
  Disturbance disturbance_;
  Table<Unit, std::vector<Id<Offer>>> offers_of_;  // live ones
};

struct WayFinder::Accepting {
  Accepting(Scenario situation, const Plan& plan, const judge::Verdict& verdict)
      : scenario{std::move(situation)}, finder{scenario, plan, verdict} {}
  Scenario scenario;
  WayFinder finder;
};

WayFinder::WayFinder(const Scenario& scenario, const Plan& plan, const judge::Verdict& verdict)
    : ground_{std::make_unique<Ground>(scenario, plan, verdict)} {}
WayFinder::~WayFinder() = default;

std::vector<Way> WayFinder::ways(const Shortfall& shortfall, Id<Offer> offer) const {
  return ground_->ways(shortfall, offer);
}

const Scenario& WayFinder::scenario() const {
  return ground_->scenario();
}

const WayFinder& WayFinder::accepting_siblings(Id<Capability> wanted) const {
  auto& made = accepting_[wanted];
  if (!made)
    made = std::make_unique<const Accepting>(
        accepting(scenario(), wanted), ground_->plan(), ground_->verdict());
  return made->finder;
}

Wide WayFinder::loss_by(const Move& move) const {
  return ground_->loss_by(move);
}

Way WayFinder::with_takeovers(Way way) const {
  return ground_->with_takeovers(std::move(way));
}

}  // namespace muster::explain
