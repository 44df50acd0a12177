// SPDX-License-Identifier: Apache-2.0
#include "model/futures.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <span>

namespace muster {
namespace {

std::span<const Future::Loss> losses_of(const Future& future, Id<Offer> offer) {
  const auto found = std::ranges::equal_range(future.losses, offer, {}, &Future::Loss::offer);
  return {found.begin(), found.end()};
}

}  // namespace

std::int64_t counted_futures(const Nouns& nouns) {
  if (nouns.futures.size() == 0) return 1;
  return nouns.worst_futures.value_or(static_cast<std::int64_t>(nouns.futures.size()));
}

Wide sum_of_largest(std::vector<Wide> unmet, std::int64_t count) {
  const auto end = unmet.begin() + std::min(count, static_cast<std::int64_t>(unmet.size()));
  std::ranges::partial_sort(unmet, end, std::greater{});
  return std::accumulate(unmet.begin(), end, Wide{0});
}

std::vector<Period> left_in(const Future& future, Id<Offer> offer, Period period) {
  std::vector<Period> left;
  for (const Future::Loss& loss : losses_of(future, offer)) {
    const Day until = std::min(loss.period.from, period.until);
    if (period.from < until) left.push_back({period.from, until});
    period.from = std::max(period.from, loss.period.until);
  }
  if (period.from < period.until) left.push_back(period);
  return left;
}

Day there_from(const Future& future, Id<Offer> offer, Day day) {
  for (const Future::Loss& loss : losses_of(future, offer))
    if (loss.period.contains(day)) day = loss.period.until;
  return day;
}

}  // namespace muster
