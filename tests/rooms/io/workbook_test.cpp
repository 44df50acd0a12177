// SPDX-License-Identifier: Apache-2.0
#include "io/workbook.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "io/file.hpp"

namespace muster::io {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string bytes_of(const std::string& name) {
  return read_file(std::string{MUSTER_ROOT} + "/tests/data/workbooks/" + name);
}

Workbook read(const std::string& name) {
  const Result<Workbook> book = read_workbook(bytes_of(name), name);
  if (!book) throw std::runtime_error{book.error().front().what};
  return *book;
}

TEST(Workbook, CellsOfEveryKindBecomeTexts) {
  const Workbook book = read("kinds.xlsx");
  ASSERT_EQ(book.sheets.size(), 2U);
  EXPECT_EQ(book.sheets[0].name, "Kinds of cells");
  EXPECT_EQ(book.sheets[0].rows,
            (Rows{{"Nation", "Role 2 medical", "", "Überblick & <mehr>"},
                  {},
                  {"2022-03-01",
                   "2022-03-01T12:00:00",
                   "1234.5",
                   "06:00:00",
                   "1000000000000000000000",
                   "0.053347630855840766"},
                  {"true", "written here", "#N/A", "Nations", "2"}}));
}

TEST(Workbook, MergedCellsAreTold) {
  EXPECT_EQ(read("kinds.xlsx").sheets[0].merged, (std::vector<MergedCells>{{0, 0, 1, 0}}));
}

// Some readers take the number of a shared formula for that of its sheet, and stop at arrays.
TEST(Workbook, ValuesOfSharedFormulasStayOnTheirSheet) {
  EXPECT_EQ(read("kinds.xlsx").sheets[1].rows,
            (Rows{{"5", "10"}, {"6", "12"}, {"7", "14"}, {"36"}}));
}

TEST(Workbook, DaysOfBooksFrom1904AreFourYearsLater) {
  const Workbook book = read("from-1904.xlsx");
  EXPECT_EQ(to_text(book.day_zero), "1904-01-01");
  EXPECT_EQ(book.sheets[0].rows[2][0], "2026-03-02");
}

TEST(Workbook, OdsIsReadAsXlsxIs) {
  const Workbook book = read("offers.ods");
  ASSERT_EQ(book.sheets.size(), 1U);
  EXPECT_EQ(book.sheets[0].name, "Offers");
  EXPECT_EQ(book.sheets[0].rows, (Rows{{"Nation", "From"}, {"Netherlands", "2022-03-01", "12.5"}}));
}

TEST(Workbook, WhatIsNoWorkbookIsRefusedWithAdvice) {
  for (const std::string& bytes : {std::string{"offer,nation\n"},
                                   std::string{"\xD0\xCF\x11\xE0 old"},
                                   std::string{"PK\x03\x04"}}) {
    const Result<Workbook> book = read_workbook(bytes, "x.xlsx");
    ASSERT_FALSE(book);
    EXPECT_EQ(book.error().front().file, "x.xlsx");
    EXPECT_FALSE(book.error().front().what.empty());
    EXPECT_FALSE(book.error().front().advice.empty());
  }
}

TEST(Workbook, CutShortAndChangedBytesNeverCrash) {
  for (const std::string name : {"kinds.xlsx", "offers.ods"}) {
    const std::string whole = bytes_of(name);
    std::mt19937 random{1};
    for (int round = 0; round < 400; ++round) {
      std::string bytes = whole;
      if (round % 4 == 0) bytes.resize(random() % bytes.size());
      for (int change = 0; change < 3 && !bytes.empty(); ++change)
        bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
      static_cast<void>(read_workbook(bytes, name));
    }
  }
}

}  // namespace
}  // namespace muster::io
