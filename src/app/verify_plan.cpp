// SPDX-License-Identifier: Apache-2.0
#include "app/verify_plan.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/sha256.hpp"

#include "app/folder/amount_text.hpp"
#include "app/folder/plan_folder.hpp"
#include "app/folder/plan_sheets.hpp"
#include "app/folder/price_sheet.hpp"
#include "app/version.hpp"
#include "report/json.hpp"
#include "verify/verify.hpp"

namespace muster::app {
namespace {

using Checks = std::vector<report::ClaimCheck>;

std::string first_of(const Problems& problems) {
  const Problem& first = problems.front();
  const std::string line = first.line == 0 ? std::string{} : ":" + std::to_string(first.line);
  const std::string column = first.column.empty() ? std::string{} : ":" + first.column;
  const std::string more = problems.size() == 1
                               ? std::string{}
                               : " (and " + std::to_string(problems.size() - 1) + " more)";
  return first.file + line + column + ": " + first.what + more;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "; ") + part;
  return text;
}

// One claim: it holds where nothing speaks against it.
report::ClaimCheck check(std::string claim,
                         const std::vector<std::string>& faults,
                         const std::string& finding) {
  return {std::move(claim), faults.empty(), faults.empty() ? finding : joined(faults)};
}

report::ClaimCheck check_seal(const Texts& texts) {
  std::vector<std::string> faults;
  if (!is_seal_whole(texts.at(record_file))) {
    faults.emplace_back("plan.json is not as it was written: its seal does not fit its text");
  }
  return check("seal", faults, "plan.json is as it was written");
}

report::ClaimCheck check_files(const Texts& texts, const Record& record) {
  std::vector<std::string> faults;
  for (const auto& [name, hash] : record.files) {
    const auto file = texts.find(name);
    if (file == texts.end()) {
      faults.push_back(name + " is missing");
    } else if (sha256(file->second) != hash) {
      faults.push_back(name + " is not the file that was written");
    }
  }
  for (const auto& [name, bytes] : texts) {
    if (name != record_file && !record.files.contains(name)) {
      faults.push_back(name + " does not belong to the plan");
    }
  }
  return check("files", faults, std::to_string(record.files.size()) + " files are as written");
}

report::ClaimCheck check_data(const Situation& situation, const Record& record) {
  std::vector<std::string> faults;
  if (situation.hash != record.data_hash) {
    faults.push_back("the plan was made from data " + record.data_hash.substr(0, 12)
                     + "…, the data given is " + situation.hash.substr(0, 12) + "…");
  }
  return check(
      "data", faults, "planned from the data given, " + situation.hash.substr(0, 12) + "…");
}

report::ClaimCheck check_snapshot(const Situation& situation, const Texts& texts) {
  std::vector<std::string> faults;
  const std::string inside = std::string{data_folder} + "/";
  for (const auto& [name, bytes] : situation.package) {
    const auto file = texts.find(inside + name);
    if (file == texts.end()) {
      faults.push_back(inside + name + " is missing");
    } else if (file->second != bytes) {
      faults.push_back(inside + name + " differs from the data given");
    }
  }
  for (const auto& [name, bytes] : texts) {
    if (name.starts_with(inside) && !situation.package.contains(name.substr(inside.size()))) {
      faults.push_back(name + " is not in the data given");
    }
  }
  return check("snapshot", faults, "the data kept with the plan is the data given");
}

// What the folder says, read back; every file that cannot be read is a fault.
struct ReadBack {
  PlanParts parts;
  std::vector<std::string> faults;
};

void read_tiers(const Texts& texts, const Record& record, ReadBack& back) {
  if (record.tiers.empty()) return;
  const auto file = texts.find(tier_prices_file);
  auto read = read_tier_prices(back.parts.situation->scenario,
                               back.parts.grid,
                               record.tiers.size(),
                               file == texts.end() ? std::string{} : file->second);
  if (!read) return back.faults.push_back(first_of(read.error()));
  for (std::size_t t = 0; t < record.tiers.size(); ++t) {
    const TierRecord& tier = record.tiers[t];
    back.parts.tiers.push_back({tier.value, tier.bound, tier.weights, std::move((*read)[t])});
  }
}

ReadBack read_back(const Situation& situation, const Texts& texts, const Record& record) {
  ReadBack back;
  back.parts.situation = &situation;
  const Scenario& scenario = situation.scenario;
  Result<Plan> plan = read_plan(scenario, texts, record.counting);
  if (plan)
    back.parts.plan = *std::move(plan);
  else
    back.faults.push_back(first_of(plan.error()));
  Result<Plan> in_force = read_in_force(scenario, texts);
  if (in_force)
    back.parts.in_force = *std::move(in_force);
  else
    back.faults.push_back(first_of(in_force.error()));
  if (!back.faults.empty()) return back;

  back.parts.in_force.counting = record.counting;
  back.parts.grid = make_grid(scenario, record.grid, back.parts.in_force);
  const auto prices = texts.find("prices.csv");
  Result<Certificate> read = read_prices(
      scenario, back.parts.grid, prices == texts.end() ? std::string{} : prices->second);
  if (read)
    back.parts.certificate = *std::move(read);
  else
    back.faults.push_back(first_of(read.error()));
  back.parts.certificate.bound = record.bound;
  read_tiers(texts, record, back);
  return back;
}

Checks prove(const PlanParts& parts, const Record& record) {
  Checks checks;
  const verify::Claims claims{
      parts.plan, parts.in_force, record.grid, parts.certificate, record.goals, parts.tiers};
  for (const verify::Check& found : verify::verify(parts.situation->scenario, claims)) {
    checks.push_back({found.claim, found.holds, found.finding});
  }
  return checks;
}

report::ClaimCheck check_gap(const PlanParts& parts, const Record& record) {
  const Points value = parts.verdict.goals.points;
  std::vector<std::string> faults;
  if (record.bound > value) {
    faults.emplace_back("there is none: the bound is above the value");
  } else if (const std::string gap = gap_text(value, record.bound); gap != record.gap) {
    faults.push_back("claimed " + record.gap + ", it is " + gap);
  }
  return check("gap", faults, "(value - bound) / value is at most " + record.gap);
}

// What plan.json says of data and plan, computed again.
Record recomputed(const PlanParts& parts, const Record& claimed) {
  const Scenario& scenario = parts.situation->scenario;
  Record record = claimed;
  record.data_name = scenario->name;
  record.as_of = to_text(scenario->as_of);
  record.from = to_text(scenario->horizon.from);
  record.until = to_text(scenario->horizon.until);
  record.goals = parts.verdict.goals;
  record.measures = sum_by_measure(scenario, parts.verdict);
  record.tiers = tier_records(scenario, parts.in_force, parts.tiers);
  return record;
}

report::ClaimCheck check_record(const PlanParts& parts, const Texts& texts, const Record& record) {
  std::vector<std::string> faults;
  const Record fresh = recomputed(parts, record);
  if (to_json(fresh) != to_json(record)) {
    faults.emplace_back("plan.json's names, days or sums are not those of data and plan");
  }
  if (record.against_plan_in_force != texts.contains("in_force.csv")) {
    faults.emplace_back("in_force.csv and plan.json disagree on whether a plan was in force");
  }
  return check("record", faults, "plan.json says what data and plan give");
}

// The files that follow from the rest, written again and compared byte for byte.
Checks check_figures(const PlanParts& parts, const Texts& texts, const Record& record) {
  Checks checks;
  for (const auto& [name, bytes] : plan_texts(parts, view_of(parts, record))) {
    std::vector<std::string> faults;
    const auto file = texts.find(name);
    if (file == texts.end()) {
      faults.push_back(name + " is missing");
    } else if (file->second != bytes) {
      const auto differs =
          std::mismatch(bytes.begin(), bytes.end(), file->second.begin(), file->second.end());
      const auto line = 1 + std::count(bytes.begin(), differs.first, '\n');
      faults.push_back("line " + std::to_string(line) + " of " + name
                       + " is not what data and plan give");
    }
    checks.push_back(check(name, faults, "as computed again from data and plan"));
  }
  return checks;
}

Checks check_all(const Situation& situation, const OpenedPlan& opened) {
  const Texts& texts = opened.texts;
  const Record& record = opened.record;
  Checks checks{check_seal(texts),
                check_files(texts, record),
                check_data(situation, record),
                check_snapshot(situation, texts)};
  ReadBack back = read_back(situation, texts, record);
  checks.push_back(check("readable", back.faults, "tours, deliveries and prices can be read"));
  if (!back.faults.empty()) return checks;

  back.parts.verdict = judge::evaluate(situation.scenario, back.parts.plan, back.parts.in_force);
  for (report::ClaimCheck& proved : prove(back.parts, record)) checks.push_back(std::move(proved));
  checks.push_back(check_gap(back.parts, record));
  checks.push_back(check_record(back.parts, texts, record));
  for (report::ClaimCheck& same : check_figures(back.parts, texts, record)) {
    checks.push_back(std::move(same));
  }
  return checks;
}

Answer tell(const Checks& checks, const Speech& speech) {
  const bool all =
      std::all_of(checks.begin(), checks.end(), [](const auto& one) { return one.holds; });
  const std::string text =
      speech.json ? report::checks_json(checks) : report::checks_text(checks, speech.terminal);
  return {text, {}, all ? Exit::done : Exit::does_not_hold};
}

}  // namespace

Answer verify_plan(const std::filesystem::path& folder, const DataSet& data, const Speech& speech) {
  const Result<OpenedPlan> opened = open_plan(folder);
  if (!opened) return tell({{"readable", false, first_of(opened.error())}}, speech);
  const Result<Situation> situation = load(data);
  if (!situation) return refuse(situation.error(), speech);
  return tell(check_all(*situation, *opened), speech);
}

}  // namespace muster::app
