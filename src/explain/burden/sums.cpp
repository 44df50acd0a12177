// SPDX-License-Identifier: Apache-2.0
#include "explain/burden/sums.hpp"

#include <map>
#include <set>
#include <utility>

#include "judge/uses.hpp"
#include "model/goals.hpp"

namespace muster::explain {
namespace {

struct Quality {
  bool firm = false, uncaveated = false;
};

bool holds(Quality quality, BurdenPart part) {
  switch (part) {
    case BurdenPart::all:
      return true;
    case BurdenPart::uncaveated:
      return quality.uncaveated;
    case BurdenPart::firm:
      return quality.firm;
    case BurdenPart::firm_uncaveated:
      return quality.firm && quality.uncaveated;
  }
  return false;
}

bool has_caveats(const Offer& offer) {
  return !offer.caveats.empty() || !offer.only_requirements.empty();
}

// The tour within its offer's window, and what is of the extension; either may be missing.
std::vector<Tour> parts_of(const Offer& offer, const Tour& tour) {
  if (!offer.until || *offer.until <= tour.period.from || tour.period.until <= *offer.until) {
    return {tour};
  }
  Tour within = tour, extended = tour;
  within.period.until = extended.period.from = *offer.until;
  return {within, extended};
}

// Adds up one plan.
class Count {
 public:
  explicit Count(const Scenario& scenario)
      : scenario_{scenario}, people_{scenario}, burdens_{scenario->nations.size()} {}

  void add(const Tour& tour) {
    const Offer& offer = scenario_->offers[tour.offer];
    const std::int64_t pieces = judge::pieces_of(scenario_, tour);
    const Wide persons = people_.persons_of(tour).count();
    for (const Tour& part : parts_of(offer, tour)) {
      const Quality quality = quality_of(offer, judge::degree(scenario_, part));
      const std::int64_t days = part.period.length().count();
      put(offer, BurdenMeasure::people_days, persons * days, quality);
      const bool by_the_day = offer.cost_per == CostPer::day;
      if (by_the_day || part.period.from == tour.period.from) {
        put(offer, BurdenMeasure::money, Wide{pieces} * judge::cost_of_piece(offer, days), quality);
      }
      use(tour.offer, quality, true);
    }
  }

  void add(const PlannedDelivery& delivery) {
    const Offer& offer = scenario_->offers[delivery.offer];
    const Quality quality = quality_of(offer, judge::degree(scenario_, delivery));
    const bool is_money = scenario_->capabilities[offer.capability].measure == Measure::money;
    put(offer,
        is_money ? BurdenMeasure::money : BurdenMeasure::equipment,
        Wide{delivery.quantity},
        quality);
    put(offer, BurdenMeasure::money, Wide{judge::cost_of_piece(offer, 1)}, quality);
    use(delivery.offer, quality, false);
  }

  // What is counted once for an offer or a unit, of whatever quality it is anywhere.
  Table<Nation, Burdens> finish() {
    for (const BurdenPart part : burden_parts) {
      std::set<Id<Unit>> serving, active;
      for (const auto& [offer, use] : uses_) {
        if (!use.has[static_cast<std::size_t>(part)]) continue;
        const Offer& row = scenario_->offers[offer];
        put_once(row, BurdenMeasure::money, part, cost_once(row));
        const Unit& unit = scenario_->units[row.unit];
        if (active.insert(row.unit).second) {
          put_once(row, BurdenMeasure::money, part, activation_cost(unit));
        }
        if (use.on_tour && serving.insert(row.unit).second) {
          put_once(row, BurdenMeasure::units, part, 1);
        }
      }
    }
    return std::move(burdens_);
  }

 private:
  struct Use {
    std::array<bool, 4> has{};  // anything of it, by BurdenPart
    bool on_tour = false;
  };

  static Quality quality_of(const Offer& offer, Counting degree) {
    return {degree == Counting::firm, !has_caveats(offer)};
  }
  void put(const Offer& offer, BurdenMeasure measure, Wide amount, Quality quality) {
    for (const BurdenPart part : burden_parts) {
      if (holds(quality, part)) put_once(offer, measure, part, amount);
    }
  }
  void put_once(const Offer& offer, BurdenMeasure measure, BurdenPart part, Wide amount) {
    burdens_[offer.nation][static_cast<std::size_t>(measure)].of[static_cast<std::size_t>(part)] +=
        amount;
  }
  void use(Id<Offer> offer, Quality quality, bool on_tour) {
    Use& use = uses_[offer];
    use.on_tour = use.on_tour || on_tour;
    for (const BurdenPart part : burden_parts) {
      bool& has = use.has[static_cast<std::size_t>(part)];
      has = has || holds(quality, part);
    }
  }

  const Scenario& scenario_;
  judge::PeopleOnce people_;
  Table<Nation, Burdens> burdens_;
  std::map<Id<Offer>, Use> uses_;
};

}  // namespace

Table<Nation, Burdens> burdens_of(const Scenario& scenario, const Plan& plan) {
  Count count{scenario};
  for (const Tour& tour : plan.tours) count.add(tour);
  for (const PlannedDelivery& delivery : plan.deliveries) count.add(delivery);
  return count.finish();
}

}  // namespace muster::explain
