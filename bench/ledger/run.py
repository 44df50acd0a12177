# SPDX-License-Identifier: Apache-2.0
"""`./x bench ledger`: a ledger of a million entries, 100,000 offers that are each stated ten times (all cells anew, in
ten commits), in SQLite and, where its server is installed, in PostgreSQL: how fast it is filled, what the state of a
day in the middle and of the last day takes as a draft, and verifying; and `muster ledger import` of 100,000 offers
from CSV. Prints a table and adds to bench/history/ledger.jsonl."""
import argparse
import csv
import json
import pathlib
import resource
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tests/support"))

import measuring  # noqa: E402
import postgres_server  # noqa: E402

PROGRAM = measuring.ROOT / "build/release/muster_ledger_bench"
WORK = measuring.ROOT / "build/bench/ledger"


def main() -> None:
    options = read_options()
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    data = write_offers(WORK / "offers", options.rows)
    circumstances = measuring.circumstances()
    rows = []
    for row in measured(options, data):
        rows.append(circumstances | row)
        measuring.remember("ledger", [rows[-1]])
        print(f"{row['store']} done", file=sys.stderr, flush=True)
    print(table(rows))
    shutil.rmtree(WORK)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000, help="how many offers")
    parser.add_argument("--rounds", type=int, default=10, help="how often each is stated")
    parser.add_argument("--stores", nargs="+", default=["SQLite", "PostgreSQL"], choices=["SQLite", "PostgreSQL"])
    return parser.parse_args()


def measured(options: argparse.Namespace, data: pathlib.Path):
    if "SQLite" in options.stores:
        file = WORK / "a.ledger"
        row = measure("SQLite", file, WORK / "import.ledger", data, options)
        yield row | {"mebibytes": round(file.stat().st_size / 2**20)}
    if "PostgreSQL" in options.stores and (server := postgres_server.start()):
        try:
            place = server.new_database()
            row = measure("PostgreSQL", place, server.new_database(), data, options)
            size = subprocess.run(["psql", "-At", place, "-c", "SELECT pg_total_relation_size('muster.entries')"],
                                  capture_output=True, text=True, check=True).stdout
            yield row | {"mebibytes": round(int(size) / 2**20)}
        finally:
            server.stop()


def measure(store: str, place, empty, data: pathlib.Path, options: argparse.Namespace) -> dict:
    def said(name, *words):
        ran = measuring.run_or_stop([PROGRAM, name, place, *words], WORK / f"{name}.log")
        return json.loads(ran.out) | {"peak_mib": ran.peak_mib}

    steps = {"append": said("fill", "--rows", options.rows, "--rounds", options.rounds),
             "state of a day in the middle": said("state", "--round", options.rounds // 2),
             "state of the last day": said("state", "--round", options.rounds),
             "follow the chain": said("chain"),
             "ask the database for faults": said("database"),
             "`muster ledger import` of CSV": imported(empty, data, options.rows)}
    return {"store": store, "entries": options.rows * options.rounds, "steps": steps}


def imported(empty, data: pathlib.Path, count: int) -> dict:
    measuring.run_or_stop([measuring.MUSTER, "ledger", "init", empty], WORK / "init.log")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = measuring.run_or_stop([measuring.MUSTER, "ledger", "import", empty, data, "--record", "--by", "desk"],
                                WORK / "import.log")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"of": count, "seconds": round(ran.seconds, 3), "cpu": round(cpu, 3), "peak_mib": ran.peak_mib}


def write_offers(folder: pathlib.Path, count: int) -> pathlib.Path:
    """A data set that is little but offers."""
    folder.mkdir()
    tables = {
        "sources": [["source", "title"], ["conference", "As said in the conference"]],
        "nations": [["nation", "name"], ["NLD", "Netherlands"], ["DEU", "Germany"]],
        "capabilities": [["capability", "name", "measure"], ["tank", "Tanks", "unit"]],
        "offers": [["offer", "nation", "capability", "quantity", "from", "until", "status", "note", "source"],
                   *([f"OFFER-{row:06}", ("NLD", "DEU")[row % 2], "tank", 1 + row % 1000, f"2024-0{1 + row % 9}-01",
                      f"2027-0{1 + row % 7}-01", ("committed", "intended")[row % 2], "as said in the conference",
                      f"conference#row {row}"] for row in range(count))]}
    for name, rows in tables.items():
        with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    package = {"name": "offers", "muster": {"as_of": "2024-01-01", "horizon": "2029-01-01"},
               "resources": [{"name": name, "path": f"{name}.csv"} for name in tables]}
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    return folder


def table(rows: list[dict]) -> str:
    head = ["store", "size MiB", "what", "of", "s", "CPU s", "a second", "peak MiB"]
    number = measuring.number
    return measuring.markdown(head, [
        [row["store"], number(row["mebibytes"]), what, number(step["of"]), number(step["seconds"], 2),
         number(step["cpu"], 2), number(step["of"] / step["seconds"]), number(step["peak_mib"])]
        for row in rows for what, step in row["steps"].items()])


if __name__ == "__main__":
    main()
