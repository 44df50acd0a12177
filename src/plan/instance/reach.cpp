// SPDX-License-Identifier: Apache-2.0
// What the rules on nations leave reachable of a row in each bucket: never more can be there at
// once than the nations that it allows have together, and no more than the lead's part carries.
#include "plan/instance/reach.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include "base/parallel.hpp"

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

struct Server {  // a use of a crew
  const Crew* crew = nullptr;
  const Use* use = nullptr;
};
using Servers = std::vector<std::vector<Server>>;  // by row; only of rows with such a rule

bool is_ruled(const Row& row) {
  return row.kind != RequirementKind::delivery && (row.max_nations || row.lead_share_permille > 0);
}

Servers find_servers(const Instance& instance) {
  Servers servers(instance.rows.size());
  for (const Crew& crew : instance.crews)
    for (const Use& use : crew.uses)
      if (use.also == no_row && is_ruled(instance.rows[use.row]))
        servers[use.row].push_back({&crew, &use});
  return servers;
}

using Amounts = std::vector<std::int64_t>;  // by bucket

// nations × buckets: of each crew what its best use adds, of a nation all its crews' together.
std::vector<Amounts> most_by_nation(const Instance& instance, const std::vector<Server>& servers) {
  const Amounts nothing(instance.buckets(), 0);
  std::vector<Amounts> sums((*instance.scenario)->nations.size(), nothing);
  Amounts most = nothing;  // of the crew at hand
  for (std::size_t k = 0; k < servers.size(); ++k) {
    const Crew& crew = *servers[k].crew;
    std::vector<char> counted(instance.buckets(), 0);
    mark_counted(instance, *servers[k].use, counted);
    for (std::size_t b = 0; b < counted.size(); ++b)
      if (counted[b] != 0) most[b] = std::max(most[b], servers[k].use->amount * crew.pieces);
    if (k + 1 < servers.size() && servers[k + 1].crew == &crew) continue;
    Amounts& sum = sums[crew.nation.index()];
    std::ranges::transform(most, sum, sum.begin(), std::plus{});
    most = nothing;
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

void find_reach(Instance& instance, unsigned threads) {
  const Servers servers = find_servers(instance);
  for_each_item(instance.rows.size(), threads, [&](std::size_t r) {
    Row& row = instance.rows[r];
    row.reach.assign(instance.buckets(), row.quantity);
    if (!is_ruled(row)) return;
    const auto sums = most_by_nation(instance, servers[r]);
    for (std::size_t b = row.first; b < row.last; ++b) {
      std::vector<std::int64_t> of_nations;
      for (const auto& nation : sums) of_nations.push_back(nation[b]);
      row.reach[b] = reach_in(row, std::move(of_nations));
    }
  });
  // What a future loses is no more within reach than the whole of it.
  for (RowIndex r = 0; r < instance.rows.size(); ++r)
    instance.rows[r].reach = instance.rows[r - instance.future_of(r)].reach;
}

}  // namespace muster::plan
