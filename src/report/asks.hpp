// SPDX-License-Identifier: Apache-2.0
// Shortfalls with their reasons and ways out, and sets of asks, as text and for machines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "asks/asks.hpp"
#include "asks/worth.hpp"
#include "report/text.hpp"

namespace muster::report {

struct Explained {
  explain::Shortfall shortfall;
  std::vector<asks::Ask> ways_out;  // confirmed, the cheapest first
};
struct ExplainView {
  const Scenario* scenario = nullptr;
  const Plan* plan = nullptr;
  std::vector<Explained> lines;
  bool looked_for_ways = true;
};
// What several requirements have in common is told once, at the top.
[[nodiscard]] std::string explain_text(const ExplainView& view, const Terminal& terminal);
[[nodiscard]] std::string explain_json(const ExplainView& view);  // explain.json

struct AsksView {
  const Scenario* scenario = nullptr;
  const Plan* plan = nullptr;
  const std::vector<explain::Shortfall>* shortfalls = nullptr;
  asks::Portfolio portfolio;
  bool by_nation = false;
  std::vector<std::string> overlays;  // of each ask, where they were written; else empty
};
[[nodiscard]] std::string asks_text(const AsksView& view, const Terminal& terminal);
[[nodiscard]] std::string asks_json(const AsksView& view);  // asks.json

// Why a unit is not on a requirement.
struct WhyNotView {
  struct Tried {
    explain::Shortfall run;  // nothing unmet: the requirement is full
    Id<Offer> offer{0};
    std::vector<explain::Way> ways;
  };
  const Scenario* scenario = nullptr;
  const Plan* plan = nullptr;
  std::string unit;
  Id<Requirement> requirement{0};
  std::vector<Tried> tried;
};
[[nodiscard]] std::string why_not_text(const WhyNotView& view, const Terminal& terminal);
[[nodiscard]] std::string why_not_json(const WhyNotView& view);  // why-not.json

struct WorthView {
  const Scenario* scenario = nullptr;
  std::vector<asks::Worth> worths;
  std::size_t shown = 20;
};
[[nodiscard]] std::string worth_text(const WorthView& view, const Terminal& terminal);
[[nodiscard]] std::string worth_json(const WorthView& view);  // worth.json

// "NOR-MED-1 92 days earlier, from 2027-03-01": what one party would do.
[[nodiscard]] std::string change_words(const asks::Change& change);
// What the plan would do: "ITA-MED-4 takes over R-009"; empty where it only adds the tour asked
// for.
[[nodiscard]] std::string move_words(const Scenario& scenario, const explain::Way& way);
// All of it.
[[nodiscard]] std::string ask_words(const Scenario& scenario, const asks::Ask& ask);
// Whom it asks, each once: "NOR, DEU"; "nobody".
[[nodiscard]] std::string asked_words(const asks::Ask& ask);
// "all 92 days", "46 of 92 days" of one unit, "46 of 184 requirement-days".
[[nodiscard]] std::string fill_words(const explain::Shortfall& shortfall, Wide fills);

}  // namespace muster::report
