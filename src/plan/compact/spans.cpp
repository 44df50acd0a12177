// SPDX-License-Identifier: Apache-2.0
#include "plan/compact/spans.hpp"

#include <algorithm>

namespace muster::plan {
namespace {

std::vector<std::size_t> cuts_of(const std::vector<Span>& spans,
                                 std::size_t from,
                                 std::size_t until) {
  std::vector<std::size_t> cuts{from, until};
  for (const Span& span : spans)
    for (const std::size_t cut : {span.from, span.until})
      if (from < cut && cut < until) cuts.push_back(cut);
  std::ranges::sort(cuts);
  const auto repeated = std::ranges::unique(cuts);
  cuts.erase(repeated.begin(), repeated.end());
  return cuts;
}

bool is_there(const Span& span, std::size_t bucket) {
  return span.from <= bucket && bucket < span.until;
}

// Two spans of one column become one.
void merge(std::vector<Span>& there) {
  std::ranges::stable_sort(there, {}, &Span::column);
  std::vector<Span> merged;
  for (const Span& span : there) {
    if (!merged.empty() && merged.back().column == span.column)
      merged.back().value += span.value;
    else
      merged.push_back(span);
  }
  there = std::move(merged);
}

}  // namespace

std::vector<SpanRun> runs_of(const std::vector<Span>& spans, std::size_t from, std::size_t until) {
  std::vector<SpanRun> runs;
  if (from >= until) return runs;
  const std::vector<std::size_t> cuts = cuts_of(spans, from, until);
  for (std::size_t k = 0; k + 1 < cuts.size(); ++k) {
    SpanRun run{cuts[k], cuts[k + 1], {}};
    for (const Span& span : spans)
      if (is_there(span, run.from)) run.there.push_back(span);
    merge(run.there);
    runs.push_back(std::move(run));
  }
  return runs;
}

// What is there in a run and stays is there in the next one too; so a run says something of its own
// only where something leaves at its end, and something came since the last run that was kept.
std::vector<SpanRun> largest_runs(const std::vector<Span>& spans) {
  std::vector<SpanRun> kept;
  if (spans.empty()) return kept;
  const std::size_t end = std::ranges::max(spans, {}, &Span::until).until;
  bool something_came = false;
  for (SpanRun& run : runs_of(spans, 0, end)) {
    const auto leaves = [&](const Span& span) {
      return span.until == run.until && is_there(span, run.from);
    };
    something_came |=
        std::ranges::any_of(spans, [&](const Span& span) { return span.from == run.from; });
    if (!something_came || !std::ranges::any_of(spans, leaves)) continue;
    something_came = false;
    kept.push_back(std::move(run));
  }
  return kept;
}

}  // namespace muster::plan
