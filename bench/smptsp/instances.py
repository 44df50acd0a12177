# SPDX-License-Identifier: Apache-2.0
"""Instances of the Shift Minimisation Personnel Task Scheduling problem: their files, read and checked.

A file has comment lines (#), `Type = 1`, `Jobs = N`, N lines `start end` in minutes, `Qualifications = M`,
and M lines `count: task …`, a line a worker, tasks counted from 0."""
import csv
import dataclasses
import io
import pathlib
import tarfile

SHARED = pathlib.Path(__file__).parents[2] / ".." / "shared" / "instances"


@dataclasses.dataclass(frozen=True)
class Instance:
    name: str
    tasks: tuple[tuple[int, int], ...]  # minutes, half-open
    workers: tuple[tuple[int, ...], ...]  # the tasks that each may do


@dataclasses.dataclass(frozen=True)
class Known:
    tasks: int
    workers: int
    optimum: int


class Lines:
    """The lines of a file that say something, one after the other."""

    def __init__(self, name: str, text: str):
        self.name = name
        self.rest = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
        self.rest.reverse()

    def next(self) -> str:
        if not self.rest:
            raise ValueError(f"{self.name} ends too early")
        return self.rest.pop()

    def number_after(self, word: str) -> int:
        line = self.next()
        name, equals, value = line.partition("=")
        if name.strip() != word or not equals:
            raise ValueError(f'{self.name}: "{word} = …" is expected, not "{line}"')
        return int(value)


def read_task(lines: Lines) -> tuple[int, int]:
    begin, end = map(int, lines.next().split())
    if not 0 <= begin < end:
        raise ValueError(f"{lines.name}: a task from {begin} to {end}")
    return begin, end


def read_worker(lines: Lines, tasks: int) -> tuple[int, ...]:
    count, _, listed = lines.next().partition(":")
    allowed = sorted(set(map(int, listed.split())))
    if len(allowed) != int(count) or (allowed and not 0 <= allowed[0] <= allowed[-1] < tasks):
        raise ValueError(f"{lines.name}: a worker of {count.strip()} tasks has not that many, or unknown ones")
    return tuple(allowed)


def parse(name: str, text: str) -> Instance:
    lines = Lines(name, text)
    if lines.number_after("Type") != 1:
        raise ValueError(f"{name} is not of type 1")
    tasks = tuple(read_task(lines) for _ in range(lines.number_after("Jobs")))
    workers = tuple(read_worker(lines, len(tasks)) for _ in range(lines.number_after("Qualifications")))
    if lines.rest:
        raise ValueError(f"{name} goes on after its last worker")
    return Instance(name, tasks, workers)


def number_in(name: str) -> tuple[int, str]:
    """data_7_51_80_66 comes before data_65_…: instances are numbered."""
    digits = [part for part in name.split("_") if part.isdigit()]
    return (int(digits[0]) if digits else 0, name)


def read_all(folder: pathlib.Path, names: list[str] | None = None) -> list[Instance]:
    """Those of smptsp/*.tar.xz, in the order of their numbers; with names only those."""
    found = []
    for archive in sorted((folder / "smptsp").glob("*.tar.xz")):
        with tarfile.open(archive, "r:xz") as files:
            for member in files:
                name = pathlib.PurePosixPath(member.name).stem
                if not member.isfile() or not member.name.endswith(".dat") or (names and name not in names):
                    continue
                content = files.extractfile(member)
                assert content is not None  # of a plain file
                found.append(parse(name, io.TextIOWrapper(content, "utf-8").read()))
    missing = set(names or []) - {instance.name for instance in found}
    if missing or not found:
        raise FileNotFoundError(f"{folder} has no instance " + (", ".join(sorted(missing)) or "at all"))
    return sorted(found, key=lambda instance: number_in(instance.name))


def known_answers(folder: pathlib.Path) -> dict[str, Known]:
    with open(folder / "smptsp" / "known.csv", encoding="utf-8", newline="") as file:
        return {row["instance"]: Known(int(row["tasks"]), int(row["workers"]), int(row["optimum"]))
                for row in csv.DictReader(file)}
