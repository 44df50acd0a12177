#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the names of nations (data/names/nations.csv) as C++ constants (src/sheets/nations.hpp).

name_constants.py NATIONS.csv OUT.cpp
"""
import csv
import json
import pathlib
import sys


def main() -> None:
    source, target = map(pathlib.Path, sys.argv[1:])
    with open(source, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    owners: dict[str, str] = {}
    for row in rows:
        name = row["name"].casefold()
        if owners.setdefault(name, row["nation"]) != row["nation"]:
            sys.exit(f'{source}: "{row["name"]}" names both {owners[name]} and {row["nation"]}')
    lines = [f'    {{{json.dumps(row["name"], ensure_ascii=False)}, "{row["nation"]}"}},' for row in rows]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("// Made by tools/name_constants.py.\n#include \"sheets/nations.hpp\"\n\n"
                      "namespace muster::sheets {\nnamespace {\n"
                      f"constexpr std::array<NationName, {len(rows)}> names{{{{\n" + "\n".join(lines) + "\n}};\n"
                      "}  // namespace\n\nstd::span<const NationName> nation_names() {\n  return names;\n}\n"
                      "}  // namespace muster::sheets\n", encoding="utf-8")


if __name__ == "__main__":
    main()
