// SPDX-License-Identifier: Apache-2.0
// Things and money that are asked for once and come over time, and the stocks that vehicles come
// from.
#include <algorithm>

#include "generate/invent/invention.hpp"

namespace muster::generate {
namespace {

struct Asked {
  std::string key;
  bool money = false;
  std::int64_t quantity = 0;
};

Asked invent_asked(Invention& it, std::size_t number) {
  Random random = it.stream(Cause::deliveries, number);
  Asked asked;
  asked.key = "delivery-" + std::to_string(number + 1);
  asked.money = happens(random, 30);
  asked.quantity = asked.money ? 1'000'000 * random.between(1, 10) : random.between(2, 20);
  it.add("requirements",
         {{"requirement", asked.key},
          {"activity", it.activities[pick(random, it.activities.size())]},
          {"capability", asked.money ? "fund" : "vehicle"},
          {"quantity", std::to_string(asked.quantity)},
          {"kind", "delivery"},
          {"from", to_text(it.horizon.from)},
          {"until", to_text(it.horizon.until)},
          {"priority", "p" + std::to_string(random.between(1, it.sizes.tiers))}});
  return asked;
}

// One in two is fixed in part: a third of the offer comes on a day of its own.
void invent_row(Invention& it, Random& random, const std::string& offer, std::int64_t quantity) {
  constexpr std::int64_t thousand = 1000;
  if (!happens(random, 50)) return;
  const std::int64_t third =
      quantity >= thousand ? quantity / 3 / thousand * thousand : quantity / 3;
  if (third == 0) return;
  const Period window{it.horizon.from, it.horizon.until};
  it.add("deliveries",
         {{"delivery", offer + "-1"},
          {"offer", offer},
          {"quantity", std::to_string(third)},
          {"state", "announced"},
          {"on", to_text(month_within(random, window))}});
}

// One to three nations, together about as much as is asked for.
void invent_givers(Invention& it, std::size_t number, const Asked& asked) {
  Random random = it.stream(Cause::deliveries, 1'000'000 + number);
  const std::int64_t givers = random.between(1, 3);
  for (std::int64_t giver = 0; giver < givers; ++giver) {
    const std::string offer = asked.key + "-from-" + std::to_string(giver + 1);
    const std::int64_t even = asked.quantity / givers * random.between(50, 110) / 100;
    const std::int64_t quantity =
        asked.money ? even / 1000 * 1000 : std::max<std::int64_t>(1, even);
    it.add("offers",
           {{"offer", offer},
            {"nation", it.nations[pick(random, it.nations.size())]},
            {"capability", asked.money ? "fund" : "vehicle"},
            {"quantity", std::to_string(quantity)},
            {"requirement", asked.key},
            {"from", to_text(month_within(random, it.horizon))},
            {"status", std::string{pick_status(random)}}});
    invent_row(it, random, offer, quantity);
  }
}

void invent_stocks(Invention& it) {
  for (std::size_t nation = 0; nation < it.nations.size(); ++nation) {
    Random random = it.stream(Cause::stocks, nation);
    if (!happens(random, it.sizes.shares.stocks)) continue;
    const std::int64_t quantity = random.between(5, 100);
    it.add("stocks",
           {{"nation", it.nations[nation]},
            {"capability", "vehicle"},
            {"on", to_text(it.horizon.from)},
            {"quantity", std::to_string(quantity)},
            {"floor", std::to_string(quantity * random.between(40, 95) / 100)}});
  }
}

}  // namespace

void invent_deliveries(Invention& it) {
  const int asked_count = it.sizes.requirements - static_cast<int>(it.lines.size());
  for (std::size_t i = 0; i < static_cast<std::size_t>(asked_count); ++i)
    invent_givers(it, i, invent_asked(it, i));
  invent_stocks(it);
}

}  // namespace muster::generate
