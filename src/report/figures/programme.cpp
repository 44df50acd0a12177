// SPDX-License-Identifier: Apache-2.0
#include "report/figures/programme.hpp"

#include <algorithm>

#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr int most_rows = 18;

// The first of the month so many months after the one in which `day` lies, counted in steps of
// whole quarters or years from January.
Day next_edge(Day day, int step) {
  const std::chrono::year_month_day date{day};
  const unsigned month = static_cast<unsigned>(date.month()) - 1;
  const int left = step - static_cast<int>(month) % step;
  const auto first = std::chrono::year_month{date.year(), date.month()} + std::chrono::months{left};
  return std::chrono::sys_days{first / 1};
}

std::vector<Day> edges_of(Period days, int step) {
  std::vector<Day> edges;
  for (Day day = next_edge(days.from, step); day < days.until; day = next_edge(day, step)) {
    edges.push_back(day);
  }
  edges.push_back(days.until);
  return edges;
}

}  // namespace

std::vector<TrainedBy> trained_over_time(const explain::TrainingCurve& curve) {
  std::vector<TrainedBy> rows;
  if (curve.covered.from >= curve.covered.until) return rows;
  std::vector<Day> edges;
  for (const int step : {1, 3, 12}) {
    edges = edges_of(curve.covered, step);
    if (edges.size() <= most_rows) break;
  }
  for (const Day edge : edges) {
    TrainedBy row{edge, 0, curve.trained_before.value_or(0)};
    for (const explain::TrainingPoint& point : curve.points) {
      if (point.on > edge) break;
      row.cohorts = point.cohorts;
      row.trained = point.trained;
    }
    rows.push_back(row);
  }
  return rows;
}

std::string target_without_words(const explain::TrainingCurve& curve,
                                 const explain::Rotation& rotation) {
  if (!curve.target) return "–";
  if (!curve.reached_on) return "never reached";
  if (!rotation.reached_on) return "not reached";
  const std::int64_t later = (*rotation.reached_on - *curve.reached_on).count();
  return later == 0 ? "same day" : "+" + days_text(later);
}

std::string cohort_sentence(const Scenario& scenario, const explain::Outlook& outlook) {
  for (const Programme& programme : scenario->programmes) {
    if (programme.activity != outlook.curve.activity) continue;
    return "A cohort: " + plural(programme.instructors_per_cohort, "instructor", "instructors")
           + ", " + days_text(programme.cohort_days) + ", "
           + plural(programme.trainees_per_cohort, "trainee", "trainees") + ", of whom "
           + count_text(outlook.trained_by_cohort) + " pass.";
  }
  return {};
}

std::string_view no_programme_words() {
  return "This data has no training programme: a row of programmes.csv would make an activity one.";
}

}  // namespace muster::report
