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

class Reconciling {
 public:
  Reconciling(Store& store, std::uint64_t known) : store_{store}, known_{known} {}

  Reconciliation reconcile() && {
    read_totals();
    for (const Day day : days_) sum_offers(day);
    Reconciliation found;
    for (const Total& total : totals_) {
      if (!total.quantity) continue;
      ++found.totals;
      const Wide sum = sums_[{total.on, total.nation, total.activity, total.capability}];
      if (sum == *total.quantity) continue;
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

  // Into every sum that an offer is part of: of its own nation or all, and so on.
  void sum_offers(Day day) {
    fold(store_, {day, known_}, [&](const FoldedRow& row) {
      if (row.table != "offers" || is_ended_text(text_of(row.cells, "status"))) return;
      const auto quantity = parse_whole(text_of(row.cells, "quantity"));
      if (!quantity || !text_of(row.cells, "unit").empty()) return;
      const std::array<std::string, 3> own{text_of(row.cells, "nation"),
                                           text_of(row.cells, "activity"),
                                           text_of(row.cells, "capability")};
      std::set<Place> places;  // what is not stated is part of all alone
      for (unsigned parts = 0; parts < 8; ++parts) {
        const auto part = [&](unsigned at) {
          return (parts >> at & 1U) != 0 ? own.at(at) : std::string{};
        };
        places.insert({day, part(0), part(1), part(2)});
      }
      for (const Place& place : places) sums_[place] += *quantity;
    });
  }

  // What a nation gave of the total's kind on the nearest day on which it gave any.
  [[nodiscard]] std::optional<Suspect> suspect(const Total& total,
                                               const std::string& nation) const {
    if (sums_.contains({total.on, nation, {}, {}})) return std::nullopt;
    Suspect found{nation, named_.contains({total.on, nation}), 0, {}};
    std::optional<Days> nearest;
    for (const Day day : days_) {
      const auto sum = sums_.find({day, nation, total.activity, total.capability});
      const Days apart = day > total.on ? day - total.on : total.on - day;
      if (sum == sums_.end() || (nearest && *nearest <= apart)) continue;
      nearest = apart;
      found.elsewhere = static_cast<std::int64_t>(sum->second);
      found.elsewhere_on = day;
    }
    if (!nearest && !found.is_named) return std::nullopt;
    return found;
  }

  [[nodiscard]] std::vector<Suspect> suspects(const Total& total, Wide sum) const {
    std::vector<Suspect> found;
    if (!total.nation.empty() || sum > *total.quantity) return found;
    for (const std::string& nation : nations_)
      if (auto one = suspect(total, nation)) found.push_back(*std::move(one));
    const Wide missing = *total.quantity - sum;
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
  std::map<Place, Wide> sums_;
};

}  // namespace

Reconciliation reconcile(Store& store, std::uint64_t known) {
  return Reconciling{store, known}.reconcile();
}

}  // namespace muster::ledger
