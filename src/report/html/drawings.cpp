// SPDX-License-Identifier: Apache-2.0
// The parts of the page that hold drawings, and the headline.
#include <algorithm>
#include <set>
#include <tuple>

#include "report/figures/figures.hpp"
#include "report/figures/over_time.hpp"
#include "report/figures/programme.hpp"
#include "report/html/figure.hpp"
#include "report/html/sections.hpp"
#include "report/svg/figures.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr std::size_t most_on_a_sheet = 38;  // lanes that fit on A4 landscape without a break

std::string tiles_html(const PlanView& view) {
  const Headline headline = headline_of(view);
  const std::string counting{to_text(view.plan->counting)};
  std::string tiles = "<ul class=\"figures\">\n";
  tiles += tile_html(std::to_string(headline.full) + " of " + std::to_string(headline.asked),
                     "requirements filled throughout, counting " + counting);
  tiles += tile_html(std::to_string(headline.part), "filled in part");
  tiles += tile_html(std::to_string(headline.empty), "not filled at all");
  tiles += tile_html(rounded_text(headline.unmet),
                     "weighted requirement-days unmet of " + rounded_text(headline.required));
  const bool has_shares = (*view.scenario)->fair_shares.size() > 0;
  if (has_shares) tiles += tile_html(rounded_text(headline.excess), "weighed above fair shares");
  const bool has_futures = (*view.scenario)->futures.size() > 0;
  if (has_futures)
    tiles += tile_html(rounded_text(headline.unmet_in_futures),
                       "unmet " + futures_words(*view.scenario));
  tiles += tile_html(rounded_text(headline.bound),
                     has_futures  ? "proved least there on this grid"
                     : has_shares ? "proved least unmet and above fair shares on this grid"
                                  : "proved least unmet on this grid");
  tiles += headline.proven_best ? tile_html("0 %", "from the least unmet possible: proved best")
                                : tile_html("≤ " + decimal_text(headline.gap_permille * 100) + " %",
                                            "from the best possible on this grid");
  return tiles + "</ul>\n";
}

std::string sources_of(const PlanView& view, const std::vector<Id<Requirement>>& requirements) {
  const Scenario& scenario = *view.scenario;
  std::set<std::string> sources;
  for (const Id<Requirement> id : requirements) {
    sources.insert(scenario->requirements[id].source);
    for (const Part& part : parts_of(view, id)) {
      if (!is_told(view, scenario->offers[part.offer].nation)) continue;
      sources.insert(scenario->offers[part.offer].source);
    }
  }
  sources.erase("");
  std::string html;
  for (const std::string& source : sources) {
    html += (html.empty() ? " Sources: " : ", ") + source_cell(view, source).html;
  }
  return html;
}

// Requirements in their order, as many on a sheet as fit; one that fits on none stands alone.
std::vector<std::vector<Id<Requirement>>> sheets_of(const PlanView& view,
                                                    const std::vector<Id<Requirement>>& all,
                                                    bool with_lanes) {
  constexpr std::size_t lanes_of_strip = 2;
  std::vector<std::vector<Id<Requirement>>> sheets;
  std::size_t used = most_on_a_sheet;
  for (const Id<Requirement> id : all) {
    const std::size_t lanes = lanes_of_strip + (with_lanes ? parts_of(view, id).size() : 0);
    if (sheets.empty() || used + lanes > most_on_a_sheet) {
      sheets.emplace_back();
      used = 0;
    }
    sheets.back().push_back(id);
    used += lanes;
  }
  return sheets;
}

// What the drawing of these requirements shows: parts, and what is missing.
FigureNumbers numbers_of(const PlanView& view,
                         const std::vector<Id<Requirement>>& requirements,
                         const std::string& name) {
  const Scenario& scenario = *view.scenario;
  FigureNumbers numbers{
      name, {{"requirement", "nation", "offer", "gives", "from", "until", "degree", "source"}}};
  for (const Id<Requirement> id : requirements) {
    const std::string& key = scenario->requirements[id].key;
    for (const Part& part : parts_of(view, id)) {
      const Offer& offer = scenario->offers[part.offer];
      if (!is_told(view, offer.nation)) continue;
      numbers.rows.push_back({key,
                              scenario->nations[offer.nation].key,
                              offer.key,
                              decimal_text(part.gives.count()),
                              to_text(part.period.from),
                              to_text(part.period.until),
                              std::string{to_text(part.degree)},
                              offer.source});
    }
    for (const judge::Stretch& stretch : view.verdict->coverage[id])
      if (stretch.unmet() > Amount{})
        numbers.rows.push_back({key,
                                "",
                                "",
                                decimal_text(stretch.unmet().count()),
                                to_text(stretch.period.from),
                                to_text(stretch.period.until),
                                "missing",
                                scenario->requirements[id].source});
  }
  return numbers;
}

std::string activity_html(const PlanView& view,
                          Id<Activity> id,
                          const std::vector<Id<Requirement>>& requirements,
                          bool with_lanes) {
  const Activity& activity = (*view.scenario)->activities[id];
  const std::string name = name_or_key(activity.name, activity.key);
  std::string about = activity.kind;
  if (!activity.organisation.empty()) about += ", " + activity.organisation;
  if (activity.lead) about += ", led by " + (*view.scenario)->nations[*activity.lead].key;
  const auto sheets = sheets_of(view, requirements, with_lanes);
  std::string html;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string part =
        sheets.size() == 1 ? ""
                           : ", " + std::to_string(i + 1) + " of " + std::to_string(sheets.size());
    const std::string caption = "<strong>" + escaped(name) + "</strong> (" + escaped(about) + ")"
                                + part + "." + sources_of(view, sheets[i]);
    html += figure_html(view,
                        caption,
                        gantt(view, sheets[i], name + part, with_lanes),
                        numbers_of(view, sheets[i], activity.key));
  }
  return html;
}

