// SPDX-License-Identifier: Apache-2.0
// A map of any bytes is read or refused with a reason; what is read can be drawn.
#include <cstdlib>
#include <string>

#include "report/map.hpp"
#include "report/map/cutting.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace muster::report;
  const auto map = read_base_map({reinterpret_cast<const char*>(data), size}, "map.json");
  if (!map) {
    if (map.error().empty()) std::abort();
    return 0;
  }
  for (const Projection& way : {Projection::around({{25, 52}}), Projection::around({})}) {
    const Frame frame{-1, -1, 400, 800, 800};
    for (const std::string& path : {land_path(*map, way, frame), boundary_path(*map, way, frame)}) {
      if (!path.empty() && path.front() != 'M') std::abort();
    }
  }
  return 0;
}
