// SPDX-License-Identifier: Apache-2.0
#include "plan/search/resume.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>
#include <vector>

#include "plan/search/search.hpp"

namespace muster::plan {
namespace {

// A tour of the plan as this instance can have it.
struct Meant {
  std::uint32_t crew = 0;
  Leg leg;
  std::int64_t pieces = 1;
  bool is_double = false;
};

class Resumed {
 public:
  Resumed(const Plan& plan, State& state)
      : state_{state},
        instance_{state.instance()},
        tours_of_{(*instance_.scenario)->units.size()},
        members_of_(instance_.crews.size()) {
    for (const Tour& tour : plan.tours)
      tours_of_[(*instance_.scenario)->offers[tour.offer].unit].push_back(&tour);
    for (std::size_t m = 0; m < state.members().size(); ++m)
      members_of_[state.members()[m].crew].push_back(m);
  }

  // Crews that lead anything first, since without a lead others may not be there; each by the days
  // of its tours, so that the lots of a pool find room. A crew whose next tour is refused waits for
  // what others put, and goes on behind that tour only when nobody can put anything.
  void put_tours() {
    std::vector<Waiting> waiting;
    for (std::uint32_t k = 0; k < instance_.crews.size(); ++k)
      if (auto tours = tours_meant(k); !tours.empty()) waiting.push_back({std::move(tours), 0});
    std::ranges::stable_partition(waiting, [&](const Waiting& it) {
      return leads(instance_, instance_.crews[it.tours.front().crew]);
    });
    while (!waiting.empty()) {
      bool changed = false;
      for (Waiting& it : waiting) changed = go_on(it) || changed;
      if (!changed)
        for (Waiting& it : waiting) ++it.next;
      std::erase_if(waiting, [](const Waiting& it) { return it.next >= it.tours.size(); });
    }
  }

 private:
  struct Waiting {
    std::vector<Meant> tours;
    std::size_t next = 0;
  };
  enum class Put : std::uint8_t { done, refused, no_room };

  // True: something was put.
  bool go_on(Waiting& waiting) {
    bool changed = false;
    for (; waiting.next < waiting.tours.size(); ++waiting.next) {
      const Put put = put_tour(waiting.tours[waiting.next]);
      if (put == Put::refused) break;
      changed = changed || put == Put::done;
    }
    return changed;
  }

  // The boundaries within a tour's days, within the window of a use; none where that is too short.
  [[nodiscard]] Leg leg_of(std::uint32_t index, const Use& use, const Tour& tour) const {
    const auto number = [](Day day) { return day.time_since_epoch().count(); };
    const auto& day = instance_.day;
    const auto from = std::ranges::lower_bound(day, number(tour.period.from)) - day.begin();
    const auto until = std::ranges::upper_bound(day, number(tour.period.until)) - day.begin() - 1;
    Leg leg{index,
            std::max(use.from, static_cast<Boundary>(from)),
            static_cast<Boundary>(std::clamp<std::ptrdiff_t>(until, 0, use.until))};
    if (leg.from >= leg.until) return {};
    const LengthWindow& lengths = instance_.lengths[use.lengths];
    leg.until = std::min(leg.until, lengths.last_end[leg.from]);
    const bool too_short = leg.until < lengths.first_end[leg.from] || leg.until <= leg.from;
    return too_short || !does_count(use, leg) ? Leg{} : leg;
  }

  [[nodiscard]] bool does_count(const Use& use, const Leg& leg) const {
    const auto counts = [&](RowIndex row) {
      return row == no_row || counting_start(instance_.rows[row], leg.from) < leg.until;
    };
    return counts(use.row) && counts(use.also);
  }

  [[nodiscard]] bool is_for(const Tour& tour, const Use& use, RowIndex row) const {
    return tour.offer == use.offer && tour.requirement == instance_.rows[row].requirement;
  }
  [[nodiscard]] static bool has_twin(const std::vector<const Tour*>& tours,
                                     const Tour& tour,
                                     Id<Requirement> also) {
    return std::ranges::any_of(tours, [&](const Tour* other) {
      return other->offer == tour.offer && other->requirement == also
             && other->period == tour.period;
    });
  }

