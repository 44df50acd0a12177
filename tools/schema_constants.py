#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the Table Schemas of data/schema as C++ constants (src/model/schema.hpp).

schema_constants.py SCHEMA_FOLDER OUT.cpp

A schema that says something this program does not understand is refused: nothing of a definition is
dropped silently.
"""
import json
import pathlib
import sys

TYPES = {"string": "text", "integer": "integer", "number": "number", "boolean": "boolean", "date": "date"}
TABLE_WORDS = {"$schema", "name", "title", "description", "fields", "primaryKey", "foreignKeys", "muster"}
FIELD_WORDS = {"name", "title", "description", "type", "format", "constraints", "trueValues", "falseValues", "muster"}
CONSTRAINTS = {"required", "minimum", "maximum", "pattern", "enum"}
MUSTER_WORDS = {"period", "tree", "references"}


def refuse(where: str, what: str) -> None:
    sys.exit(f"{where}: {what}")


def check_words(where: str, found: dict, known: set[str]) -> None:
    for word in found:
        if word not in known:
            refuse(where, f'"{word}" is not understood')


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def optional(number: int | None) -> str:
    return "std::nullopt" if number is None else f"std::int64_t{{{number}}}"


def raw(text: str) -> str:
    """A raw string literal in pieces that every compiler accepts."""
    pieces = [text[i : i + 8000] for i in range(0, len(text), 8000)]
    return "\n    ".join(f'R"schema({piece})schema"' for piece in pieces)


class TableText:
    """One schema file and the constants that follow from it."""

    def __init__(self, folder: pathlib.Path, name: str):
        self.name = name
        self.text = (folder / f"{name}.json").read_text(encoding="utf-8")
        self.schema = json.loads(self.text)
        check_words(name, self.schema, TABLE_WORDS)
        if self.schema["name"] != name:
            refuse(name, "its name is not the file's")
        self.fields = [field["name"] for field in self.schema["fields"]]
        self.muster = self.schema.get("muster", {})
        check_words(name, self.muster, MUSTER_WORDS)

    def index(self, field: str) -> int:
        if field not in self.fields:
            refuse(self.name, f'"{field}" is not a field')
        return self.fields.index(field)

    def field_values(self, field: dict) -> str:
        values = field.get("constraints", {}).get("enum", [])
        if not values:
            return ""
        listed = ", ".join(quoted(value) for value in values)
        return f"constexpr std::string_view {self.name}_{field['name']}_values[] = {{{listed}}};\n"

    def field(self, field: dict) -> str:
        where = f"{self.name}.{field['name']}"
        check_words(where, field, FIELD_WORDS)
        constraints = field.get("constraints", {})
        check_words(where, constraints, CONSTRAINTS)
        values = f"{self.name}_{field['name']}_values" if constraints.get("enum") else "{}"
        return (
            f"    {{.name = {quoted(field['name'])},\n"
            f"     .title = {quoted(field['title'])},\n"
            f"     .description = {quoted(field['description'])},\n"
            f"     .type = FieldType::{TYPES[field['type']]},\n"
            f"     .required = {str(constraints.get('required', False)).lower()},\n"
            f"     .minimum = {optional(constraints.get('minimum'))},\n"
            f"     .maximum = {optional(constraints.get('maximum'))},\n"
            f"     .decimals = {field.get('muster', {}).get('decimals', 0)},\n"
            f"     .pattern = {quoted(constraints.get('pattern', ''))},\n"
            f"     .values = {values}}},\n"
        )

    def references(self) -> list[tuple[int, str, bool]]:
        """(field, table, whether the cell may carry #locator), in the order of the fields."""
        found = []
        for key in self.schema.get("foreignKeys", []):
            found.append((self.index(key["fields"][0]), key["reference"]["resource"] or self.name, False))
        for reference in self.muster.get("references", []):
            found.append((self.index(reference["field"]), reference["resource"], "locator" in reference))
        return sorted(found)

    def definitions(self) -> str:
        out = "".join(self.field_values(field) for field in self.schema["fields"])
        out += f"constexpr Field {self.name}_fields[] = {{\n"
        out += "".join(self.field(field) for field in self.schema["fields"]) + "};\n"
        key = ", ".join(str(self.index(field)) for field in self.schema["primaryKey"])
        out += f"constexpr std::size_t {self.name}_key[] = {{{key}}};\n"
        if references := self.references():
            listed = ", ".join(f"{{{i}, {quoted(t)}, {str(l).lower()}}}" for i, t, l in references)
            out += f"constexpr ForeignKey {self.name}_references[] = {{{listed}}};\n"
        return out

    def row(self) -> str:
        references = f"{self.name}_references" if self.references() else "{}"
        period = tree = "std::nullopt"
        if "period" in self.muster:
            period = "PeriodFields{%d, %d}" % tuple(self.index(f) for f in self.muster["period"])
        if "tree" in self.muster:
            tree = f"std::size_t{{{self.index(self.muster['tree'])}}}"
        return (
            f"    {{{quoted(self.name)}, {quoted(self.schema['title'])},\n"
            f"     {quoted(self.schema['description'])},\n"
            f"     {self.name}_fields, {self.name}_key, {references}, {period}, {tree}}},\n"
        )


def check_targets(tables: list[TableText]) -> None:
    names = [table.name for table in tables]
    for place, table in enumerate(tables):
        for _, target, _ in table.references():
            if target not in names:
                refuse(table.name, f'refers to "{target}", which is no table')
            if names.index(target) > place and target != table.name:
                refuse(table.name, f'comes before "{target}", to which it refers')


def generate(folder: pathlib.Path) -> str:
    order = json.loads((folder / "order.json").read_text(encoding="utf-8"))
    files = sorted(file.stem for file in folder.glob("*.json") if file.name != "order.json")
    if sorted(order) != files:
        refuse("order.json", f"does not list exactly the schemas {files}")
    tables = [TableText(folder, name) for name in order]
    check_targets(tables)
    rows = "".join(table.row() for table in tables)
    texts = "".join(f"    {raw(table.text)},\n" for table in tables)
    return (
        "// SPDX-License-Identifier: Apache-2.0\n"
        "// Generated by tools/schema_constants.py from data/schema; not to be edited.\n"
        '#include "model/schema_constants.hpp"\n\nnamespace muster {\nnamespace {\n\n'
        + "\n".join(table.definitions() for table in tables)
        + f"\nconstexpr TableSchema tables[] = {{\n{rows}}};\n\n"
        + f"constexpr std::string_view texts[] = {{\n{texts}}};\n\n"
        + "}  // namespace\n\n"
        "std::span<const TableSchema> schema_constants() { return tables; }\n"
        "std::span<const std::string_view> schema_constant_texts() { return texts; }\n\n"
        "}  // namespace muster\n"
    )


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    out = pathlib.Path(sys.argv[2])
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(generate(pathlib.Path(sys.argv[1])), encoding="utf-8")
