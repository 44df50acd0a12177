// SPDX-License-Identifier: Apache-2.0
#include "ledger/slippage.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "ledger/fold.hpp"
#include "ledger/store.hpp"

namespace muster::ledger {
namespace {

// A table in which a day is promised.
struct Tracked {
  std::string_view table, day, status;
  std::string_view done_on;  // the column with the day on which it was done; empty: none
  std::vector<std::string_view> done, failed;
};
const std::vector<Tracked>& tracked() {
  static const std::vector<Tracked> tables{
      {"conditions", "expected_on", "status", "on", {"granted"}, {"refused"}},
      {"deliveries", "on", "state", "on", {"handed_over", "in_use"}, {"lost", "returned"}},
      {"offers", "from", "status", "", {"in_place"}, {"withdrawn", "lapsed", "refused"}},
      {"programmes", "target_on", "", "", {}, {}},
      {"promises", "due", "status", "kept_on", {"kept"}, {"withdrawn"}}};
  return tables;
}

bool holds(const std::vector<std::string_view>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// What a row says after each of its entries, in the order in which they were recorded.
using Cells = std::map<std::string, std::string, std::less<>>;
std::string_view cell(const Cells& cells, std::string_view column) {
  const auto found = cells.find(column);
  return found == cells.end() ? std::string_view{} : std::string_view{found->second};
}

// The entries of each row that stand, one row after the other, in the order of their numbers.
void each_row(Store& store,
              std::uint64_t known,
              const std::function<void(const std::vector<Entry>&)>& look) {
  const std::set<std::uint64_t> taken_back = reversed(store, known);
  const Day end_of_time = *parse_day("9999-12-31");
  std::vector<Entry> row;
  const auto tell = [&] {
    std::ranges::sort(row, {}, &Entry::number);
    if (!row.empty()) look(row);
    row.clear();
  };
  store.read_valid({end_of_time, known}, [&](const Entry& entry) {
    if (taken_back.contains(entry.number)) return;
    if (!row.empty() && (row.front().table != entry.table || row.front().key != entry.key)) tell();
    row.push_back(entry);
  });
  tell();
}

// Which nation an offer is of, and what each nation calls delivered, as said last.
class Donors {
 public:
  Donors(Store& store, std::uint64_t known) {
    each_row(store, known, [this](const std::vector<Entry>& row) {
      const std::string& table = row.front().table;
      if (table != "offers" && table != "nations") return;
      for (const Entry& entry : row)
        for (const StatedCell& stated : entry.cells) {
          if (table == "offers" && stated.column == "nation") nations_[entry.key] = stated.text;
          if (table == "nations" && stated.column == "delivered_at")
            delivered_at_[entry.key] = stated.text;
        }
    });
  }

  [[nodiscard]] std::string nation_of(const std::string& table, const Cells& cells) const {
    if (table == "offers") return std::string{cell(cells, "nation")};
    if (table == "conditions") return std::string{cell(cells, "party")};
    if (table == "promises") return std::string{cell(cells, "by")};
    const auto found = nations_.find(cell(cells, "offer"));
    return found == nations_.end() ? std::string{} : found->second;
  }

  // The states in which something is delivered by what the nation calls so.
  [[nodiscard]] std::vector<std::string_view> delivered(const std::string& nation) const {
    std::vector<std::string_view> states{"handed_over", "in_use"};
    const auto found = delivered_at_.find(nation);
    if (found == delivered_at_.end() || found->second == "handed_over") return states;
    states.push_back("arrived");
    if (found->second == "released") states.insert(states.end(), {"in_transit", "released"});
    return states;
  }

 private:
  std::map<std::string, std::string, std::less<>> nations_, delivered_at_;
};

void put(const Entry& entry, Cells& cells) {
  for (const StatedCell& stated : entry.cells) cells[stated.column] = stated.text;
}

// Follows the day of one row through its entries.
class Following {
 public:
  Following(const Tracked& what, const Donors& donors) : what_{what}, donors_{donors} {}

  std::optional<Slippage> follow(const std::vector<Entry>& row) && {
    for (const Entry& entry : row) look_at(entry);
    if (!is_promised_) return std::nullopt;
    found_.table = row.front().table;
    found_.key = row.front().key;
    found_.column = what_.day;
    found_.nation = donors_.nation_of(found_.table, cells_);
    return std::move(found_);
  }

 private:
  void look_at(const Entry& entry) {
    put(entry, cells_);
    const auto day = parse_day(cell(cells_, what_.day));
    const std::string_view status = what_.status.empty() ? "" : cell(cells_, what_.status);
    const bool is_done = holds(done_words(), status);
    if (day && !is_promised_ && !is_done && !found_.done) {
      is_promised_ = true;
      found_.promised = *day;
      found_.now = *day;
      found_.promised_in = found_.now_in = entry.number;
    } else if (day && is_promised_ && *day != found_.now && !is_done) {
      found_.now = *day;
      found_.now_in = entry.number;
      ++found_.times_moved;
    }
    if (is_done && !found_.done) found_.done = day_done(entry, status);
    if (!is_done) found_.done.reset();
    found_.has_failed = holds(what_.failed, status);
    found_.is_firm =
        what_.table == "programmes" || (what_.table == "offers" && status == "committed");
  }

  [[nodiscard]] std::vector<std::string_view> done_words() const {
    if (what_.table != "deliveries") return what_.done;
    return donors_.delivered(donors_.nation_of("deliveries", cells_));
  }

  // As stated; of what was delivered before it was handed over, the day from which that was true.
  [[nodiscard]] Day day_done(const Entry& entry, std::string_view status) const {
    const bool is_stated = !what_.done_on.empty() && holds(what_.done, status);
    const auto stated = is_stated ? parse_day(cell(cells_, what_.done_on)) : std::nullopt;
    return stated.value_or(entry.valid_from);
  }

  const Tracked& what_;
  const Donors& donors_;
  Cells cells_;
  Slippage found_;
  bool is_promised_ = false;
};

}  // namespace

std::vector<Slippage> slippage(Store& store, std::uint64_t known) {
  const Donors donors{store, known};
  std::vector<Slippage> found;
  each_row(store, known, [&](const std::vector<Entry>& row) {
    const auto what = std::ranges::find(tracked(), row.front().table, &Tracked::table);
    if (what == tracked().end()) return;
    if (auto one = Following{*what, donors}.follow(row)) found.push_back(*std::move(one));
  });
  return found;
}

std::vector<Shrinkage> shrinkage(Store& store, std::uint64_t known) {
  const Donors donors{store, known};
  std::vector<Shrinkage> found;
  each_row(store, known, [&](const std::vector<Entry>& row) {
    const std::string& table = row.front().table;
    if (table != "offers" && table != "deliveries") return;
    Cells cells;
    Shrinkage one{table, row.front().key, {}, {}, {}, 0, 0};
    for (const Entry& entry : row) {
      put(entry, cells);
      const std::string quantity{cell(cells, "quantity")};
      if (quantity.empty() || quantity == one.now) continue;
      if (one.promised_in == 0) {
        one.promised = quantity;
        one.promised_in = entry.number;
      }
      one.now = quantity;
      one.now_in = entry.number;
    }
    one.nation = donors.nation_of(table, cells);
    if (one.promised_in != 0 && one.promised != one.now) found.push_back(std::move(one));
  });
  return found;
}

}  // namespace muster::ledger
