// SPDX-License-Identifier: Apache-2.0
package muster.peer;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;

/** A piece is in one place at a time and rests; every thousandth filled is worth its weight. */
public class Rules implements ConstraintProvider {
  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {onePlaceAtATime(factory), filled(factory)};
  }

  private Constraint onePlaceAtATime(ConstraintFactory factory) {
    return factory
        .forEachUniquePair(
            Slot.class,
            Joiners.equal(Slot::getPiece),
            Joiners.overlapping(Slot::begin, Slot::rested))
        .penalize(HardSoftLongScore.ONE_HARD)
        .asConstraint("one place at a time");
  }

  private Constraint filled(ConstraintFactory factory) {
    return factory
        .forEach(Slot.class)
        .flattenLast(Slot::fills)
        .groupBy(Fill::cell, ConstraintCollectors.sumLong(Fill::amount))
        .rewardLong(
            HardSoftLongScore.ONE_SOFT,
            (cell, amount) -> Math.min(amount, cell.quantity()) * cell.weightedDays())
        .asConstraint("filled");
  }
}
