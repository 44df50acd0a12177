#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the names of nations, of columns and of values (data/names/*.csv) as C++ constants (src/sheets/names.hpp).

name_constants.py NAMES_FOLDER OUT.cpp

A name that would mean two things is refused.
"""
import csv
import json
import pathlib
import sys


def rows_of(file: pathlib.Path) -> list[dict]:
    with open(file, encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def refuse_double(file: pathlib.Path, pairs: list[tuple[str, str]]) -> None:
    owners: dict[str, str] = {}
    for name, owner in pairs:
        if owners.setdefault(name.casefold(), owner) != owner:
            sys.exit(f'{file}: "{name}" names both {owners[name.casefold()]} and {owner}')


def array(type_name: str, name: str, rows: list[list[str]]) -> str:
    lines = "".join(f"    {type_name}{{{', '.join(map(quoted, row))}}},\n" for row in rows)
    return f"constexpr std::array<{type_name}, {len(rows)}> {name}{{{{\n{lines}}}}};\n"


def main() -> None:
    folder, target = map(pathlib.Path, sys.argv[1:])
    nations = rows_of(folder / "nations.csv")
    refuse_double(folder / "nations.csv", [(row["name"], row["nation"]) for row in nations])
    headings = [[row["column"], name] for row in rows_of(folder / "headings.csv") for name in row["headings"].split(";")]
    values = [[row["column"], row["value"], name] for row in rows_of(folder / "values.csv") for name in row["names"].split(";")]
    refuse_double(folder / "values.csv", [(f"{column} {name}", value) for column, value, name in values])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        "// Made by tools/name_constants.py.\n#include <array>\n\n#include \"sheets/names.hpp\"\n\n"
        "namespace muster::sheets {\nnamespace {\n"
        + array("NationName", "nations", [[row["name"], row["nation"], row["language"]] for row in nations])
        + array("HeadingName", "headings", headings) + array("ValueName", "values", values)
        + "}  // namespace\n\nstd::span<const NationName> nation_names() {\n  return nations;\n}\n"
        "std::span<const HeadingName> heading_names() {\n  return headings;\n}\n"
        "std::span<const ValueName> value_names() {\n  return values;\n}\n}  // namespace muster::sheets\n",
        encoding="utf-8")


if __name__ == "__main__":
    main()
