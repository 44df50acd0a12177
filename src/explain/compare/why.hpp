// SPDX-License-Identifier: Apache-2.0
// Why a piece is in one plan and not in the other: first what the law says of it with the other's
// data, then what the other plan does with its unit and with its requirement.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "explain/compare/pieces.hpp"
#include "explain/reasons/plan_index.hpp"

namespace muster::explain {

// Columns of a requirement that are not the same in both data sets.
[[nodiscard]] std::vector<CellChange> changed_cells(const Scenario& before,
                                                    Id<Requirement> a,
                                                    const Scenario& after,
                                                    Id<Requirement> b);

class Whys {
 public:
  // All must outlive it.
  Whys(const Judged& before, const Judged& after, const std::vector<Match>& changes);
  [[nodiscard]] Because of(const Match& match) const;

 private:
  struct Side {
    const Judged& judged;
    PlanIndex index;
  };
  // Why is the piece of `own` not in `other`? Asked of the other's ids, once it has such things.
  struct Asked {
    const Side& own;
    const Side& other;
    const Piece& piece;
    Tour tour{};  // the piece in ids of `other`
  };
  [[nodiscard]] std::optional<Because> why_not_in(const Side& other, const Piece& piece) const;
  [[nodiscard]] std::optional<Because> fixed_otherwise(const Asked& asked) const;
  [[nodiscard]] std::optional<Because> forbidden(const Asked& asked) const;
  [[nodiscard]] Because of_rule(const Asked& asked, judge::Rule rule) const;
  [[nodiscard]] std::optional<Because> changed_need(const Asked& asked) const;
  [[nodiscard]] std::optional<Because> elsewhere(const Asked& asked) const;
  [[nodiscard]] std::optional<Because> limits(const Asked& asked) const;
  [[nodiscard]] std::optional<Because> others(const Asked& asked) const;
  [[nodiscard]] Because full(const Asked& asked) const;
  [[nodiscard]] Because of_degree(const Match& match) const;
  // A change told from before to after, whichever side asks.
  [[nodiscard]] Because told(const Asked& asked,
                             Why why,
                             const std::string& own,
                             const std::string& other) const;
  [[nodiscard]] bool is_before(const Side& side) const { return &side == &before_; }

  Side before_, after_;
  std::map<std::string, std::vector<const Match*>> by_requirement_;
};

}  // namespace muster::explain
