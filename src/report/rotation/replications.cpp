// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "report/json/shapes.hpp"
#include "report/rotation.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using Align = TextTable::Align;
using simulate::RotationFill;

constexpr std::array<std::size_t, 5> percentiles{0, 10, 50, 90, 100};

// The fill of each replication, from the worst to the best; all require the same.
struct Spread {
  std::int64_t required = 0;
  std::vector<std::int64_t> served;
  // The value below which so many of a hundred lie: the nearest rank.
  [[nodiscard]] std::int64_t at(std::size_t percent) const {
    return served[(served.size() - 1) * percent / 100];
  }
};

std::map<std::string, Spread> spreads_of(const ReplicationsView& view) {
  std::map<std::string, Spread> all;
  for (const simulate::Replication& one : view.found) {
    const auto add = [&](const std::string& name, const RotationFill& fill) {
      all[name].required = fill.required;
      all[name].served.push_back(fill.served);
    };
    add("all", one.all);
    for (const auto& [priority, fill] : one.by_priority) add(std::to_string(priority), fill);
  }
  for (auto& [name, spread] : all) std::ranges::sort(spread.served);
  return all;
}

// Priorities as numbers go, then all.
std::vector<std::string> names_of(const ReplicationsView& view) {
  std::vector<std::string> names;
  if (!view.found.empty())
    for (const auto& [priority, fill] : view.found.front().by_priority)
      names.push_back(std::to_string(priority));
  if (!view.found.empty()) names.emplace_back("all");
  return names;
}

}  // namespace

std::string replications_text(const ReplicationsView& view, const Terminal& terminal) {
  TextTable table{{{"Priority"},
                   {"Required", Align::right},
                   {"Worst", Align::right},
                   {"P10", Align::right},
                   {"P50", Align::right},
                   {"P90", Align::right},
                   {"Best", Align::right}}};
  const auto spreads = spreads_of(view);
  for (const std::string& name : names_of(view)) {
    const Spread& spread = spreads.at(name);
    std::vector<TextTable::Cell> cells{name, count_text(spread.required)};
    for (const std::size_t percent : percentiles)
      cells.emplace_back(share_text(spread.at(percent), spread.required));
    table.add(std::move(cells));
  }
  std::string text = paragraph(
      plural(static_cast<std::int64_t>(view.found.size()), "replication", "replications") + " of "
          + std::to_string(view.meant)
          + ", units beginning on random days of their cycles; how much of what is required is "
            "filled:",
      terminal.width);
  text += table.print(terminal.width, terminal.colour, 2);
  if (!view.target.empty()) text += "Written to " + view.target + "\n";
  return text;
}

std::string replications_json(const ReplicationsView& view) {
  Json rows = Json::array();
  const auto spreads = spreads_of(view);
  for (const std::string& name : names_of(view)) {
    const Spread& spread = spreads.at(name);
    rows.push_back({{"priority", name},
                    {"required_unit_days", spread.required},
                    {"worst", spread.at(0)},
                    {"p10", spread.at(10)},
                    {"p50", spread.at(50)},
                    {"p90", spread.at(90)},
                    {"best", spread.at(100)}});
  }
  return to_document({{"answer", "replications"},
                      {"meant", view.meant},
                      {"done", view.found.size()},
                      {"seed", view.seed},
                      {"served_unit_days", std::move(rows)},
                      {"target", text_or_null(view.target)}});
}

Rows replication_rows(const ReplicationsView& view) {
  Rows rows{{"replication", "priority", "required_unit_days", "served_unit_days", "short_days"}};
  for (std::size_t k = 0; k < view.found.size(); ++k) {
    const auto add = [&](const std::string& name, const RotationFill& fill) {
      rows.push_back({std::to_string(k),
                      name,
                      std::to_string(fill.required),
                      std::to_string(fill.served),
                      std::to_string(fill.short_days)});
    };
    for (const auto& [priority, fill] : view.found[k].by_priority)
      add(std::to_string(priority), fill);
    add("all", view.found[k].all);
  }
  return rows;
}

}  // namespace muster::report
