// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "plan/compact/rows.hpp"
#include "plan/pricing/deliveries.hpp"

namespace muster::plan {
namespace {

void bind_by_cliques(const Choices& choices, std::uint32_t crew, ModelMaker& model) {
  std::vector<Span> busy;
  for (const TourChoice& tour : choices.tours_of(crew))
    busy.push_back({tour.column, 1.0, tour.from, tour.rested});
  const std::string key = choices.unit_key(crew);
  const auto pieces = static_cast<double>(choices.instance->crews[crew].pieces);
  for (const SpanRun& run : largest_runs(busy))
    model.at_most({"unit", key, choices.day(run.from)}, pieces, sum_of(run.there));
}

// The boundaries at which tours of a crew begin, or leave it free again.
std::vector<Boundary> nodes_of(std::span<const TourChoice> tours) {
  std::vector<Boundary> nodes;
  for (const TourChoice& tour : tours) {
    nodes.push_back(tour.from);
    nodes.push_back(tour.rested);
  }
  std::ranges::sort(nodes);
  const auto repeated = std::ranges::unique(nodes);
  nodes.erase(repeated.begin(), repeated.end());
  return nodes;
}

// What leaves a boundary, on tours and idle, is what comes to it; all pieces come to the first.
void bind_by_flow(const Choices& choices, std::uint32_t crew, ModelMaker& model) {
  const std::span<const TourChoice> tours = choices.tours_of(crew);
  if (tours.empty()) return;
  const std::vector<Boundary> nodes = nodes_of(tours);
  const std::string key = choices.unit_key(crew);
  const auto pieces = static_cast<double>(choices.instance->crews[crew].pieces);
  std::map<Boundary, Sum> balance;
  for (const TourChoice& tour : tours) {
    balance[tour.from].push_back({tour.column, 1.0});
    balance[tour.rested].push_back({tour.column, -1.0});
  }
  for (std::size_t k = 0; k + 1 < nodes.size(); ++k) {
    const int idle =
        model.add_column({"idle", key, choices.day(nodes[k])},
                         {.name = {}, .cost = 0, .least = 0, .most = pieces, .whole = false});
    balance[nodes[k]].push_back({idle, 1.0});
    balance[nodes[k + 1]].push_back({idle, -1.0});
  }
  for (const Boundary node : nodes)
    if (node != nodes.back())
      model.equal(
          {"unit", key, choices.day(node)}, node == nodes.front() ? pieces : 0.0, balance[node]);
}

// Kin of which one or both have several pieces: a column says which of the two may serve.
void bind_pools(const Choices& choices,
                std::pair<std::uint32_t, std::uint32_t> kin,
                const SpanRun& run,
                ModelMaker& model) {
  const auto& crews = choices.instance->crews;
  const std::string keys = choices.unit_key(kin.first) + "+" + choices.unit_key(kin.second);
  const std::string day = choices.day(run.from);
  Sum of_one, of_other;
  const auto first = choices.tours_of(kin.first);
  for (const Span& span : run.there) {
    const bool is_first = first.front().column <= span.column && span.column <= first.back().column;
    (is_first ? of_one : of_other).push_back({span.column, 1.0});
  }
  if (of_one.empty() || of_other.empty()) return;
  const int turn = model.add_column({"turn", keys, day}, {});
  const auto pieces = static_cast<double>(crews[kin.first].pieces);
  const auto other_pieces = static_cast<double>(crews[kin.second].pieces);
  of_one.push_back({turn, -pieces});
  of_other.push_back({turn, other_pieces});
  model.at_most({"kin", keys, day, "one"}, 0.0, of_one);
  model.at_most({"kin", keys, day, "other"}, other_pieces, of_other);
}

void bind_pair(const Choices& choices, std::uint32_t one, std::uint32_t other, ModelMaker& model) {
  const auto& crews = choices.instance->crews;
  if (choices.tours_of(one).empty() || choices.tours_of(other).empty()) return;
  std::vector<Span> serving;
  for (const std::uint32_t crew : {one, other})
    for (const TourChoice& tour : choices.tours_of(crew))
      serving.push_back({tour.column, 1.0, tour.from, tour.until});
  const bool pools = crews[one].pieces > 1 || crews[other].pieces > 1;
  const std::string keys = choices.unit_key(one) + "+" + choices.unit_key(other);
  for (const SpanRun& run : largest_runs(serving)) {
    if (pools)
      bind_pools(choices, {one, other}, run, model);
    else
      model.at_most({"kin", keys, choices.day(run.from)}, 1.0, sum_of(run.there));
  }
}

}  // namespace

// availability, tempo
void bind_units(const Choices& choices, ModelMaker& model) {
  for (std::uint32_t crew = 0; crew < choices.instance->crews.size(); ++crew) {
    if (model.form().units == UnitForm::cliques)
      bind_by_cliques(choices, crew, model);
    else
      bind_by_flow(choices, crew, model);
  }
}

// availability: no more of a pool at once than the offer's part of it.
void bind_parts(const Choices& choices, ModelMaker& model) {
  std::map<std::uint32_t, std::vector<Span>> by_offer;
  std::map<std::uint32_t, std::int64_t> most;
  for (const TourChoice& tour : choices.tours) {
    if (tour.terms->most_pieces == 0) continue;
    const std::uint32_t offer = tour.use->offer.index();
    most[offer] = tour.terms->most_pieces;
    by_offer[offer].push_back({tour.column, 1.0, tour.from, tour.until});
  }
  for (const auto& [offer, spans] : by_offer)
    for (const SpanRun& run : largest_runs(spans))
      model.at_most({"part", choices.key(Id<Offer>{offer}), choices.day(run.from)},
                    static_cast<double>(most[offer]),
                    sum_of(run.there));
}

void bind_packages(const Choices& choices, ModelMaker& model) {
  std::map<std::uint32_t, Sum> by_package;
  for (const PackageChoice& choice : choices.packages)
    by_package[choice.package].push_back({choice.column, 1.0});
  for (const auto& [package, terms] : by_package)
    model.at_most({"package", choices.key(choices.instance->packages[package].offer)}, 1.0, terms);
  for (const PackageChoice& choice : choices.packages) {
    if (choice.rest_at == no_boundary) continue;
    const Package& package = choices.instance->packages[choice.package];
    model.at_most({"part",
                   choices.key(package.offer),
                   choices.key(package.targets[choice.target].row),
                   choices.day(choice.rest_at)},
                  0.0,
                  {{choice.rest_column, 1.0}, {choice.column, -model.most_of(choice.rest_column)}});
  }
}

// availability: of two kin units, one at a time.
void bind_kin(const Choices& choices, ModelMaker& model) {
  for (std::uint32_t one = 0; one < choices.instance->crews.size(); ++one)
    for (const std::uint32_t other : choices.instance->crews[one].kin)
      if (one < other) bind_pair(choices, one, other, model);
}

}  // namespace muster::plan
