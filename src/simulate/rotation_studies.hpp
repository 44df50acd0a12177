// SPDX-License-Identifier: Apache-2.0
// Questions that are answered by many rotations: how supply of one capability, varied, fills its
// requirements by phase; and the least that must be added so that nothing is short.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "simulate/rotation.hpp"

namespace muster::simulate {

// Days whose end-of-day counts are added up; both included.
struct Phase {
  std::string name;
  DayNumber from = 1, until = 1;
};

// How a capability's supply is varied. AC and RC go from floor(lower · n) to ceil(upper · n) of
// what the book has, at least `least_values` values each, every pair, `repetitions` times, each
// with a seed of its own; units begin on random days of their cycles.
struct SupplyVariation {
  double lower = 0, upper = 1;
  std::int32_t least_values = 5, repetitions = 1;
  std::int64_t seed = 42;
  struct Length {
    std::string component;
    std::int32_t days = 1;
  };
  std::vector<Length> lengths{{"AC", 1095}, {"RC", 1825}, {"NG", 1825}};  // of cycles
  std::vector<Phase> phases;
  // Requirements of this group hold back a part of the reserve at home; see held_share of the
  // table. Their quantity follows the design; empty: none do.
  std::string held_group = "RC_NonBOG-War";
};

struct SupplyDesign {
  std::string capability;
  std::int32_t ac = 0, rc = 0;
  std::int64_t seed = 0;
};

inline constexpr std::size_t studied_components = 3;  // AC, NG, RC, in this order
using Studied = std::array<std::int64_t, studied_components>;

struct PhaseCounts {  // unit-days, by component
  Studied fill{}, overlap{}, deployable{}, not_ready{}, total{};
  std::int64_t required = 0;
};
struct DesignResult {
  SupplyDesign design;
  Studied supply{};
  std::vector<PhaseCounts> phases;  // of the variation
};

// The designs of all capabilities that have a requirement, in the order in which seeds are drawn.
[[nodiscard]] std::vector<SupplyDesign> designs_of(const RotationBook& book,
                                                   const SupplyVariation& variation,
                                                   Order order);
[[nodiscard]] DesignResult run_design(const RotationBook& book,
                                      const SupplyVariation& variation,
                                      const SupplyDesign& design,
                                      Order order);

// How far a study has come; called from any thread.
using StudyProgress = std::function<void(std::size_t done, std::size_t of)>;
struct StudyRun {
  unsigned threads = 1;
  std::stop_token stop;
  StudyProgress progress;  // may be empty
};

// In the order of the designs; the same for any number of threads. A stop leaves out the rest.
[[nodiscard]] std::vector<DesignResult> run_designs(const RotationBook& book,
                                                    const SupplyVariation& variation,
                                                    const std::vector<SupplyDesign>& designs,
                                                    Order order,
                                                    const StudyRun& study);

// The least n so that the capability, with n times its proportions added, leaves no requirement
// short for more than `tolerated` days on end. Marathon's order bisects, as that does, and may miss
// a smaller n, since more supply can fill less; it tolerates nothing, as that. Ours tries each n
// from 0.
struct LeastSupply {
  std::string capability;
  struct Part {
    std::string component;
    std::int32_t has = 0, needs = 0;
  };
  std::vector<Part> parts;
  std::optional<std::int32_t> added;  // n; none: not found up to `most`
};
[[nodiscard]] std::vector<LeastSupply> least_supply(const RotationBook& book,
                                                    std::int32_t tolerated,
                                                    Order order,
                                                    const StudyRun& study);

// The whole book again and again, units beginning on random days of their cycles. Replication k is
// the same alone or among a million.
struct Replication {
  RotationFill all;
  std::map<std::int32_t, RotationFill> by_priority;
};
[[nodiscard]] std::vector<Replication> replicate(const RotationBook& book,
                                                 std::size_t count,
                                                 std::uint64_t seed,
                                                 Order order,
                                                 const StudyRun& study);

}  // namespace muster::simulate
