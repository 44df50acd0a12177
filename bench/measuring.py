# SPDX-License-Identifier: Apache-2.0
"""What every measuring run needs: a program run with its time and peak memory, what the machine is, and
the history, a JSON line for each run."""
import dataclasses
import datetime
import hashlib
import json
import os
import pathlib
import platform
import signal
import subprocess
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
MUSTER = ROOT / "build/release/muster"
HISTORY = ROOT / "bench/history"
CHARTS = ROOT / "docs/charts"
CODE = ["src", "cmake", "CMakeLists.txt", "CMakePresets.json"]  # what a run itself changes does not count
ENGINE = ["src/generate", "src/plan", "src/judge"]


@dataclasses.dataclass
class Ran:
    code: int
    seconds: float
    peak_mib: int  # of the program itself, children apart
    out: str
    errors: str


def run(words: list, log: pathlib.Path, patience: float | None = None) -> Ran:
    """Runs a program; its standard error goes to `log`. What does not end within `patience` seconds is killed,
    with what it started."""
    began = time.monotonic()
    with open(log, "w+", encoding="utf-8") as errors, open(log.with_suffix(".out"), "w+", encoding="utf-8") as out:
        process = subprocess.Popen([str(word) for word in words], stdout=out, stderr=errors, cwd=ROOT,
                                   start_new_session=True)
        alarm = threading.Timer(patience or 1e6, os.killpg, (process.pid, signal.SIGKILL))
        alarm.start()
        peak = wait_and_watch(process)
        alarm.cancel()
        seconds = time.monotonic() - began
        for file in (out, errors):
            file.seek(0)
        return Ran(process.returncode, seconds, peak, out.read(), errors.read())


def wait_and_watch(process: subprocess.Popen) -> int:
    """The peak of its memory in MiB. What the system tells at its end (ru_maxrss) will not do: it counts what
    this program held when it began the other."""
    peak = 0
    while process.poll() is None:
        peak = max(peak, peak_so_far(process.pid))
        time.sleep(0.01)
    return peak


def peak_so_far(pid: int) -> int:
    try:
        status = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:  # it has just ended
        return 0
    kibibytes = [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")]
    return kibibytes[0] // 1024 if kibibytes else 0


def run_or_stop(words: list, log: pathlib.Path) -> Ran:
    ran = run(words, log)
    if ran.code != 0:
        raise SystemExit(f"{' '.join(map(str, words))} ended with {ran.code}:\n{ran.errors or ran.out}")
    return ran


def generate(folder: pathlib.Path, words: list) -> pathlib.Path:
    """An invented data set, made where it is not there yet."""
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        run_or_stop([MUSTER, "generate", *words, "-o", folder], folder.with_suffix(".log"))
    return folder


def circumstances() -> dict:
    """What a figure is only worth something with."""
    return {"date": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            "commit": git("rev-parse", "--short", "HEAD") + changes(CODE), "engine": engine(),
            "cores": len(os.sched_getaffinity(0)), "machine": platform.machine(), "processor": processor(),
            "load": round(os.getloadavg()[0], 1)}


def engine() -> str:
    """Names the state of the rooms that make situations, plan them and judge plans: runs of one state add up,
    whatever else of the house changed between them."""
    trees = git("rev-parse", *(f"HEAD:{room}" for room in ENGINE))
    return hashlib.sha256(trees.encode()).hexdigest()[:12] + changes(ENGINE)


def changes(paths: list[str]) -> str:
    return "+changes" if git("status", "--porcelain", "--untracked-files=no", "--", *paths) else ""


def git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def processor() -> str:
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return "unknown"


def remember(history: str, rows: list[dict]) -> None:
    HISTORY.mkdir(parents=True, exist_ok=True)
    with open(HISTORY / f"{history}.jsonl", "a", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row) + "\n")


def recall(history: str) -> list[dict]:
    """All recorded runs, the oldest first."""
    with open(HISTORY / f"{history}.jsonl", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def markdown(head: list[str], rows: list[list]) -> str:
    """A table, figures to the right: a column is one of figures where its last cell begins with a digit or –."""
    texts = [[cell if isinstance(cell, str) else f"{cell:g}" for cell in row] for row in rows]
    figures = [bool(texts) and texts[-1][k][:1] in set("0123456789–-") for k in range(len(head))]
    rule = ["--:" if figure else "---" for figure in figures]
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, rule, *texts])


def number(value: float | None, places: int = 0) -> str:
    """With narrow gaps between thousands; – for nothing."""
    return "–" if value is None else f"{value:,.{places}f}".replace(",", " ")
