// SPDX-License-Identifier: Apache-2.0
#include "asks/worth.hpp"

#include <algorithm>
#include <tuple>

#include "asks/confirm.hpp"
#include "model/futures.hpp"
#include "model/goals.hpp"

namespace muster::asks {
namespace {

constexpr int quarters_below_years = 6;

std::vector<Period> periods_of(Period horizon) {
  using std::chrono::months;
  using std::chrono::year_month_day;
  const year_month_day first{horizon.from};
  const auto years = (horizon.until - horizon.from).count() / 366;
  const int step = years < quarters_below_years ? 3 : 12;
  const unsigned month = (static_cast<unsigned>(first.month()) - 1) / static_cast<unsigned>(step)
                             * static_cast<unsigned>(step)
                         + 1;
  std::vector<Period> periods;
  for (year_month_day from{first.year(), std::chrono::month{month}, std::chrono::day{1}};
       Day{from} < horizon.until;
       from += months{step}) {
    const Day until{from + months{step}};
    periods.push_back({std::max(Day{from}, horizon.from), std::min(until, horizon.until)});
  }
  return periods;
}

// The share of a bucket's price that falls within a period.
Wide share_of(Wide price, Period bucket, Period period) {
  const Day from = std::max(bucket.from, period.from);
  const Day until = std::min(bucket.until, period.until);
  if (from >= until) return 0;
  return price * (until - from).count() / bucket.length().count();
}

class Market {
 public:
  Market(const Scenario& scenario, const Grid& grid, const Certificate& prices)
      : scenario_{scenario}, grid_{grid}, prices_{prices} {}

  // weight × thousandths × days that one counting unit is worth at best. A unit is on one
  // requirement at a time: in each bucket on the dearest. What is delivered stays.
  [[nodiscard]] Wide worth(Id<Capability> capability, std::int64_t quantity, Period period) const {
    const auto measure = scenario_->capabilities[capability].measure;
    const std::int64_t amount = to_amount(measure, quantity).count();
    Wide delivered = 0, present = 0;
    for (const auto id : scenario_.asked(capability)) {
      if (scenario_->requirements[id].kind != RequirementKind::delivery) continue;
      Wide sum = 0;
      for (std::size_t b = 0; b + 1 < grid_.size(); ++b)
        sum += share_of(price(id, b), bucket(b), {period.from, Day::max()});
      delivered = std::max(delivered, sum);
    }
    for (std::size_t b = 0; b + 1 < grid_.size(); ++b) {
      Wide dearest = 0;
      for (const auto id : scenario_.asked(capability))
        if (scenario_->requirements[id].kind != RequirementKind::delivery)
          dearest = std::max(dearest, price(id, b));
      present += share_of(dearest, bucket(b), period);
    }
    return std::max(delivered, present) * amount / points_per_thousandth_day;
  }

 private:
  [[nodiscard]] Period bucket(std::size_t b) const { return {grid_[b], grid_[b + 1]}; }
  // In all futures of the data together, as much as it is worth in one.
  [[nodiscard]] Wide price(Id<Requirement> id, std::size_t bucket) const {
    Wide sum = 0;
    for (std::size_t f = 0; f < futures_of(scenario_); ++f)
      sum += prices_.requirement[id][f * (grid_.size() - 1) + bucket];
    return sum / counted_futures(*scenario_);
  }
  const Scenario& scenario_;
  const Grid& grid_;
  const Certificate& prices_;
};

// One more, of whatever nation: the data must name one, so the first.
Change one_more(const Scenario& scenario, const Worth& worth) {
  Change change;
  change.kind = AskKind::new_contribution;
  change.party = "any nation";
  change.object = scenario->capabilities[worth.capability].key;
  change.rows.push_back({"offers",
                         Operation::add,
                         {{"offer", "one-more"},
                          {"nation", scenario->nations[Id<Nation>{0}].key},
                          {"capability", change.object},
                          {"quantity", std::to_string(worth.quantity)},
                          {"from", to_text(worth.period.from)},
                          {"until", to_text(worth.period.until)},
                          {"status", "committed"},
                          {"note", "assumed: one more, to see what it is worth"}}});
  return change;
}

}  // namespace

std::vector<Worth> worths(const Ground& ground,
                          const Grid& grid,
                          const Certificate& prices,
                          std::size_t confirmed) {
  const Scenario& scenario = ground.scenario;
  const Market market{scenario, grid, prices};
  std::vector<Worth> found;
  for (const auto capability : scenario->capabilities.ids()) {
    if (scenario.asked(capability).empty()) continue;
    const bool money = scenario->capabilities[capability].measure == Measure::money;
    for (const Period& period : periods_of(scenario->horizon)) {
      Worth worth{capability, period, money ? 1'000'000 : 1, 0, std::nullopt};
      worth.predicted = market.worth(capability, worth.quantity, period);
      if (worth.predicted > 0) found.push_back(worth);
    }
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &Worth::predicted);
  for (std::size_t i = 0; i < std::min(confirmed, found.size()); ++i) {
    const auto again = plan_again(ground, {one_more(scenario, found[i])}, {});
    if (again)
      found[i].realised = counted_unmet(scenario, ground.verdict.goals)
                          - counted_unmet(again->scenario, again->verdict.goals);
  }
  return found;
}

}  // namespace muster::asks
