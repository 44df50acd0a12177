// SPDX-License-Identifier: Apache-2.0
#include "report/figures/stated.hpp"
#include "report/state_page.hpp"
#include "report/words/words.hpp"

namespace muster::report {

std::string state_text(const StateView& state, const Terminal& terminal) {
  const Stated stated = stated_in(state.view);
  std::string text = "What is stated in " + state.where + ", as of "
                     + to_text((*state.view.scenario)->as_of) + "\n\n";
  text += plural(static_cast<Wide>(stated.requirements), "requirement", "requirements");
  if (stated.without_quantity > 0)
    text += ", " + std::to_string(stated.without_quantity) + " of them without a quantity";
  text += "\n";
  for (const auto& [status, count] : stated.offers)
    text += plural(static_cast<Wide>(count), "offer", "offers") + " "
            + std::string{status_words(status)} + "\n";
  text +=
      plural(static_cast<Wide>(stated.conditions_open), "condition", "conditions") + " not met\n";
  text += plural(static_cast<Wide>(stated.promises_open), "promise", "promises") + " open, "
          + std::to_string(stated.promises_kept) + " kept\n";
  return text + (state.due.items.empty() ? "" : "\n" + due_text(state.due, terminal));
}

}  // namespace muster::report
