// SPDX-License-Identifier: Apache-2.0
// Other people's programs, each run to its end.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace muster::io {

struct ProgramRun {
  bool was_found = false;
  int code = -1;       // as it ended; -1: it was killed
  std::string errors;  // what it wrote to its standard error
};
// Searched for as a shell does; nothing is asked of a shell, so no word is taken for more than a
// word. Its standard output is dropped. `settings` are set in its environment beside ours.
[[nodiscard]] ProgramRun run_program(
    const std::vector<std::string>& words,
    const std::vector<std::pair<std::string, std::string>>& settings = {});

}  // namespace muster::io
