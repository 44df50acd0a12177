// SPDX-License-Identifier: Apache-2.0
// The best schedule of a crew's one piece within its limits: the programme of schedule.hpp with
// what is left of the limits as labels.
//   best(i, left) = max( best(i+1, left),
//                        max over tours whose labels are within `left`:
//                            profit + best(next(i, j), left − labels) )
#pragma once

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "plan/pricing/schedule.hpp"

namespace muster::plan {

// The labels of tours of one use that begin at a boundary, asked with rising ends.
class TourLabels {
 public:
  TourLabels(const Instance& instance, const Crew& crew, const Leg& first);
  // Goes on to a later end.
  void reach(Boundary until);

  [[nodiscard]] std::size_t money() const { return money_; }
  [[nodiscard]] std::size_t presence() const { return presence_; }
  [[nodiscard]] bool is_within() const {
    return money_ < limits_->money.count() && presence_ < limits_->presence.count();
  }

 private:
  const Instance* instance_;
  const ScheduleLimits* limits_;
  Boundary from_;
  std::int64_t cost_per_day_ = 0, cost_per_tour_ = 0;
  bool is_presence_;
  std::size_t money_ = 0, presence_ = 0;
};

// Whether the labels of a schedule are within the crew's limits.
[[nodiscard]] bool is_within_limits(const Instance& instance,
                                    const Crew& crew,
                                    const Schedule& schedule);

template <class Number>
class LabelledSchedules {
 public:
  LabelledSchedules(const Instance& instance,
                    const Crew& crew,
                    std::span<const PricedUse<Number>> priced)
      : instance_{instance},
        crew_{crew},
        priced_{priced},
        presence_{crew.limits.presence.count()},
        states_{crew.limits.money.count() * presence_},
        best_(instance.day.size() * states_, Number{0}) {
    for (std::size_t i = instance.day.size() - 1; i-- > 0;) {
      std::copy_n(at(i + 1), states_, at(i));
      for (std::uint32_t u = 0; u < crew.uses.size(); ++u)
        for_each_tour_within(u, i, [&](const Tour& tour) { take(tour, i); });
    }
  }

  [[nodiscard]] Number best() const { return at(0)[states_ - 1]; }

  [[nodiscard]] Schedule schedule() const {
    Schedule schedule;
    std::size_t left = states_ - 1;
    for (std::size_t i = 0; i + 1 < instance_.day.size();) {
      const Tour begun = at(i)[left] == at(i + 1)[left] ? Tour{} : begun_at(i, left);
      if (begun.leg.until == 0) {
        ++i;
        continue;
      }
      schedule.push_back(begun.leg);
      left -= begun.labels;
      i = begun.next;
    }
    return schedule;
  }

 private:
  // What is left of both limits is one number: of money × presence_ + of presence. So is what a
  // tour takes.
  struct Tour {
    Leg leg;
    Number profit = 0;
    std::size_t labels = 0;
    std::size_t next = 0;  // where the unit has rested
  };

  [[nodiscard]] Number* at(std::size_t boundary) { return best_.data() + boundary * states_; }
  [[nodiscard]] const Number* at(std::size_t boundary) const {
    return best_.data() + boundary * states_;
  }

  template <class Visit>
  void for_each_tour_within(std::uint32_t use, std::size_t i, const Visit& visit) const {
    const auto from = static_cast<Boundary>(i);
    TourLabels labels{instance_, crew_, {use, from, from}};
    for_each_tour(
        instance_, crew_, use, priced_[use], from, [&](Boundary until, const Number& profit) {
          labels.reach(until);
          if (!labels.is_within()) return;
          visit(Tour{{use, from, until},
                     profit,
                     labels.money() * presence_ + labels.presence(),
                     next_start(instance_, crew_.uses[use], from, until)});
        });
  }

  // Of what is left of presence at least as much as the tour takes; the sum of both labels in one
  // number is no more than what is left of both only then.
  [[nodiscard]] bool is_left(std::size_t left, std::size_t labels) const {
    return left >= labels && left % presence_ >= labels % presence_;
  }

  void take(const Tour& tour, std::size_t i) {
    const std::size_t presence = tour.labels % presence_;
    const auto raise = [&, best = at(i), follows = at(tour.next)](std::size_t left,
                                                                  std::size_t until) {
      for (; left < until; ++left)
        best[left] = std::max(best[left], tour.profit + follows[left - tour.labels]);
    };
    if (presence == 0) return raise(tour.labels, states_);
    for (std::size_t first = tour.labels - presence; first < states_; first += presence_)
      raise(first + presence, first + presence_);
  }

  // Of equals the longest of the first use.
  [[nodiscard]] Tour begun_at(std::size_t i, std::size_t left) const {
    Tour found;
    for (std::uint32_t u = 0; u < crew_.uses.size() && found.leg.until == 0; ++u)
      for_each_tour_within(u, i, [&](const Tour& tour) {
        if (is_left(left, tour.labels)
            && tour.profit + at(tour.next)[left - tour.labels] == at(i)[left])
          found = tour;
      });
    return found;
  }

  const Instance& instance_;
  const Crew& crew_;
  std::span<const PricedUse<Number>> priced_;
  std::size_t presence_;  // labels of presence
  std::size_t states_;
  std::vector<Number> best_;  // boundaries × states
};

// The best schedule of one piece at prices, and what it earns: without labels first, since mostly
// that is within the limits, and then none within them earns more.
template <class Number>
struct PieceResponse {
  Number profit = 0;
  Schedule schedule;
};
template <class Number>
[[nodiscard]] PieceResponse<Number> best_of_piece(const Instance& instance,
                                                  const Crew& crew,
                                                  std::span<const PricedUse<Number>> priced) {
  BestSchedules<Number> found;
  price_schedules<Number>(instance, crew, priced, found);
  Schedule schedule = best_schedule(instance, crew, found);
  if (is_within_limits(instance, crew, schedule)) return {found.best.front(), std::move(schedule)};
  const LabelledSchedules<Number> labelled{instance, crew, priced};
  return {labelled.best(), labelled.schedule()};
}

}  // namespace muster::plan
