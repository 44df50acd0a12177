// SPDX-License-Identifier: Apache-2.0
// What repairs may not exceed in one future, together with what is left of the plan: ceilings and
// budgets of nations, the limit of nations and the lead's share of a line, a unit's total of days.
// What tours that are cut no longer take is free again.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "simulate/stress/field.hpp"
#include "simulate/stress/remains.hpp"
#include "simulate/stress/reserves.hpp"
#include "simulate/stress/world.hpp"

namespace muster::simulate {

class Limits {
 public:
  Limits(const Field& field, const Remains& remains);
  // Of a new future.
  void begin(const World& world);

  // Somebody is to serve a line, or to serve it longer: the stay is what is added.
  struct Wish {
    Stay stay;
    Id<Requirement> requirement{0};
    bool is_longer = false;
  };
  // Of the stay's pieces how many ceilings and budgets leave; of an indivisible unit all or none.
  [[nodiscard]] std::int64_t pieces_within(const Wish& wish) const;
  // Beside those who serve the line already.
  [[nodiscard]] bool keeps_nations(const Wish& wish, std::span<const Stay> there) const;
  // Beside all that its unit does.
  [[nodiscard]] bool keeps_total(const Wish& wish, std::span<const Stay> does) const;
  void take(const Wish& wish);

 private:
  struct Used {  // of a ceiling, by its days
    std::int32_t from = 0;
    std::int64_t limit = 0;
    std::vector<std::int64_t> persons;
  };
  struct Spent {  // of a budget, in EUR
    std::int64_t limit = 0, sum = 0;
  };
  void lay_plan();
  void free_what_is_lost(std::uint32_t tour);
  void note_lost(const Span& days, std::uint32_t nation, std::int64_t persons);
  static void add_up(const Used& planned, Used& changed);
  void add_persons(const Stay& stay, std::int64_t persons);
  [[nodiscard]] std::int64_t persons_of(const Wish& wish) const;
  [[nodiscard]] std::int64_t cost_of(const Wish& wish, std::int64_t pieces) const;
  [[nodiscard]] std::int64_t cost_of_days(std::uint32_t offer,
                                          std::int64_t pieces,
                                          std::int64_t days) const;
  [[nodiscard]] std::int64_t room_for_persons(const Stay& stay) const;

  const Field& field_;
  const Remains& remains_;
  std::vector<std::int64_t> persons_;                    // by tour of the plan
  std::vector<std::vector<std::uint32_t>> ceilings_of_;  // by nation
  std::vector<char> is_used_;                            // by offer: by the plan, or since
  std::vector<char> used_;                               // the same in this future
  std::vector<Used> planned_ceilings_, ceilings_;
  std::vector<Spent> planned_budgets_, budgets_;
};

}  // namespace muster::simulate
