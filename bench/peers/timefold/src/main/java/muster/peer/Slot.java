// SPDX-License-Identifier: Apache-2.0
package muster.peer;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;

/** One of the tours that a piece of a unit may make; which one, or none, is decided. */
@PlanningEntity
public class Slot {
  @PlanningId private String id;
  private String piece;
  private List<Tour> tours;

  @PlanningVariable(allowsUnassigned = true)
  private Tour tour;

  public Slot() {}

  public Slot(String piece, int number, List<Tour> tours) {
    this.id = piece + " " + number;
    this.piece = piece;
    this.tours = tours;
  }

  @ValueRangeProvider
  public List<Tour> getTours() {
    return tours;
  }

  public String getPiece() {
    return piece;
  }

  public Tour getTour() {
    return tour;
  }

  public void setTour(Tour tour) {
    this.tour = tour;
  }

  public long begin() {
    return tour.begin();
  }

  public long rested() {
    return tour.rested();
  }

  public List<Fill> fills() {
    return tour.fills();
  }
}
