// SPDX-License-Identifier: Apache-2.0
#include "ledger/ladder.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "ledger/fold.hpp"
#include "ledger/store.hpp"
#include "model/schema.hpp"

namespace muster::ledger {
namespace {

struct Tracked {
  std::string_view table, status;  // the column
  std::string_view last;    // the highest step; what its schema lists behind leaves the ladder
  std::string_view nation;  // the column that says whose it is
};
constexpr std::array<Tracked, 4> tracked{Tracked{"offers", "status", "in_place", "nation"},
                                         Tracked{"conditions", "status", "granted", "party"},
                                         Tracked{"deliveries", "state", "in_use", "offer"},
                                         Tracked{"promises", "status", "kept", "by"}};

std::string_view cell(const FoldedRow& row, std::string_view column) {
  const auto found = std::ranges::find(row.cells, column, &FoldedCell::column);
  return found == row.cells.end() ? std::string_view{} : std::string_view{found->text};
}

// The place of a status among those of its schema, which lists them from the bottom up.
std::size_t rank_of(const Tracked& what, std::string_view status) {
  const TableSchema& schema = *find_schema(what.table);
  const auto values = schema.fields[*schema.find(what.status)].values;
  return static_cast<std::size_t>(std::ranges::find(values, status) - values.begin());
}

class Climbing {
 public:
  Climbing(Store& store, std::string_view table) : store_{store}, table_{table} {}

  void look(const FoldedRow& row, Period period) {
    if (row.table == "offers") nations_[row.key] = cell(row, "nation");
    const auto what = std::ranges::find(tracked, row.table, &Tracked::table);
    if (what == tracked.end() || (!table_.empty() && row.table != table_)) return;
    const auto status = std::ranges::find(row.cells, what->status, &FoldedCell::column);
    if (status == row.cells.end()) return;
    if (found_.empty() || found_.back().table != row.table || found_.back().key != row.key)
      found_.push_back({row.table, row.key, {}, {}});
    found_.back().nation = cell(row, what->nation);
    add(*what, *status, period.from);
  }

  // Deliveries are the nation's of their offer.
  std::vector<Ladder> found() && {
    for (Ladder& ladder : found_)
      if (ladder.table == "deliveries")
        if (const auto nation = nations_.find(ladder.nation); nation != nations_.end())
          ladder.nation = nation->second;
    return std::move(found_);
  }

 private:
  void add(const Tracked& what, const FoldedCell& status, Day from) {
    std::vector<Step>& steps = found_.back().steps;
    if (!steps.empty() && steps.back().status == status.text) return;
    const std::size_t rank = rank_of(what, status.text), highest = rank_of(what, what.last);
    const std::optional<Entry> entry = store_.find(status.entry);
    Step step;
    step.status = status.text;
    step.from = from;
    step.entry = status.entry;
    if (entry) {
      step.recorded_at = entry->recorded_at;
      step.source = entry->source;
      step.by = entry->by;
    }
    step.is_end = rank > highest;
    step.is_back = !steps.empty() && !step.is_end && rank < rank_of(what, steps.back().status);
    steps.push_back(std::move(step));
  }

  Store& store_;
  std::string table_;
  std::map<std::string, std::string, std::less<>> nations_;  // by offer
  std::vector<Ladder> found_;
};

}  // namespace

std::vector<std::string_view> tables_with_ladder() {
  std::vector<std::string_view> names;
  for (const Tracked& what : tracked) names.push_back(what.table);
  return names;
}

std::vector<Ladder> ladders(Store& store, const Moment& moment, std::string_view table) {
  Climbing climbing{store, table};
  follow(store, moment, [&](const FoldedRow& row, Period period) { climbing.look(row, period); });
  return std::move(climbing).found();
}

}  // namespace muster::ledger
