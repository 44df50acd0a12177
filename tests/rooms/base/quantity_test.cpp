// SPDX-License-Identifier: Apache-2.0
#include "base/quantity.hpp"

#include <gtest/gtest.h>

namespace muster {
namespace {

using Apples = Quantity<struct ApplesUnit>;

TEST(Quantity, AddsAndMultiplies) {
  EXPECT_EQ(Apples{3} + 2 * Apples{4}, Apples{11});
  EXPECT_EQ(Apples{3} - Apples{5}, Apples{-2});
  Apples basket;
  basket += Apples{7};
  basket -= Apples{2};
  EXPECT_EQ(basket.count(), 5);
}

TEST(Quantity, IsNothingUnlessSaid) {
  EXPECT_EQ(Apples{}, Apples{0});
}

TEST(Quantity, IsOrderedByItsCount) {
  EXPECT_LT(Apples{-1}, Apples{0});
  EXPECT_GT(Apples{2}, Apples{1});
}

}  // namespace
}  // namespace muster
