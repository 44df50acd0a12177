// SPDX-License-Identifier: Apache-2.0
#include "cli/surroundings.hpp"

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/day.hpp"

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

std::string find_now() {
  using Seconds = std::chrono::sys_seconds;
  const std::string_view epoch = variable("SOURCE_DATE_EPOCH");
  std::int64_t given = 0;
  const auto read = std::from_chars(epoch.data(), epoch.data() + epoch.size(), given);
  const bool is_given = !epoch.empty() && read.ec == std::errc{};
  const Seconds now =
      is_given ? Seconds{std::chrono::seconds{given}}
               : std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const Day day = std::chrono::floor<Days>(now);
  const std::chrono::hh_mm_ss time{now - day};
  return fmt::format("{}T{:02}:{:02}:{:02}Z",
                     to_text(day),
                     time.hours().count(),
                     time.minutes().count(),
                     time.seconds().count());
}

std::string find_user() {
  for (const char* name : {"USER", "LOGNAME"})
    if (!variable(name).empty()) return std::string{variable(name)};
  return {};
}

}  // namespace

Surroundings look_around() {
  return {.out_is_terminal = isatty(STDOUT_FILENO) == 1,
          .errors_is_terminal = isatty(STDERR_FILENO) == 1,
          .no_colour = !variable("NO_COLOR").empty() || variable("TERM") == "dumb",
          .width = find_width(),
          .now = find_now(),
          .user = find_user()};
}

}  // namespace muster::cli
