// SPDX-License-Identifier: Apache-2.0
#include "app/folder/price_sheet.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "app/folder/sheet.hpp"
#include "io/csv.hpp"

namespace muster::app {
namespace {

const std::vector<std::string> columns{"row", "key", "from", "until", "price"};
const std::vector<std::string> columns_by_tier{"tier", "row", "key", "from", "until", "price"};

// What a row of prices.csv speaks of. Ceilings, kin and stocks have no key of one cell: theirs are
// joined. A fair share has its nation's.
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

std::string key_of(const Nouns& nouns, const FairShare& share) {
  return nouns.nations[share.nation].key;
}

std::string key_in(const Requirement& requirement, const std::string& future) {
  return requirement.key + "/" + future;
}

template <class Thing>
std::map<std::string, Id<Thing>> ids_by_key(const Nouns& nouns, const Table<Thing>& table) {
  std::map<std::string, Id<Thing>> ids;
  for (const Id<Thing> id : table.ids()) ids.emplace(key_of(nouns, table[id]), id);
  return ids;
}

// Row by row into one text: an alliance has millions of prices.
class PriceWriter {
 public:
  PriceWriter(const Scenario& scenario, const Grid& grid, const std::vector<std::string>& heading)
      : nouns_{*scenario} {
    for (const Day day : grid) days_.push_back(to_text(day));
    for (const std::string& column : heading) text_ += (text_.empty() ? "" : ",") + column;
    text_ += '\n';
  }

  // From here on every row begins with this.
  void begin_rows_with(std::string cells) { beginning_ = std::move(cells); }

  void write(const Certificate& certificate) {
    if (nouns_.futures.size() == 0)
      write("requirement", nouns_.requirements, certificate.requirement);
    else
      write_futures(certificate);
    write("ceiling", nouns_.ceilings, certificate.ceiling);
    write("kin", nouns_.kin, certificate.kin);
    write("budget", nouns_.budgets, certificate.budget);
    write("stock", nouns_.stocks, certificate.stock);
    write("fair_share", nouns_.fair_shares, certificate.fair_share);
  }

  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  template <class Thing>
  void write(std::string_view row,
             const Table<Thing>& things,
             const Table<Thing, std::vector<std::int64_t>>& prices) {
    constexpr std::size_t bytes_of_row = 72;  // or less, mostly
    std::size_t rows = 0;
    for (const Id<Thing> id : things.ids())
      rows += prices[id].size()
              - static_cast<std::size_t>(std::ranges::count(prices[id], std::int64_t{0}));
    text_.reserve(text_.size() + rows * bytes_of_row);
    for (const Id<Thing> id : things.ids()) {
      const std::string key = key_of(nouns_, things[id]);
      for (std::size_t bucket = 0; bucket < prices[id].size(); ++bucket)
        add({row, key, days_[bucket], days_[bucket + 1]}, prices[id][bucket]);
    }
  }
  // A requirement's prices in each future, by both keys; and how much each future counts.
  void write_futures(const Certificate& certificate) {
    const std::size_t buckets = days_.size() - 1;
    for (const auto f : nouns_.futures.ids()) {
      const std::string& future = nouns_.futures[f].key;
      add({"future", future, {}, {}}, certificate.future[f.index()]);
      for (const auto id : nouns_.requirements.ids()) {
        const std::string key = key_in(nouns_.requirements[id], future);
        for (std::size_t b = 0; b < buckets; ++b)
          add({"requirement", key, days_[b], days_[b + 1]},
              certificate.requirement[id][f.index() * buckets + b]);
      }
    }
  }
  template <class Thing>
  void write(std::string_view row,
             const Table<Thing>& things,
             const Table<Thing, std::int64_t>& prices) {
    for (const Id<Thing> id : things.ids())
      add({row, key_of(nouns_, things[id]), {}, {}}, prices[id]);
  }

  struct Place {
    std::string_view row;
    const std::string& key;
    std::string_view from, until;
  };
  void add(const Place& place, std::int64_t price) {
    if (price == 0) return;
    const std::string number = std::to_string(price);
    const std::array<std::string_view, 5> cells{
        place.row, place.key, place.from, place.until, number};
    text_ += beginning_;
    io::append_csv_row(text_, cells);
  }

  const Nouns& nouns_;
  std::vector<std::string> days_;
  std::string beginning_;
  std::string text_;
};

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
        fair_shares_{ids_by_key(*scenario, scenario->fair_shares)},
        read_{no_prices(scenario, grid)} {
    for (const auto f : scenario->futures.ids()) futures_.emplace(scenario->futures[f].key, f);
    std::ranges::fill(read_.future, 0);
  }

