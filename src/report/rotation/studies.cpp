// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <numeric>

#include "report/json/shapes.hpp"
#include "report/rotation.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using Align = TextTable::Align;
using simulate::DesignResult;
using simulate::Studied;

std::int64_t sum(const Studied& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

std::string written(const std::string& target) {
  return target.empty() ? std::string{} : "Written to " + target + "\n";
}

void append(std::vector<std::string>& row, const Studied& counts) {
  for (const std::int64_t count : counts) row.push_back(std::to_string(count));
}

// What was served of what was required in each phase, over all runs of one supply.
struct Filled {
  std::vector<std::int64_t> served, required;
};
using Supply = std::pair<std::int32_t, std::int32_t>;  // AC, RC

std::map<Supply, Filled, std::greater<>> filled_by_supply(const SupplyVariationView& view,
                                                          const std::string& capability) {
  std::map<Supply, Filled, std::greater<>> all;
  for (const DesignResult& result : view.results) {
    if (result.design.capability != capability) continue;
    Filled& filled = all[{result.design.ac, result.design.rc}];
    filled.served.resize(result.phases.size());
    filled.required.resize(result.phases.size());
    for (std::size_t p = 0; p < result.phases.size(); ++p) {
      filled.served[p] += sum(result.phases[p].fill);
      filled.required[p] += result.phases[p].required;
    }
  }
  return all;
}

std::vector<std::string> capabilities_in(const SupplyVariationView& view) {
  std::vector<std::string> names;
  for (const DesignResult& result : view.results)
    if (names.empty() || names.back() != result.design.capability)
      names.push_back(result.design.capability);
  return names;
}

}  // namespace

std::string least_supply_text(const LeastSupplyView& view, const Terminal& terminal) {
  TextTable table{{{"Capability", Align::left, true},
                   {"Component"},
                   {"Has", Align::right},
                   {"Needs", Align::right},
                   {"More", Align::right}}};
  std::int64_t has = 0, needs = 0;
  for (const simulate::LeastSupply& found : view.found)
    for (const auto& part : found.parts) {
      has += part.has;
      needs += part.needs;
      table.add({found.capability,
                 part.component,
                 count_text(part.has),
                 found.added ? count_text(part.needs) : std::string{"not found"},
                 {count_text(part.needs - part.has),
                  part.needs > part.has ? Style::warning : Style::plain}});
    }
  table.add({std::string{"all"},
             std::string{},
             count_text(has),
             count_text(needs),
             count_text(needs - has)});
  const std::string when = view.tolerated_days == 0
                               ? std::string{"on no day"}
                               : "for at most " + days_text(view.tolerated_days) + " on end";
  return paragraph("The least supply with which requirements are short " + when
                       + ", each capability alone:",
                   terminal.width)
         + table.print(terminal.width, terminal.colour, 2)
         + (view.was_stopped ? "It was stopped: capabilities without a figure were not tried.\n"
                             : "")
         + written(view.target);
}

std::string least_supply_json(const LeastSupplyView& view) {
  Json rows = Json::array();
  for (const simulate::LeastSupply& found : view.found) {
    Json parts = Json::array();
    for (const auto& part : found.parts)
      parts.push_back({{"component", part.component}, {"has", part.has}, {"needs", part.needs}});
    rows.push_back({{"capability", found.capability},
                    {"found", found.added.has_value()},
                    {"added", found.added ? Json(*found.added) : Json()},
                    {"parts", std::move(parts)}});
  }
  return to_document({{"answer", "least-supply"},
                      {"tolerated_days", view.tolerated_days},
                      {"stopped", view.was_stopped},
                      {"capabilities", std::move(rows)},
                      {"target", text_or_null(view.target)}});
}

Rows least_supply_rows(const LeastSupplyView& view) {
  Rows rows{{"capability", "component", "has", "needs"}};
  for (const simulate::LeastSupply& found : view.found)
    for (const auto& part : found.parts)
      rows.push_back({found.capability,
                      part.component,
                      std::to_string(part.has),
                      found.added ? std::to_string(part.needs) : std::string{}});
  return rows;
}

std::string supply_variation_text(const SupplyVariationView& view, const Terminal& terminal) {
  std::vector<TextTable::Column> columns{
      {"Capability", Align::left, true}, {"AC", Align::right}, {"RC", Align::right}};
  for (const simulate::Phase& phase : view.variation.phases)
    columns.push_back({phase.name, Align::right});
  TextTable table{columns};
  for (const std::string& capability : capabilities_in(view)) {
    const auto filled = filled_by_supply(view, capability);
    const auto add = [&](const Supply& supply, const Filled& one) {
      std::vector<TextTable::Cell> cells{
          capability, std::to_string(supply.first), std::to_string(supply.second)};
      for (std::size_t p = 0; p < one.served.size(); ++p)
        cells.push_back(share_text(one.served[p], one.required[p]));
      table.add(std::move(cells));
    };
    add(filled.begin()->first, filled.begin()->second);
    if (filled.size() > 1) add(filled.rbegin()->first, filled.rbegin()->second);
  }
  std::string text = paragraph(
      plural(static_cast<std::int64_t>(view.results.size()), "run", "runs") + " of "
          + std::to_string(view.designs)
          + "; how much of what is required is filled in each phase, with the most and the least supply of each capability:",
      terminal.width);
  return text + table.print(terminal.width, terminal.colour, 2) + written(view.target);
}

std::string supply_variation_json(const SupplyVariationView& view) {
  Json rows = Json::array();
  for (const std::string& capability : capabilities_in(view))
    for (const auto& [supply, filled] : filled_by_supply(view, capability)) {
      Json phases = Json::array();
      for (std::size_t p = 0; p < filled.served.size(); ++p)
        phases.push_back({{"phase", view.variation.phases[p].name},
                          {"served_unit_days", filled.served[p]},
                          {"required_unit_days", filled.required[p]}});
      rows.push_back({{"capability", capability},
                      {"ac", supply.first},
                      {"rc", supply.second},
                      {"phases", std::move(phases)}});
    }
  return to_document({{"answer", "supply-variation"},
                      {"designs", view.designs},
                      {"runs", view.results.size()},
                      {"seed", view.variation.seed},
                      {"supplies", std::move(rows)},
                      {"target", text_or_null(view.target)}});
}

Rows supply_variation_rows(const SupplyVariationView& view) {
  Rows rows{{"rep-seed",
             "SRC",
             "phase",
             "AC-fill",
             "NG-fill",
             "RC-fill",
             "AC-overlap",
             "NG-overlap",
             "RC-overlap",
             "total-quantity",
             "AC-deployable",
             "NG-deployable",
             "RC-deployable",
             "AC-not-ready",
             "NG-not-ready",
             "RC-not-ready",
             "AC-total",
             "NG-total",
             "RC-total",
             "AC",
             "NG",
             "RC"}};
  for (const DesignResult& result : view.results)
    for (std::size_t p = 0; p < result.phases.size(); ++p) {
      const simulate::PhaseCounts& counts = result.phases[p];
      std::vector<std::string> row{std::to_string(result.design.seed),
                                   result.design.capability,
                                   view.variation.phases[p].name};
      append(row, counts.fill);
      append(row, counts.overlap);
      row.push_back(std::to_string(counts.required));
      append(row, counts.deployable);
      append(row, counts.not_ready);
      append(row, counts.total);
      append(row, result.supply);
      rows.push_back(std::move(row));
    }
  return rows;
}

}  // namespace muster::report
