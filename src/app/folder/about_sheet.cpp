// SPDX-License-Identifier: Apache-2.0
#include "app/folder/about_sheet.hpp"

#include "app/folder/ledger_state.hpp"
#include "app/folder/returned_book.hpp"

namespace muster::app {

std::optional<ExportedMoment> exported_moment(const DataSet& data) {
  if (!is_ledger(data.folder)) return std::nullopt;
  const auto store = open_ledger(data.folder, ledger::Access::read);
  const ledger::Moment moment = moment_of(*store, data.as_of, data.known_on);
  const auto last = store->find(moment.known);
  return ExportedMoment{moment.known, last ? last->hash : std::string{}, moment.as_of};
}

io::WorkbookTable about_sheet(const Draft& draft,
                              const std::vector<io::WorkbookTable>& exported,
                              const std::optional<ExportedMoment>& moment) {
  io::WorkbookTable sheet{std::string{sheets::about_sheet},
                          {{"name", {}, io::ColumnKind::text, {}, false},
                           {"value", {}, io::ColumnKind::text, {}, false}},
                          {{"layout", std::string{sheets::layout}}, {"data", draft.name}},
                          true};
  if (moment) {
    sheet.rows.push_back({"entry", std::to_string(moment->entry)});
    sheet.rows.push_back({"hash", moment->hash});
    sheet.rows.push_back({"as of", to_text(moment->as_of)});
  }
  const sheets::DataTexts texts = texts_of(draft);
  for (const io::WorkbookTable& table : exported)
    if (const auto rows = texts.find(table.name); rows != texts.end())
      sheet.rows.push_back({"rows of " + table.name, hash_of(rows->second)});
  return sheet;
}

}  // namespace muster::app
