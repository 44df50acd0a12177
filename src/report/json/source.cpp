// SPDX-License-Identifier: Apache-2.0
#include "report/source.hpp"

#include "report/json/shapes.hpp"

namespace muster::report {
namespace {

using source::Finding;

Json promise_json(const std::optional<source::Promise>& promise) {
  if (!promise) return {};
  return {{"by", text_or_null(promise->by)},
          {"to", text_or_null(promise->to)},
          {"trigger", text_or_null(promise->trigger)},
          {"due", day_json(promise->due)}};
}

Json finding_json(const Finding& finding) {
  return {{"kind", to_text(finding.kind)},
          {"place", finding.place},
          {"words", finding.words},
          {"value", finding.value},
          {"confidence", to_text(finding.confidence)},
          {"rule", finding.rule}};
}

Json proposal_json(const Proposal& proposal) {
  const Finding& finding = proposal.finding;
  Json json{{"number", proposal.number}};
  json.update(finding_json(finding));
  json["url"] = text_or_null(finding.url);
  json["period"] = finding.period ? period_json(*finding.period) : Json();
  json["promise"] = promise_json(finding.promise);
  json["accepted"] = proposal.is_accepted;
  return json;
}

Json places_json(const source::Document& document) {
  Json places = Json::array();
  for (const source::Sentence& sentence : document.sentences)
    places.push_back({{"place", sentence.place}, {"text", sentence.text}});
  return places;
}

Json comparison_json(const std::optional<source::Comparison>& comparison) {
  if (!comparison) return {};
  Json scores = Json::array(), missed = Json::array(), wrong = Json::array();
  for (const source::Score& score : comparison->scores)
    scores.push_back({{"kind", to_text(score.kind)},
                      {"in_key", score.in_key},
                      {"found", score.found},
                      {"right", score.right},
                      {"whole", score.whole}});
  for (const source::KeyRow& row : comparison->missed)
    missed.push_back({{"kind", to_text(row.kind)},
                      {"place", row.place},
                      {"value", row.value},
                      {"words", row.words}});
  for (const Finding& finding : comparison->wrong) wrong.push_back(finding_json(finding));
  return {
      {"scores", std::move(scores)}, {"missed", std::move(missed)}, {"wrong", std::move(wrong)}};
}

Json draft_json(const WrittenDraft& draft) {
  if (draft.folder.empty()) return {};
  return {{"folder", draft.folder},
          {"sources", draft.sources},
          {"promises", draft.promises},
          {"others", draft.others}};
}

}  // namespace

std::string source_json(const SourceView& view) {
  Json proposals = Json::array();
  for (const Proposal& proposal : view.proposals) proposals.push_back(proposal_json(proposal));
  return to_document({{"answer", "source-read"},
                      {"file", view.file},
                      {"sha256", view.hash},
                      {"language", to_text(view.document.language)},
                      {"day", day_json(source::day_of(view.document))},
                      {"places", places_json(view.document)},
                      {"proposals", std::move(proposals)},
                      {"comparison", comparison_json(view.comparison)},
                      {"draft", draft_json(view.draft)}});
}

}  // namespace muster::report
