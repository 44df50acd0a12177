// SPDX-License-Identifier: Apache-2.0
#include "plan/pricing/lanes.hpp"

#include <algorithm>

// The loops over eight uses are compiled for the wider registers of newer machines too; which of
// the two runs is chosen once, and both give the same numbers (no sum is rearranged).
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) \
    && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define MUSTER_WIDE_LOOPS __attribute__((flatten, target_clones("avx2", "default")))
#else
#define MUSTER_WIDE_LOOPS
#endif

namespace muster::plan {
namespace {

// A tour may end at any boundary behind its first, and the next begins where it ends.
bool is_endless(const Instance& instance, const Use& use) {
  const auto last = static_cast<Boundary>(instance.day.size() - 1);
  return instance.rests[use.rests].next.empty()
         && instance.lengths[use.lengths].last_end.front() == last;
}

}  // namespace

void Lanes::begin(const Instance& instance, const Crew& crew) {
  instance_ = &instance;
  crew_ = &crew;
  blocks_.clear();
  strides_.clear();
  open_.count = 0;
}

bool Lanes::fits(const Lane& lane) const {
  const Use& use = crew_->uses[lane.use];
  return open_.count < width && open_.lengths == use.lengths && open_.rests == use.rests
         && open_.most_days == lane.most_days;
}

void Lanes::add(const Lane& lane, const LaneSums& sums) {
  if (open_.count > 0 && !fits(lane)) close_block();
  if (open_.count == 0) {
    const Use& use = crew_->uses[lane.use];
    open_.lengths = use.lengths;
    open_.rests = use.rests;
    open_.most_days = lane.most_days;
    open_.is_endless = lane.most_days == any_days && is_endless(*instance_, use);
    open_.from = lane.from;
    open_.until = lane.until;
  }
  open_.from = std::min(open_.from, lane.from);
  open_.until = std::max(open_.until, lane.until);
  const auto skipped = static_cast<std::ptrdiff_t>(lane.from - sums.from);
  const auto size = static_cast<std::ptrdiff_t>(lane.until - lane.from);
  LaneSums& kept = gathered_[open_.count];
  kept.net.assign(sums.net.begin() + skipped, sums.net.begin() + skipped + size + 1);
  kept.start.assign(sums.start.begin() + skipped, sums.start.begin() + skipped + size);
  open_.lanes[open_.count++] = lane;
}

// Lays the gathered lanes side by side.
void Lanes::close_block() {
  if (open_.count == 0) return;
  const auto size = static_cast<std::size_t>(open_.until - open_.from);
  open_.net = strides_.size();
  open_.start = open_.net + size + 1;
  open_.tail = open_.start + size;
  strides_.resize(open_.tail + size + 2);
  Stride closed;
  closed.fill(-never);
  std::fill_n(strides_.begin() + static_cast<std::ptrdiff_t>(open_.net), size + 1, closed);
  if (open_.is_endless)
    std::fill_n(strides_.begin() + static_cast<std::ptrdiff_t>(open_.tail), size + 2, closed);
  closed.fill(never);
  std::fill_n(strides_.begin() + static_cast<std::ptrdiff_t>(open_.start), size, closed);
  for (std::size_t l = 0; l < open_.count; ++l) {
    const std::size_t first = open_.lanes[l].from - open_.from;
    Stride* const net = &strides_[open_.net + first];
    Stride* const start = &strides_[open_.start + first];
    const LaneSums& sums = gathered_[l];
    for (std::size_t k = 0; k < sums.net.size(); ++k) net[k][l] = sums.net[k];
    for (std::size_t k = 0; k < sums.start.size(); ++k) start[k][l] = sums.start[k];
  }
  for (std::size_t k = 0; !open_.is_endless && k <= size; ++k) {
    const Stride& net = strides_[open_.net + k];
    Stride& tail = strides_[open_.tail + k];
    tail = net;
    if (k > 0)
      for (std::size_t l = 0; l < width; ++l)
        tail[l] = std::max(tail[l], strides_[open_.tail + k - 1][l]);
  }
  blocks_.push_back(open_);
  open_.count = 0;
}

Ends Lanes::ends_of(const Block& block, Boundary from) const {
  const LengthWindow& lengths = instance_->lengths[block.lengths];
  Ends ends{lengths.first_end[from], std::min(lengths.last_end[from], block.until)};
  ends.first = std::max<Boundary>(ends.first, static_cast<Boundary>(from + 1));
  if (block.most_days == any_days) return ends;
  const auto& day = instance_->day;
  while (ends.last > from && day[ends.last] - day[from] > block.most_days) --ends.last;
  return ends;
}

Boundary Lanes::next_of(const Block& block, Boundary from, Boundary until) const {
  const RestTable& rests = instance_->rests[block.rests];
  return rests.next.empty() ? until : rests.next[from * instance_->day.size() + until];
}

void Lanes::follow_ends(const Block& block, Boundary from, const Ends& ends) {
  for (Boundary j = ends.first; j <= ends.last; ++j) follow_[j] = best_[next_of(block, from, j)];
}

// tail[j]: the best end at j or later, and what follows it.
void Lanes::extend_tail(const Block& block, Boundary from) {
  const auto j = static_cast<std::size_t>(from + 1 - block.from);
  const Stride& net = strides_[block.net + j];
  const Stride& later = strides_[block.tail + j + 1];
  Stride& tail = strides_[block.tail + j];
  const double follows = best_[from + 1U];
  for (std::size_t l = 0; l < width; ++l) tail[l] = std::max(later[l], net[l] + follows);
}

// Whether a tour could be better than what is known, even if what follows its shortest followed
// all.
bool Lanes::may_improve(const Block& block, Boundary from, const Ends& ends) const {
  if (block.is_endless) return true;
  const Stride& most = strides_[block.tail + ends.last - block.from];
  const Stride& start = strides_[block.start + from - block.from];
  const double needed = best_[from] - best_[next_of(block, from, ends.first)];
  bool may = false;
  for (std::size_t l = 0; l < width; ++l) may |= most[l] - start[l] > needed;
  return may;
}

void Lanes::try_block(std::size_t index, Boundary from, const Ends& ends) {
  const Block& block = blocks_[index];
  Stride reached;
  if (block.is_endless) {
    reached = strides_[block.tail + ends.first - block.from];
  } else {
    reached.fill(-never);
    const Stride* net = &strides_[block.net + ends.first - block.from];
    for (Boundary j = ends.first; j <= ends.last; ++j, ++net) {
      const double follows = follow_[j];
      for (std::size_t l = 0; l < width; ++l)
        reached[l] = std::max(reached[l], (*net)[l] + follows);
    }
  }
  keep_better(index, from, reached);
}

void Lanes::keep_better(std::size_t index, Boundary from, const Stride& reached) {
  const Block& block = blocks_[index];
  const Stride& start = strides_[block.start + from - block.from];
  Stride total;
  for (std::size_t l = 0; l < width; ++l) total[l] = reached[l] - start[l];
  const double known = best_[from];
  bool is_better = false;
  for (std::size_t l = 0; l < width; ++l) is_better |= total[l] > known;
  if (!is_better) return;
  const double top = *std::ranges::max_element(total);
  best_[from] = top;
  const auto lane = std::ranges::find(total, top) - total.begin();
  begun_[from] = {static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(lane)};
}

MUSTER_WIDE_LOOPS double Lanes::solve() {
  close_block();
  const std::size_t boundaries = instance_->day.size();
  best_.assign(boundaries, 0.0);
  begun_.assign(boundaries, Begun{});
  follow_.resize(boundaries);
  for (std::size_t i = boundaries - 1; i-- > 0;) {
    const auto from = static_cast<Boundary>(i);
    best_[i] = best_[i + 1];
    const Block* followed = nullptr;
    Ends longest;
    for (std::size_t index = 0; index < blocks_.size(); ++index) {
      const Block& block = blocks_[index];
      if (from < block.from || from >= block.until) continue;
      const Ends ends = ends_of(block, from);
      if (block.is_endless) extend_tail(block, from);
      if (ends.first > ends.last || !may_improve(block, from, ends)) continue;
      const bool same = followed != nullptr && followed->lengths == block.lengths
                        && followed->rests == block.rests && ends.last <= longest.last
                        && ends.first >= longest.first;
      if (!block.is_endless && !same) {
        follow_ends(block, from, ends);
        followed = &block;
        longest = ends;
      }
      try_block(index, from, ends);
    }
  }
  return best_.front();
}

Boundary Lanes::end_of(const Block& block, std::size_t lane, Boundary from) const {
  const Ends ends = ends_of(block, from);
  const double start = strides_[block.start + from - block.from][lane];
  for (Boundary j = ends.last; j >= ends.first; --j) {
    const double net = strides_[block.net + j - block.from][lane];
    if (net + best_[next_of(block, from, j)] - start == best_[from]) return j;
  }
  return ends.first;  // not reached: one of the ends gave the best
}

bool Lanes::does_count(const Leg& leg) const {
  const Use& use = crew_->uses[leg.use];
  const auto counts = [&](RowIndex row) {
    return counting_start(instance_->rows[row], leg.from) < leg.until;
  };
  return counts(use.row) && (use.also == no_row || counts(use.also));
}

void Lanes::append(const Leg& leg, Schedule& schedule) const {
  if (schedule.empty() || !continues(*instance_, *crew_, schedule.back(), leg))
    schedule.push_back(leg);
  else
    schedule.back().until = leg.until;
}

Schedule Lanes::schedule() const {
  Schedule schedule;
  for (std::size_t i = 0; i + 1 < best_.size();) {
    const Begun& begun = begun_[i];
    if (begun.block == none) {
      ++i;
      continue;
    }
    const Block& block = blocks_[begun.block];
    const auto from = static_cast<Boundary>(i);
    const Leg leg{block.lanes[begun.lane].use, from, end_of(block, begun.lane, from)};
    // One that would end before it counts fills nothing: rounding made it look better than
    // idleness.
    if (does_count(leg)) append(leg, schedule);
    i = next_of(block, leg.from, leg.until);
  }
  return schedule;
}

}  // namespace muster::plan
