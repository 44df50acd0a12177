# SPDX-License-Identifier: Apache-2.0
"""`./x bench robust`: what planning for drawn futures takes, costs and is good for. Invented situations are planned with
`--robust` and, in the same run, without: how far the value in the futures is from the proved bound, what is filled of all
that is required (weighted) if all comes as offered, in the futures that count, and in the worst tenth of 1,000 others that
are repaired by rule. Each plan is proved by `verify`. Prints a table and adds to bench/history/robust.jsonl."""
import argparse
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import measuring  # noqa: E402

WORK = measuring.ROOT / "build/bench/robust"
MILLIONTHS = 10_000  # of a percent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", default=["S", "M"], choices=["S", "M", "L"])
    parser.add_argument("--seeds", nargs="+", type=int, default=[1, 2, 3, 4, 5])
    parser.add_argument("--aims", nargs="+", default=["P90", "mean"])
    parser.add_argument("--futures", type=int, default=40)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    circumstances = measuring.circumstances()
    rows = []
    for size in options.sizes:
        for aim in options.aims:
            for seed in options.seeds:
                rows.append(circumstances | measure(size, aim, seed, options))
                measuring.remember("robust", [rows[-1]])
                print(f"{size} {aim} {seed} done", file=sys.stderr, flush=True)
    print(table(rows))


def measure(size: str, aim: str, seed: int, options: argparse.Namespace) -> dict:
    data = measuring.generate(WORK / f"{size}-{seed}", ["--size", size, "--seed", seed])
    threads = ["--threads", options.threads]
    alone = measuring.run_or_stop([measuring.MUSTER, "plan", data, "--dry-run", "--json", *threads], WORK / f"{size}-{seed}.log")
    required = float(json.loads(alone.out)["headline"]["required_weighted_days"])
    plan = WORK / f"{size}-{seed}-{aim}"
    words = ["plan", data, "--robust", aim, "--futures", options.futures, "-o", plan, *threads]
    ran = measuring.run_or_stop([measuring.MUSTER, *words], plan.with_suffix(".log"))
    proved = measuring.run([measuring.MUSTER, "verify", plan, data, "--with", plan / "futures"], plan.with_suffix(".verify"))
    objective = json.loads((plan / "plan.json").read_text(encoding="utf-8"))["objective"]
    value, bound = int(objective["value"]), int(objective["bound"])
    sides = {side: filled(objective["robust"][side], required) for side in ("plan", "without_futures")}
    return {"size": size, "aim": aim, "seed": seed, "futures": options.futures, "threads": options.threads,
            "plain_s": round(alone.seconds, 1), "wall": round(ran.seconds, 1), "peak_mib": ran.peak_mib,
            "verify_s": round(proved.seconds, 1), "proven": proved.code == 0, "gap": 100 * (value - bound) / value, **sides}


def filled(side: dict, required: float) -> dict:
    """Percent of what is required, weighted."""
    share = {name: 100 * (1 - float(side[field]) / required)
             for name, field in (("offered", "unmet_weighted"), ("counted", "unmet_weighted_in_worst"))}
    return share | {"p10": side["filled_p10"] / MILLIONTHS}


def table(rows: list[dict]) -> str:
    head = ["size", "aim", "seed", "without: s", "with: s", "MiB", "verify s", "gap %", "proven", "as offered %", "cost",
            "in its futures %", "gained", "P10 of others %", "gained"]
    return measuring.markdown(head, [
        [row["size"], row["aim"], row["seed"], row["plain_s"], row["wall"], row["peak_mib"], row["verify_s"],
         measuring.number(row["gap"], 2), "yes" if row["proven"] else "NO",
         measuring.number(row["plan"]["offered"], 1), difference(row, "offered"),
         measuring.number(row["plan"]["counted"], 1), difference(row, "counted"),
         measuring.number(row["plan"]["p10"], 1), difference(row, "p10")] for row in rows])


def difference(row: dict, of: str) -> str:
    return f"{row['plan'][of] - row['without_futures'][of]:+.1f}"


if __name__ == "__main__":
    main()
