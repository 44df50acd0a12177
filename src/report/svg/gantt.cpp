// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <tuple>
#include <utility>
#include <vector>

#include "report/figures/figures.hpp"
#include "report/svg/drawing.hpp"
#include "report/svg/figures.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr int axis_height = 48;
constexpr int strip_height = 20;
constexpr int lane_height = 17;
constexpr int bar_height = 13;
constexpr int space_after = 10;

struct Lane {
  Id<Offer> offer{0};
  std::vector<Part> parts;
};

std::string_view look_of(Counting degree) {
  switch (degree) {
    case Counting::firm:
      return "firm";
    case Counting::expected:
      return "expected";
    case Counting::best:
      return "best";
  }
  return "best";
}

std::vector<Lane> lanes_of(const PlanView& view, Id<Requirement> requirement) {
  std::vector<Lane> lanes;
  for (const Part& part : parts_of(view, requirement)) {
    if (!is_told(view, (*view.scenario)->offers[part.offer].nation)) continue;
    const auto lane = std::ranges::find(lanes, part.offer, &Lane::offer);
    if (lane == lanes.end()) {
      lanes.push_back({part.offer, {part}});
    } else {
      lane->parts.push_back(part);
    }
  }
  const Scenario& scenario = *view.scenario;
  std::ranges::stable_sort(lanes, {}, [&](const Lane& lane) {
    return std::tuple{scenario->nations[scenario->offers[lane.offer].nation].key, lane.offer};
  });
  return lanes;
}

class Gantt {
 public:
  Gantt(const PlanView& view, std::string_view label, bool with_lanes)
      : view_{view},
        scenario_{*view.scenario},
        axis_{shown_days(view), label_width, drawing_width - label_width - 4},
        drawing_{drawing_width, label},
        with_lanes_{with_lanes} {}

  std::string draw(const std::vector<Id<Requirement>>& requirements) {
    const int bottom = height_of(requirements);
    draw_axis(drawing_, axis_, 16, bottom);
    for (const Id<Requirement> id : requirements) draw_requirement(id);
    draw_mark(drawing_, axis_, scenario_->as_of, "as of " + to_text(scenario_->as_of), 16, bottom);
    return drawing_.finish(bottom + 4);
  }

 private:
  int height_of(const std::vector<Id<Requirement>>& requirements) const {
    int height = axis_height;
    for (const Id<Requirement> id : requirements) {
      const auto lanes = with_lanes_ ? lanes_of(view_, id).size() : 0;
      height += strip_height + space_after + static_cast<int>(lanes) * lane_height;
    }
    return height;
  }

  void draw_requirement(Id<Requirement> id) {
    const Requirement& requirement = scenario_->requirements[id];
    const Capability& capability = scenario_->capabilities[requirement.capability];
    std::string asked = requirement.quantity
                            ? amount_text(capability.measure, *requirement.quantity)
                            : std::string{"quantity not stated"};
    drawing_.words(0, y_ + 9, fitting(requirement.key + ": " + asked, label_width - 6), "strong");
    drawing_.words(0,
                   y_ + 20,
                   fitting(name_or_key(capability.name, capability.key), label_width - 6),
                   "faint");
    draw_strip(id);
    y_ += strip_height + 3;
    if (with_lanes_) {
      for (const Lane& lane : lanes_of(view_, id)) draw_lane(id, lane);
    }
    y_ += space_after - 3;
  }

  // Heights are shares of what is required: firm below, then expected, best, and missing on top.
  void draw_strip(Id<Requirement> id) {
    const Requirement& requirement = scenario_->requirements[id];
    const auto& coverage = view_.verdict->coverage[id];
    if (coverage.empty()) {
      draw_span(requirement.period, y_, strip_height, "unstated", "quantity not stated");
      return;
    }
    for (const judge::Stretch& stretch : coverage) draw_stretch(id, stretch);
    draw_span(requirement.period, y_, strip_height, "frame", {});
    label_missing(coverage);
  }

  void draw_stretch(Id<Requirement> id, const judge::Stretch& stretch) {
    const auto level = [&](Amount amount) {
      const std::int64_t capped = std::min(amount, stretch.required).count();
      return stretch.required.count() == 0
                 ? strip_height
                 : static_cast<int>(capped * strip_height / stretch.required.count());
    };
    const int firm = level(stretch.firm), expected = level(stretch.expected),
              best = level(stretch.best);
    const std::string tip = tip_of(id, stretch);
    const auto part = [&](int from, int until, std::string_view look) {
      if (until > from) {
        draw_span(stretch.period, y_ + strip_height - until, until - from, look, tip);
      }
    };
    part(0, firm, "firm");
    part(firm, expected, "expected");
    part(expected, best, "best");
    part(best, strip_height, "missing");
  }

  std::string tip_of(Id<Requirement> id, const judge::Stretch& stretch) const {
    const Measure measure = measure_of(scenario_, id);
    return period_text(stretch.period) + ": required " + amount_text(measure, stretch.required)
           + ", firm " + decimal_text(stretch.firm.count()) + ", expected "
           + decimal_text(stretch.expected.count()) + ", best " + decimal_text(stretch.best.count())
           + ", unmet " + decimal_text(stretch.unmet().count());
  }

