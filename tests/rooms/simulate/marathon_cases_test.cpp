// SPDX-License-Identifier: Apache-2.0
// What Marathon answered (its deployments, its trends, its experiments), reproduced row for row.
// The cases lie beside the repository; without them these tests skip.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "io/csv.hpp"
#include "io/file.hpp"
#include "io/workbook.hpp"
#include "sheets/marathon.hpp"
#include "simulate/rotation.hpp"
#include "simulate/rotation_studies.hpp"

namespace muster::simulate {
namespace {

const std::filesystem::path cases = std::filesystem::path{MUSTER_ROOT} / "../shared/marathon";

std::vector<sheets::Sheet> sheets_of_book(const std::filesystem::path& file) {
  std::vector<sheets::Sheet> all;
  auto book = io::read_workbook(file);
  if (!book) return all;
  for (io::WorkbookSheet& read : book->sheets) {
    sheets::Sheet sheet{file.filename().string(), read.name, {}, {}, book->day_zero};
    std::uint32_t line = 0;
    for (auto& cells : read.rows)
      if (++line; !cells.empty()) sheet.rows.push_back({line, cells});
    all.push_back(std::move(sheet));
  }
  return all;
}

std::vector<sheets::Sheet> sheets_of_folder(const std::filesystem::path& folder) {
  std::vector<sheets::Sheet> all;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    sheets::Sheet sheet;
    sheet.file = file.path().filename().string();
    sheet.name = file.path().stem().string();
    for (const io::CsvRow& read : io::read_csv(io::read_file(file.path()), sheet.file).rows) {
      std::vector<std::string> cells;
      for (const io::CsvCell& cell : read.cells) cells.push_back(cell.text);
      sheet.rows.push_back({read.line, cells});
    }
    all.push_back(std::move(sheet));
  }
  return all;
}

RotationBook book_of(const std::string& name) {
  const std::filesystem::path file = cases / "input" / name;
  const auto sheets =
      std::filesystem::is_directory(file) ? sheets_of_folder(file) : sheets_of_book(file);
  const auto taken = sheets::take_marathon(sheets, false);
  EXPECT_TRUE(taken) << name << ": " << (taken ? "" : taken.error().front().what);
  if (!taken) return {};
  const Problems problems = check_schema(taken->draft);
  for (const Problem& problem : problems)
    ADD_FAILURE() << problem.file << ":" << problem.line << " " << problem.column << " "
                  << problem.what;
  auto book = rotation_book(taken->draft);
  EXPECT_TRUE(book) << name << ": " << (book ? "" : book.error().front().what);
  return book ? *std::move(book) : RotationBook{};
}

std::vector<std::vector<std::string>> lines_of(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    std::vector<std::string> cells(1);
    for (const char letter : line)
      if (letter == '\t')
        cells.emplace_back();
      else
        cells.back() += letter;
    rows.push_back(std::move(cells));
  }
  return rows;
}

class Cases : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(cases))
      GTEST_SKIP() << "no cases of Marathon beside the repository";
  }
};

struct Column {
  explicit Column(const std::vector<std::vector<std::string>>& table) : heading{table.front()} {}
  std::size_t operator[](const std::string& name) const {
    return static_cast<std::size_t>(std::ranges::find(heading, name) - heading.begin());
  }
  const std::vector<std::string>& heading;
};

// A row of an experiment in the columns of Marathon's results.
std::vector<std::string> told(const DesignResult& result,
                              const Phase& phase,
                              const PhaseCounts& counts) {
  std::vector<std::string> row{
      std::to_string(result.design.seed), result.design.capability, phase.name};
  const auto add = [&](const Studied& values) {
    for (const std::int64_t value : values) row.push_back(std::to_string(value));
  };
  add(counts.fill);
  add(counts.overlap);
  row.push_back(std::to_string(counts.required));
  add(counts.deployable);
  add(counts.not_ready);
  add(counts.total);
  add(result.supply);
  return row;
}

// Every run that is told, with its own seed.
void expect_experiments(const RotationBook& book,
                        const SupplyVariation& variation,
                        const std::string& file) {
  const auto table = lines_of(io::read_file(cases / "output/experiments" / file));
  const Column column{table};
  std::size_t wrong = 0;
  for (std::size_t r = 1; r < table.size(); r += variation.phases.size()) {
    const auto& first = table[r];
    const SupplyDesign design{first[column["SRC"]],
                              std::stoi(first[column["AC"]]),
                              std::stoi(first[column["RC"]]),
                              std::stoll(first[column["rep-seed"]])};
    const DesignResult result = run_design(book, variation, design, Order::marathon);
    for (std::size_t p = 0; p < variation.phases.size(); ++p) {
      const auto row = told(result, variation.phases[p], result.phases[p]);
      if (row == table[r + p]) continue;
      if (++wrong > 5) continue;
      std::string ours, theirs;
      for (const auto& cell : row) ours += cell + " ";
      for (const auto& cell : table[r + p]) theirs += cell + " ";
      ADD_FAILURE() << "ours:   " << ours << "\ntheirs: " << theirs;
    }
  }
  EXPECT_EQ(wrong, 0U) << "of " << table.size() - 1;
}

TEST_F(Cases, PublishedExperimentsAreReproduced) {
  RotationBook book = book_of("runamc-testdata.xlsx");
  SupplyVariation variation;
  variation.phases = {{"comp", 1, 821}, {"phase-1", 822, 967}};
  expect_experiments(book, variation, "runamc_results_upstream.txt");
}

TEST_F(Cases, ExperimentsWithReservesHeldAtHomeAreReproduced) {
  const RotationBook book = book_of("m4_book_AP.xlsx");
  SupplyVariation variation;
  variation.lengths = {{"AC", 960}, {"RC", 2010}, {"NG", 2010}};
  variation.phases = {{"comp1", 1, 1334},
                      {"phase1", 1335, 1380},
                      {"phase2", 1381, 1425},
                      {"phase3", 1426, 1535},
                      {"phase4", 1536, 2315},
                      {"comp2", 2316, 3650}};
  expect_experiments(book, variation, "AP_16srcs_reps1_seed42.txt");
}

TEST_F(Cases, RequirementsAreReproduced) {
  const RotationBook book = book_of("runamc-testdata.xlsx");
  for (const auto& [tolerated, file] :
       {std::pair{0, "runamc_bound0.txt"}, std::pair{90, "runamc_bound90.txt"}}) {
    const auto table = lines_of(io::read_file(cases / "output/requirements" / file));
    const Column column{table};
    std::set<std::string> ours, theirs;
    for (std::size_t r = 1; r < table.size(); ++r)
      if (table[r].size() > 4)
        theirs.insert(table[r][column["SRC"]] + " " + table[r][column["Component"]] + " "
                      + table[r][column["Quantity"]]);
    for (const LeastSupply& found : least_supply(book, tolerated, Order::marathon, {}))
      for (const LeastSupply::Part& part : found.parts)
        ours.insert(found.capability + " " + part.component + " " + std::to_string(part.needs));
    for (const auto& row : theirs) EXPECT_TRUE(ours.contains(row)) << file << " theirs: " << row;
    for (const auto& row : ours) EXPECT_TRUE(theirs.contains(row)) << file << " ours: " << row;
  }
}

}  // namespace
}  // namespace muster::simulate
