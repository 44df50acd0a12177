// SPDX-License-Identifier: Apache-2.0
#include "plan/compact/names.hpp"

#include <algorithm>

namespace muster::plan {
namespace {

constexpr std::size_t longest = 120;
constexpr std::size_t room_for_number = 12;

char plain(char letter) {
  constexpr std::string_view others = "_-+:/";
  const bool is_plain = ('a' <= letter && letter <= 'z') || ('A' <= letter && letter <= 'Z')
                        || ('0' <= letter && letter <= '9') || others.contains(letter);
  return is_plain ? letter : '_';
}

}  // namespace

std::string Names::make(std::initializer_list<std::string_view> parts) {
  std::string name;
  for (const std::string_view part : parts) {
    if (!name.empty()) name += '.';
    std::ranges::transform(part, std::back_inserter(name), plain);
  }
  if (name.size() > longest) name.resize(longest - room_for_number);
  const std::string first = name;
  for (std::size_t again = 2; !taken_.insert(name).second; ++again)
    name = first + "." + std::to_string(again);
  return name;
}

}  // namespace muster::plan
