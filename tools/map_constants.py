#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the outlines of the world (data/map/world.txt) and the symbols of units (data/symbols/symbols.csv) as C++
constants (src/report/map/constants.hpp).

map_constants.py WORLD.txt SYMBOLS.csv OUT.cpp
"""
import csv
import pathlib
import sys

MARK = "#"  # of raw strings: none of ours holds a quotation mark after which it stands


def quoted(text: str) -> str:
    if f'){MARK}"' in text:
        sys.exit(f"a constant holds ){MARK}\": {text[:60]}")
    return f'R"{MARK}({text}){MARK}"'


def main() -> None:
    outlines, symbols, target = map(pathlib.Path, sys.argv[1:])
    lines = outlines.read_text(encoding="ascii").splitlines()
    with open(symbols, encoding="utf-8", newline="") as text:
        rows = sorted(csv.DictReader(text), key=lambda row: row["symbol"])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        "// Made by tools/map_constants.py.\n#include <array>\n\n#include \"report/map/constants.hpp\"\n\n"
        "namespace muster::report {\nnamespace {\n"
        f"constexpr std::array<std::string_view, {len(lines)}> outlines{{{{\n"
        + "".join(f"    {quoted(line)},\n" for line in lines)
        + f"}}}};\nconstexpr std::array<UnitSymbol, {len(rows)}> symbols{{{{\n"
        + "".join(f"    UnitSymbol{{{quoted(row['symbol'])}, {quoted(row['name'])}, {int(row['width'])}, "
                  f"{int(row['height'])}, {quoted(row['svg'])}}},\n" for row in rows)
        + "}};\n}  // namespace\n\nstd::span<const std::string_view> world_outlines() {\n  return outlines;\n}\n"
        "std::span<const UnitSymbol> unit_symbols() {\n  return symbols;\n}\n}  // namespace muster::report\n",
        encoding="utf-8")


if __name__ == "__main__":
    main()
