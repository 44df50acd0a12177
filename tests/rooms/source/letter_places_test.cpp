// SPDX-License-Identifier: Apache-2.0
// Every row of the letter's data set that names a place in the letter names one that is there.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

#include <gtest/gtest.h>

#include "source/document.hpp"

namespace muster::source {
namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

TEST(LetterPlaces, AreThere) {
  const std::filesystem::path letter = "../shared/sources/kamerbrief-2023-10-25.txt";
  if (!std::filesystem::exists(letter)) GTEST_SKIP() << letter << " is not there";
  const Document document = read_document(bytes_of(letter), Language::dutch);
  const std::regex place{"kb-2023-10-25#((p[0-9]+s[0-9]+|fn[0-9]+)?)"};
  int named = 0;
  for (const auto& file : std::filesystem::directory_iterator{"data/dmm-2023-10"}) {
    if (file.path().extension() != ".csv") continue;
    const std::string text = bytes_of(file.path());
    for (std::sregex_iterator at{text.begin(), text.end(), place}, end; at != end; ++at) {
      ++named;
      EXPECT_NE(find_place(document, at->str(1)), nullptr) << file.path() << ": " << at->str();
    }
  }
  EXPECT_GT(named, 150);
}

}  // namespace
}  // namespace muster::source
