// SPDX-License-Identifier: Apache-2.0
#include "report/stress/words.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "report/words/words.hpp"

namespace muster::report {

std::string tenths(double number) {
  const auto all = static_cast<std::int64_t>(std::llround(number * 10));
  std::string text = std::to_string(all / 10);
  if (all % 10 != 0) text += "." + std::to_string(std::abs(all % 10));
  return text;
}

std::string percent(double share) {
  return tenths(share * 100) + " %";
}

std::string points(double share) {
  const auto tenths = static_cast<std::int64_t>(std::llround(share * 1000));
  const std::string sign = tenths > 0 ? "+" : tenths < 0 ? "-" : "±";
  return sign + std::to_string(std::abs(tenths) / 10) + "." + std::to_string(std::abs(tenths) % 10)
         + " points";
}

namespace {

std::string repair_sentence(const StressView& view) {
  const std::string share = percent(view.result.repaired) + " of what is lost.";
  switch (view.options.repair) {
    case simulate::Repair::none:
      return " Nothing is repaired.";
    case simulate::Repair::rule:
      return " Reserves, substitutes and longer tours bring back " + share;
    case simulate::Repair::optimise:
      break;
  }
  return " Planning anew in each, as if all of it were known, brings back " + share;
}

}  // namespace

std::string stress_headline(const StressView& view) {
  const simulate::StressResult& result = view.result;
  return "The plan fills " + percent(result.all.planned)
         + " of what is required, weighted by priority. Of "
         + count_text(static_cast<std::int64_t>(result.trials)) + " futures half fill "
         + percent(result.all.fill.p50) + " or more; the worst tenth fill "
         + percent(result.all.fill.p10) + " or less." + repair_sentence(view);
}

std::string stress_certainty(const StressView& view) {
  const simulate::StressResult& result = view.result;
  std::string text = "The mean fill of " + percent(result.all.fill.mean) + " is known to ±"
                     + percent(result.all.fill.half_width) + " (95 % confidence)";
  if (view.options.interval)
    text += result.has_converged ? ", as exactly as was asked for"
                                 : ", not as exactly as was asked for";
  return text + ". Seed " + std::to_string(view.options.seed) + ".";
}

std::string stress_assumed(const StressView& view) {
  std::set<std::string> stated, assumed;
  for (const simulate::Likelihood& row : view.uncertainty->rows())
    (row.assumed ? assumed : stated).insert(std::string{simulate::to_text(row.event)});
  std::string names;
  for (const std::string& name : assumed)
    if (!stated.contains(name)) names += (names.empty() ? "" : ", ") + name;
  if (view.uncertainty->arrivals().empty())
    names += (names.empty() ? "" : "; ") + std::string{"that nothing more is required"};
  return names.empty() ? std::string{}
                       : "Assumed, since the data says nothing: " + names
                             + ". muster stress --assumptions writes the assumptions as a table to be changed.";
}

std::vector<const simulate::LineStress*> fragile_lines(const StressView& view) {
  std::vector<const simulate::LineStress*> lines;
  for (const simulate::LineStress& line : view.result.lines)
    if (line.planned > line.fill.mean + 1e-9) lines.push_back(&line);
  std::ranges::stable_sort(lines, std::greater{}, [](const simulate::LineStress* line) {
    return std::pair{line->fails_as_planned ? 0.0 : line->failed, line->planned - line->fill.mean};
  });
  return lines;
}

std::string line_words(const StressView& view, const simulate::LineStress& line) {
  return requirement_words(*view.scenario, line.requirement);
}

}  // namespace muster::report
