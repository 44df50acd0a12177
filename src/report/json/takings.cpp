// SPDX-License-Identifier: Apache-2.0
#include "report/takings.hpp"

#include "report/json/shapes.hpp"

namespace muster::report {

namespace {

Json mapping_json(const std::vector<sheets::Mapped>& mapping) {
  Json list = Json::array();
  for (const sheets::Mapped& one : mapping)
    list.push_back({{"heading", one.heading}, {"meaning", text_or_null(one.meaning)}});
  return list;
}

Json blocks_json(const std::vector<sheets::TakenBlock>& blocks) {
  Json list = Json::array();
  for (const sheets::TakenBlock& block : blocks)
    list.push_back({{"sheet", text_or_null(block.sheet)},
                    {"place", text_or_null(block.place)},
                    {"title", text_or_null(block.title)},
                    {"table", text_or_null(block.table)},
                    {"mapping", mapping_json(block.mapping)},
                    {"rows",
                     {{"read", block.rows_read},
                      {"taken", block.rows_taken},
                      {"refused", block.rows_refused}}},
                    {"left", text_or_null(block.left)},
                    {"begins", text_or_null(block.begins)}});
  return list;
}

}  // namespace

std::string taken_json(const TakenSheet& taken) {
  const sheets::Takings& takings = taken.takings;
  Json sums = Json::array();
  for (const sheets::ColumnSum& sum : takings.sums)
    sums.push_back({{"heading", sum.heading},
                    {"read", static_cast<std::int64_t>(sum.read)},
                    {"taken", static_cast<std::int64_t>(sum.taken)}});
  Json repairs = Json::array();
  for (const sheets::Repair& repair : takings.repairs)
    repairs.push_back({{"sheet", text_or_null(repair.sheet)},
                       {"row", repair.row},
                       {"column", text_or_null(repair.column)},
                       {"old", repair.old},
                       {"new", repair.now},
                       {"rule", repair.rule},
                       {"refused", repair.refused},
                       {"block", repair.block == 0 ? Json() : Json(repair.block)}});
  return to_document({{"answer", "import"},
                      {"file", taken.file},
                      {"blocks", blocks_json(takings.blocks)},
                      {"mapping", mapping_json(takings.mapping)},
                      {"rows",
                       {{"read", takings.rows_read},
                        {"taken", takings.rows_taken},
                        {"refused", takings.rows_refused}}},
                      {"sums", std::move(sums)},
                      {"statements", taken.statements},
                      {"known", taken.known},
                      {"conflicts", taken.conflicts},
                      {"recorded", taken.is_recorded},
                      {"head", taken.head},
                      {"target", text_or_null(taken.target)},
                      {"repairs", std::move(repairs)}});
}

std::string reconciliation_json(const ledger::Reconciliation& found) {
  Json differences = Json::array();
  for (const ledger::Unreconciled& one : found.differences) {
    Json suspects = Json::array();
    for (const ledger::Suspect& suspect : one.suspects)
      suspects.push_back({{"nation", suspect.nation},
                          {"named_without_a_number", suspect.is_named},
                          {"without_published_total", suspect.is_unpublished},
                          {"elsewhere", suspect.elsewhere},
                          {"elsewhere_on",
                           suspect.elsewhere == 0 ? Json() : Json(to_text(suspect.elsewhere_on))}});
    differences.push_back({{"on", to_text(one.on)},
                           {"total", one.total},
                           {"nation", text_or_null(one.nation)},
                           {"activity", text_or_null(one.activity)},
                           {"capability", text_or_null(one.capability)},
                           {"published", one.published},
                           {"sum", static_cast<std::int64_t>(one.sum)},
                           {"suspects", std::move(suspects)},
                           {"source", text_or_null(one.source)}});
  }
  return to_document({{"answer", "ledger-reconcile"},
                      {"totals", found.totals},
                      {"rounded", found.rounded},
                      {"differences", std::move(differences)}});
}

}  // namespace muster::report