// What each rotation of instructors carries.
std::string rotations_html(const PlanView& view, const explain::Outlook& outlook) {
  const Scenario& scenario = *view.scenario;
  HtmlTable table{
      "Rotations of instructors, and what is missing without each, all else as planned.",
      {"Nation",
       "Offer",
       "From",
       "Until",
       "Instructors",
       "Degree",
       "Cohorts in its time",
       "Cohorts fewer",
       "People not trained",
       "Target",
       "Source"}};
  for (const explain::Rotation& rotation : outlook.rotations) {
    const Offer& offer = scenario->offers[rotation.offer];
    if (!is_told(view, offer.nation)) continue;
    table.add({cell(scenario->nations[offer.nation].key),
               cell(offer.key),
               marked(to_text(rotation.period.from), "day"),
               marked(to_text(rotation.period.until), "day"),
               number(decimal_text(rotation.instructors.count())),
               cell(to_text(rotation.degree)),
               number(count_text(rotation.cohorts)),
               number(count_text(rotation.fewer_cohorts)),
               number(count_text(rotation.fewer_trained)),
               cell(target_without_words(outlook.curve, rotation)),
               source_cell(view, offer.source)});
  }
  return table.empty() ? std::string{} : table.finish();
}

}  // namespace

std::string headline_html(const PlanView& view) {
  std::string html = tiles_html(view);
  for (const std::string& sentence : headline_sentences(view)) html += paragraph_html(sentence);
  HtmlTable table{
      "Required and filled, in days of each measure, each requirement capped at what it asks",
      {"Measure", "Asked", "Firm", "Expected", "Best", "Unmet"}};
  for (const MeasureSum& sum : fill_by_measure(view)) {
    const Fill& fill = sum.fill;
    table.add({cell(measure_word(sum.measure, true)),
               number(rounded_text(fill.required)),
               number(share_text(fill.firm, fill.required)),
               number(share_text(fill.expected, fill.required)),
               number(share_text(fill.best, fill.required)),
               number(rounded_text(fill.required - fill.best))});
  }
  return "<section id=\"headline\" aria-label=\"Key figures\">\n" + html
         + (table.empty() ? std::string{} : table.finish()) + "</section>\n";
}

std::string gantt_html(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  if (scenario->requirements.size() == 0) return {};
  const std::set<Id<Requirement>> drawn = most_unmet(view, requirements_drawn);
  std::size_t parts = 0;
  for (const Id<Requirement> id : drawn) parts += parts_of(view, id).size();
  const bool with_lanes = parts <= parts_drawn;
  std::string html = paragraph_html(
      "Each requirement has a bar as high as what is asked: what fills it, by degree of firmness, "
      "and what is missing, with the number missing. Below it, one lane for each offer that the "
      "plan uses. Days named as an end are the first day after.");
  if (drawn.size() < scenario->requirements.size()) {
    html += paragraph_html(
        "Drawn: the " + std::to_string(drawn.size()) + " requirements with the most unmet of "
        + std::to_string(scenario->requirements.size()) + "; coverage.csv holds all.");
  }
  if (!with_lanes)
    html += paragraph_html("The lanes are left out for their number; tours.csv holds all.");
  html += "<figure tabindex=\"0\">" + gantt_legend() + "</figure>\n";
  for (const Id<Activity> activity : scenario->activities.ids()) {
    std::vector<Id<Requirement>> requirements = requirements_of(scenario, activity);
    std::erase_if(requirements, [&](Id<Requirement> id) { return !drawn.contains(id); });
    if (!requirements.empty()) html += activity_html(view, activity, requirements, with_lanes);
  }
  return html;
}

std::string heat_html(const PlanView& view) {
  const std::string drawing = heat_map(view);
  if (drawing.empty()) return {};
  const std::string caption =
      "Percent of the required days filled, counting " + std::string{to_text(view.plan->counting)}
      + ", all requirements of a capability together, rounded down. Empty: nothing is required in that month. "
        "Darker blue is fuller; red frame and bold 0: nothing is there.";
  FigureNumbers numbers{"fill", {{"capability", "month", "required", "firm", "expected", "best"}}};
  const std::vector<Period> months = months_of(shown_days(view));
  for (const CapabilityFill& one : fill_by_capability(view))
    for (std::size_t m = 0; m < months.size(); ++m)
      if (const Fill& fill = one.by_month[m]; fill.required > 0)
        numbers.rows.push_back({(*view.scenario)->capabilities[one.capability].key,
                                to_text(months[m].from).substr(0, 7),
                                decimal_text(fill.required),
                                decimal_text(fill.firm),
                                decimal_text(fill.expected),
                                decimal_text(fill.best)});
  return figure_html(view, escaped(caption), drawing, numbers);
}

std::string training_html(const PlanView& view) {
  std::string html;
  const auto outlooks = explain::outlooks(*view.scenario, *view.plan, *view.verdict);
  for (std::size_t i = 0; i < view.training.size(); ++i) {
    const explain::TrainingCurve& curve = view.training[i];
    const std::string caption = escaped(training_sentence(*view.scenario, curve))
                                + " Source: " + source_cell(view, curve.source).html + ".";
    FigureNumbers numbers{"training-" + (*view.scenario)->activities[curve.activity].key,
                          {{"day", "cohorts", "trained"}}};
    for (const explain::TrainingPoint& point : curve.points)
      numbers.rows.push_back(
          {to_text(point.on), std::to_string(point.cohorts), std::to_string(point.trained)});
    html += figure_html(view, caption, training_drawing(view, curve), numbers);
    html += rotations_html(view, outlooks.at(i));
  }
  return html;
}

}  // namespace muster::report
