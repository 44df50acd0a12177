# SPDX-License-Identifier: Apache-2.0
"""`./x bench living`: what living with a plan takes. In invented situations with all rules every shortfall is
explained, it is asked why a unit is not on a requirement that is short, and the nation that offers most withdraws all
its offers: replanning from the plan in force is set beside planning from nothing with counted effort 1 (with
--stop-after at most so long; then its time is a lower bound, and the part an upper one). Prints tables and adds to bench/history/living.jsonl."""
import argparse
import collections
import csv
import json
import pathlib
import resource
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import measuring  # noqa: E402

WORK = measuring.ROOT / "build/bench/living"
POINTS_OF_REQUIREMENT_DAY = 10**12
QUESTIONS = 5


def main() -> None:
    options = read_options()
    circumstances = measuring.circumstances()
    rows = []
    for size in options.sizes:
        for seed in options.seeds:
            row = circumstances | measure(size, seed, options)
            rows.append(row)
            measuring.remember("living", [row])
            print(f"{size} {seed} done", file=sys.stderr, flush=True)
    print(replan_table(rows) + "\n\n" + explain_table(rows))


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", default=["S", "M", "L"], choices=["S", "M", "L", "XL"])
    parser.add_argument("--seeds", nargs="+", type=int, default=[1, 2, 3])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--freeze", default="P30D")
    parser.add_argument("--time-limit", type=int, help="seconds for the plan in force; left out: counted effort 1")
    parser.add_argument("--stop-after", type=int,
                        help="seconds after which planning from nothing with counted effort 1 is stopped")
    return parser.parse_args()


def measure(size: str, seed: int, options: argparse.Namespace) -> dict:
    data = measuring.generate(WORK / f"{size}-{seed}", ["--size", size, "--seed", seed])
    overlay, nation = withdrawal(data, WORK / f"{size}-{seed}-withdrawal")
    folder = {name: WORK / f"{size}-{seed}-{name}" for name in ("plan", "anew", "replan")}
    threads = ["--threads", options.threads]
    limit = ["--time-limit", options.time_limit] if options.time_limit else ["--effort", 1]
    patience = ["--time-limit", options.stop_after] if options.stop_after else []
    timed(["plan", data, "-o", folder["plan"], *limit, *threads], folder["plan"])
    anew = timed(["plan", data, "--with", overlay, "-o", folder["anew"], "--effort", 1, *patience, *threads],
                 folder["anew"])
    anew["stopped"] = bool(options.stop_after) and anew["wall"] > options.stop_after
    again = timed(["replan", folder["plan"], "--with", overlay, "--freeze", options.freeze, "-o", folder["replan"],
                   *threads], folder["replan"])
    proved = measuring.run([measuring.MUSTER, "verify", folder["replan"], folder["replan"] / "data"], WORK / f"{size}-{seed}.verify")
    before = tours(folder["plan"])
    return {"size": size, "seed": seed, "threads": options.threads, "freeze": options.freeze,
            "time_limit": options.time_limit, "stop_after": options.stop_after, "nation": nation, "tours": len(before), "proven": proved.code == 0,
            "verify_s": round(proved.seconds, 1),
            "anew": result(folder["anew"], before) | anew, "replan": result(folder["replan"], before) | again,
            "explain": explain(folder["plan"]), "why_not": why_not(folder["plan"], data)}


def withdrawal(data: pathlib.Path, overlay: pathlib.Path) -> tuple[pathlib.Path, str]:
    """An overlay in which the nation with most offers withdraws them all."""
    offers = rows_of(data / "offers.csv")
    count = collections.Counter(offer["nation"] for offer in offers)
    nation = max(sorted(count), key=count.get)
    overlay.mkdir(parents=True, exist_ok=True)
    with open(overlay / "offers.csv", "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["offer", "status"])
        rows.writerows([offer["offer"], "withdrawn"] for offer in offers if offer["nation"] == nation)
    return overlay, nation


def timed(words: list, folder: pathlib.Path) -> dict:
    """Seconds by the clock and of processor time, and the peak of memory."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = measuring.run_or_stop([measuring.MUSTER, *words], folder.with_suffix(".log"))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"wall": round(ran.seconds, 2), "cpu": round(cpu, 2), "peak_mib": ran.peak_mib}


def rows_of(path: pathlib.Path) -> list[dict]:
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tours(plan: pathlib.Path) -> set[tuple]:
    return {(row["offer"], row["requirement"], row["from"], row["until"]) for row in rows_of(plan / "tours.csv")}


def result(plan: pathlib.Path, before: set[tuple]) -> dict:
    objective = json.loads((plan / "plan.json").read_text(encoding="utf-8"))["objective"]
    value, bound = (int(objective[name]) / POINTS_OF_REQUIREMENT_DAY for name in ("value", "bound"))
    now = tours(plan)
    gap = 100 * (value - bound) / value if value > 0 else 0.0
    return {"value": value, "bound": bound, "unmet": float(objective["unmet_weighted"]), "gap": gap,
            "gone": len(before - now), "new": len(now - before)}


def explain(plan: pathlib.Path) -> dict:
    """All shortfalls with their reasons, without ways out."""
    shortfalls = len(rows_of(plan / "shortfalls.csv"))
    return timed(["explain", plan], plan.with_suffix(".explain")) | {"shortfalls": shortfalls}


def why_not(plan: pathlib.Path, data: pathlib.Path) -> dict:
    """The slowest of some questions: units from all over the table, requirements that are short."""
    units = [row["unit"] for row in rows_of(data / "units.csv")]
    short = sorted({row["requirement"] for row in rows_of(plan / "shortfalls.csv")})
    asked = [timed(["explain", plan, "--why-not", units[k * len(units) // QUESTIONS],
                    short[k * len(short) // QUESTIONS]], plan.with_suffix(".whynot")) for k in range(QUESTIONS)]
    return max(asked, key=lambda one: one["wall"]) | {"questions": QUESTIONS}


def replan_table(rows: list[dict]) -> str:
    # Unmet in weighted requirement-days: the value of a replanned plan has the price of disturbance in it too.
    head = ["size", "seed", "who withdraws", "tours", "anew: s", "CPU s", "unmet", "gap %", "gone", "new",
            "replan: s", "CPU s", "unmet", "gap %", "gone", "new", "proven", "part of the CPU time"]
    return measuring.markdown(head, [
        [row["size"], row["seed"], row["nation"], row["tours"], *cells(row["anew"]), *cells(row["replan"]),
         "yes" if row["proven"] else "NO",
         ("≤ " if row["anew"]["stopped"] else "") + measuring.number(row["replan"]["cpu"] / row["anew"]["cpu"], 3)]
        for row in rows])


def cells(one: dict) -> list:
    return [measuring.number(one["wall"], 1), measuring.number(one["cpu"], 1), measuring.number(one["unmet"]),
            measuring.number(one["gap"], 2), one["gone"], one["new"]]


def explain_table(rows: list[dict]) -> str:
    head = ["size", "seed", "shortfalls", "explain s", "peak MiB", "slowest --why-not s", "peak MiB"]
    return measuring.markdown(head, [
        [row["size"], row["seed"], row["explain"]["shortfalls"], measuring.number(row["explain"]["wall"], 2),
         row["explain"]["peak_mib"], measuring.number(row["why_not"]["wall"], 2), row["why_not"]["peak_mib"]]
        for row in rows])


if __name__ == "__main__":
    main()
