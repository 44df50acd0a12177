// SPDX-License-Identifier: Apache-2.0
#include "report/figures/figures.hpp"
#include "report/json.hpp"
#include "report/json/shapes.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

Json headline_json(const PlanView& view) {
  const Headline headline = headline_of(view);
  Json json{{"requirements", headline.asked},
            {"filled", headline.full},
            {"in_part", headline.part},
            {"not_filled", headline.empty},
            {"without_quantity", headline.without_quantity},
            {"required_weighted_days", amount_days_json(headline.required)},
            {"unmet_weighted_days", amount_days_json(headline.unmet)},
            {"unmet_days", amount_days_json(view.verdict->goals.unmet_plain)},
            {"value", to_text(view.verdict->goals.points)},
            {"bound", to_text(view.origin.bound)},
            {"gap_permille", headline.gap_permille},
            {"proven_best", headline.proven_best},
            {"words", headline_sentences(view)}};
  if ((*view.scenario)->fair_shares.size() > 0)
    json["excess_weighted_days"] = amount_days_json(headline.excess);
  return json;
}

Json part_json(const PlanView& view, const Part& part) {
  const Scenario& scenario = *view.scenario;
  const Offer& offer = scenario->offers[part.offer];
  Json json{{"nation", scenario->nations[offer.nation].key},
            {"offer", offer.key},
            {"unit", scenario->units[offer.unit].key},
            {"delivery", part.delivery},
            {"period", period_json(part.period)},
            {"counted", period_json(part.counted)},
            {"quantity", part.quantity},
            {"gives", amount_json(part.gives)},
            {"degree", to_text(part.degree)},
            {"status", to_text(offer.status)},
            {"extension_from", day_json(part.extension_from)},
            {"condition", nullptr},
            {"caveats", Json::array()},
            {"source", text_or_null(offer.source)}};
  if (offer.condition) json["condition"] = scenario->conditions[*offer.condition].key;
  for (const Caveat& caveat : offer.caveats) {
    json["caveats"].push_back(caveat_words(scenario, caveat));
  }
  if (!offer.only_requirements.empty()) json["caveats"].push_back(list_words(scenario, offer));
  return json;
}

Json coverage_json(const std::vector<judge::Stretch>& coverage) {
  Json json = Json::array();
  for (const judge::Stretch& stretch : coverage) {
    json.push_back({{"period", period_json(stretch.period)},
                    {"required", amount_json(stretch.required)},
                    {"firm", amount_json(stretch.firm)},
                    {"expected", amount_json(stretch.expected)},
                    {"best", amount_json(stretch.best)},
                    {"unmet", amount_json(stretch.unmet())}});
  }
  return json;
}

Json requirement_json(const PlanView& view, Id<Requirement> id) {
  const Scenario& scenario = *view.scenario;
  const Requirement& requirement = scenario->requirements[id];
  const Fill fill = fill_of(view.verdict->coverage[id]);
  Json json{{"requirement", requirement.key},
            {"activity", scenario->activities[requirement.activity].key},
            {"capability", scenario->capabilities[requirement.capability].key},
            {"measure", to_text(measure_of(scenario, id))},
            {"kind", to_text(requirement.kind)},
            {"period", period_json(requirement.period)},
            {"quantity", nullptr},
            {"required_days", amount_days_json(fill.required)},
            {"firm_days", amount_days_json(fill.firm)},
            {"expected_days", amount_days_json(fill.expected)},
            {"best_days", amount_days_json(fill.best)},
            {"full_until", day_json(fill.full_until)},
            {"source", text_or_null(requirement.source)},
            {"by", Json::array()},
            {"coverage", coverage_json(view.verdict->coverage[id])}};
  if (requirement.quantity) json["quantity"] = amount_json(*requirement.quantity);
  for (const Part& part : parts_of(view, id)) json["by"].push_back(part_json(view, part));
  return json;
}

Json reason_json(const PlanView& view, const explain::Reason& reason) {
  const Scenario& scenario = *view.scenario;
  Json json{{"cause", explain::to_text(reason.cause)},
            {"words", reason_sentence(scenario, *view.plan, reason)},
            {"offer", nullptr},
            {"elsewhere", nullptr},
            {"condition", nullptr},
            {"days", period_json(reason.days)},
            {"amount", reason.amount},
            {"limit", reason.limit},
            {"source", text_or_null(reason.source)}};
  if (reason.offer) json["offer"] = scenario->offers[*reason.offer].key;
  if (reason.elsewhere) json["elsewhere"] = scenario->requirements[*reason.elsewhere].key;
  if (reason.condition) json["condition"] = scenario->conditions[*reason.condition].key;
  return json;
}

