// SPDX-License-Identifier: Apache-2.0
// What the rules on nations leave reachable of a row in each bucket: never more can be there at
// once than the nations that it allows have together, and no more than the lead's part carries.
#include "plan/instance/reach.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace muster::plan {
namespace {

// Marks the buckets in which a tour of the use may count.
void mark_counted(const Instance& instance, const Use& use, std::vector<char>& counted) {
  const LengthWindow& lengths = instance.lengths[use.lengths];
  const Row& row = instance.rows[use.row];
  for (Boundary from = use.from; from < use.until; ++from) {
    const Boundary start = row.counts_from.empty() ? from : row.counts_from[from];
    if (start == no_boundary) continue;
    const auto first =
        std::max<Boundary>(lengths.first_end[from], static_cast<Boundary>(start + 1));
    const Boundary last = std::min(lengths.last_end[from], use.until);
    if (first > last) continue;
    std::fill(counted.begin() + start, counted.begin() + last, char{1});
  }
}

// The most that a crew can add to a row in each bucket; empty: it never serves there.
std::vector<std::int64_t> most_of(const Instance& instance, const Crew& crew, RowIndex row) {
  std::vector<std::int64_t> most;
  for (const Use& use : crew.uses) {
    if (use.row != row || use.also != no_row) continue;
    std::vector<char> counted(instance.buckets(), 0);
    mark_counted(instance, use, counted);
    most.resize(instance.buckets(), 0);
    for (std::size_t b = 0; b < counted.size(); ++b)
      if (counted[b] != 0) most[b] = std::max(most[b], use.amount * crew.pieces);
  }
  return most;
}

// nations × buckets.
std::vector<std::vector<std::int64_t>> most_by_nation(const Instance& instance, RowIndex row) {
  const std::vector<std::int64_t> nothing(instance.buckets(), 0);
  std::vector<std::vector<std::int64_t>> sums((*instance.scenario)->nations.size(), nothing);
  for (const Crew& crew : instance.crews) {
    const auto most = most_of(instance, crew, row);
    std::ranges::transform(
        most, sums[crew.nation.index()], sums[crew.nation.index()].begin(), std::plus{});
  }
  return sums;
}

std::int64_t reach_in(const Row& row, std::vector<std::int64_t> of_nations) {
  constexpr std::int64_t permille = 1000;
  std::int64_t reach = row.quantity;
  if (row.lead_share_permille > 0)
    reach = std::min(reach, of_nations[row.lead->index()] * permille / row.lead_share_permille);
  if (!row.max_nations) return reach;
  std::ranges::sort(of_nations, std::ranges::greater{});
  const auto allowed = std::min(of_nations.size(), static_cast<std::size_t>(*row.max_nations));
  const auto end = of_nations.begin() + static_cast<std::ptrdiff_t>(allowed);
  return std::min(reach, std::accumulate(of_nations.begin(), end, std::int64_t{0}));
}

}  // namespace

std::vector<std::int64_t> find_reach(const Instance& instance, RowIndex index) {
  const Row& row = instance.rows[index];
  std::vector<std::int64_t> reach(instance.buckets(), row.quantity);
  const bool is_ruled = row.max_nations || row.lead_share_permille > 0;
  if (!is_ruled || row.kind == RequirementKind::delivery) return reach;
  const auto sums = most_by_nation(instance, index);
  for (std::size_t b = row.first; b < row.last; ++b) {
    std::vector<std::int64_t> of_nations;
    for (const auto& nation : sums) of_nations.push_back(nation[b]);
    reach[b] = reach_in(row, std::move(of_nations));
  }
  return reach;
}

}  // namespace muster::plan
