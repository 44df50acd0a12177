// SPDX-License-Identifier: Apache-2.0
// What people see, letter by letter: tests/data/golden holds it. After a change that is meant,
// MUSTER_WRITE_GOLDEN=1 in the environment writes the files anew; read the difference before it is
// kept.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace muster::support {

[[nodiscard]] inline std::filesystem::path golden(std::string_view name) {
  return std::filesystem::path{MUSTER_ROOT} / "tests" / "data" / "golden" / name;
}

inline void expect_golden(std::string_view name, const std::string& found) {
  if (std::getenv("MUSTER_WRITE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(golden(name).parent_path());
    std::ofstream{golden(name), std::ios::binary} << found;
    return;
  }
  std::ifstream file{golden(name), std::ios::binary};
  std::ostringstream wanted;
  wanted << file.rdbuf();
  EXPECT_TRUE(file.good()) << "there is no " << golden(name);
  EXPECT_EQ(found, wanted.str()) << golden(name);
}

}  // namespace muster::support
