# SPDX-License-Identifier: Apache-2.0
"""What people hand over of a plan: page, print, workbook, calendar, placemat, what has changed; a nation's own view."""
import pathlib
import re
import shutil
import tempfile
import unittest
import zipfile

from program import LETTER, muster

ACCESSION = LETTER + "/overlays/sweden-accedes"


class Reports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.plan, cls.after = (pathlib.Path(cls.scratch.name, name) for name in ("plan", "after"))
        assert muster("plan", LETTER, "-o", cls.plan).returncode == 0
        assert muster("plan", LETTER, "--with", ACCESSION, "--near", cls.plan, "-o", cls.after).returncode == 0

    def file(self, name):
        return pathlib.Path(self.scratch.name, name)

    def write(self, *words, code=0):
        said = muster(*words)
        self.assertEqual(said.returncode, code, said.stderr)
        return said

    def text(self, option, name, *words):
        self.write("report", self.plan, option, self.file(name), *words)
        return self.file(name).read_text(encoding="utf-8")

    def test_the_page_asks_for_nothing_and_stays_under_a_million_bytes(self):
        page = self.text("--html", "page.html")
        self.assertLess(len(page.encode()), 1_000_000)
        self.assertIn("default-src 'none'", page)
        for fetched in re.findall(r"<(?:script|link|img|iframe|object|use)[^>]*(?:src|href)=.([^\"' >]*)", page):
            self.assertTrue(fetched.startswith(("data:", "#")), fetched)

    def test_every_drawing_has_its_numbers_and_what_it_counts(self):
        page = self.text("--html", "page.html")
        drawings = page.count("<figure class=\"whole\">")
        self.assertGreater(drawings, 20)
        self.assertEqual(page.count("download=\""), drawings)
        self.assertEqual(page.count("<span class=\"basis\">Counting best, as of 2023-10-25, data "), drawings)

    def test_the_view_of_a_nation_names_no_offer_of_another(self):
        page = self.text("--html", "own.html", "--for", "NLD")
        calendar = self.text("--ics", "own.ics", "--for", "NLD")
        self.write("report", self.plan, "--xlsx", self.file("own.xlsx"), "--for", "NLD")
        with zipfile.ZipFile(self.file("own.xlsx")) as book:
            sheets = "".join(book.read(name).decode("utf-8") for name in book.namelist() if name.endswith(".xml"))
        self.assertIn("NLD-MQ9", page)
        whole = self.text("--html", "whole.html")
        for key in ("DEU-EFP", "GBR-KFOR", "DEU-UA-IRIST", "USA-"):
            self.assertIn(key, whole)
            for told in (page, calendar, sheets):
                self.assertNotIn(key, told)
        self.assertIn("others", page)

    def test_a_marking_stands_on_page_calendar_and_workbook(self):
        self.assertIn(">FOR TEST ONLY<", self.text("--html", "marked.html", "--marking", "FOR TEST ONLY"))
        self.assertIn("FOR TEST ONLY", self.text("--ics", "marked.ics", "--marking", "FOR TEST ONLY"))
        self.write("report", self.plan, "--xlsx", self.file("marked.xlsx"), "--marking", "FOR TEST ONLY")
        with zipfile.ZipFile(self.file("marked.xlsx")) as book:
            self.assertIn("FOR TEST ONLY", book.read("xl/worksheets/sheet1.xml").decode("utf-8"))

    def test_the_calendar_has_events_with_ends_and_unique_names(self):
        calendar = self.text("--ics", "plan.ics")
        self.assertTrue(calendar.startswith("BEGIN:VCALENDAR\n"))
        unfolded = calendar.replace("\n ", "")
        names = re.findall(r"^UID:(.*)$", unfolded, re.M)
        self.assertEqual(len(names), len(set(names)))
        self.assertEqual(calendar.count("BEGIN:VEVENT"), calendar.count("END:VEVENT"))
        self.assertIn("NLD NLD-MQ9", unfolded)

    def test_a_print_is_the_same_each_time(self):
        if shutil.which("weasyprint") is None and shutil.which("chromium") is None:
            self.skipTest("neither WeasyPrint nor Chromium is installed")
        for name in ("one.pdf", "two.pdf"):
            self.write("placemat", self.plan, "-o", self.file(name))
        self.assertEqual(self.file("one.pdf").read_bytes(), self.file("two.pdf").read_bytes())
        self.assertEqual(len(re.findall(rb"/Type\s*/Page\b", self.file("one.pdf").read_bytes())), 1, "one sheet")

    def test_a_placemat_of_one_activity_names_only_what_is_its_own(self):
        self.write("placemat", self.plan, "--activity", "KFOR", "-o", self.file("kfor.html"))
        sheet = self.file("kfor.html").read_text(encoding="utf-8")
        self.assertIn("R-KFOR", sheet)
        self.assertNotIn("R-TANK", sheet)
        self.assertIn("Maybe KFOR", self.write("placemat", self.plan, "--activity", "KFR", "-o", self.file("x.html"), code=2).stderr)
        self.assertIn(".html or .pdf", self.write("placemat", self.plan, "-o", self.file("x.odd"), code=2).stderr)

    def test_what_has_changed_is_told_in_both_languages(self):
        english = self.write("diff-report", self.plan, self.after).stdout
        self.assertIn("Ratification of the accession of Sweden (Türkiye): granted, 23 January 2024[^", english)
        self.assertIn("P-SWE-MEMBER", english)
        dutch = self.write("diff-report", self.plan, self.after, "--language", "nl").stdout
        self.assertIn("ratificatie van de toetreding van Zweden (Hongarije): verleend, 26 februari 2024[^", dutch)
        same = self.write("diff-report", self.plan, self.plan).stdout
        self.assertEqual(same.count("Nothing has changed."), 5)

    def test_a_workbook_of_a_plan_finds_its_way_back_into_its_ledger(self):
        ledger, plan = self.file("coalition.ledger"), self.file("of-ledger")
        self.write("ledger", "init", ledger)
        self.write("ledger", "import", ledger, LETTER, "--record", "--by", "desk")
        self.write("plan", ledger, "-o", plan)
        self.write("report", plan, "--xlsx", self.file("back.xlsx"), "--ledger", ledger)
        said = self.write("import", "workbook", self.file("back.xlsx"), "--ledger", ledger)
        self.assertIn("They make 0 statements.", said.stdout)
        self.write("ledger", "record", ledger, "offers", "offer=NLD-MQ9", "status=in_place", "--valid-from",
                   "2023-10-25", "--source", "kst-28676-442")
        self.assertIn("does not hold the data of this plan",
                      self.write("report", plan, "--xlsx", self.file("late.xlsx"), "--ledger", ledger, code=2).stderr)

    def test_of_a_ledger_what_is_stated_on_a_day_is_told(self):
        ledger = self.file("state.ledger")
        self.write("ledger", "init", ledger)
        self.write("ledger", "import", ledger, LETTER, "--record", "--by", "desk")
        self.write("ledger", "record", ledger, "offers", "offer=NLD-MQ9", "status=in_place", "--valid-from",
                   "2024-01-15", "--source", "kst-28676-442")
        for day, status in (("2023-12-01", "committed"), ("2024-02-01", "in place")):
            said = self.write("report", ledger, "--as-of", day, "--html", self.file(f"{day}.html"),
                              "--ics", self.file(f"{day}.ics"))
            self.assertIn(f"as of {day}", said.stdout)
            page = self.file(f"{day}.html").read_text(encoding="utf-8")
            row = re.search(r"<tr><td>NLD-MQ9</td>.*?</tr>", page).group(0)
            self.assertIn(status, row)
            self.assertIn("P-AIR-FORCE", self.file(f"{day}.ics").read_text(encoding="utf-8"))
        own = self.file("own-state.html")
        self.write("report", ledger, "--html", own, "--for", "NLD")
        self.assertNotIn("DEU-EFP", own.read_text(encoding="utf-8"))
        self.assertIn("muster export LEDGER --xlsx", self.write("report", ledger, "--xlsx", self.file("x.xlsx"), code=2).stderr)

    def test_a_view_of_a_nation_that_goes_nowhere_is_refused(self):
        for words in ([], ["--json", "--html", self.file("x.html")]):
            said = self.write("report", self.plan, "--for", "NLD", *words, code=2)
            self.assertIn("written into files only", said.stderr)

    def test_an_unknown_nation_is_refused(self):
        self.assertIn("Maybe NLD", self.write("report", self.plan, "--html", self.file("x.html"), "--for", "NDL", code=2).stderr)


if __name__ == "__main__":
    unittest.main()
