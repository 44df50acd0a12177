// SPDX-License-Identifier: Apache-2.0
package muster.peer;

import java.util.List;

/** A tour that the unit's own rules allow, in days; the piece is free again at {@code rested}. */
public record Tour(String column, long begin, long rested, List<Fill> fills) {
  @Override
  public String toString() {
    return column;
  }
}
