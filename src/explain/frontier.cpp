// SPDX-License-Identifier: Apache-2.0
#include "explain/frontier.hpp"

#include <algorithm>

#include "model/goals.hpp"

namespace muster::explain {
namespace {

// What the bound of one point proves for another's distance: the later goals, all together below
// one thousandth of a day, are cut off.
Wide proved_by(const FrontierPoint& proof, const FrontierPoint& point) {
  const Wide left =
      proof.bound / points_per_thousandth_day - Wide{proof.weight.value_or(0)} * point.distance;
  return std::max<Wide>(0, left);
}

bool is_better(const FrontierPoint& a, const FrontierPoint& b) {
  return a.unmet <= b.unmet && a.distance <= b.distance
         && (a.unmet < b.unmet || a.distance < b.distance);
}

bool is_same(const FrontierPoint& a, const FrontierPoint& b) {
  return a.unmet == b.unmet && a.distance == b.distance;
}

std::vector<FrontierPoint> without_equals(const std::vector<FrontierPoint>& points) {
  std::vector<FrontierPoint> kept;
  for (const FrontierPoint& point : points) {
    if (kept.empty() || !is_same(kept.back(), point))
      kept.push_back(point);
    else
      kept.back().weight_until = point.weight;
  }
  return kept;
}

}  // namespace

TourCounts count_tours(const Comparison& comparison, std::size_t tours_after) {
  TourCounts counts;
  for (const TourChange& change : comparison.changes) {
    if (change.delivery) continue;
    if (!change.before)
      ++counts.come;
    else if (!change.after)
      ++counts.go;
    else if (change.kind == TourChange::Kind::moved)
      ++counts.move;
  }
  counts.stay = tours_after - std::min(tours_after, counts.come + counts.move);
  return counts;
}

std::vector<FrontierPoint> frontier_of(std::vector<FrontierPoint> points) {
  for (FrontierPoint& point : points) {
    for (const FrontierPoint& other : points) {
      point.least_unmet = std::max(point.least_unmet, proved_by(other, point));
      if (is_better(other, point)) point.is_efficient = false;
    }
  }
  std::ranges::stable_sort(points, [](const FrontierPoint& a, const FrontierPoint& b) {
    return a.distance != b.distance ? a.distance > b.distance : a.unmet < b.unmet;
  });
  return without_equals(points);
}

}  // namespace muster::explain
