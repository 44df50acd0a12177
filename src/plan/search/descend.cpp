// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "plan/search/looks.hpp"
#include "plan/search/search.hpp"

namespace muster::plan {
namespace {

bool improve_member(State& state,
                    std::size_t member,
                    Random& random,
                    std::vector<std::uint32_t>& looks_at) {
  const Value before = state.value();
  const Schedule old = state.schedule(member);
  state.take(member);
  draw_uses(state, member, old, random, looks_at);
  state.put(member, state.best_for(member, {nullptr, 0.0, {}, looks_at}));
  if (state.value() < before && state.is_sound()) return true;
  state.take(member);
  state.put(member, old);
  return false;
}

bool improve_package(State& state, std::size_t package) {
  const Value before = state.value();
  const BestDelivery<double> old = state.delivery(package);
  state.take_delivery(package);
  state.put_delivery(package, state.best_delivery_for(package));
  if (state.value() < before && state.is_sound()) return true;
  state.take_delivery(package);
  state.put_delivery(package, old);
  return false;
}

}  // namespace

int passes_for(const State& state) {
  constexpr std::size_t many_members = 3'000;
  return state.members().size() > many_members ? 1 : 1'000;
}

void descend(State& state, std::uint64_t seed, const std::stop_token& stop, int most_passes) {
  constexpr std::uint32_t random_cause = 5;  // of these draws among all from the seed
  Random random{seed, 0, random_cause};
  std::vector<std::uint32_t> looks_at;
  bool improved = true;
  for (int pass = 0; pass < most_passes && improved; ++pass) {
    improved = false;
    for (std::size_t m = 0; m < state.members().size() && !stop.stop_requested(); ++m)
      improved = improve_member(state, m, random, looks_at) || improved;
    for (std::size_t package = 0; package < state.instance().packages.size(); ++package)
      improved = improve_package(state, package) || improved;
    if (stop.stop_requested()) return;
  }
}

}  // namespace muster::plan
