// SPDX-License-Identifier: Apache-2.0
#include "io/package.hpp"

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

namespace muster::io {
namespace {

namespace fs = std::filesystem;

// A folder of its own for every test, removed afterwards.
class Package : public testing::Test {
 protected:
  Package() : folder{fs::temp_directory_path() / ("muster-package-" + std::to_string(::getpid()))} {
    fs::remove_all(folder);
    fs::create_directories(folder);
  }
  ~Package() override { fs::remove_all(folder); }

  void write(const std::string& file, std::string_view text) const {
    write_file(folder / file, text);
  }
  void write_small() const {
    write("datapackage.json", R"({"name": "small", "resources": [
      {"name": "nations", "path": "nations.csv"}]})");
    write("nations.csv", "name,nation\nNetherlands,NLD\n");
  }
  [[nodiscard]] std::vector<std::string> problems() const {
    std::vector<std::string> lines;
    const auto draft = read_package(folder);
    if (draft) return lines;
    for (const Problem& p : draft.error()) {
      lines.push_back(p.file + ":" + std::to_string(p.line) + ":" + p.column + ": " + p.what + "|"
                      + p.advice);
    }
    return lines;
  }

  fs::path folder;
};

using Lines = std::vector<std::string>;

std::vector<std::vector<std::string>> texts(const DraftTable& table) {
  std::vector<std::vector<std::string>> rows;
  for (const DraftRow& row : table.rows) {
    rows.emplace_back();
    for (const Cell& cell : row.cells) rows.back().push_back(cell.text);
  }
  return rows;
}

void expect_same(const Draft& a, const Draft& b) {
  EXPECT_EQ(a.name, b.name);
  EXPECT_EQ(a.title, b.title);
  EXPECT_EQ(a.as_of, b.as_of);
  EXPECT_EQ(a.horizon, b.horizon);
  for (std::size_t i = 0; i < a.tables().size(); ++i)
    EXPECT_EQ(texts(a.tables()[i]), texts(b.tables()[i]));
}

void expect_same_files(const Draft& a, const Draft& b) {
  const auto left = normal_files(a), right = normal_files(b);
  ASSERT_EQ(left.size(), right.size());
  for (std::size_t i = 0; i < left.size(); ++i) {
    EXPECT_EQ(left[i].path, right[i].path);
    EXPECT_EQ(left[i].text, right[i].text);
  }
}

TEST_F(Package, OfTheLetterIsTheSameAfterWritingAndReading) {
  const auto draft = read_package(MUSTER_ROOT "/data/dmm-2023-10");
  ASSERT_TRUE(draft.has_value());
  write_package(*draft, folder);
  const auto again = read_package(folder);
  ASSERT_TRUE(again.has_value());
  expect_same(*draft, *again);
  expect_same_files(*draft, *again);
  EXPECT_EQ(data_digest(*draft), data_digest(*again));
  EXPECT_EQ(read_file(folder / "schema/offers.json"), schema_text("offers"));
}

TEST_F(Package, OfAnyTextIsTheSameAfterWritingAndReading) {
  static const Lines letters = {"\"", ",", ";", "\n", "\r", " ", "=", "@", "é", "😀", "a", "0"};
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random{seed};
    const auto text = [&] {
      std::string out;
      for (auto n = random() % 5; n > 0; --n) out += letters[random() % letters.size()];
      return out;
    };
    Draft draft;
    draft.name = "any";
    draft.title = text();
    for (auto n = 1 + random() % 5; n > 0; --n) {
      draft.add("nations", {{"nation", "N" + text()}, {"name", text()}, {"note", text()}});
      draft.add("places", {{"place", "p" + text()}, {"latitude", text()}});
    }
    const fs::path target = folder / std::to_string(seed);
    write_package(draft, target);
    const Reading reading = read_text(target);
    EXPECT_TRUE(reading.problems.empty());
    expect_same(draft, reading.draft);
    expect_same_files(draft, reading.draft);
  }
}

TEST_F(Package, IsOnlyWrittenWhereNothingIs) {
  write("mine.txt", "keep");
  EXPECT_THROW(write_package(Draft{}, folder), fs::filesystem_error);
  EXPECT_EQ(read_file(folder / "mine.txt"), "keep");
  Lines left;
  for (const auto& entry : fs::directory_iterator{folder})
    left.push_back(entry.path().filename().string());
  EXPECT_EQ(left, Lines{"mine.txt"});
}

TEST_F(Package, MayHaveItsColumnsInAnyOrder) {
  write_small();
  const auto draft = read_package(folder);
  ASSERT_TRUE(draft.has_value());
  const DraftRow& row = draft->table("nations").rows.at(0);
  EXPECT_EQ(row.cells[0].text, "NLD");
  EXPECT_EQ(row.cells[0].line, 2U);
  EXPECT_EQ(row.cells[0].column, 13U);
}

TEST_F(Package, SaysWhereItsJsonIsBroken) {
  write_small();
  write("datapackage.json", "{\n  \"name\": \"small\",\n  \"resources\": [,]\n}\n");
  EXPECT_EQ(problems(),
            (Lines{"datapackage.json:3:: this is not JSON from here on|Look for a missing or "
                   "surplus comma, quote or bracket."}));
}

