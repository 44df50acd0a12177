// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <csignal>
#include <iosfwd>
#include <stop_token>
#include <thread>

namespace muster::cli {

// While it lives, the first Ctrl-C (or SIGTERM) asks for a stop, says so on `errors`, and the work
// keeps what it has; the second ends the program at once. Make it before any other thread.
class Interrupt {
 public:
  explicit Interrupt(std::ostream& errors);
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

 private:
  void wait(const std::stop_token& done);

  std::ostream& errors_;
  std::stop_source source_;
  sigset_t signals_{};
  sigset_t before_{};
  std::jthread waiting_;
};

}  // namespace muster::cli
