// SPDX-License-Identifier: Apache-2.0
#include "app/folder/record.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/sha256.hpp"
#include "base/wide.hpp"

#include "app/folder/amount_text.hpp"

namespace muster::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr int amount_places = 3;  // thousandths of a counting unit
constexpr int unmet_places = 3;   // weighted thousandths × days, shown as requirement-days

std::string canonical(const Json& json) {
  return json.dump(2) + "\n";
}

constexpr std::string_view unmet_goal = "unmet", excess_goal = "excess";

// What is unmet, and what is above fair shares, is shown in requirement-days.
bool is_in_requirement_days(const TierRecord& tier) {
  return tier.goal == unmet_goal || tier.goal == excess_goal;
}

std::string tier_text(const TierRecord& tier, Wide value) {
  return is_in_requirement_days(tier) ? decimal(value, unmet_places) : to_text(value);
}

Json tiers_json(const std::vector<TierRecord>& tiers) {
  Json rows = Json::array();
  for (const TierRecord& tier : tiers) {
    rows.push_back({{"goal", tier.goal},
                    {"priorities", tier.priorities},
                    {"value", tier_text(tier, tier.value)},
                    {"bound", tier_text(tier, tier.bound)},
                    {"gap", tier.gap},
                    {"weights", tier.weights}});
  }
  return rows;
}

Json objective(const Record& record) {
  Json sums = Json::array();
  for (const MeasureSum& sum : record.measures) {
    sums.push_back({{"measure", sum.measure},
                    {"required_days", decimal(sum.required, amount_places)},
                    {"filled_days", decimal(sum.filled, amount_places)},
                    {"short_days", decimal(sum.short_of, amount_places)}});
  }
  return {{"value", to_text(record.goals.points)},
          {"bound", to_text(record.bound)},
          {"gap", record.gap},
          {"unmet_weighted", decimal(record.goals.unmet, unmet_places)},
          {"unmet", decimal(record.goals.unmet_plain, unmet_places)},
          {"goals",
           {{"firmness", record.goals.firmness},
            {"cost", record.goals.cost},
            {"distance", record.goals.distance}}},
          {"measures", std::move(sums)}};
}

Json side_json(const report::RobustFigures::Side& side) {
  return {{"unmet_weighted", decimal(side.unmet, unmet_places)},
          {"unmet_weighted_on_average", decimal(side.unmet_on_average, unmet_places)},
          {"unmet_weighted_in_worst", decimal(side.unmet_in_worst, unmet_places)},
          {"filled_p10", side.p10},
          {"filled_p50", side.p50},
          {"filled_p90", side.p90}};
}

Json robust_json(const report::RobustFigures& robust) {
  Json json{{"trials", robust.trials},
            {"plan", side_json(robust.plan)},
            {"without_futures", side_json(robust.without)}};
  if (robust.percent) json["percent"] = *robust.percent;
  return json;
}

Json without_seal(const Record& record) {
  Json json{{"format", plan_format},
            {"muster", record.version},
            {"data",
             {{"name", record.data_name},
              {"sha256", record.data_hash},
              {"as_of", record.as_of},
              {"from", record.from},
              {"until", record.until},
              {"overlays", record.overlays}}},
            {"options",
             {{"counting", std::string{to_text(record.counting)}},
              {"grid", std::string{to_text(record.grid)}},
              {"seed", record.seed},
              {"effort", record.effort_allowed},
              {"near_plan_in_force", record.against_plan_in_force}}},
            {"objective", objective(record)},
            {"stop", {{"why", record.stop}, {"limited_by_clock", record.limited_by_clock}}},
            {"effort",
             {{"pricings", record.effort.pricings},
              {"ascent_steps", record.effort.ascent_steps},
              {"neighbourhoods", record.effort.neighbourhoods},
              {"columns", record.effort.columns}}},
            {"files", record.files}};
  if (record.goals.excess > 0)
    json["objective"]["goals"]["excess"] = decimal(record.goals.excess, unmet_places);
  if (record.goals.unmet_in_futures > 0)
    json["objective"]["goals"]["unmet_in_futures"] =
        decimal(record.goals.unmet_in_futures, unmet_places);
  if (record.robust) json["objective"]["robust"] = robust_json(*record.robust);
  if (!record.tiers.empty()) json["objective"]["tiers"] = tiers_json(record.tiers);
  return json;
}

