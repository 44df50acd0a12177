// SPDX-License-Identifier: Apache-2.0
#include "simulate/stress/field.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

#include "judge/judge.hpp"

namespace muster::simulate {
namespace {

std::int32_t number_of(Day day, Day first) {
  return static_cast<std::int32_t>(
      std::clamp<std::int64_t>((day - first).count(), -always, always));
}

std::int32_t number_or(const std::optional<Day>& day, Day first, std::int32_t without) {
  return day ? number_of(*day, first) : without;
}

// The last day by which all that is open is expected; none: nothing is.
std::optional<Day> open_until(const Condition& condition, Day as_of) {
  std::optional<Day> last;
  for (const Condition::Act& act : condition.acts)
    if (act.status == ConditionStatus::open)
      last = std::max(last.value_or(as_of), act.expected_on.value_or(as_of));
  return last;
}

class Layout {
 public:
  // The last requirements of the scenario are those of the arrivals, in their order.
  Layout(const Scenario& scenario, const Plan& plan, std::span<const Arrivals> arrivals = {})
      : scenario_{scenario},
        plan_{plan},
        arrivals_{arrivals},
        first_{scenario->horizon.from},
        planned_{scenario->requirements.size() - arrivals.size()} {
    field_.scenario = &scenario;
    field_.counting = plan.counting;
    field_.days = static_cast<std::int32_t>(scenario->horizon.length().count());
    field_.units = scenario->units.size();
    field_.today = std::clamp(number_of(scenario->as_of, first_), 0, field_.days);
  }

  Field lay() && {
    for (const Id<Offer> id : scenario_->offers.ids())
      field_.offers.push_back(offer(scenario_->offers[id]));
    lay_months();
    lay_lines();
    lay_tours();
    link();
    return std::move(field_);
  }

 private:
  FieldOffer offer(const Offer& given) {
    const Unit& unit = scenario_->units[given.unit];
    FieldOffer one;
    one.from =
        std::max(number_or(given.from, first_, -always), number_or(unit.from, first_, -always));
    const std::int32_t unit_until = number_or(unit.until, first_, always);
    one.until = std::min(number_or(scenario_.usable_until(given, plan_.counting), first_, always),
                         unit_until);
    one.stated_until = std::min(number_or(given.until, first_, always), unit_until);
    one.unit = given.unit.index();
    one.nation = given.nation.index();
    one.divisible = unit.divisible;
    one.pieces = unit.quantity;
    one.least_days = std::max(1, given.minimum_days.value_or(1));
    if (given.condition)
      if (const auto until =
              open_until(scenario_->conditions[*given.condition], scenario_->as_of)) {
        one.condition = static_cast<std::int32_t>(given.condition->index());
        one.condition_expected = number_of(*until, first_);
      }
    if (unit.policy) {
      const Policy& policy = scenario_->policies[*unit.policy];
      one.least_days = std::max(one.least_days, policy.tour_min_days.value_or(1));
      one.most_days = policy.tour_max_days.value_or(always);
      one.dwell_permille = policy.dwell_permille;
      one.turn_round_days = policy.recovery_days + policy.preparation_days;
    }
    return one;
  }

  void lay_months() {
    const Day end = scenario_->horizon.until;
    std::chrono::year_month_day month{first_};
    for (Day day = first_; day < end;) {
      field_.months.push_back(number_of(day, first_));
      month = std::chrono::year_month{month.year(), month.month()} / 1 + std::chrono::months{1};
      day = Day{month};
    }
    field_.months.push_back(field_.days);
  }

  void lay_lines() {
    field_.line_of.assign(planned_, -1);
    for (const Id<Requirement> id : scenario_->requirements.ids()) {
      const Requirement& asked = scenario_->requirements[id];
      if (!asked.quantity || id.index() >= planned_) continue;
      field_.line_of[id.index()] = static_cast<std::int32_t>(field_.lines.size());
      field_.lines.push_back({.requirement = id,
                              .from = number_of(asked.period.from, first_),
                              .until = number_of(asked.period.until, first_),
                              .handover = asked.overlap_days,
                              .required = asked.quantity->count(),
                              .weight = scenario_->priorities[asked.priority].weight,
                              .is_presence = asked.kind == RequirementKind::presence,
                              .is_delivery = asked.kind == RequirementKind::delivery,
                              .first_month = 0,
                              .end_month = 0});
      field_.lay_in_months(field_.lines.back());
    }
    field_.planned_lines = field_.lines.size();
    for (std::size_t k = 0; k < arrivals_.size(); ++k) lay_places(k);
    field_.order.resize(field_.lines.size());
    std::iota(field_.order.begin(), field_.order.end(), 0U);
    std::ranges::stable_sort(
        field_.order, std::greater{}, [&](std::uint32_t k) { return field_.lines[k].weight; });
  }

