// SPDX-License-Identifier: Apache-2.0
#include "plan/search/search.hpp"

namespace muster::plan {
namespace {

bool improve_member(State& state, std::size_t member) {
  const Value before = state.value();
  const Schedule old = state.schedule(member);
  state.take(member);
  state.put(member, state.best_for(member, {}));
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
  if (state.value() < before) return true;
  state.take_delivery(package);
  state.put_delivery(package, old);
  return false;
}

}  // namespace

void descend(State& state, const std::stop_token& stop) {
  for (bool improved = true; improved && !stop.stop_requested();) {
    improved = false;
    for (std::size_t member = 0; member < state.members().size(); ++member)
      improved = improve_member(state, member) || improved;
    for (std::size_t package = 0; package < state.instance().packages.size(); ++package)
      improved = improve_package(state, package) || improved;
  }
}

}  // namespace muster::plan