  void read_row(SheetReader& reader) {
    const std::string& row = reader.text("row");
    if (row == "requirement") {
      read_requirement(reader);
    } else if (row == "future") {
      read_future(reader);
    } else if (row == "ceiling") {
      read_by_bucket(reader, ceilings_, read_.ceiling);
    } else if (row == "kin") {
      read_by_bucket(reader, kin_, read_.kin);
    } else if (row == "budget") {
      read_once(reader, budgets_, read_.budget);
    } else if (row == "stock") {
      read_once(reader, stocks_, read_.stock);
    } else if (row == "fair_share") {
      read_once(reader, fair_shares_, read_.fair_share);
    } else {
      reader.complain(
          "row",
          "\"" + row
              + "\" is none of requirement, ceiling, kin, budget, stock, fair_share, future");
    }
  }

  [[nodiscard]] Certificate result() && { return std::move(read_); }

 private:
  void read_requirement(SheetReader& reader) {
    const std::string& key = reader.text("key");
    if (futures_.empty()) return read_by_bucket(reader, requirements_, key, read_.requirement);
    const std::size_t slash = key.find('/');
    const auto future = futures_.find(slash == std::string::npos ? "" : key.substr(slash + 1));
    if (future == futures_.end())
      return reader.complain("key", "a future of the data is to follow the requirement, after /");
    read_by_bucket(reader,
                   requirements_,
                   key.substr(0, slash),
                   read_.requirement,
                   future->second.index() * (grid_.size() - 1));
  }

  void read_future(SheetReader& reader) {
    const auto found = futures_.find(reader.text("key"));
    const std::int64_t price = reader.whole("price", 0);
    if (found == futures_.end()) return reader.complain("key", "there is no such row in the data");
    set(reader, read_.future[found->second.index()], price);
  }

  template <class Thing>
  void read_by_bucket(SheetReader& reader,
                      const std::map<std::string, Id<Thing>>& ids,
                      Table<Thing, std::vector<std::int64_t>>& prices) {
    read_by_bucket(reader, ids, reader.text("key"), prices);
  }

  // `first`: where the buckets begin among the prices of the thing.
  template <class Thing>
  void read_by_bucket(SheetReader& reader,
                      const std::map<std::string, Id<Thing>>& ids,
                      const std::string& key,
                      Table<Thing, std::vector<std::int64_t>>& prices,
                      std::size_t first = 0) {
    const auto found = ids.find(key);
    const Period period = reader.period();
    const auto bucket = std::lower_bound(grid_.begin(), grid_.end(), period.from);
    const std::int64_t price = reader.whole("price", 0);
    if (found == ids.end()) return reader.complain("key", "there is no such row in the data");
    const bool is_bucket = bucket != grid_.end() && *bucket == period.from
                           && std::next(bucket) != grid_.end()
                           && *std::next(bucket) == period.until;
    if (!is_bucket) return reader.complain("from", "the period is none of the plan's grid");
    const auto at = first + static_cast<std::size_t>(bucket - grid_.begin());
    set(reader, prices[found->second][at], price);
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
  std::map<std::string, Id<FairShare>> fair_shares_;
  std::map<std::string, Id<Future>> futures_;
  Certificate read_;
};

}  // namespace

std::string price_text(const Scenario& scenario, const Grid& grid, const Certificate& certificate) {
  PriceWriter writer{scenario, grid, columns};
  writer.write(certificate);
  return std::move(writer).text();
}

std::string tier_price_text(const Scenario& scenario,
                            const Grid& grid,
                            const std::vector<TierProof>& tiers) {
  PriceWriter writer{scenario, grid, columns_by_tier};
  for (std::size_t t = 0; t < tiers.size(); ++t) {
    writer.begin_rows_with(std::to_string(t + 1) + ",");
    writer.write(tiers[t].certificate);
  }
  return std::move(writer).text();
}

Result<Certificate> read_prices(const Scenario& scenario,
                                const Grid& grid,
                                const std::string& bytes) {
  PriceReader prices{scenario, grid};
  Problems problems = read_sheet(
      "prices.csv", bytes, columns, [&](SheetReader& reader) { prices.read_row(reader); });
  if (!problems.empty()) return std::unexpected{std::move(problems)};
  return std::move(prices).result();
}

Result<std::vector<Certificate>> read_tier_prices(const Scenario& scenario,
                                                  const Grid& grid,
                                                  std::size_t tiers,
                                                  const std::string& bytes) {
  std::vector<PriceReader> prices;
  for (std::size_t t = 0; t < tiers; ++t) prices.emplace_back(scenario, grid);
  const auto read_row = [&](SheetReader& reader) {
    const std::int64_t tier = reader.whole("tier", 1);
    if (tier < 1 || tier > static_cast<std::int64_t>(tiers))
      return reader.complain("tier", "the plan has " + std::to_string(tiers) + " tiers");
    prices[static_cast<std::size_t>(tier - 1)].read_row(reader);
  };
  Problems problems = read_sheet(tier_prices_file, bytes, columns_by_tier, read_row);
  if (!problems.empty()) return std::unexpected{std::move(problems)};
  std::vector<Certificate> read;
  for (PriceReader& reader : prices) read.push_back(std::move(reader).result());
  return read;
}

}  // namespace muster::app
