// SPDX-License-Identifier: Apache-2.0
#include "app/report_plan.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "app/folder/document.hpp"
#include "app/folder/kept_plan.hpp"
#include "app/folder/ledger_state.hpp"
#include "app/folder/named_nation.hpp"
#include "app/folder/plan_book.hpp"
#include "app/folder/returned_book.hpp"
#include "app/folder/situation.hpp"
#include "app/version.hpp"
#include "io/file.hpp"
#include "report/json.hpp"
#include "report/map.hpp"
#include "report/page.hpp"
#include "report/plan_calendar.hpp"
#include "report/state_page.hpp"

namespace muster::app {
namespace {

// A folder with a data set in it, and no plan.
bool is_data_package(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(folder / "datapackage.json", ignored)
         && !is_plan_folder(folder);
}

// Writes what is asked for, one after the other; what keeps it from being written.
class Writing {
 public:
  Writing(const ReportRequest& request, const KeptPlan& kept, const report::PlanView& view)
      : request_{request}, kept_{kept}, view_{view} {}

  std::optional<NotWritten> all() {
    const report::PageLook look{request_.on_a3 ? report::Paper::a3 : report::Paper::a4,
                                request_.marking};
    if (!request_.page.empty()) {
      io::write_file(request_.page, report::plan_page(view_, look));
      say("report", request_.page);
    }
    if (!request_.print.empty()) {
      const DocumentOrder order{request_.print, kept_.record.as_of, "en"};
      if (auto why = print_page(order, report::plan_page(view_, look))) return why;
      say("print", request_.print);
    }
    if (!request_.workbook.empty()) {
      const auto moment = moment_of_data();
      if (!request_.ledger.empty() && !moment)
        return NotWritten{request_.ledger.string() + " does not hold the data of this plan",
                          "Maybe it has changed since: plan from it anew, or leave --ledger out."};
      io::write_workbook(request_.workbook, plan_book(kept_, view_, moment), request_.marking);
      say("workbook", request_.workbook);
    }
    if (!request_.calendar.empty()) {
      const Draft& draft = kept_.situation->draft;
      const Day on = (*view_.scenario)->as_of;
      const report::DueList due{on, ledger::due(draft, on, std::nullopt)};
      io::write_file(request_.calendar, report::plan_calendar(view_, due, request_.marking));
      say("calendar", request_.calendar);
    }
    if (!request_.geojson.empty()) {
      io::write_file(request_.geojson, report::plan_geojson(view_, request_.marking));
      said_ += "\nThe places are in " + request_.geojson.string() + ".\n";
    }
    return std::nullopt;
  }
  [[nodiscard]] const std::string& said() const { return said_; }

 private:
  // Of the ledger that holds what the plan was made from, on the day of its data.
  [[nodiscard]] std::optional<ExportedMoment> moment_of_data() const {
    if (request_.ledger.empty()) return std::nullopt;
    DataSet data{request_.ledger, {}};
    data.as_of = (*view_.scenario)->as_of;
    const Result<Draft> held = load_draft(data);
    if (!held || texts_of(*held) != texts_of(kept_.situation->draft)) return std::nullopt;
    return exported_moment(data);
  }

  void say(std::string_view what, const std::filesystem::path& where) {
    said_ += "\nThe " + std::string{what} + " is in " + where.string() + ".\n";
  }

  const ReportRequest& request_;
  const KeptPlan& kept_;
  const report::PlanView& view_;
  std::string said_;
};

// The day's state of a ledger, or a data set, without a plan.
Answer report_state(const ReportRequest& request, const Speech& speech) {
  if (!request.workbook.empty())
    return misuse("a workbook of a ledger is written by another verb",
                  "muster export LEDGER --xlsx FILE; what is changed in it comes back.");
  if (!request.geojson.empty() || !request.base_map.empty())
    return misuse("a map is drawn of a plan", "muster plan LEDGER -o PLAN makes one.");
  const Result<Situation> situation = load(request.data);
  if (!situation) return refuse(situation.error(), speech);
  const Scenario& scenario = situation->scenario;
  const Plan none;
  const judge::Verdict verdict = judge::evaluate(scenario, none, {});
  report::Origin origin;
  origin.data_hash = situation->hash;
  origin.version = version();
  origin.overlays = situation->overlays;
  report::PlanView view = report::view_without_plan(scenario, none, verdict, std::move(origin));
  if (!request.nation.empty()) {
    view.reader = scenario.find_nation(request.nation);
    if (!view.reader)
      return misuse("\"" + request.nation + "\" is no nation of the data",
                    advice_on_nation(scenario, request.nation));
  }
  const report::StateView state{
      view,
      request.data.folder.filename().string(),
      {scenario->as_of, ledger::due(situation->draft, scenario->as_of, std::nullopt)},
      ledger::sum_deliveries(situation->draft)};
  const report::PageLook look{request.on_a3 ? report::Paper::a3 : report::Paper::a4,
                              request.marking};
  std::string where;
  if (!request.page.empty()) {
    io::write_file(request.page, report::state_page(state, look));
    where += "\nThe report is in " + request.page.string() + ".\n";
  }
  if (!request.print.empty()) {
    const DocumentOrder order{request.print, to_text(scenario->as_of), "en"};
    if (const auto why = print_page(order, report::state_page(state, look)))
      return misuse(why->what, why->advice);
    where += "\nThe print is in " + request.print.string() + ".\n";
  }
  if (!request.calendar.empty()) {
    io::write_file(request.calendar, report::plan_calendar(view, state.due, request.marking));
    where += "\nThe calendar is in " + request.calendar.string() + ".\n";
  }
  if (view.reader) return {where, {}, Exit::done};
  if (speech.json) return {report::state_json(state), {}, Exit::done};
  return {report::state_text(state, speech.terminal) + where, {}, Exit::done};
}

}  // namespace

Answer report_plan(const ReportRequest& request, const Speech& speech) {
  const bool writes = !request.page.empty() || !request.print.empty() || !request.workbook.empty()
                      || !request.calendar.empty() || !request.geojson.empty();
  if (!request.nation.empty() && (!writes || speech.json))
    return misuse("a nation's own view is written into files only",
                  "Name one: --html, --pdf, --xlsx, --ics or --geojson, and leave --json out.");
  if (is_ledger(request.data.folder) || is_data_package(request.data.folder))
    return report_state(request, speech);
  const Result<KeptPlan> kept = open_kept(request.data.folder);
  if (!kept) return refuse(kept.error(), speech);
  Result<report::BaseMap> base_map;
  if (!request.base_map.empty()) {
    base_map = report::read_base_map(io::read_file(request.base_map),
                                     request.base_map.filename().string());
    if (!base_map) return refuse(base_map.error(), speech);
  }
  report::PlanView view = view_of(kept->parts, kept->record);
  if (!request.base_map.empty()) view.base_map = &*base_map;
  if (!request.nation.empty()) {
    view.reader = view.scenario->find_nation(request.nation);
    if (!view.reader)
      return misuse("\"" + request.nation + "\" is no nation of the data",
                    advice_on_nation(*view.scenario, request.nation));
  }
  Writing writing{request, *kept, view};
  if (const auto why = writing.all()) return misuse(why->what, why->advice);
  if (view.reader) return {writing.said(), {}, Exit::done};
  if (speech.json) return {report::plan_json(view), {}, Exit::done};
  return {report::plan_text(view, speech.terminal) + writing.said(), {}, Exit::done};
}

}  // namespace muster::app
