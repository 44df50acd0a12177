// SPDX-License-Identifier: Apache-2.0
#include "simulate/uncertainty.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/cell_value.hpp"

namespace muster::simulate {
namespace {

constexpr std::array<std::string_view, event_count> names{"real",
                                                          "late",
                                                          "ends_early",
                                                          "option_taken",
                                                          "condition_met",
                                                          "condition_late",
                                                          "out_of_action",
                                                          "government_falls"};
constexpr std::string_view arrival_name = "requirement_arrives";
constexpr int places = 4;
constexpr double scale = 10'000;

Likelihood assumed(Event event, double chance, Triangle days = {}) {
  Likelihood one;
  one.event = event;
  one.chance = chance;
  one.days = days;
  one.assumed = true;
  return one;
}

Likelihood of_status(OfferStatus status, Likelihood one) {
  one.status = status;
  return one;
}

template <class Thing>
std::optional<Id<Thing>> find(const muster::Table<Thing>& table, const std::string& key) {
  if (key.empty()) return std::nullopt;
  for (const Id<Thing> id : table.ids())
    if (table[id].key == key) return id;
  return std::nullopt;
}

std::optional<OfferStatus> status_of(const std::string& text) {
  for (const OfferStatus status : {OfferStatus::explored,
                                   OfferStatus::intended,
                                   OfferStatus::offered,
                                   OfferStatus::accepted,
                                   OfferStatus::committed,
                                   OfferStatus::in_place})
    if (muster::to_text(status) == text) return status;
  return std::nullopt;
}

// Of what is not stated, likely is the least and most the likely.
Triangle triangle_of(const DraftTable& table, const DraftRow& row, const std::string& what) {
  const auto value = [&](const char* end, std::int32_t without) {
    return static_cast<std::int32_t>(parse_whole(table.text(row, what + end)).value_or(without));
  };
  Triangle one;
  one.least = value("_least", 0);
  one.likely = value("_likely", one.least);
  one.most = value("_most", one.likely);
  return one;
}

}  // namespace

std::string_view to_text(Event event) {
  return names[static_cast<std::size_t>(event)];
}

// By the inverse of the distribution's function.
std::int32_t Triangle::at(double unit) const {
  const double low = least, high = std::max(most, least),
               middle = std::clamp<double>(likely, low, high);
  if (high <= low) return least;
  const double at = (middle - low) / (high - low);
  const double value = unit < at ? low + std::sqrt(unit * (high - low) * (middle - low))
                                 : high - std::sqrt((1 - unit) * (high - low) * (high - middle));
  return static_cast<std::int32_t>(std::lround(value));
}

const std::vector<Likelihood>& assumed_likelihoods() {
  static const std::vector<Likelihood> all{
      assumed(Event::real, 0.7),
      of_status(OfferStatus::explored, assumed(Event::real, 0.2)),
      of_status(OfferStatus::intended, assumed(Event::real, 0.5)),
      of_status(OfferStatus::accepted, assumed(Event::real, 0.85)),
      of_status(OfferStatus::committed, assumed(Event::real, 0.95)),
      of_status(OfferStatus::in_place, assumed(Event::real, 1)),
      assumed(Event::late, 0.25, {1, 30, 120}),
      of_status(OfferStatus::in_place, assumed(Event::late, 0)),
      assumed(Event::ends_early, 0.03),
      assumed(Event::option_taken, 0.5),
      assumed(Event::condition_met, 0.7),
      assumed(Event::condition_late, 0.5, {1, 60, 365}),
      assumed(Event::out_of_action, 0.05, {7, 30, 120}),
      assumed(Event::government_falls, 0.05, {60, 180, 540})};
  return all;
}

Uncertainty::Uncertainty(const Scenario& scenario, const Draft& draft)
    : scenario_{scenario}, rows_{assumed_likelihoods()} {
  const DraftTable& table = draft.table("uncertainty");
  for (const DraftRow& row : table.rows) {
    const auto text = [&](std::string_view field) -> const std::string& {
      return table.text(row, field);
    };
    const auto chance =
        static_cast<double>(parse_decimal(text("chance"), places).value_or(0)) / scale;
    if (text("event") == arrival_name) {
      if (const auto like = scenario.find_requirement(text("requirement")))
        arrivals_.push_back({.row = text("row"),
                             .like = *like,
                             .priority = find(scenario->priorities, text("priority")),
                             .in_a_year = chance,
                             .days = triangle_of(table, row, "days"),
                             .size = text("size_least").empty() && text("size_likely").empty()
                                             && text("size_most").empty()
                                         ? std::nullopt
                                         : std::optional{triangle_of(table, row, "size")}});
      continue;
    }
    Likelihood one;
    const auto event = std::ranges::find(names, text("event"));
    if (event == names.end()) continue;
    one.event = static_cast<Event>(event - names.begin());
    one.offer = find(scenario->offers, text("offer"));
    one.nation = scenario.find_nation(text("nation"));
    one.capability = find(scenario->capabilities, text("capability"));
    one.status = status_of(text("status"));
    one.chance = chance;
    one.days = triangle_of(table, row, "days");
    rows_.push_back(one);
  }
}

const Likelihood& Uncertainty::of(Event event, Id<Offer> offer) const {
  const Offer& given = scenario_->offers[offer];
  const Likelihood* best = nullptr;
  int best_score = -1;
  for (const Likelihood& row : rows_) {
    if (row.event != event || (row.offer && *row.offer != offer)
        || (row.nation && *row.nation != given.nation)
        || (row.capability && *row.capability != given.capability)
        || (row.status && *row.status != given.status))
      continue;
    const int score = (row.assumed ? 0 : 16) + (row.offer ? 8 : 0) + (row.nation ? 4 : 0)
                      + (row.capability ? 2 : 0) + (row.status ? 1 : 0);
    if (score >= best_score) {
      best_score = score;
      best = &row;
    }
  }
  return *best;  // an assumption holds for every event
}

const Likelihood& Uncertainty::of_nation(Id<Nation> nation) const {
  const Likelihood* best = nullptr;
  for (const Likelihood& row : rows_) {
    if (row.event != Event::government_falls || (row.nation && *row.nation != nation)) continue;
    if (best == nullptr || row.nation || !best->nation) best = &row;
  }
  return *best;
}

}  // namespace muster::simulate
