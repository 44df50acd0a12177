// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/demand.hpp"

#include "plan/search/state.hpp"

namespace muster::plan {
namespace {

constexpr double points_unit = static_cast<double>(points_per_thousandth_day);

// A delivery of what was chosen.
struct Sent {
  std::int64_t quantity = 0;
  Boundary at = 0;  // counts from here, as it was offered
  Day on{};
  const Package::Part* part = nullptr;  // null: the rest

  [[nodiscard]] Boundary arrives(const Package& package, std::uint32_t future) const {
    return part == nullptr ? arrival(package, at, future) : arrival(*part, future);
  }
};

// Calls visit(sent) for every delivery of what was chosen.
template <class Visit>
void for_each_part(const Instance& instance,
                   const Package& package,
                   Boundary rest_at,
                   std::int64_t rest,
                   const Visit& visit) {
  for (const Package::Part& part : package.fixed)
    visit(Sent{part.quantity, part.at, part.on, &part});
  if (rest_at != no_boundary) visit(Sent{rest, rest_at, instance.grid[rest_at], nullptr});
}

// Asked of a stock as if all came on one day: safe, and seldom too strict.
std::int64_t quantity_fixed(const Package& package) {
  std::int64_t fixed = 0;
  for (const Package::Part& part : package.fixed) fixed += part.quantity;
  return fixed;
}

}  // namespace

void State::put_delivery(std::size_t package, const BestDelivery<double>& chosen) {
  demand(!deliveries_[package].used, "only an idle package takes a delivery");
  deliveries_[package] = chosen;
  if (chosen.used) change_delivery(package, 1);
}

void State::take_delivery(std::size_t package) {
  if (deliveries_[package].used) change_delivery(package, -1);
  deliveries_[package] = {};
}

void State::change_delivery(std::size_t index, int sign) {
  const Package& package = instance_->packages[index];
  const BestDelivery<double>& chosen = deliveries_[index];
  const Package::Target& target = package.targets[chosen.target];
  const Id<Nation> nation = (*instance_->scenario)->offers[package.offer].nation;
  const Row& row = instance_->rows[target.row];
  for_each_part(*instance_, package, chosen.at, chosen.rest, [&](const Sent& sent) {
    const std::int64_t amount = sign * delivered_amount(*instance_, package, target, sent.quantity);
    for (std::uint32_t f = 0; f < instance_->futures.count; ++f)
      for (std::size_t b = std::max(sent.arrives(package, f), row.first); b < row.last; ++b)
        fill(target.row + f, b, amount);
    share(target.row, nation, {std::max(sent.at, row.first), row.last}, {amount, amount});
    for (const auto stock : stocks_drawn(*instance_, package, sent.on))
      given_[stock] += sign * sent.quantity;
    charge_offer(package.offer, delivery_cost(*instance_, package), sign);
    value_.later += sign * delivery_points(*instance_, package, target, sent.on);
  });
}

// stock, budget: how much may come on a day beside so many deliveries already, at most `wanted`.
std::int64_t State::room_for(const Package& package, Day on, std::int64_t wanted) const {
  const Nouns& nouns = **instance_->scenario;
  const Offer& offer = nouns.offers[package.offer];
  const auto deliveries = static_cast<std::int64_t>(package.fixed.size()) + 1;
  if (offer.budget && deliveries * delivery_cost(*instance_, package) > budget_left(package.offer))
    return 0;
  for (const auto stock : stocks_drawn(*instance_, package, on))
    wanted = std::min(wanted, stocks_[stock] - given_[stock]);
  return std::max<std::int64_t>(0, wanted);
}

// Of what would fit, what may be delivered: money moves in thousands.
std::int64_t State::whole_part(const Package& package, std::int64_t quantity) const {
  const std::int64_t least = least_part(*instance_, package);
  return quantity / least * least;
}

// nations: whether so much more of others' would leave the lead less than its share.
bool State::breaks_share(Id<Offer> offer,
                         RowIndex r,
                         const std::vector<std::int64_t>& added) const {
  const Row& row = instance_->rows[r];
  if (led_[r].empty() || row.lead == (*instance_->scenario)->offers[offer].nation) return false;
  constexpr std::int64_t permille = 1000;
  for (std::size_t b = row.first; b < row.last; ++b)
    if (added[b] > 0 && led_[r][b] * permille < row.lead_share_permille * (there_[r][b] + added[b]))
      return true;
  return false;
}

// What fills a requirement from a boundary on, where nothing else comes.
std::int64_t State::most_needed(const Package& package,
                                const Package::Target& target,
                                Boundary at) const {
  const Row& row = instance_->rows[target.row];
  std::int64_t open = 0;
  for (std::uint32_t f = 0; f < instance_->futures.count; ++f)
    for (std::size_t b = std::max(at, row.first); b < row.last; ++b)
      open = std::max(open, row.quantity - filled_[target.row + f][b]);
  const std::int64_t least = least_part(*instance_, package);
  const std::int64_t each = delivered_amount(*instance_, package, target, least);
  return each <= 0 ? 0 : (open + each - 1) / each * least;
}

// At each boundary: no less than what fills a requirement is worth if `before` thousandths are
// there until then, and `after` from then on; in all futures together.
std::vector<double> State::most_worth(RowIndex r, std::int64_t before, std::int64_t after) const {
  const Row& row = instance_->rows[r];
  std::vector<double> worth(instance_->buckets() + 1, 0.0);
  const auto part = [&](std::size_t b, std::int64_t there) {
    if (b < row.first || b >= row.last) return 0.0;
    double sum = 0;
    for (std::uint32_t f = 0; f < instance_->futures.count; ++f) {
      const std::int64_t open =
          std::clamp<std::int64_t>(row.quantity - filled_[r + f][b], 0, there);
      sum += emphasis_[f] * static_cast<double>(open * row.weight * instance_->length[b]);
    }
    return sum;
  };
  for (std::size_t b = instance_->buckets(); b-- > 0;) worth[b] = worth[b + 1] + part(b, after);
  double earlier = 0;
  for (std::size_t b = 0; b < instance_->buckets(); ++b) {
    worth[b] += earlier;
    earlier += part(b, before);
  }
  return worth;
}

bool State::has_room_for_fixed(const Package& package) const {
  const std::int64_t fixed = quantity_fixed(package);
  return std::ranges::all_of(package.fixed, [&](const Package::Part& part) {
    return room_for(package, part.on, fixed) == fixed;
  });
}

bool State::may_deliver(std::size_t index, const BestDelivery<double>& chosen) const {
  const Package& package = instance_->packages[index];
  if (!has_room_for_fixed(package)) return false;
  if (chosen.at != no_boundary) {
    const std::int64_t whole = quantity_fixed(package) + chosen.rest;
    if (chosen.rest <= 0 || chosen.rest > package.rest || chosen.at < package.from
        || chosen.at >= package.until || whole_part(package, chosen.rest) != chosen.rest
        || room_for(package, instance_->grid[chosen.at], whole) < whole)
      return false;
  }
  return !is_share_broken_by(package, chosen);
}

bool State::is_share_broken_by(const Package& package, const BestDelivery<double>& chosen) const {
  const Package::Target& target = package.targets[chosen.target];
  if (led_[target.row].empty()) return false;
  std::vector<std::int64_t> added(instance_->buckets(), 0);
  for_each_part(*instance_, package, chosen.at, chosen.rest, [&](const Sent& sent) {
    const std::int64_t amount = delivered_amount(*instance_, package, target, sent.quantity);
    for (std::size_t b = sent.at; b < added.size(); ++b) added[b] += amount;
  });
  return breaks_share(package.offer, target.row, added);
}

// What a choice is worth beside all the rest: adding to a row is worth what is still open, so each
// is weighed as a whole.
double State::worth_of(const Package& package, const BestDelivery<double>& chosen) const {
  const Package::Target& target = package.targets[chosen.target];
  const Row& row = instance_->rows[target.row];
  thread_local std::vector<std::int64_t> added;  // futures × buckets
  const std::size_t buckets = instance_->buckets();
  added.assign(buckets * instance_->futures.count, 0);
  double worth = 0;
  for_each_part(*instance_, package, chosen.at, chosen.rest, [&](const Sent& sent) {
    const std::int64_t amount = delivered_amount(*instance_, package, target, sent.quantity);
    for (std::uint32_t f = 0; f < instance_->futures.count; ++f)
      for (std::size_t b = sent.arrives(package, f); b < buckets; ++b)
        added[f * buckets + b] += amount;
    worth -=
        static_cast<double>(delivery_points(*instance_, package, target, sent.on)) / points_unit;
  });
  for (std::uint32_t f = 0; f < instance_->futures.count; ++f)
    for (std::size_t b = row.first; b < row.last; ++b) {
      const std::int64_t open =
          std::max<std::int64_t>(0, row.quantity - filled_[target.row + f][b]);
      const std::int64_t filled = std::min(open, added[f * buckets + b]);
      worth += emphasis_[f] * static_cast<double>(filled * row.weight * instance_->length[b]);
    }
  return worth;
}

BestDelivery<double> State::best_delivery_for(std::size_t index) const {
  const Package& package = instance_->packages[index];
  const std::int64_t fixed = quantity_fixed(package);
  if (!has_room_for_fixed(package)) return {};
  BestDelivery<double> best;
  for (std::size_t t = 0; t < package.targets.size(); ++t) {
    const Package::Target& target = package.targets[t];
    const auto weigh = [&](Boundary rest_at, std::int64_t rest) {
      BestDelivery<double> chosen{0, t, rest_at, true, rest};
      chosen.profit = worth_of(package, chosen);
      if (chosen.profit > best.profit && !is_share_broken_by(package, chosen)) best = chosen;
    };
    if (!package.fixed.empty()) weigh(no_boundary, 0);
    if (package.rest <= 0) continue;
    const auto worth =
        most_worth(target.row,
                   delivered_amount(*instance_, package, target, fixed),
                   delivered_amount(*instance_, package, target, fixed + package.rest));
    for (Boundary at = package.from; at < package.until; ++at) {
      if (worth[at] <= best.profit) continue;
      // What a stock or a requirement has no room for stays with the nation.
      const std::int64_t room = room_for(package, instance_->grid[at], fixed + package.rest);
      const std::int64_t rest =
          std::min(whole_part(package, room - fixed), most_needed(package, target, at));
      if (rest > 0) weigh(at, rest);
    }
  }
  return best;
}

}  // namespace muster::plan
