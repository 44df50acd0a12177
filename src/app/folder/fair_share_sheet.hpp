// SPDX-License-Identifier: Apache-2.0
// fair_shares.csv of an overlay: what each nation would bear of a plan if it bore as a key says.
#pragma once

#include <string>

#include "app/folder/nation_key.hpp"
#include "explain/burden.hpp"

namespace muster::app {

struct FairShareSheet {
  std::string text;
  std::size_t rows = 0;  // 0: nobody who states the key bears people-days
};
// Of the people-days of the nations that state the key, rounded up, so that a plan which is even
// has nothing above. `weight` as the cell is to say; `plan`: what it is called.
[[nodiscard]] FairShareSheet fair_share_sheet(const Scenario& scenario,
                                              const explain::BurdenAnswer& answer,
                                              const NationKey& key,
                                              const std::string& weight,
                                              const std::string& plan);

}  // namespace muster::app
