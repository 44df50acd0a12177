# SPDX-License-Identifier: Apache-2.0
"""`./x bench replan`: in invented situations the nation that offers most withdraws all its offers; measured is what
replanning from the plan in force takes against planning from nothing: processor time, value, gap, and the tours that
change. Prints a table and adds to bench/history/replan.jsonl."""
import argparse
import collections
import csv
import json
import pathlib
import resource
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import measuring  # noqa: E402

WORK = measuring.ROOT / "build/bench/replan"
POINTS_OF_REQUIREMENT_DAY = 10**12


def main() -> None:
    options = read_options()
    circumstances = measuring.circumstances()
    rows = []
    for size in options.sizes:
        for seed in options.seeds:
            row = circumstances | measure(size, seed, options)
            rows.append(row)
            measuring.remember("replan", [row])
    print(table(rows))


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", default=["S", "M"], choices=["S", "M", "L"])
    parser.add_argument("--seeds", nargs="+", type=int, default=[1, 2, 3])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--freeze", default="P30D")
    return parser.parse_args()


def measure(size: str, seed: int, options: argparse.Namespace) -> dict:
    data = measuring.generate(WORK / f"{size}-{seed}", ["--size", size, "--seed", seed])
    overlay, nation = withdrawal(data, WORK / f"{size}-{seed}-withdrawal")
    folder = {name: WORK / f"{size}-{seed}-{name}" for name in ("plan", "anew", "replan")}
    searched = ["--effort", 1, "--threads", options.threads]
    timed(["plan", data, "-o", folder["plan"], *searched], folder["plan"])
    anew = timed(["plan", data, "--with", overlay, "-o", folder["anew"], *searched], folder["anew"])
    again = timed(["replan", folder["plan"], "--with", overlay, "--freeze", options.freeze, "--threads",
                   options.threads, "-o", folder["replan"]], folder["replan"])
    proven = measuring.run([measuring.MUSTER, "verify", folder["replan"]], WORK / f"{size}-{seed}.verify").code == 0
    before = tours(folder["plan"])
    return {"size": size, "seed": seed, "threads": options.threads, "freeze": options.freeze, "nation": nation,
            "tours": len(before), "proven": proven,
            "anew": result(folder["anew"], before) | {"cpu": round(anew, 2)},
            "replan": result(folder["replan"], before) | {"cpu": round(again, 2)}}


def withdrawal(data: pathlib.Path, overlay: pathlib.Path) -> tuple[pathlib.Path, str]:
    """An overlay in which the nation with most offers withdraws them all."""
    with open(data / "offers.csv", encoding="utf-8", newline="") as file:
        offers = list(csv.DictReader(file))
    count = collections.Counter(offer["nation"] for offer in offers)
    nation = max(sorted(count), key=count.get)
    overlay.mkdir(parents=True, exist_ok=True)
    with open(overlay / "offers.csv", "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["offer", "status"])
        rows.writerows([offer["offer"], "withdrawn"] for offer in offers if offer["nation"] == nation)
    return overlay, nation


def timed(words: list, folder: pathlib.Path) -> float:
    """Seconds of processor time of the program in user mode; wall time is others' too."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    measuring.run_or_stop([measuring.MUSTER, *words], folder.with_suffix(".log"))
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def tours(plan: pathlib.Path) -> set[tuple]:
    with open(plan / "tours.csv", encoding="utf-8", newline="") as file:
        return {(row["offer"], row["requirement"], row["from"], row["until"]) for row in csv.DictReader(file)}


def result(plan: pathlib.Path, before: set[tuple]) -> dict:
    objective = json.loads((plan / "plan.json").read_text(encoding="utf-8"))["objective"]
    value, bound = (int(objective[name]) / POINTS_OF_REQUIREMENT_DAY for name in ("value", "bound"))
    now = tours(plan)
    return {"value": value, "bound": bound, "gap": 100 * (value - bound) / value if value > 0 else 0.0,
            "gone": len(before - now), "new": len(now - before)}


def table(rows: list[dict]) -> str:
    head = ["size", "seed", "who withdraws", "tours", "anew: CPU s", "value", "gap %", "gone", "new",
            "replan: CPU s", "value", "gap %", "gone", "new", "proven", "part of the time"]
    return measuring.markdown(head, [
        [row["size"], row["seed"], row["nation"], row["tours"], *cells(row["anew"]), *cells(row["replan"]),
         "yes" if row["proven"] else "NO", measuring.number(row["replan"]["cpu"] / row["anew"]["cpu"], 3)]
        for row in rows])


def cells(result: dict) -> list:
    return [measuring.number(result["cpu"], 2), measuring.number(result["value"]),
            measuring.number(result["gap"], 2), result["gone"], result["new"]]


if __name__ == "__main__":
    main()
