// SPDX-License-Identifier: Apache-2.0
#include "sheets/kiel_tracker.hpp"

#include <optional>
#include <string>
#include <utility>

#include "sheets/kiel/pledges.hpp"
#include "sheets/kiel/statements.hpp"
#include "sheets/kiel/sums.hpp"

namespace muster::sheets {
namespace {

// "… (covering January 24 to October 3, 2022)": the last day that it names.
std::optional<Day> release_of(const std::vector<Sheet>& book) {
  for (const Sheet& sheet : book)
    for (const SheetRow& row : sheet.rows)
      for (const std::string& cell : row.cells) {
        const auto covering = cell.find("covering ");
        const auto until = cell.find(" to ", covering);
        if (covering == std::string::npos || until == std::string::npos) continue;
        const auto end = cell.find(')', until);
        const auto written = written_day(cell.substr(until + 4, end - until - 4), {});
        if (written) return written->day;
      }
  return std::nullopt;
}

std::unexpected<Problems> refused(const std::vector<Sheet>& book, const std::string& what) {
  std::string names;
  for (const Sheet& sheet : book) names += (names.empty() ? "" : ", ") + sheet.name;
  return std::unexpected{
      Problems{{book.empty() ? std::string{} : book.front().file,
                0,
                {},
                what,
                "Maybe it is another workbook? It has the sheets " + names + "."}}};
}

}  // namespace

Result<Imported> take_kiel_tracker(const std::vector<Sheet>& book) {
  const auto release = release_of(book);
  if (!release) return refused(book, "no sheet says up to which day this release covers pledges");
  std::optional<kiel::Pledges> pledges;
  std::optional<kiel::PublishedSums> sums;
  std::string sheet_of_pledges;
  for (const Sheet& sheet : book) {
    if (!pledges && (pledges = kiel::read_pledges(sheet, *release))) sheet_of_pledges = sheet.name;
    if (!sums) sums = kiel::read_sums(sheet);
  }
  if (!pledges)
    return refused(book,
                   "no sheet has the pledges, with ID, countries, Announcement Date, Type of Aid "
                   "General, No. of Units and Converted Value in EUR");
  std::vector<Repair> rounded;
  Imported imported{std::move(pledges->takings), {}};
  imported.statements = kiel::statements_of(
      pledges->pledges, sums ? sums->sums : std::vector<kiel::PublishedSum>{}, *release, rounded);
  for (Repair& repair : rounded) {
    repair.sheet = sheet_of_pledges;
    imported.takings.repairs.push_back(std::move(repair));
  }
  if (sums) append(imported.takings, std::move(sums->takings));
  return imported;
}

}  // namespace muster::sheets
