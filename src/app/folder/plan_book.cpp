// SPDX-License-Identifier: Apache-2.0
#include "app/folder/plan_book.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "app/folder/amount_text.hpp"
#include "app/folder/data_sheet.hpp"
#include "app/folder/figure_sheets.hpp"
#include "app/folder/plan_sheets.hpp"
#include "report/asks.hpp"

namespace muster::app {
namespace {

using io::ColumnKind;

const std::map<std::string, ColumnKind, std::less<>>& kinds() {
  static const std::map<std::string, ColumnKind, std::less<>> by_heading{
      {"from", ColumnKind::day},
      {"until", ColumnKind::day},
      {"on", ColumnKind::day},
      {"quantity", ColumnKind::number},
      {"days", ColumnKind::number},
      {"short", ColumnKind::number},
      {"weight", ColumnKind::number},
      {"required", ColumnKind::number},
      {"firm", ColumnKind::share},
      {"expected", ColumnKind::share},
      {"best case", ColumnKind::share},
      {"short days", ColumnKind::number}};
  return by_heading;
}

io::WorkbookTable book_sheet(std::string name, Sheet sheet) {
  io::WorkbookTable table{std::move(name), {}, std::move(sheet.rows), false};
  for (std::string& heading : sheet.columns) {
    const auto kind = kinds().find(heading);
    table.columns.push_back({std::move(heading),
                             {},
                             kind == kinds().end() ? ColumnKind::text : kind->second,
                             {},
                             false});
  }
  return table;
}

// Shares of requirement-days, rounded down to thousandths: 1 is all of it.
Sheet fill_sheet(const Scenario& scenario, const judge::Verdict& verdict) {
  constexpr Wide permille = 1000;
  Sheet sheet{{"requirement",
               "activity",
               "capability",
               "priority",
               "required",
               "from",
               "until",
               "firm",
               "expected",
               "best case",
               "short days",
               "source"},
              {}};
  for (const Id<Requirement> id : scenario->requirements.ids()) {
    const Requirement& asked = scenario->requirements[id];
    if (!asked.quantity) continue;
    Wide all = 0, firm = 0, expected = 0, best = 0;
    for (const judge::Stretch& stretch : verdict.coverage[id]) {
      const Wide days = stretch.period.length().count();
      const auto part = [&](Amount amount) {
        return Wide{std::min(amount, stretch.required).count()} * days;
      };
      all += part(stretch.required);
      firm += part(stretch.firm);
      expected += part(stretch.expected);
      best += part(stretch.best);
    }
    const auto share = [&](Wide part) {
      return all == 0 ? std::string{} : decimal(part * permille / all, 3);
    };
    sheet.rows.push_back({asked.key,
                          scenario->activities[asked.activity].key,
                          scenario->capabilities[asked.capability].key,
                          scenario->priorities[asked.priority].key,
                          decimal(asked.quantity->count(), 3),
                          to_text(asked.period.from),
                          to_text(asked.period.until),
                          share(firm),
                          share(expected),
                          share(best),
                          decimal(judge::unmet_in(verdict.coverage[id]), 3),
                          asked.source});
  }
  return sheet;
}

// What would fill each shortfall, cheapest first.
Sheet asks_sheet(const report::PlanView& view) {
  const Scenario& scenario = *view.scenario;
  Sheet sheet{{"requirement", "from", "until", "short", "what would fill it", "asks", "fills"}, {}};
  for (std::size_t k = 0; k < view.ways_out.size(); ++k) {
    const explain::Shortfall& shortfall = view.shortfalls[k];
    for (const asks::Ask& ask : view.ways_out[k])
      sheet.rows.push_back({scenario->requirements[shortfall.requirement].key,
                            to_text(shortfall.period.from),
                            to_text(shortfall.period.until),
                            decimal(shortfall.unmet.count(), 3),
                            report::ask_words(scenario, ask),
                            report::asked_words(ask),
                            report::fill_words(shortfall, ask.fills)});
  }
  return sheet;
}

// Rows of the reader's own offers.
Sheet own_rows(Sheet sheet, const report::PlanView& view) {
  const auto column = std::ranges::find(sheet.columns, "offer") - sheet.columns.begin();
  std::erase_if(sheet.rows, [&](const std::vector<std::string>& row) {
    const auto offer = view.scenario->find_offer(row.at(static_cast<std::size_t>(column)));
    return !offer || !report::is_told(view, (*view.scenario)->offers[*offer].nation);
  });
  return sheet;
}

// Of tables that name a nation the rows of the reader; what is asked for; nothing else.
std::optional<DraftTable> own_table(const DraftTable& table, const std::string& nation) {
  constexpr std::array open_tables{"activities", "capabilities", "priorities", "requirements"};
  if (std::ranges::find(open_tables, table.schema->name) != open_tables.end()) return table;
  const auto& fields = table.schema->fields;
  const auto at = std::ranges::find(fields, "nation", &Field::name) - fields.begin();
  if (at == std::ssize(fields)) return std::nullopt;
  DraftTable own = table;
  std::erase_if(own.rows, [&](const DraftRow& row) {
    return row.cells[static_cast<std::size_t>(at)].text != nation;
  });
  return own;
}

// Lists to choose from name the rows of others.
io::WorkbookTable without_choices(io::WorkbookTable table) {
  for (io::WorkbookColumn& column : table.columns) column.choices.clear();
  return table;
}

}  // namespace

std::vector<io::WorkbookTable> plan_book(const KeptPlan& kept,
                                         const report::PlanView& view,
                                         const std::optional<ExportedMoment>& moment) {
  const Scenario& scenario = kept.situation->scenario;
  const Plan& plan = kept.parts.plan;
  const Draft& draft = kept.situation->draft;
  std::vector<io::WorkbookTable> book{
      book_sheet("plan fill", fill_sheet(scenario, kept.parts.verdict))};
  if (view.reader) {
    book.push_back(book_sheet("plan tours", own_rows(tours_sheet(scenario, plan), view)));
    book.push_back(book_sheet("plan deliveries", own_rows(deliveries_sheet(scenario, plan), view)));
  } else {
    book.push_back(book_sheet("plan tours", tours_sheet(scenario, plan)));
    book.push_back(book_sheet("plan deliveries", deliveries_sheet(scenario, plan)));
    book.push_back(book_sheet("plan shortfalls", shortfall_sheet(scenario, plan, view.shortfalls)));
    book.push_back(book_sheet("plan asks", asks_sheet(view)));
  }
  for (const DraftTable& table : draft.tables()) {
    if (table.rows.empty() || table.schema->primary_key.empty()) continue;
    if (!view.reader)
      book.push_back(data_sheet(table, draft));
    else if (const auto own = own_table(table, scenario->nations[*view.reader].key);
             own && !own->rows.empty())
      book.push_back(without_choices(data_sheet(*own, draft)));
  }
  if (moment) book.push_back(about_sheet(draft, book, moment));
  return book;
}

}  // namespace muster::app
