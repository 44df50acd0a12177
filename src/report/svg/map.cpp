// SPDX-License-Identifier: Apache-2.0
#include "report/svg/map.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <set>
#include <utility>

#include "report/map/cutting.hpp"
#include "report/map/labels.hpp"
#include "report/map/symbols.hpp"
#include "report/svg/figures.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr int least_height = 420, greatest_height = 760, world_height = 520;
constexpr int edge = 3;  // nothing stands nearer to the edge of the picture
constexpr int ring_size = 26, dot_size = 8;
constexpr int line_height = 13, label_lines = 4, widest_line = 225, padding = 3;
constexpr int symbol_height = 24;
constexpr int words_allowance = 4;  // percent that a letter may be wider than words_width thinks
constexpr double earth_km = 6371;   // mean radius
constexpr double least_radius_km = 250;

struct Marked {  // a place in the picture
  const PlaceView* place = nullptr;
  Spot at;      // where it lies
  Spot middle;  // of its ring or dot
  int size = dot_size;
};

struct Label {
  std::string name;
  std::vector<std::string> lines;
  const UnitSymbol* symbol = nullptr;
  int symbol_width = 0, width = 0, height = 0;
};

int label_width(std::string_view text) {
  return words_width(text) * (100 + words_allowance) / 100;
}

Label label_of(const PlanView& view, const PlaceView& place, bool name_only) {
  const Scenario& scenario = *view.scenario;
  const Place& row = scenario->places[place.place];
  Label label;
  label.name = fitting(name_or_key(row.name, row.key), widest_line);
  if (!name_only) {
    label.lines = nation_lines(scenario, place, widest_line);
    if (label.lines.size() > label_lines) {
      const std::size_t more = label.lines.size() - label_lines + 1;
      label.lines.resize(label_lines - 1);
      label.lines.push_back("and " + plural(static_cast<Wide>(more), "more kind", "more kinds"));
    }
    if (place.symbol_of) label.symbol = symbol_with(scenario, *place.symbol_of);
  }
  int width = label_width(label.name) * 106 / 100;  // bold
  for (const std::string& line : label.lines) width = std::max(width, label_width(line));
  label.height = line_height * (1 + static_cast<int>(label.lines.size())) + 2 * padding;
  if (label.symbol != nullptr) {
    label.symbol_width = label.symbol->width * symbol_height / std::max(1, label.symbol->height);
    label.height = std::max(label.height, symbol_height + 2 * padding);
    width += label.symbol_width + 2 * padding;
  }
  label.width = width + 2 * padding;
  return label;
}

// ---- what part of the earth -----------------------------------------------------------------

struct Extent {
  double left = 0, top = 0, right = 0, bottom = 0;  // radii of the earth
};

Extent extent_of(const std::vector<GeoPoint>& points, const Projection& way) {
  constexpr double margin = 0.17;  // of width and height together, for labels
  Extent extent{1e9, 1e9, -1e9, -1e9};
  for (const GeoPoint& point : points) {
    const PlanePoint at = way.project(point);
    extent = {std::min(extent.left, at.x),
              std::min(extent.top, at.y),
              std::max(extent.right, at.x),
              std::max(extent.bottom, at.y)};
  }
  const double around =
      std::max(least_radius_km / earth_km,
               margin * (extent.right - extent.left + extent.bottom - extent.top) / 2);
  return {extent.left - around, extent.top - around, extent.right + around, extent.bottom + around};
}

Frame frame_of_the_world() {
  constexpr double turn = 2 * std::numbers::pi;
  constexpr double north = 84 * std::numbers::pi / 180;
  return {-turn / 2, -north, drawing_width / turn, drawing_width, world_height};
}

