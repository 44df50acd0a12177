// SPDX-License-Identifier: Apache-2.0
// The road of a plan, in the numbers of docs/mathematics.md ("Method"):
//   1 instance   2 first plan, and walks to few units   3 prices (dual ascent)
//   4 price-guided plan   5 descent
//   6 prices polished by the LP master, where small   7 certificate in whole numbers
//   8 neighbourhoods   9 reopening, where not large   10 exact search, where small
#include "plan/plan.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

#include "base/demand.hpp"

#include "plan/bound/certificate.hpp"
#include "plan/bound/fill_prices.hpp"
#include "plan/bound/starts.hpp"
#include "plan/instance/reach.hpp"
#include "plan/lp/exact.hpp"
#include "plan/lp/small_parts.hpp"
#include "plan/search/resume.hpp"
#include "plan/search/search.hpp"
#include "plan/strict/solver.hpp"

namespace muster::plan {
namespace {

constexpr std::uint64_t least_rounds = 2'000;
constexpr std::uint64_t most_rounds = 400'000'000;
constexpr std::uint64_t rounds_a_member = 100;

void add_tours(const State& state, Plan& plan) {
  const Instance& instance = state.instance();
  for (std::size_t m = 0; m < state.members().size(); ++m) {
    const Member& member = state.members()[m];
    const Crew& crew = instance.crews[member.crew];
    const Unit& unit = (*instance.scenario)->units[crew.unit];
    for (const Leg& leg : state.schedule(m)) {
      const Use& use = crew.uses[leg.use];
      const Offer& offer = (*instance.scenario)->offers[use.offer];
      const std::int64_t quantity = unit.divisible ? member.pieces : offer.quantity;
      const Period period{instance.grid[leg.from], instance.grid[leg.until]};
      plan.tours.push_back({use.offer, instance.rows[use.row].requirement, period, quantity});
      if (use.also != no_row)
        plan.tours.push_back({use.offer, instance.rows[use.also].requirement, period, quantity});
    }
  }
}

// Lots of one pool on one requirement for the same days are one tour.
void merge_lots(const Scenario& scenario, Plan& plan) {
  std::ranges::sort(plan.tours);
  std::vector<Tour> merged;
  for (const Tour& tour : plan.tours) {
    const bool same = !merged.empty() && merged.back().offer == tour.offer
                      && merged.back().requirement == tour.requirement
                      && merged.back().period == tour.period
                      && scenario->units[scenario->offers[tour.offer].unit].divisible;
    if (same)
      merged.back().quantity += tour.quantity;
    else
      merged.push_back(tour);
  }
  plan.tours = std::move(merged);
}

void add_deliveries(const State& state, Plan& plan) {
  const Instance& instance = state.instance();
  for (std::size_t p = 0; p < instance.packages.size(); ++p) {
    const BestDelivery<double>& chosen = state.delivery(p);
    if (!chosen.used) continue;
    const Package& package = instance.packages[p];
    const Id<Requirement> requirement = package.targets[chosen.target].requirement;
    for (const Package::Part& part : package.fixed)
      plan.deliveries.push_back(
          {package.offer, requirement, part.quantity, part.on, part.delivery});
    if (chosen.at != no_boundary)
      plan.deliveries.push_back(
          {package.offer, requirement, chosen.rest, instance.grid[chosen.at], std::nullopt});
  }
  std::ranges::sort(plan.deliveries);
}

Plan plan_of(const State& state) {
  Plan plan;
  plan.counting = state.instance().counting;
  add_tours(state, plan);
  merge_lots(*state.instance().scenario, plan);
  add_deliveries(state, plan);
  return plan;
}

// Whether a step of dual ascent is so dear that only some dozens are taken.
bool is_vast(const Instance& instance) {
  constexpr std::size_t many = 500'000;
  std::size_t uses = 0;
  for (const Crew& crew : instance.crews) uses += crew.uses.size();
  return uses >= many;
}

class Solver {
 public:
  Solver(const Scenario& scenario,
         const Options& options,
         const State* start,
         Observer& observer,
         const std::stop_token& stop)
      : options_{options},
        start_{start},
        observer_{observer},
        stop_{stop},
        made_{std::make_unique<Instance>(make_instance_for_search(scenario, options))},
        instance_{*made_},
        best_{instance_} {}

