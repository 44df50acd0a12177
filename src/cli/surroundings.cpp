// SPDX-License-Identifier: Apache-2.0
#include "cli/surroundings.hpp"

#include <charconv>
#include <cstdlib>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

namespace muster::cli {
namespace {

constexpr std::size_t width_elsewhere = 100;

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view{value};
}

std::size_t find_width() {
  const std::string_view columns = variable("COLUMNS");
  std::size_t width = 0;
  const auto read = std::from_chars(columns.data(), columns.data() + columns.size(), width);
  if (read.ec == std::errc{} && width > 0) return width;
  winsize size{};
  const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : width_elsewhere;
}

}  // namespace

Surroundings look_around() {
  return {.out_is_terminal = isatty(STDOUT_FILENO) == 1,
          .errors_is_terminal = isatty(STDERR_FILENO) == 1,
          .no_colour = !variable("NO_COLOR").empty() || variable("TERM") == "dumb",
          .width = find_width()};
}

}  // namespace muster::cli
