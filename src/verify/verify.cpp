// SPDX-License-Identifier: Apache-2.0
#include "verify/verify.hpp"

#include <algorithm>

#include "verify/proof/price_range.hpp"
#include "verify/proof/tier_claims.hpp"

namespace muster::verify {
namespace {

std::string count_of(std::size_t count, std::string_view singular, std::string_view plural) {
  return std::to_string(count) + " " + std::string{count == 1 ? singular : plural};
}

// "tempo, NLD-1 on R-1, 2024-07-02 to 2024-07-03: 184 where 183 is allowed"
std::string describe(const Scenario& scenario, const judge::Violation& violation) {
  std::string text{judge::to_text(violation.rule)};
  if (violation.offer) text += ", " + scenario->offers[*violation.offer].key;
  if (violation.requirement) text += " on " + scenario->requirements[*violation.requirement].key;
  return text + ", " + to_text(violation.days.from) + " to " + to_text(violation.days.until) + ": "
         + std::to_string(violation.measured) + " where " + std::to_string(violation.allowed)
         + " is allowed";
}

Check check_feasible(const Scenario& scenario, const judge::Verdict& verdict) {
  const auto& violations = verdict.violations;
  if (violations.empty()) return {"feasible", true, "no rule is broken"};
  return {"feasible",
          false,
          count_of(violations.size(), "rule is", "rules are")
              + " broken; the first: " + describe(scenario, violations.front())};
}

// "cost 12 (claimed 13)" for each goal that differs.
std::string differences(const judge::Goals& found, const judge::Goals& claimed) {
  std::string text;
  const auto compare = [&text](std::string_view name, Wide is, Wide said) {
    if (is == said) return;
    text += (text.empty() ? "" : ", ") + std::string{name} + " is " + to_text(is) + ", claimed "
            + to_text(said);
  };
  compare("points", found.points, claimed.points);
  compare("unmet", found.unmet, claimed.unmet);
  compare("unmet unweighted", found.unmet_plain, claimed.unmet_plain);
  compare("unmet in futures", found.unmet_in_futures, claimed.unmet_in_futures);
  compare("excess", found.excess, claimed.excess);
  compare("firmness", found.firmness, claimed.firmness);
  compare("cost", found.cost, claimed.cost);
  compare("distance", found.distance, claimed.distance);
  return text;
}

Check check_objective(const judge::Goals& found, const judge::Goals& claimed) {
  const std::string differing = differences(found, claimed);
  if (differing.empty())
    return {"objective", true, "all goals as claimed, " + to_text(found.points) + " points"};
  return {"objective", false, differing};
}

// A day of the plan that is no boundary of the grid; none: all are.
class GridSearch {
 public:
  GridSearch(const Scenario& scenario, const Grid& grid) : scenario_{scenario}, grid_{grid} {}

  // A tour begins and ends at boundaries, and begins to count at one.
  void look_at(const Tour& tour) {
    for (const Day day :
         {tour.period.from, tour.period.until, judge::counted_days(scenario_, tour).from})
      look_for(day, tour.offer);
  }
  // A delivery that a row of the data fixes may come on any day.
  void look_at(const PlannedDelivery& delivery) {
    if (!delivery.delivery) look_for(delivery.on, delivery.offer);
  }

  [[nodiscard]] Check check() const {
    if (finding_.empty()) return {"on the grid", true, "everything begins and ends at a boundary"};
    return {"on the grid", false, finding_};
  }

 private:
  void look_for(Day day, Id<Offer> offer) {
    if (!finding_.empty() || std::ranges::binary_search(grid_, day)) return;
    finding_ = scenario_->offers[offer].key + " changes on " + to_text(day)
               + ", which is no boundary of the grid";
  }

  const Scenario& scenario_;
  const Grid& grid_;
  std::string finding_;
};

Check check_grid(const Scenario& scenario, const Plan& plan, const Grid& grid) {
  GridSearch search{scenario, grid};
  for (const Tour& tour : plan.tours) search.look_at(tour);
  for (const PlannedDelivery& delivery : plan.deliveries) search.look_at(delivery);
  return search.check();
}

Check check_prices(const Scenario& scenario, const Grid& grid, const Certificate& certificate) {
  const std::string finding = price_out_of_range(scenario, grid, certificate);
  if (finding.empty()) return {"prices in range", true, "every price is in its range"};
  return {"prices in range", false, finding};
}

Check check_bound(Points proven, Points claimed) {
  if (proven == claimed) return {"bound", true, "the prices prove " + to_text(proven) + " points"};
  return {"bound",
          false,
          "the prices prove " + to_text(proven) + " points, claimed are " + to_text(claimed)};
}

Check check_order(Points proven, Points value) {
  return {"bound <= value",
          proven <= value,
          "the bound is " + to_text(proven) + " points, the value " + to_text(value)};
}

}  // namespace

std::vector<Check> verify(const Scenario& scenario, const Claims& claims) {
  const judge::Verdict verdict = judge::evaluate(scenario, claims.plan, claims.in_force);
  const Grid grid = make_grid(scenario, claims.step, claims.in_force);
  std::vector<Check> checks{check_feasible(scenario, verdict),
                            check_objective(verdict.goals, claims.goals),
                            check_grid(scenario, claims.plan, grid)};
  if (!is_complete(scenario, grid, claims.certificate)) {
    const std::string finding = "there is not a price for every bucket of the grid and every limit";
    for (const char* claim : {"prices in range", "bound", "bound <= value"})
      checks.push_back({claim, false, finding});
    check_tiers(scenario, claims, verdict, grid, checks);
    return checks;
  }
  const Points proven =
      prove(scenario, claims.plan.counting, claims.in_force, grid, claims.certificate);
  checks.push_back(check_prices(scenario, grid, claims.certificate));
  checks.push_back(check_bound(proven, claims.certificate.bound));
  checks.push_back(check_order(proven, verdict.goals.points));
  check_tiers(scenario, claims, verdict, grid, checks);
  return checks;
}

}  // namespace muster::verify
