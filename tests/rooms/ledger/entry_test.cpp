// SPDX-License-Identifier: Apache-2.0
#include "ledger/entry.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

namespace muster::ledger {
namespace {

std::vector<StatedCell> read(std::string_view json) {
  std::vector<StatedCell> cells;
  read_cells(json, cells);
  return cells;
}

TEST(Cells, WrittenAndReadAreTheSame) {
  const std::vector<StatedCell> cells{{"name", "a \"quoted\" name"}, {"note", "two\nlines \\ é"}};
  EXPECT_EQ(read(to_json(cells)), cells);
  EXPECT_EQ(read("{}"), std::vector<StatedCell>{});
}

// Found by libFuzzer: they were read as they are, and then could not be written, by an exception
// that nobody expected.
TEST(Cells, ControlCharactersThatAreNotEscapedAreRefused) {
  EXPECT_THROW(static_cast<void>(read("{\"name\":\"\x01\xff\"}")), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(read("{\"name\":\"two\nlines\"}")), std::invalid_argument);
}

// Found by libFuzzer: which of the two counted was left to chance.
TEST(Cells, AColumnThatIsStatedTwiceIsRefused) {
  EXPECT_THROW(static_cast<void>(read(R"({"name":"a","name":"b"})")), std::invalid_argument);
}

}  // namespace
}  // namespace muster::ledger
