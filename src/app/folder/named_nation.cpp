// SPDX-License-Identifier: Apache-2.0
#include "app/folder/named_nation.hpp"

#include <string_view>
#include <vector>

#include "base/nearest.hpp"

namespace muster::app {

std::string advice_on_nation(const Scenario& scenario, const std::string& word) {
  std::vector<std::string_view> keys;
  for (const Id<Nation> id : scenario->nations.ids()) keys.push_back(scenario->nations[id].key);
  const auto near = nearest(word, keys);
  return near ? "Maybe " + std::string{*near} + "?" : "Nations are written as three letters: NLD.";
}

std::optional<Id<Activity>> find_activity(const Scenario& scenario, const std::string& key) {
  for (const Id<Activity> id : scenario->activities.ids())
    if (scenario->activities[id].key == key) return id;
  return std::nullopt;
}

std::string advice_on_activity(const Scenario& scenario, const std::string& word) {
  std::vector<std::string_view> keys;
  for (const Id<Activity> id : scenario->activities.ids())
    keys.push_back(scenario->activities[id].key);
  const auto near = nearest(word, keys);
  return near ? "Maybe " + std::string{*near} + "?" : "muster show DATA activities lists them.";
}

}  // namespace muster::app
