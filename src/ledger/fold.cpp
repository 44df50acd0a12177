// SPDX-License-Identifier: Apache-2.0
#include "ledger/fold.hpp"

#include <algorithm>
#include <map>
#include <ranges>
#include <utility>

#include "ledger/store.hpp"

namespace muster::ledger {
namespace {

void put(const Entry& entry, std::vector<FoldedCell>& cells) {
  if (entry.kind == Kind::remove) return cells.clear();
  auto at = cells.begin();  // both are sorted by column
  for (const StatedCell& stated : entry.cells) {
    while (at != cells.end() && at->column < stated.column) ++at;
    const bool is_there = at != cells.end() && at->column == stated.column;
    if (stated.text.empty()) {
      if (is_there) at = cells.erase(at);
    } else if (is_there) {
      at->text = stated.text;
      at->entry = entry.number;
    } else {
      at = cells.insert(at, {stated.column, stated.text, entry.number});
    }
  }
}

using RowKey = std::pair<std::string, std::string>;
using Rows = std::map<RowKey, std::vector<FoldedCell>>;

Rows rows_at(Store& store, const Moment& moment) {
  Rows rows;
  fold(store, moment, [&](FoldedRow row) {
    rows.emplace_hint(
        rows.end(), RowKey{std::move(row.table), std::move(row.key)}, std::move(row.cells));
  });
  return rows;
}

void compare(const RowKey& row,
             const std::vector<FoldedCell>& before,
             const std::vector<FoldedCell>& after,
             std::vector<Difference>& found) {
  auto old = before.begin();
  auto now = after.begin();
  while (old != before.end() || now != after.end()) {
    const bool is_gone = now == after.end() || (old != before.end() && old->column < now->column);
    const bool is_new = old == before.end() || (now != after.end() && now->column < old->column);
    if (is_gone) {
      found.push_back({row.first, row.second, old->column, old->text, {}, old->entry});
      ++old;
    } else if (is_new) {
      found.push_back({row.first, row.second, now->column, {}, now->text, now->entry});
      ++now;
    } else {
      if (old->text != now->text)
        found.push_back({row.first, row.second, now->column, old->text, now->text, now->entry});
      ++old;
      ++now;
    }
  }
}

}  // namespace

std::set<std::uint64_t> reversed(Store& store, std::uint64_t known) {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> reverses;
  store.read_reverses(
      known, [&](const Entry& entry) { reverses.emplace_back(entry.number, entry.concerns); });
  std::set<std::uint64_t> taken_back;
  for (const auto& [number, concerns] : std::views::reverse(reverses))
    if (!taken_back.contains(number)) taken_back.insert(concerns);
  return taken_back;
}

void fold(Store& store, const Moment& moment, const std::function<void(FoldedRow)>& look) {
  const std::set<std::uint64_t> taken_back = reversed(store, moment.known);
  FoldedRow row;
  const auto tell = [&] {
    if (!row.cells.empty()) look(std::exchange(row, {}));
  };
  store.read_valid(moment, [&](const Entry& entry) {
    if (taken_back.contains(entry.number)) return;
    if (entry.table != row.table || entry.key != row.key) {
      tell();
      row.table = entry.table;
      row.key = entry.key;
      row.cells.clear();
    }
    if (row.cells.empty()) row.since = entry.number;
    row.since = std::min(row.since, entry.number);
    put(entry, row.cells);
  });
  tell();
}

void follow(Store& store,
            const Moment& moment,
            const std::function<void(const FoldedRow&, Period)>& look) {
  const Day end_of_days = *parse_day("9999-12-31");
  const std::set<std::uint64_t> taken_back = reversed(store, moment.known);
  FoldedRow row;
  Day since{};
  const auto tell = [&](Day until) {
    if (!row.cells.empty() && since < until) look(row, {since, until});
  };
  store.read_valid(moment, [&](const Entry& entry) {
    if (taken_back.contains(entry.number)) return;
    if (entry.table != row.table || entry.key != row.key) {
      tell(end_of_days);
      row = {entry.table, entry.key, entry.number, {}};
    } else {
      tell(entry.valid_from);
    }
    since = entry.valid_from;
    put(entry, row.cells);
  });
  tell(end_of_days);
}

std::vector<Difference> differences(Store& store, const Moment& before, const Moment& after) {
  const Rows old = rows_at(store, before);
  const Rows now = rows_at(store, after);
  std::vector<Difference> found;
  static const std::vector<FoldedCell> nothing;
  auto a = old.begin();
  auto b = now.begin();
  while (a != old.end() || b != now.end()) {
    const bool only_old = b == now.end() || (a != old.end() && a->first < b->first);
    const bool only_new = a == old.end() || (b != now.end() && b->first < a->first);
    if (only_old) {
      compare(a->first, a->second, nothing, found);
      ++a;
    } else if (only_new) {
      compare(b->first, nothing, b->second, found);
      ++b;
    } else {
      compare(a->first, a->second, b->second, found);
      ++a;
      ++b;
    }
  }
  return found;
}

}  // namespace muster::ledger