TEST_F(Package, SaysOnWhichLineItsDescriptionIsWrong) {
  write_small();
  write("datapackage.json", R"({
  "name": "Not A Name",
  "muster": {"as_of": "25-10-2023",
             "horizon": 2025},
  "resources": [
    {"name": "nations",
     "path": "../nations.csv"},
    {"name": "nations", "path": "nation.csv"}
  ]
})");
  EXPECT_EQ(
      problems(),
      (Lines{
          "datapackage.json:2:name: \"Not A Name\" is not a name of a data package|Names hold "
          "lower-case letters, digits, dots, underscores and hyphens.",
          "datapackage.json:3:muster.as_of: \"25-10-2023\" is not a date|Dates are written "
          "year-month-day.",
          "datapackage.json:4:muster.horizon: \"horizon\" is not a text|",
          "datapackage.json:7:resources[0].path: \"../nations.csv\" is not a file inside the "
          "folder|",
          "nation.csv:0:: the file is missing, and datapackage.json names it|Maybe nations.csv?",
          "nations.csv:0:: the file is not read: it is no resource of datapackage.json|Add it to "
          "the resources."}));
}

TEST_F(Package, StatesItsClock) {
  write_small();
  write("datapackage.json", R"({"name": "small", "muster": {"clock": "minute"}, "resources": [
      {"name": "nations", "path": "nations.csv"}]})");
  const auto draft = read_package(folder);
  ASSERT_TRUE(draft.has_value());
  EXPECT_EQ(draft->clock, "minute");
  const std::vector<NamedText> files = normal_files(*draft);
  const auto descriptor = std::ranges::find(files, "datapackage.json", &NamedText::path);
  ASSERT_NE(descriptor, files.end());
  EXPECT_NE(descriptor->text.find("\"clock\": \"minute\""), std::string::npos);
}

TEST_F(Package, WithAClockThatIsNone) {
  write_small();
  write("datapackage.json", R"({"name": "small", "muster": {"clock": "minutes"}, "resources": [
      {"name": "nations", "path": "nations.csv"}]})");
  EXPECT_EQ(problems(),
            (Lines{"datapackage.json:1:muster.clock: \"minutes\" is not a clock|Maybe minute?"}));
}

TEST_F(Package, AnOverlayStatesNoClock) {
  const fs::path over = folder / "more";
  fs::create_directory(over);
  write_file(over / "datapackage.json", R"({"name": "more", "muster": {"clock": "minute"}})");
  const auto overlay = read_overlay(over);
  ASSERT_FALSE(overlay.has_value());
  EXPECT_EQ(overlay.error()[0].what, "an overlay states no clock");
}

TEST_F(Package, WithoutADescriptionIsReadByItsFileNames) {
  write("nations.csv", "nation,name\nnld,Netherlands\n");
  const Lines found = problems();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0],
            "datapackage.json:0:: the file is missing: it makes a folder a data package|");
  EXPECT_TRUE(found[1].starts_with("nations.csv:2:nation: \"nld\" does not have the form"))
      << found[1];
}

TEST_F(Package, ThatIsNotThereIsTheWorldsFault) {
  EXPECT_THROW((void)read_package(folder / "nowhere"), fs::filesystem_error);
}

TEST_F(Package, OverlaysAddChangeAndRemove) {
  write_small();
  const auto draft = read_package(folder);
  const fs::path over = folder / "more";
  fs::create_directory(over);
  write_file(over / "nations.csv",
             "_op,nation,name,note\n,DEU,Germany,\nchange,NLD,The "
             "Netherlands,\n,NLD,Nederland,own\nadd,BEL,"
             "Belgium,\nremove,DEU,,\n");
  const auto overlay = read_overlay(over);
  ASSERT_TRUE(overlay.has_value());
  EXPECT_EQ(overlay->name, "more");
  const auto result = apply(*draft, *overlay);
  ASSERT_TRUE(result.has_value());
  const auto rows = texts(result->table("nations"));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0][1], "Nederland");
  EXPECT_EQ(rows[0].back(), "own");
  EXPECT_EQ(rows[1][0], "BEL");
}

TEST_F(Package, OverlaysSayWhatTheyCannotDo) {
  write_small();
  const fs::path over = folder / "more";
  fs::create_directory(over);
  write_file(over / "nations.csv", "_op,nation,name\nadds,BEL,Belgium\n");
  const auto wrong = read_overlay(over);
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error()[0],
            (Problem{"more/nations.csv",
                     2,
                     "_op",
                     "\"adds\" is not an allowed value",
                     "Maybe add? Allowed: add, change, remove."}));
  write_file(over / "nations.csv", "_op,nation,name\nchange,NLA,x\nadd,NLD,y\nremove,USA,\n");
  const auto result = apply(*read_package(folder), *read_overlay(over));
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(
      result.error(),
      (Problems{
          {"more/nations.csv", 2, "nation", "\"NLA\" is not in nations to change", "Maybe NLD?"},
          {"more/nations.csv",
           3,
           "nation",
           "\"NLD\" is already in nations",
           "Write change under _op to change it."},
          {"more/nations.csv", 4, "nation", "\"USA\" is not in nations to remove", ""}}));
}

// Every file of a package, cut and stirred: problems or a draft, never anything else.
TEST_F(Package, OfAnyBytesIsReadOrRefused) {
  const std::vector<NamedText> files = normal_files(*read_package(MUSTER_ROOT "/data/dmm-2023-10"));
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random{seed};
    for (NamedText file : files) {
      for (auto n = random() % 4; n > 0; --n) {
        const auto at = random() % file.text.size();
        file.text[at] =
            random() % 2 == 0 ? "\",\n;[]{}\xE9"[random() % 9] : static_cast<char>(random());
      }
      write(file.path, file.text);
    }
    (void)problems();
  }
}

}  // namespace
}  // namespace muster::io
