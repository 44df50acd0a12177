// SPDX-License-Identifier: Apache-2.0
// What a tour, or a chosen delivery, does to every row of the planning problem, one call an effect:
//   sink.row(row, bucket, thousandths)   sink.ceiling(index, bucket, persons)
//   sink.kin(pair, bucket, weight)       sink.budget(index, EUR)
//   sink.stock(index, quantity)          sink.fair_share(index, people-days)
#pragma once

#include "plan/pricing/deliveries.hpp"

namespace muster::plan {

template <class Sink>
void apply_tour(const Instance& instance, const Crew& crew, const Leg& leg, Sink&& sink) {
  const Use& use = crew.uses[leg.use];
  const Terms& terms = crew.terms[use.terms];
  const auto serve = [&](RowIndex row, std::int64_t amount) {
    for (std::size_t b = counting_start(instance.rows[row], leg.from); b < leg.until; ++b)
      for_each_future(instance.there(use.offer, b),
                      [&](std::uint32_t f) { sink.row(row + f, b, amount); });
  };
  serve(use.row, use.amount);
  if (use.also != no_row) serve(use.also, use.also_amount);
  if (terms.persons > 0)
    for (const auto ceiling : crew.ceilings)
      for (std::size_t b = leg.from; b < leg.until; ++b) sink.ceiling(ceiling, b, terms.persons);
  for (const Crew::KinLink& link : crew.kin_links)
    for (std::size_t b = leg.from; b < leg.until; ++b) sink.kin(link.pair, b, link.weight);
  if (terms.persons > 0 && crew.fair_share)
    sink.fair_share(*crew.fair_share, people_days_of(instance, crew, use, leg.from, leg.until));
  const auto& budget = (*instance.scenario)->offers[use.offer].budget;
  if (budget)
    sink.budget(budget->index(),
                terms.cost_per_day * days_of(instance, leg.from, leg.until) + terms.cost_per_tour);
}

template <class Sink>
void apply_delivery(const Instance& instance,
                    const Package& package,
                    const BestDelivery<double>& chosen,
                    Sink&& sink) {
  if (!chosen.used) return;
  const Package::Target& target = package.targets[chosen.target];
  const Row& row = instance.rows[target.row];
  const auto& budget = (*instance.scenario)->offers[package.offer].budget;
  const auto add = [&](std::int64_t quantity, const auto& arrives, Day on) {
    const std::int64_t amount = delivered_amount(instance, package, target, quantity);
    for (std::uint32_t f = 0; f < instance.futures.count; ++f)
      for (std::size_t b = std::max(arrives(f), row.first); b < row.last; ++b)
        sink.row(target.row + f, b, amount);
    for (const auto stock : stocks_drawn(instance, package, on)) sink.stock(stock, quantity);
    if (budget) sink.budget(budget->index(), delivery_cost(instance, package));
  };
  for (const Package::Part& part : package.fixed)
    add(part.quantity, [&](std::uint32_t f) { return arrival(part, f); }, part.on);
  if (chosen.at != no_boundary)
    add(
        chosen.rest,
        [&](std::uint32_t f) { return arrival(package, chosen.at, f); },
        instance.grid[chosen.at]);
}

}  // namespace muster::plan
