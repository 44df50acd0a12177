# SPDX-License-Identifier: Apache-2.0
"""`./x bench stress`: futures a second of `muster stress` with repairs by rule, by size and threads, and how long all that
is taken away in turn takes. Each situation is planned first for a short time; the seconds of a future are those of many
less those of few, so that reading is not in them. Adds to bench/history/stress.jsonl."""
import argparse
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import measuring  # noqa: E402

WORK = measuring.ROOT / "build/bench/stress"
FUTURES = {"S": 20000, "M": 5000, "L": 1000, "XL": 600}
FEW = 200  # a batch: the least that is drawn together


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", default=list(FUTURES), choices=list(FUTURES))
    parser.add_argument("--threads", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plan-seconds", type=int, default=30)
    options = parser.parse_args()
    circumstances = measuring.circumstances()
    rows = []
    for size in options.sizes:
        plan = made_plan(size, options)
        for threads in options.threads:
            rows.append(circumstances | measure(size, plan, threads, options.seed))
            measuring.remember("stress", [rows[-1]])
            print(f"{size} with {threads}: {rows[-1]['futures_a_second']:.1f} futures a second", file=sys.stderr)
    print(table(rows))


def made_plan(size: str, options: argparse.Namespace) -> pathlib.Path:
    data = measuring.generate(WORK / f"{size}-{options.seed}", ["--size", size, "--seed", options.seed])
    plan = WORK / f"{size}-{options.seed}-plan"
    if not (plan / "plan.json").exists():
        measuring.run_or_stop([measuring.MUSTER, "plan", data, "-o", plan, "--time-limit", options.plan_seconds],
                              plan.with_suffix(".log"))
    return plan


def seconds_of(plan: pathlib.Path, threads: int, words: list) -> tuple[measuring.Ran, dict]:
    ran = measuring.run_or_stop([measuring.MUSTER, "stress", plan, "--threads", threads, "--json", *words],
                                plan.with_suffix(".stress"))
    return ran, json.loads(ran.out)


def measure(size: str, plan: pathlib.Path, threads: int, seed: int) -> dict:
    many = FUTURES[size] + FEW
    few, _ = seconds_of(plan, threads, ["--trials", FEW, "--no-criticality"])
    all_of_them, answer = seconds_of(plan, threads, ["--trials", many, "--no-criticality"])
    with_criticality, _ = seconds_of(plan, threads, ["--trials", FEW, "--firm-up", 0])
    each = (all_of_them.seconds - few.seconds) / (many - FEW)
    return {"size": size, "seed": seed, "threads": threads, "futures": many, "seconds_of_a_future": each,
            "futures_a_second": 1 / each, "of_10000_seconds": 10000 * each,
            "criticality_seconds": with_criticality.seconds - few.seconds, "peak_mib": all_of_them.peak_mib,
            "planned": answer["all"]["planned"], "p50": answer["all"]["fill"]["p50"], "repaired": answer["repaired"]}


def table(rows: list[dict]) -> str:
    head = ["size", "threads", "ms a future", "futures a second", "10 000 futures s", "all taken away in turn s", "peak MiB",
            "planned %", "P50 %", "repaired %"]
    return measuring.markdown(head, [
        [row["size"], row["threads"], measuring.number(1000 * row["seconds_of_a_future"], 2),
         measuring.number(row["futures_a_second"]), measuring.number(row["of_10000_seconds"]),
         measuring.number(row["criticality_seconds"], 1), measuring.number(row["peak_mib"]),
         measuring.number(100 * row["planned"], 1), measuring.number(100 * row["p50"], 1),
         measuring.number(100 * row["repaired"], 1)] for row in rows])


if __name__ == "__main__":
    main()
