#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes instances of the Shift Minimisation Personnel Task Scheduling problem as data sets of Muster.

    bench/smptsp/convert.py OUT [--instances FOLDER] [NAME …]

A worker is an indivisible unit whose activation costs 1 EUR, with one offer that costs nothing and may serve the
requirements of its list; a task is an indivisible requirement of one, over its minutes; nothing else binds. The
clock is the minute: minute 0 is 2000-01-01. So the points of a plan that leaves no task undone are those of its
workers, and the fewest workers are the least cost."""
import argparse
import csv
import datetime
import json
import pathlib
import sys

from instances import SHARED, Instance, read_all

FIRST_MINUTE = datetime.date(2000, 1, 1)
PAPER = ("Krishnamoorthy, Ernst and Baatar: Algorithms for large scale Shift Minimisation Personnel Task Scheduling "
         "Problems, European Journal of Operational Research 219 (2012)")


def date_of(minute: int) -> str:
    return (FIRST_MINUTE + datetime.timedelta(days=minute)).isoformat()


def key_of(kind: str, number: int) -> str:
    return f"{kind}-{number:04}"


Rows = list[tuple[object, ...]]


def tables_of(instance: Instance) -> dict[str, Rows]:
    """Each table's rows, the names of its columns first."""
    able = [(number, tasks) for number, tasks in enumerate(instance.workers) if tasks]
    tables: dict[str, Rows] = {
        "sources": [("source", "title"), ("smptsp", PAPER)],
        "nations": [("nation", "name"), ("AAA", "The employer")],
        "capabilities": [("capability", "name", "measure"), ("task", "One task at a time", "unit")],
        "activities": [("activity", "name", "kind"), ("tasks", "The tasks", "plan")],
        "priorities": [("priority", "weight"), ("task", 1)],
        "requirements": [("requirement", "activity", "capability", "quantity", "kind", "from", "until", "priority",
                          "indivisible")],
        "units": [("unit", "nation", "capability", "activation_eur")],
        "offers": [("offer", "nation", "unit", "status")],
        "caveats": [("offer", "rule", "value")],
    }
    for number, (begin, end) in enumerate(instance.tasks):
        tables["requirements"].append((key_of("t", number), "tasks", "task", 1, "presence", date_of(begin),
                                       date_of(end), "task", "true"))
    for number, tasks in able:
        worker = key_of("w", number)
        tables["units"].append((worker, "AAA", "task", 1))
        tables["offers"].append((worker, "AAA", worker, "committed"))
        tables["caveats"] += [(worker, "only_requirement", key_of("t", task)) for task in tasks]
    return tables


def description_of(instance: Instance, tables: dict[str, Rows]) -> dict:
    return {"name": instance.name,
            "title": f"Fewest workers for {len(instance.tasks)} tasks ({instance.name})",
            "muster": {"as_of": date_of(0), "clock": "minute"},
            "resources": [{"name": name, "path": f"{name}.csv"} for name in tables]}


def write(instance: Instance, folder: pathlib.Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    tables = tables_of(instance)
    for name, rows in tables.items():
        with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    text = json.dumps(description_of(instance, tables), indent=2) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8")


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("out", type=pathlib.Path, help="folder in which each instance gets a folder of its name")
    reader.add_argument("names", nargs="*", help="instances; none: all")
    reader.add_argument("--instances", type=pathlib.Path, default=SHARED, help="folder that holds smptsp/")
    asked = reader.parse_args()
    try:
        for instance in read_all(asked.instances, asked.names):
            write(instance, asked.out / instance.name)
            print(asked.out / instance.name)
    except (OSError, ValueError) as why:
        sys.exit(f"convert.py: {why}")


if __name__ == "__main__":
    main()
