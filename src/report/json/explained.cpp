// SPDX-License-Identifier: Apache-2.0
#include "report/asks.hpp"
#include "report/json/shapes.hpp"

namespace muster::report {
namespace {

Json reason_list(const ExplainView& view, const explain::Reason& reason) {
  Json list = Json::array();
  const auto add = [&](explain::Reason one) {
    one.beside.clear();
    const Scenario& scenario = *view.scenario;
    list.push_back({{"cause", std::string{explain::to_text(one.cause)}},
                    {"offer", one.offer ? Json(scenario->offers[*one.offer].key) : Json()},
                    {"words", reason_sentence(scenario, *view.plan, one)},
                    {"from", to_text(one.days.from)},
                    {"until", to_text(one.days.until)},
                    {"amount", one.amount},
                    {"limit", one.limit},
                    {"source", text_or_null(one.source)}});
  };
  add(reason);
  for (const explain::Reason& beside : reason.beside) add(beside);
  return list;
}

Json change_json(const asks::Change& change) {
  Json rows = Json::array();
  for (const asks::RowChange& row : change.rows) {
    Json cells = Json::object();
    for (const auto& [field, text] : row.cells) cells[field] = text;
    const char* operation = row.operation == Operation::add      ? "add"
                            : row.operation == Operation::remove ? "remove"
                                                                 : "change";
    rows.push_back({{"table", row.table}, {"operation", operation}, {"cells", std::move(cells)}});
  }
  return {{"kind", std::string{to_text(change.kind)}},
          {"party", change.party},
          {"object", change.object},
          {"field", text_or_null(change.field)},
          {"before", text_or_null(change.before)},
          {"after", text_or_null(change.after)},
          {"amount", change.amount},
          {"cost", change.cost},
          {"words", change_words(change)},
          {"rows", std::move(rows)}};
}

Json ask_json(const Scenario& scenario, const asks::Ask& ask) {
  Json changes = Json::array();
  for (const asks::Change& change : ask.changes) changes.push_back(change_json(change));
  return {{"words", ask_words(scenario, ask)},
          {"asks", asked_words(ask)},
          {"cost", ask.cost},
          {"fills_days", amount_days_json(ask.fills)},
          {"gains_weighted_days", amount_days_json(ask.gains)},
          {"confirmed", ask.confirmed},
          {"changes", std::move(changes)}};
}

}  // namespace

std::string explain_json(const ExplainView& view) {
  Json list = Json::array();
  for (const Explained& line : view.lines) {
    Json reasons = Json::array(), ways = Json::array();
    for (const explain::Reason& reason : line.shortfall.reasons)
      reasons.push_back(reason_list(view, reason));
    for (const asks::Ask& ask : line.ways_out) ways.push_back(ask_json(*view.scenario, ask));
    list.push_back({{"requirement", (*view.scenario)->requirements[line.shortfall.requirement].key},
                    {"from", to_text(line.shortfall.period.from)},
                    {"until", to_text(line.shortfall.period.until)},
                    {"unmet", amount_json(line.shortfall.unmet)},
                    {"reasons", std::move(reasons)},
                    {"other_offers", line.shortfall.others},
                    {"ways_out", std::move(ways)}});
  }
  return to_document({{"answer", "explain"}, {"shortfalls", std::move(list)}});
}

std::string asks_json(const AsksView& view) {
  Json list = Json::array();
  for (std::size_t i = 0; i < view.portfolio.asks.size(); ++i) {
    const asks::Ask& ask = view.portfolio.asks[i];
    const explain::Shortfall& shortfall = (*view.shortfalls)[ask.shortfall];
    Json one = ask_json(*view.scenario, ask);
    one["requirement"] = (*view.scenario)->requirements[shortfall.requirement].key;
    one["from"] = to_text(shortfall.period.from);
    one["until"] = to_text(shortfall.period.until);
    one["overlay"] = view.overlays.empty() ? Json() : Json(view.overlays[i]);
    list.push_back(std::move(one));
  }
  return to_document({{"answer", "asks"},
                      {"cost", view.portfolio.cost},
                      {"unmet_weighted_days_before", amount_days_json(view.portfolio.unmet_before)},
                      {"unmet_weighted_days_after", amount_days_json(view.portfolio.unmet_after)},
                      {"proved", view.portfolio.proved},
                      {"asks", std::move(list)}});
}

std::string why_not_json(const WhyNotView& view) {
  const ExplainView words{view.scenario, view.plan, {}, false};
  Json list = Json::array();
  for (const WhyNotView::Tried& tried : view.tried) {
    Json reasons = Json::array();
    if (!tried.ways.empty())
      for (const explain::Reason& reason : tried.ways.front().reasons)
        reasons.push_back(reason_list(words, reason).front());
    const bool serves = !tried.ways.empty();
    list.push_back(
        {{"offer", (*view.scenario)->offers[tried.offer].key},
         {"from", to_text(tried.run.period.from)},
         {"until", to_text(tried.run.period.until)},
         {"unmet", amount_json(tried.run.unmet)},
         {"reasons", std::move(reasons)},
         {"fills_days", serves ? amount_days_json(tried.ways.front().fills) : Json()},
         {"gains_weighted_days", serves ? amount_days_json(tried.ways.front().gains) : Json()}});
  }
  return to_document({{"answer", "why-not"},
                      {"unit", view.unit},
                      {"requirement", (*view.scenario)->requirements[view.requirement].key},
                      {"tried", std::move(list)}});
}

std::string worth_json(const WorthView& view) {
  Json list = Json::array();
  for (const asks::Worth& worth : view.worths)
    list.push_back(
        {{"capability", (*view.scenario)->capabilities[worth.capability].key},
         {"from", to_text(worth.period.from)},
         {"until", to_text(worth.period.until)},
         {"quantity", worth.quantity},
         {"predicted_weighted_days", amount_days_json(worth.predicted)},
         {"realised_weighted_days", worth.realised ? amount_days_json(*worth.realised) : Json()}});
  return to_document({{"answer", "worth"}, {"worths", std::move(list)}});
}

}  // namespace muster::report
