# SPDX-License-Identifier: Apache-2.0
"""Tables as people have them, from outside: what is taken, repaired, refused, and whether published totals are the sums.
The excerpt in tests/data is invented after the real table; the real one is read where the shared folder is there."""
import csv
import json
import pathlib
import tempfile
import unittest

from program import muster

EXCERPT = pathlib.Path("tests/data/un_contributions_excerpt.csv")
WHOLE = pathlib.Path("../shared/data/un-contributions-2009-2014.csv")


class UnContributions(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.ledger = pathlib.Path(self.scratch.name, "un.ledger")
        self.log = pathlib.Path(self.scratch.name, "repairs.csv")
        self.assertEqual(muster("ledger", "init", self.ledger).returncode, 0)

    def take(self, file, *words):
        said = muster("import", "un-contributions", file, "--ledger", self.ledger, "--json", *words)
        self.assertEqual(said.returncode, 0, said.stderr)
        return json.loads(said.stdout)

    def reconcile(self, code):
        said = muster("ledger", "reconcile", self.ledger, "--json")
        self.assertEqual(said.returncode, code, said.stderr)
        return json.loads(said.stdout)

    def test_the_excerpt_is_taken_repaired_and_reconciled(self):
        shown = self.take(EXCERPT, "--repairs", self.log)
        self.assertFalse(shown["recorded"])
        self.assertEqual(shown["rows"], {"read": 14, "taken": 13, "refused": 1})
        with open(self.log, encoding="utf-8", newline="") as file:
            logged = list(csv.DictReader(file))
        self.assertEqual(len(logged), len(shown["repairs"]))
        self.assertEqual([line["rule"] for line in logged if line["refused"] == "true"], ["repeats_a_row"])
        self.assertTrue(self.take(EXCERPT, "--record")["recorded"])
        again = self.take(EXCERPT, "--record")
        self.assertEqual(again["known"], again["statements"])
        found = self.reconcile(1)
        self.assertEqual([(d["on"], d["published"] - d["sum"], d["suspects"][0]["nation"]) for d in found["differences"]],
                         [("2012-01-31", 7, "USA")])
        self.assertTrue(found["differences"][0]["suspects"][0]["named_without_a_number"])
        shown = muster("ledger", "show", self.ledger, "offers", "--as-of", "2012-01-31", "--json")
        self.assertEqual(len(json.loads(shown.stdout)["rows"]), 2)
        self.assertEqual(muster("check", self.ledger).returncode, 0)

    def test_each_row_has_its_own_day_so_none_can_be_given(self):
        said = muster("import", "un-contributions", EXCERPT, "--ledger", self.ledger, "--valid-from", "2020-01-01")
        self.assertEqual(said.returncode, 2)

    def test_the_whole_table_is_taken_and_names_who_is_missing(self):
        if not WHOLE.exists():
            self.skipTest("../shared/data is not there")
        taken = self.take(WHOLE, "--record")
        rows = taken["rows"]
        self.assertEqual(rows["read"], 43255)
        self.assertEqual(rows["read"], rows["taken"] + rows["refused"])
        self.assertEqual({r["rule"] for r in taken["repairs"] if r["refused"]}, {"repeats_a_row"})
        found = self.reconcile(1)
        missing = [d for d in found["differences"] if d["nation"] is None and d["activity"] is None]
        self.assertGreater(len(missing), 30)
        # Of the United States every cell of a month is NA until 2013, of Moldova those of January 2014.
        self.assertEqual({d["on"] for d in missing if d["suspects"][0]["nation"] == "MDA"}, {"2014-01-31"})
        self.assertEqual({d["suspects"][0]["nation"] for d in missing if d["on"] != "2014-01-31"}, {"USA"})


if __name__ == "__main__":
    unittest.main()
