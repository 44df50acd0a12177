// SPDX-License-Identifier: Apache-2.0
#include "model/reading/checks.hpp"

namespace muster::reading {

namespace {

void check_lead(const Reading& reading, Id<Requirement> id, Findings& findings) {
  const Requirement& requirement = reading.nouns.requirements[id];
  const Activity& activity = reading.nouns.activities[requirement.activity];
  if (!requirement.lead_share_permille || activity.lead) return;
  findings.add(
      reading.draft.table("requirements"),
      *reading.requirement.rows[id],
      "lead_share",
      "a share is asked of the lead, but activity " + quoted(activity.key) + " names no lead",
      "State the lead in activities, or leave lead_share empty.",
      {reading.activity.rows[requirement.activity]});
}

void check_indivisible(const Reading& reading, Id<Requirement> id, Findings& findings) {
  const Requirement& requirement = reading.nouns.requirements[id];
  if (!requirement.indivisible || requirement.kind != RequirementKind::delivery) return;
  findings.add(reading.draft.table("requirements"),
               *reading.requirement.rows[id],
               "indivisible",
               "what is delivered stays, and serves no period that could be divided",
               "Leave indivisible empty, or ask for presence or on_call.");
}

}  // namespace

// That a requirement lies within its activity's time, and has an end, was checked where it was
// read.
void check_requirements(const Reading& reading, Findings& findings) {
  for (const Id<Requirement> id : reading.nouns.requirements.ids()) {
    check_lead(reading, id, findings);
    check_indivisible(reading, id, findings);
  }
}

}  // namespace muster::reading
