// SPDX-License-Identifier: Apache-2.0
#include "app/burden_plan.hpp"

#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "base/nearest.hpp"

#include "app/folder/fair_share_sheet.hpp"
#include "app/folder/kept_plan.hpp"
#include "app/folder/named_nation.hpp"
#include "app/folder/nation_key.hpp"
#include "app/folder/target.hpp"
#include "model/cell_value.hpp"
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

// Why no overlay can be written as it is asked for; empty: it can.
std::string objection_to(const BurdenRequest& request) {
  if (!request.overlay) return {};
  constexpr int places = 3;
  constexpr std::int64_t most = 10'000'000;
  const auto weight = parse_decimal(request.weight, places);
  if (!weight || *weight <= 0 || *weight > most)
    return "\"" + request.weight
           + "\" is no weight: a number above 0, at most 10000, with at most 3 decimals";
  return objection_to_package(*request.overlay);
}

// What was written, in words; an objection where nothing could be.
struct Written {
  std::optional<report::WrittenShares> shares;
  std::string objection;
};
Written write_shares(const BurdenRequest& request,
                     const Scenario& scenario,
                     const explain::BurdenAnswer& answer,
                     const NationKey& key) {
  if (!request.overlay) return {};
  FairShareSheet sheet =
      fair_share_sheet(scenario, answer, key, request.weight, request.plan.filename().string());
  if (sheet.rows == 0) return {{}, "no nation that states a key bears any people-days"};
  write_folder(*request.overlay, {{"fair_shares.csv", std::move(sheet.text)}});
  return {report::WrittenShares{request.overlay->string(), sheet.rows, request.weight}, {}};
}

}  // namespace

Answer burden_plan(const BurdenRequest& request, const Speech& speech) {
  if (const std::string why = objection_to(request); !why.empty())
    return misuse(why, "Name another folder, or --weight 0.001.");
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
                  advice_on_nation(scenario, request.without));
  }
  const explain::BurdenAnswer answer =
      explain::burden(scenario, kept->parts.plan, kept->parts.verdict, key->of, without);
  Written written = write_shares(request, scenario, answer, *key);
  if (!written.objection.empty())
    return misuse(written.objection, "Maybe another --key, for which more nations state theirs?");
  const report::BurdenView view{scenario,
                                answer,
                                request.plan.string(),
                                key->name,
                                key->source,
                                key->decimals,
                                request.all,
                                std::move(written.shares)};
  return {speech.json ? report::burden_json(view) : report::burden_text(view, speech.terminal),
          {},
          Exit::done};
}

}  // namespace muster::app
