#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Plans instances of the Shift Minimisation Personnel Task Scheduling problem, proves the plans, and prints a table.

    bench/smptsp/run.py [--instances FOLDER] [--time-limit SECONDS] [--seed SEED] [--threads N] [--no-history] [NAME …]

Each instance is written as a data set (convert.py), planned on the grid of its events, and verified. A row of the
table has the workers used as counted in the plan's tours, and the bound in workers, rounded up from the proved
bound; "undone" are the tasks that nobody does; "seconds" are those of `muster plan`, reading included. A row says
proven only where every claim was verified, every task is done, and the bound in workers is what is used. Each run
appends a line of JSON to bench/history/smptsp.jsonl."""
import argparse
import csv
import dataclasses
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile
import time

from convert import write
from instances import SHARED, Instance, Known, known_answers, read_all

ROOT = pathlib.Path(__file__).parents[2]
HISTORY = ROOT / "bench" / "history" / "smptsp.jsonl"
POINTS_FOR_COST = 300_000_000  # cost_share of src/model/goals.hpp


@dataclasses.dataclass(frozen=True)
class Limits:
    program: str
    seconds: int
    seed: int
    threads: int


@dataclasses.dataclass(frozen=True)
class Run:
    instance: str
    tasks: int
    workers: int
    optimum: int | None
    undone: int
    value: int  # workers used
    bound: int  # workers, rounded up
    seconds: float
    verify_seconds: float
    verified: bool
    stop: str
    value_points: str
    bound_points: str

    @property
    def proven(self) -> bool:
        return self.verified and self.undone == 0 and self.bound == self.value


def points_a_worker(instance: Instance) -> int:
    """activation_points: 1 EUR of all that activation can cost, of the whole points for cost; rounded down."""
    return POINTS_FOR_COST // (1 + sum(1 for tasks in instance.workers if tasks))


def workers_for(points: int, instance: Instance) -> int:
    """The fewest workers whose points are no less. A bound above all workers says that tasks stay undone."""
    return max(0, -(-min(points, POINTS_FOR_COST) // points_a_worker(instance)))


def timed(*words: object) -> tuple[subprocess.CompletedProcess, float]:
    began = time.monotonic()
    said = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    return said, time.monotonic() - began


def tours_of(folder: pathlib.Path) -> list[dict[str, str]]:
    with open(folder / "tours.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run(instance: Instance, known: Known | None, limits: Limits, scratch: pathlib.Path) -> Run:
    data, out = scratch / instance.name, scratch / f"{instance.name}-plan"
    write(instance, data)
    said, seconds = timed(limits.program, "plan", data, "--grid", "events", "--time-limit", limits.seconds, "--seed",
                          limits.seed, "--threads", limits.threads, "-o", out)
    if said.returncode != 0:
        raise RuntimeError(f"{instance.name}: muster plan ended with {said.returncode}: {said.stderr.strip()}")
    proof, verify_seconds = timed(limits.program, "verify", out, data)
    record = json.loads((out / "plan.json").read_text(encoding="utf-8"))
    tours = tours_of(out)
    objective = record["objective"]
    return Run(instance=instance.name, tasks=len(instance.tasks), workers=len(instance.workers),
               optimum=known.optimum if known else None,
               undone=len(instance.tasks) - len({tour["requirement"] for tour in tours}),
               value=len({tour["offer"] for tour in tours}),
               bound=workers_for(int(objective["bound"]), instance),
               seconds=round(seconds, 2), verify_seconds=round(verify_seconds, 2), verified=proof.returncode == 0,
               stop=record["stop"]["why"], value_points=objective["value"], bound_points=objective["bound"])


HEAD = ("| instance | tasks | workers | optimum | undone | value | bound | seconds | verify s | verified | proven |\n"
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|---|---|")


def row_of(done: Run) -> str:
    cells = [done.instance, done.tasks, done.workers, "?" if done.optimum is None else done.optimum, done.undone,
             done.value, done.bound, f"{done.seconds:.1f}", f"{done.verify_seconds:.1f}",
             "yes" if done.verified else "NO", "yes" if done.proven else "no"]
    return "| " + " | ".join(map(str, cells)) + " |"


def is_believable(done: Run) -> bool:
    """What is known must lie between what was proved and what was found."""
    if done.optimum is None or not done.verified:
        return True
    return done.bound <= done.optimum and (done.undone > 0 or done.optimum <= done.value)


def summary_of(runs: list[Run]) -> str:
    proven = sum(one.proven for one in runs)
    best = sum(one.undone == 0 and one.value == one.optimum for one in runs)
    return (f"{len(runs)} instances: {proven} proven, {best} at the known optimum, "
            f"{max(one.seconds for one in runs):.1f} s at most, "
            f"{sum(one.seconds for one in runs):.1f} s in all")


def commit_of_house() -> str:
    said, _ = timed("git", "-C", ROOT, "rev-parse", "--short", "HEAD")
    return said.stdout.strip()


def remember(done: Run, limits: Limits, commit: str) -> None:
    HISTORY.parent.mkdir(exist_ok=True)
    line = {"on": datetime.date.today().isoformat(), "commit": commit, "limit_seconds": limits.seconds,
            "seed": limits.seed, "threads": limits.threads, **dataclasses.asdict(done), "proven": done.proven}
    with open(HISTORY, "a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("names", nargs="*", help="instances; none: all")
    reader.add_argument("--instances", type=pathlib.Path, default=SHARED, help="folder that holds smptsp/")
    reader.add_argument("--program", default=str(ROOT / "build" / "release" / "muster"))
    reader.add_argument("--time-limit", type=int, default=60, help="seconds for each plan")
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--threads", type=int, default=2)
    reader.add_argument("--no-history", action="store_true", help="do not write to bench/history")
    asked = reader.parse_args()
    limits = Limits(asked.program, asked.time_limit, asked.seed, asked.threads)
    try:
        instances, known = read_all(asked.instances, asked.names), known_answers(asked.instances)
    except (OSError, ValueError) as why:
        sys.exit(f"run.py: {why}")
    commit = commit_of_house()
    runs = []
    print(HEAD, flush=True)
    for instance in instances:
        with tempfile.TemporaryDirectory() as scratch:
            runs.append(run(instance, known.get(instance.name), limits, pathlib.Path(scratch)))
        print(row_of(runs[-1]), flush=True)
        if not asked.no_history:
            remember(runs[-1], limits, commit)
    print("\n" + summary_of(runs))
    if wrong := [one.instance for one in runs if not is_believable(one)]:
        sys.exit("run.py: what was proved or found contradicts the known optimum of " + ", ".join(wrong))


if __name__ == "__main__":
    main()
