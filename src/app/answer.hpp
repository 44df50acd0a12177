// SPDX-License-Identifier: Apache-2.0
// What every use case gives back: texts to print and how it ended. Doors print and exit; nothing
// else. Where the world fails (a file, a folder, a disk) every use case throws
// std::filesystem::filesystem_error.
#pragma once

#include <cstdint>
#include <string>

#include "base/problem.hpp"

#include "report/text.hpp"

namespace muster::app {

enum class Exit : std::uint8_t {
  done = 0,
  does_not_hold = 1,  // done, and what was asked does not hold
  wrong_use = 2,
  bad_data = 3,
  world_failed = 4
};

struct Answer {
  std::string out;     // for standard output
  std::string errors;  // for standard error
  Exit exit = Exit::done;
};

// How to say it.
struct Speech {
  bool json = false;
  report::Terminal terminal;  // of standard output
  report::Terminal errors;    // of standard error
};

// The user's data is wrong. All problems at once: on standard error for people, on standard output
// as JSON.
[[nodiscard]] Answer refuse(const Problems& problems, const Speech& speech);

// The caller's words are wrong: one sentence without a full stop, and advice (may be empty).
[[nodiscard]] Answer misuse(const std::string& what, const std::string& advice);

}  // namespace muster::app
