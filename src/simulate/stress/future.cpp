// SPDX-License-Identifier: Apache-2.0
#include "simulate/stress/future.hpp"

#include <algorithm>
#include <span>

namespace muster::simulate {
namespace {

// All days from today on but those that fate leaves.
void add_forbidden(const Field& field, const World& world, std::uint32_t offer, Future& future) {
  const Fate& fate = world.fates[offer];
  const auto add = [&](std::int32_t from, std::int32_t until) {
    from = std::max(from, field.today);
    until = std::min(until, field.days);
    if (from < until)
      future.forbidden.push_back({Id<Offer>{offer}, {field.day(from), field.day(until)}});
  };
  if (fate.is_gone()) return add(field.today, field.days);
  std::int32_t forbidden_until = fate.from;
  std::int32_t forbidden_from = field.today;
  for (const Out& out : std::span{world.outs}.subspan(fate.first_out, fate.outs)) {
    if (out.from > forbidden_until) {
      add(forbidden_from, forbidden_until);
      forbidden_from = out.from;
    }
    forbidden_until = std::max(forbidden_until, out.until);
  }
  if (fate.until <= forbidden_until) return add(forbidden_from, field.days);
  add(forbidden_from, forbidden_until);
  add(fate.until, field.days);
}

}  // namespace

Future future_of(const Field& field, const World& world) {
  Future future;
  future.today = field.day(field.today);
  for (const std::uint32_t offer : world.changed) add_forbidden(field, world, offer, future);
  for (const Arrival& one : world.arrivals)
    future.arrived.push_back({static_cast<std::size_t>(field.lines[one.line].arrival),
                              {field.day(one.from), field.day(one.until)},
                              Amount{one.amount}});
  return future;
}

std::vector<Future> draw_futures(const Scenario& scenario,
                                 const Uncertainty& uncertainty,
                                 Counting counting,
                                 std::uint64_t seed,
                                 std::size_t count) {
  const Field field = field_of(scenario, Plan{counting, {}, {}}, uncertainty);
  const Chances chances{field, uncertainty, seed};
  std::vector<Future> futures;
  World world;
  for (std::size_t trial = 0; trial < count; ++trial) {
    chances.draw(trial, {}, world);
    futures.push_back(future_of(field, world));
  }
  return futures;
}

}  // namespace muster::simulate
