# SPDX-License-Identifier: Apache-2.0
"""Every answer with --json is as the schema under docs/schema says, and the schemas are not so loose
that anything passes."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from program import LETTER, muster

INCIDENT = LETTER + "/overlays/baltic-incident"
SCHEMAS = pathlib.Path("docs/schema")


def faults(answer, schema):
    """What is wrong with an answer, in words; empty: nothing."""
    said = subprocess.run([os.environ["JSON_VALID"], SCHEMAS / f"{schema}.json"], input=answer,
                          capture_output=True, text=True, timeout=60, check=False)
    return "" if said.returncode == 0 else said.stderr or "no reason given"


class PublishedSchemas(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.out = pathlib.Path(cls.scratch.name, "out")
        cls.after = pathlib.Path(cls.scratch.name, "after")
        assert muster("plan", LETTER, "-o", cls.out).returncode == 0
        assert muster("plan", LETTER, "--with", INCIDENT, "--near", cls.out, "-o", cls.after).returncode == 0

    def answers(self):
        yield "check", ["check", LETTER], 0
        yield "check", ["check", "tests/data/thirty_faults"], 3
        yield "show", ["show", LETTER, "offers"], 0
        yield "show", ["show", LETTER, "offers", "NLD-MQ9"], 0
        yield "plan", ["plan", LETTER, "--dry-run"], 0
        yield "plan", ["plan", LETTER, "--robust", "P50", "--futures", "4", "--dry-run"], 0
        yield "plan", ["plan", LETTER, "--with", INCIDENT, "--count", "firm", "--dry-run"], 0
        yield "plan", ["plan", LETTER, "--strict", "--dry-run"], 0
        yield "plan", ["report", self.out], 0
        yield "verify", ["verify", self.out, LETTER], 0
        yield "verify", ["verify", self.after, LETTER], 1
        yield "judge", ["judge", self.out], 0
        yield "explain", ["explain", self.out, "--ways", "1"], 0
        yield "why-not", ["explain", self.out, "--why-not", "NLD-MQ9", "R-TANK"], 0
        yield "asks", ["asks", self.out], 0
        yield "worth", ["worth", self.out], 0
        yield "compare", ["compare", self.out, self.after], 0
        yield "compare", ["compare", self.after, self.out, "--nation", "DNK"], 0
        yield "plan", ["replan", self.out, "--with", INCIDENT, "--dry-run"], 0
        yield "frontier", ["replan", self.out, "--with", INCIDENT, "--curve"], 0
        yield "letter", ["letter", self.out, "--from", "NLD"], 0
        yield "state", ["report", LETTER], 0
        yield "diff-report", ["diff-report", self.out, self.after], 0
        yield "placemat", ["placemat", self.out, "-o", pathlib.Path(self.scratch.name, "placemat.html")], 0
        yield "programme", ["programme", self.out], 0
        yield "burden", ["burden", self.out], 0
        yield "burden", ["burden", self.out, "--key", "population", "--without", "NLD"], 0
        even = pathlib.Path(tempfile.mkdtemp(dir=self.scratch.name), "even")
        yield "burden", ["burden", self.out, "--key", "population", "--write-overlay", even], 0
        yield "plan", ["plan", LETTER, "--with", even, "--strict", "--dry-run"], 0
        yield from self.answers_of_a_source(pathlib.Path(tempfile.mkdtemp(dir=self.scratch.name)))
        yield "stress", ["stress", self.out, "--trials", 50], 0
        yield from self.answers_of_a_rotation(pathlib.Path(tempfile.mkdtemp(dir=self.scratch.name), "force"))
        yield from self.answers_of_a_ledger(pathlib.Path(tempfile.mkdtemp(dir=self.scratch.name), "a.ledger"))

    def answers_of_a_source(self, folder):
        text = "tests/data/sources/invented-update.txt"
        yield "source-read", ["source", "read", text], 0
        yield "source-read", ["source", "read", text, "--key", text.replace(".txt", ".key.csv")], 0
        yield "source-read", ["source", "read", text, "--accept-all", "--as", "update", "-o", folder / "draft"], 0
        yield "source-read", ["source", "read", text, "--kind", "promise"], 0

    def answers_of_a_rotation(self, force):
        book = "tests/data/rotation_book"
        yield "import", ["import", "marathon", book], 0
        assert muster("import", "marathon", book, "-o", force).returncode == 0
        yield "rotation", ["rotate", force], 0
        yield "replications", ["rotate", force, "--replications", 3], 0
        yield "least-supply", ["rotate", force, "--least-supply"], 0
        yield "supply-variation", ["rotate", force, "--vary-supply"], 0

    def answers_of_a_ledger(self, ledger):
        def record(*words):
            return ["ledger", "record", ledger, "offers", "offer=NLD-MQ9", *words]

        yield "ledger-record", ["ledger", "init", ledger], 0
        yield "ledger-record", ["ledger", "import", ledger, LETTER], 0
        assert muster("ledger", "import", ledger, LETTER, "--record").returncode == 0
        yield "ledger-record", record("status=withdrawn", "--valid-from", "2024-01-01"), 0
        yield "ledger-changed", record("status=offered", "--read", 1), 1
        yield "ledger-log", ["ledger", "log", ledger, "--last", 3], 0
        yield "ledger-diff", ["ledger", "diff", ledger, "2023-10-25", "2024-02-01"], 0
        yield "verify", ["ledger", "verify", ledger], 0
        yield "ledger-due", ["ledger", "due", ledger, "--within", "P400D"], 0
        yield "ledger-slippage", ["ledger", "slippage", ledger], 0
        yield "ledger-ladder", ["ledger", "ladder", ledger, "offers"], 0
        yield "ledger-deliveries", ["ledger", "deliveries", LETTER], 0
        un = "tests/data/un_contributions_excerpt.csv"
        yield "import", ["import", "un-contributions", un, "--ledger", ledger], 0
        yield "import", ["import", "table", "tests/data/workbooks/bijdragen.xlsx", "--ledger", ledger], 0
        assert muster("import", "un-contributions", un, "--ledger", ledger, "--record").returncode == 0
        yield "ledger-reconcile", ["ledger", "reconcile", ledger], 1
        yield "promises", ["promises", ledger, "--as-of", "2023-10-25", "--on", "2024-06-01"], 0
        yield "claims", ["claims", LETTER], 0

    def test_every_answer_is_as_published(self):
        met = set()
        for schema, words, code in self.answers():
            said = muster(*words, "--json")
            self.assertEqual(said.returncode, code, words)
            self.assertEqual(faults(said.stdout, schema), "", words)
            met.add(schema)
        self.assertEqual(met, {file.stem for file in SCHEMAS.glob("*.json")})

    def test_an_answer_with_a_field_more_or_less_is_refused(self):
        for schema, words, _ in self.answers():
            answer = json.loads(muster(*words, "--json").stdout)
            self.assertNotEqual(faults(json.dumps({**answer, "surplus": 1}), schema), "", words)
            required = json.loads((SCHEMAS / f"{schema}.json").read_text(encoding="utf-8"))["required"]
            for name in required:
                less = {key: value for key, value in answer.items() if key != name}
                self.assertNotEqual(faults(json.dumps(less), schema), "", (words, name))


if __name__ == "__main__":
    unittest.main()
