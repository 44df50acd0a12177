# SPDX-License-Identifier: Apache-2.0
"""`./x bench peers`: the same invented situations to Muster and to the solvers that an analyst would
otherwise use, with the same seconds and threads, each once cold and once from a first plan of Muster.
What they find is judged by `muster judge`. Prints a table, adds to bench/history/peers.jsonl and draws
docs/charts/peers-*.svg. With --recorded nothing is run: table and charts are of the latest recorded run of
each solver and start within the same seconds."""
import argparse
import dataclasses
import json
import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import charts  # noqa: E402
import measuring  # noqa: E402
import programme  # noqa: E402

PYTHON = measuring.ROOT / ".deps/peers-venv/bin/python"
TIMEFOLD = measuring.ROOT / ".deps/timefold-peer/timefold-peer.jar"
WORK = measuring.ROOT / "build/bench/peers"
POINTS_OF_REQUIREMENT_DAY = 10**12


@dataclasses.dataclass
class Task:
    """One situation with all that the solvers read of it."""
    name: str
    folder: pathlib.Path
    plain: bool
    seconds: int
    threads: int

    @property
    def data(self) -> pathlib.Path:
        return self.folder / "data"

    @property
    def columns(self) -> pathlib.Path:
        return self.folder / "cliques.mps.columns.csv"

    @property
    def start(self) -> pathlib.Path:
        return self.folder / "start.json"

    def model(self, form: str) -> pathlib.Path:
        return self.folder / f"{form}.mps"


def compact(script: str, form: str):
    def words(task: Task, start: str, out: pathlib.Path) -> list:
        return [PYTHON, HERE / script, task.model(form), task.seconds, task.threads, start, out]
    return words


def intervals(task: Task, start: str, out: pathlib.Path) -> list:
    return [PYTHON, HERE / "solve_intervals.py", task.data, task.columns, task.seconds, task.threads, start, out]


def timefold(task: Task, start: str, out: pathlib.Path) -> list:
    return ["java", "-Xmx6g", "-jar", TIMEFOLD, task.data, task.columns, task.seconds, start, out]


# name → how it is called; whether it knows the rules that bind several units.
PEERS = {
    "HiGHS": (compact("solve_highs.py", "flows"), True),
    "HiGHS cliques": (compact("solve_highs.py", "cliques"), True),
    "CBC": (compact("solve_cbc.py", "flows"), True),
    "CP-SAT Booleans": (compact("solve_cpsat.py", "cliques"), True),
    "CP-SAT intervals": (intervals, False),
    "Timefold": (timefold, False),
}


def main() -> None:
    options = read_options()
    rows = []
    for situation in options.situations:
        for seed in options.seeds:
            if not options.recorded:
                measure(prepare(situation, seed, options), options)
            name = name_of(situation, seed, options)
            latest = recorded(name, options)
            draw(name, options.seconds, latest)
            rows += latest
    print(table(rows))


def measure(task: Task, options: argparse.Namespace) -> None:
    print(f"{task.name}: {task.seconds} s, {task.threads} threads", file=sys.stderr)
    for peer in options.peers:
        for start in options.starts:
            circumstances = measuring.circumstances()  # with the load before this run
            for row in run_one(task, peer, start):
                measuring.remember("peers", [circumstances | row])
                print(f"  {peer}, {row['start']}: {row['value']}, at least {row['bound']}", file=sys.stderr)


def recorded(name: str, options: argparse.Namespace) -> list[dict]:
    """The latest run of each solver from each start within these seconds, Muster's in whatever state it was."""
    latest = {}
    for row in measuring.recall("peers"):
        if row["task"] == name and row["limit"] == options.seconds and row["threads"] == options.threads:
            latest[row["peer"], row["start"]] = row
    order = [*PEERS, "Muster"]
    return sorted(latest.values(), key=lambda row: (order.index(row["peer"]), row["start"]))


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--situations", nargs="+", default=["S", "M", "S-full"],
                        help="sizes of muster generate; plain, or -full with the rules that bind several units")
    parser.add_argument("--seeds", nargs="+", type=int, default=[1])
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--peers", nargs="+", default=[*PEERS, "Muster"], choices=[*PEERS, "Muster"])
    parser.add_argument("--starts", nargs="+", default=["cold", "plan"], choices=["cold", "plan"],
                        help="from nothing, from what Muster has after a second")
    parser.add_argument("--recorded", action="store_true", help="no runs: the table and charts of those recorded")
    parser.add_argument("--generate", nargs="*", default=[], help="further words for muster generate, without --")
    return parser.parse_args()


def prepare(situation: str, seed: int, options: argparse.Namespace) -> Task:
    """Data, programmes in both forms, and the first plan of Muster as a start."""
    size, _, rules = situation.partition("-")
    name = name_of(situation, seed, options)
    task = Task(name, WORK / name, rules != "full", options.seconds, options.threads)
    task.folder.mkdir(parents=True, exist_ok=True)
    words = ["--size", size, "--seed", seed, *([] if rules == "full" else ["--plain"]),
             *(f"--{word}" for word in options.generate)]
    measuring.generate(task.data, words)
    for form, word in (("cliques", []), ("flows", ["--flows"])):
        if not task.model(form).exists():
            measuring.run_or_stop([measuring.MUSTER, "export", task.data, "--mps", task.model(form), *word],
                                  task.folder / f"export-{form}.log")
    if not task.start.exists():
        plan = task.folder / "start"
        measuring.run_or_stop([measuring.MUSTER, "plan", task.data, "-o", plan, "--time-limit", 1, "--threads",
                               task.threads], task.folder / "start.log")
        values = programme.Programme.read(task.model("cliques")).values_of(plan)
        task.start.write_text(json.dumps(values), encoding="utf-8")
    return task


