// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plan/search/state.hpp"

namespace muster::plan {

// Members and packages that were taken out, and what they did.
struct Removed {
  std::vector<std::size_t> members, packages;
  std::vector<Schedule> schedules;
  std::vector<BestDelivery<double>> deliveries;
};

// What changed since a moment, each once.
class Changes {
 public:
  explicit Changes(const State& state);
  void note(const Removed& changed);
  void clear();
  [[nodiscard]] const std::vector<std::size_t>& members() const { return members_; }
  [[nodiscard]] const std::vector<std::size_t>& packages() const { return packages_; }

 private:
  static void mark(std::size_t item, std::vector<char>& changed, std::vector<std::size_t>& list);
  std::vector<char> member_changed_, package_changed_;
  std::vector<std::size_t> members_, packages_;
};

// Makes `target` do what `source` does, where they may differ.
void follow(const State& source, const Changes& changes, State& target);

// The best plan met, kept beside a state that goes on: only what changed since is copied.
class Record {
 public:
  explicit Record(const State& state);
  [[nodiscard]] const Value& value() const { return value_; }
  void note(const Removed& changed) { changes_.note(changed); }
  void note(const Changes& changed);
  void take_over(const State& state);
  void return_to(State& state) const;

 private:
  Value value_;
  std::vector<Schedule> schedules_;
  std::vector<BestDelivery<double>> deliveries_;
  Changes changes_;
};

}  // namespace muster::plan
