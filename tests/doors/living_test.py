# SPDX-License-Identifier: Apache-2.0
"""compare, programme and burden from outside: pages that need nothing else, keys of one's own, advice."""
import html.parser
import json
import pathlib
import tempfile
import unittest

from program import LETTER, muster

INCIDENT = LETTER + "/overlays/baltic-incident"
VOID = {"meta", "br", "rect", "line", "path", "circle"}


class Balance(html.parser.HTMLParser):
    """Whether every element that begins also ends, in order, and what is asked of elsewhere."""

    def __init__(self):
        super().__init__()
        self.open, self.faults, self.requests = [], [], []

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            self.open.append(tag)
        self.requests += [value for name, value in attributes if name in ("src", "href") and value[:1] != "#"]

    def handle_endtag(self, tag):
        if tag not in VOID and (not self.open or self.open.pop() != tag):
            self.faults.append(tag)


class Living(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = pathlib.Path(cls.scratch.name)
        cls.out, cls.after = cls.folder / "out", cls.folder / "after"
        assert muster("plan", LETTER, "-o", cls.out).returncode == 0
        assert muster("plan", LETTER, "--with", INCIDENT, "--near", cls.out, "-o", cls.after).returncode == 0

    def answer(self, *words):
        said = muster(*words, "--json")
        self.assertEqual(said.returncode, 0, said.stderr)
        return json.loads(said.stdout)

    def test_a_comparison_is_a_page_of_its_own(self):
        page = self.folder / "difference.html"
        said = muster("compare", self.out, self.after, "--html", page)
        self.assertEqual(said.returncode, 0, said.stderr)
        text = page.read_text(encoding="utf-8")
        balance = Balance()
        balance.feed(text)
        self.assertEqual((balance.open, balance.faults, balance.requests), ([], [], []))
        self.assertEqual(text.count("<script"), 1, "only the one that sorts tables")
        self.assertIn("default-src 'none'", text)
        for words in ("By line", "By nation", "By unit", "DNK-FRIG-INCIDENT", "its unit serves R-BI-FRIG then"):
            self.assertIn(words, text)

    def test_groupings_hold_the_same_tours(self):
        for by in ("line", "nation", "unit"):
            text = muster("compare", self.out, self.after, "--by", by, "--all").stdout
            for change in self.answer("compare", self.out, self.after)["changes"]:
                self.assertIn(change["offer"], text, by)

    def test_a_large_difference_fits_a_screen_and_says_what_is_left(self):
        empty = self.folder / "firm"
        self.assertEqual(muster("plan", LETTER, "--count", "firm", "-o", empty).returncode, 0)
        short = muster("compare", empty, self.out).stdout
        whole = muster("compare", empty, self.out, "--all").stdout
        self.assertLess(len(short.splitlines()), 45)
        self.assertIn("--all shows them", short)
        self.assertNotIn("--all shows them", whole)
        changes = self.answer("compare", empty, self.out)["changes"]
        self.assertTrue(any(change["because"]["cause"] == "counted" for change in changes))

    def test_compared_with_itself_nothing_changes(self):
        answer = self.answer("compare", self.out, self.out)
        self.assertEqual((answer["changes"], answer["lines"]), ([], []))
        self.assertIn("No tour changes.", muster("compare", self.out, self.out).stdout)

    def test_a_programme_is_found_by_its_nearest_name(self):
        said = muster("programme", self.out, "INTERFLEX-NDL")
        self.assertEqual(said.returncode, 2)
        self.assertIn("Maybe INTERFLEX-NLD?", said.stderr)
        answer = self.answer("programme", self.out, "INTERFLEX-NLD")
        self.assertEqual(len(answer["programmes"]), 1)

    def test_data_without_a_programme_says_so(self):
        data, plan = self.folder / "plain", self.folder / "plain-plan"
        self.assertEqual(muster("generate", "-o", data, "--units", "5", "--requirements", "4").returncode, 0)
        self.assertEqual(muster("plan", data, "-o", plan).returncode, 0)
        said = muster("programme", plan)
        self.assertEqual(said.returncode, 0)
        self.assertIn("no training programme", said.stdout)
        self.assertEqual(self.answer("programme", plan)["programmes"], [])

    def test_shares_of_a_burden_are_whole(self):
        answer = self.answer("burden", self.out, "--key", "population")
        for measure, sums in answer["measures"].items():
            for part in ("all", "uncaveated", "firm", "firm_uncaveated"):
                total = sum(int(nation[measure]["sums"][part]) for nation in answer["nations"])
                self.assertEqual(total, int(sums["total"][part]), measure)

    def test_a_key_of_ones_own(self):
        key = self.folder / "share.csv"
        key.write_text("nation,cost_share\nNLD,3.45\nDEU,16.35\n", encoding="utf-8")
        answer = self.answer("burden", self.out, "--key", key)
        self.assertEqual((answer["key"], answer["nations_compared"]), ("cost_share", 2))
        dutch = next(nation for nation in answer["nations"] if nation["nation"] == "NLD")
        self.assertEqual((dutch["key"], dutch["key_permille"]), ("3.45", 174))  # 3.45 of 19.8

    def test_every_problem_of_a_key_at_once(self):
        key = self.folder / "wrong.csv"
        key.write_text("nation,cost_share\nNLX,3\nDEU,a lot\nFRA,1\nFRA,2\nGBR\n", encoding="utf-8")
        said = muster("burden", self.out, "--key", key)
        self.assertEqual((said.returncode, said.stdout), (3, ""))
        for words in ('wrong.csv:2:nation: the data has no nation "NLX"', "Maybe NLD?", "wrong.csv:3:cost_share",
                      'wrong.csv:5:nation: "FRA" stands here twice', "wrong.csv:6", "4 problems"):
            self.assertIn(words, said.stderr)
        key.write_text("land,share\nNLD,3\n", encoding="utf-8")
        self.assertIn("Maybe nation,cost_share", muster("burden", self.out, "--key", key).stderr)

    def test_advice_on_keys_and_nations(self):
        for words, advice in ((["--key", "popultion"], "Maybe population?"), (["--key", "gdp"], "--key population"),
                              (["--without", "NLE"], "Maybe NLD?")):
            said = muster("burden", self.out, *words)
            self.assertEqual(said.returncode, 2, words)
            self.assertIn(advice, said.stderr)

    def test_each_of_more_than_a_hundred_shortfalls_has_its_asks_on_the_page(self):
        data, plan = self.folder / "many", self.folder / "many-planned"
        self.assertEqual(muster("generate", "-o", data, "--size", "S", "--seed", 1).returncode, 0)
        self.assertEqual(muster("plan", data, "-o", plan).returncode, 0)
        shortfalls = len((plan / "shortfalls.csv").read_text(encoding="utf-8").splitlines()) - 1
        self.assertGreater(shortfalls, 100)
        self.assertLess(shortfalls, 200)  # more than that the page does not list
        self.assertEqual((plan / "report.html").read_text(encoding="utf-8").count("What would fill it"), shortfalls)


if __name__ == "__main__":
    unittest.main()
