// SPDX-License-Identifier: Apache-2.0
package muster.peer;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import java.util.List;

/** All that is decided. */
@PlanningSolution
public class Roster {
  @PlanningEntityCollectionProperty private List<Slot> slots;
  @PlanningScore private HardSoftLongScore score;
  private long everything; // the cost of filling nothing, in thousandths of requirement-days

  public Roster() {}

  public Roster(List<Slot> slots, long everything) {
    this.slots = slots;
    this.everything = everything;
  }

  public List<Slot> getSlots() {
    return slots;
  }

  public HardSoftLongScore getScore() {
    return score;
  }

  /** What is unmet, in weighted requirement-days. */
  public double unmet() {
    return (everything - score.softScore()) / 1000.0;
  }
}