// As large as fits the width and the greatest height, the places in its middle.
Frame frame_of(const std::vector<GeoPoint>& points, const Projection& way) {
  if (way.is_of_the_world()) return frame_of_the_world();
  const Extent extent = extent_of(points, way);
  const double width = extent.right - extent.left, height = extent.bottom - extent.top;
  Frame frame;
  frame.width = drawing_width;
  frame.scale = std::min(drawing_width / width, greatest_height / height);
  frame.height = std::max(least_height, static_cast<int>(std::lround(frame.scale * height)));
  frame.left = (extent.left + extent.right) / 2 - frame.width / frame.scale / 2;
  frame.top = (extent.top + extent.bottom) / 2 - frame.height / frame.scale / 2;
  return frame;
}

// The frame of the world leaves out the Antarctic; what lies there stands at its edge.
Spot spot_of(GeoPoint point, const Projection& way, const Frame& frame) {
  const PlanePoint at = frame.in_picture(way.project(point));
  return {std::clamp(static_cast<int>(std::lround(at.x)), edge, frame.width - edge),
          std::clamp(static_cast<int>(std::lround(at.y)), edge, frame.height - edge)};
}

// ---- drawing --------------------------------------------------------------------------------

// From one share of the circle to another, in thousandths, clockwise from the top.
std::string slice(Spot middle, int radius, int from, int until) {
  const auto at = [&](int share) {
    const double angle = 2 * std::numbers::pi * share / 1000;
    return std::to_string(middle.x + static_cast<int>(std::lround(radius * std::sin(angle)))) + " "
           + std::to_string(middle.y - static_cast<int>(std::lround(radius * std::cos(angle))));
  };
  const std::string reach = "A" + std::to_string(radius) + " " + std::to_string(radius) + " 0 ";
  const std::string hub = std::to_string(middle.x) + " " + std::to_string(middle.y);
  if (at(from) == at(until)) {  // all of the circle, or so little that it is not seen
    if (until - from < 500) return "M" + hub;
    return "M" + at(0) + reach + "0 1 " + at(500) + reach + "0 1 " + at(0) + "z";
  }
  return "M" + hub + "L" + at(from) + reach + (until - from > 500 ? "1" : "0") + " 1 " + at(until)
         + "z";
}

std::string fill_words(const PlaceFill& fill) {
  return "firm " + share_text(fill.firm, 1000) + ", expected " + share_text(fill.expected, 1000)
         + ", best " + share_text(fill.best, 1000);
}

void draw_ring(Drawing& drawing, Spot middle, const PlaceFill& fill, std::string_view tip) {
  constexpr int radius = ring_size / 2 - 2;
  const std::array<std::pair<int, std::string_view>, 4> slices{
      {{fill.firm, "firm"}, {fill.expected, "expected"}, {fill.best, "best"}, {1000, "missing"}}};
  drawing.path(slice(middle, radius + 1, 0, 1000), "plate");
  int from = 0;
  for (const auto& [until, look] : slices) {
    if (until > from) drawing.path(slice(middle, radius, from, until), look);
    from = std::max(from, until);
  }
  drawing.path(slice(middle, radius, 0, 1000), "rim", tip);
}

void draw_mark(Drawing& drawing, const PlanView& view, const Marked& marked) {
  if (marked.at.x != marked.middle.x || marked.at.y != marked.middle.y) {
    drawing.line(marked.at.x, marked.at.y, marked.middle.x, marked.middle.y, "leader");
    drawing.box(square_about(marked.at, 4), "place");
  }
  const Place& row = (*view.scenario)->places[marked.place->place];
  const std::string name = name_or_key(row.name, row.key);
  if (marked.place->fill.days == 0) {
    drawing.path(slice(marked.middle, dot_size / 2 - 1, 0, 1000), "place", name);
  } else {
    draw_ring(
        drawing, marked.middle, marked.place->fill, name + ": " + fill_words(marked.place->fill));
  }
}

