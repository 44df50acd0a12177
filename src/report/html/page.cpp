// SPDX-License-Identifier: Apache-2.0
#include "report/page.hpp"

#include <array>
#include <utility>

#include "report/html/document.hpp"
#include "report/html/sections.hpp"
#include "report/text.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

struct Section {
  std::string_view id, title;
  std::string (*html)(const PlanView&);
};
constexpr std::array<Section, 21> sections{
    {{"tiers", "Tier by tier", tiers_html},
     {"futures", "In futures", futures_html},
     {"fair_shares", "Fair shares", fair_shares_html},
     {"waterfall", "From what is required to what is missing", waterfall_html},
     {"timeline", "Requirements and tours over time", gantt_html},
     {"fill", "Fill by capability and month", heat_html},
     {"map", "Map", map_html},
     {"over_time", "Required and filled over time", sand_html},
     {"shortfalls", "Shortfalls, and why", shortfalls_html},
     {"requirements", "What is required", requirements_html},
     {"contributions", "Who fills it", parts_html},
     {"training", "Training", training_html},
     {"funds", "Funds", funds_html},
     {"pledges", "Pledged, allocated, delivered", pledges_html},
     {"stocks", "Stocks and their floors", stocks_html},
     {"spending", "Spending and pledges", spending_html},
     {"burden", "Who bears how much", burden_html},
     {"conditions", "Conditions", conditions_html},
     {"promises", "Promises", promises_html},
     {"sources", "Sources", sources_html},
     {"claims", "What is assumed, and where sources differ", claims_html}}};

std::string origin_html(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  std::string words = "Data set " + scenario->name + ", as of " + to_text(scenario->as_of);
  if (!view.origin.overlays.empty()) {
    words += ", with " + joined(view.origin.overlays, ", then ");
  }
  words += " · planned " + period_text(scenario->horizon) + " · counting "
           + std::string{to_text(view.plan->counting)} + " · "
           + std::string{grid_words(view.origin.grid)} + " grid · seed "
           + std::to_string(view.origin.seed);
  if (view.reader)
    words += " · the view of " + scenario->nations[*view.reader].key
             + ": what other nations give is told in total only";
  if (view.origin.against_plan_in_force) words += " · near the plan in force";
  const std::string clock = clock_sentence(to_text(scenario->clock));
  if (!clock.empty()) words += " · " + clock;
  if (!view.origin.version.empty()) words += " · Muster " + view.origin.version;
  if (!view.origin.data_hash.empty()) words += " · sha256 of the data " + view.origin.data_hash;
  return paragraph_html(words, "facts");
}

}  // namespace

std::string plan_page(const PlanView& view, const PageLook& look) {
  const std::string title = name_or_key((*view.scenario)->title, (*view.scenario)->name);
  std::vector<DocumentPart> parts;
  for (const Section& section : sections) {
    parts.push_back({section.id, section.title, section.html(view)});
  }
  return document_html(title, origin_html(view), headline_html(view), parts, look);
}

}  // namespace muster::report
