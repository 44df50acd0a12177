// SPDX-License-Identifier: Apache-2.0
#include "plan/bound/starts.hpp"

#include <algorithm>
#include <limits>

namespace muster::plan {
namespace {

constexpr double points_unit = static_cast<double>(points_per_thousandth_day);
constexpr auto unasked = std::numeric_limits<std::int64_t>::max();

// Points that a thousandth through a bucket may earn a piece of the crew, such that its unit earns
// nothing after its entry.
std::int64_t least_asked(const Instance& instance,
                         const Crew& crew,
                         const Use& use,
                         std::size_t b) {
  const Terms& terms = crew.terms[use.terms];
  const std::int64_t days = std::max(instance.length[b], instance.lengths[use.lengths].min_days);
  const std::int64_t later = terms.points_per_tour + terms.points_per_day * days;
  // Of a double use each row may have half.
  const std::int64_t most =
      use.also == no_row ? use.amount : 2 * std::max(use.amount, use.also_amount);
  return most == 0 ? unasked : (crew.entries.front().points / crew.pieces + later) / most;
}

// Rows × buckets: what the cheapest crew asks, at most what is unmet weighs; 0 where nobody can
// serve.
using Asked = std::vector<std::vector<std::int64_t>>;

Asked find_asked(const Instance& instance) {
  Asked asked(instance.rows.size(), std::vector<std::int64_t>(instance.buckets(), unasked));
  const auto lower = [&](RowIndex r, const Use& use, const Crew& crew) {
    const Row& row = instance.rows[r];
    for (std::size_t b = std::max(use.from, row.first); b < std::min(use.until, row.last); ++b)
      asked[r][b] = std::min(asked[r][b], least_asked(instance, crew, use, b));
  };
  for (const Crew& crew : instance.crews)
    for (const Use& use : crew.uses) {
      lower(use.row, use, crew);
      if (use.also != no_row) lower(use.also, use, crew);
    }
  for (std::size_t r = 0; r < instance.rows.size(); ++r)
    for (std::size_t b = 0; b < instance.buckets(); ++b) {
      const std::int64_t full =
          instance.rows[r].weight * instance.length[b] * points_per_thousandth_day;
      asked[r][b] = asked[r][b] == unasked ? 0 : std::min(asked[r][b], full);
    }
  return asked;
}

std::size_t busiest_bucket(const Instance& instance, const Asked& asked) {
  std::vector<double> worth(instance.buckets(), 0.0);
  for (std::size_t r = 0; r < instance.rows.size(); ++r)
    for (std::size_t b = instance.rows[r].first; b < instance.rows[r].last; ++b)
      worth[b] += static_cast<double>(asked[r][b]) * static_cast<double>(instance.rows[r].reach[b]);
  return static_cast<std::size_t>(std::ranges::max_element(worth) - worth.begin());
}

}  // namespace

std::optional<Prices<double>> peak_prices(const Instance& instance) {
  const auto has_entry = [](const Crew& crew) { return crew.entries.front().points > 0; };
  if (std::ranges::none_of(instance.crews, has_entry)) return std::nullopt;
  const Asked asked = find_asked(instance);
  const std::size_t bucket = busiest_bucket(instance, asked);
  auto prices = no_prices<double>(instance);
  // Whole points stay whole when the certificate rounds down.
  constexpr double safe = 1e-3;
  for (std::size_t r = 0; r < instance.rows.size(); ++r)
    if (asked[r][bucket] > 0)
      prices.row[r][bucket] = (static_cast<double>(asked[r][bucket]) + safe) / points_unit;
  return prices;
}

}  // namespace muster::plan
