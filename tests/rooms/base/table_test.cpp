// SPDX-License-Identifier: Apache-2.0
#include "base/table.hpp"

#include <set>
#include <string>
#include <type_traits>
#include <vector>

#include <gtest/gtest.h>

namespace muster {
namespace {

struct Unit {
  std::string name;
};
struct Nation;

TEST(Id, IsOrderedByItsIndex) {
  EXPECT_LT(Id<Unit>{1}, Id<Unit>{2});
  EXPECT_EQ(Id<Unit>{3}, Id<Unit>{3});
  EXPECT_EQ(Id<Unit>{3}.index(), 3U);
  EXPECT_EQ((std::set{Id<Unit>{2}, Id<Unit>{1}, Id<Unit>{2}}.size()), 2U);
}

TEST(Id, IsMadeFromANumberOnlyOnPurpose) {
  static_assert(!std::is_convertible_v<std::uint32_t, Id<Unit>>);
  static_assert(!std::is_convertible_v<Id<Nation>, Id<Unit>>);
  static_assert(!std::is_default_constructible_v<Id<Unit>>);
}

TEST(Table, GivesEveryThingAnId) {
  Table<Unit> units;
  const auto first = units.add({"first"});
  const auto second = units.add({"second"});
  EXPECT_EQ(units.size(), 2U);
  EXPECT_EQ(units[first].name, "first");
  EXPECT_EQ(units[second].name, "second");
}

TEST(Table, ListsItsIdsInOrder) {
  Table<Unit> units;
  units.add({"a"});
  units.add({"b"});
  units.add({"c"});
  std::string names;
  for (const Id<Unit> unit : units.ids()) names += units[unit].name;
  EXPECT_EQ(names, "abc");
}

TEST(Table, HoldsAValueForEveryThingOfAnother) {
  Table<Unit, int> strength(3, 10);
  strength[Id<Unit>{1}] += 5;
  EXPECT_EQ(strength[Id<Unit>{0}], 10);
  EXPECT_EQ(strength[Id<Unit>{1}], 15);
}

TEST(Table, RefusesAnIdThatItDoesNotHold) {
  Table<Unit> units;
  units.add({"only"});
  EXPECT_NO_THROW((void)units[Id<Unit>{0}]);
  EXPECT_THROW((void)units[Id<Unit>{1}], Defect);
  EXPECT_THROW((void)std::as_const(units)[Id<Unit>{1}], Defect);
}

}  // namespace
}  // namespace muster
