# SPDX-License-Identifier: Apache-2.0
"""`./x bench report`: what the page and the placemat of invented plans take, in seconds and bytes. Each situation is
planned first for a short time. Adds to bench/history/report.jsonl."""
import argparse
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import measuring  # noqa: E402

WORK = measuring.ROOT / "build/bench/report"
PROGRAM = measuring.ROOT / "build/release/muster_report_bench"
SIZES = ["S", "M", "L", "XL"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", default=SIZES, choices=SIZES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plan-seconds", type=int, default=30)
    options = parser.parse_args()
    circumstances = measuring.circumstances()
    rows = []
    for size in options.sizes:
        plan = made_plan(size, options)
        ran = measuring.run_or_stop([PROGRAM, plan], plan.with_suffix(".report"))
        rows.append(circumstances | {"size": size, "seed": options.seed, "peak_mib": ran.peak_mib} | steps_of(ran.out))
        measuring.remember("report", [rows[-1]])
    print(measuring.markdown(
        ["size", "what is shown s", "page s", "page MB", "placemat s", "placemat MB", "peak MiB"],
        [[row["size"], measuring.number(row["shown_s"], 2), measuring.number(row["page_s"], 2),
          measuring.number(row["page_mb"], 2), measuring.number(row["placemat_s"], 2),
          measuring.number(row["placemat_mb"], 2), measuring.number(row["peak_mib"])] for row in rows]))


def made_plan(size: str, options: argparse.Namespace) -> pathlib.Path:
    data = measuring.generate(WORK / f"{size}-{options.seed}", ["--size", size, "--seed", options.seed])
    plan = WORK / f"{size}-{options.seed}-plan"
    if not (plan / "plan.json").exists():
        measuring.run_or_stop([measuring.MUSTER, "plan", data, "-o", plan, "--time-limit", options.plan_seconds],
                              plan.with_suffix(".log"))
    return plan


def steps_of(table: str) -> dict:
    """Seconds and megabytes by the first word of each row's name."""
    found = {}
    for line in table.splitlines()[2:]:
        name, seconds, megabytes = (cell.strip() for cell in line.strip("|").split("|"))
        word = {"what is shown, with reasons": "shown", "page": "page", "placemat": "placemat"}.get(name)
        if word:
            found |= {f"{word}_s": float(seconds), f"{word}_mb": float(megabytes)}
    return found


if __name__ == "__main__":
    main()
