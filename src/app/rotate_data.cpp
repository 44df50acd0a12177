// SPDX-License-Identifier: Apache-2.0
#include "app/rotate_data.hpp"

#include <string>

#include "app/folder/files.hpp"
#include "app/folder/situation.hpp"
#include "app/folder/target.hpp"
#include "io/csv.hpp"
#include "report/rotation.hpp"

namespace muster::app {
namespace {

Texts texts_of(const report::RotationView& view, const std::string& title, simulate::Order order) {
  Texts texts{{"deployments.csv", io::write_csv(report::rotation_deployments(view))},
              {"stretches.csv", io::write_csv(report::rotation_stretches(view))},
              {"fill.csv", io::write_csv(report::rotation_fill(view))},
              {"rotation.html", report::rotation_page(view, title)}};
  if (order == simulate::Order::marathon) {
    texts["AUDIT_Deployments.txt"] = report::marathon_deployments(view);
    texts["DemandTrends.txt"] = report::marathon_trends(view);
  }
  return texts;
}

}  // namespace

bool has_rotation(const DataSet& data) {
  const Result<Draft> draft = load_draft(data);
  return !draft || !draft->table("rotation_requirements").rows.empty()
         || !draft->table("rotation_units").rows.empty() || draft->table("offers").rows.empty();
}

Answer rotate_data(const RotationRequest& request, const Speech& speech) {
  if (!request.target.empty())
    if (const std::string why = objection_to_package(request.target); !why.empty())
      return misuse(why, "Name a folder that is missing or empty.");
  const Result<Draft> draft = load_draft(request.data);
  if (!draft) return refuse(draft.error(), speech);
  const Result<simulate::RotationBook> book = simulate::rotation_book(*draft);
  if (!book) return refuse(book.error(), speech);
  const simulate::RotationRun run = simulate::rotate(*book, request.order);
  const report::RotationView view{&*book, &run, request.target.string()};
  if (!request.target.empty())
    write_folder(request.target,
                 texts_of(view, draft->title.empty() ? draft->name : draft->title, request.order));
  return {speech.json ? report::rotation_json(view) : report::rotation_text(view, speech.terminal),
          {},
          Exit::done};
}

}  // namespace muster::app