template <class Value, std::size_t Count>
Value read_word(const Json& json, const std::array<Value, Count>& values) {
  const auto text = json.get<std::string>();
  for (const Value value : values) {
    if (to_text(value) == text) return value;
  }
  throw std::invalid_argument{"\"" + text + "\" is no word of Muster here"};
}

Points read_points(const Json& json) {
  Points points = 0;
  if (!parse_wide(json.get<std::string>(), points)) {
    throw std::invalid_argument{"\"" + json.get<std::string>() + "\" is no whole number"};
  }
  return points;
}

// The thousandths of a decimal as `decimal` writes it.
Wide read_thousandths(const Json& json) {
  std::string text = json.get<std::string>();
  const std::size_t point = text.find('.');
  std::size_t after = 0;
  if (point != std::string::npos) {
    after = text.size() - point - 1;
    text.erase(point, 1);
  }
  Wide value = 0;
  if (after > amount_places || !parse_wide(text, value)) {
    throw std::invalid_argument{"\"" + json.get<std::string>()
                                + "\" is no decimal of three places"};
  }
  for (; after < amount_places; ++after) value *= 10;
  return value;
}

void read_origin(const Json& json, Record& record) {
  record.version = json.at("muster").get<std::string>();
  const Json& data = json.at("data");
  record.data_name = data.at("name").get<std::string>();
  record.data_hash = data.at("sha256").get<std::string>();
  record.as_of = data.at("as_of").get<std::string>();
  record.from = data.at("from").get<std::string>();
  record.until = data.at("until").get<std::string>();
  record.overlays = data.at("overlays").get<std::vector<std::string>>();
  const Json& options = json.at("options");
  record.counting = read_word(options.at("counting"),
                              std::array{Counting::firm, Counting::expected, Counting::best});
  record.grid =
      read_word(options.at("grid"),
                std::array{GridStep::day, GridStep::week, GridStep::month, GridStep::events});
  record.seed = options.at("seed").get<std::uint64_t>();
  record.effort_allowed = options.at("effort").get<std::uint64_t>();
  record.against_plan_in_force = options.at("near_plan_in_force").get<bool>();
}

TierRecord read_tier(const Json& json) {
  TierRecord tier;
  tier.goal = json.at("goal").get<std::string>();
  tier.priorities = json.at("priorities").get<std::vector<std::string>>();
  const auto read = [&](const char* name) {
    return is_in_requirement_days(tier) ? read_thousandths(json.at(name))
                                        : read_points(json.at(name));
  };
  tier.value = read("value");
  tier.bound = read("bound");
  tier.gap = json.at("gap").get<std::string>();
  tier.weights = json.at("weights").get<TierWeights>();
  return tier;
}

report::RobustFigures::Side read_side(const Json& json) {
  return {.unmet = read_thousandths(json.at("unmet_weighted")),
          .unmet_on_average = read_thousandths(json.at("unmet_weighted_on_average")),
          .unmet_in_worst = read_thousandths(json.at("unmet_weighted_in_worst")),
          .p10 = json.at("filled_p10").get<std::int64_t>(),
          .p50 = json.at("filled_p50").get<std::int64_t>(),
          .p90 = json.at("filled_p90").get<std::int64_t>()};
}

report::RobustFigures read_robust(const Json& json) {
  report::RobustFigures robust{.percent = std::nullopt,
                               .trials = json.at("trials").get<std::int64_t>(),
                               .plan = read_side(json.at("plan")),
                               .without = read_side(json.at("without_futures"))};
  if (json.contains("percent")) robust.percent = json.at("percent").get<int>();
  return robust;
}

