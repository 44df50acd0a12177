// SPDX-License-Identifier: Apache-2.0
#include "plan/search/record.hpp"

namespace muster::plan {

Changes::Changes(const State& state)
    : member_changed_(state.members().size(), 0),
      package_changed_(state.instance().packages.size(), 0) {}

void Changes::mark(std::size_t item, std::vector<char>& changed, std::vector<std::size_t>& list) {
  if (changed[item] != 0) return;
  changed[item] = 1;
  list.push_back(item);
}

void Changes::note(const Removed& changed) {
  for (const std::size_t m : changed.members) mark(m, member_changed_, members_);
  for (const std::size_t p : changed.packages) mark(p, package_changed_, packages_);
}

void Changes::clear() {
  for (const std::size_t m : members_) member_changed_[m] = 0;
  for (const std::size_t p : packages_) package_changed_[p] = 0;
  members_.clear();
  packages_.clear();
}

// All leave before anyone comes: in between nothing may stand in another's way.
void follow(const State& source, const Changes& changes, State& target) {
  for (const std::size_t m : changes.members()) target.take(m);
  for (const std::size_t p : changes.packages()) target.take_delivery(p);
  for (const std::size_t m : changes.members()) target.put(m, source.schedule(m));
  for (const std::size_t p : changes.packages()) target.put_delivery(p, source.delivery(p));
}

Record::Record(const State& state) : value_{state.value()}, changes_{state} {
  for (std::size_t m = 0; m < state.members().size(); ++m) schedules_.push_back(state.schedule(m));
  for (std::size_t p = 0; p < state.instance().packages.size(); ++p)
    deliveries_.push_back(state.delivery(p));
}

void Record::note(const Changes& changed) {
  changes_.note({changed.members(), changed.packages(), {}, {}});
}

void Record::take_over(const State& state) {
  value_ = state.value();
  for (const std::size_t m : changes_.members()) schedules_[m] = state.schedule(m);
  for (const std::size_t p : changes_.packages()) deliveries_[p] = state.delivery(p);
  changes_.clear();
}

void Record::return_to(State& state) const {
  for (const std::size_t m : changes_.members()) state.take(m);
  for (const std::size_t p : changes_.packages()) state.take_delivery(p);
  for (const std::size_t m : changes_.members()) state.put(m, schedules_[m]);
  for (const std::size_t p : changes_.packages()) state.put_delivery(p, deliveries_[p]);
}

}  // namespace muster::plan
