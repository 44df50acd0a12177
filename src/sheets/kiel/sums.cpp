// SPDX-License-Identifier: Apache-2.0
#include "sheets/kiel/sums.hpp"

#include <array>
#include <utility>

#include "sheets/kiel/pledges.hpp"
#include "sheets/nations.hpp"

namespace muster::sheets::kiel {
namespace {

enum Column : std::size_t { country, financial, humanitarian, military };
constexpr std::array<std::pair<std::size_t, const char*>, 3> kinds{
    {{financial, "financial"}, {humanitarian, "humanitarian"}, {military, "military"}}};
constexpr int billion = 9;  // zeros

const std::vector<Meaning>& meanings() {
  static const std::vector<Meaning> all{{"Country", {}, true},
                                        {"Financial commitments", {}, true},
                                        {"Humanitarian commitments", {}, true},
                                        {"Military commitments", {}, true}};
  return all;
}

bool is_blank(const Reading& reading, const SheetRow& row) {
  return reading.cell(row, country).empty() && reading.cell(row, military).empty();
}

}  // namespace

std::optional<PublishedSums> read_sums(const Sheet& sheet) {
  auto headings = find_headings(sheet, meanings());
  if (!headings) return std::nullopt;
  Reading reading{sheet, *std::move(headings), {}};
  PublishedSums found;
  bool is_total = false;
  for (std::size_t r = reading.first_row(); r < sheet.rows.size() && !is_total; ++r) {
    const SheetRow& row = sheet.rows[r];
    if (is_blank(reading, row)) continue;
    reading.begin(row);
    const std::string name = reading.text(row, country);
    is_total = folded(name) == "total";
    const auto nation = is_total ? std::optional<std::string>{""} : donor_called(name);
    if (!nation) {
      reading.refuse(
          row, reading.heading(country), name, name.empty() ? "row_of_units" : "unknown_nation");
      continue;
    }
    for (const auto& [column, kind] : kinds)
      if (const auto eur = reading.amount(row, column, billion))
        found.sums.push_back({row.line, *nation, kind, *eur});
    reading.take(row);
  }
  found.takings = std::move(reading).takings();
  return found;
}

}  // namespace muster::sheets::kiel
