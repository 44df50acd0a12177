# SPDX-License-Identifier: Apache-2.0
"""Tables as people have them, from outside: what is taken, repaired, refused, and whether published totals are the sums.
The excerpt in tests/data is invented after the real table; the real one is read where the shared folder is there."""
import csv
import importlib.util
import json
import pathlib
import tempfile
import unittest
import zipfile

from program import muster
from published_schemas_test import faults

WORKBOOKS = pathlib.Path("tests/data/workbooks")
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


def write_workbook(file, sheets):
    """`sheets`: by name rows of cells, and ranges of merged cells."""
    spec = importlib.util.spec_from_file_location("make", WORKBOOKS / "make.py")
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    texts = {}
    for name, (rows, merged) in sheets.items():
        ranges = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
        texts[name] = make.table(rows) + (f"<mergeCells>{ranges}</mergeCells>" if merged else "")
    with zipfile.ZipFile(file, "w") as book:
        for member, text in make.xlsx(texts).items():
            book.writestr(member, text)


class SeveralTables(unittest.TestCase):
    """A desk's sheet: a table whose rows go on over lines, one beside it that is nobody's, one below it with other headings, one
    of deliveries, and a line at the foot."""
    ROWS = [["Bijdragen aan KFOR, stand van maart", "", "", "", "", "", "", ""],
            ["", "", "", "", "", "", "", ""],
            ["Land", "Middel", "Aantal", "Stand", "", "Wie belt", "Wanneer", ""],
            ["Nederland", "Air defence system", 2, "toegezegd", "", "de desk", "morgen", ""],
            ["", "AD", 1, "voornemen", "", "", "", ""],
            ["Duitsland", "Air defence system", 3, "aangeboden", "", "", "", ""],
            ["", "Air defence system", 1, "voornemen", "", "", "", ""],
            ["Totaal", "", 7, "", "", "", "", ""],
            ["", "", "", "", "", "", "", ""],
            ["Bijdragen aan Althea", "", "", "", "", "", "", ""],
            ["Stand", "Aantal", "Land", "Middel", "", "", "", ""],
            ["toegezegd", 4, "Denemarken", "Air defence system", "", "", "", ""],
            ["", "", "", "", "", "", "", ""],
            ["Offer", "State", "Quantity", "On", "", "", "", ""],
            ["NLD-MQ9", "in_use", 1, "1 maart 2024", "", "", "", ""],
            ["NLD-MQ9", "verdwenen", "een", "ooit", "", "", "", ""],
            ["", "", "", "", "", "", "", ""],
            ["Bron: telefoon", "", "", "", "", "", "", ""]]

    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        folder = pathlib.Path(self.scratch.name)
        self.ledger, self.book = folder / "coalition.ledger", folder / "maart.xlsx"
        self.mapping, self.log = folder / "mapping.json", folder / "repairs.csv"
        self.assertEqual(muster("ledger", "init", self.ledger).returncode, 0)
        self.assertEqual(muster("ledger", "import", self.ledger, "data/dmm-2023-10", "--record").returncode, 0)
        write_workbook(self.book, {"Stand": (self.ROWS, []), "Oud": ([["Land", "Middel"]], [])})

    def say(self, *words, code=0):
        said = muster("import", "table", self.book, "--ledger", self.ledger, "--valid-from", "2024-03-01", *words)
        self.assertEqual(said.returncode, code, said.stderr + said.stdout)
        return said.stdout + said.stderr

    def take(self, *words):
        answer = self.say("--json", *words)
        self.assertEqual(faults(answer, "import"), "")
        return json.loads(answer)

    def test_each_table_is_read_with_its_own_headings_and_what_is_left_is_named(self):
        taken = self.take("--as-above", "--mapping", self.mapping, "--repairs", self.log, "--record")
        self.assertEqual([(b["place"], b["table"], b["left"]) for b in taken["blocks"]],
                         [("A3:D8", "offers", None), ("F3:G4", None, "no_heading"), ("A11:D12", "offers", None),
                          ("A14:D18", "deliveries", None), (None, None, "another_sheet")])
        self.assertEqual(taken["blocks"][0]["title"], "Bijdragen aan KFOR, stand van maart")
        self.assertEqual(taken["blocks"][1]["begins"], "Wie belt, Wanneer")
        self.assertEqual([b["rows"] for b in taken["blocks"][:4]],
                         [{"read": 5, "taken": 4, "refused": 1}, {"read": 0, "taken": 0, "refused": 0},
                          {"read": 1, "taken": 1, "refused": 0}, {"read": 3, "taken": 1, "refused": 2}])
        with open(self.log, encoding="utf-8", newline="") as file:
            logged = list(csv.DictReader(file))
        self.assertEqual([(line["row"], line["column"], line["new"]) for line in logged if line["rule"] == "as_above"],
                         [("5", "Land", "Nederland"), ("7", "Land", "Duitsland")])
        # Every cell in the way, in one go, with its place.
        self.assertEqual([(line["row"], line["column"], line["old"]) for line in logged
                          if line["refused"] == "true" and line["row"] == "16"],
                         [("16", "Quantity", "een"), ("16", "State", "verdwenen"), ("16", "On", "ooit")])
        self.assertEqual({line["block"] for line in logged}, {"1", "3", "4"})
        self.assertEqual(muster("check", self.ledger).returncode, 0)
        kept = json.loads(self.mapping.read_text(encoding="utf-8"))
        self.assertEqual([b["table"] for b in kept["blocks"]], ["offers", "offers", "deliveries"])
        again = self.take("--as-above", "--mapping", self.mapping)
        self.assertEqual(again["known"], again["statements"])

    def test_the_mapping_may_say_as_above(self):
        self.say("--as-above", "--mapping", self.mapping)
        kept = json.loads(self.mapping.read_text(encoding="utf-8"))
        kept["blocks"][0]["columns"][0]["as_above"] = True
        self.mapping.write_text(json.dumps(kept), encoding="utf-8")
        for _ in range(2):  # it is kept when the mapping is written anew
            taken = self.take("--mapping", self.mapping)
            self.assertEqual(taken["rows"]["taken"], 6)

    def test_empty_first_cells_are_not_filled_unasked_and_the_hint_says_how(self):
        said = self.say("--record", code=3)
        self.assertIn("maart.xlsx:5:nation", said)
        self.assertIn("maart.xlsx:7:nation", said)
        self.assertIn("--as-above", said)

    def test_one_block_some_cells_or_one_table_can_be_asked_for(self):
        self.assertEqual(self.take("--block", "3")["rows"]["taken"], 1)
        self.assertEqual(self.take("--cells", "A10:D12")["rows"]["taken"], 1)
        taken = self.take("--into", "deliveries")
        self.assertEqual([b["left"] for b in taken["blocks"]],
                         ["another_table", "no_heading", "another_table", None, "another_sheet"])
        shown = " ".join(self.say("--as-above").split())
        self.assertIn('Block 1, A3:D8 "Bijdragen aan KFOR, stand van maart", offers: 5 rows read, 4 taken, 1 refused.', shown)
        self.assertIn("Block 2, F3:G4, was left: no row of it names columns of a table.", shown)
        self.assertIn('The sheet "Oud" was not read', shown)

    def test_all_that_is_wrong_is_said_at_once(self):
        said = self.say("--into", "offer", "--cells", "D4:A1", "--source", "kb-2023-10", code=3)
        for hint in ("Maybe offers?", "It is written as A5:D20.", "Maybe kb-2023-10-25?"):
            self.assertIn(hint, said)
        self.assertIn("4 at A14:D18 (deliveries)", self.say("--block", "9", code=3))

    def test_a_table_of_text_is_seen_the_same_way(self):
        self.book = self.book.with_suffix(".csv")
        self.book.write_text("\n".join(";".join(str(cell) for cell in row) for row in self.ROWS) + "\n", encoding="utf-8")
        taken = self.take("--as-above")
        self.assertEqual([(b["place"], b["table"]) for b in taken["blocks"]],
                         [("A3:D8", "offers"), ("F3:G4", None), ("A11:D12", "offers"), ("A14:D18", "deliveries")])


if __name__ == "__main__":
    unittest.main()
