// SPDX-License-Identifier: Apache-2.0
// The law: what is allowed and what it costs, day-exact, a file a rule. It knows no optimiser, no
// grid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/table.hpp"

#include "model/plan.hpp"
#include "model/scenario.hpp"
#include "model/tiers.hpp"

namespace muster::judge {

enum class Rule : std::uint8_t {
  counting,
  window,
  indivisible,
  scope,
  substitution,
  caveat,
  condition,
  readiness,
  tempo,
  totals,
  handover,
  availability,
  nations,
  lead_share,
  ceiling,
  budget,
  stock,
  delivery,
  pins
};
[[nodiscard]] std::string_view to_text(Rule rule);

// One broken rule: on these days `measured` stands where only `allowed` may (what the two count is
// said in the rule's file: days, persons, EUR, nations, thousandths, …).
struct Violation {
  Rule rule = Rule::window;
  std::optional<Id<Offer>> offer;
  std::optional<Id<Offer>> other;  // the other offer, where two are in each other's way
  std::optional<Id<Requirement>> requirement;
  Period days{};
  std::int64_t measured = 0;
  std::int64_t allowed = 0;
  std::string source;  // of the datum that forbids it
  // Of the rule caveat: index into Offer::caveats; none: the list of requirements.
  std::optional<std::size_t> caveat = std::nullopt;
};

// The rules that one tour alone can break, in the order of Rule. Empty: allowed.
[[nodiscard]] std::vector<Violation> check_tour(const Scenario& scenario,
                                                Counting counting,
                                                const Tour& tour);
// The same, fast: only whether it is allowed.
[[nodiscard]] bool is_allowed(const Scenario& scenario, Counting counting, const Tour& tour);

// Whether the offer is firm enough, and still good, for what is counted.
[[nodiscard]] bool counts(const Scenario& scenario, Counting counting, const Offer& offer);

// Whether some tour or delivery of the offer to the requirement could be allowed, as far as its
// days do not matter: counting, scope, substitution, caveat, condition, readiness. False is final.
[[nodiscard]] bool may_serve(const Scenario& scenario,
                             Counting counting,
                             Id<Offer> offer,
                             Id<Requirement> requirement);

// The rules that one delivery alone can break; a delivery that a row of the data fixes keeps to the
// row's day and quantity, any other to the offer's window.
[[nodiscard]] std::vector<Violation> check_delivery(const Scenario& scenario,
                                                    Counting counting,
                                                    const PlannedDelivery& delivery);
[[nodiscard]] bool is_allowed(const Scenario& scenario,
                              Counting counting,
                              const PlannedDelivery& delivery);

// The days that the tour's unit owes between this tour and its next: dwell, or recovery and
// preparation, whichever is longer. 0 for a divisible unit, on call, and without a policy.
[[nodiscard]] Days rest_after(const Scenario& scenario, const Tour& tour);

// The days of a tour that count as filling its requirement (after the handover); may be empty.
[[nodiscard]] Period counted_days(const Scenario& scenario, const Tour& tour);

// How firm what the tour gives is on its worst day: its offer's status, its condition, its
// extension.
[[nodiscard]] Counting degree(const Scenario& scenario, const Tour& tour);
[[nodiscard]] Counting degree(const Scenario& scenario, const PlannedDelivery& delivery);

// A stretch of days on which nothing changes. Amounts are not capped at `required`.
struct Stretch {
  Period period{};
  Amount required;
  Amount firm;      // by tours and deliveries of degree firm
  Amount expected;  // firm or expected
  Amount best;      // all that the plan holds
  [[nodiscard]] Amount unmet() const { return best < required ? required - best : Amount{}; }
};

// Σ short thousandths × days, of all of it or of some days.
[[nodiscard]] Wide unmet_in(const std::vector<Stretch>& coverage);
[[nodiscard]] Wide unmet_in(const std::vector<Stretch>& coverage, const Period& days);

struct Goals {
  Wide unmet = 0;        // Σ weight × short thousandths × days
  Wide unmet_plain = 0;  // Σ short thousandths × days
  // Of the data's futures, summed over those that count: what the objective has in the place of
  // unmet; 0: there are none.
  Wide unmet_in_futures = 0;
  Wide excess = 0;  // Σ weight (thousandths) × people-days above fair shares
  std::int64_t firmness = 0, cost = 0, distance = 0;
  Points points = 0;  // the objective, model/goals.hpp
};

struct Verdict {
  std::vector<Violation> violations;                  // sorted by rule, days, requirement, offer
  Table<Requirement, std::vector<Stretch>> coverage;  // the whole period; empty without a quantity
  Goals goals;
};

// What the plan has in each tier (model/tiers.hpp).
[[nodiscard]] std::vector<Wide> tier_values(const Scenario& scenario,
                                            const std::vector<Tier>& tiers,
                                            const Verdict& verdict);

// The rules that tours and deliveries break together, without those that each breaks alone.
[[nodiscard]] std::vector<Violation> check_together(const Scenario& scenario, const Plan& plan);
// The same of a part of a plan, which does not have to have what is fixed.
[[nodiscard]] std::vector<Violation> check_part(const Scenario& scenario, const Plan& part);
// The days on which a plan lacks some of a fixed tour. Of other pins: none.
[[nodiscard]] std::vector<Violation> check_fixed(const Plan& plan, const Pin& pin);

// What each nation bears: people of presence tours × days, of a double use once.
[[nodiscard]] Table<Nation, Wide> people_days(const Scenario& scenario, const Plan& plan);
// What is borne above fair shares, by their weights: Goals::excess.
[[nodiscard]] Wide excess(const Scenario& scenario, const Plan& plan);

// What is unmet in each future of the data, weighted as Goals::unmet.
[[nodiscard]] std::vector<Wide> unmet_by_future(const Scenario& scenario, const Plan& plan);

// What a plan fills of one requirement; empty without a quantity.
[[nodiscard]] std::vector<Stretch> cover(const Scenario& scenario,
                                         const Plan& plan,
                                         Id<Requirement> requirement);

// `in_force` may be empty: then distance counts as 0.
[[nodiscard]] Verdict evaluate(const Scenario& scenario, const Plan& plan, const Plan& in_force);

}  // namespace muster::judge
