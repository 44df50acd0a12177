// SPDX-License-Identifier: Apache-2.0
#include "model/scenario.hpp"

#include <algorithm>
#include <utility>

#include "model/reading/checks.hpp"
#include "model/reading/findings.hpp"
#include "model/reading/reading.hpp"
#include "model/reading/worth.hpp"

namespace muster {
namespace {

// Whether `ancestor` is `part` or stands above it.
bool is_above(const Table<Unit>& units, Id<Unit> ancestor, Id<Unit> part) {
  for (std::optional<Id<Unit>> unit = part; unit; unit = units[*unit].part_of)
    if (*unit == ancestor) return true;
  return false;
}

template <class Thing>
std::optional<Id<Thing>> find_key(const Table<Thing>& things, std::string_view key) {
  for (const Id<Thing> id : things.ids())
    if (things[id].key == key) return id;
  return std::nullopt;
}

constexpr std::int64_t permille = 1000;

}  // namespace

Result<Scenario> Scenario::build(const Draft& draft) {
  reading::Findings findings{draft, check_schema(draft)};
  reading::Reading read{draft};
  reading::read_ground(read);
  reading::read_time(read, findings);
  reading::read_requirements(read, findings);
  reading::read_units(read);
  reading::read_offers(read, findings);
  reading::read_pins(read, findings);
  reading::read_futures(read);
  reading::read_side_rows(read);
  reading::check_tables(read, findings);
  Problems problems = std::move(findings).sorted();
  if (!problems.empty()) return std::unexpected(std::move(problems));
  read.nouns.name = draft.name;
  read.nouns.title = draft.title;
  std::vector<std::uint16_t> worth =
      reading::worth_table(read.nouns.capabilities, read.substitutions);
  return Scenario{std::move(read.nouns), std::move(worth)};
}

Scenario::Scenario(Nouns nouns, std::vector<std::uint16_t> worth)
    : nouns_{std::move(nouns)},
      worth_{std::move(worth)},
      asked_{nouns_.capabilities.size()},
      useful_{nouns_.capabilities.size()} {
  const std::size_t size = nouns_.capabilities.size();
  demand(worth_.size() == size * size, "every pair of capabilities has a worth");
  for (const Id<Requirement> id : nouns_.requirements.ids())
    asked_[nouns_.requirements[id].capability].push_back(id);
  for (const Id<Capability> wanted : nouns_.capabilities.ids()) {
    if (asked_[wanted].empty()) continue;
    for (const Id<Offer> id : nouns_.offers.ids()) {
      const Offer& offer = nouns_.offers[id];
      if (amount_of(offer, wanted, offer.quantity) != Amount{}) useful_[wanted].push_back(id);
    }
  }
}

int Scenario::worth_permille(Id<Capability> offered, Id<Capability> wanted) const {
  const std::size_t size = nouns_.capabilities.size();
  demand(offered.index() < size && wanted.index() < size, "a worth is asked of known capabilities");
  return worth_[wanted.index() * size + offered.index()];
}

std::optional<Day> Scenario::usable_until(const Offer& offer, Counting counting) const {
  const bool lapsed = offer.extension_decide_by && *offer.extension_decide_by < nouns_.as_of;
  if (!offer.until || counting != Counting::best || lapsed) return offer.until;
  return *offer.until + Days{offer.extension_days.value_or(0)};
}

Amount Scenario::contribution(Id<Offer> offer,
                              Id<Requirement> requirement,
                              std::int64_t quantity) const {
  return amount_of(nouns_.offers[offer], nouns_.requirements[requirement].capability, quantity);
}

Amount Scenario::amount_of(const Offer& offer, Id<Capability> wanted, std::int64_t quantity) const {
  const Unit& unit = nouns_.units[offer.unit];
  const auto worth_of = [&](Id<Capability> capability, std::int64_t held) {
    const Amount amount = to_amount(nouns_.capabilities[capability].measure, held);
    return Amount{amount.count() * worth_permille(capability, wanted) / permille};
  };
  Amount best = worth_of(offer.capability, quantity);
  const bool is_whole = !unit.divisible && offer.capability == unit.capability
                        && offer.quantity == unit.quantity && quantity == unit.quantity;
  if (!is_whole) return best;
  for (const FurtherCapability& further : unit.further)
    best = std::max(best, worth_of(further.capability, further.quantity));
  return best;
}

const std::vector<Id<Requirement>>& Scenario::asked(Id<Capability> capability) const {
  return asked_[capability];
}

const std::vector<Id<Offer>>& Scenario::useful(Id<Capability> wanted) const {
  return useful_[wanted];
}

std::vector<Id<Requirement>> Scenario::useful_for(Id<Offer> id) const {
  const Offer& offer = nouns_.offers[id];
  std::vector<Id<Requirement>> found;
  for (const Id<Capability> wanted : nouns_.capabilities.ids()) {
    if (asked_[wanted].empty() || amount_of(offer, wanted, offer.quantity) == Amount{}) continue;
    found.insert(found.end(), asked_[wanted].begin(), asked_[wanted].end());
  }
  std::ranges::sort(found);
  return found;
}

bool Scenario::is_kin(Id<Unit> a, Id<Unit> b) const {
  return is_above(nouns_.units, a, b) || is_above(nouns_.units, b, a);
}

Scenario Scenario::accepting(Id<Capability> wanted,
                             const std::vector<Id<Capability>>& offered) const {
  std::vector<std::uint16_t> worth = worth_;
  for (const Id<Capability> capability : offered)
    worth[wanted.index() * nouns_.capabilities.size() + capability.index()] = permille;
  return Scenario{nouns_, std::move(worth)};
}

Scenario Scenario::requiring(const std::vector<Requirement>& more) const {
  Nouns nouns = nouns_;
  for (const Requirement& one : more) nouns.requirements.add(one);
  return Scenario{std::move(nouns), worth_};
}

Scenario Scenario::weighed(const Weighing& weighing) const {
  Scenario other = *this;
  for (const auto id : other.nouns_.priorities.ids())
    other.nouns_.priorities[id].weight = weighing.priority[id];
  other.nouns_.scales = weighing.scales;
  return other;
}

std::optional<Id<Nation>> Scenario::find_nation(std::string_view key) const {
  return find_key(nouns_.nations, key);
}

std::optional<Id<Offer>> Scenario::find_offer(std::string_view key) const {
  return find_key(nouns_.offers, key);
}

std::optional<Id<Requirement>> Scenario::find_requirement(std::string_view key) const {
  return find_key(nouns_.requirements, key);
}

Amount to_amount(Measure measure, std::int64_t quantity) {
  constexpr std::int64_t euros_per_thousandth = 1000;  // of a million
  if (measure == Measure::money) return Amount{quantity / euros_per_thousandth};
  return Amount{quantity * 1000};
}

}  // namespace muster
