// SPDX-License-Identifier: Apache-2.0
#include "report/ledger.hpp"

#include "report/json/shapes.hpp"

namespace muster::report {
namespace {

Json cells_json(const std::vector<ledger::StatedCell>& cells) {
  Json object = Json::object();
  for (const ledger::StatedCell& cell : cells) object[cell.column] = cell.text;
  return object;
}

Json number_or_null(std::uint64_t number) {
  return number == 0 ? Json() : Json(number);
}

// What the writer said; what the ledger adds to it comes with the number.
Json entry_json(const ledger::Entry& entry) {
  Json json{{"kind", ledger::to_text(entry.kind)},
            {"table", entry.table},
            {"key", entry.key},
            {"cells", cells_json(entry.cells)},
            {"valid_from", to_text(entry.valid_from)},
            {"by", entry.by},
            {"source", text_or_null(entry.source)},
            {"quotation", text_or_null(entry.quotation)},
            {"why", text_or_null(entry.why)},
            {"concerns", number_or_null(entry.concerns)}};
  json["number"] = number_or_null(entry.number);
  json["recorded_at"] = text_or_null(entry.recorded_at);
  json["hash"] = text_or_null(entry.hash);
  return json;
}

Json moment_json(const ledger::Moment& moment) {
  return {{"as_of", to_text(moment.as_of)}, {"known", moment.known}};
}

}  // namespace

std::string log_json(const std::vector<LoggedEntry>& entries) {
  Json shown = Json::array();
  for (const LoggedEntry& logged : entries) {
    Json json = entry_json(logged.entry);
    json["reversed_by"] = number_or_null(logged.reversed_by);
    shown.push_back(std::move(json));
  }
  return to_document({{"answer", "ledger-log"}, {"entries", std::move(shown)}});
}

std::string difference_json(const LedgerDifference& difference) {
  Json cells = Json::array();
  for (const ledger::Difference& one : difference.cells)
    cells.push_back({{"table", one.table},
                     {"key", one.key},
                     {"column", one.column},
                     {"before", text_or_null(one.before)},
                     {"after", text_or_null(one.after)},
                     {"entry", one.entry}});
  return to_document({{"answer", "ledger-diff"},
                      {"before", moment_json(difference.before)},
                      {"after", moment_json(difference.after)},
                      {"differences", std::move(cells)}});
}

std::string recorded_json(const Recorded& recorded) {
  Json entries = Json::array();
  for (const ledger::Entry& entry : recorded.entries) entries.push_back(entry_json(entry));
  Json rows;
  if (recorded.of_data)
    rows = {{"read", recorded.rows},
            {"added", recorded.added},
            {"changed", recorded.changed},
            {"same", recorded.same},
            {"missing", recorded.missing}};
  return to_document({{"answer", "ledger-record"},
                      {"recorded", recorded.is_recorded},
                      {"head", {{"number", recorded.head.number}, {"hash", recorded.head.hash}}},
                      {"rows", std::move(rows)},
                      {"entries", std::move(entries)}});
}

std::string changed_json(const std::vector<ledger::Changed>& changed) {
  Json rows = Json::array();
  for (const ledger::Changed& one : changed)
    rows.push_back({{"theirs", entry_json(one.theirs)}, {"ours", entry_json(one.ours)}});
  return to_document({{"answer", "ledger-changed"}, {"changed", std::move(rows)}});
}

}  // namespace muster::report