void draw_label(Drawing& drawing, const Marked& marked, Box box, const Label& label) {
  const Spot near = nearest_in(box, marked.middle);
  const bool far = std::max(std::abs(near.x - marked.middle.x), std::abs(near.y - marked.middle.y))
                   > marked.size / 2 + 10;
  if (far) drawing.line(marked.middle.x, marked.middle.y, near.x, near.y, "leader");
  drawing.box(box, "plate");
  int x = box.x + padding;
  if (label.symbol != nullptr) {
    drawing.box({x, box.y + padding, label.symbol_width, symbol_height}, "symbol-ground");
    drawing.use(symbol_id(*label.symbol),
                {x, box.y + padding, label.symbol_width, symbol_height},
                label.symbol->name);
    x += label.symbol_width + 2 * padding;
  }
  int y = box.y + padding + line_height - 3;
  drawing.words(x, y, label.name, "strong");
  for (const std::string& line : label.lines) drawing.words(x, y += line_height, line, "plain");
}

// A length that is true in the middle of the picture, at its lower left.
void draw_scale(Drawing& drawing, Sheet& sheet, const Frame& frame) {
  int km = 1;
  for (const int length : {50, 100, 200, 500, 1000}) {
    if (length / earth_km * frame.scale < drawing_width / 6.0) km = length;
  }
  const int width = static_cast<int>(std::lround(km / earth_km * frame.scale));
  const int x = 12, y = frame.height - 12;
  const std::string words = std::to_string(km) + " km";
  sheet.take({x - 4, y - 20, std::max(width, words_width(words)) + 12, 26});
  drawing.line(x, y, x + width, y, "scale");
  drawing.line(x, y - 4, x, y + 4, "scale");
  drawing.line(x + width, y - 4, x + width, y + 4, "scale");
  drawing.words(x + 3, y - 5, words, "tick");
}

// A line from the home of a unit to where it serves.
struct Route {
  std::string home;
  Spot from, to;
};

std::vector<Route> routes_of(const PlanView& view,
                             const std::vector<Marked>& marks,
                             const Projection& way,
                             const Frame& frame) {
  std::vector<Route> routes;
  for (const Marked& marked : marks) {
    for (const Id<Place> id : marked.place->homes) {
      const Place& home = (*view.scenario)->places[id];
      const auto position = position_of(home);
      if (!position) continue;
      routes.push_back(
          {name_or_key(home.name, home.key), spot_of(*position, way, frame), marked.middle});
    }
  }
  return routes;
}

void draw_routes(Drawing& drawing, const std::vector<Route>& routes) {
  for (const Route& route : routes) {
    drawing.line(route.from.x, route.from.y, route.to.x, route.to.y, "route");
    drawing.box(square_about(route.from, 5), "home", route.home);
  }
}

// Those with a position, with the most requirement-days first; the rest are named.
std::vector<const PlaceView*> chosen(const PlanView& view,
                                     const std::vector<PlaceView>& places,
                                     MapDrawing& made) {
  std::vector<const PlaceView*> some;
  for (const PlaceView& place : places) {
    if (position_of((*view.scenario)->places[place.place])) {
      some.push_back(&place);
    } else {
      made.without_position.push_back(place.place);
    }
  }
  std::ranges::stable_sort(
      some, std::greater{}, [](const PlaceView* place) { return place->fill.days; });
  for (std::size_t i = places_drawn; i < some.size(); ++i) made.left_out.push_back(some[i]->place);
  some.resize(std::min(some.size(), places_drawn));
  return some;
}

std::vector<GeoPoint> points_of(const PlanView& view, const std::vector<const PlaceView*>& places) {
  std::vector<GeoPoint> points;
  const auto add = [&](Id<Place> id) {
    if (const auto position = position_of((*view.scenario)->places[id])) {
      points.push_back(*position);
    }
  };
  for (const PlaceView* place : places) {
    add(place->place);
    for (const Id<Place> home : place->homes) add(home);
  }
  return points;
}

std::vector<Marked> marks_of(const PlanView& view,
                             const std::vector<const PlaceView*>& places,
                             const Projection& way,
                             const Frame& frame,
                             Sheet& sheet) {
  std::vector<Marked> marks;
  for (const PlaceView* place : places) {
    Marked marked;
    marked.place = place;
    marked.size = place->fill.days == 0 ? dot_size : ring_size;
    marked.at = spot_of(*position_of((*view.scenario)->places[place->place]), way, frame);
    const auto middle = sheet.place_square(marked.at, marked.size);
    if (!middle) {
      marked.size = 0;
      marked.middle = marked.at;
    } else {
      marked.middle = *middle;
    }
    marks.push_back(marked);
  }
  return marks;
}