  void lay_places(std::size_t arrival) {
    const Id<Requirement> id{static_cast<std::uint32_t>(planned_ + arrival)};
    const Requirement& asked = scenario_->requirements[id];
    constexpr double days_of_year = 365.25, deviations = 8, besides = 12;
    const double mean = arrivals_[arrival].in_a_year * (field_.days - field_.today) / days_of_year;
    const auto most = static_cast<std::size_t>(mean + deviations * std::sqrt(mean) + besides);
    Line place;
    place.requirement = id;
    place.weight = scenario_->priorities[asked.priority].weight;
    place.is_presence = asked.kind == RequirementKind::presence;
    place.arrival = static_cast<std::int32_t>(arrival);
    field_.lines.insert(field_.lines.end(), most, place);
  }

  void lay_tours() {
    for (const Tour& tour : plan_.tours) {
      const std::int32_t line = field_.line_of[tour.requirement.index()];
      if (line < 0) continue;
      const Period counted = judge::counted_days(scenario_, tour);
      field_.tours.push_back(
          {.offer = tour.offer.index(),
           .line = static_cast<std::uint32_t>(line),
           .from = number_of(tour.period.from, first_),
           .until = number_of(tour.period.until, first_),
           .handover = static_cast<std::int32_t>((counted.from - tour.period.from).count()),
           .is_delivery = false,
           .amount = scenario_.contribution(tour.offer, tour.requirement, tour.quantity).count(),
           .pieces = tour.quantity});
    }
    for (const PlannedDelivery& one : plan_.deliveries) {
      const std::int32_t line = field_.line_of[one.requirement.index()];
      if (line < 0) continue;
      field_.tours.push_back(
          {.offer = one.offer.index(),
           .line = static_cast<std::uint32_t>(line),
           .from = number_of(one.on, first_),
           .until = std::max(field_.lines[static_cast<std::size_t>(line)].until,
                             number_of(one.on, first_) + 1),
           .handover = 0,
           .is_delivery = true,
           .amount = scenario_.contribution(one.offer, one.requirement, one.quantity).count(),
           .pieces = one.quantity});
    }
  }

  void link() {
    std::vector<Rows<std::uint32_t>::Pair> lines, suitors;
    std::vector<Rows<Suit>::Pair> suits;
    std::vector<Rows<std::uint64_t>::Pair> may;
    for (const FieldTour& tour : field_.tours) lines.emplace_back(tour.offer, tour.line);
    link_tours();
    for (std::uint32_t k = 0; k < field_.lines.size(); ++k) add_suitors(k, suitors, may);
    for (std::uint32_t k = 0; k < members_.size(); ++k)
      for (std::uint32_t at = 0; at < members_[k].size(); ++at)
        suits.emplace_back(members_[k][at], Suit{k, at});
    const auto less = [](const auto& one, const auto& other) {
      return std::tie(one.first, one.second) < std::tie(other.first, other.second);
    };
    std::ranges::sort(lines, less);
    const auto repeated = std::ranges::unique(lines);
    lines.erase(repeated.begin(), repeated.end());
    field_.lines_of_offer.build(field_.offers.size(), lines);
    field_.suitors_of_class.build(field_.classes, suitors);
    field_.suits_of_offer.build(field_.offers.size(), suits);
    field_.may_serve.build(field_.lines.size(), may);
  }

  [[nodiscard]] LineTour line_tour(const FieldTour& tour, std::uint32_t number) const {
    const FieldOffer& offer = field_.offers[tour.offer];
    const std::int32_t latest =
        offer.divisible ? -always : std::min(offer.until, field_.lines[tour.line].until);
    return {.number = number,
            .offer = tour.offer,
            .until = tour.until,
            .handover = tour.handover,
            .latest = latest,
            .most_days = offer.most_days,
            .amount = tour.amount,
            .pieces = tour.pieces};
  }

  void link_tours() {
    std::vector<std::uint32_t> in_order(field_.tours.size()), number(field_.tours.size());
    std::iota(in_order.begin(), in_order.end(), 0U);
    std::ranges::stable_sort(in_order, {}, [&](std::uint32_t k) { return field_.tours[k].offer; });
    for (std::uint32_t k = 0; k < in_order.size(); ++k) number[in_order[k]] = k;
    std::vector<Rows<LineTour>::Pair> by_line;
    for (std::uint32_t k = 0; k < field_.tours.size(); ++k) {
      const FieldTour& tour = field_.tours[k];
      by_line.emplace_back(tour.line, line_tour(tour, number[k]));
    }
    std::vector<FieldTour> tours;
    std::vector<Rows<std::uint32_t>::Pair> by_unit;
    field_.first_tours.assign(field_.offers.size() + 1, 0);
    for (const std::uint32_t k : in_order) {
      const FieldTour& tour = field_.tours[k];
      by_unit.emplace_back(field_.offers[tour.offer].unit,
                           static_cast<std::uint32_t>(tours.size()));
      tours.push_back(tour);
      ++field_.first_tours[tour.offer + 1];
    }
    for (std::size_t k = 0; k < field_.offers.size(); ++k)
      field_.first_tours[k + 1] += field_.first_tours[k];
    field_.tours = std::move(tours);
    std::ranges::stable_sort(
        by_unit, {}, [&](const auto& one) { return field_.tours[one.second].from; });
    field_.tours_of_line.build(field_.lines.size(), by_line);
    field_.tours_of_unit.build(field_.units, by_unit);
  }

