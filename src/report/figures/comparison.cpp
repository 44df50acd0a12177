// SPDX-License-Identifier: Apache-2.0
#include "report/figures/comparison.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/demand.hpp"

#include "report/words/words.hpp"

namespace muster::report {
namespace {

using explain::LineChange;
using explain::TourChange;

std::string signed_text(Wide change, const std::string& text) {
  return change > 0 ? "+" + text : text;
}

FigureChange days_figure(std::string name, Wide before, Wide after) {
  return {std::move(name),
          rounded_text(before),
          rounded_text(after),
          signed_text(after - before, rounded_text(after - before))};
}

FigureChange count_figure(std::string name, Wide before, Wide after) {
  return {std::move(name),
          count_text(before),
          count_text(after),
          signed_text(after - before, count_text(after - before))};
}

std::string newly_short_words(const LineChange& line) {
  if (line.newly_short.empty()) return {};
  Wide days = 0;
  Amount most;
  for (const explain::NewlyShort& part : line.newly_short) {
    days += part.days.length().count();
    most = std::max(most, part.more);
  }
  const Period all{line.newly_short.front().days.from, line.newly_short.back().days.until};
  std::string words = "; newly short " + period_text(all);
  if (days < all.length().count()) words += " on " + plural(days, "day", "days");
  return words + " by " + (line.newly_short.size() > 1 ? "up to " : "")
         + amount_text(line.measure, most);
}

std::string line_words(const LineChange& line) {
  std::string words = line.capability;
  if (line.added) words += ", new";
  if (line.gone) words += ", gone";
  if (line.added) {
    words += line.unmet_after == 0
                 ? ": full"
                 : ": " + rounded_text(line.unmet_after) + " requirement-days unmet";
  } else if (line.gone) {
    words += ": " + rounded_text(line.unmet_before) + " requirement-days were unmet";
  } else if (line.unmet_before == line.unmet_after) {
    words += line.unmet_after == 0
                 ? ": full in both"
                 : ": " + rounded_text(line.unmet_after) + " requirement-days unmet in both";
  } else {
    words += ": unmet " + rounded_text(line.unmet_before) + " → " + rounded_text(line.unmet_after)
             + " requirement-days";
  }
  words += newly_short_words(line);
  return line.cells.empty() ? words : words + "; " + cells_words(line.cells);
}

std::vector<Band> line_bands(const ComparisonView& view) {
  std::vector<Band> bands;
  for (const LineChange& line : view.comparison.lines) {
    Band band{mark_of(line), line.requirement, line_words(line), !line.newly_short.empty(), {}};
    for (const std::size_t index : line.changes) {
      if (is_shown(view, view.comparison.changes[index])) band.changes.push_back(index);
    }
    if (view.nation.empty() || !band.changes.empty()) bands.push_back(std::move(band));
  }
  return bands;
}

std::string_view mark_of(const ChangeCounts& counts) {
  const bool only_added = counts.removed + counts.moved + counts.firmer + counts.softer == 0;
  const bool only_removed = counts.added + counts.moved + counts.firmer + counts.softer == 0;
  return only_added ? "+" : only_removed ? "-" : "~";
}

void count(const TourChange& change, ChangeCounts& counts) {
  switch (change.kind) {
    case TourChange::Kind::added:
      ++counts.added;
      break;
    case TourChange::Kind::removed:
      ++counts.removed;
      break;
    case TourChange::Kind::moved:
      ++counts.moved;
      break;
    case TourChange::Kind::firmer:
      ++counts.firmer;
      break;
    case TourChange::Kind::softer:
      ++counts.softer;
      break;
  }
}

// One band for each value of a member of the changes.
std::vector<Band> bands_by(const ComparisonView& view, const std::string TourChange::* member) {
  std::map<std::string, Band> by_key;
  for (std::size_t i = 0; i < view.comparison.changes.size(); ++i) {
    const TourChange& change = view.comparison.changes[i];
    if (is_shown(view, change)) by_key[change.*member].changes.push_back(i);
  }
  std::vector<Band> bands;
  for (auto& [key, band] : by_key) {
    ChangeCounts counts;
    for (const std::size_t index : band.changes) count(view.comparison.changes[index], counts);
    band.key = key;
    band.mark = mark_of(counts);
    band.words = counts_words(counts);
    bands.push_back(std::move(band));
  }
  std::ranges::stable_sort(
      bands, std::ranges::greater{}, [](const Band& band) { return band.changes.size(); });
  return bands;
}

}  // namespace

std::string_view grouping_words(Grouping grouping) {
  switch (grouping) {
    case Grouping::line:
      return "line";
    case Grouping::nation:
      return "nation";
    case Grouping::unit:
      return "unit";
  }
  throw Defect{"every grouping has a name"};
}

std::vector<FigureChange> summary_of(const ComparisonView& view) {
  const explain::Comparison& all = view.comparison;
  std::vector<FigureChange> figures{
      days_figure(
          "Requirement-days unmet, weighted (the value)", all.before.unmet, all.after.unmet),
      days_figure(
          "Requirement-days unmet, not weighted", all.before.unmet_plain, all.after.unmet_plain),
      count_figure("Requirements with anything unmet",
                   static_cast<Wide>(all.lines_short_before),
                   static_cast<Wide>(all.lines_short_after)),
      count_figure("Not firm, in days × rank", all.before.firmness, all.after.firmness)};
  if (all.before.excess != 0 || all.after.excess != 0) {
    figures.push_back(days_figure("People-days above fair shares, weighted in requirement-days",
                                  all.before.excess,
                                  all.after.excess));
  }
  if (all.before.cost != 0 || all.after.cost != 0) {
    figures.push_back(count_figure("Cost in EUR", all.before.cost, all.after.cost));
  }
  return figures;
}

bool is_shown(const ComparisonView& view, const TourChange& change) {
  return view.nation.empty() || change.nation == view.nation;
}

ChangeCounts counts_of(const ComparisonView& view) {
  ChangeCounts counts;
  for (const TourChange& change : view.comparison.changes) {
    if (is_shown(view, change)) count(change, counts);
  }
  return counts;
}

std::string counts_words(const ChangeCounts& counts) {
  std::vector<std::string> parts;
  const auto add = [&](std::size_t number, std::string_view word) {
    if (number > 0) {
      parts.push_back(count_text(static_cast<Wide>(number)) + " " + std::string{word});
    }
  };
  add(counts.added, "added");
  add(counts.removed, "gone");
  add(counts.moved, "moved");
  add(counts.firmer, "firmer");
  add(counts.softer, "softer");
  return joined(parts, ", ");
}

std::vector<CauseCount> causes_of(const ComparisonView& view) {
  std::map<explain::Why, std::size_t> counts;
  for (const TourChange& change : view.comparison.changes) {
    if (is_shown(view, change)) ++counts[change.because.why];
  }
  std::vector<CauseCount> causes;
  for (const auto& [why, count] : counts) causes.push_back({why, count});
  std::ranges::stable_sort(causes, std::ranges::greater{}, &CauseCount::changes);
  return causes;
}

std::vector<std::string> summary_sentences(const ComparisonView& view) {
  if (view.comparison.changes.empty()) return {"No tour changes."};
  const std::string counts = counts_words(counts_of(view));
  if (counts.empty()) return {"No " + view.nation + " tour changes."};
  std::string words = "Tours and deliveries: " + counts;
  std::vector<std::string> causes;
  for (const CauseCount& cause : causes_of(view)) {
    causes.push_back(count_text(static_cast<Wide>(cause.changes)) + " "
                     + std::string{cause_words(cause.why)});
  }
  const std::string why = "Why: " + joined(causes, ", ") + ".";
  if (!view.nation.empty()) return {words + ".", why};
  words += "; " + count_text(static_cast<Wide>(view.comparison.kept)) + " as before.";
  std::set<std::string> nations;
  for (const TourChange& change : view.comparison.changes) nations.insert(change.nation);
  return {words,
          why,
          "Nations touched, " + count_text(static_cast<Wide>(nations.size())) + ": "
              + joined({nations.begin(), nations.end()}, ", ") + "."};
}

std::vector<Band> bands_of(const ComparisonView& view, Grouping by) {
  switch (by) {
    case Grouping::line:
      return line_bands(view);
    case Grouping::nation:
      return bands_by(view, &TourChange::nation);
    case Grouping::unit:
      return bands_by(view, &TourChange::unit);
  }
  throw Defect{"every grouping has its bands"};
}

std::string_view mark_of(const TourChange& change) {
  if (change.kind == TourChange::Kind::added) return "+";
  return change.kind == TourChange::Kind::removed ? "-" : "~";
}

std::string mark_of(const LineChange& line) {
  const std::string mark = line.added ? "+" : line.gone ? "-" : "~";
  return line.newly_short.empty() ? mark : "!" + mark;
}

}  // namespace muster::report
