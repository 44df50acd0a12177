// SPDX-License-Identifier: Apache-2.0
// Check, judge, verify and show.
#include "report/json.hpp"
#include "report/json/shapes.hpp"
#include "report/rows.hpp"

namespace muster::report {
namespace {

Json problem_list(const Problems& problems) {
  Json list = Json::array();
  for (const Problem& problem : problems) {
    list.push_back({{"file", problem.file},
                    {"line", problem.line == 0 ? Json() : Json(problem.line)},
                    {"column", text_or_null(problem.column)},
                    {"what", problem.what},
                    {"advice", text_or_null(problem.advice)}});
  }
  return list;
}

Json violation_json(const Scenario& scenario, const judge::Violation& violation) {
  Json json{{"rule", judge::to_text(violation.rule)},
            {"offer", nullptr},
            {"other", nullptr},
            {"requirement", nullptr},
            {"days", period_json(violation.days)},
            {"measured", violation.measured},
            {"allowed", violation.allowed},
            {"words", violation_sentence(scenario, violation)},
            {"source", text_or_null(violation.source)}};
  if (violation.offer) json["offer"] = scenario->offers[*violation.offer].key;
  if (violation.other) json["other"] = scenario->offers[*violation.other].key;
  if (violation.requirement) {
    json["requirement"] = scenario->requirements[*violation.requirement].key;
  }
  return json;
}

Json value_json(const Field& field, const std::string& text) {
  if (text.empty()) return nullptr;
  if (field.type == FieldType::boolean) return text == "true";
  return text;
}

}  // namespace

std::string problems_json(const Problems& problems) {
  return to_document(
      {{"answer", "check"}, {"holds", problems.empty()}, {"problems", problem_list(problems)}});
}

std::string check_json(const Draft& draft, const Problems& problems) {
  Json tables = Json::object();
  for (const DraftTable& table : draft.tables()) {
    tables[std::string{table.schema->name}] = table.rows.size();
  }
  return to_document({{"answer", "check"},
                      {"holds", problems.empty()},
                      {"data", draft.name},
                      {"rows", std::move(tables)},
                      {"problems", problem_list(problems)}});
}

std::string verdict_json(const Scenario& scenario, const judge::Verdict& verdict) {
  Json violations = Json::array();
  for (const judge::Violation& violation : verdict.violations) {
    violations.push_back(violation_json(scenario, violation));
  }
  return to_document({{"answer", "judge"},
                      {"holds", verdict.violations.empty()},
                      {"unmet_weighted_days", amount_days_json(verdict.goals.unmet)},
                      {"unmet_days", amount_days_json(verdict.goals.unmet_plain)},
                      {"value", to_text(verdict.goals.points)},
                      {"violations", std::move(violations)}});
}

std::string checks_json(const std::vector<ClaimCheck>& checks) {
  Json list = Json::array();
  bool all_hold = true;
  for (const ClaimCheck& check : checks) {
    all_hold = all_hold && check.holds;
    list.push_back({{"claim", check.claim}, {"holds", check.holds}, {"finding", check.finding}});
  }
  return to_document({{"answer", "verify"}, {"holds", all_hold}, {"claims", std::move(list)}});
}

std::optional<std::string> table_json(const Draft& draft,
                                      std::string_view name,
                                      std::string_view key) {
  const DraftTable& table = draft.table(name);
  Json rows = Json::array();
  const auto add = [&](const DraftRow& row) {
    Json cells = Json::object();
    for (std::size_t i = 0; i < table.schema->fields.size(); ++i) {
      const Field& field = table.schema->fields[i];
      cells[std::string{field.name}] = value_json(field, row.cells[i].text);
    }
    rows.push_back({{"file", row.file},
                    {"line", row.line == 0 ? Json() : Json(row.line)},
                    {"cells", std::move(cells)}});
  };
  if (key.empty()) {
    for (const DraftRow& row : table.rows) add(row);
  } else {
    for (const DraftRow* row : rows_of(table, key)) add(*row);
    if (rows.empty()) return std::nullopt;
  }
  return to_document({{"answer", "show"}, {"table", std::string{name}}, {"rows", std::move(rows)}});
}

}  // namespace muster::report
