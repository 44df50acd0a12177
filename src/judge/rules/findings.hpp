// SPDX-License-Identifier: Apache-2.0
// What the rules write down. Where only yes or no is asked, nothing is kept and nothing is
// allocated.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "judge/judge.hpp"

namespace muster::judge {

// A rule broken by the tour under judgement.
struct Breach {
  Rule rule;
  Period days;
  std::int64_t measured;
  std::int64_t allowed;
  const std::string& source;
  std::optional<std::size_t> caveat = std::nullopt;  // as of Violation
};

class Findings {
 public:
  Findings(Id<Offer> offer, Id<Requirement> requirement, bool keep)
      : offer_{offer}, requirement_{requirement}, keep_{keep} {}

  void add(const Breach& breach);
  [[nodiscard]] bool broken() const { return broken_; }
  [[nodiscard]] std::vector<Violation> take();  // in the order of Rule

 private:
  Id<Offer> offer_;
  Id<Requirement> requirement_;
  bool keep_;
  bool broken_ = false;
  std::vector<Violation> kept_;
};

// Adds a violation, or lengthens the last one where only the days differ and they adjoin.
void add_joined(std::vector<Violation>& violations, Violation violation);

}  // namespace muster::judge
