// SPDX-License-Identifier: Apache-2.0
#include "plan/compact/model.hpp"

#include <algorithm>

#include "base/demand.hpp"

#include "plan/pricing/deliveries.hpp"

namespace muster::plan {
namespace {

constexpr double points_of_requirement_day =
    static_cast<double>(points_per_thousandth_day) * model_unit;

void add_tour(const Choices& choices, TourChoice& tour, ModelMaker& model) {
  const Instance& instance = *choices.instance;
  const Nouns& nouns = **instance.scenario;
  const Use& use = *tour.use;
  const Crew& crew = choices.crew_of(tour);
  const auto pieces = tour.terms->most_pieces > 0 ? tour.terms->most_pieces : crew.pieces;
  const std::string also = use.also == no_row ? "" : "+" + choices.key(use.also);
  tour.column = model.add_column({"tour",
                                  choices.key(use.offer),
                                  choices.key(use.row) + also,
                                  choices.day(tour.from),
                                  choices.day(tour.until)},
                                 {.name = {},
                                  .cost = model.later_cost(points_of(instance, tour)),
                                  .least = 0,
                                  .most = static_cast<double>(pieces),
                                  .whole = true});
  const bool divisible = nouns.units[crew.unit].divisible;
  const std::int64_t quantity = divisible ? 1 : nouns.offers[use.offer].quantity;
  const Period period{instance.grid[tour.from], instance.grid[tour.until]};
  for (const Service& service : services_of(instance, tour))
    model.add_tour({tour.column,
                    {use.offer, instance.rows[service.row].requirement, period, quantity},
                    instance.grid[service.counts_from],
                    instance.grid[tour.rested],
                    service.amount});
}

void add_package(const Choices& choices, PackageChoice& choice, ModelMaker& model) {
  const Instance& instance = *choices.instance;
  const Package& package = instance.packages[choice.package];
  const Package::Target& target = package.targets[choice.target];
  const std::string when = choice.rest_at == no_boundary ? "fixed" : choices.day(choice.rest_at);
  choice.column = model.add_column(
      {"delivery", choices.key(package.offer), choices.key(target.row), when},
      {.name = {}, .cost = model.later_cost(points_of(instance, choice)), .least = 0, .most = 1});
  if (choice.rest_at != no_boundary) {
    const std::int64_t parts = package.rest / least_part(instance, package);
    choice.rest_column =
        model.add_column({"part", choices.key(package.offer), choices.key(target.row), when},
                         {.name = {}, .cost = 0, .least = 0, .most = static_cast<double>(parts)});
  }
  for_each_delivery(instance, choice, [&](const Coming& it) {
    model.add_delivery(
        {it.column, {package.offer, target.requirement, it.quantity, it.on, it.row}});
  });
}

}  // namespace

Sum sum_of(const std::vector<Span>& spans) {
  Sum terms;
  for (const Span& span : spans) terms.push_back({span.column, span.value});
  return terms;
}

ModelMaker::ModelMaker(const Instance& instance, const CompactForm& form) : form_{form} {
  Names names;
  model_.name = names.make({(*instance.scenario)->name});
  model_.counting = instance.counting;
}

int ModelMaker::add_column(NameParts name, const CompactModel::Column& column) {
  model_.columns.push_back(column);
  model_.columns.back().name = columns_.make(name);
  return static_cast<int>(model_.columns.size() - 1);
}

double ModelMaker::most_of(int column) const {
  return model_.columns[static_cast<std::size_t>(column)].most;
}

void ModelMaker::at_most(NameParts name, double limit, const Sum& terms) {
  double most = 0;
  for (const Term& term : terms) most += std::max(0.0, term.value) * most_of(term.column);
  if (most > limit) add_row(name, CompactModel::Sense::at_most, limit, terms);
}

void ModelMaker::at_least(NameParts name, double limit, const Sum& terms) {
  add_row(name, CompactModel::Sense::at_least, limit, terms);
}

void ModelMaker::equal(NameParts name, double limit, const Sum& terms) {
  add_row(name, CompactModel::Sense::equal, limit, terms);
}

void ModelMaker::add_row(NameParts name,
                         CompactModel::Sense sense,
                         double limit,
                         const Sum& terms) {
  const auto row = static_cast<int>(model_.rows.size());
  model_.rows.push_back({rows_.make(name), sense, limit});
  for (const Term& term : terms) model_.entries.push_back({row, term.column, term.value});
}

double ModelMaker::later_cost(std::int64_t points) const {
  return form_.later_goals ? static_cast<double>(points) / points_of_requirement_day : 0.0;
}

CompactModel ModelMaker::finish() {
  if (constant_ != 0)
    add_column({"constant"},
               {.name = {}, .cost = constant_, .least = 1, .most = 1, .whole = false});
  std::ranges::stable_sort(
      model_.entries, {}, [](const CompactModel::Entry& entry) { return entry.column; });
  return std::move(model_);
}

std::span<const TourChoice> Choices::tours_of(std::uint32_t crew) const {
  return std::span{tours}.subspan(first_tour[crew], first_tour[crew + 1] - first_tour[crew]);
}

std::string Choices::unit_key(std::uint32_t crew) const {
  return (*instance->scenario)->units[instance->crews[crew].unit].key;
}

std::string Choices::key(RowIndex row) const {
  return (*instance->scenario)->requirements[instance->rows[row].requirement].key;
}

const std::string& Choices::key(Id<Offer> offer) const {
  return (*instance->scenario)->offers[offer].key;
}

const std::string& Choices::key(Id<Nation> nation) const {
  return (*instance->scenario)->nations[nation].key;
}

std::string Choices::day(std::size_t boundary) const {
  return muster::to_text(instance->grid[boundary]);
}

Choices add_choices(const Instance& instance, ModelMaker& model) {
  Choices choices;
  choices.instance = &instance;
  for (std::uint32_t crew = 0; crew < instance.crews.size(); ++crew) {
    choices.first_tour.push_back(choices.tours.size());
    for_each_choice(instance, crew, [&](TourChoice tour) {
      add_tour(choices, tour, model);
      choices.tours.push_back(tour);
    });
  }
  choices.first_tour.push_back(choices.tours.size());
  for (std::uint32_t index = 0; index < instance.packages.size(); ++index)
    for_each_choice_of_package(instance, index, [&](PackageChoice choice) {
      add_package(choices, choice, model);
      choices.packages.push_back(choice);
    });
  return choices;
}

}  // namespace muster::plan
