# SPDX-License-Identifier: Apache-2.0
"""`./x bench sizes`: for each published size and seed an invented situation is planned within its time limit
and verified from the data alone. Prints every run and, for each size, median and worst of the published seeds
and of those held out; adds to bench/history/sizes.jsonl and draws docs/charts/sizes-*.svg."""
import argparse
import csv
import dataclasses
import json
import pathlib
import statistics
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import growth  # noqa: E402
import measuring  # noqa: E402

WORK = measuring.ROOT / "build/bench/sizes"
PUBLISHED = list(range(1, 11))
HELD_OUT = [101, 102, 103]  # nothing was tuned on these
POINTS_OF_REQUIREMENT_DAY = 10**12


@dataclasses.dataclass(frozen=True)
class Size:
    name: str
    generated: str  # of muster generate --size
    grid: str
    seconds: int  # the goal's
    stretch: int


SIZES = {size.name: size for size in (
    Size("S", "S", "month", 10, 300),
    Size("M", "M", "month", 60, 300),
    Size("L", "L", "month", 60, 600),
    Size("L-weekly", "L", "week", 300, 300),
    Size("XL", "XL", "month", 300, 1800))}


def main() -> None:
    options = read_options()
    circumstances = measuring.circumstances()
    rows = recorded(circumstances["engine"], options) if options.recorded else []
    for name in [] if options.recorded else options.sizes:
        for seed in options.seeds:
            row = circumstances | measure(SIZES[name], seed, options)
            rows.append(row)
            measuring.remember("sizes", [row])
            print(f"{name} seed {seed}: {row['value']:.0f} at least {row['bound']:.0f}, gap {row['gap']:.2f} %, "
                  f"{row['wall']} s, {row['peak_mib']} MiB", file=sys.stderr)
    print(runs_table(rows) + "\n\n" + summary_table(rows))
    if not options.plain:
        draw_growth(recorded(circumstances["engine"], options))


def recorded(engine: str, options: argparse.Namespace) -> list[dict]:
    """All runs of this state of the engine, in the order of sizes: they may be run one after the other. Of a state that
    was never run, those of the last one that was, which is said."""
    kind = "plain" if options.plain else "full"
    known = [run.get("engine") for run in measuring.recall("sizes") if run["kind"] == kind]
    if engine not in known and known:
        print(f"no runs of the engine {engine}: these are of {known[-1]}", file=sys.stderr)
        engine = known[-1]
    rows = {(run["size"], run["limit"], run["seed"]): run for run in measuring.recall("sizes") if run.get("engine") == engine
            and run["kind"] == kind}
    return sorted(rows.values(), key=lambda run: (list(SIZES).index(run["size"]), run["limit"], run["seed"]))


def draw_growth(rows: list[dict]) -> None:
    if len({row["size"] for row in rows}) > 1:
        growth.draw(rows, measuring.CHARTS)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", default=list(SIZES), choices=list(SIZES))
    parser.add_argument("--seeds", nargs="+", type=int, default=PUBLISHED + HELD_OUT)
    parser.add_argument("--recorded", action="store_true",
                        help="run nothing: the tables of all runs of this state of the engine in bench/history")
    parser.add_argument("--stretch", action="store_true", help="the time limits of the stretch goals")
    parser.add_argument("--seconds", type=int, help="one time limit for all")
    parser.add_argument("--effort", type=int, help="counted effort, instead of as much as fills the time")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--plain", action="store_true", help="without rules that bind several units")
    return parser.parse_args()


def measure(size: Size, seed: int, options: argparse.Namespace) -> dict:
    kind = "plain" if options.plain else "full"
    data = measuring.generate(WORK / f"{size.generated}-{kind}-{seed}",
                              ["--size", size.generated, "--seed", seed, *(["--plain"] if options.plain else [])])
    seconds = options.seconds or (size.stretch if options.stretch else size.seconds)
    plan = WORK / f"{size.name}-{kind}-{seed}-plan"
    trace = plan.with_suffix(".csv")
    effort = ["--effort", options.effort] if options.effort else []
    ran = measuring.run_or_stop(
        [measuring.MUSTER, "plan", data, "-o", plan, "--grid", size.grid, "--threads", options.threads,
         *effort, "--time-limit", seconds, "--trace", trace], plan.with_suffix(".log"))
    verified = measuring.run([measuring.MUSTER, "verify", plan, data], plan.with_suffix(".verify"))
    record = json.loads((plan / "plan.json").read_text(encoding="utf-8"))
    value, bound = (int(record["objective"][name]) / POINTS_OF_REQUIREMENT_DAY for name in ("value", "bound"))
    first, first_value = first_plan(trace)
    return {"size": size.name, "kind": kind, "seed": seed, "limit": seconds, "effort": options.effort, "threads": options.threads,
            "grid": size.grid, "version": record["muster"], "value": value, "bound": bound,
            "gap": 100 * (value - bound) / value if value > 0 else 0.0, "first_seconds": first,
            "first_value": first_value, "wall": round(ran.seconds, 1), "peak_mib": ran.peak_mib,
            "verify_seconds": round(verified.seconds, 2), "verify_peak_mib": verified.peak_mib,
            "proven": verified.code == 0, "stop": record["stop"], "counts": counts(data)}


def first_plan(trace: pathlib.Path) -> tuple[float, float]:
    with open(trace, encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["value"])
    return float(row["seconds"]), float(row["value"])


def counts(data: pathlib.Path) -> dict[str, int]:
    found = {}
    for table in ("units", "requirements", "offers"):
        with open(data / f"{table}.csv", encoding="utf-8", newline="") as file:
            found[table] = sum(1 for _ in csv.reader(file)) - 1
    return found


def runs_table(rows: list[dict]) -> str:
    head = ["size", "kind", "seed", "limit s", "wall s", "first plan s", "value", "bound", "gap %", "peak MiB",
            "verify s", "verify MiB", "proven"]
    return measuring.markdown(head, [
        [row["size"], row["kind"], row["seed"], row["limit"], measuring.number(row["wall"], 1),
         measuring.number(row["first_seconds"], 2), measuring.number(row["value"]), measuring.number(row["bound"]),
         measuring.number(row["gap"], 2), measuring.number(row["peak_mib"]),
         measuring.number(row["verify_seconds"], 1), measuring.number(row["verify_peak_mib"]),
         "yes" if row["proven"] else "NO"] for row in rows])


def summary_table(rows: list[dict]) -> str:
    head = ["size", "limit s", "seeds", "runs", "gap median %", "gap worst %", "first plan worst s", "wall worst s",
            "peak worst MiB", "verify worst s", "all proven"]
    lines = []
    for name, limit in dict.fromkeys((row["size"], row["limit"]) for row in rows):
        for seeds, is_in in (("published", PUBLISHED), ("held out", HELD_OUT)):
            mine = [row for row in rows if (row["size"], row["limit"]) == (name, limit) and row["seed"] in is_in]
            if not mine:
                continue
            worst = {key: max(row[key] for row in mine)
                     for key in ("gap", "first_seconds", "wall", "peak_mib", "verify_seconds")}
            lines.append([name, limit, seeds, len(mine), measuring.number(statistics.median(row["gap"] for row in mine), 2),
                          measuring.number(worst["gap"], 2), measuring.number(worst["first_seconds"], 2),
                          measuring.number(worst["wall"], 1), measuring.number(worst["peak_mib"]),
                          measuring.number(worst["verify_seconds"], 1),
                          "yes" if all(row["proven"] for row in mine) else "NO"])
    return measuring.markdown(head, lines)


if __name__ == "__main__":
    main()
