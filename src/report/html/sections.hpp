// SPDX-License-Identifier: Apache-2.0
// The parts of the page, each markup of its own; empty where there is nothing to show.
#pragma once

#include <string>
#include <string_view>

#include "report/html/markup.hpp"
#include "report/view.hpp"

namespace muster::report {

// The page stays under a million bytes: what is cut is said, and the tables beside it hold all.
inline constexpr std::size_t requirements_drawn = 60;
inline constexpr std::size_t requirements_listed = 600;
inline constexpr std::size_t parts_drawn = 900;
inline constexpr std::size_t parts_listed = 350;
inline constexpr std::size_t shortfalls_listed = 200;
inline constexpr std::size_t claims_listed = 400;
inline constexpr std::size_t stays_listed = 300;  // below the map

[[nodiscard]] std::string_view style_sheet();
// A link to the page's list of sources.
[[nodiscard]] HtmlCell source_cell(const PlanView& view, std::string_view source);

[[nodiscard]] std::string headline_html(const PlanView& view);
[[nodiscard]] std::string tiers_html(const PlanView& view);
[[nodiscard]] std::string futures_html(const PlanView& view);
[[nodiscard]] std::string fair_shares_html(const PlanView& view);
[[nodiscard]] std::string waterfall_html(const PlanView& view);
[[nodiscard]] std::string sand_html(const PlanView& view);
[[nodiscard]] std::string pledges_html(const PlanView& view);
[[nodiscard]] std::string burden_html(const PlanView& view);
[[nodiscard]] std::string gantt_html(const PlanView& view);
[[nodiscard]] std::string heat_html(const PlanView& view);
[[nodiscard]] std::string map_html(const PlanView& view);
// The map alone; of one activity the places that are its own.
[[nodiscard]] std::string map_figure_html(const PlanView& view,
                                          std::optional<Id<Activity>> activity);
[[nodiscard]] std::string requirements_html(const PlanView& view);
[[nodiscard]] std::string parts_html(const PlanView& view);
[[nodiscard]] std::string shortfalls_html(const PlanView& view);
[[nodiscard]] std::string training_html(const PlanView& view);
[[nodiscard]] std::string funds_html(const PlanView& view);
[[nodiscard]] std::string stocks_html(const PlanView& view);
[[nodiscard]] std::string spending_html(const PlanView& view);
[[nodiscard]] std::string conditions_html(const PlanView& view);
[[nodiscard]] std::string promises_html(const PlanView& view);
[[nodiscard]] std::string sources_html(const PlanView& view);
[[nodiscard]] std::string claims_html(const PlanView& view);

}  // namespace muster::report
