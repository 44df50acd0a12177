// SPDX-License-Identifier: Apache-2.0
#include "report/figures/stated.hpp"
#include "report/json/shapes.hpp"
#include "report/state_page.hpp"

namespace muster::report {

std::string state_json(const StateView& state) {
  const Stated stated = stated_in(state.view);
  nlohmann::ordered_json offers = nlohmann::ordered_json::object();
  for (const auto& [status, count] : stated.offers) offers[std::string{to_text(status)}] = count;
  return to_document({{"answer", "state"},
                      {"where", state.where},
                      {"as_of", to_text((*state.view.scenario)->as_of)},
                      {"data_hash", state.view.origin.data_hash},
                      {"requirements", stated.requirements},
                      {"offers", offers},
                      {"conditions_open", stated.conditions_open},
                      {"promises_open", stated.promises_open},
                      {"promises_kept", stated.promises_kept},
                      {"due", state.due.items.size()}});
}

}  // namespace muster::report