Json shortfalls_json(const PlanView& view) {
  Json json = Json::array();
  for (const explain::Shortfall& shortfall : view.shortfalls) {
    Json reasons = Json::array();
    for (const explain::Reason& reason : shortfall.reasons) {
      reasons.push_back(reason_json(view, reason));
    }
    json.push_back({{"requirement", (*view.scenario)->requirements[shortfall.requirement].key},
                    {"period", period_json(shortfall.period)},
                    {"unmet", amount_json(shortfall.unmet)},
                    {"reasons", std::move(reasons)},
                    {"others", shortfall.others}});
  }
  return json;
}

Json training_json(const PlanView& view) {
  Json json = Json::array();
  for (const explain::TrainingCurve& curve : view.training) {
    Json points = Json::array();
    for (const explain::TrainingPoint& point : curve.points) {
      points.push_back(
          {{"on", to_text(point.on)}, {"cohorts", point.cohorts}, {"trained", point.trained}});
    }
    json.push_back({{"activity", (*view.scenario)->activities[curve.activity].key},
                    {"as_of", day_json(curve.as_of)},
                    {"trained_before", curve.trained_before ? Json(*curve.trained_before) : Json()},
                    {"target", curve.target ? Json(*curve.target) : Json()},
                    {"target_on", day_json(curve.target_on)},
                    {"reached_on", day_json(curve.reached_on)},
                    {"broken_off", curve.broken_off},
                    {"points", std::move(points)},
                    {"words", training_sentence(*view.scenario, curve)},
                    {"source", text_or_null(curve.source)}});
  }
  return json;
}

Json funds_json(const PlanView& view) {
  Json json = Json::array();
  for (const explain::FundState& fund : view.funds) {
    const Requirement& requirement = (*view.scenario)->requirements[fund.requirement];
    json.push_back({{"requirement", requirement.key},
                    {"need", fund.need ? amount_json(*fund.need) : Json()},
                    {"firm", amount_json(fund.firm)},
                    {"expected", amount_json(fund.expected)},
                    {"best", amount_json(fund.best)},
                    {"paid", amount_json(fund.paid)},
                    {"source", text_or_null(requirement.source)}});
  }
  return json;
}

Json spending_json(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  Json json = Json::array();
  for (const Spending& row : scenario->spending) {
    Json one{{"nation", scenario->nations[row.nation].key},
             {"year", row.year},
             {"spent_percent", decimal_text(row.spent)},
             {"pledged_percent", nullptr},
             {"source", text_or_null(row.source)}};
    if (row.pledged) one["pledged_percent"] = decimal_text(*row.pledged);
    json.push_back(std::move(one));
  }
  return json;
}

Json stocks_json(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  Json json = Json::array();
  for (const explain::StockState& state : view.stocks) {
    const Stock& stock = scenario->stocks[state.stock];
    json.push_back({{"nation", scenario->nations[stock.nation].key},
                    {"capability", scenario->capabilities[stock.capability].key},
                    {"period", period_json(state.period)},
                    {"quantity", stock.quantity},
                    {"given", state.given},
                    {"left", state.left},
                    {"floor", stock.floor},
                    {"source", text_or_null(stock.source)}});
  }
  return json;
}

Json acts_json(const Condition& condition) {
  Json acts = Json::array();
  for (const Condition::Act& act : condition.acts) {
    acts.push_back({{"name", act.name},
                    {"party", act.party},
                    {"status", to_text(act.status)},
                    {"on", day_json(act.on)},
                    {"expected_on", day_json(act.expected_on)},
                    {"source", text_or_null(act.source)}});
  }
  return acts;
}

Json conditions_json(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  Json json = Json::array();
  for (const explain::Waiting& waiting : view.waiting) {
    Json offers = Json::array(), promises = Json::array();
    for (const Id<Offer> offer : waiting.offers) offers.push_back(scenario->offers[offer].key);
    for (const std::size_t i : waiting.promises) promises.push_back(scenario->promises[i].key);
    const Condition& condition = scenario->conditions[waiting.condition];
    json.push_back({{"condition", condition.key},
                    {"met", waiting.met},
                    {"acts", acts_json(condition)},
                    {"offers", std::move(offers)},
                    {"promises", std::move(promises)}});
  }
  return json;
}

