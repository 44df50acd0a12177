// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace muster::cli {

// What a program finds around it when it starts.
struct Surroundings {
  bool out_is_terminal = false;
  bool errors_is_terminal = false;
  bool no_colour = false;   // NO_COLOR is set and not empty, or TERM is "dumb"
  std::size_t width = 100;  // of the terminal, in characters
  std::string now;          // UTC, "2023-10-25T14:03:07Z"; SOURCE_DATE_EPOCH where that is set
  std::string user;         // who is logged in; empty: not known
};

[[nodiscard]] Surroundings look_around();

}  // namespace muster::cli
