# SPDX-License-Identifier: Apache-2.0
"""How time and memory grow with the size of a situation: charts with both axes by decades, and the exponents
of the lines through them (least squares on the logarithms). A size is units × requirements: that many pairs
the optimiser has to look at."""
import collections
import math
import pathlib
import statistics

import charts

MEASURES = (("first_seconds", "seconds to the first plan"), ("verify_seconds", "seconds to verify"),
            ("peak_mib", "peak MiB of planning"), ("verify_peak_mib", "peak MiB of verifying"))


def exponent(points: list[tuple[float, float]]) -> float:
    """Of y = c · x^exponent."""
    xs, ys = ([math.log(point[k]) for point in points] for k in (0, 1))
    return statistics.linear_regression(xs, ys).slope


def medians(rows: list[dict], measure: str) -> list[tuple[float, float]]:
    """By size, on the monthly grid; what is measured as nothing is left out."""
    groups = collections.defaultdict(list)
    for row in rows:
        if row["grid"] == "month" and row[measure] > 0:
            groups[row["counts"]["units"] * row["counts"]["requirements"]].append(row[measure])
    sizes = collections.defaultdict(list)
    for size, values in groups.items():  # seeds differ a little in what comes on top of the units
        sizes[round(math.log10(size), 1)].append((size, statistics.median(values)))
    return sorted((statistics.median(size for size, _ in group), statistics.median(value for _, value in group))
                  for group in sizes.values())


def draw(rows: list[dict], folder: pathlib.Path) -> dict[str, float]:
    """sizes-time.svg and sizes-memory.svg; gives the exponents."""
    exponents = {}
    for name, measures in (("time", MEASURES[:2]), ("memory", MEASURES[2:])):
        lines = []
        for measure, words in measures:
            points = medians(rows, measure)
            if len(points) < 2:
                continue
            exponents[measure] = exponent(points)
            lines.append(charts.Line(f"{words}, ^{exponents[measure]:.2f}", points, marks=True))
        if lines:
            charts.write(folder / f"sizes-{name}.svg", charts.Chart(
                title=f"How {name} grows with units × requirements (median of the seeds)", x="units × requirements",
                y="MiB" if name == "memory" else "s", x_log=True, y_log=True, lines=lines))
    return exponents