  Solved solve() {
    if (!place_fixed()) return unplaced();
    if (start_ != nullptr)
      take_up(*start_, best_);
    else if (has_start())
      construct_from_start();
    else
      construct_from({.seed = options_.seed, .enough_uses = 30});  // 2
    if (!options_.bound) {
      outcome_.certificate = no_prices(*instance_.scenario, instance_.grid);
      finish();
      return {std::move(outcome_), std::move(made_), std::move(best_)};
    }
    find_reach(instance_, options_.threads);
    if (instance_.has_futures() || !serve_with_few()) search_by_prices();
    exhausted_ = exhausted_ || is_closed();
    finish();
    return {std::move(outcome_), std::move(made_), std::move(best_)};
  }

 private:
  static constexpr double trust = 0.5;

  // No plan is below it. Where nothing need stay unmet it may be above the certificate's bound: the
  // later goals come in grains.
  [[nodiscard]] Points least_value() const { return least_value(outcome_.certificate.bound); }
  [[nodiscard]] Points least_value(Points bound) const {
    const std::int64_t grain = grain_of_later_goals(instance_);
    if (grain == 0 || bound <= 0) return bound;
    const Points rounded = (bound + grain - 1) / grain * grain;
    return rounded < points_per_thousandth_day ? rounded : bound;
  }
  [[nodiscard]] bool is_closed() const { return best_.value().in_points() <= least_value(); }

  // From where on the ascent need not go: the rest is rounding. In points / 10^9.
  [[nodiscard]] double enough_bound() const {
    constexpr double safe_part = 0.25;  // of a grain, for what the certificate loses by rounding
    const auto grain = static_cast<double>(grain_of_later_goals(instance_));
    if (best_.value().outweighing() > 0 || grain == 0)
      return std::numeric_limits<double>::infinity();
    return best_.value().in_units() - (1.0 - safe_part) * grain / points_per_thousandth_day;
  }

  void search_by_prices() {
    const bool has_futures = instance_.has_futures();  // of which only prices and rounds know
    const bool small = options_.polish && !has_futures && is_small(instance_);
    if (options_.polish && !has_futures && options_.components && !small && !is_vast(instance_))
      parts_ = find_small_parts(instance_);
    find_prices(small);  // 3
    if (has_futures) best_.emphasise(ascent_.prices.future);
    if (!has_start())
      construct_from({.prices = &ascent_.prices,
                      .trust = trust,
                      .seed = options_.seed,
                      .threads = options_.threads});  // 4, 5
    if (small)
      ascent_ = solve_master(
          instance_, std::move(ascent_), options_.threads, outcome_.effort, stop_);  // 6
    if (!parts_.parts.empty())
      ascent_ = polish_parts(
          instance_, parts_, std::move(ascent_), options_.threads, outcome_.effort, stop_);
    outcome_.certificate = make_certificate(instance_, ascent_.prices, options_.threads);  // 7
    if (options_.neighbourhoods && !is_closed()) search();                                 // 8
    if (reopens() && !is_closed()) reopen();                                               // 9
    if (options_.exact && small && !is_closed() && instance_.fixed.empty())
      exhausted_ = search_exactly(best_, ascent_, outcome_.effort, stop_);  // 10
    if (options_.exact && !parts_.parts.empty() && !is_closed() && instance_.fixed.empty())
      exhausted_ = search_parts_exactly(best_, parts_, outcome_.effort, stop_);
  }

  // Straight to the units that the busiest bucket needs (2); true: that is proved to be the best.
  bool serve_with_few() {
    if (!options_.neighbourhoods || !may_change_units() || !serves_nearly_all()) return false;
    auto peak = peak_prices(instance_);
    if (!peak) return false;
    const double bound = respond(instance_, *peak, options_.threads).bound;
    const auto least = least_value(static_cast<Points>(bound * points_per_thousandth_day));
    serve_with(least, 0.55);
    if (best_.value().in_points() > least) return false;
    ascent_.prices = std::move(*peak);
    outcome_.certificate = make_certificate(instance_, ascent_.prices, options_.threads);
    return is_closed();
  }