Json promises_json(const PlanView& view) {
  Json json = Json::array();
  for (const Promise& promise : (*view.scenario)->promises) {
    json.push_back({{"promise", promise.key},
                    {"by", promise.by},
                    {"to", promise.to},
                    {"about", promise.about},
                    {"trigger", text_or_null(promise.trigger)},
                    {"due", day_json(promise.due)},
                    {"status", to_text(promise.status)},
                    {"kept_on", day_json(promise.kept_on)},
                    {"source", text_or_null(promise.source)}});
  }
  return json;
}

Json fair_shares_json(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  Json json = Json::array();
  for (const FairShareFigures& row : fair_shares_of(view)) {
    const FairShare& share = scenario->fair_shares[row.share];
    json.push_back({{"nation", scenario->nations[share.nation].key},
                    {"people_days", share.people_days},
                    {"borne", to_text(row.borne)},
                    {"above", to_text(row.above)},
                    {"weight", plain_decimal(share.weight)},
                    {"excess", amount_days_json(row.excess)},
                    {"source", text_or_null(share.source)}});
  }
  return json;
}

Json futures_json(const PlanView& view) {
  Json rows = Json::array();
  for (const FuturesFigures& row : futures_of(view)) {
    Json json{{"plan", row.plan},
              {"unmet_weighted_days", amount_days_json(row.unmet)},
              {"on_average", amount_days_json(row.on_average)},
              {"in_worst", amount_days_json(row.in_worst)}};
    if (row.tried)
      json["filled_millionths"] = {
          {"p10", row.tried->p10}, {"p50", row.tried->p50}, {"p90", row.tried->p90}};
    rows.push_back(std::move(json));
  }
  Json json{{"words", futures_words(*view.scenario)}, {"plans", std::move(rows)}};
  if (view.origin.robust) json["trials"] = view.origin.robust->trials;
  if (view.origin.robust && view.origin.robust->percent)
    json["percent"] = *view.origin.robust->percent;
  return json;
}

// Of a strict plan: what is unmet or above fair shares in requirement-days, the later goals as they
// are counted.
Json tiers_json(const PlanView& view) {
  Json json = Json::array();
  for (const TierFigures& tier : view.origin.tiers) {
    const auto amount = [&](Wide value) {
      return tier.goal == "unmet" || tier.goal == "excess" ? amount_days_json(value)
                                                           : Json(to_text(value));
    };
    json.push_back({{"goal", tier.goal},
                    {"priorities", tier.priorities},
                    {"value", amount(tier.value)},
                    {"bound", amount(tier.bound)},
                    {"gap_permille", tier_gap_permille(tier)},
                    {"proven_best", tier.bound >= tier.value},
                    {"words", tier_name(view, tier)}});
  }
  return json;
}

}  // namespace

std::string plan_json(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  Json json{{"answer", "plan"},
            {"data", scenario->name},
            {"title", scenario->title},
            {"as_of", to_text(scenario->as_of)},
            {"horizon", period_json(scenario->horizon)},
            {"overlays", view.origin.overlays},
            {"data_sha256", view.origin.data_hash},
            {"version", view.origin.version},
            {"counting", to_text(view.plan->counting)},
            {"grid", to_text(view.origin.grid)},
            {"seed", view.origin.seed},
            {"stop", view.origin.stop},
            {"headline", headline_json(view)},
            {"requirements", Json::array()}};
  if (scenario->clock != Clock::day) json["clock"] = to_text(scenario->clock);
  if (!view.origin.tiers.empty()) json["tiers"] = tiers_json(view);
  if (scenario->futures.size() > 0) json["futures"] = futures_json(view);
  if (scenario->fair_shares.size() > 0) json["fair_shares"] = fair_shares_json(view);
  for (const Id<Requirement> id : scenario->requirements.ids()) {
    json["requirements"].push_back(requirement_json(view, id));
  }
  json["shortfalls"] = shortfalls_json(view);
  json["training"] = training_json(view);
  json["funds"] = funds_json(view);
  json["stocks"] = stocks_json(view);
  json["spending"] = spending_json(view);
  json["conditions"] = conditions_json(view);
  json["promises"] = promises_json(view);
  return to_document(json);
}

}  // namespace muster::report
