// SPDX-License-Identifier: Apache-2.0
#include "app/folder/nation_key.hpp"

#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "base/nearest.hpp"

#include "io/csv.hpp"
#include "io/file.hpp"
#include "model/cell_value.hpp"

namespace muster::app {
namespace {

constexpr int places = 6;  // decimals of a file's numbers

// The sources of the rows that state something, without their places.
template <class Stated>
NationKey key_of(const Scenario& scenario, std::string name, const Stated& stated) {
  NationKey key{explain::BurdenKey{scenario->nations.size()}, std::move(name), "nations.csv", 0};
  std::set<std::string> sources;
  for (const Id<Nation> id : scenario->nations.ids()) {
    const Nation& nation = scenario->nations[id];
    key.of[id] = stated(nation);
    if (key.of[id] && !nation.source.empty()) {
      sources.insert(nation.source.substr(0, nation.source.find('#')));
    }
  }
  for (const std::string& source : sources) key.source += ", " + source;
  return key;
}

// Reads the rows below the heading.
class KeyRows {
 public:
  KeyRows(const Scenario& scenario, std::string file, std::size_t nation_column)
      : scenario_{scenario},
        file_{std::move(file)},
        nation_column_{nation_column},
        key_{scenario->nations.size()} {
    for (const Id<Nation> id : scenario->nations.ids()) keys_.push_back(scenario->nations[id].key);
  }

  void read(const io::CsvRow& row, const std::string& title) {
    if (row.cells.size() != 2) {
      refuse(row.line, "", "the row has " + std::to_string(row.cells.size()) + " cells, not 2", "");
      return;
    }
    const std::string& name = row.cells[nation_column_].text;
    const std::string& number = row.cells[1 - nation_column_].text;
    const auto nation = scenario_.find_nation(name);
    if (!nation) {
      const auto near = nearest(name, keys_);
      refuse(row.line,
             "nation",
             "the data has no nation \"" + name + "\"",
             near ? "Maybe " + std::string{*near} + "?" : "Nations are three letters: NLD.");
      return;
    }
    const auto value = parse_decimal(number, places);
    if (!value || *value < 0) {
      refuse(row.line,
             title,
             "\"" + number + "\" is not a number of at most six decimals, 0 or more",
             "Maybe write it without signs and separators: 16.35");
      return;
    }
    if (key_[*nation]) refuse(row.line, "nation", "\"" + name + "\" stands here twice", "");
    key_[*nation] = value;
  }

  void refuse(std::uint32_t line, std::string column, std::string what, std::string advice) {
    problems_.push_back({file_, line, std::move(column), std::move(what), std::move(advice)});
  }
  [[nodiscard]] explain::BurdenKey& key() { return key_; }
  [[nodiscard]] Problems& problems() { return problems_; }

 private:
  const Scenario& scenario_;
  std::string file_;
  std::size_t nation_column_;
  explain::BurdenKey key_;
  std::vector<std::string_view> keys_;
  Problems problems_;
};

}  // namespace

Result<NationKey> read_key(const Scenario& scenario, const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  const std::string bytes = io::read_file(file);
  const io::CsvText text = io::read_csv(bytes, name);
  if (!text.problems.empty()) return std::unexpected{text.problems};
  const bool is_pair = !text.rows.empty() && text.rows.front().cells.size() == 2;
  const bool second = is_pair && text.rows.front().cells[1].text == "nation";
  if (!is_pair || (!second && text.rows.front().cells[0].text != "nation")) {
    return std::unexpected{Problems{{name,
                                     1,
                                     "",
                                     "the heading is not \"nation\" and the key's name",
                                     "Maybe nation,cost_share and below it NLD,3.45?"}}};
  }
  const std::string title = text.rows.front().cells[second ? 0 : 1].text;
  KeyRows rows{scenario, name, second ? std::size_t{1} : std::size_t{0}};
  for (std::size_t i = 1; i < text.rows.size(); ++i) rows.read(text.rows[i], title);
  if (!rows.problems().empty()) return std::unexpected{std::move(rows.problems())};
  return NationKey{std::move(rows.key()), title, name, places};
}

NationKey gdp_key(const Scenario& scenario) {
  return key_of(scenario, "GDP in EUR", [](const Nation& nation) {
    return nation.gdp ? std::optional{nation.gdp->count()} : std::nullopt;
  });
}

NationKey population_key(const Scenario& scenario) {
  return key_of(scenario, "population", [](const Nation& nation) { return nation.population; });
}

NationKey no_key(const Scenario& scenario) {
  return {explain::BurdenKey{scenario->nations.size()}, {}, {}, 0};
}

}  // namespace muster::app
