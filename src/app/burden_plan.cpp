// SPDX-License-Identifier: Apache-2.0
#include "app/burden_plan.hpp"

#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "base/nearest.hpp"

#include "app/folder/kept_plan.hpp"
#include "app/folder/nation_key.hpp"
#include "report/burden.hpp"

namespace muster::app {
namespace {

namespace fs = std::filesystem;

// By how many nations with offers the key is stated.
std::size_t stated_by(const Scenario& scenario, const NationKey& key) {
  std::set<Id<Nation>> nations;
  for (const Id<Offer> id : scenario->offers.ids()) {
    const Id<Nation> nation = scenario->offers[id].nation;
    if (key.of[nation].value_or(0) > 0) nations.insert(nation);
  }
  return nations.size();
}

// GDP, unless more nations state their population.
NationKey usual_key(const Scenario& scenario) {
  NationKey gdp = gdp_key(scenario), population = population_key(scenario);
  const std::size_t by_gdp = stated_by(scenario, gdp);
  const std::size_t by_population = stated_by(scenario, population);
  if (by_gdp == 0 && by_population == 0) return no_key(scenario);
  return by_gdp >= by_population ? std::move(gdp) : std::move(population);
}

std::string not_a_file(const std::string& word) {
  const std::vector<std::string_view> words{"gdp", "population"};
  const auto near = nearest(word, words);
  return near ? "Maybe " + std::string{*near} + "?"
              : "A key is gdp, population, or a CSV file with the columns nation and the key.";
}

std::string not_a_nation(const Scenario& scenario, const std::string& word) {
  std::vector<std::string_view> keys;
  for (const Id<Nation> id : scenario->nations.ids()) keys.push_back(scenario->nations[id].key);
  const auto near = nearest(word, keys);
  return near ? "Maybe " + std::string{*near} + "?" : "Nations are written as three letters: NLD.";
}

}  // namespace

Answer burden_plan(const BurdenRequest& request, const Speech& speech) {
  const Result<KeptPlan> kept = open_kept(request.plan);
  if (!kept) return refuse(kept.error(), speech);
  const Scenario& scenario = kept->situation->scenario;
  const bool is_file = !request.key.empty() && request.key != "gdp" && request.key != "population";
  if (is_file && !fs::exists(request.key)) {
    return misuse("there is no key and no file \"" + request.key + "\"", not_a_file(request.key));
  }
  Result<NationKey> key = request.key == "gdp"          ? gdp_key(scenario)
                          : request.key == "population" ? population_key(scenario)
                          : is_file                     ? read_key(scenario, request.key)
                                                        : usual_key(scenario);
  if (!key) return refuse(key.error(), speech);
  if (!request.key.empty() && stated_by(scenario, *key) == 0) {
    return misuse("no nation with an offer states the key \"" + request.key + "\"",
                  "Maybe --key population, or a file with the columns nation and the key?");
  }
  const auto without = scenario.find_nation(request.without);
  if (!request.without.empty() && !without) {
    return misuse("the plan knows no nation \"" + request.without + "\"",
                  not_a_nation(scenario, request.without));
  }
  const explain::BurdenAnswer answer =
      explain::burden(scenario, kept->parts.plan, kept->parts.verdict, key->of, without);
  const report::BurdenView view{
      scenario, answer, request.plan.string(), key->name, key->source, key->decimals, request.all};
  return {speech.json ? report::burden_json(view) : report::burden_text(view, speech.terminal),
          {},
          Exit::done};
}

}  // namespace muster::app
