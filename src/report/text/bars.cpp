// SPDX-License-Identifier: Apache-2.0
#include "report/text/bars.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace muster::report {
namespace {

constexpr std::array<std::string_view, 9> across{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};
constexpr std::array<std::string_view, 8> upward{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

}  // namespace

std::string bar(Wide part, Wide whole, std::size_t letters) {
  if (part <= 0 || whole <= 0) return {};
  const Wide most = static_cast<Wide>(letters) * 8;
  const Wide eighths = std::clamp<Wide>(part * most / whole, 1, most);
  std::string text;
  for (Wide i = 0; i < eighths / 8; ++i) text += across.back();
  return text + std::string{across[static_cast<std::size_t>(eighths % 8)]};
}

std::string sparkline(const std::vector<Wide>& values) {
  if (values.empty()) return {};
  const auto [least, most] = std::ranges::minmax(values);
  std::string text;
  for (const Wide value : values) {
    const Wide range = std::max<Wide>(1, most - least);
    text += upward[static_cast<std::size_t>((value - least) * 7 / range)];
  }
  return text;
}

}  // namespace muster::report
