// SPDX-License-Identifier: Apache-2.0
#include "report/memory.hpp"

#include "report/json/shapes.hpp"

namespace muster::report {

std::string due_json(const DueList& list) {
  Json items = Json::array();
  for (const ledger::Due& item : list.items)
    items.push_back({{"on", to_text(item.on)},
                     {"overdue", item.on < list.on},
                     {"kind", ledger::to_text(item.kind)},
                     {"table", item.table},
                     {"key", item.key},
                     {"who", text_or_null(item.who)},
                     {"what", item.what},
                     {"source", text_or_null(item.source)}});
  return to_document(
      {{"answer", "ledger-due"}, {"on", to_text(list.on)}, {"items", std::move(items)}});
}

std::string slippage_json(const SlippageList& list) {
  Json days = Json::array();
  for (const ledger::Slippage& one : list.days)
    days.push_back({{"table", one.table},
                    {"key", one.key},
                    {"column", one.column},
                    {"who", text_or_null(one.nation)},
                    {"promised", to_text(one.promised)},
                    {"promised_in", one.promised_in},
                    {"now", to_text(one.now)},
                    {"now_in", one.now_in},
                    {"times_moved", one.times_moved},
                    {"done", day_json(one.done)},
                    {"failed", one.has_failed},
                    {"days_late", one.late().count()}});
  Json quantities = Json::array();
  for (const ledger::Shrinkage& one : list.quantities)
    quantities.push_back({{"table", one.table},
                          {"key", one.key},
                          {"who", text_or_null(one.nation)},
                          {"promised", one.promised},
                          {"promised_in", one.promised_in},
                          {"now", one.now},
                          {"now_in", one.now_in}});
  return to_document({{"answer", "ledger-slippage"},
                      {"on", to_text(list.on)},
                      {"days", std::move(days)},
                      {"quantities", std::move(quantities)}});
}

std::string ladders_json(const LadderList& list) {
  Json rows = Json::array();
  for (const ledger::Ladder& ladder : list.ladders) {
    Json steps = Json::array();
    for (const ledger::Step& step : ladder.steps)
      steps.push_back({{"status", step.status},
                       {"from", to_text(step.from)},
                       {"entry", step.entry},
                       {"recorded_at", text_or_null(step.recorded_at)},
                       {"source", text_or_null(step.source)},
                       {"by", text_or_null(step.by)},
                       {"back", step.is_back},
                       {"end", step.is_end}});
    rows.push_back({{"table", ladder.table},
                    {"key", ladder.key},
                    {"who", text_or_null(ladder.nation)},
                    {"steps", std::move(steps)}});
  }
  return to_document(
      {{"answer", "ledger-ladder"}, {"on", to_text(list.on)}, {"ladders", std::move(rows)}});
}

std::string deliveries_json(const std::vector<ledger::DeliverySum>& sums) {
  Json rows = Json::array();
  for (const ledger::DeliverySum& sum : sums) {
    Json at = Json::object();
    for (std::size_t step = 0; step < sum.at.size(); ++step)
      at[std::string{ledger::step_key(step)}] = sum.at.at(step);
    rows.push_back({{"kind", ledger::to_text(sum.kind)},
                    {"nation", sum.nation},
                    {"capability", sum.capability},
                    {"measure", sum.measure},
                    {"offered", sum.offered},
                    {"at", std::move(at)},
                    {"delivered_at", sum.delivered_at},
                    {"delivered", sum.delivered}});
  }
  return to_document({{"answer", "ledger-deliveries"}, {"sums", std::move(rows)}});
}

std::string promises_json(const PromiseList& list) {
  Json rows = Json::array();
  for (const ledger::Promised& one : list.promises)
    rows.push_back({{"promise", one.key},
                    {"state", ledger::to_text(one.state)},
                    {"by", one.by},
                    {"to", one.to},
                    {"about", one.about},
                    {"trigger", text_or_null(one.trigger)},
                    {"triggered_on", day_json(one.triggered_on)},
                    {"due", day_json(one.due)},
                    {"kept_on", day_json(one.kept_on)},
                    {"kept_by", text_or_null(one.kept_by)},
                    {"source", text_or_null(one.source)}});
  return to_document(
      {{"answer", "promises"}, {"on", to_text(list.on)}, {"promises", std::move(rows)}});
}

std::string claims_json(const std::vector<ledger::Disagreement>& fields) {
  Json rows = Json::array();
  for (const ledger::Disagreement& field : fields) {
    Json values = Json::array();
    for (const ledger::SourcedValue& value : field.values)
      values.push_back({{"value", value.value},
                        {"chosen", value.chosen},
                        {"chosen_by", text_or_null(value.chosen_by)},
                        {"chosen_why", text_or_null(value.chosen_why)},
                        {"source", text_or_null(value.source)},
                        {"note", text_or_null(value.note)}});
    rows.push_back({{"table", field.table},
                    {"key", field.key},
                    {"column", field.column},
                    {"stands", text_or_null(field.stands)},
                    {"values", std::move(values)}});
  }
  return to_document({{"answer", "claims"}, {"fields", std::move(rows)}});
}

}  // namespace muster::report
