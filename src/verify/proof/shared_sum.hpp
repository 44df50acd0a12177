// SPDX-License-Identifier: Apache-2.0
// A sum of whole numbers that do not depend on one another, shared out among threads: whoever adds
// what, it is the same sum.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <exception>
#include <thread>
#include <vector>

#include "base/wide.hpp"

namespace muster::verify {

// item(0) + … + item(count − 1).
template <class Item>
[[nodiscard]] Wide sum_over(std::size_t count, const Item& item) {
  const std::size_t hands =
      std::max<std::size_t>(1, std::min<std::size_t>(count, std::thread::hardware_concurrency()));
  std::vector<Wide> sums(hands, 0);
  std::vector<std::exception_ptr> failed(hands);
  std::atomic<std::uint32_t> next{0};
  const auto add_up = [&](std::size_t hand) {
    try {
      for (std::uint32_t i = next++; i < count; i = next++) sums[hand] += item(i);
    } catch (...) {
      failed[hand] = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t hand = 1; hand < hands; ++hand) others.emplace_back(add_up, hand);
    add_up(0);
  }
  for (const std::exception_ptr& failure : failed)
    if (failure) std::rethrow_exception(failure);
  Wide sum = 0;
  for (const Wide part : sums) sum += part;
  return sum;
}

}  // namespace muster::verify
