// SPDX-License-Identifier: Apache-2.0
// Columns that are there over spans of buckets, and the stretches on which the same ones are there.
#pragma once

#include <cstddef>
#include <vector>

namespace muster::plan {

struct Span {
  int column = 0;
  double value = 0;
  std::size_t from = 0, until = 0;  // buckets; empty spans are allowed
};

// Buckets on which the same columns are there, each column once.
struct SpanRun {
  std::size_t from = 0, until = 0;
  std::vector<Span> there;  // by column
};

// All of [from, until), cut wherever a span begins or ends.
[[nodiscard]] std::vector<SpanRun> runs_of(const std::vector<Span>& spans,
                                           std::size_t from,
                                           std::size_t until);

// Only those runs whose columns are not all there in another one too: for rows "at most", with
// values that are not negative, the others say nothing new.
[[nodiscard]] std::vector<SpanRun> largest_runs(const std::vector<Span>& spans);

}  // namespace muster::plan