void read_objective(const Json& json, Record& record) {
  if (json.contains("robust")) record.robust = read_robust(json.at("robust"));

  for (const Json& tier : json.value("tiers", Json::array()))
    record.tiers.push_back(read_tier(tier));
  record.goals.points = read_points(json.at("value"));
  record.bound = read_points(json.at("bound"));
  record.gap = json.at("gap").get<std::string>();
  record.goals.unmet = read_thousandths(json.at("unmet_weighted"));
  record.goals.unmet_plain = read_thousandths(json.at("unmet"));
  if (json.at("goals").contains("excess"))
    record.goals.excess = read_thousandths(json.at("goals").at("excess"));
  if (json.at("goals").contains("unmet_in_futures"))
    record.goals.unmet_in_futures = read_thousandths(json.at("goals").at("unmet_in_futures"));
  record.goals.firmness = json.at("goals").at("firmness").get<std::int64_t>();
  record.goals.cost = json.at("goals").at("cost").get<std::int64_t>();
  record.goals.distance = json.at("goals").at("distance").get<std::int64_t>();
  for (const Json& sum : json.at("measures")) {
    record.measures.push_back({sum.at("measure").get<std::string>(),
                               read_thousandths(sum.at("required_days")),
                               read_thousandths(sum.at("filled_days")),
                               read_thousandths(sum.at("short_days"))});
  }
}

void read_course(const Json& json, Record& record) {
  record.stop = json.at("stop").at("why").get<std::string>();
  record.limited_by_clock = json.at("stop").at("limited_by_clock").get<bool>();
  record.effort.pricings = json.at("effort").at("pricings").get<std::uint64_t>();
  record.effort.ascent_steps = json.at("effort").at("ascent_steps").get<std::uint64_t>();
  record.effort.neighbourhoods = json.at("effort").at("neighbourhoods").get<std::uint64_t>();
  record.effort.columns = json.at("effort").at("columns").get<std::uint64_t>();
  record.files = json.at("files").get<std::map<std::string, std::string>>();
}

Record record_of(const Json& json) {
  if (json.at("format") != plan_format) {
    throw std::invalid_argument{std::string{"its format is not "} + plan_format};
  }
  Record record;
  read_origin(json, record);
  read_objective(json.at("objective"), record);
  read_course(json, record);
  return record;
}

}  // namespace

std::string to_json(const Record& record) {
  Json json = without_seal(record);
  json["seal"] = sha256(canonical(json));
  return canonical(json);
}

Result<Record> read_record(const std::string& bytes) {
  try {
    return record_of(Json::parse(bytes));
  } catch (const std::exception& why) {  // of the JSON library, or one of those above
    return std::unexpected{Problems{{record_file, 0, {}, why.what(), {}}}};
  }
}

bool is_seal_whole(const std::string& bytes) {
  Json json = Json::parse(bytes, nullptr, false);
  if (!json.is_object() || !json.contains("seal") || canonical(json) != bytes) return false;
  const Json seal = json["seal"];
  json.erase("seal");
  return seal == sha256(canonical(json));
}

std::vector<TierRecord> tier_records(const Scenario& scenario,
                                     const Plan& in_force,
                                     const std::vector<TierProof>& proofs) {
  const std::vector<Tier> tiers = tiers_of(scenario, in_force);
  std::vector<TierRecord> records;
  for (std::size_t t = 0; t < std::min(tiers.size(), proofs.size()); ++t) {
    TierRecord record;
    record.goal = to_text(tiers[t].goal);
    for (const auto priority : tiers[t].priorities)
      record.priorities.push_back(scenario->priorities[priority].key);
    record.value = proofs[t].value;
    record.bound = proofs[t].bound;
    if (record.bound <= record.value) record.gap = gap_text(record.value, record.bound);
    record.weights = proofs[t].weights;
    records.push_back(std::move(record));
  }
  return records;
}

std::vector<MeasureSum> sum_by_measure(const Scenario& scenario, const judge::Verdict& verdict) {
  constexpr std::array measures{Measure::unit,
                                Measure::person,
                                Measure::aircraft,
                                Measure::vessel,
                                Measure::system,
                                Measure::piece,
                                Measure::money};
  std::vector<MeasureSum> sums;
  for (const Measure measure : measures) {
    MeasureSum sum{.measure = std::string{to_text(measure)}};
    for (const Id<Requirement> id : scenario->requirements.ids()) {
      if (scenario->capabilities[scenario->requirements[id].capability].measure != measure)
        continue;
      for (const judge::Stretch& stretch : verdict.coverage[id]) {
        const Wide days = stretch.period.length().count();
        sum.required += days * stretch.required.count();
        sum.filled += days * std::min(stretch.best, stretch.required).count();
        sum.short_of += days * stretch.unmet().count();
      }
    }
    if (sum.required != 0) sums.push_back(std::move(sum));
  }
  return sums;
}

}  // namespace muster::app
