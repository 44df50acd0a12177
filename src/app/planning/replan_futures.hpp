// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>

#include "app/folder/kept_plan.hpp"
#include "simulate/stress.hpp"
#include "simulate/uncertainty.hpp"

namespace muster::app {

// Plans anew in a future of a stress test, as `replan` does, from what is left of the plan: what
// had begun stays, offers are pinned away from the days on which they cannot be used, and what
// arrived is required. Knows the whole future at once. The plan must outlive it.
[[nodiscard]] simulate::Replan replan_futures(const KeptPlan& kept,
                                              const simulate::Uncertainty& uncertainty,
                                              const std::stop_token& stop);

}  // namespace muster::app
