// SPDX-License-Identifier: Apache-2.0
#include "explain/compare/lines.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "explain/reasons/reasons.hpp"

namespace muster::explain {
namespace {

using Coverage = std::vector<judge::Stretch>;
const Coverage nothing_asked;

// A requirement of both data sets, or of one.
struct Line {
  std::optional<Id<Requirement>> before, after;
};

Amount unmet_on(const Coverage& coverage, Day day) {
  for (const judge::Stretch& stretch : coverage) {
    if (stretch.period.contains(day)) return stretch.unmet();
  }
  return {};
}

// Coverage is in order of days; between neighbouring edges of both nothing changes.
std::vector<NewlyShort> newly_short(const Coverage& before, const Coverage& after) {
  std::set<Day> edges;
  for (const Coverage* coverage : {&before, &after}) {
    for (const judge::Stretch& stretch : *coverage) {
      edges.insert(stretch.period.from);
      edges.insert(stretch.period.until);
    }
  }
  std::vector<NewlyShort> found;
  for (auto at = edges.begin(); at != edges.end() && std::next(at) != edges.end(); ++at) {
    const Period days{*at, *std::next(at)};
    const Amount more = unmet_on(after, days.from) - unmet_on(before, days.from);
    if (more.count() <= 0) continue;
    const bool goes_on =
        !found.empty() && found.back().days.until == days.from && found.back().more == more;
    if (goes_on)
      found.back().days.until = days.until;
    else
      found.push_back({days, more});
  }
  return found;
}

std::map<std::string, Line> lines_of(const Scenario& before, const Scenario& after) {
  std::map<std::string, Line> lines;
  for (const auto id : before->requirements.ids()) lines[before->requirements[id].key].before = id;
  for (const auto id : after->requirements.ids()) lines[after->requirements[id].key].after = id;
  return lines;
}

Wide weighted(const Scenario& scenario, Id<Requirement> id, Wide unmet) {
  return unmet * scenario->priorities[scenario->requirements[id].priority].weight;
}

LineChange change_of(const Judged& before, const Judged& after, const Line& line) {
  LineChange change;
  change.added = !line.before;
  change.gone = !line.after;
  const Scenario& known = line.after ? after.scenario : before.scenario;
  const Id<Requirement> id = line.after ? *line.after : *line.before;
  const Capability& capability = known->capabilities[known->requirements[id].capability];
  change.requirement = known->requirements[id].key;
  change.capability = capability.name.empty() ? capability.key : capability.name;
  change.measure = capability.measure;
  const Coverage& old = line.before ? before.verdict.coverage[*line.before] : nothing_asked;
  const Coverage& now = line.after ? after.verdict.coverage[*line.after] : nothing_asked;
  change.unmet_before = judge::unmet_in(old);
  change.unmet_after = judge::unmet_in(now);
  if (line.before) {
    change.weighted_before = weighted(before.scenario, *line.before, change.unmet_before);
  }
  if (line.after) change.weighted_after = weighted(after.scenario, *line.after, change.unmet_after);
  change.newly_short = newly_short(old, now);
  if (line.before && line.after) {
    change.cells = changed_cells(before.scenario, *line.before, after.scenario, *line.after);
  }
  return change;
}

bool is_the_same(const LineChange& change) {
  return !change.added && !change.gone && change.unmet_before == change.unmet_after
         && change.newly_short.empty() && change.cells.empty() && change.changes.empty();
}

}  // namespace

std::vector<LineChange> line_changes(const Judged& before,
                                     const Judged& after,
                                     const std::vector<TourChange>& changes) {
  std::map<std::string, std::vector<std::size_t>> tours;
  for (std::size_t i = 0; i < changes.size(); ++i) tours[changes[i].requirement].push_back(i);
  std::vector<LineChange> all;
  for (const auto& [key, line] : lines_of(before.scenario, after.scenario)) {
    LineChange change = change_of(before, after, line);
    if (const auto found = tours.find(key); found != tours.end()) change.changes = found->second;
    if (!is_the_same(change)) all.push_back(std::move(change));
  }
  std::ranges::stable_sort(all, std::ranges::greater{}, [](const LineChange& change) {
    const Wide more = change.weighted_after - change.weighted_before;
    return more < 0 ? -more : more;
  });
  return all;
}

}  // namespace muster::explain