  [[nodiscard]] std::vector<Meant> tours_meant(std::uint32_t index) const {
    const Crew& crew = instance_.crews[index];
    const bool is_pool = (*instance_.scenario)->units[crew.unit].divisible;
    const std::vector<const Tour*>& tours = tours_of_[crew.unit];
    std::vector<Meant> meant;
    for (std::uint32_t u = 0; u < crew.uses.size() && !tours.empty(); ++u) {
      const Use& use = crew.uses[u];
      const bool is_double = use.also != no_row;
      for (const Tour* tour : tours) {
        if (!is_for(*tour, use, use.row)) continue;
        if (is_double && !has_twin(tours, *tour, instance_.rows[use.also].requirement)) continue;
        const Leg leg = leg_of(u, use, *tour);
        if (leg.from < leg.until)
          meant.push_back({index, leg, is_pool ? tour->quantity : 1, is_double});
      }
    }
    std::ranges::stable_sort(meant, {}, [](const Meant& it) {
      return std::tuple{it.leg.from, !it.is_double, it.leg.until};
    });
    return meant;
  }

  // Of a pool so many lots as the quantity holds, the first that are free.
  Put put_tour(Meant& meant) {
    Put found = Put::no_room;
    for (const std::size_t member : members_of_[meant.crew]) {
      if (state_.members()[member].pieces > meant.pieces) continue;
      const Put put = add(member, meant.leg);
      if (put == Put::done) meant.pieces -= state_.members()[member].pieces;
      if (put == Put::refused) found = put;
      if (meant.pieces == 0) return Put::done;
    }
    return found;
  }

  Put add(std::size_t member, const Leg& leg) {
    const Crew& crew = instance_.crews[state_.members()[member].crew];
    Schedule after = state_.schedule(member);
    const auto rested = [&](const Leg& it) {
      return next_start(instance_, crew.uses[it.use], it.from, it.until);
    };
    const auto next = std::ranges::lower_bound(after, leg.from, {}, &Leg::from);
    if (next != after.end() && rested(leg) > next->from) return Put::no_room;
    if (next != after.begin() && rested(*std::prev(next)) > leg.from) return Put::no_room;
    after.insert(next, leg);
    return state_.exchange(member, {}, leg, after) ? Put::done : Put::refused;
  }

  State& state_;
  const Instance& instance_;
  Table<Unit, std::vector<const Tour*>> tours_of_;
  std::vector<std::vector<std::size_t>> members_of_;  // by crew
};

// What the plan delivers of a package, to one requirement.
BestDelivery<double> delivery_meant(const Instance& instance,
                                    const Package& package,
                                    const Plan& plan) {
  BestDelivery<double> meant;
  meant.at = no_boundary;
  for (const PlannedDelivery& planned : plan.deliveries) {
    if (planned.offer != package.offer) continue;
    const auto target =
        std::ranges::find(package.targets, planned.requirement, &Package::Target::requirement);
    if (target == package.targets.end()) continue;
    const auto index = static_cast<std::size_t>(target - package.targets.begin());
    if (meant.used && meant.target != index) continue;
    meant.used = true;
    meant.target = index;
    if (planned.delivery) continue;
    const auto at = std::ranges::lower_bound(instance.grid, planned.on);
    if (at == instance.grid.end() || meant.at != no_boundary) continue;
    meant.at = static_cast<Boundary>(at - instance.grid.begin());
    meant.rest = std::min(planned.quantity, package.rest);
  }
  if (meant.at == no_boundary && package.fixed.empty()) meant.used = false;
  return meant;
}

}  // namespace

void resume(const Plan& plan, State& state) {
  Resumed{plan, state}.put_tours();
  const Instance& instance = state.instance();
  for (std::size_t p = 0; p < instance.packages.size(); ++p) {
    const BestDelivery<double> meant = delivery_meant(instance, instance.packages[p], plan);
    if (meant.used && state.may_deliver(p, meant)) state.put_delivery(p, meant);
  }
}

}  // namespace muster::plan
