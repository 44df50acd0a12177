# SPDX-License-Identifier: Apache-2.0
"""A situation without rules that bind several units, as scheduling solvers see it: units with pieces,
lines with a demand for each bucket, and the tours that a unit may make on a line.

Read from the data package and from FILE.columns.csv, whose rows are the tours that the unit's own rules
allow.
"""
import collections
import dataclasses
import fractions
import math
import pathlib

import programme


@dataclasses.dataclass
class Line:
    key: str
    quantity: int  # thousandths
    weight: int
    first: int  # days
    last: int


@dataclasses.dataclass
class Tours:
    """All tours of one offer on one line."""
    unit: str
    offer: str
    line: str
    amount: int  # thousandths that one piece adds
    rows: dict[tuple[int, int], str]  # (from, until) → column
    counts_from: dict[int, int]  # from → the first day that counts
    rested: dict[tuple[int, int], int]  # the first day of the grid on which the unit is free again
    owes_rest: bool = False


@dataclasses.dataclass
class Situation:
    days: list[int]  # the boundaries of the grid
    lines: dict[str, Line]
    pieces: dict[str, int]  # of each unit
    rest: dict[str, tuple[fractions.Fraction, int]]  # of each unit: dwell ratio, and days at least
    tours: list[Tours]

    def rest_days(self, tours: Tours, days: int) -> int:
        """What the unit owes after a tour of so many days."""
        if not tours.owes_rest:
            return 0
        ratio, least = self.rest[tours.unit]
        return max(math.ceil(days * ratio), least)


def read(data: pathlib.Path, columns: pathlib.Path) -> Situation:
    rows = [row for row in programme.read_table(columns) if not row["on"]]
    days = sorted({programme.day(row[name]) for row in rows for name in ("from", "until", "counts_from")})
    groups: dict[tuple[str, str], Tours] = {}
    pieces: dict[str, int] = {}
    for row in rows:
        add_row(row, groups, pieces)
    lines = read_lines(data)
    for line in lines.values():
        days = sorted({*days, line.first, line.last})
    return Situation(days, lines, pieces, read_rests(data), list(groups.values()))


def add_row(row: dict[str, str], groups: dict[tuple[str, str], Tours], pieces: dict[str, int]) -> None:
    amount = round(fractions.Fraction(row["amount"]) * 1000)
    tours = groups.setdefault((row["offer"], row["requirement"]),
                              Tours(row["unit"], row["offer"], row["requirement"], amount, {}, {}, {}))
    begin, end = programme.day(row["from"]), programme.day(row["until"])
    if (begin, end) in tours.rows:
        raise ValueError(f"{row['column']}: a double use; this model is for plain situations")
    tours.rows[begin, end] = row["column"]
    tours.counts_from[begin] = programme.day(row["counts_from"])
    tours.rested[begin, end] = programme.day(row["rested"])
    tours.owes_rest |= tours.rested[begin, end] > end
    pieces[row["unit"]] = max(pieces.get(row["unit"], 1), int(row["most"]))


def read_lines(data: pathlib.Path) -> dict[str, Line]:
    weights = {row["priority"]: int(row["weight"]) for row in programme.read_table(data / "priorities.csv")}
    lines = {}
    for row in programme.read_table(data / "requirements.csv"):
        if row["quantity"]:
            lines[row["requirement"]] = Line(
                row["requirement"], round(fractions.Fraction(row["quantity"]) * 1000),
                weights[row["priority"]], programme.day(row["from"]), programme.day(row["until"]))
    return lines


def read_rests(data: pathlib.Path) -> dict[str, tuple[fractions.Fraction, int]]:
    policies = {}
    for row in programme.read_table(data / "policies.csv"):
        between = sum(int(row[name] or 0) for name in ("preparation_days", "recovery_days"))
        policies[row["policy"]] = (fractions.Fraction(row["dwell_ratio"] or 0), between)
    nothing = (fractions.Fraction(0), 0)
    return {row["unit"]: policies.get(row["policy"], nothing)
            for row in programme.read_table(data / "units.csv")}


def by_unit(situation: Situation) -> dict[str, list[Tours]]:
    found = collections.defaultdict(list)
    for tours in situation.tours:
        found[tours.unit].append(tours)
    return dict(found)
