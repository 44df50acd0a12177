// SPDX-License-Identifier: Apache-2.0
#include "io/csv.hpp"

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace muster::io {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows texts(const CsvText& csv) {
  Rows rows;
  for (const CsvRow& row : csv.rows) {
    rows.emplace_back();
    for (const CsvCell& cell : row.cells) rows.back().push_back(cell.text);
  }
  return rows;
}

CsvText read(std::string_view bytes) {
  return read_csv(bytes, "x.csv");
}

std::string utf16(std::u16string_view text, bool little, bool mark) {
  std::string bytes;
  const auto add = [&](char16_t unit) {
    const char low = static_cast<char>(unit & 0xFFU), high = static_cast<char>(unit >> 8U);
    bytes += little ? low : high;
    bytes += little ? high : low;
  };
  if (mark) add(0xFEFF);
  for (const char16_t unit : text) add(unit);
  return bytes;
}

const Rows two_by_two = {{"a", "b"}, {"1", "é😀"}};

TEST(Csv, KnowsTheLineAndCharacterOfEveryCell) {
  const CsvText csv = read("a,b\n\"é\nü\",x\nß,y\n");
  ASSERT_EQ(csv.rows.size(), 3U);
  EXPECT_EQ(csv.rows[1].line, 2U);
  EXPECT_EQ(csv.rows[1].last, 3U);
  EXPECT_EQ(csv.rows[1].cells[1].line, 3U);
  EXPECT_EQ(csv.rows[1].cells[1].column, 4U);
  EXPECT_EQ(csv.rows[2].line, 4U);
  EXPECT_EQ(csv.rows[2].cells[1].column, 3U);
  EXPECT_TRUE(csv.problems.empty());
}

TEST(Csv, ReadsEveryLineEndAndABom) {
  for (const std::string_view end : {"\n", "\r\n", "\r"}) {
    const std::string bytes =
        "\xEF\xBB\xBF"
        "a,b"
        + std::string{end} + "1,é😀" + std::string{end};
    EXPECT_EQ(texts(read(bytes)), two_by_two);
    EXPECT_EQ(read(bytes).rows[1].line, 2U);
  }
  EXPECT_EQ(texts(read("a,b\n1,é😀")), two_by_two) << "without an end of the last line";
}

TEST(Csv, RecognisesTheDelimiter) {
  EXPECT_EQ(texts(read("a;b\n1;é😀\n")), two_by_two);
  EXPECT_EQ(texts(read("a\tb\n1\té😀\n")), two_by_two);
  EXPECT_EQ(texts(read("sep=|\na|b\n1|é😀\n")), two_by_two);
  EXPECT_EQ(read("\"a;b;c\",d\n").delimiter, ',');
}

TEST(Csv, ReadsUtf16OfEitherOrderWithAndWithoutMark) {
  for (const bool little : {true, false}) {
    for (const bool mark : {true, false}) {
      const CsvText csv = read(utf16(u"a,b\n1,é😀\n", little, mark));
      EXPECT_EQ(texts(csv), two_by_two) << little << mark;
      EXPECT_TRUE(csv.problems.empty());
    }
  }
  const CsvText broken = read(utf16(u"a,b\n1,\xD800x\n", true, true));
  ASSERT_EQ(broken.problems.size(), 1U);
  EXPECT_EQ(broken.problems[0].what, "the file is UTF-16, and broken at character 3");
}

TEST(Csv, RefusesWindows1252ByName) {
  const CsvText csv = read("a,b\n1,\x80 caf\xE9\n");
  ASSERT_EQ(csv.problems.size(), 1U);
  EXPECT_EQ(csv.problems[0].line, 2U);
  EXPECT_EQ(
      csv.problems[0].what,
      "byte 0x80 at character 3 is not UTF-8; the file is probably Windows-1252, where it is €");
  EXPECT_EQ(csv.rows[1].cells[1].text, "€ café") << "so that the rest can be checked";
}

TEST(Csv, LeavesEmptyLinesOut) {
  EXPECT_EQ(texts(read("\n\na,b\n\n,\n1,é😀\n\n")), two_by_two);
  EXPECT_EQ(read("\n\na,b\n\n,\n1,2\n").rows[1].line, 6U);
  EXPECT_TRUE(read("").rows.empty());
}

TEST(Csv, SaysWhereQuotesAreWrong) {
  const CsvText stray = read("a,b\n1,x \"y\" z\n");
  ASSERT_EQ(stray.problems.size(), 1U);
  EXPECT_EQ(stray.problems[0].what,
            "a quote inside a cell at character 5 that did not begin with one");
  const CsvText after = read("a,b\n\"1\" 2,x\n");
  ASSERT_EQ(after.problems.size(), 1U);
  EXPECT_EQ(after.problems[0].what, "text after a closing quote at character 4");
  const CsvText open = read("a,b\n1,\"x\n2,y\n");
  ASSERT_EQ(open.problems.size(), 1U);
  EXPECT_EQ(open.problems[0].line, 2U);
  EXPECT_EQ(open.problems[0].what, "the quote opened at character 3 is never closed");
  EXPECT_FALSE(open.whole);
  EXPECT_EQ(texts(open), (Rows{{"a", "b"}, {"1", "x"}, {"2", "y"}}));
}

TEST(Csv, WritesQuotesOnlyWhereNeeded) {
  EXPECT_EQ(write_csv({{"a", "b,c", "d\"e", "f\ng", " h", "=1", ""}}),
            "a,\"b,c\",\"d\"\"e\",\"f\ng\",\" h\",=1,\n");
}

// Cells of letters that mean something to a reader, and of others.
std::string random_text(std::mt19937_64& random) {
  static const std::vector<std::string> letters = {"\"",
                                                   ",",
                                                   ";",
                                                   "\t",
                                                   "\n",
                                                   "\r",
                                                   "\r\n",
                                                   " ",
                                                   "=",
                                                   "+",
                                                   "'",
                                                   "é",
                                                   "😀",
                                                   "a",
                                                   "7",
                                                   "\uFEFF",
                                                   "sep="};
  std::string text;
  for (auto n = random() % 6; n > 0; --n) text += letters[random() % letters.size()];
  return text;
}

TEST(CsvProperty, WhatIsWrittenIsReadAgain) {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random{seed};
    Rows rows = {{"first", "second", "third"}};
    for (auto n = random() % 8; n > 0; --n) {
      rows.push_back({"k" + random_text(random), random_text(random), random_text(random)});
    }
    const std::string bytes = write_csv(rows);
    const CsvText csv = read(bytes);
    EXPECT_TRUE(csv.problems.empty());
    EXPECT_EQ(texts(csv), rows);
    EXPECT_EQ(write_csv(texts(csv)), bytes);
  }
}

