// SPDX-License-Identifier: Apache-2.0
#include "ledger/deliveries.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "ledger/statuses.hpp"
#include "model/cell_value.hpp"

namespace muster::ledger {
namespace {

constexpr auto in_use = static_cast<std::size_t>(DeliveryState::in_use);  // the last delivered step
static_assert(static_cast<std::size_t>(DeliveryState::returned) + 1 == delivery_steps);

DeliveryKind kind_of(std::string_view measure) {
  if (measure == "EUR") return DeliveryKind::money;
  return measure == "person" ? DeliveryKind::people : DeliveryKind::equipment;
}

class Sums {
 public:
  explicit Sums(const Draft& draft) : draft_{draft} {
    const DraftTable& capabilities = draft.table("capabilities");
    for (const DraftRow& row : capabilities.rows)
      measures_[capabilities.text(row, "capability")] = capabilities.text(row, "measure");
    const DraftTable& nations = draft.table("nations");
    for (const DraftRow& row : nations.rows)
      delivered_at_[nations.text(row, "nation")] = nations.text(row, "delivered_at");
  }

  std::vector<DeliverySum> made() && {
    const DraftTable& offers = draft_.table("offers");
    for (const DraftRow& row : offers.rows) add_offer(offers, row);
    const DraftTable& deliveries = draft_.table("deliveries");
    for (const DraftRow& row : deliveries.rows) {
      const auto offer = offers_.find(deliveries.text(row, "offer"));
      if (offer != offers_.end()) add_delivery(deliveries, row, offers, *offer->second);
    }
    std::vector<DeliverySum> all;
    for (auto& [key, sum] : sums_) all.push_back(std::move(sum));
    return all;
  }

 private:
  // Offers of units are tours, not deliveries.
  void add_offer(const DraftTable& offers, const DraftRow& row) {
    offers_.emplace(offers.text(row, "offer"), &row);
    if (!offers.text(row, "unit").empty() || is_ended_text(offers.text(row, "status"))) return;
    if (kind_of(measures_[offers.text(row, "capability")]) == DeliveryKind::people) return;
    sum_of(offers, row).offered += parse_whole(offers.text(row, "quantity")).value_or(1);
  }

  void add_delivery(const DraftTable& deliveries,
                    const DraftRow& row,
                    const DraftTable& offers,
                    const DraftRow& offer) {
    DeliverySum& sum = sum_of(offers, offer);
    const std::size_t step = step_of(deliveries.text(row, "state"));
    const std::int64_t quantity = parse_whole(deliveries.text(row, "quantity")).value_or(0);
    sum.at.at(step) += quantity;
    if (step >= step_of(sum.delivered_at) && step <= in_use) sum.delivered += quantity;
  }

  DeliverySum& sum_of(const DraftTable& offers, const DraftRow& offer) {
    const std::string& nation = offers.text(offer, "nation");
    const std::string& capability = offers.text(offer, "capability");
    const std::string& measure = measures_[capability];
    const DeliveryKind kind = kind_of(measure);
    DeliverySum& sum = sums_[{kind, nation, capability}];
    const std::string& declared = delivered_at_[nation];
    sum.kind = kind;
    sum.nation = nation;
    sum.capability = capability;
    sum.measure = measure;
    sum.delivered_at = declared.empty() ? "handed_over" : declared;
    return sum;
  }

  const Draft& draft_;
  std::map<std::string, std::string> measures_, delivered_at_;
  std::map<std::string, const DraftRow*> offers_;
  std::map<std::tuple<DeliveryKind, std::string, std::string>, DeliverySum> sums_;
};

}  // namespace

std::string_view to_text(DeliveryKind kind) {
  constexpr std::array<std::string_view, 3> words{"equipment", "money", "people"};
  return words.at(static_cast<std::size_t>(kind));
}

std::string_view step_key(std::size_t step) {
  return muster::to_text(static_cast<DeliveryState>(step));
}

std::size_t step_of(std::string_view key) {
  std::size_t step = 0;
  while (step < delivery_steps && step_key(step) != key) ++step;
  return step;
}

std::string_view step_words(DeliveryKind kind, std::size_t step) {
  using Words = std::array<std::string_view, delivery_steps>;
  constexpr std::array<Words, 3> words{Words{"announced",
                                             "allocated",
                                             "left depot",
                                             "in transit",
                                             "arrived",
                                             "handed over",
                                             "in use",
                                             "lost",
                                             "returned"},
                                       Words{"announced",
                                             "budgeted",
                                             "released",
                                             "in payment",
                                             "received",
                                             "handed over",
                                             "spent",
                                             "lost",
                                             "repaid"},
                                       Words{"announced",
                                             "named",
                                             "released",
                                             "travelling",
                                             "arrived",
                                             "placed",
                                             "serving",
                                             "lost",
                                             "returned"}};
  return words.at(static_cast<std::size_t>(kind)).at(step);
}

std::vector<DeliverySum> sum_deliveries(const Draft& draft) {
  return Sums{draft}.made();
}

}  // namespace muster::ledger
