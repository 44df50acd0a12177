// SPDX-License-Identifier: Apache-2.0
#include "sheets/marathon.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "sheets/marathon/taking.hpp"

namespace muster::sheets {
namespace {

constexpr std::array<std::string_view, 9> taken{"PolicyRecords",
                                                "CompositePolicyRecords",
                                                "PolicyDefs",
                                                "PeriodRecords",
                                                "Parameters",
                                                "DemandRecords",
                                                "SupplyRecords",
                                                "RelationRecords",
                                                "GhostProportionsAggregate"};
constexpr std::array<std::string_view, 4> needed{
    "PolicyRecords", "PeriodRecords", "DemandRecords", "SupplyRecords"};

bool has_sheet(const std::vector<Sheet>& book, std::string_view name) {
  return std::ranges::any_of(book,
                             [&](const Sheet& sheet) { return bare(sheet.name) == bare(name); });
}

Problems missing_sheets(const std::vector<Sheet>& book) {
  Problems problems;
  std::string names;
  for (const Sheet& sheet : book) names += (names.empty() ? "" : ", ") + sheet.name;
  for (const std::string_view name : needed)
    if (!has_sheet(book, name))
      problems.push_back({book.empty() ? std::string{} : book.front().file,
                          0,
                          {},
                          "there is no sheet " + std::string{name},
                          names.empty()
                              ? "Name the workbook, or a folder with a file for each table."
                              : "Maybe it is another book? It has the sheets " + names + "."});
  return problems;
}

// Sheets and rows that nothing is taken from are told too.
void note_other_sheets(marathon::Taking& taking) {
  for (const Sheet& sheet : taking.book)
    if (std::ranges::none_of(taken,
                             [&](std::string_view name) { return bare(name) == bare(sheet.name); }))
      taking.takings.repairs.push_back({sheet.name, 0, {}, {}, {}, "sheet_not_taken", false});
}

}  // namespace

Result<MarathonBook> take_marathon(const std::vector<Sheet>& book, bool keeps_repeated) {
  marathon::Taking taking{book, keeps_repeated, {}, {}, missing_sheets(book)};
  marathon::take_policies(taking);
  marathon::take_schedules(taking);
  marathon::take_periods(taking);
  marathon::take_requirements(taking);
  marathon::take_units(taking);
  marathon::take_settings(taking);
  marathon::take_proportions(taking);
  marathon::take_substitutions(taking);
  note_other_sheets(taking);
  if (!taking.problems.empty()) return std::unexpected{std::move(taking.problems)};
  return MarathonBook{std::move(taking.draft), std::move(taking.takings)};
}

}  // namespace muster::sheets
