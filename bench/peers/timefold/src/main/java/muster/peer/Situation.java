// SPDX-License-Identifier: Apache-2.0
package muster.peer;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a plain situation: the data package, and the tours that each unit's own rules allow. */
final class Situation {
  /** A piece makes no more tours than this; by dwell it seldom can. */
  private static final int MOST_TOURS = 6;

  private final Map<String, TreeMap<Long, Cell>> cells = new HashMap<>(); // line → begin → cell
  private final Map<String, Long> lastDay = new HashMap<>(); // of each line
  private long everything = 0;

  static Roster read(Path data, Path columns, Map<String, Integer> start) throws IOException {
    return new Situation().roster(data, table(columns), start);
  }

  private Roster roster(Path data, List<Map<String, String>> rows, Map<String, Integer> start)
      throws IOException {
    rows.removeIf(row -> !row.get("on").isEmpty());
    readLines(data, days(rows));
    Map<String, List<Tour>> tours = new LinkedHashMap<>();
    Map<String, Integer> pieces = new HashMap<>();
    for (Map<String, String> row : rows) {
      tours.computeIfAbsent(row.get("unit"), unit -> new ArrayList<>()).add(tour(row));
      pieces.merge(row.get("unit"), Integer.parseInt(row.get("most")), Math::max);
    }
    List<Slot> slots = new ArrayList<>();
    Map<String, Integer> left = new HashMap<>(start);
    tours.forEach((unit, its) -> {
      for (int piece = 0; piece < pieces.get(unit); ++piece) {
        addPiece(unit + "/" + piece, its, left, slots);
      }
    });
    return new Roster(slots, everything);
  }

  /** The slots of a piece, with what of the start is left for it. */
  private static void addPiece(
      String piece, List<Tour> tours, Map<String, Integer> left, List<Slot> slots) {
    long free = Long.MIN_VALUE;
    List<Tour> begun = new ArrayList<>();
    for (Tour tour : tours.stream().sorted((a, b) -> Long.compare(a.begin(), b.begin())).toList()) {
      if (left.getOrDefault(tour.column(), 0) == 0 || tour.begin() < free) {
        continue;
      }
      left.merge(tour.column(), -1, Integer::sum);
      begun.add(tour);
      free = tour.rested();
    }
    for (int number = 0; number < Math.max(MOST_TOURS, begun.size()); ++number) {
      Slot slot = new Slot(piece, number, tours);
      if (number < begun.size()) {
        slot.setTour(begun.get(number));
      }
      slots.add(slot);
    }
  }

  private static TreeSet<Long> days(List<Map<String, String>> rows) {
    TreeSet<Long> days = new TreeSet<>();
    for (Map<String, String> row : rows) {
      for (String name : List.of("from", "until", "counts_from")) {
        days.add(day(row.get(name)));
      }
    }
    return days;
  }

  private void readLines(Path data, TreeSet<Long> days) throws IOException {
    Map<String, Long> weights = new HashMap<>();
    for (Map<String, String> row : table(data.resolve("priorities.csv"))) {
      weights.put(row.get("priority"), Long.parseLong(row.get("weight")));
    }
    int number = 0;
    for (Map<String, String> row : table(data.resolve("requirements.csv"))) {
      if (row.get("quantity").isEmpty()) {
        continue;
      }
      long first = day(row.get("from"));
      long last = day(row.get("until"));
      TreeSet<Long> cuts = new TreeSet<>(days.subSet(first, last));
      cuts.add(first);
      TreeMap<Long, Cell> line = new TreeMap<>();
      for (long begin : cuts) {
        Long next = cuts.higher(begin);
        long cost = weights.get(row.get("priority")) * ((next == null ? last : next) - begin);
        Cell cell = new Cell(number++, thousandths(row.get("quantity")), cost);
        line.put(begin, cell);
        everything += cell.quantity() * cost;
      }
      cells.put(row.get("requirement"), line);
      lastDay.put(row.get("requirement"), last);
    }
  }

  private Tour tour(Map<String, String> row) {
    long amount = thousandths(row.get("amount"));
    List<Fill> fills = new ArrayList<>();
    long until = Math.min(day(row.get("until")), lastDay.get(row.get("requirement")));
    cells.get(row.get("requirement"))
        .subMap(day(row.get("counts_from")), until)
        .values()
        .forEach(cell -> fills.add(new Fill(cell, amount)));
    return new Tour(row.get("column"), day(row.get("from")), day(row.get("rested")), fills);
  }

  private static long day(String text) {
    return LocalDate.parse(text).toEpochDay();
  }

  private static long thousandths(String text) {
    return new BigDecimal(text).movePointRight(3).longValueExact();
  }

  /** A table without cells that hold line breaks, as the generator writes them. */
  private static List<Map<String, String>> table(Path path) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> head = null;
    for (String line : Files.readAllLines(path)) {
      List<String> cells = cells(line);
      if (head == null) {
        head = cells;
        continue;
      }
      Map<String, String> row = new HashMap<>();
      for (int k = 0; k < head.size(); ++k) {
        row.put(head.get(k), cells.get(k));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int k = 0; k < line.length(); ++k) {
      char letter = line.charAt(k);
      if (letter == '"') {
        if (quoted && k + 1 < line.length() && line.charAt(k + 1) == '"') {
          cell.append(line.charAt(++k));
        } else {
          quoted = !quoted;
        }
      } else if (letter == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(letter);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
