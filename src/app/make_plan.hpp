// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string_view>

#include "app/answer.hpp"
#include "app/data_set.hpp"
#include "model/grid.hpp"
#include "model/nouns.hpp"

namespace muster::app {

// What a plan for futures aims at: the futures beyond so many percent, or without that their mean.
struct RobustAim {
  std::optional<int> percent;
  std::size_t futures = 40;  // so many are drawn
};

struct PlanRequest {
  DataSet data;
  std::filesystem::path target;  // empty only with dry_run
  Counting counting = Counting::best;
  GridStep grid = GridStep::month;
  std::uint64_t seed = 1;
  unsigned threads = 0;                 // 0: as many as the machine has; never changes the answer
  std::optional<std::uint64_t> effort;  // none: 1, or whatever fills the time limit
  std::optional<std::chrono::seconds> time_limit;
  std::optional<std::filesystem::path> near;   // a plan's folder to stay near to
  std::optional<std::filesystem::path> trace;  // a file for how value and bound went on
  bool strict = false;                         // tier by tier instead of by weights
  std::optional<RobustAim> robust;             // plans for futures that are drawn
  bool dry_run = false;                        // plans and prints; writes nothing
  bool force = false;                          // replaces a folder that holds no plan of ours
};

// Hears how the work goes on, from the thread that called make_plan. Value and bound are weighted
// requirement-days; the value is infinite while there is no plan.
class Watcher {
 public:
  virtual ~Watcher() = default;
  virtual void progress(std::string_view step, double share, double value, double bound) = 0;
};

// Plans, judges and proves the plan, and writes its folder whole or not at all. A stop asked for by
// the token or the time limit keeps the best plan so far, and the record says that the clock
// limited it.
[[nodiscard]] Answer make_plan(const PlanRequest& request,
                               const Speech& speech,
                               Watcher& watcher,
                               const std::stop_token& stop);

}  // namespace muster::app