void draw_labels(Drawing& drawing,
                 const PlanView& view,
                 const std::vector<Marked>& marks,
                 Sheet& sheet,
                 MapDrawing& made) {
  for (const Marked& marked : marks) {
    bool labelled = false;
    for (const bool name_only : {false, true}) {
      if (labelled) break;
      const Label label = label_of(view, *marked.place, name_only);
      const auto box = sheet.place_label(marked.middle, marked.size, label.width, label.height);
      if (!box) continue;
      draw_label(drawing, marked, *box, label);
      labelled = true;
    }
    if (!labelled) made.without_label.push_back(marked.place->place);
  }
}

std::string alternative(const PlanView& view, const std::vector<Marked>& marks) {
  std::string text = "Map of " + plural(static_cast<Wide>(marks.size()), "place", "places") + ": ";
  std::vector<std::string> names;
  for (const Marked& marked : marks) {
    const Place& row = (*view.scenario)->places[marked.place->place];
    names.push_back(name_or_key(row.name, row.key));
  }
  return text + joined(names, ", ") + ". The table below says the same in words.";
}

std::string words_of(const Projection& way) {
  return way.is_of_the_world() ? "Equirectangular projection"
                               : "Lambert azimuthal equal-area projection";
}

}  // namespace

MapDrawing map_drawing(const PlanView& view,
                       const BaseMap& base,
                       const std::vector<PlaceView>& places) {
  MapDrawing made;
  const std::vector<const PlaceView*> some = chosen(view, places, made);
  if (some.empty()) return made;
  const std::vector<GeoPoint> points = points_of(view, some);
  const Projection way = Projection::around(points);
  const Frame frame = frame_of(points, way);
  Sheet sheet{frame.width, frame.height, edge};
  const std::vector<Marked> marks = marks_of(view, some, way, frame, sheet);
  Drawing drawing{frame.width, alternative(view, marks)};
  drawing.box({0, 0, frame.width, frame.height}, "sea");
  drawing.path(land_path(base, way, frame), "land");
  drawing.path(boundary_path(base, way, frame), "boundary");
  if (!way.is_of_the_world()) draw_scale(drawing, sheet, frame);
  const std::vector<Route> routes = routes_of(view, marks, way, frame);
  made.routes = routes.size();
  if (routes.size() <= routes_drawn) draw_routes(drawing, routes);
  for (const Marked& marked : marks) {
    if (marked.size > 0) draw_mark(drawing, view, marked);
    made.drawn.push_back(marked.place->place);
  }
  draw_labels(drawing, view, marks, sheet, made);
  drawing.box({0, 0, frame.width, frame.height}, "frame");
  made.svg = drawing.finish(frame.height);
  made.projection_words = words_of(way);
  return made;
}

std::string map_legend(bool with_homes) {
  Drawing drawing{drawing_width, "What the marks of the map mean"};
  int x = 0;
  const auto word = [&](std::string_view text) {
    drawing.words(x + 24, 15, text, "plain");
    x += 24 + words_width(text) + 24;
  };
  for (const auto& [look, text] :
       std::array<std::pair<std::string_view, std::string_view>, 4>{{{"firm", "firm"},
                                                                     {"expected", "expected"},
                                                                     {"best", "best case"},
                                                                     {"missing", "missing"}}}) {
    drawing.box({x, 5, 18, 12}, look);
    word(text);
  }
  drawing.path(slice({x + 9, 11}, dot_size / 2 - 1, 0, 1000), "place");
  word("nothing with a quantity");
  if (with_homes) {
    drawing.line(x, 11, x + 18, 11, "route");
    drawing.box(square_about({x + 2, 11}, 5), "home");
    word("from where units come");
  }
  return drawing.finish(22);
}

}  // namespace muster::report
