# SPDX-License-Identifier: Apache-2.0
"""`./x bench rotation`: rotations by rule beside Marathon's own times. The books lie beside the repository
(../shared/marathon); its times were measured by others on a machine of two cores in a warm JVM, simulation only
(../shared/marathon/README.md), and are not measured again here. Ours: making the book ready and running it, the median of
fifty runs on one thread; replications of the whole book on one and two threads; and the whole command with its two tables
written. Adds to bench/history/rotation.jsonl."""
import argparse
import json
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import measuring  # noqa: E402

PROGRAM = measuring.ROOT / "build/release/muster_rotation_bench"
WORK = measuring.ROOT / "build/bench/rotation"
CASES = measuring.ROOT.parent / "shared/marathon"
# Book, and what Marathon took: seconds of simulation, None where nobody said.
BOOKS = {"runamc-testdata": 0.19, "m4_book_AP": 49.0}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--replications", type=int, default=400)
    options = parser.parse_args()
    if not CASES.is_dir():
        raise SystemExit(f"no cases of Marathon in {CASES}: nothing to measure")
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    circumstances = measuring.circumstances()
    rows = [circumstances | measure(book, seconds, options) for book, seconds in BOOKS.items()]
    measuring.remember("rotation", rows)
    print(table(rows))


def measure(book: str, theirs: float, options: argparse.Namespace) -> dict:
    force = WORK / book
    measuring.run_or_stop([measuring.MUSTER, "import", "marathon", CASES / "input" / f"{book}.xlsx", "-o", force],
                          WORK / f"{book}.import")
    ran = measuring.run_or_stop([PROGRAM, force, "--runs", options.runs, "--replications", options.replications],
                                WORK / f"{book}.bench")
    whole = measuring.run_or_stop([measuring.MUSTER, "rotate", force, "--compat", "marathon", "-o", WORK / f"{book}-out"],
                                  WORK / f"{book}.run")
    return {"book": book, "theirs_seconds": theirs} | json.loads(ran.out) | {
        "peak_mib": ran.peak_mib, "command_seconds": round(whole.seconds, 2), "command_peak_mib": whole.peak_mib}


def table(rows: list[dict]) -> str:
    head = ["book", "deployments", "fill %", "Marathon s", "ours ms", "times faster", "replications a second, 1 thread",
            "2 threads", "peak MiB", "command with tables s", "peak MiB"]
    return measuring.markdown(head, [
        [row["book"], measuring.number(row["deployments"]), measuring.number(100 * row["served"] / row["required"], 2),
         measuring.number(row["theirs_seconds"], 2), measuring.number(1000 * row["run_median_seconds"], 2),
         measuring.number(row["theirs_seconds"] / row["run_median_seconds"]),
         measuring.number(row["replications_a_second_1"]), measuring.number(row["replications_a_second"]),
         measuring.number(row["peak_mib"]), measuring.number(row["command_seconds"], 2),
         measuring.number(row["command_peak_mib"])] for row in rows])


if __name__ == "__main__":
    main()
