// SPDX-License-Identifier: Apache-2.0
// One table of a book of Marathon is any bytes, the others are as they should be: it is taken or
// refused, no row is lost, and what is taken runs without breaking a law.
#include <array>
#include <cstdlib>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "io/csv.hpp"
#include "sheets/marathon.hpp"
#include "simulate/rotation.hpp"

namespace {

using namespace muster;

struct NamedTable {
  std::string_view name, text;
};
constexpr std::array<NamedTable, 9> tables{
    NamedTable{
        "PolicyRecords",
        "PolicyName,Template,MaxDwell,MinDwell,MaxBOG,StartDeployable,StopDeployable,Overlap,"
        "Recovery,Deltas\nA,AC12,1095,730,365,730,1095,45,0,{}\nB,RC14,1825,730,270,1460,1825,"
        "30,90,{}\n"},
    {"CompositePolicyRecords", "CompositeName,CompositionType,Period,Policy\nS,,One,A\nS,,Two,B\n"},
    {"PolicyDefs", "CompositeName,Composition\nT,\"{\"\"One\"\" \"\"A\"\"}\"\n"},
    {"PeriodRecords", "Name,FromDay,ToDay\nOne,1,300\nTwo,301,inf\n"},
    {"Parameters",
     "ParameterName,Value\nPreFill,1\nLastDayDefault,900\nDefaultACPolicy,S\nDefaultRCPolicy,B\n"},
    {"DemandRecords",
     "Enabled,Priority,Quantity,StartDay,Duration,SRC,SourceFirst,DemandGroup,Vignette,Operation,"
     "Category\nTRUE,1,2,1,500,X,Uniform,G,V,O,Rotational\nTRUE,2,1,200,300,X,AC,G,W,O,NonBOG\n"},
    {"SupplyRecords",
     "Enabled,Quantity,SRC,Component,CycleTime,Policy,Tags\nTRUE,3,X,AC,0,Auto,Auto\nTRUE,2,Y,RC,0,"
     "B,{}\n"},
    {"RelationRecords", "Enabled,Relation,Donor,Recepient,Cost\nTRUE,sub,Y,X,1\n"},
    {"GhostProportionsAggregate", "Enabled,SRC,AC,NG,RC\nTRUE,X,1,0,0\n"}};

sheets::Sheet sheet_of(std::string_view name, std::string_view text) {
  sheets::Sheet sheet;
  sheet.file = "book.xlsx";
  sheet.name = name;
  for (const io::CsvRow& row : io::read_csv(text, "book.csv").rows) {
    std::vector<std::string> cells;
    for (const io::CsvCell& cell : row.cells) cells.push_back(cell.text);
    sheet.rows.push_back({row.line, std::move(cells)});
  }
  return sheet;
}

// Runs that would only be long are left out.
bool is_small(const simulate::RotationBook& book) {
  constexpr std::int64_t most_units = 300, most_days = 3000;
  std::int64_t units = 0;
  for (const simulate::RotationUnits& row : book.units) units += row.quantity;
  return units <= most_units && book.last_day <= most_days;
}

void run(const simulate::RotationBook& book, simulate::Order order) {
  const simulate::RotationRun run = simulate::rotate(book, order);
  for (const simulate::RotationState& state : run.states) {
    const auto serving = std::accumulate(state.serving.begin(), state.serving.end(), 0);
    if (serving < 0 || serving > book.requirements[run.requirements[state.requirement]].quantity)
      std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
  std::vector<sheets::Sheet> book;
  for (std::size_t k = 0; k < tables.size(); ++k)
    book.push_back(sheet_of(tables[k].name, k == data[0] % tables.size() ? bytes : tables[k].text));
  const auto taken = sheets::take_marathon(book, size % 2 == 0);
  if (!taken) return 0;
  if (taken->takings.rows_read != taken->takings.rows_taken + taken->takings.rows_refused)
    std::abort();
  if (!check_schema(taken->draft).empty()) return 0;
  const auto read = simulate::rotation_book(taken->draft);
  if (!read || !is_small(*read)) return 0;
  run(*read, simulate::Order::documented);
  run(*read, simulate::Order::marathon);
  return 0;
}
