# SPDX-License-Identifier: Apache-2.0
"""A planning problem as `muster export --mps` writes it, and plans as values of its columns.

FILE.columns.csv has a row for each tour or delivery that one of a column adds to a plan, so a plan's
tables follow from values, and values from a plan's tables.
"""
import collections
import csv
import dataclasses
import datetime
import pathlib

TOURS_HEAD = ["offer", "requirement", "from", "until", "quantity"]
DELIVERIES_HEAD = ["offer", "requirement", "quantity", "on", "delivery"]


def day(text: str) -> int:
    return datetime.date.fromisoformat(text).toordinal()


def read_table(path: pathlib.Path) -> list[dict[str, str]]:
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclasses.dataclass
class Programme:
    mps: pathlib.Path
    columns: dict[str, list[dict[str, str]]]  # a column → its rows of FILE.columns.csv

    @classmethod
    def read(cls, mps: pathlib.Path) -> "Programme":
        columns = collections.defaultdict(list)
        for row in read_table(pathlib.Path(f"{mps}.columns.csv")):
            columns[row["column"]].append(row)
        return cls(mps, dict(columns))

    def write_plan(self, values: dict[str, float], folder: pathlib.Path) -> None:
        """tours.csv and deliveries.csv, for `muster judge DATA --tours … --deliveries …`."""
        tours, deliveries = [], []
        for column, value in values.items():
            times = round(value)
            for row in self.columns.get(column, []) if times > 0 else []:
                quantity = int(row["quantity"]) * times
                if row["on"]:
                    deliveries.append([row["offer"], row["requirement"], quantity, row["on"], row["delivery"]])
                else:
                    tours.append([row[name] for name in TOURS_HEAD[:-1]] + [quantity])
        for name, head, rows in (("tours", TOURS_HEAD, tours), ("deliveries", DELIVERIES_HEAD, deliveries)):
            with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows([head, *sorted(rows)])

    def values_of(self, plan: pathlib.Path) -> dict[str, float]:
        """A plan's folder as values of columns. Tours at once of one offer are one column where there is
        one that adds just that (a double use), else a column each."""
        by_key = {key_of(rows): column for column, rows in self.columns.items()}
        groups = collections.defaultdict(list)
        for row in read_table(plan / "tours.csv"):
            groups[row["offer"], row["from"], row["until"]].append(row | {"on": "", "delivery": ""})
        values = collections.Counter()
        for rows in groups.values():
            together = by_key.get(key_of(rows))
            for part in [rows] if together else [[row] for row in rows]:
                column = self.known(by_key.get(key_of(part)), part)
                values[column] += int(part[0]["quantity"]) // int(self.columns[column][0]["quantity"])
        return dict(values) | self.values_of_deliveries(read_table(plan / "deliveries.csv"), by_key)

    def values_of_deliveries(self, rows: list[dict[str, str]], by_key: dict) -> dict[str, float]:
        """Of each package the column that chooses it, and of its rest the column of how many parts."""
        packages = collections.defaultdict(list)
        for row in rows:
            packages[row["offer"], row["requirement"]].append(row | {"from": "", "until": ""})
        values = {}
        for (offer, requirement), together in packages.items():
            values[f"delivery.{offer}.{requirement}.fixed"] = 1
            for rest in [row for row in together if not row["delivery"]]:
                column = self.known(by_key.get(key_of([rest])), rest)
                values[column] = int(rest["quantity"]) // int(self.columns[column][0]["quantity"])
                del values[f"delivery.{offer}.{requirement}.fixed"]
                values["delivery" + column.removeprefix("part")] = 1
        return values

    def known(self, column: str | None, what: object) -> str:
        if column is None:
            raise KeyError(f"no column of {self.mps} adds {what}")
        return column


def key_of(rows: list[dict[str, str]]) -> tuple:
    """What a column adds, whatever the order and the number of pieces."""
    return tuple(sorted(
        (row["offer"], row["requirement"], row["from"], row["until"], row["on"], row["delivery"])
        for row in rows))
