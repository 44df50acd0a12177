// SPDX-License-Identifier: Apache-2.0
package muster.peer;

/** What one piece on a tour adds to a cell, in thousandths. */
public record Fill(Cell cell, long amount) {}