  // Who may serve at all: of the capability itself first, then others; each in the table's order.
  void add_suitors(std::uint32_t line,
                   std::vector<Rows<std::uint32_t>::Pair>& suitors,
                   std::vector<Rows<std::uint64_t>::Pair>& may) {
    const Id<Requirement> id = field_.lines[line].requirement;
    const Id<Capability> asked = scenario_->requirements[id].capability;
    const auto [found, is_new] = classes_.try_emplace(asked.index(), field_.classes);
    field_.class_of_line.push_back(static_cast<std::uint32_t>(found->second));
    if (is_new) {
      members_.emplace_back();
      for (const bool is_own : {true, false})
        for (const Id<Offer> offer : scenario_.useful(asked))
          if ((scenario_->offers[offer].capability == asked) == is_own)
            members_.back().push_back(offer.index());
      for (const std::uint32_t offer : members_.back())
        suitors.emplace_back(static_cast<std::uint32_t>(field_.classes), offer);
      ++field_.classes;
    }
    constexpr std::size_t bits = 64;
    const std::vector<std::uint32_t>& members = members_[found->second];
    std::vector<std::uint64_t> words((members.size() + bits - 1) / bits);
    for (std::size_t at = 0; at < members.size(); ++at)
      if (judge::may_serve(scenario_, plan_.counting, Id<Offer>{members[at]}, id)) {
        words[at / bits] |= std::uint64_t{1} << (at % bits);
        learn_when_callable(members[at], id);
      }
    for (const std::uint64_t word : words) may.emplace_back(line, word);
  }

  // The law is asked from when on: of an offer that may serve the requirement only its condition's
  // day can stand against it by that rule.
  void learn_when_callable(std::uint32_t offer, Id<Requirement> requirement) {
    const Id<Offer> id{offer};
    if (!scenario_->offers[id].condition || field_.offers[offer].callable_from != -always) return;
    const Tour tour{id, requirement, scenario_->horizon, scenario_->offers[id].quantity};
    field_.offers[offer].callable_from = 0;
    for (const judge::Violation& broken : judge::check_tour(scenario_, plan_.counting, tour))
      if (broken.rule == judge::Rule::condition)
        field_.offers[offer].callable_from = number_of(broken.days.until, first_);
  }

  const Scenario& scenario_;
  const Plan& plan_;
  std::span<const Arrivals> arrivals_;
  Day first_;
  std::size_t planned_;  // requirements
  Field field_;
  std::map<std::size_t, std::size_t> classes_;       // by capability
  std::vector<std::vector<std::uint32_t>> members_;  // by class: its suitors
};

// For each row a requirement on all days, so that rules of a tour may be asked for any of them.
// Whoever comes first relieves nobody, and part of the time is better than nothing.
std::vector<Requirement> arriving(const Scenario& scenario, const std::vector<Arrivals>& arrivals) {
  std::vector<Requirement> more;
  for (const Arrivals& one : arrivals) {
    Requirement asked = scenario->requirements[one.like];
    asked.key = one.row;
    asked.period = scenario->horizon;
    asked.priority = one.priority.value_or(asked.priority);
    asked.quantity = asked.quantity.value_or(Amount{});
    asked.overlap_days = 0;
    asked.indivisible = false;
    more.push_back(std::move(asked));
  }
  return more;
}

}  // namespace

std::int32_t Field::rest_after(const FieldOffer& offer,
                               bool is_presence,
                               std::int32_t length) const {
  if (offer.divisible || !is_presence) return 0;
  constexpr std::int64_t permille = 1000;
  const auto dwell =
      static_cast<std::int32_t>((length * offer.dwell_permille + permille - 1) / permille);
  return std::max(dwell, offer.turn_round_days);
}

void Field::lay_in_months(Line& line) const {
  line.first_month = 0;
  while (line.first_month + 2 < months.size() && months[line.first_month + 1] <= line.from)
    ++line.first_month;
  line.end_month = line.first_month + 1;
  while (line.end_month + 1 < months.size() && months[line.end_month] < line.until)
    ++line.end_month;
}

Field field_of(const Scenario& scenario, const Plan& plan) {
  return Layout{scenario, plan}.lay();
}

Field field_of(const Scenario& scenario, const Plan& plan, const Uncertainty& uncertainty) {
  if (uncertainty.arrivals().empty()) return field_of(scenario, plan);
  auto more = std::make_shared<const Scenario>(
      scenario.requiring(arriving(scenario, uncertainty.arrivals())));
  Field field = Layout{*more, plan, uncertainty.arrivals()}.lay();
  field.with_arrivals = std::move(more);
  return field;
}

}  // namespace muster::simulate
