// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/surroundings.hpp"

namespace muster::cli {

// The whole command line: parses, calls one use case, prints its answer, and returns the exit code.
// `arguments` are without the program's name. Never throws.
[[nodiscard]] int run(const std::vector<std::string>& arguments,
                      const Surroundings& surroundings,
                      std::ostream& out,
                      std::ostream& errors);

}  // namespace muster::cli