  // Whether doing with fewer units is worth a search of its own; it knows nothing of fixed tours.
  [[nodiscard]] bool may_change_units() const {
    return has_activation(instance_) && instance_.fixed.empty() && !instance_.has_futures();
  }

  [[nodiscard]] bool serves_nearly_all() const {
    constexpr std::int64_t part = 10;  // of all that is asked, by weight
    return best_.value().unmet <= State{instance_}.value().unmet / part;
  }

  void serve_with(Points least, double most_of_time) {
    constexpr std::uint64_t moves_a_round = 20;
    const NeighbourhoodLimits limits{
        .rounds = counted_rounds() * moves_a_round,
        .seed = options_.seed,
        .threads = options_.threads,
        .bound = static_cast<double>(least) / points_per_thousandth_day,
        .most_of_time = most_of_time};
    serve_with_few_units(best_, limits, outcome_.effort, observer_, stop_);
  }

  [[nodiscard]] std::uint64_t counted_rounds() const {
    const std::uint64_t members = best_.members().size() + instance_.packages.size();
    return options_.effort * std::clamp(rounds_a_member * members, least_rounds, most_rounds)
           / options_.part;
  }

  void find_prices(bool small) {
    const bool has_parts = !parts_.parts.empty();
    AscentLimits limits{
        ascent_steps / options_.part, options_.threads, small || has_parts, enough_bound()};
    const std::vector<char> in_parts = parts_.crews(instance_);
    if (has_parts) limits.keeps = &in_parts;
    Prices<double> start;
    if (options_.start_prices) {
      start = prices_of(instance_, *options_.start_prices);
      limits.start = &start;
    } else if (is_vast(instance_) && !instance_.has_futures()) {
      start = prices_of_fill(instance_, best_.filled());
      limits.start = &start;
    }
    ascent_ = ascend(instance_, best_.value(), limits, outcome_.effort, observer_, stop_);
  }

  [[nodiscard]] bool has_start() const {
    return !options_.start.tours.empty() || !options_.start.deliveries.empty();
  }

  // pins: what must be there, whatever else is.
  [[nodiscard]] Plan fixed_tours() const {
    Plan plan;
    for (const Fixed& fixed : instance_.fixed) {
      const Unit& unit = (*instance_.scenario)->units[instance_.crews[fixed.crew].unit];
      plan.tours.push_back(
          {fixed.offer,
           instance_.rows[fixed.row].requirement,
           {instance_.grid[fixed.from], instance_.grid[fixed.until]},
           unit.divisible ? fixed.pieces : (*instance_.scenario)->offers[fixed.offer].quantity});
    }
    return plan;
  }

  // False: some of what is fixed fits no tour of the grid. What is fixed may need others of the
  // plan to start from beside it, as a lead's share does.
  bool place_fixed() {
    if (start_ != nullptr || instance_.fixed.empty()) return true;
    resume(fixed_tours(), best_);
    if (!best_.is_sound() && has_start()) {
      best_ = State{instance_};
      resume(options_.start, best_);
    }
    return best_.is_sound();
  }

  // Judge says of the plan which fixed tours are missing.
  Solved unplaced() {
    outcome_.certificate = no_prices(*instance_.scenario, instance_.grid);
    outcome_.plan = plan_of(best_);
    outcome_.value = best_.value().in_points();
    return {std::move(outcome_), std::move(made_), std::move(best_)};
  }

  // What of the plan to start from is lawful, and what is idle beside it; where it lacks something
  // that is fixed, what of it fits beside that.
  void construct_from_start() {
    State state{instance_};
    resume(options_.start, state);
    if (!state.is_sound()) {
      state = best_;
      resume(options_.start, state);
    }
    if (state.is_sound()) best_ = state;
    state = best_;
    construct(state, {.seed = options_.seed, .enough_uses = 30});
    const bool is_searched_after = options_.neighbourhoods && options_.bound;  // that descends too
    if (options_.descent && !is_searched_after)
      descend(state, options_.seed, stop_, passes_for(state));
    if (state.is_sound() && state.value() < best_.value()) best_ = std::move(state);
    report(best_);
  }

