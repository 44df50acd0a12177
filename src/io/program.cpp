// SPDX-License-Identifier: Apache-2.0
#include "io/program.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace muster::io {
namespace {

std::vector<std::string> environment_with(
    const std::vector<std::pair<std::string, std::string>>& settings) {
  std::vector<std::string> all;
  for (char** at = environ; *at != nullptr; ++at) {
    const std::string_view one{*at};
    bool is_ours = false;
    for (const auto& [name, value] : settings) is_ours = is_ours || one.starts_with(name + "=");
    if (!is_ours) all.emplace_back(one);
  }
  for (const auto& [name, value] : settings) all.push_back(name + "=" + value);
  return all;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::string read_to_the_end(int file) {
  std::string text;
  std::array<char, 4096> part{};
  for (ssize_t count = 0; (count = ::read(file, part.data(), part.size())) != 0;) {
    if (count < 0) {
      if (errno == EINTR) continue;
      break;
    }
    text.append(part.data(), static_cast<std::size_t>(count));
  }
  return text;
}

}  // namespace

ProgramRun run_program(const std::vector<std::string>& words,
                       const std::vector<std::pair<std::string, std::string>>& settings) {
  std::vector<std::string> arguments = words, environment = environment_with(settings);
  const std::vector<char*> argv = pointers_to(arguments), envp = pointers_to(environment);
  std::array<int, 2> errors{};
  if (::pipe2(errors.data(), O_CLOEXEC) != 0)
    throw std::system_error{errno, std::generic_category(), "a pipe"};
  posix_spawn_file_actions_t actions{};
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, errors[1], STDERR_FILENO);
  pid_t child = 0;
  const int fault =
      ::posix_spawnp(&child, argv.front(), &actions, nullptr, argv.data(), envp.data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(errors[1]);
  ProgramRun run;
  run.was_found = fault == 0;
  if (run.was_found) {
    run.errors = read_to_the_end(errors[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    run.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  ::close(errors[0]);
  if (fault != 0 && fault != ENOENT)
    throw std::system_error{fault, std::generic_category(), words.front()};
  return run;
}

}  // namespace muster::io
