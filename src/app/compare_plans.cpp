// SPDX-License-Identifier: Apache-2.0
#include "app/compare_plans.hpp"

#include <optional>
#include <string_view>
#include <vector>

#include "base/nearest.hpp"

#include "app/folder/kept_plan.hpp"
#include "report/json.hpp"

namespace muster::app {
namespace {

// Advice where neither situation knows the nation; none where one does.
std::optional<std::string> advice_on(const std::string& nation,
                                     const KeptPlan& a,
                                     const KeptPlan& b) {
  std::vector<std::string_view> keys;
  for (const KeptPlan* kept : {&a, &b}) {
    const Scenario& scenario = kept->situation->scenario;
    if (scenario.find_nation(nation)) return std::nullopt;
    for (const Id<Nation> id : scenario->nations.ids()) keys.push_back(scenario->nations[id].key);
  }
  const auto near = nearest(nation, keys);
  return near ? "Maybe " + std::string{*near} + "?" : "Nations are written as three letters: NLD.";
}

}  // namespace

Answer compare_plans(const std::filesystem::path& before,
                     const std::filesystem::path& after,
                     const std::string& nation,
                     const Speech& speech) {
  const Result<KeptPlan> a = open_kept(before);
  if (!a) return refuse(a.error(), speech);
  const Result<KeptPlan> b = open_kept(after);
  if (!b) return refuse(b.error(), speech);
  if (!nation.empty()) {
    if (const auto advice = advice_on(nation, *a, *b)) {
      return misuse("neither plan knows the nation \"" + nation + "\"", *advice);
    }
  }
  const explain::Comparison comparison = explain::compare(
      a->situation->scenario, a->parts.plan, b->situation->scenario, b->parts.plan);
  const std::string text = speech.json
                               ? report::comparison_json(comparison, nation)
                               : report::comparison_text(comparison, nation, speech.terminal);
  return {text, {}, Exit::done};
}

}  // namespace muster::app
