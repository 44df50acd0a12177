// SPDX-License-Identifier: Apache-2.0
#include "report/figures/programme.hpp"

#include "report/json/shapes.hpp"

namespace muster::report {
namespace {

template <class Number>
Json number_or_null(const std::optional<Number>& number) {
  return number ? Json(*number) : Json();
}

Json rotation_json(const Scenario& scenario, const explain::Rotation& rotation) {
  const Offer& offer = scenario->offers[rotation.offer];
  return {{"nation", scenario->nations[offer.nation].key},
          {"offer", offer.key},
          {"requirement", scenario->requirements[rotation.requirement].key},
          {"from", to_text(rotation.period.from)},
          {"until", to_text(rotation.period.until)},
          {"instructors", amount_json(rotation.instructors)},
          {"degree", to_text(rotation.degree)},
          {"cohorts", rotation.cohorts},
          {"without",
           {{"fewer_cohorts", rotation.fewer_cohorts},
            {"fewer_trained", rotation.fewer_trained},
            {"reached_on", day_json(rotation.reached_on)}}}};
}

Json outlook_json(const Scenario& scenario, const explain::Outlook& outlook) {
  const explain::TrainingCurve& curve = outlook.curve;
  const Activity& activity = scenario->activities[curve.activity];
  Json points = Json::array(), rotations = Json::array(), over_time = Json::array();
  for (const explain::TrainingPoint& point : curve.points) {
    points.push_back(
        {{"on", to_text(point.on)}, {"cohorts", point.cohorts}, {"trained", point.trained}});
  }
  for (const TrainedBy& row : trained_over_time(curve)) {
    over_time.push_back(
        {{"before", to_text(row.on)}, {"cohorts", row.cohorts}, {"trained", row.trained}});
  }
  for (const explain::Rotation& rotation : outlook.rotations) {
    rotations.push_back(rotation_json(scenario, rotation));
  }
  return {{"activity", activity.key},
          {"name", activity.name},
          {"as_of", day_json(curve.as_of)},
          {"trained_before", number_or_null(curve.trained_before)},
          {"trained_by_cohort", outlook.trained_by_cohort},
          {"target", number_or_null(curve.target)},
          {"target_on", day_json(curve.target_on)},
          {"reached_on", day_json(curve.reached_on)},
          {"broken_off", curve.broken_off},
          {"points", std::move(points)},
          {"over_time", std::move(over_time)},
          {"rotations", std::move(rotations)},
          {"source", text_or_null(curve.source)}};
}

}  // namespace

std::string programmes_json(const Scenario& scenario,
                            const std::vector<explain::Outlook>& outlooks) {
  Json programmes = Json::array();
  for (const explain::Outlook& outlook : outlooks) {
    programmes.push_back(outlook_json(scenario, outlook));
  }
  return to_document({{"answer", "programme"}, {"programmes", std::move(programmes)}});
}

}  // namespace muster::report
