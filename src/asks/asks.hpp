// SPDX-License-Identifier: Apache-2.0
// What to ask of whom, so that more is filled. A way to fill a shortfall (explain/ways.hpp) becomes
// changes of the data, each with whom it asks and what it costs; the best set of them is chosen by
// one optimisation over all ways; and every ask is confirmed by planning again with exactly it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "explain/ways.hpp"
#include "model/draft.hpp"
#include "plan/plan.hpp"

namespace muster::asks {

// What the rows of a data set become: an overlay's row.
struct RowChange {
  std::string table;
  Operation operation = Operation::change;
  std::vector<std::pair<std::string, std::string>> cells;  // field → text; its keys among them
  friend bool operator==(const RowChange&, const RowChange&) = default;
};

// One thing to obtain from one party.
struct Change {
  AskKind kind = AskKind::new_contribution;
  std::string party;          // a nation's key, the party of an act, or an organisation
  std::string object;         // key of what changes: an offer, condition, requirement, budget, …
  std::string field;          // which of it, as in the table; empty: all
  std::string before, after;  // texts of the field
  std::int64_t amount = 0;    // days, persons, EUR, pieces that it reaches; 0: it has no measure
  std::int64_t cost = 0;      // of asking
  std::vector<RowChange> rows;
  friend bool operator==(const Change&, const Change&) = default;
};

// What a kind of change costs to ask: the data's, else what is assumed.
[[nodiscard]] AskCost cost_of(const Scenario& scenario, AskKind kind);

// What a way asks for; none: some reason of the way is nobody's to lift.
[[nodiscard]] std::optional<std::vector<Change>> changes_of(const Scenario& scenario,
                                                            const Plan& plan,
                                                            const explain::Way& way);
// Rows of one key become one; later cells count.
[[nodiscard]] DraftOverlay overlay_of(const std::string& name, const std::vector<Change>& changes);

// An ask: changes that belong together, and what they are for.
struct Ask {
  explain::Way way;             // empty of a new contribution
  std::size_t shortfall = 0;    // which of the shortfalls asked about
  std::vector<Change> changes;  // none: it asks nobody and only changes the plan
  std::int64_t cost = 0;        // of asking
  Wide fills = 0;  // thousandths × days of the shortfall, as confirmed by planning again
  Wide gains = 0;  // weight × thousandths × days less unmet in all, as confirmed
  bool confirmed = false;
};

// Where all is looked at. The data must be what the scenario was built from, the plan lawful.
struct Ground {
  const Draft& draft;
  const Scenario& scenario;
  const Plan& plan;
  const judge::Verdict& verdict;
  plan::Options options;  // of planning again
  // Whether the search goes on from the plan with an ask's own move; else that plan is only judged.
  bool search_on = true;
};

// Ways out of one shortfall, the cheapest first, at most so many; each confirmed.
[[nodiscard]] std::vector<Ask> ways_out(const Ground& ground,
                                        const explain::WayFinder& finder,
                                        const explain::Shortfall& shortfall,
                                        std::size_t most);

// The set of asks that closes the most at the least cost.
struct Portfolio {
  std::vector<Ask> asks;                   // by what they gain for their cost, best first
  Wide unmet_before = 0, unmet_after = 0;  // weight × thousandths × days, planned with all of them
  std::int64_t cost = 0;                   // a change that several need once
  // None was left out, and no other set with one way for each unit closes more by the sum of what
  // each fills, among the ways that were found.
  bool proved = false;
};
struct Wish {
  std::optional<std::size_t> most;   // changes at most
  std::optional<std::int64_t> cost;  // at most
};
[[nodiscard]] Portfolio best_asks(const Ground& ground,
                                  const std::vector<explain::Shortfall>& shortfalls,
                                  const Wish& wish,
                                  const std::stop_token& stop);

}  // namespace muster::asks
