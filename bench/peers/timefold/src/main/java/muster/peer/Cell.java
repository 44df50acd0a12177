// SPDX-License-Identifier: Apache-2.0
package muster.peer;

/** A line through one bucket of the grid: its demand in thousandths, and what a thousandth short costs. */
public record Cell(int number, long quantity, long weightedDays) {}
