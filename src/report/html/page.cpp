// SPDX-License-Identifier: Apache-2.0
#include "report/page.hpp"

#include <array>
#include <utility>

#include "report/html/sections.hpp"
#include "report/text.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

struct Section {
  std::string_view id, title;
  std::string (*html)(const PlanView&);
};
constexpr std::array<Section, 14> sections{
    {{"tiers", "Tier by tier", tiers_html},
     {"timeline", "Requirements and tours over time", gantt_html},
     {"fill", "Fill by capability and month", heat_html},
     {"shortfalls", "Shortfalls, and why", shortfalls_html},
     {"requirements", "What is required", requirements_html},
     {"contributions", "Who fills it", parts_html},
     {"training", "Training", training_html},
     {"funds", "Funds", funds_html},
     {"stocks", "Stocks and their floors", stocks_html},
     {"spending", "Spending and pledges", spending_html},
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
  if (view.origin.against_plan_in_force) words += " · near the plan in force";
  const std::string clock = clock_sentence(to_text(scenario->clock));
  if (!clock.empty()) words += " · " + clock;
  if (!view.origin.version.empty()) words += " · Muster " + view.origin.version;
  if (!view.origin.data_hash.empty()) words += " · sha256 of the data " + view.origin.data_hash;
  return paragraph_html(words, "facts");
}

}  // namespace

std::string plan_page(const PlanView& view) {
  const std::string title = name_or_key((*view.scenario)->title, (*view.scenario)->name);
  std::string body, links;
  for (const Section& section : sections) {
    const std::string html = section.html(view);
    if (html.empty()) continue;
    body += section_html(section.id, section.title, html);
    links +=
        "<li><a href=\"#" + std::string{section.id} + "\">" + escaped(section.title) + "</a></li>";
  }
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"
         + escaped(title) + "</title>\n<style>" + std::string{style_sheet()}
         + "</style>\n</head>\n<body>\n" + pattern_definitions() + "<header>\n<h1>" + escaped(title)
         + "</h1>\n" + origin_html(view) + "<nav aria-label=\"Parts of this page\"><ul>" + links
         + "</ul></nav>\n</header>\n<main>\n" + headline_html(view) + body
         + "</main>\n</body>\n</html>\n";
}

}  // namespace muster::report
