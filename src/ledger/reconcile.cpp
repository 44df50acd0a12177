// SPDX-License-Identifier: Apache-2.0
#include "ledger/reconcile.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "ledger/fold.hpp"
#include "ledger/statuses.hpp"
#include "ledger/store.hpp"
#include "model/cell_value.hpp"

namespace muster::ledger {
namespace {

constexpr std::size_t most_suspects = 3;
constexpr Wide most_rounded = 500;  // EUR, of one amount

struct Total {
  Day on{};
  std::string key, nation, activity, capability, source;
  std::optional<std::int64_t> quantity;
};
// Day, nation, activity, capability; an empty text: all.
using Place = std::tuple<Day, std::string, std::string, std::string>;

std::string text_of(const std::vector<FoldedCell>& cells, std::string_view column) {
  const auto found = std::ranges::find(cells, column, &FoldedCell::column);
  return found == cells.end() ? std::string{} : found->text;
}

struct Sum {
  Wide quantity = 0;
  Wide offers = 0;
};

class Reconciling {
 public:
  Reconciling(Store& store, std::uint64_t known) : store_{store}, known_{known} {}

  Reconciliation reconcile() && {
    read_totals();
    sum_offers();
    Reconciliation found;
    for (const Total& total : totals_) {
      if (!total.quantity) continue;
      ++found.totals;
      const Sum of_offers = sums_[{total.on, total.nation, total.activity, total.capability}];
      const Wide sum = of_offers.quantity;
      if (sum == *total.quantity) continue;
      if (is_rounding(total, of_offers)) {
        ++found.rounded;
        continue;
      }
      found.differences.push_back({total.on,
                                   total.key,
                                   total.nation,
                                   total.activity,
                                   total.capability,
                                   *total.quantity,
                                   sum,
                                   suspects(total, sum),
                                   total.source});
    }
    std::ranges::sort(found.differences, {}, [](const Unreconciled& one) {
      return std::tuple{one.on, one.total};
    });
    return found;
  }

 private:
  void read_totals() {
    const Day end_of_time = *parse_day("9999-12-31");
    fold(store_, {end_of_time, known_}, [this](const FoldedRow& row) {
      if (row.table == "nations") nations_.push_back(row.key);
      if (row.table == "capabilities" && text_of(row.cells, "measure") == "EUR")
        money_.insert(row.key);
      if (row.table != "totals") return;
      const auto on = parse_day(text_of(row.cells, "on"));
      if (!on) return;
      Total total{*on,
                  row.key,
                  text_of(row.cells, "nation"),
                  text_of(row.cells, "activity"),
                  text_of(row.cells, "capability"),
                  text_of(row.cells, "source"),
                  parse_whole(text_of(row.cells, "quantity"))};
      days_.insert(*on);
      if (!total.quantity) named_.insert({total.on, total.nation});
      totals_.push_back(std::move(total));
    });
  }

  void sum_offers() {
    follow(store_, {*parse_day("9999-12-31"), known_}, [&](const FoldedRow& row, Period period) {
      if (row.table == "offers") sum_offer(row.cells, period);
    });
  }

  // Into every sum that an offer is part of: of its own nation or all, and so on.
  void sum_offer(const std::vector<FoldedCell>& cells, Period period) {
    if (is_ended_text(text_of(cells, "status")) || !text_of(cells, "unit").empty()) return;
    const auto quantity = parse_whole(text_of(cells, "quantity"));
    const auto first = days_.lower_bound(period.from);
    const auto last = days_.lower_bound(period.until);
    if (!quantity || first == last) return;
    const std::array<std::string, 3> own{
        text_of(cells, "nation"), text_of(cells, "activity"), text_of(cells, "capability")};
    for (unsigned parts = 0; parts < 8; ++parts) {
      const auto part = [&](unsigned at) {
        return (parts >> at & 1U) != 0 ? own.at(at) : std::string{};
      };
      bool is_told_already = false;  // what is not stated is part of all alone
      for (unsigned at = 0; at < own.size(); ++at)
        is_told_already |= (parts >> at & 1U) != 0 && own.at(at).empty();
      if (is_told_already) continue;
      for (auto day = first; day != last; ++day) {
        Sum& sum = sums_[{*day, part(0), part(1), part(2)}];
        sum.quantity += *quantity;
        ++sum.offers;
      }
    }
  }

  [[nodiscard]] bool is_rounding(const Total& total, const Sum& sum) const {
    if (!money_.contains(total.capability)) return false;
    const Wide apart = sum.quantity > *total.quantity ? sum.quantity - *total.quantity
                                                      : *total.quantity - sum.quantity;
    return apart <= most_rounded * (sum.offers + 1);
  }

  // What a nation gave of the total's kind on the nearest day on which it gave any.
  [[nodiscard]] std::optional<Suspect> suspect(const Total& total,
                                               const std::string& nation) const {
    if (sums_.contains({total.on, nation, {}, {}})) return std::nullopt;
    Suspect found{nation, named_.contains({total.on, nation}), 0, {}, false};
    std::optional<Days> nearest;
    for (const Day day : days_) {
      const auto sum = sums_.find({day, nation, total.activity, total.capability});
      const Days apart = day > total.on ? day - total.on : total.on - day;
      if (sum == sums_.end() || (nearest && *nearest <= apart)) continue;
      nearest = apart;
      found.elsewhere = static_cast<std::int64_t>(sum->second.quantity);
      found.elsewhere_on = day;
    }
    if (!nearest && !found.is_named) return std::nullopt;
    return found;
  }

  // What a nation gives of the total's kind where only others have totals of their own.
  [[nodiscard]] std::optional<Suspect> unpublished(const Total& total,
                                                   const std::string& nation) const {
    const auto sum = sums_.find({total.on, nation, total.activity, total.capability});
    if (sum == sums_.end()) return std::nullopt;
    bool has_others = false;
    for (const Total& other : totals_) {
      if (other.on != total.on || other.activity != total.activity
          || other.capability != total.capability || other.nation.empty())
        continue;
      if (other.nation == nation) return std::nullopt;
      has_others = true;
    }
    if (!has_others) return std::nullopt;
    return Suspect{nation, false, static_cast<std::int64_t>(sum->second.quantity), total.on, true};
  }

  [[nodiscard]] std::vector<Suspect> suspects(const Total& total, Wide sum) const {
    std::vector<Suspect> found;
    if (!total.nation.empty()) return found;
    const bool is_short = sum < *total.quantity;
    for (const std::string& nation : nations_)
      if (auto one = is_short ? suspect(total, nation) : unpublished(total, nation))
        found.push_back(*std::move(one));
    const Wide missing = is_short ? *total.quantity - sum : sum - *total.quantity;
    std::ranges::stable_sort(found, {}, [&](const Suspect& one) {
      const Wide apart =
          one.elsewhere > missing ? one.elsewhere - missing : missing - one.elsewhere;
      return std::tuple{!one.is_named, apart};
    });
    if (found.size() > most_suspects) found.resize(most_suspects);
    return found;
  }

  Store& store_;
  std::uint64_t known_;
  std::vector<Total> totals_;
  std::set<Day> days_;
  std::set<std::pair<Day, std::string>> named_;  // without a number
  std::vector<std::string> nations_;
  std::map<Place, Sum> sums_;
  std::set<std::string> money_;  // capabilities that are counted in EUR
};

}  // namespace

Reconciliation reconcile(Store& store, std::uint64_t known) {
  return Reconciling{store, known}.reconcile();
}

}  // namespace muster::ledger