// Whatever the bytes, the reader ends, every place lies inside the file, and what it made of them
// can be written and read again without a problem.
void expect_sound(const std::string& bytes) {
  const CsvText csv = read(bytes);
  for (const CsvRow& row : csv.rows) {
    ASSERT_LE(row.line, row.last);
    ASSERT_LE(row.last, bytes.size() + 1);
  }
  EXPECT_TRUE(read(write_csv(texts(csv))).problems.empty());
  Rows shown;
  const CsvText walked = read_csv(bytes, "x.csv", [&](const CsvRow& row) {
    shown.emplace_back();
    for (const CsvCell& cell : row.cells) shown.back().push_back(cell.text);
  });
  EXPECT_TRUE(walked.rows.empty());
  EXPECT_EQ(shown, texts(csv));
  EXPECT_EQ(walked.problems, csv.problems);
  EXPECT_EQ(walked.whole, csv.whole);
}

TEST(CsvProperty, NoBytesBreakTheReader) {
  const std::vector<std::string> corpus = {"a,b\n1,2\n",
                                           "\xEF\xBB\xBF"
                                           "a;b\r\n\"x\"\"y\";z\r\n",
                                           utf16(u"a,b\n1,é😀\n", true, true),
                                           utf16(u"a\tb\n\"1\n\",2\n", false, false),
                                           "\"\"\"",
                                           "sep=;\na;b",
                                           std::string(8, '\0'),
                                           "\xFF\xFE\n"};
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random{seed};
    std::string bytes = corpus[random() % corpus.size()];
    for (auto n = random() % 8; n > 0; --n) {
      static constexpr std::string_view sharp = "\"\",;\t\r\n\xFF\xFE\xEF\xBB\xC3\xE9\x80";
      const char letter =
          random() % 2 == 0 ? sharp[random() % sharp.size()] : static_cast<char>(random());
      bytes.insert(random() % (bytes.size() + 1), 1, letter);
      if (random() % 3 == 0) bytes.erase(random() % bytes.size(), 1);
    }
    expect_sound(bytes);
  }
}

}  // namespace
}  // namespace muster::io
