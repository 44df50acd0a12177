// SPDX-License-Identifier: Apache-2.0
#include "app/folder/price_sheet.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace muster::app {
namespace {

// What a row of prices.csv speaks of. Ceilings, kin and stocks have no key of one cell: theirs are
// joined.
std::string key_of(const Nouns& nouns, const Ceiling& ceiling) {
  return nouns.nations[ceiling.nation].key + "/" + to_text(ceiling.period.from);
}
std::string key_of(const Nouns& nouns, const Stock& stock) {
  return nouns.nations[stock.nation].key + "/" + nouns.capabilities[stock.capability].key + "/"
         + to_text(stock.on);
}
std::string key_of(const Nouns& nouns, const KinPair& pair) {
  return nouns.units[pair.one].key + "/" + nouns.units[pair.other].key;
}
std::string key_of(const Nouns& /*nouns*/, const Requirement& requirement) {
  return requirement.key;
}
std::string key_of(const Nouns& /*nouns*/, const Budget& budget) {
  return budget.key;
}

template <class Thing>
std::map<std::string, Id<Thing>> ids_by_key(const Nouns& nouns, const Table<Thing>& table) {
  std::map<std::string, Id<Thing>> ids;
  for (const Id<Thing> id : table.ids()) ids.emplace(key_of(nouns, table[id]), id);
  return ids;
}

template <class Thing>
void write_by_bucket(
    Sheet& sheet,
    const Scenario& scenario,
    const Grid& grid,
    const std::string& row,
    const std::pair<const Table<Thing>&, const Table<Thing, std::vector<std::int64_t>>&>& of) {
  for (const Id<Thing> id : of.first.ids()) {
    const std::vector<std::int64_t>& prices = of.second[id];
    for (std::size_t bucket = 0; bucket < prices.size(); ++bucket) {
      if (prices[bucket] == 0) continue;
      sheet.rows.push_back({row,
                            key_of(*scenario, of.first[id]),
                            to_text(grid[bucket]),
                            to_text(grid[bucket + 1]),
                            std::to_string(prices[bucket])});
    }
  }
}

template <class Thing>
void write_once(Sheet& sheet,
                const Scenario& scenario,
                const std::string& row,
                const Table<Thing>& things,
                const Table<Thing, std::int64_t>& prices) {
  for (const Id<Thing> id : things.ids()) {
    if (prices[id] == 0) continue;
    sheet.rows.push_back({row, key_of(*scenario, things[id]), {}, {}, std::to_string(prices[id])});
  }
}

class PriceReader {
 public:
  PriceReader(const Scenario& scenario, const Grid& grid)
      : scenario_{scenario},
        grid_{grid},
        requirements_{ids_by_key(*scenario, scenario->requirements)},
        ceilings_{ids_by_key(*scenario, scenario->ceilings)},
        kin_{ids_by_key(*scenario, scenario->kin)},
        budgets_{ids_by_key(*scenario, scenario->budgets)},
        stocks_{ids_by_key(*scenario, scenario->stocks)},
        read_{no_prices(scenario, grid)} {}

  void read_row(SheetReader& reader) {
    const std::string& row = reader.text("row");
    if (row == "requirement") {
      read_by_bucket(reader, requirements_, read_.requirement);
    } else if (row == "ceiling") {
      read_by_bucket(reader, ceilings_, read_.ceiling);
    } else if (row == "kin") {
      read_by_bucket(reader, kin_, read_.kin);
    } else if (row == "budget") {
      read_once(reader, budgets_, read_.budget);
    } else if (row == "stock") {
      read_once(reader, stocks_, read_.stock);
    } else {
      reader.complain("row", "\"" + row + "\" is none of requirement, ceiling, kin, budget, stock");
    }
  }

  [[nodiscard]] Certificate result() && { return std::move(read_); }

 private:
  template <class Thing>
  void read_by_bucket(SheetReader& reader,
                      const std::map<std::string, Id<Thing>>& ids,
                      Table<Thing, std::vector<std::int64_t>>& prices) {
    const auto found = ids.find(reader.text("key"));
    const Period period = reader.period();
    const auto bucket = std::lower_bound(grid_.begin(), grid_.end(), period.from);
    const std::int64_t price = reader.whole("price", 0);
    if (found == ids.end()) return reader.complain("key", "there is no such row in the data");
    const bool is_bucket = bucket != grid_.end() && *bucket == period.from
                           && std::next(bucket) != grid_.end()
                           && *std::next(bucket) == period.until;
    if (!is_bucket) return reader.complain("from", "the period is none of the plan's grid");
    set(reader, prices[found->second][static_cast<std::size_t>(bucket - grid_.begin())], price);
  }

  template <class Thing>
  void read_once(SheetReader& reader,
                 const std::map<std::string, Id<Thing>>& ids,
                 Table<Thing, std::int64_t>& prices) {
    const auto found = ids.find(reader.text("key"));
    const std::int64_t price = reader.whole("price", 0);
    if (found == ids.end()) return reader.complain("key", "there is no such row in the data");
    set(reader, prices[found->second], price);
  }

  static void set(SheetReader& reader, std::int64_t& price, std::int64_t value) {
    if (price != 0) reader.complain("price", "this price stands here twice");
    price = value;
  }

  const Scenario& scenario_;
  const Grid& grid_;
  std::map<std::string, Id<Requirement>> requirements_;
  std::map<std::string, Id<Ceiling>> ceilings_;
  std::map<std::string, Id<KinPair>> kin_;
  std::map<std::string, Id<Budget>> budgets_;
  std::map<std::string, Id<Stock>> stocks_;
  Certificate read_;
};

const std::vector<std::string> columns{"row", "key", "from", "until", "price"};

}  // namespace

Sheet price_sheet(const Scenario& scenario, const Grid& grid, const Certificate& certificate) {
  Sheet sheet{columns, {}, {}};
  write_by_bucket<Requirement>(
      sheet, scenario, grid, "requirement", {scenario->requirements, certificate.requirement});
  write_by_bucket<Ceiling>(
      sheet, scenario, grid, "ceiling", {scenario->ceilings, certificate.ceiling});
  write_by_bucket<KinPair>(sheet, scenario, grid, "kin", {scenario->kin, certificate.kin});
  write_once(sheet, scenario, "budget", scenario->budgets, certificate.budget);
  write_once(sheet, scenario, "stock", scenario->stocks, certificate.stock);
  return sheet;
}

Result<Certificate> read_prices(const Scenario& scenario,
                                const Grid& grid,
                                const std::string& bytes) {
  const Result<Sheet> sheet = read_sheet("prices.csv", bytes, columns);
  if (!sheet) return std::unexpected{sheet.error()};
  SheetReader reader{"prices.csv", *sheet};
  PriceReader prices{scenario, grid};
  while (reader.next()) prices.read_row(reader);
  if (!reader.problems().empty()) return std::unexpected{reader.problems()};
  return std::move(prices).result();
}

}  // namespace muster::app
