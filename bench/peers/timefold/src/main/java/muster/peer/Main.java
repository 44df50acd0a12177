// SPDX-License-Identifier: Apache-2.0
package muster.peer;

import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DATA COLUMNS.csv SECONDS START.json|- OUT.json: Timefold with its standard phases and moves. */
public final class Main {
  private static final Pattern NAMED_NUMBER = Pattern.compile("\"([^\"]+)\": ([0-9.]+)");

  private Main() {}

  public static void main(String[] words) throws IOException {
    Roster roster = Situation.read(Path.of(words[0]), Path.of(words[1]), start(words[3]));
    double left = Math.max(0.1, Double.parseDouble(words[2]) - seconds());
    SolverConfig config = new SolverConfig()
        .withSolutionClass(Roster.class)
        .withEntityClasses(Slot.class)
        .withConstraintProviderClass(Rules.class)
        .withTerminationSpentLimit(Duration.ofMillis((long) (left * 1000)));
    SolverFactory<Roster> factory = SolverFactory.create(config);
    Solver<Roster> solver = factory.buildSolver();
    List<String> trace = new ArrayList<>();
    if (!words[3].equals("-")) { // what it starts from is no event
      SolutionManager.create(factory).update(roster);
      note(roster, trace);
    }
    solver.addEventListener(event -> note(event.getNewBestSolution(), trace));
    write(Path.of(words[4]), trace, solver.solve(roster));
  }

  private static void note(Roster roster, List<String> trace) {
    if (roster.getScore().isFeasible()) {
      trace.add(String.format(Locale.ROOT, "[%.3f, %.3f, null]", seconds(), roster.unmet()));
    }
  }

  private static double seconds() {
    return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
  }

  private static Map<String, Integer> start(String path) throws IOException {
    Map<String, Integer> values = new HashMap<>();
    if (path.equals("-")) {
      return values;
    }
    Matcher found = NAMED_NUMBER.matcher(Files.readString(Path.of(path)));
    while (found.find()) {
      values.put(found.group(1), (int) Math.round(Double.parseDouble(found.group(2))));
    }
    return values;
  }

  private static void write(Path path, List<String> trace, Roster best) throws IOException {
    Map<String, Integer> values = new TreeMap<>();
    for (Slot slot : best.getSlots()) {
      if (best.getScore().isFeasible() && slot.getTour() != null) {
        values.merge(slot.getTour().column(), 1, Integer::sum);
      }
    }
    List<String> told = new ArrayList<>();
    values.forEach((column, value) -> told.add("\"" + column + "\": " + value));
    String version = SolverFactory.class.getPackage().getImplementationVersion();
    Files.writeString(path,
        "{\"version\": \"" + version + "\", \"trace\": [" + String.join(", ", trace)
            + "], \"values\": {" + String.join(", ", told) + "}}\n");
  }
}
