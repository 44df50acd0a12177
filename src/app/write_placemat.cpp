// SPDX-License-Identifier: Apache-2.0
#include "app/write_placemat.hpp"

#include "app/folder/document.hpp"
#include "app/folder/kept_plan.hpp"
#include "app/folder/named_nation.hpp"
#include "io/file.hpp"
#include "report/placemat.hpp"

namespace muster::app {

Answer write_placemat(const PlacematRequest& request, const Speech& speech) {
  const std::string form = request.target.extension().string();
  if (form != ".html" && form != ".pdf")
    return misuse("\"" + request.target.string() + "\" names no kind of sheet",
                  "Maybe end it with .html or .pdf.");
  const Result<KeptPlan> kept = open_kept(request.plan);
  if (!kept) return refuse(kept.error(), speech);
  const Scenario& scenario = kept->situation->scenario;
  report::PlanView view = view_of(kept->parts, kept->record);
  report::PlacematRequest order{{}, {report::Paper::a3, request.marking}};
  if (!request.activity.empty()) {
    order.activity = find_activity(scenario, request.activity);
    if (!order.activity)
      return misuse("\"" + request.activity + "\" is no activity of the data",
                    advice_on_activity(scenario, request.activity));
  }
  if (!request.nation.empty()) {
    view.reader = scenario.find_nation(request.nation);
    if (!view.reader)
      return misuse("\"" + request.nation + "\" is no nation of the data",
                    advice_on_nation(scenario, request.nation));
  }
  const report::DueList due{scenario->as_of,
                            ledger::due(kept->situation->draft, scenario->as_of, std::nullopt)};
  const std::string sheet = report::placemat(view, due, order);
  if (form == ".html") {
    io::write_file(request.target, sheet);
  } else if (const auto why = print_page({request.target, kept->record.as_of, "en"}, sheet)) {
    return misuse(why->what, why->advice);
  }
  if (speech.json)
    return {report::placemat_json(view, order, request.target.string()), {}, Exit::done};
  return {"The placemat is in " + request.target.string() + ".\n", {}, Exit::done};
}

}  // namespace muster::app
