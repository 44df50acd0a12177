// SPDX-License-Identifier: Apache-2.0
#include "report/figures/comparison.hpp"
#include "report/json/shapes.hpp"

namespace muster::report {
namespace {

using explain::TourChange;

Json degree_json(const std::optional<Counting>& degree) {
  return degree ? Json(to_text(*degree)) : Json();
}

Json cells_json(const std::vector<explain::CellChange>& cells) {
  Json list = Json::array();
  for (const explain::CellChange& cell : cells) {
    list.push_back({{"column", cell.column},
                    {"before", text_or_null(cell.before)},
                    {"after", text_or_null(cell.after)}});
  }
  return list;
}

Json because_json(const TourChange& change) {
  const explain::Because& because = change.because;
  return {{"cause", explain::to_text(because.why)},
          {"rule", because.rule ? Json(judge::to_text(*because.rule)) : Json()},
          {"keys", because.keys},
          {"before", text_or_null(because.before)},
          {"after", text_or_null(because.after)},
          {"cells", cells_json(because.changes)},
          {"words", because_words(change)}};
}

Json change_json(const TourChange& change) {
  return {{"mark", mark_of(change)},
          {"kind", explain::to_text(change.kind)},
          {"delivery", change.delivery},
          {"nation", change.nation},
          {"unit", change.unit},
          {"offer", change.offer},
          {"requirement", change.requirement},
          {"quantity_before", change.quantity_before},
          {"quantity_after", change.quantity_after},
          {"before", change.before ? period_json(*change.before) : Json()},
          {"after", change.after ? period_json(*change.after) : Json()},
          {"degree_before", degree_json(change.degree_before)},
          {"degree_after", degree_json(change.degree_after)},
          {"waited_for", text_or_null(change.waited_for)},
          {"because", because_json(change)}};
}

Json line_json(const explain::LineChange& line) {
  Json newly_short = Json::array();
  for (const explain::NewlyShort& part : line.newly_short) {
    newly_short.push_back({{"from", to_text(part.days.from)},
                           {"until", to_text(part.days.until)},
                           {"more", amount_json(part.more)}});
  }
  return {{"mark", mark_of(line)},
          {"requirement", line.requirement},
          {"capability", line.capability},
          {"unmet_days_before", amount_days_json(line.unmet_before)},
          {"unmet_days_after", amount_days_json(line.unmet_after)},
          {"unmet_weighted_days_before", amount_days_json(line.weighted_before)},
          {"unmet_weighted_days_after", amount_days_json(line.weighted_after)},
          {"newly_short", std::move(newly_short)},
          {"cells", cells_json(line.cells)}};
}

Json goals_json(const judge::Goals& goals, std::size_t lines_short) {
  return {{"value", to_text(goals.points)},
          {"unmet_weighted_days", amount_days_json(goals.unmet)},
          {"unmet_days", amount_days_json(goals.unmet_plain)},
          {"requirements_short", lines_short},
          {"firmness", goals.firmness},
          {"cost_eur", goals.cost}};
}

Json tours_json(const ComparisonView& view) {
  const ChangeCounts counts = counts_of(view);
  return {{"added", counts.added},
          {"gone", counts.removed},
          {"moved", counts.moved},
          {"firmer", counts.firmer},
          {"softer", counts.softer},
          {"kept", view.comparison.kept}};
}

Json causes_json(const ComparisonView& view) {
  Json causes = Json::object();
  for (const CauseCount& cause : causes_of(view)) {
    causes[std::string{explain::to_text(cause.why)}] = cause.changes;
  }
  return causes;
}

}  // namespace

std::string comparison_json(const ComparisonView& view) {
  const explain::Comparison& all = view.comparison;
  Json changes = Json::array(), released = Json::array(), lines = Json::array();
  Json nations = Json::array();
  for (const TourChange& change : all.changes) {
    if (is_shown(view, change)) changes.push_back(change_json(change));
  }
  for (const explain::Released& one : all.released) {
    released.push_back(
        {{"condition", one.condition}, {"on", day_json(one.on)}, {"offers", one.offers}});
  }
  for (const explain::LineChange& line : all.lines) lines.push_back(line_json(line));
  for (const Band& band : bands_of(view, Grouping::nation)) nations.push_back(band.key);
  return to_document({{"answer", "compare"},
                      {"nation", text_or_null(view.nation)},
                      {"before", goals_json(all.before, all.lines_short_before)},
                      {"after", goals_json(all.after, all.lines_short_after)},
                      {"tours", tours_json(view)},
                      {"causes", causes_json(view)},
                      {"nations_touched", std::move(nations)},
                      {"requirements_added", all.requirements_added},
                      {"requirements_removed", all.requirements_removed},
                      {"offers_added", all.offers_added},
                      {"offers_removed", all.offers_removed},
                      {"changes", std::move(changes)},
                      {"released", std::move(released)},
                      {"lines", std::move(lines)}});
}

}  // namespace muster::report
