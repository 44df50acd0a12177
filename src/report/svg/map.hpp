// SPDX-License-Identifier: Apache-2.0
// The map: land and boundaries, places, who is there, how much is filled.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/map.hpp"
#include "report/map/presence.hpp"

namespace muster::report {

// Of more places only those with the most requirement-days are drawn.
inline constexpr std::size_t places_drawn = 48;
// Of more lines from homes none is drawn, since nobody could follow them.
inline constexpr std::size_t routes_drawn = 120;

struct MapDrawing {
  std::string svg;               // empty: no place has a position
  std::string projection_words;  // which one, about what
  std::vector<Id<Place>> drawn, without_label, left_out, without_position;
  std::size_t routes = 0;  // lines from homes, whether drawn or too many
};
// `places` as places_of gives them.
[[nodiscard]] MapDrawing map_drawing(const PlanView& view,
                                     const BaseMap& base,
                                     const std::vector<PlaceView>& places);
// What the rings and the other marks mean.
[[nodiscard]] std::string map_legend(bool with_homes);

}  // namespace muster::report
