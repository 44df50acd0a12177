// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "plan/compact/rows.hpp"

namespace muster::plan {
namespace {

struct OfferUse {
  Sum costs;               // EUR of each column, without what is paid once
  std::vector<Span> busy;  // its tours with their rest
  double pieces = 1;       // most of them at once
  Sum packages;
};

std::map<std::uint32_t, OfferUse> uses_by_offer(const Choices& choices) {
  const Instance& instance = *choices.instance;
  std::map<std::uint32_t, OfferUse> uses;
  for (const TourChoice& tour : choices.tours) {
    OfferUse& use = uses[tour.use->offer.index()];
    use.costs.push_back({tour.column, static_cast<double>(cost_of(instance, tour))});
    use.busy.push_back({tour.column, 1.0, tour.from, tour.rested});
    use.pieces = static_cast<double>(choices.crew_of(tour).pieces);
  }
  for (const PackageChoice& choice : choices.packages) {
    OfferUse& use = uses[instance.packages[choice.package].offer.index()];
    use.costs.push_back({choice.column, static_cast<double>(cost_of(instance, choice))});
    use.packages.push_back({choice.column, 1.0});
  }
  return uses;
}

// once = 1 where the offer is used at all; returns its column.
int link_once(const Choices& choices, Id<Offer> id, const OfferUse& use, ModelMaker& model) {
  const Offer& offer = (*choices.instance->scenario)->offers[id];
  const int once =
      model.add_column({"once", offer.key},
                       {.name = {},
                        .cost = model.later_cost(later_rates(offer, choices.instance->scales).once),
                        .least = 0,
                        .most = 1});
  for (const SpanRun& run : largest_runs(use.busy)) {
    Sum terms = sum_of(run.there);
    terms.push_back({once, -use.pieces});
    model.at_most({"paid", offer.key, choices.day(run.from)}, 0.0, terms);
  }
  if (use.packages.empty()) return once;
  Sum terms = use.packages;
  terms.push_back({once, -1.0});
  model.at_most({"paid", offer.key}, 0.0, terms);
  return once;
}

}  // namespace

void bind_budgets(const Choices& choices, ModelMaker& model) {
  const Nouns& nouns = **choices.instance->scenario;
  std::map<std::uint32_t, Sum> spent;
  for (const auto& [index, use] : uses_by_offer(choices)) {
    const Id<Offer> id{index};
    const Offer& offer = nouns.offers[id];
    Sum costs;
    for (const Term& term : use.costs)
      if (term.value > 0) costs.push_back({term.column, term.value / model_unit});
    const std::int64_t once = cost_once(offer);
    if (once > 0 && (offer.budget || model.form().later_goals))
      costs.push_back({link_once(choices, id, use, model), static_cast<double>(once) / model_unit});
    if (!offer.budget) continue;
    Sum& terms = spent[offer.budget->index()];
    terms.insert(terms.end(), costs.begin(), costs.end());
  }
  for (const auto& [index, terms] : spent) {
    const Budget& budget = nouns.budgets[Id<Budget>{index}];
    model.at_most({"budget", budget.key}, static_cast<double>(budget.amount) / model_unit, terms);
  }
}

}  // namespace muster::plan
