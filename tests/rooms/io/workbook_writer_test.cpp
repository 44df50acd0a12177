// SPDX-License-Identifier: Apache-2.0
#include "io/workbook_writer.hpp"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "io/file.hpp"
#include "io/workbook.hpp"

// libxlsxwriter 1.1.4 forgets the formula of a list that stands on a sheet (some bytes for each).
extern "C" const char*
__lsan_default_suppressions() {  // NOLINT(*-reserved-identifier,*-identifier-naming)
  return "leak:libxlsxwriter";
}

namespace muster::io {
namespace {

using Rows = std::vector<std::vector<std::string>>;

class Written : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directory(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::filesystem::path file(const std::string& name) const { return folder_ / name; }

 private:
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path()
      / ("written-" + std::to_string(testing::UnitTest::GetInstance()->random_seed()) + "-"
         + testing::UnitTest::GetInstance()->current_test_info()->name());
};

std::vector<WorkbookTable> book() {
  WorkbookTable offers{"offers", {}, {}, false};
  offers.columns = {{"key", {}, ColumnKind::text, {}, true},
                    {"name", "What it is called.", ColumnKind::text, {}, false},
                    {"on", {}, ColumnKind::day, {}, false},
                    {"count", {}, ColumnKind::number, {}, false},
                    {"status", {}, ColumnKind::text, {"offered", "committed"}, false}};
  offers.rows = {{"a", "=1+1", "2024-05-01", "12.5", "offered"},
                 {"b", "two\nlines & <more> é", "when it is ready", "many", ""},
                 {"c", "007", "", "1000000000000", "committed"}};
  WorkbookTable about{"about", {{"name", {}, ColumnKind::text, {}, false}}, {{"x"}}, true};
  for (int i = 0; i < 100; ++i)
    about.columns.front().choices.push_back("a choice that is rather long, number "
                                            + std::to_string(i));
  return {offers, about};
}

TEST_F(Written, IsReadAsItWasWritten) {
  write_workbook(file("book.xlsx"), book());
  const Result<Workbook> read = read_workbook(file("book.xlsx"));
  ASSERT_TRUE(read);
  ASSERT_EQ(read->sheets.size(), 3U) << "offers, about, and the long list";
  EXPECT_EQ(read->sheets[0].name, "offers");
  Rows rows = book()[0].rows;
  rows.insert(rows.begin(), {"key", "name", "on", "count", "status"});
  rows[2].pop_back();  // empty cells behind the last one are left out
  EXPECT_EQ(read->sheets[0].rows, rows);
  EXPECT_EQ(read->sheets[2].rows.size(), 100U);
}

TEST_F(Written, SameTablesGiveTheSameBytes) {
  write_workbook(file("one.xlsx"), book());
  write_workbook(file("two.xlsx"), book());
  EXPECT_EQ(read_file(file("one.xlsx")), read_file(file("two.xlsx")));
}

TEST_F(Written, WhereItCannotBeWrittenNothingIsLeft) {
  EXPECT_THROW(write_workbook(file("missing") / "book.xlsx", book()),
               std::filesystem::filesystem_error);
  EXPECT_FALSE(std::filesystem::exists(file("missing")));
}

}  // namespace
}  // namespace muster::io
