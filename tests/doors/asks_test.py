# SPDX-License-Identifier: Apache-2.0
"""`muster explain`, `asks` and `worth` from outside: each ask is an overlay that can be planned with at
once, and then fills more; wrong names get the nearest right one; nothing is written over."""
import json
import pathlib
import tempfile
import unittest

from program import LETTER, files_of, muster


def weighted_unmet(*words):
    return float(json.loads(muster("plan", *words, "--dry-run", "--json").stdout)["headline"]["unmet_weighted_days"])


class Asks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.root = pathlib.Path(cls.scratch.name)
        cls.plan = cls.root / "out"
        assert muster("plan", LETTER, "-o", cls.plan).returncode == 0

    def test_every_overlay_can_be_planned_with_and_fills_more(self):
        said = muster("asks", self.plan, "--most", "4", "--write-overlays", self.root / "asks", "--json")
        self.assertEqual(said.returncode, 0, said.stderr)
        answer = json.loads(said.stdout)
        self.assertTrue(answer["asks"])
        before = weighted_unmet(LETTER)
        for ask in answer["asks"]:
            after = weighted_unmet(LETTER, "--with", self.root / "asks" / ask["overlay"])
            self.assertLess(after, before, ask["words"])

    def test_all_overlays_together_bring_what_was_said(self):
        folder = self.root / "together"
        answer = json.loads(
            muster("asks", self.plan, "--most", "3", "--write-overlays", folder, "--json").stdout)
        words = [w for ask in answer["asks"] for w in ("--with", folder / ask["overlay"])]
        self.assertLessEqual(weighted_unmet(LETTER, *words),
                             float(answer["unmet_weighted_days_after"]) * 1.001)

    def test_every_shortfall_has_reasons_and_each_way_out_is_confirmed(self):
        answer = json.loads(muster("explain", self.plan, "--json").stdout)
        self.assertTrue(answer["shortfalls"])
        for shortfall in answer["shortfalls"]:
            self.assertTrue(shortfall["reasons"], shortfall["requirement"])
            for way in shortfall["ways_out"]:
                self.assertTrue(way["confirmed"], way["words"])
                self.assertGreater(float(way["fills_days"]), 0, way["words"])

    def test_a_nation_has_a_list_of_its_own(self):
        said = muster("asks", self.plan, "--by", "nation").stdout
        self.assertIn("Asks of DEU", said)

    def test_names_that_nobody_knows(self):
        said = muster("explain", self.plan, "R-TANKS")
        self.assertEqual(said.returncode, 2)
        self.assertIn("Maybe R-TANK?", said.stderr)
        said = muster("explain", self.plan, "--why-not", "NLD-MQ8", "R-TANK")
        self.assertEqual(said.returncode, 2)
        self.assertIn("Maybe NLD-MQ9?", said.stderr)

    def test_overlays_are_not_written_over_what_is_there(self):
        folder = self.root / "kept"
        folder.mkdir()
        (folder / "mine.txt").write_text("mine", encoding="utf-8")
        said = muster("asks", self.plan, "--write-overlays", folder)
        self.assertEqual(said.returncode, 2)
        self.assertEqual(files_of(folder), {"mine.txt": b"mine"})


if __name__ == "__main__":
    unittest.main()
