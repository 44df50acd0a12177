// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "model/futures.hpp"
#include "report/figures/figures.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr Wide points_each = 1'000'000'000;  // of one weighted thousandth × day (model/goals.hpp)

Wide rounded_up(Wide value, Wide by) {
  return value <= 0 ? 0 : (value + by - 1) / by;
}

void count_requirement(const Fill& fill, Headline& headline) {
  ++headline.asked;
  if (fill.best == fill.required) {
    ++headline.full;
  } else if (fill.best == 0) {
    ++headline.empty;
  } else {
    ++headline.part;
  }
}

std::string filled_sentence(const Headline& headline) {
  return "Of " + plural(static_cast<Wide>(headline.asked), "requirement", "requirements")
         + " with a stated quantity, " + count_text(static_cast<Wide>(headline.full))
         + " are filled throughout, " + count_text(static_cast<Wide>(headline.part)) + " in part, "
         + count_text(static_cast<Wide>(headline.empty)) + " not at all.";
}

std::string unmet_sentence(const Headline& headline) {
  return "Weighted by priority, " + rounded_text(headline.unmet) + " of "
         + rounded_text(headline.required) + " requirement-days stay unmet ("
         + share_text(headline.unmet, headline.required) + ").";
}

std::string excess_sentence(const Headline& headline) {
  return "People-days above fair shares weigh as much as " + rounded_text(headline.excess)
         + " requirement-days more.";
}

// Where nations have fair shares the bound is on what is unmet and what is above them together.
std::string proof_of_sum(const PlanView& view, const Headline& headline) {
  const std::string grid{grid_words(view.origin.grid)};
  if (headline.proven_best)
    return "Proved: no plan on this " + grid
           + " grid has less unmet and above fair shares together.";
  return "Proved: no plan on this " + grid + " grid can have fewer than "
         + rounded_text(headline.bound)
         + " weighted requirement-days unmet and above fair shares together; this one has "
         + rounded_text(headline.unmet + headline.excess) + ": at most "
         + decimal_text(headline.gap_permille * 100) + " % from the best possible.";
}

std::string proof_in_futures(const PlanView& view, const Headline& headline) {
  const std::string grid{grid_words(view.origin.grid)};
  const std::string where = futures_words(*view.scenario);
  const std::string stays = "Planned for futures: " + where + ", "
                            + rounded_text(headline.unmet_in_futures)
                            + " weighted requirement-days stay unmet. ";
  const std::string what =
      (*view.scenario)->fair_shares.size() > 0 ? "unmet and above fair shares together" : "unmet";
  if (headline.proven_best)
    return stays + "Proved: no plan on this " + grid + " grid leaves less " + what + " there.";
  return stays + "Proved: no plan on this " + grid + " grid can leave fewer than "
         + rounded_text(headline.bound) + " " + what + " there: at most "
         + decimal_text(headline.gap_permille * 100) + " % from the best possible.";
}

std::string proof_sentence(const PlanView& view, const Headline& headline) {
  if ((*view.scenario)->futures.size() > 0) return proof_in_futures(view, headline);
  if ((*view.scenario)->fair_shares.size() > 0) return proof_of_sum(view, headline);
  const std::string grid{grid_words(view.origin.grid)};
  if (headline.proven_best) {
    return "Proved: no plan on this " + grid + " grid leaves less unmet.";
  }
  return "Proved: no plan on this " + grid + " grid can leave fewer than "
         + rounded_text(headline.bound) + " weighted requirement-days unmet; this one leaves "
         + rounded_text(headline.unmet) + ": at most " + decimal_text(headline.gap_permille * 100)
         + " % from the best possible.";
}

}  // namespace

Headline headline_of(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  Headline headline;
  for (const Id<Requirement> id : scenario->requirements.ids()) {
    const Requirement& requirement = scenario->requirements[id];
    if (!requirement.quantity) {
      ++headline.without_quantity;
      continue;
    }
    const Fill fill = fill_of(view.verdict->coverage[id]);
    count_requirement(fill, headline);
    headline.required += fill.required * scenario->priorities[requirement.priority].weight;
  }
  headline.unmet = view.verdict->goals.unmet;
  headline.excess = view.verdict->goals.excess;
  const Wide futures = counted_futures(*scenario);
  headline.bound = rounded_up(view.origin.bound, points_each * futures);
  const Wide in_futures = view.verdict->goals.unmet_in_futures;
  headline.unmet_in_futures = rounded_up(in_futures, futures);
  const Wide value = view.verdict->goals.points;
  if (value > 0) {
    const Wide open = std::max<Wide>(0, value - view.origin.bound);
    headline.gap_permille = static_cast<std::int64_t>(rounded_up(open * 1000, value));
  }
  const bool has_futures = scenario->futures.size() > 0;
  headline.proven_best =
      headline.bound
      >= (has_futures ? headline.unmet_in_futures : headline.unmet) + headline.excess;
  return headline;
}

std::vector<std::string> headline_sentences(const PlanView& view) {
  const Headline headline = headline_of(view);
  const Counting counting = view.plan->counting;
  std::vector<std::string> sentences;
  sentences.push_back("Counting " + std::string{to_text(counting)} + ": "
                      + std::string{counting_words(counting)} + ".");
  sentences.push_back(filled_sentence(headline));
  if (headline.without_quantity > 0) {
    sentences.push_back(plural(static_cast<Wide>(headline.without_quantity),
                               "requirement states",
                               "requirements state")
                        + " no quantity: shown, not planned.");
  }
  sentences.push_back(unmet_sentence(headline));
  if (headline.excess > 0) sentences.push_back(excess_sentence(headline));
  sentences.push_back(view.origin.tiers.empty() ? proof_sentence(view, headline)
                                                : strict_sentence(view));
  if (const std::string stop = stop_words(view.origin.stop); !stop.empty()) {
    sentences.push_back(stop);
  }
  return sentences;
}

}  // namespace muster::report
