# SPDX-License-Identifier: Apache-2.0
"""What other solvers need: the problem as a programme, their plans judged, and how ours went on."""
import csv
import json
import pathlib
import tempfile
import unittest

from program import LETTER, muster


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class OtherSolvers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = pathlib.Path(cls.scratch.name)
        cls.out = cls.folder / "out"
        assert muster("plan", LETTER, "-o", cls.out, "--trace", cls.folder / "trace.csv").returncode == 0

    def test_the_programme_is_whole_and_its_columns_are_explained(self):
        data = self.folder / "small"
        sizes = ["--units", 10, "--requirements", 10, "--months", 12]
        self.assertEqual(muster("generate", *sizes, "-o", data).returncode, 0)
        for words in ([], ["--flows", "--later"], ["--count", "firm", "--grid", "week"]):
            mps = self.folder / "small.mps"
            said = muster("export", data, "--mps", mps, "--json", *words)
            self.assertEqual(said.returncode, 0, said.stderr)
            lines = mps.read_text(encoding="ascii").splitlines()
            heads = [line.split()[0] for line in lines if not line.startswith(" ")]
            self.assertEqual(heads, ["NAME", "ROWS", "COLUMNS", "RHS", "BOUNDS", "ENDATA"])
            named = {line.split()[0] for line in lines[lines.index("COLUMNS"):lines.index("RHS")] if line[0] == " "}
            explained = {row["column"] for row in table(f"{mps}.columns.csv")}
            self.assertGreater(len(explained), 0)
            self.assertEqual(explained - named, set())
            self.assertEqual(len({name for name in named if not name.startswith("MARKER")}),
                             json.loads(said.stdout)["columns"])

    def test_the_plan_of_anybody_is_judged(self):
        folder = muster("judge", self.out, "--json")
        files = ["--tours", self.out / "tours.csv", "--deliveries", self.out / "deliveries.csv"]
        judged = muster("judge", LETTER, *files, "--json")
        self.assertEqual(judged.returncode, 0, judged.stderr)
        self.assertEqual(judged.stdout, folder.stdout)
        without = muster("judge", LETTER, *files[:2], "--json")
        self.assertGreater(int(json.loads(without.stdout)["value"]), int(json.loads(judged.stdout)["value"]))

    def test_a_broken_plan_is_told_apart_from_a_broken_table(self):
        rows = (self.out / "tours.csv").read_text(encoding="utf-8").splitlines(keepends=True)
        twice, unknown = self.folder / "twice.csv", self.folder / "unknown.csv"
        twice.write_text("".join([*rows, rows[1]]), encoding="utf-8")
        unknown.write_text(rows[0] + rows[1].replace(rows[1].split(",")[1], "nobody"), encoding="utf-8")
        self.assertEqual(muster("judge", LETTER, "--tours", twice).returncode, 1)
        refused = muster("judge", LETTER, "--tours", unknown)
        self.assertEqual(refused.returncode, 3)
        self.assertIn("nobody", refused.stderr)
        self.assertEqual(muster("judge", LETTER, "--tours", self.folder / "none.csv").returncode, 4)
        self.assertEqual(muster("judge", self.out, LETTER, "--tours", twice).returncode, 2)
        self.assertEqual(muster("judge", self.out, "--count", "firm").returncode, 2)
        self.assertEqual(muster("export", LETTER).returncode, 2)
        self.assertEqual(muster("export", LETTER, "-o", self.folder / "data", "--grid", "week").returncode, 2)

    def test_the_trace_only_gets_better_and_ends_at_what_is_claimed(self):
        rows = table(self.folder / "trace.csv")
        for name, better in (("seconds", 1), ("value", -1), ("bound", 1)):
            told = [float(row[name]) for row in rows if row[name]]
            self.assertEqual(told, sorted(told, reverse=better < 0), name)
        record = json.loads((self.out / "plan.json").read_text(encoding="utf-8"))
        self.assertEqual(rows[-1]["step"], "end")
        self.assertAlmostEqual(float(rows[-1]["value"]), int(record["objective"]["value"]) / 1e12, delta=0.001)


if __name__ == "__main__":
    unittest.main()
