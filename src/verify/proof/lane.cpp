// SPDX-License-Identifier: Apache-2.0
// The later goals are whole points by the day and by the tour, a budget is charged by the day or by
// the tour, and persons and kin by the bucket: so all of them are sums over the buckets of a tour,
// and a charge for the tour.
#include "verify/proof/lane.hpp"

#include <algorithm>

#include "judge/judge.hpp"

namespace muster::verify {
namespace {

bool earns(const Service& service) {
  const Sums& sums = *service.sums;
  return service.first < service.last && sums[service.first] < sums[service.last];
}

bool is_double_use(const Prices& prices, const Service& main, const Service& also) {
  if (main.offer != also.offer) return false;
  const auto unit = prices.scenario->offers[main.offer].unit;
  if (prices.scenario->units[unit].divisible) return false;
  return std::ranges::any_of(prices.scenario->double_uses, [&](const DoubleUse& use) {
    return use.unit == unit && use.requirement == main.requirement && use.also == also.requirement;
  });
}

// Rest never shrinks with a tour's length: who owes none after the longest owes none at all.
bool owes_rest(const Prices& prices, const Service& service) {
  const Tour longest = tour_of(prices, service, service.first, service.last);
  return judge::rest_after(prices.scenario, longest) > Days{0};
}

// Adds what one service earns from the lane's first boundary on, less points and budget by the day.
void add_service(const Prices& prices, const Service& service, Lane& lane) {
  const Sums& sums = *service.sums;
  const Offer& offer = prices.scenario->offers[service.offer];
  const LaterRates rates = later_rates(offer, prices.scales);
  const Wide once = rates.per_tour + prices.budget_charge(offer, 0);
  for (std::size_t b = lane.first; b <= lane.last; ++b) {
    const Period served{prices.grid[lane.first], prices.grid[b]};
    const std::int64_t days = served.length().count();
    const std::int64_t fresh = prices.has_distance ? judge::new_days(*service.held, served) : 0;
    const Wide charged = to_points(rates, days, fresh) + prices.budget_charge(offer, days) - once;
    lane.earned[b - lane.first] += service.amount * (sums[b] - sums[lane.first]) - charged;
  }
  lane.per_tour += once;
}

// For its people, under ceilings and a fair share, and for keeping its kin away; once for both
// tours of a double use.
void take_crowding(const Prices& prices, Id<Unit> unit, Lane& lane) {
  const std::int64_t persons =
      lane.also == nullptr ? lane.main->persons : std::max(lane.main->persons, lane.also->persons);
  const Sums& sums = prices.person[prices.scenario->units[unit].nation];
  const Sums& kin = prices.kin[unit];
  for (std::size_t b = lane.first; b <= lane.last; ++b) {
    Wide& earned = lane.earned[b - lane.first];
    earned -= persons * (sums[b] - sums[lane.first]);
    if (!kin.empty()) earned -= kin[b] - kin[lane.first];
  }
}

void add_lane(const Prices& prices,
              Id<Unit> unit,
              const Service& main,
              const Service* also,
              std::vector<Lane>& lanes) {
  Lane lane{.main = &main, .also = also, .earned = {}, .best_end = {}};
  lane.first = also == nullptr ? main.first : std::max(main.first, also->first);
  lane.last = also == nullptr ? main.last : std::min(main.last, also->last);
  if (lane.first >= lane.last) return;
  lane.shortest = also == nullptr ? main.shortest : std::max(main.shortest, also->shortest);
  lane.longest = also == nullptr ? main.longest : std::min(main.longest, also->longest);
  lane.rests = owes_rest(prices, main) || (also != nullptr && owes_rest(prices, *also));
  lane.earned.assign(lane.last - lane.first + 1, 0);
  add_service(prices, main, lane);
  if (also != nullptr) add_service(prices, *also, lane);
  take_crowding(prices, unit, lane);
  lanes.push_back(std::move(lane));
}

}  // namespace

std::vector<Lane> lanes_of(const Prices& prices,
                           Id<Unit> unit,
                           const std::vector<Service>& services) {
  const bool doubles = std::ranges::any_of(prices.scenario->double_uses,
                                           [&](const DoubleUse& use) { return use.unit == unit; });
  std::vector<Lane> lanes;
  for (const Service& main : services) {
    if (earns(main)) add_lane(prices, unit, main, nullptr, lanes);
    if (!doubles) continue;
    for (const Service& also : services)
      if (is_double_use(prices, main, also) && (earns(main) || earns(also)))
        add_lane(prices, unit, main, &also, lanes);
  }
  return lanes;
}

std::optional<Start> start_at(const Prices& prices, const Lane& lane, std::size_t i) {
  Start start{prices.at_or_after(prices.grid[i] + Days{lane.shortest}),
              lane.value(i) + lane.per_tour};
  for (const Service* const service : {lane.main, lane.also}) {
    if (service == nullptr || service->overlap_days == 0) continue;
    const Tour longest = tour_of(prices, *service, i, prices.grid.size() - 1);
    const Day counted = judge::counted_days(prices.scenario, longest).from;
    if (counted == prices.grid[i]) continue;
    const auto from = prices.at(counted);
    if (!from) return std::nullopt;
    const Sums& sums = *service->sums;
    start.less += service->amount * (sums[*from] - sums[i]);
    start.earliest = std::max(start.earliest, *from + 1);
  }
  if (start.earliest > lane.last) return std::nullopt;
  return start;
}

bool is_allowed(const Prices& prices, const Lane& lane, std::size_t i, std::size_t j) {
  return is_allowed(prices, *lane.main, i, j)
         && (lane.also == nullptr || is_allowed(prices, *lane.also, i, j));
}

}  // namespace muster::verify
