// SPDX-License-Identifier: Apache-2.0
#include "plan/bound/fill_prices.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace muster::plan {
namespace {

struct Asked {
  std::int64_t all = 0, short_by = 0;  // thousandths
};
using ByWeight = std::map<std::int64_t, Asked, std::greater<>>;

std::int64_t weight_of_next(const ByWeight& asked) {
  constexpr std::int64_t part = 7;  // a seventh; from a twentieth to a third it mattered little
  std::int64_t all = 0;
  for (const auto& [weight, sum] : asked) all += sum.all;
  std::int64_t short_by = 0;
  for (const auto& [weight, sum] : asked) {
    short_by += sum.short_by;
    if (short_by * part >= all) return weight;
  }
  return 0;
}

}  // namespace

Prices<double> prices_of_fill(const Instance& instance,
                              const std::vector<std::vector<std::int64_t>>& filled) {
  auto prices = no_prices<double>(instance);
  const Nouns& nouns = **instance.scenario;
  std::map<std::uint32_t, std::vector<RowIndex>> of_capability;
  for (RowIndex r = 0; r < instance.rows.size(); ++r)
    of_capability[nouns.requirements[instance.rows[r].requirement].capability.index()].push_back(r);
  for (const auto& [capability, rows] : of_capability) {
    for (std::size_t b = 0; b < instance.buckets(); ++b) {
      ByWeight asked;
      for (const RowIndex r : rows) {
        const Row& row = instance.rows[r];
        if (b < row.first || b >= row.last) continue;
        Asked& sum = asked[row.weight];
        sum.all += row.reach[b];
        sum.short_by += std::max<std::int64_t>(0, row.reach[b] - filled[r][b]);
      }
      const std::int64_t level = weight_of_next(asked);
      for (const RowIndex r : rows) {
        const Row& row = instance.rows[r];
        if (b < row.first || b >= row.last) continue;
        prices.row[r][b] = static_cast<double>(std::min(row.weight, level) * instance.length[b]);
      }
    }
  }
  return prices;
}

}  // namespace muster::plan
