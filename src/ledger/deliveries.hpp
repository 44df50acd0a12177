// SPDX-License-Identifier: Apache-2.0
// How far what was offered has come: each step a number of its own, never one for all.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/draft.hpp"

namespace muster::ledger {

// Steps mean something else for each kind.
enum class DeliveryKind : std::uint8_t { equipment, money, people };
[[nodiscard]] std::string_view to_text(DeliveryKind kind);

// The steps are the states of deliveries, in their order: announced is 0.
inline constexpr std::size_t delivery_steps = 9;
[[nodiscard]] std::string_view step_key(std::size_t step);  // "announced", "in_transit", …
[[nodiscard]] std::size_t step_of(std::string_view key);    // of no step: delivery_steps
// What a step is called for people: "left the depot", "disbursed", …
[[nodiscard]] std::string_view step_words(DeliveryKind kind, std::size_t step);

struct DeliverySum {
  DeliveryKind kind = DeliveryKind::equipment;
  std::string nation, capability, measure;
  std::int64_t offered = 0;                       // by offers that are not ended
  std::array<std::int64_t, delivery_steps> at{};  // what is at each step now
  std::string delivered_at;    // what the nation calls delivered: released, arrived or handed_over
  std::int64_t delivered = 0;  // what is at that step or further; what is lost or returned is not
};
// Of all deliveries and of the offers of equipment and money, sorted by kind, nation, capability;
// quantities in the capability's measure, money in EUR.
[[nodiscard]] std::vector<DeliverySum> sum_deliveries(const Draft& draft);

}  // namespace muster::ledger