  // Neighbouring stretches with the same amount unmet carry one label.
  void label_missing(const std::vector<judge::Stretch>& coverage) {
    for (std::size_t first = 0; first < coverage.size();) {
      std::size_t end = first + 1;
      while (end < coverage.size() && coverage[end].unmet() == coverage[first].unmet()) ++end;
      const Amount unmet = coverage[first].unmet();
      const int from = axis_.x(coverage[first].period.from);
      const int until = axis_.x(coverage[end - 1].period.until);
      const std::string words = "−" + decimal_text(unmet.count());
      const bool room = words_width(words) + 4 <= until - from;
      if (unmet > Amount{} && room) {
        drawing_.words((from + until) / 2, y_ + 14, words, "on-bar missing-words", Anchor::middle);
      }
      first = end;
    }
  }

  void draw_lane(Id<Requirement> id, const Lane& lane) {
    const Offer& offer = scenario_->offers[lane.offer];
    const std::string& nation = scenario_->nations[offer.nation].key;
    drawing_.words(14, y_ + 11, nation, "nation");
    drawing_.words(48, y_ + 11, fitting(offer.key, label_width - 54), "plain");
    for (const Part& part : lane.parts) draw_part(id, part);
    y_ += lane_height;
  }

  void draw_part(Id<Requirement> id, const Part& part) {
    const std::string tip = tip_of(id, part);
    const Day window_end = part.extension_from.value_or(part.period.until);
    const Day counts = std::clamp(part.counted.from, part.period.from, window_end);
    if (part.period.from < counts) {
      draw_span({part.period.from, counts}, y_, bar_height, "handover", tip);
    }
    if (counts < window_end) {
      draw_span({counts, window_end}, y_, bar_height, look_of(part.degree_in_window), tip);
      label_part(id, part, {counts, window_end}, to_text(part.degree_in_window));
    }
    if (part.extension_from) {
      draw_span({*part.extension_from, part.period.until}, y_, bar_height, "option", tip);
      label_part(id, part, {*part.extension_from, part.period.until}, "option");
    }
    if (part.extension_from) draw_decision(scenario_->offers[part.offer]);
    if (part.delivery)
      drawing_.box({axis_.x(part.period.from), y_ - 1, 3, bar_height + 2}, "arrival");
  }

  // The day by which an option must be decided.
  void draw_decision(const Offer& offer) {
    if (!offer.extension_decide_by) return;
    const int x = axis_.x(*offer.extension_decide_by);
    drawing_.line(x, y_ - 2, x, y_ + bar_height + 2, "decision");
    drawing_.box({x - 3, y_ - 2, 7, bar_height + 4},
                 "touch",
                 offer.key + ": to be decided by " + to_text(*offer.extension_decide_by));
  }

  void label_part(Id<Requirement> id, const Part& part, Period days, std::string_view degree) {
    const int from = axis_.x(days.from), room = axis_.x(days.until) - from - 6;
    const std::string amount = amount_text(measure_of(scenario_, id), part.gives);
    const std::string number = decimal_text(part.gives.count());
    for (const std::string& words : {amount + ", " + std::string{degree},
                                     number + " " + std::string{degree},
                                     std::string{degree},
                                     number}) {
      if (words_width(words) > room) continue;
      drawing_.words(from + 5, y_ + 10, words, degree == "firm" ? "on-bar on-firm" : "on-bar");
      return;
    }
  }

  std::string tip_of(Id<Requirement> id, const Part& part) const {
    const Offer& offer = scenario_->offers[part.offer];
    std::string tip =
        offer.key + ": " + amount_text(measure_of(scenario_, id), part.gives) + ", "
        + (part.delivery ? "delivered " + to_text(part.period.from) : period_text(part.period))
        + ", " + std::string{to_text(part.degree)};
    const std::string soft = softness_words(scenario_, part);
    return soft.empty() ? tip : tip + " (" + soft + ")";
  }

  void draw_span(Period days, int y, int height, std::string_view look, std::string_view tip) {
    const int from = axis_.x(days.from);
    drawing_.box({from, y, axis_.x(days.until) - from, height}, look, tip);
  }

  const PlanView& view_;
  const Scenario& scenario_;
  TimeAxis axis_;
  Drawing drawing_;
  bool with_lanes_;
  int y_ = axis_height;
};

}  // namespace

std::string gantt(const PlanView& view,
                  const std::vector<Id<Requirement>>& requirements,
                  std::string_view label,
                  bool with_lanes) {
  return Gantt{view, label, with_lanes}.draw(requirements);
}

std::string gantt_legend() {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> looks{
      {{"firm", "firm: committed, in place"},
       {"expected", "expected: accepted"},
       {"best", "best: offered, intended, waiting"},
       {"option", "option: extension"},
       {"decision", "to be decided by"},
       {"handover", "taking over"},
       {"missing", "missing"}}};
  Drawing drawing{drawing_width, "Legend of the bars"};
  int x = 0;
  for (const auto& [look, words] : looks) {
    if (look == "decision")
      drawing.line(x + 17, 2, x + 17, 6 + bar_height, look);
    else
      drawing.box({x, 4, 34, bar_height}, look);
    drawing.words(x + 40, 15, words, "plain");
    x += 40 + words_width(words) + 16;
  }
  return drawing.finish(22);
}

}  // namespace muster::report
