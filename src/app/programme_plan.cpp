// SPDX-License-Identifier: Apache-2.0
#include "app/programme_plan.hpp"

#include <string_view>
#include <vector>

#include "base/nearest.hpp"

#include "app/folder/kept_plan.hpp"
#include "report/programme.hpp"

namespace muster::app {
namespace {

std::string advice_on(const Scenario& scenario, const std::string& activity) {
  std::vector<std::string_view> keys;
  std::string all;
  for (const Programme& programme : scenario->programmes) {
    keys.push_back(scenario->activities[programme.activity].key);
    all += (all.empty() ? "" : ", ") + std::string{keys.back()};
  }
  if (const auto near = nearest(activity, keys)) return "Maybe " + std::string{*near} + "?";
  return all.empty() ? "This data has no training programme." : "The programmes are: " + all + ".";
}

}  // namespace

Answer programme_plan(const std::filesystem::path& folder,
                      const std::string& activity,
                      const Speech& speech) {
  const Result<KeptPlan> kept = open_kept(folder);
  if (!kept) return refuse(kept.error(), speech);
  const Scenario& scenario = kept->situation->scenario;
  std::vector<explain::Outlook> outlooks =
      explain::outlooks(scenario, kept->parts.plan, kept->parts.verdict);
  if (!activity.empty()) {
    std::erase_if(outlooks, [&](const explain::Outlook& outlook) {
      return scenario->activities[outlook.curve.activity].key != activity;
    });
    if (outlooks.empty()) {
      return misuse("there is no training programme \"" + activity + "\"",
                    advice_on(scenario, activity));
    }
  }
  return {speech.json ? report::programmes_json(scenario, outlooks)
                      : report::programmes_text(scenario, outlooks, speech.terminal),
          {},
          Exit::done};
}

}  // namespace muster::app
