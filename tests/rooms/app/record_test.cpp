// SPDX-License-Identifier: Apache-2.0
#include "app/folder/record.hpp"

#include <gtest/gtest.h>

#include "app/folder/amount_text.hpp"

namespace muster::app {
namespace {

Record example() {
  Record record;
  record.version = "1.2.3";
  record.data_name = "example";
  record.counting = Counting::expected;
  record.grid = GridStep::week;
  record.goals.points = 5'000'000'000'000;
  record.goals.unmet = 5'001;
  record.bound = 4'000'000'000'000;
  record.gap = "0.2";
  record.measures = {{"person", 3'000, 1'500, 1'500}};
  record.stop = "effort_spent";
  record.files = {{"tours.csv", "00"}};
  return record;
}

TEST(Record, KeepsEveryGrid) {
  for (const GridStep step : {GridStep::day, GridStep::week, GridStep::month, GridStep::events}) {
    Record record = example();
    record.grid = step;
    const auto read = read_record(to_json(record));
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->grid, step);
  }
}

TEST(Record, KeepsTheTiersOfAStrictPlanAndKnowsNoneOfAnother) {
  EXPECT_EQ(to_json(example()).find("tiers"), std::string::npos);
  Record record = example();
  record.tiers = {{"unmet", {"high", "higher"}, 1'500, 1'250, "0.166667", {1}},
                  {"firmness", {}, 12, 0, "1", {3, 2}}};
  const std::string bytes = to_json(record);
  EXPECT_NE(bytes.find("\"value\": \"1.5\""), std::string::npos) << "in requirement-days";
  const auto read = read_record(bytes);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->tiers, record.tiers);
  EXPECT_EQ(to_json(*read), bytes);
}

TEST(Decimal, HasNoTrailingZeros) {
  EXPECT_EQ(decimal(0, 3), "0");
  EXPECT_EQ(decimal(1500, 3), "1.5");
  EXPECT_EQ(decimal(12'000, 3), "12");
  EXPECT_EQ(decimal(7, 3), "0.007");
  EXPECT_EQ(decimal(-1250, 3), "-1.25");
}

TEST(Gap, IsRoundedUp) {
  EXPECT_EQ(gap_text(0, 0), "0");
  EXPECT_EQ(gap_text(8, 8), "0");
  EXPECT_EQ(gap_text(8, 6), "0.25");
  EXPECT_EQ(gap_text(3, 2), "0.333334");
  EXPECT_EQ(gap_text(3'000'000'000, 2'999'999'999), "0.000001");
}

TEST(Record, ReadsBackWhatItWrote) {
  const std::string text = to_json(example());
  const Result<Record> read = read_record(text);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->goals.unmet, 5'001);
  EXPECT_EQ(read->measures, example().measures);
  EXPECT_EQ(to_json(*read), text);
}

TEST(Record, IsSealed) {
  const std::string text = to_json(example());
  EXPECT_TRUE(is_seal_whole(text));
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') continue;
    std::string changed = text;
    changed[i] = changed[i] == '9' ? '0' : static_cast<char>(changed[i] + 1);
    EXPECT_FALSE(is_seal_whole(changed)) << "digit at byte " << i;
  }
  EXPECT_FALSE(is_seal_whole(text + " "));
  EXPECT_FALSE(is_seal_whole("{}"));
  EXPECT_FALSE(is_seal_whole("no JSON"));
}

TEST(Record, RefusesWhatIsNoRecord) {
  EXPECT_FALSE(read_record("no JSON").has_value());
  EXPECT_FALSE(read_record("{}").has_value());
  EXPECT_FALSE(read_record(R"({"format": "muster-plan-0"})").has_value());
}

}  // namespace
}  // namespace muster::app
