# SPDX-License-Identifier: Apache-2.0
"""replan from outside: the plan is proved like any other, what is frozen stays, and where nothing happened nothing
changes."""
import csv
import datetime
import json
import pathlib
import tempfile
import unittest

from program import LETTER, files_of, muster

INCIDENT = "data/dmm-2023-10/overlays/baltic-incident"


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tours_of(plan):
    return {(row["offer"], row["requirement"], row["from"], row["until"]) for row in rows_of(plan / "tours.csv")}


class Replan(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = pathlib.Path(cls.scratch.name)
        cls.out = cls.folder / "out"
        assert muster("plan", LETTER, "-o", cls.out).returncode == 0
        cls.as_of = datetime.date.fromisoformat(json.loads((cls.out / "plan.json").read_text())["data"]["as_of"])
        busy = {}
        for offer, _, begin, until in tours_of(cls.out):
            busy[offer] = busy.get(offer, 0) + (datetime.date.fromisoformat(until)
                                                - datetime.date.fromisoformat(begin)).days
        cls.gone = max(sorted(busy), key=busy.get)  # the offer that serves most
        cls.overlay = cls.folder / "withdrawal"
        cls.overlay.mkdir()
        (cls.overlay / "offers.csv").write_text(f"offer,status\n{cls.gone},withdrawn\n", encoding="utf-8")

    def replanned(self, name, *words):
        after = self.folder / name
        said = muster("replan", self.out, *words, "-o", after)
        self.assertEqual(said.returncode, 0, said.stderr)
        verified = muster("verify", after, after / "data")
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)
        return after, said.stdout

    def test_what_is_withdrawn_goes_and_what_is_frozen_stays(self):
        after, said = self.replanned("after", "--with", self.overlay, "--freeze", "P90D")
        self.assertIn("Of the tours ", said)
        tours = tours_of(after)
        self.assertFalse([tour for tour in tours if tour[0] == self.gone])
        before = (self.as_of + datetime.timedelta(days=90)).isoformat()
        frozen = {tour for tour in tours_of(self.out) if tour[2] < before and tour[0] != self.gone}
        self.assertTrue(frozen)
        self.assertEqual(frozen - tours, set())

    def test_where_nothing_happened_the_tours_stay(self):
        after, said = self.replanned("same")
        self.assertEqual(tours_of(after), tours_of(self.out))
        self.assertIn(" 0 move, 0 go, 0 come.", said)

    def test_the_answer_is_the_same_on_any_number_of_threads(self):
        one, _ = self.replanned("one", "--with", self.overlay, "--threads", "1")
        two, _ = self.replanned("two", "--with", self.overlay, "--threads", "2")
        self.assertEqual(files_of(one), files_of(two))

    def test_a_plan_is_replanned_again_and_again(self):
        after, _ = self.replanned("first", "--with", self.overlay, "--freeze", "P90D")
        again = self.folder / "second"
        said = muster("replan", after, "--freeze", "P0D", "-o", again)
        self.assertEqual(said.returncode, 0, said.stderr)
        self.assertEqual(tours_of(again), tours_of(after))
        self.assertEqual(muster("verify", again, again / "data").returncode, 0)

    def test_disturbance_may_weigh_more_than_fill(self):
        free, _ = self.replanned("free", "--with", INCIDENT, "--disturbance", "last")
        dear, said = self.replanned("dear", "--with", INCIDENT, "--disturbance", "1000")
        self.assertIn("costs 1000 weighted requirement-days", said)
        new = {plan: json.loads((plan / "plan.json").read_text())["objective"]["goals"]["distance"] for plan in (free, dear)}
        self.assertLess(int(new[dear]), int(new[free]))

    def test_the_curve_falls_from_fill_to_rest(self):
        said = muster("replan", self.out, "--with", INCIDENT, "--curve", "--json")
        self.assertEqual(said.returncode, 0, said.stderr)
        points = json.loads(said.stdout)["points"]
        self.assertGreater(len(points), 2)
        for point in points:
            self.assertLessEqual(float(point["least_unmet_weighted"]), float(point["unmet_weighted"]))
        efficient = [point for point in points if point["efficient"]]
        self.assertEqual(sorted(efficient, key=lambda point: -point["new_days"]), efficient)
        self.assertEqual(sorted(efficient, key=lambda point: float(point["unmet_weighted"])), efficient)
        self.assertEqual(points[-1]["new_days"], 0)

    def test_a_curve_takes_no_weight_and_writes_nothing(self):
        for words in (("--disturbance", "1"), ("-o", self.folder / "curve")):
            said = muster("replan", self.out, "--curve", *words)
            self.assertEqual((said.returncode, said.stdout), (2, ""))
            self.assertIn("leave out", said.stderr)
        self.assertFalse((self.folder / "curve").exists())

    def test_a_weight_that_is_no_number_is_refused(self):
        said = muster("replan", self.out, "--disturbance", "much", "--dry-run")
        self.assertEqual((said.returncode, said.stdout), (2, ""))
        self.assertIn("0.5", said.stderr)

    def test_a_machine_is_told_the_plan(self):
        said = muster("replan", self.out, "--with", self.overlay, "--dry-run", "--json")
        self.assertEqual(said.returncode, 0, said.stderr)
        self.assertEqual(json.loads(said.stdout)["answer"], "plan")

    def test_a_freeze_that_is_no_number_of_days_is_refused(self):
        said = muster("replan", self.out, "--freeze", "a month", "--dry-run")
        self.assertEqual((said.returncode, said.stdout), (2, ""))
        self.assertIn("P30D", said.stderr)


if __name__ == "__main__":
    unittest.main()
