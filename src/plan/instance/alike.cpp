// SPDX-License-Identifier: Apache-2.0
#include "plan/instance/alike.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/parallel.hpp"

namespace muster::plan {
namespace {

std::int64_t budget_of(const Instance& instance, const Use& use) {
  const auto& budget = (*instance.scenario)->offers[use.offer].budget;
  return budget ? std::int64_t{budget->index()} : -1;
}

bool are_alike(const Instance& instance, const Use& a, const Use& b) {
  return a.row == b.row && a.amount == b.amount && a.also == b.also
         && a.also_amount == b.also_amount && a.from == b.from && a.until == b.until
         && a.lengths == b.lengths && a.rests == b.rests && a.terms == b.terms && a.held == b.held
         && budget_of(instance, a) == budget_of(instance, b);
}

// Units with kin have prices of their own. Days in force are told apart by offer.
bool are_alike(const Instance& instance, const Crew& a, const Crew& b) {
  const bool stand_alone = a.kin.empty() && b.kin.empty() && a.held.empty() && b.held.empty();
  return stand_alone && a.pieces == b.pieces && a.entries == b.entries && a.limits == b.limits
         && a.ceilings == b.ceilings && a.fair_share == b.fair_share && a.terms == b.terms
         && a.total == b.total
         && std::ranges::equal(a.uses, b.uses, [&](const Use& of_a, const Use& of_b) {
              return are_alike(instance, of_a, of_b);
            });
}

// Equal for crews that are alike, and seldom for others.
std::uint64_t hash_of(const Crew& crew) {
  constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15U;
  constexpr unsigned shift = 29;
  std::uint64_t hash = crew.uses.size();
  const auto mix = [&](std::uint64_t word) {
    hash = (hash ^ word) * multiplier;
    hash ^= hash >> shift;
  };
  for (const Use& use : crew.uses) {
    constexpr unsigned half = 32;
    mix(std::uint64_t{use.row} << half | std::uint64_t{use.from} << half / 2 | use.until);
    mix(static_cast<std::uint64_t>(use.amount));
  }
  return hash;
}

}  // namespace

std::vector<std::uint32_t> find_alike(const Instance& instance, unsigned threads) {
  std::vector<std::uint64_t> hashes(instance.crews.size());
  for_each_item(
      hashes.size(), threads, [&](std::size_t k) { hashes[k] = hash_of(instance.crews[k]); });
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> firsts;  // looked up only
  std::vector<std::uint32_t> like;
  for (std::uint32_t k = 0; k < instance.crews.size(); ++k) {
    auto& known = firsts[hashes[k]];
    const auto found = std::ranges::find_if(known, [&](std::uint32_t first) {
      return are_alike(instance, instance.crews[first], instance.crews[k]);
    });
    like.push_back(found == known.end() ? k : *found);
    if (found == known.end()) known.push_back(k);
  }
  return like;
}

}  // namespace muster::plan
