// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <map>
#include <set>

#include "base/parallel.hpp"

#include "simulate/rotation/engine.hpp"
#include "simulate/rotation/part_of_book.hpp"
#include "simulate/rotation_studies.hpp"

namespace muster::simulate {
namespace {

constexpr std::int32_t most_added = 100'000;
constexpr std::int64_t million = 1'000'000;

// Whether some requirement is short for more than so many days on end.
class ShortWatch final : public Watch {
 public:
  ShortWatch(const Force& force, std::int32_t tolerated)
      : force_{force}, tolerated_{tolerated}, since_(force.needs.size(), 0) {}

  void after(DayNumber day,
             std::span<const UnitState> /*units*/,
             std::span<const NeedState> needs) override {
    for (std::size_t k = 0; k < needs.size(); ++k) {
      const bool is_short = needs[k].is_active && needs[k].serving < force_.needs[k].quantity;
      if (since_[k] != 0 && day - since_[k] > tolerated_) has_missed_ = true;
      if (!is_short)
        since_[k] = 0;
      else if (since_[k] == 0)
        since_[k] = day;
    }
  }

  // At the end of the run what is short has been so until its last day.
  [[nodiscard]] bool has_missed(DayNumber last) const {
    return has_missed_ || std::ranges::any_of(since_, [&](DayNumber day) {
             return day != 0 && last - day > tolerated_;
           });
  }

 private:
  const Force& force_;
  std::int32_t tolerated_;
  std::vector<DayNumber> since_;  // 0: not short
  bool has_missed_ = false;
};

class Search {
 public:
  Search(const RotationBook& book, std::string_view capability, std::int32_t tolerated, Order order)
      : part_{part_of(book, capability)},
        // Marathon's own answers are the same whatever it is told to tolerate.
        tolerated_{order == Order::marathon ? 0 : tolerated},
        order_{order} {
    found_.capability = capability;
    for (const RotationUnits& row : part_.units) {
      auto part = std::ranges::find(found_.parts, row.component, &LeastSupply::Part::component);
      if (part == found_.parts.end()) part = found_.parts.insert(part, {row.component, 0, 0});
      part->has += row.quantity;
    }
    find_proportions(book);
  }

  [[nodiscard]] bool can_grow() const { return !shares_.empty(); }

  LeastSupply run(const std::stop_token& stop) && {
    found_.added = order_ == Order::marathon ? bisect(stop) : first_from_zero(stop);
    for (LeastSupply::Part& part : found_.parts)
      part.needs = part.has + (found_.added ? more_of(part.component, *found_.added) : 0);
    return std::move(found_);
  }

 private:
  void find_proportions(const RotationBook& book) {
    for (const RotationBook::Proportion& row : book.proportions)
      if (row.capability == found_.capability && row.millionths > 0)
        shares_[row.component] = row.millionths;
    if (!shares_.empty()) {
      for (const auto& [component, share] : shares_)
        if (std::ranges::find(found_.parts, component, &LeastSupply::Part::component)
            == found_.parts.end())
          found_.parts.push_back({component, 0, 0});
      return;
    }
    std::int64_t all = 0;
    for (const LeastSupply::Part& part : found_.parts) all += part.has;
    if (all == 0) return;
    for (const LeastSupply::Part& part : found_.parts)
      if (part.has > 0) shares_[part.component] = part.has * million / all;
  }

  [[nodiscard]] std::int32_t more_of(const std::string& component, std::int32_t added) const {
    const auto share = shares_.find(component);
    return share == shares_.end() ? 0 : static_cast<std::int32_t>(added * share->second / million);
  }

  [[nodiscard]] bool is_short(std::int32_t added) const {
    RotationBook grown = part_;
    std::set<std::string> has_grown;
    for (RotationUnits& row : grown.units)
      if (has_grown.insert(row.component).second) {
        row.quantity += more_of(row.component, added);
        if (row.quantity > 1) row.cycle_day.reset();
      }
    for (const auto& [component, share] : shares_)
      if (!has_grown.contains(component)) {
        RotationUnits row;
        row.capability = found_.capability;
        row.component = component;
        row.quantity = more_of(component, added);
        grown.units.push_back(std::move(row));
      }
    const bool has_units =
        std::ranges::any_of(grown.units, [](const RotationUnits& row) { return row.quantity > 0; });
    if (!has_units) return true;
    const Force force = force_of(grown, order_);
    ShortWatch watch(force, tolerated_);
    Engine engine(force);
    engine.run({nullptr, nullptr, &watch});
    return watch.has_missed(engine.last_event());
  }

  // The most units that are required on one day.
  [[nodiscard]] std::int32_t peak() const {
    std::map<DayNumber, std::int64_t> changes;
    for (const RotationRequirement& asked : part_.requirements) {
      changes[asked.from] += asked.quantity;
      changes[asked.until] -= asked.quantity;
    }
    std::int64_t now = 0, most = 0;
    for (const auto& [day, change] : changes) most = std::max(most, now += change);
    return static_cast<std::int32_t>(std::min<std::int64_t>(most, most_added));
  }

  [[nodiscard]] std::optional<std::int32_t> bisect(const std::stop_token& stop) const {
    if (!is_short(0)) return 0;
    std::int32_t lower = 0, upper = std::max(peak(), 1);
    while (is_short(upper)) {
      if (upper > most_added || stop.stop_requested()) return std::nullopt;
      lower = upper + 1;
      upper *= 2;
    }
    while (lower < upper) {
      const std::int32_t middle = lower + (upper - lower) / 2;
      if (is_short(middle))
        lower = middle + 1;
      else
        upper = middle;
    }
    return upper;
  }

  // More supply may fill less, so each is tried; the growth ends where Marathon's bisection would.
  [[nodiscard]] std::optional<std::int32_t> first_from_zero(const std::stop_token& stop) const {
    const std::optional<std::int32_t> enough = bisect(stop);
    if (!enough) return std::nullopt;
    for (std::int32_t added = 0; added < *enough; ++added) {
      if (stop.stop_requested()) return std::nullopt;
      if (!is_short(added)) return added;
    }
    return enough;
  }

  RotationBook part_;
  std::int32_t tolerated_;
  Order order_;
  LeastSupply found_;
  std::map<std::string, std::int64_t> shares_;  // by component, in millionths
};

}  // namespace

std::vector<LeastSupply> least_supply(const RotationBook& book,
                                      std::int32_t tolerated,
                                      Order order,
                                      const StudyRun& study) {
  const std::vector<std::string_view> names = required_capabilities(book, order);
  std::vector<LeastSupply> found(names.size());
  std::atomic<std::size_t> done{0};
  for_each_item(
      names.size(),
      study.threads,
      [&](std::size_t k) {
        found[k].capability = names[k];
        Search search(book, names[k], tolerated, order);
        if (search.can_grow() && !study.stop.stop_requested())
          found[k] = std::move(search).run(study.stop);
        const std::size_t count = done.fetch_add(1) + 1;
        if (study.progress) study.progress(count, names.size());
      },
      1);
  return found;
}

}  // namespace muster::simulate
