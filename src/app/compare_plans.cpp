// SPDX-License-Identifier: Apache-2.0
#include "app/compare_plans.hpp"

#include <optional>
#include <string_view>
#include <vector>

#include "base/nearest.hpp"

#include "app/folder/kept_plan.hpp"
#include "io/file.hpp"

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

Answer compare_plans(const ComparisonRequest& request, const Speech& speech) {
  const Result<KeptPlan> a = open_kept(request.before);
  if (!a) return refuse(a.error(), speech);
  const Result<KeptPlan> b = open_kept(request.after);
  if (!b) return refuse(b.error(), speech);
  if (!request.nation.empty()) {
    if (const auto advice = advice_on(request.nation, *a, *b)) {
      return misuse("neither plan knows the nation \"" + request.nation + "\"", *advice);
    }
  }
  const explain::Comparison comparison =
      explain::compare({a->situation->scenario, a->parts.plan, a->parts.verdict},
                       {b->situation->scenario, b->parts.plan, b->parts.verdict});
  const report::ComparisonView view{comparison,
                                    request.before.string(),
                                    request.after.string(),
                                    request.nation,
                                    request.by,
                                    request.all};
  if (request.page) io::write_file(*request.page, report::comparison_page(view));
  if (speech.json) return {report::comparison_json(view), {}, Exit::done};
  const std::string where =
      request.page ? "\nThe page is in " + request.page->string() + ".\n" : std::string{};
  return {report::comparison_text(view, speech.terminal) + where, {}, Exit::done};
}

}  // namespace muster::app
