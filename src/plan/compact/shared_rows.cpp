// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <string>

#include "plan/compact/rows.hpp"
#include "plan/pricing/deliveries.hpp"

namespace muster::plan {
namespace {

using ToursOfNations = std::map<Id<Nation>, std::map<std::uint32_t, Sum>>;  // and of crews

// On a run: present(nation) = 1 where a tour of it is there; at most `most` of them.
void limit_nations(const Choices& choices,
                   RowIndex row,
                   std::size_t from,
                   const ToursOfNations& there,
                   ModelMaker& model) {
  const std::string key = choices.key(row);
  const std::string day = choices.day(from);
  Sum present;
  for (const auto& [nation, crews] : there) {
    const int column = model.add_column({"present", key, choices.key(nation), day}, {});
    present.push_back({column, 1.0});
    for (const auto& [crew, tours] : crews) {
      Sum terms = tours;
      terms.push_back({column, -static_cast<double>(choices.instance->crews[crew].pieces)});
      model.at_most({"presence", key, choices.unit_key(crew), day}, 0.0, terms);
    }
  }
  model.at_most({"nations", key, day},
                static_cast<double>(*choices.instance->rows[row].max_nations),
                present);
}

// The tours that each row has, whether or not they count there yet.
std::vector<std::vector<const TourChoice*>> tours_by_row(const Choices& choices) {
  std::vector<std::vector<const TourChoice*>> tours(choices.instance->rows.size());
  for (const TourChoice& tour : choices.tours) {
    tours[tour.use->row].push_back(&tour);
    if (tour.use->also != no_row) tours[tour.use->also].push_back(&tour);
  }
  return tours;
}

void bind_nations_of(const Choices& choices,
                     RowIndex row,
                     const std::vector<const TourChoice*>& tours,
                     ModelMaker& model) {
  std::vector<Span> spans;
  std::map<int, const TourChoice*> by_column;
  for (const TourChoice* tour : tours) {
    spans.push_back({tour->column, 1.0, tour->from, tour->until});
    by_column[tour->column] = tour;
  }
  const auto most = static_cast<std::size_t>(*choices.instance->rows[row].max_nations);
  for (const SpanRun& run : largest_runs(spans)) {
    ToursOfNations there;
    for (const Span& span : run.there) {
      const TourChoice& tour = *by_column[span.column];
      there[choices.crew_of(tour).nation][tour.crew].push_back({span.column, 1.0});
    }
    if (there.size() > most) limit_nations(choices, row, run.from, there, model);
  }
}

// What a thousandth given adds to (the lead's part − share × all), in counting units.
double share_of(const Row& row, bool leads) {
  constexpr double permille = 1000.0;
  return ((leads ? permille : 0.0) - row.lead_share_permille) / permille / model_unit;
}

std::vector<std::vector<Span>> shares_by_row(const Choices& choices) {
  const Instance& instance = *choices.instance;
  std::vector<std::vector<Span>> spans(instance.rows.size());
  for (const TourChoice& tour : choices.tours)
    for (const Service& service : services_of(instance, tour)) {
      const Row& row = instance.rows[service.row];
      if (row.lead_share_permille == 0) continue;
      const double share = share_of(row, row.lead == choices.crew_of(tour).nation);
      spans[service.row].push_back({tour.column,
                                    share * static_cast<double>(service.given),
                                    service.counts_from,
                                    tour.until});
    }
  for (const PackageChoice& choice : choices.packages) {
    const Package& package = instance.packages[choice.package];
    const Package::Target& target = package.targets[choice.target];
    const Row& row = instance.rows[target.row];
    if (row.lead_share_permille == 0) continue;
    const double share =
        share_of(row, row.lead == (*instance.scenario)->offers[package.offer].nation);
    for_each_delivery(instance, choice, [&](const Coming& coming) {
      const std::int64_t amount = delivered_amount(instance, package, target, coming.quantity);
      spans[target.row].push_back(
          {coming.column, share * static_cast<double>(amount), coming.at, row.last});
    });
  }
  return spans;
}

bool is_negative(const Span& span) {
  return span.value < 0;
}

}  // namespace

void bind_nations(const Choices& choices, ModelMaker& model) {
  const auto tours = tours_by_row(choices);
  for (RowIndex row = 0; row < tours.size(); ++row)
    if (choices.instance->rows[row].max_nations) bind_nations_of(choices, row, tours[row], model);
}

void bind_lead_shares(const Choices& choices, ModelMaker& model) {
  const auto spans = shares_by_row(choices);
  for (RowIndex index = 0; index < spans.size(); ++index) {
    const Row& row = choices.instance->rows[index];
    if (row.lead_share_permille == 0) continue;
    for (const SpanRun& run : runs_of(spans[index], row.first, row.last))
      if (std::ranges::any_of(run.there, is_negative))
        model.at_least({"lead", choices.key(index), choices.day(run.from)}, 0.0, sum_of(run.there));
  }
}

void bind_ceilings(const Choices& choices, ModelMaker& model) {
  const Instance& instance = *choices.instance;
  const Nouns& nouns = **instance.scenario;
  std::map<std::uint32_t, std::vector<Span>> persons;
  for (const TourChoice& tour : choices.tours) {
    if (tour.terms->persons == 0) continue;
    for (const std::uint32_t index : choices.crew_of(tour).ceilings) {
      const Period& period = nouns.ceilings[Id<Ceiling>{index}].period;
      std::size_t from = tour.from, until = tour.until;
      while (from < until && !period.contains(instance.grid[from])) ++from;
      while (from < until && !period.contains(instance.grid[until - 1])) --until;
      if (from < until)
        persons[index].push_back(
            {tour.column, static_cast<double>(tour.terms->persons), from, until});
    }
  }
  for (const auto& [index, spans] : persons) {
    const Ceiling& ceiling = nouns.ceilings[Id<Ceiling>{index}];
    for (const SpanRun& run : largest_runs(spans))
      model.at_most({"ceiling", choices.key(ceiling.nation), choices.day(run.from)},
                    static_cast<double>(ceiling.personnel.count()),
                    sum_of(run.there));
  }
}

void bind_fair_shares(const Choices& choices, ModelMaker& model) {
  const Instance& instance = *choices.instance;
  const Nouns& nouns = **instance.scenario;
  std::map<std::uint32_t, Sum> borne;
  for (const TourChoice& tour : choices.tours) {
    const auto& share = choices.crew_of(tour).fair_share;
    const std::int64_t days = people_days_of(instance, tour);
    if (share && days > 0) borne[*share].push_back({tour.column, static_cast<double>(days)});
  }
  for (auto& [index, terms] : borne) {
    const FairShare& share = nouns.fair_shares[Id<FairShare>{index}];
    double most = 0;
    for (const Term& term : terms) most += term.value * model.most_of(term.column);
    const int excess = model.add_column({"excess", choices.key(share.nation)},
                                        {.name = {},
                                         .cost = static_cast<double>(share.weight) / model_unit,
                                         .least = 0,
                                         .most = most,
                                         .whole = false});
    terms.push_back({excess, -1.0});
    model.at_most(
        {"fair_share", choices.key(share.nation)}, static_cast<double>(share.people_days), terms);
  }
}

void bind_stocks(const Choices& choices, ModelMaker& model) {
  const Instance& instance = *choices.instance;
  const Nouns& nouns = **instance.scenario;
  std::map<std::uint32_t, std::map<int, double>> given;
  for (const PackageChoice& choice : choices.packages)
    for_each_delivery(instance, choice, [&](const Coming& coming) {
      for (const std::uint32_t stock :
           stocks_drawn(instance, instance.packages[choice.package], coming.on))
        given[stock][coming.column] += static_cast<double>(coming.quantity);
    });
  for (const auto& [index, columns] : given) {
    const Stock& stock = nouns.stocks[Id<Stock>{index}];
    Sum terms;
    for (const auto& [column, quantity] : columns) terms.push_back({column, quantity});
    model.at_most({"stock",
                   choices.key(stock.nation),
                   nouns.capabilities[stock.capability].key,
                   muster::to_text(stock.on)},
                  static_cast<double>(stock_limit(stock)),
                  terms);
  }
}

}  // namespace muster::plan
