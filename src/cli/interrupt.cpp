// SPDX-License-Identifier: Apache-2.0
#include "cli/interrupt.hpp"

#include <cstdlib>
#include <ctime>
#include <ostream>

#include <pthread.h>

namespace muster::cli {
namespace {

constexpr timespec look_every{.tv_sec = 0, .tv_nsec = 50'000'000};
constexpr int ended_by_signal = 128;  // plus the signal's number, as shells say it

}  // namespace

Interrupt::Interrupt(std::ostream& errors) : errors_{errors} {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  waiting_ = std::jthread{[this](const std::stop_token& done) { wait(done); }};
}

Interrupt::~Interrupt() {
  waiting_.request_stop();
  waiting_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void Interrupt::wait(const std::stop_token& done) {
  while (!done.stop_requested()) {
    const int signal = sigtimedwait(&signals_, nullptr, &look_every);
    if (signal < 0) continue;
    if (source_.stop_requested()) std::_Exit(ended_by_signal + signal);
    errors_ << "\nmuster: stopping, the best plan so far is kept; Ctrl-C again gives up\n"
            << std::flush;
    source_.request_stop();
  }
}

}  // namespace muster::cli
