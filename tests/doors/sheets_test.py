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


class KielTracker(unittest.TestCase):
    EXCERPT = pathlib.Path("tests/data/workbooks/kiel-tracker.xlsx")
    WHOLE = pathlib.Path("../shared/data/kiel-tracker-release-7.xlsx")

    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.ledger = pathlib.Path(self.scratch.name, "kiel.ledger")
        self.assertEqual(muster("ledger", "init", self.ledger).returncode, 0)

    def take(self, file, *words):
        said = muster("import", "kiel-tracker", file, "--ledger", self.ledger, "--json", *words)
        self.assertEqual(said.returncode, 0, said.stderr)
        return json.loads(said.stdout)

    def reconcile(self):
        said = muster("ledger", "reconcile", self.ledger, "--json")
        self.assertEqual(said.returncode, 1, said.stderr)
        return json.loads(said.stdout)

    def test_the_excerpt_is_taken_repaired_and_reconciled(self):
        taken = self.take(self.EXCERPT, "--record")
        self.assertEqual(taken["rows"], {"read": 12, "taken": 9, "refused": 3})
        self.assertEqual([r["rule"] for r in taken["repairs"] if r["refused"]],
                         ["repeats_a_row", "unknown_nation", "row_of_units"])
        self.assertEqual(muster("check", self.ledger).returncode, 0)
        self.assertEqual(muster("ledger", "verify", self.ledger).returncode, 0)
        found = self.reconcile()
        self.assertEqual((found["totals"], found["rounded"]), (12, 2))
        self.assertEqual([(d["capability"], [s["nation"] for s in d["suspects"]]) for d in found["differences"]],
                         [("value-financial", ["EIB"])])
        again = self.take(self.EXCERPT, "--record")
        self.assertEqual(again["known"], again["statements"])

    def test_offers_of_a_day_are_those_that_were_announced_by_then(self):
        self.take(self.EXCERPT, "--record")
        for day, count in (("2022-03-01", 3), ("2022-04-30", 4), ("2022-10-03", 7)):
            shown = muster("ledger", "show", self.ledger, "offers", "--as-of", day, "--json")
            self.assertEqual(len(json.loads(shown.stdout)["rows"]), count, day)

    def test_another_workbook_is_refused_with_the_names_of_its_sheets(self):
        said = muster("import", "kiel-tracker", "tests/data/workbooks/offers.ods", "--ledger", self.ledger)
        self.assertEqual(said.returncode, 3)
        self.assertIn("It has the sheets Offers.", said.stderr)

    def test_the_whole_release_is_taken_and_all_but_two_sums_reconcile(self):
        if not self.WHOLE.exists():
            self.skipTest("../shared/data is not there")
        taken = self.take(self.WHOLE, "--record")
        self.assertEqual(taken["rows"], {"read": 1075, "taken": 1073, "refused": 2})
        self.assertEqual(muster("check", self.ledger).returncode, 0)
        found = self.reconcile()
        self.assertEqual(found["totals"], 126)
        # What the European Investment Bank and the European Peace Facility give is in no row of the published sums.
        self.assertEqual([(d["capability"], d["suspects"][0]["nation"], d["suspects"][0]["elsewhere"]) for d in found["differences"]],
                         [("value-financial", "EIB", 2002500000), ("value-military", "EPF", 2500000000)])


class AnyTable(unittest.TestCase):
    BOOK = pathlib.Path("tests/data/workbooks/bijdragen.xlsx")

    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.ledger = pathlib.Path(self.scratch.name, "coalition.ledger")
        self.mapping = pathlib.Path(self.scratch.name, "mapping.json")
        self.assertEqual(muster("ledger", "init", self.ledger).returncode, 0)
        self.assertEqual(muster("ledger", "import", self.ledger, "data/dmm-2023-10", "--record").returncode, 0)

    def take(self, *words, code=0):
        said = muster("import", "table", self.BOOK, "--ledger", self.ledger, "--valid-from", "2024-03-01", "--json", *words)
        self.assertEqual(said.returncode, code, said.stderr + said.stdout)
        return json.loads(said.stdout) if code == 0 else said

    def offers(self):
        shown = muster("ledger", "show", self.ledger, "offers", "--as-of", "2024-03-01", "--json")
        return {row["cells"]["offer"]: row["cells"] for row in json.loads(shown.stdout)["rows"]}

    def test_a_dutch_workbook_becomes_offers_with_every_repair_told(self):
        taken = self.take("--source", "kb-2023-10-25", "--mapping", self.mapping, "--record")
        self.assertEqual(taken["rows"], {"read": 5, "taken": 3, "refused": 2})
        self.assertEqual([r["rule"] for r in taken["repairs"] if r["refused"]], ["no_nation", "sum_among_rows"])
        self.assertIn("merged_cell", {r["rule"] for r in taken["repairs"]})
        offers = self.offers()
        first = offers["NLD.AD.2024-03-01"]
        self.assertEqual((str(first["quantity"]), first["status"], first["source"]), ("1000", "committed", "kb-2023-10-25"))
        self.assertIn("NLD.AD.2024-05-01", offers)
        self.assertEqual(offers["DEU.AD"]["note"], "Aantal: tientallen")
        self.assertEqual(muster("check", self.ledger).returncode, 0)
        again = self.take("--source", "kb-2023-10-25", "--mapping", self.mapping, "--record")
        self.assertEqual(again["known"], again["statements"])

    def test_a_mapping_is_kept_and_a_corrected_one_is_used(self):
        self.take("--mapping", self.mapping)
        kept = json.loads(self.mapping.read_text(encoding="utf-8"))
        self.assertEqual(kept["table"], "offers")
        for column in kept["columns"]:
            if column["heading"] == "Opmerking":
                column["column"] = None
        self.mapping.write_text(json.dumps(kept), encoding="utf-8")
        taken = self.take("--mapping", self.mapping)
        self.assertIn({"heading": "Opmerking", "meaning": None}, taken["mapping"])

    def test_what_would_break_the_data_set_is_refused_by_row(self):
        said = muster("import", "table", "tests/data/workbooks/offers.ods", "--ledger", self.ledger, "--into", "ceilings", "--record")
        self.assertEqual(said.returncode, 3)
        self.assertIn("offers.ods:2:personnel", said.stderr)

    def test_an_unknown_source_sheet_or_table_is_told_with_a_hint(self):
        self.assertIn("Maybe kb-2023-10-25?", self.take("--source", "kb-2023-10", code=3).stderr + self.take("--source", "kb-2023-10", code=3).stdout)
        self.assertIn("no sheet", self.take("--sheet", "Bijdrage", code=3).stderr + self.take("--sheet", "Bijdrage", code=3).stdout)
        self.assertIn("no table", self.take("--into", "offer", code=3).stderr + self.take("--into", "offer", code=3).stdout)


if __name__ == "__main__":
    unittest.main()
