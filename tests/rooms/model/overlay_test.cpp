// SPDX-License-Identifier: Apache-2.0
// Overlays that name a row more than once, and many rows. (What overlays say of places and hints:
// tests/rooms/io.)
#include <string>

#include <gtest/gtest.h>

#include "model/draft.hpp"

namespace muster {
namespace {

class Overlay {
 public:
  Overlay() {
    overlay_.operations.resize(overlay_.rows.tables().size());
    overlay_.stated.resize(overlay_.rows.tables().size());
  }
  Overlay& put(Operation operation, const std::string& nation, const std::string& name) {
    DraftTable& table = overlay_.rows.table("nations");
    const auto place = static_cast<std::size_t>(&table - overlay_.rows.tables().data());
    overlay_.rows.add("nations", {{"nation", nation}, {"name", name}});
    overlay_.operations[place].push_back(operation);
    overlay_.stated[place].emplace_back(table.schema->fields.size(), true);
    return *this;
  }
  [[nodiscard]] Result<Draft> on(const Draft& draft) const { return apply(draft, overlay_); }

 private:
  DraftOverlay overlay_;
};

Draft draft_of(std::initializer_list<const char*> nations) {
  Draft draft;
  for (const char* nation : nations)
    draft.add("nations", {{"nation", nation}, {"name", std::string{nation} + " before"}});
  return draft;
}

std::string nations_of(const Draft& draft) {
  std::string text;
  for (const DraftRow& row : draft.table("nations").rows)
    text += row.cells[0].text + "=" + row.cells[1].text + "; ";
  return text;
}

TEST(Overlay, EachRowActsOnWhatThoseBeforeItHaveLeft) {
  const auto after = Overlay{}
                         .put(Operation::remove, "B", "")
                         .put(Operation::add, "D", "new")
                         .put(Operation::change, "D", "changed")
                         .put(Operation::add, "B", "again")
                         .put(Operation::put, "A", "put")
                         .put(Operation::put, "E", "put")
                         .put(Operation::remove, "E", "")
                         .on(draft_of({"A", "B", "C"}));
  ASSERT_TRUE(after);
  EXPECT_EQ(nations_of(*after), "A=put; C=C before; D=changed; B=again; ");
}

TEST(Overlay, WhatIsRemovedIsThereNoMore) {
  const auto after = Overlay{}
                         .put(Operation::remove, "B", "")
                         .put(Operation::change, "B", "x")
                         .put(Operation::add, "A", "x")
                         .on(draft_of({"A", "B"}));
  ASSERT_FALSE(after);
  ASSERT_EQ(after.error().size(), 2U);
  EXPECT_EQ(after.error()[0].what, "\"B\" is not in nations to change");
  EXPECT_EQ(after.error()[1].what, "\"A\" is already in nations");
}

// In a moment: each row was once looked for among all others.
TEST(Overlay, MayHaveManyRows) {
  constexpr int count = 50'000;
  Overlay overlay;
  for (int k = 0; k < count; ++k) overlay.put(Operation::put, "N" + std::to_string(k), "a");
  for (int k = 0; k < count; k += 2) overlay.put(Operation::remove, "N" + std::to_string(k), "");
  const auto after = overlay.on(draft_of({"A"}));
  ASSERT_TRUE(after);
  EXPECT_EQ(after->table("nations").rows.size(), 1U + count / 2);
}

}  // namespace
}  // namespace muster
