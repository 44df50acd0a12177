// SPDX-License-Identifier: Apache-2.0
// Work on items 0 … count−1 shared among threads. What an item yields may not depend on the order,
// so that the answer is the same for any number of threads.
#pragma once

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace muster {

// `chunk`: how many a thread takes at once; 1 where each is long.
template <class Work>
void for_each_item(std::size_t count, unsigned threads, const Work& work, std::size_t chunk = 8) {
  std::atomic<std::size_t> next{0};
  const auto take = [&] {
    for (std::size_t first = next.fetch_add(chunk); first < count; first = next.fetch_add(chunk))
      for (std::size_t item = first; item < count && item < first + chunk; ++item) work(item);
  };
  std::vector<std::jthread> crew;
  const std::size_t useful = (count + chunk - 1) / chunk;
  for (unsigned t = 1; t < threads && t < useful; ++t) crew.emplace_back(take);
  take();
}

}  // namespace muster
