// SPDX-License-Identifier: Apache-2.0
// A part of a longer work: what is left of the time until a share of the whole is its own whole.
#pragma once

#include <string>
#include <utility>

#include "plan/plan.hpp"

namespace muster::plan {

class Portion : public Observer {
 public:
  // Steps are told under `name`, with what the whole work has reached so far, in points.
  Portion(Observer& whole, std::string name, double until, double value, double bound)
      : whole_{whole},
        name_{std::move(name)},
        from_{whole.share_of_time()},
        until_{until},
        value_{value},
        bound_{bound} {}

  void progress(const Progress& progress) override {
    const std::string step = name_ + ": " + std::string{progress.step};
    whole_.progress({step, progress.share, value_, bound_});
  }
  [[nodiscard]] double share_of_time() const override {
    if (from_ < 0) return -1.0;
    return until_ > from_ ? (whole_.share_of_time() - from_) / (until_ - from_) : 1.0;
  }

 private:
  Observer& whole_;
  std::string name_;
  double from_, until_, value_, bound_;
};

}  // namespace muster::plan
