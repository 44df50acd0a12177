// SPDX-License-Identifier: Apache-2.0
// Figures that more than one way of showing needs, from the view alone.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "report/view.hpp"

namespace muster::report {

// Amounts × days, each stretch capped at what is required there.
struct Fill {
  Wide required = 0, firm = 0, expected = 0, best = 0;
  std::int64_t days = 0, full_days = 0;  // of the requirement's period; on how many all is there
  std::optional<Day> full_until;  // full from the first day until then; none: not on the first
  Fill& operator+=(const Fill& other);
};
[[nodiscard]] Fill fill_of(const std::vector<judge::Stretch>& coverage);
[[nodiscard]] Fill fill_within(const std::vector<judge::Stretch>& coverage, Period days);

// All of these together, each requirement by the weight of its priority.
[[nodiscard]] Fill weighted_fill(const PlanView& view,
                                 const std::vector<Id<Requirement>>& requirements);

struct Headline {
  std::size_t asked = 0, full = 0, part = 0, empty = 0;  // requirements with a quantity
  std::size_t without_quantity = 0;
  // Weighted thousandths × days; the bound, which is on unmet and excess together, rounded up.
  Wide required = 0, unmet = 0, excess = 0, bound = 0;
  // Where the data names futures: in one of those that count, on average; the bound is on it then.
  Wide unmet_in_futures = 0;
  std::int64_t gap_permille = 0;  // (value − bound) / value, rounded up
  bool proven_best = false;       // no plan of this grid has less of the two
};
[[nodiscard]] Headline headline_of(const PlanView& view);

// The same in sentences: what is counted, how much is filled, how far from the best.
[[nodiscard]] std::vector<std::string> headline_sentences(const PlanView& view);

// Tiers of a strict plan in words.
[[nodiscard]] std::string tier_name(const PlanView& view, const TierFigures& tier);
[[nodiscard]] std::string tier_amount(const TierFigures& tier, Wide amount);
// (value − bound) / value, rounded up.
[[nodiscard]] std::int64_t tier_gap_permille(const TierFigures& tier);
[[nodiscard]] std::string tier_gap(const TierFigures& tier);
// In how many tiers, from the first, no plan of the grid does better.
[[nodiscard]] std::size_t tiers_proved(const std::vector<TierFigures>& tiers);
// What the proof of a strict plan says, and what its table shows.
[[nodiscard]] std::string strict_sentence(const PlanView& view);
[[nodiscard]] std::string_view tiers_explained();

// What a nation bears beside its fair share, in people-days; what that weighs, in thousandths.
struct FairShareFigures {
  Id<FairShare> share{0};
  Wide borne = 0, above = 0, excess = 0;
};
[[nodiscard]] std::vector<FairShareFigures> fair_shares_of(const PlanView& view);
[[nodiscard]] std::string_view fair_shares_explained();

// How a plan holds in the futures of the data, and beside it the plan without them where it was
// planned with --robust. Weighted thousandths × days, of a future on average; shares in millionths.
struct FuturesFigures {
  std::string plan;
  Wide unmet = 0, on_average = 0, in_worst = 0;
  std::optional<RobustFigures::Side> tried;  // in futures drawn anew
};
[[nodiscard]] std::vector<FuturesFigures> futures_of(const PlanView& view);  // none: no futures
// "on average of 40 futures", "in the 4 worst of 40 futures".
[[nodiscard]] std::string futures_words(const Scenario& scenario);
[[nodiscard]] std::string futures_explained(const PlanView& view);
// What of all that is required is filled, where so much is unmet.
[[nodiscard]] std::string filled_text(const PlanView& view, Wide unmet);

struct MeasureSum {
  Measure measure = Measure::unit;
  Fill fill;
};
[[nodiscard]] std::vector<MeasureSum> fill_by_measure(const PlanView& view);  // measures in use

// Who fills a requirement, in order of days: tours and deliveries in the same form. Tours of one
// offer that follow each other without a gap are one part.
struct Part {
  Id<Offer> offer{0};
  Period period{};   // a delivery: from its day to the requirement's end
  Period counted{};  // without the handover
  std::int64_t quantity = 0;
  Amount gives;
  Counting degree = Counting::best;            // on its worst day
  Counting degree_in_window = Counting::best;  // without the extension
  bool delivery = false;
  std::optional<Day> extension_from;  // from then on by the option
};
[[nodiscard]] std::vector<Part> parts_of(const PlanView& view, Id<Requirement> requirement);
// Why a part is no firmer than it is: "intended", "condition sweden open", "option". Empty: firm.
[[nodiscard]] std::string softness_words(const Scenario& scenario, const Part& part);

// Requirements of an activity, in the order of the table.
[[nodiscard]] std::vector<Id<Requirement>> requirements_of(const Scenario& scenario,
                                                           Id<Activity> activity);
// The requirements with the most unmet, by weight: at most so many.
[[nodiscard]] std::set<Id<Requirement>> most_unmet(const PlanView& view, std::size_t count);
// The days in which anything is shown: from the earliest requirement or tour to the horizon's end.
[[nodiscard]] Period shown_days(const PlanView& view);
// Firsts of months within.
[[nodiscard]] std::vector<Period> months_of(Period days);

// "Trained by 2024-12-31: 27,000 of 26,000", or what is missing.
[[nodiscard]] std::string training_sentence(const Scenario& scenario,
                                            const explain::TrainingCurve& curve);

}  // namespace muster::report