def name_of(situation: str, seed: int, options: argparse.Namespace) -> str:
    own = "".join("-" + word.replace("=", "") for word in options.generate)
    return f"{situation}{own}-{seed}"


def run_one(task: Task, peer: str, start: str) -> list[dict]:
    """One run, or none: Muster has its own first plan, and some peers do not know all rules."""
    if peer == "Muster":
        return [run_muster(task)] if start == "cold" else []
    words, knows_all_rules = PEERS[peer]
    if not task.plain and not knows_all_rules:
        return []
    return [run_peer(task, peer, words, "-" if start == "cold" else str(task.start))]


def run_peer(task: Task, peer: str, words, start: str) -> dict:
    how = "cold" if start == "-" else "from our plan"
    folder = task.folder / f"{peer} {how}".replace(" ", "-")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    out = folder / "answer.json"
    patience = 1.5 * task.seconds + 60  # some look at the clock seldom
    ran = measuring.run(words(task, start, out), folder / "log.txt", patience)
    row = {"task": task.name, "peer": peer, "start": how, "limit": task.seconds, "threads": task.threads,
           "wall": round(ran.seconds, 1), "peak_mib": ran.peak_mib, "code": ran.code, "version": None, "trace": [],
           "value": None, "bound": None, "lawful": None}
    if ran.code != 0 or not out.exists():
        why = "killed: it did not stop" if ran.code < 0 and ran.seconds >= patience else ran.errors or ran.out
        return row | {"failure": why.strip().splitlines()[-1:]}
    answer = json.loads(out.read_text(encoding="utf-8"))
    row |= {"version": answer["version"], "trace": answer["trace"]}
    bounds = [bound for _, _, bound in answer["trace"] if bound is not None]
    row["bound"] = max(bounds, default=None)
    if any(value is not None for _, value, _ in answer["trace"]):
        programme.Programme.read(task.model("cliques")).write_plan(answer["values"], folder)
        row |= judge(task, folder)
    return row


def judge(task: Task, folder: pathlib.Path) -> dict:
    """What the plan is worth by the law, in weighted requirement-days."""
    judged = measuring.run([measuring.MUSTER, "judge", task.data, "--tours", folder / "tours.csv", "--deliveries",
                            folder / "deliveries.csv", "--json"], folder / "judge.txt")
    if judged.code not in (0, 1):
        raise SystemExit(f"muster judge refused {folder}:\n{judged.errors or judged.out}")
    verdict = json.loads(judged.out)
    return {"value": float(verdict["unmet_weighted_days"]), "lawful": verdict["holds"]}


def run_muster(task: Task) -> dict:
    folder = task.folder / "Muster"
    trace = task.folder / "Muster.csv"
    ran = measuring.run_or_stop(
        [measuring.MUSTER, "plan", task.data, "-o", folder, "--threads", task.threads,
         "--time-limit", task.seconds, "--trace", trace], task.folder / "Muster.log")
    record = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    verified = measuring.run([measuring.MUSTER, "verify", folder, task.data], task.folder / "Muster-verify.log")
    told = [(float(row["seconds"]), *(float(row[name]) if row[name] else None for name in ("value", "bound")))
            for row in programme.read_table(trace)]
    bound = int(record["objective"]["bound"]) / POINTS_OF_REQUIREMENT_DAY
    return {"task": task.name, "peer": "Muster", "start": "cold", "limit": task.seconds, "threads": task.threads,
            "wall": round(ran.seconds, 1), "peak_mib": ran.peak_mib, "code": ran.code, "version": record["muster"],
            "trace": told, "bound": bound, "verified": verified.code == 0} | judge(task, folder)


def gap(row: dict) -> float | None:
    if row["value"] is None or row["bound"] is None:
        return None
    return 100 * max(0.0, row["value"] - row["bound"]) / row["value"] if row["value"] > 0 else 0.0


def first_plan(row: dict) -> float | None:
    return next((seconds for seconds, value, _ in row["trace"] if value is not None), None)


def table(rows: list[dict]) -> str:
    """The gap is each one's own; against the best bound of all it is told how good the plan is."""
    lines = []
    for row in rows:
        same = [other for other in rows if other["task"] == row["task"]]
        best = max((other["bound"] for other in same if other["bound"] is not None), default=None)
        against = gap(row | {"bound": best})
        lawful = {True: "yes", False: "NO", None: "–"}[row["lawful"]]
        lines.append([row["task"], row["peer"], row["start"], measuring.number(row["value"]),
                      measuring.number(row["bound"]), measuring.number(gap(row), 2), measuring.number(against, 2),
                      measuring.number(first_plan(row), 1), measuring.number(row["wall"], 0),
                      measuring.number(row["peak_mib"]), lawful, row["version"] or "–"])
    head = ["situation", "solver", "start", "value", "bound", "gap %", "to best bound %", "first plan s", "wall s",
            "peak MiB", "lawful", "version"]
    return measuring.markdown(head, lines)


def draw(name: str, seconds: int, rows: list[dict]) -> None:
    """How far each plan was from the best bound that anybody proved, over time."""
    best = max((row["bound"] for row in rows if row["bound"] is not None), default=None)
    if best is None:
        return
    lines = []
    for row in rows:
        points = [(seconds, 100 * (value - best) / value) for seconds, value, _ in row["trace"] if value]
        if points:
            points.append((float(seconds), points[-1][1]))
            lines.append(charts.Line(f"{row['peer']}, {row['start']}", points, dashed=row["start"] != "cold"))
    charts.write(measuring.CHARTS / f"peers-{name}.svg", charts.Chart(
        title=f"{name}: how far plans are from the best bound", x="seconds", y="%", x_log=True, y_log=True,
        lines=lines))


if __name__ == "__main__":
    main()
