# SPDX-License-Identifier: Apache-2.0
"""CBC's own program on an MPS file: solve_cbc.py MODEL.mps SECONDS THREADS START.json|- OUT.json"""
import pathlib
import re
import subprocess
import sys
import tempfile

import programme
import protocol

NUMBER = r"([-+]?[\d.]+(?:e[-+]?\d+)?)"
FOUND = re.compile(rf"Integer solution of {NUMBER} found", re.I)
NODES = re.compile(rf"{NUMBER} best solution, best possible {NUMBER}")
RELAXED = re.compile(rf"Continuous objective value is {NUMBER}")
FINAL_BOUND = re.compile(rf"^Lower bound:\s+{NUMBER}")
PROVED = re.compile(r"^Result - Optimal solution found$")
VERSION = re.compile(r"^Version:\s+(\S+)")


def main() -> None:
    model, seconds, threads, start, out = sys.argv[1:]
    clock = protocol.Clock(float(seconds))
    with tempfile.TemporaryDirectory() as scratch:
        solution = pathlib.Path(scratch, "solution.txt")
        words = ["cbc", model, "-timeMode", "elapsed", "-seconds", f"{clock.left():.1f}", "-threads", threads,
                 "-ratioGap", "0"]
        if start != "-":
            given = dict.fromkeys(programme.Programme.read(pathlib.Path(model)).columns, 0.0)
            given |= protocol.read_start(start)
            # Its preprocessing may drop just the plan that it is to start from.
            words += ["-preprocess", "off", "-mipstart", write_start(pathlib.Path(scratch, "start.txt"), given)]
        version = run(clock, [*words, "-solve", "-solution", str(solution)])
        values = read_solution(solution) if solution.exists() else []
        protocol.write_answer(out, clock, values, version)


def run(clock: protocol.Clock, words: list[str]) -> str:
    """Reads the log as it comes; gives the version."""
    version = "unknown"
    infinity = float("inf")
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        for line in process.stdout:
            print(line, end="", file=sys.stderr)
            if match := VERSION.search(line):
                version = match[1]
            if match := FOUND.search(line):
                clock.note(float(match[1]), -infinity)
            elif match := NODES.search(line):
                clock.note(float(match[1]), float(match[2]))
            elif match := RELAXED.search(line) or FINAL_BOUND.search(line):
                clock.note(infinity, float(match[1]))
            elif PROVED.search(line):
                clock.note(infinity, clock.best[0])
    return version


def write_start(path: pathlib.Path, start: dict[str, float]) -> str:
    """In the form of CBC's own solutions: a heading, then number, column, value."""
    rows = [f"{number} {column} {value:g} 0" for number, (column, value) in enumerate(start.items())]
    path.write_text("\n".join(["Stopped - objective value 0", *rows]) + "\n", encoding="utf-8")
    return str(path)


def read_solution(path: pathlib.Path) -> list[tuple[str, float]]:
    rows = [line.replace("**", "").split() for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return [(row[1], float(row[2])) for row in rows if len(row) >= 3]


if __name__ == "__main__":
    main()
