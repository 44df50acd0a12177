#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The walls of the house, checked: check_rooms.py ROOT prints every fault and exits 1 where there is one.

 1. The rooms form no circle: each room only USES rooms that CMakeLists.txt declares above it.
 2. A file in src/<room>/ includes only rooms that its room USES, written from src/.
 3. From another room only top-level headers are included ("plan/plan.hpp", never "plan/lp/lp.hpp").
 4. Other people's headers are included only where LIBRARIES names them; HiGHS only in plan/lp.
 5. A PURE room touches no file, console or clock; rooms of exact numbers have no floating point.
 6. No room is an empty shell, and no folder of src is not a room.
 7. Files stop at 600 lines, functions at 60, parameters at 6.
 8. Names say what a thing is: none is made of the words in FORBIDDEN.
 9. Every source file states its licence in its first lines.
10. No file names a path of somebody's machine or is marked as unfinished.
"""
import dataclasses
import pathlib
import re
import subprocess
import sys
from collections.abc import Iterator

import cpp_text

LONGEST_FILE = 600
LONGEST_FUNCTION = 60
MOST_PARAMETERS = 6
FORBIDDEN = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "handler", "processor", "impl"}
LICENCE = "SPDX-License-Identifier: Apache-2.0"
SOURCES = {".cpp", ".hpp", ".py", ".sh", ".cmake"}
SCRIPTS = {"x", "run", "CMakeLists.txt"}  # sources that no suffix tells

LIBRARY_HEADERS = {  # what the headers of a library begin with
    "nlohmann_json::nlohmann_json": ("nlohmann/",),
    "fmt::fmt": ("fmt/",),
    "CLI11::CLI11": ("CLI/",),
    "SQLite::SQLite3": ("sqlite3.h",),
    "PostgreSQL::PostgreSQL": ("libpq-fe.h",),
    "muster_poppler": ("poppler",),
    "muster_workbook": ("zip.h", "pugixml.hpp", "xlsxwriter.h"),
    "OpenSSL::Crypto": ("openssl/",),
    "muster_re2": ("re2/",),
    "muster_mustache": ("kainjow/",),
    "muster_highs": ("interfaces/highs_c_api.h", "Highs.h", "highs/"),
}
ONLY_IN = {"muster_highs": "plan/lp", "SQLite::SQLite3": "ledger/store",
           "PostgreSQL::PostgreSQL": "ledger/store", "muster_poppler": "io/document_text.cpp",
           "muster_workbook": "io/workbook/", "OpenSSL::Crypto": "base/sha256.cpp", "muster_re2": "model/check/cell.cpp",
           "muster_mustache": "report/letter/letter.cpp"}
WORLD_HEADERS = {"fstream", "iostream", "filesystem", "cstdio", "print", "syncstream", "ctime", "unistd.h"}
CLOCKS = re.compile(r"\b(system_clock|steady_clock|high_resolution_clock|random_device|getenv)\b")
EXACT = {"model", "judge", "verify", "explain", "io", "source"}
# Workbooks keep every number as a binary double; these files make texts of them, or them of texts.
MAY_FLOAT = {"io/workbook/cell_text.cpp", "io/workbook/writing.cpp"}
FLOATING = re.compile(r"\b(double|float)\b")
# Taken apart, so that this file passes its own check.
MACHINE_PATH = re.compile(r"(^|[^a-zA-Z0-9_.-])/(work|farm|" + r"root|home/[a-z]+)/", re.M)
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")


@dataclasses.dataclass
class Room:
    name: str
    pure: bool
    uses: set[str]
    libraries: set[str]


@dataclasses.dataclass
class House:
    root: pathlib.Path
    rooms: dict[str, Room]
    files: list[pathlib.Path]  # relative to root, sorted

    def text(self, file: pathlib.Path) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def sources(self, *suffixes: str) -> list[pathlib.Path]:
        return [file for file in self.files if file.suffix in suffixes]

    def room_sources(self) -> list[tuple[Room, pathlib.Path]]:
        inside = [file for file in self.sources(".cpp", ".hpp") if file.parts[0] == "src" and len(file.parts) > 2]
        return [(self.rooms[file.parts[1]], file) for file in inside if file.parts[1] in self.rooms]


def read_rooms(text: str) -> dict[str, Room]:
    rooms = {}
    for call in re.findall(r"^room\(([^)]*)\)", text, re.M):
        name, *words = call.split()
        found: dict[str, set[str]] = {"PURE": set(), "USES": set(), "LIBRARIES": set()}
        heading = ""
        for word in words:
            if word in found:
                heading = word
            else:
                found[heading].add(word)
        rooms[name] = Room(name, "PURE" in words, found["USES"], found["LIBRARIES"])
    return rooms


def read_house(root: pathlib.Path) -> House:
    listed = subprocess.run(
        ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        names = [pathlib.Path(name) for name in listed.stdout.split("\0") if name]
    else:
        names = [file.relative_to(root) for file in root.rglob("*")]
    files = sorted(name for name in names if (root / name).is_file())
    return House(root, read_rooms((root / "CMakeLists.txt").read_text(encoding="utf-8")), files)


def check_order(house: House) -> Iterator[str]:
    above: set[str] = set()
    for room in house.rooms.values():
        for other in sorted(room.uses - above):
            yield f"CMakeLists.txt: room {room.name} uses {other}, which is not declared above it"
        above.add(room.name)


def includes(house: House, file: pathlib.Path, marks: str) -> Iterator[tuple[str, str]]:
    """What a file includes in quotes (marks '""') or brackets ('<>'), with the place."""
    for number, line in enumerate(house.text(file).splitlines(), 1):
        if match := re.match(rf"\s*#\s*include\s*{marks[0]}([^{marks}]+){marks[1]}", line):
            yield f"{file}:{number}", match[1]


def check_walls(house: House) -> Iterator[str]:
    for room, file in house.room_sources():
        for here, header in includes(house, file, '""'):
            parts = header.split("/")
            if len(parts) < 2 or ".." in parts:
                yield f'{here}: write the include from src/, as "room/file.hpp"'
            elif parts[0] not in room.uses | {room.name}:
                yield f"{here}: room {room.name} may not use room {parts[0]}"
            elif parts[0] != room.name and len(parts) > 2:
                yield f"{here}: {header} is private to room {parts[0]}"


def check_libraries(house: House) -> Iterator[str]:
    for room, file in house.room_sources():
        for here, header in includes(house, file, "<>"):
            for library, beginnings in LIBRARY_HEADERS.items():
                if not header.startswith(beginnings):
                    continue
                if library not in room.libraries:
                    yield f"{here}: room {room.name} does not name {library} among its LIBRARIES"
                elif not file.is_relative_to(pathlib.Path("src") / ONLY_IN.get(library, "")):
                    yield f"{here}: only {ONLY_IN[library]} knows {library}"


def check_purity(house: House) -> Iterator[str]:
    for room, file in house.room_sources():
        code = cpp_text.code_only(house.text(file))
        if room.pure:
            for here, header in includes(house, file, "<>"):
                if header in WORLD_HEADERS:
                    yield f"{here}: room {room.name} is pure: it may not include <{header}>"
            yield from at_lines(file, code, CLOCKS, f"room {room.name} is pure: it may not know")
        if room.name in EXACT and str(file.relative_to("src")) not in MAY_FLOAT:
            yield from at_lines(file, code, FLOATING, f"room {room.name} counts exactly: it may not use")


def at_lines(file: pathlib.Path, text: str, pattern: re.Pattern, fault: str) -> Iterator[str]:
    for match in pattern.finditer(text):
        yield f"{file}:{text.count(chr(10), 0, match.start()) + 1}: {fault} {match[0].strip()}"


def check_shells(house: House) -> Iterator[str]:
    holding = {room.name for room, file in house.room_sources() if file.suffix == ".cpp"}
    for name in house.rooms.keys() - holding:
        yield f"src/{name}: the room is an empty shell: no .cpp in it"
    folders = {file.parts[1] for file in house.files if file.parts[0] == "src" and len(file.parts) > 2}
    for name in folders - house.rooms.keys():
        yield f"src/{name}: no room of this name in CMakeLists.txt"


def check_sizes(house: House) -> Iterator[str]:
    for file in house.files:
        if not is_source(file):
            continue
        text = house.text(file)
        if (lines := len(text.splitlines())) > LONGEST_FILE:
            yield f"{file}: {lines} lines, more than {LONGEST_FILE}"
        if file.suffix not in {".cpp", ".hpp"}:
            continue
        for function in cpp_text.functions(cpp_text.code_only(text)):
            here = f"{file}:{function.line}: {function.name}"
            if function.lines > LONGEST_FUNCTION:
                yield f"{here} has {function.lines} lines, more than {LONGEST_FUNCTION}"
            if function.parameters > MOST_PARAMETERS:
                yield f"{here} has {function.parameters} parameters, more than {MOST_PARAMETERS}"


def check_names(house: House) -> Iterator[str]:
    for file in house.files:
        for word in sorted(FORBIDDEN & set(re.findall(r"[a-z]+", str(file).lower()))):
            yield f"{file}: a name may not say {word}"
        if file.suffix in {".cpp", ".hpp"}:
            for word in sorted(FORBIDDEN & cpp_text.words(cpp_text.code_only(house.text(file)))):
                yield f"{file}: an identifier may not say {word}"


def is_source(file: pathlib.Path) -> bool:
    return file.suffix in SOURCES or file.name in SCRIPTS


def check_licence(house: House) -> Iterator[str]:
    for file in filter(is_source, house.files):
        if LICENCE not in "\n".join(house.text(file).splitlines()[:2]):
            yield f"{file}:1: the first lines do not say {LICENCE}"


def check_texts(house: House) -> Iterator[str]:
    for file in house.files:
        try:
            text = house.text(file)
        except UnicodeDecodeError:
            continue  # not a text that a person wrote
        yield from at_lines(file, text, MACHINE_PATH, "names a path of a machine:")
        if is_source(file):
            yield from at_lines(file, text, UNFINISHED, "is marked as unfinished:")


CHECKS = (check_order, check_walls, check_libraries, check_purity, check_shells, check_sizes, check_names,
          check_licence, check_texts)


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    house = read_house(pathlib.Path(sys.argv[1]))
    faults = [fault for check in CHECKS for fault in sorted(check(house))]
    print("\n".join(faults) or f"{len(house.rooms)} rooms in order")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