  void construct_from(const Guide& guide) {
    State state{instance_};
    if (!instance_.fixed.empty()) resume(fixed_tours(), state);
    construct(state, guide);
    const bool is_first = guide.prices == nullptr;
    if (is_first) report(state);
    if (options_.descent && !(is_first && passes_for(state) == 1))
      descend(state, options_.seed, stop_, passes_for(state));
    if (state.is_sound() && state.value() < best_.value()) best_ = std::move(state);
  }

  void report(const State& state) {
    constexpr double points = static_cast<double>(points_per_thousandth_day);
    observer_.progress({"construction", 1.0, state.value().in_units() * points, 0.0});
  }

  [[nodiscard]] bool reopens() const {
    return options_.reopening && instance_.fixed.empty() && !instance_.has_futures()
           && is_worth_reopening(best_);
  }

  [[nodiscard]] double target() const {
    return static_cast<double>(least_value()) / points_per_thousandth_day;
  }

  void reopen() {  // 9
    constexpr std::uint64_t rounds_a_reopening = 2'000;
    const NeighbourhoodLimits limits{.rounds = counted_rounds() / rounds_a_reopening,
                                     .seed = options_.seed,
                                     .threads = options_.threads,
                                     .prices = &ascent_.prices,
                                     .bound = target()};
    reopen_schedules(best_, limits, outcome_.effort, observer_, stop_);
  }

  void search() {  // 8
    // Where units cost to activate, the time is filled by doing with fewer.
    const bool retires = may_change_units();
    const NeighbourhoodLimits limits{.rounds = counted_rounds(),
                                     .seed = options_.seed,
                                     .threads = options_.threads,
                                     .prices = &ascent_.prices,
                                     .bound = target(),
                                     .is_cool = options_.part > 1,
                                     .most_of_time = retires     ? 0.4
                                                     : reopens() ? 0.6
                                                                 : 0.95};
    search_neighbourhoods(best_, limits, outcome_.effort, observer_, stop_);
    if (retires && serves_nearly_all()) serve_with(least_value(), 0.85);
    if (retires) retire_units(best_, limits, outcome_.effort, observer_, stop_);
  }

  void finish() {
    outcome_.plan = plan_of(best_);
    outcome_.value = best_.value().in_points();
    demand(outcome_.certificate.bound <= outcome_.value, "the bound is never above the value");
    const bool by_clock = stop_.stop_requested() || observer_.share_of_time() >= 0;
    outcome_.stop = outcome_.certificate.bound == outcome_.value ? Stop::optimal
                    : exhausted_                                 ? Stop::exhausted
                    : by_clock                                   ? Stop::interrupted
                                                                 : Stop::effort_spent;
  }

  const Options& options_;
  const State* start_;
  Observer& observer_;
  std::stop_token stop_;
  std::unique_ptr<Instance> made_;
  Instance& instance_;
  State best_;
  Ascent ascent_;
  SmallParts parts_;  // where the whole is not small
  Outcome outcome_;
  bool exhausted_ = false;
};

}  // namespace

std::string_view to_text(Stop stop) {
  switch (stop) {
    case Stop::optimal:
      return "optimal";
    case Stop::exhausted:
      return "exhausted";
    case Stop::effort_spent:
      return "effort_spent";
    case Stop::interrupted:
      return "interrupted";
  }
  return "";
}

void take_up(const State& from, State& to) {
  for (std::size_t m = 0; m < from.members().size(); ++m) to.put(m, from.schedule(m));
  for (std::size_t p = 0; p < from.instance().packages.size(); ++p)
    to.put_delivery(p, from.delivery(p));
}

Solved solve_from(const State* start,
                  const Scenario& scenario,
                  const Options& options,
                  Observer& observer,
                  const std::stop_token& stop) {
  return Solver{scenario, options, start, observer, stop}.solve();
}

Outcome solve(const Scenario& scenario,
              const Options& options,
              Observer& observer,
              const std::stop_token& stop) {
  return solve_from(nullptr, scenario, options, observer, stop).outcome;
}

}  // namespace muster::plan
