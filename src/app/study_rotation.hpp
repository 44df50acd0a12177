// SPDX-License-Identifier: Apache-2.0
// Questions that many rotations answer.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>

#include "app/answer.hpp"
#include "app/data_set.hpp"
#include "app/make_plan.hpp"
#include "simulate/rotation_studies.hpp"

namespace muster::app {

struct LeastSupplyRequest {
  DataSet data;
  simulate::Order order = simulate::Order::documented;
  std::int32_t tolerated_days = 0;
  unsigned threads = 0;          // 0: as many as the machine has; never changes the answer
  std::filesystem::path target;  // a folder for the table; empty: only shown
};
// By capability, how many units it takes so that no requirement is short for longer than that.
[[nodiscard]] Answer least_supply(const LeastSupplyRequest& request,
                                  const Speech& speech,
                                  Watcher& watcher,
                                  const std::stop_token& stop);

struct SupplyVariationRequest {
  DataSet data;
  simulate::Order order = simulate::Order::documented;
  simulate::SupplyVariation variation;  // without phases: the periods of the data
  unsigned threads = 0;
  std::filesystem::path target;
};
// By capability, how its requirements are filled as its supply varies.
[[nodiscard]] Answer vary_supply(const SupplyVariationRequest& request,
                                 const Speech& speech,
                                 Watcher& watcher,
                                 const std::stop_token& stop);

struct ReplicationRequest {
  DataSet data;
  simulate::Order order = simulate::Order::documented;
  std::size_t count = 1;
  std::uint64_t seed = 42;
  unsigned threads = 0;
  std::filesystem::path target;
};
// How well all is filled when units begin on other days of their cycles.
[[nodiscard]] Answer replicate_rotation(const ReplicationRequest& request,
                                        const Speech& speech,
                                        Watcher& watcher,
                                        const std::stop_token& stop);

}  // namespace muster::app
