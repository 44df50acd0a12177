# SPDX-License-Identifier: Apache-2.0
"""Planning for futures from outside: they are drawn, kept as an overlay, proved, and told beside the plan without
them; prices of futures cannot be edited."""
import csv
import json
import pathlib
import tempfile
import unittest

from program import LETTER, muster

FUTURES = "8"


class Robust(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.plan = pathlib.Path(cls.scratch.name) / "robust"
        cls.drawn = cls.plan / "futures"
        cls.said = muster("plan", LETTER, "--robust", "P75", "--futures", FUTURES, "-o", cls.plan)
        assert cls.said.returncode == 0, cls.said.stderr
        cls.record = json.loads((cls.plan / "plan.json").read_text(encoding="utf-8"))

    def test_says_what_it_plans_for_and_how_to_prove_it(self):
        self.assertIn("in the 2 worst of 8 futures", self.said.stdout)
        self.assertIn("the plan without futures", self.said.stdout)
        self.assertIn(f"--with {self.drawn}", self.said.stdout)

    def test_is_proved_with_the_overlay_of_its_futures(self):
        proved = muster("verify", self.plan, LETTER, "--with", self.drawn)
        self.assertEqual(proved.returncode, 0, proved.stdout)
        self.assertIn("Every claim holds.", proved.stdout)

    def test_the_same_seed_draws_the_same_futures(self):
        again = pathlib.Path(self.scratch.name) / "again"
        muster("plan", LETTER, "--robust", "P75", "--futures", FUTURES, "-o", again, "--threads", "1")
        for name in ("tours.csv", "prices.csv", "futures/future_losses.csv", "plan.json"):
            self.assertEqual((again / name).read_bytes(), (self.plan / name).read_bytes(), name)

    def test_is_no_worse_in_its_futures_than_the_plan_without(self):
        robust = self.record["objective"]["robust"]
        worst = {name: float(robust[name]["unmet_weighted_in_worst"]) for name in ("plan", "without_futures")}
        self.assertLessEqual(worst["plan"], worst["without_futures"])
        offered = {name: float(robust[name]["unmet_weighted"]) for name in ("plan", "without_futures")}
        self.assertGreaterEqual(offered["plan"], 0.98 * offered["without_futures"])

    def test_report_tells_it_again(self):
        answer = json.loads(muster("report", self.plan, "--json").stdout)["futures"]
        self.assertEqual([row["plan"] for row in answer["plans"]], ["this plan", "the plan without futures"])
        self.assertIn("In futures", (self.plan / "report.html").read_text(encoding="utf-8"))

    def test_a_part_of_a_future_cannot_be_raised(self):
        prices = self.plan / "prices.csv"
        before = prices.read_text(encoding="utf-8")
        self.addCleanup(prices.write_text, before, encoding="utf-8")
        rows = list(csv.reader(before.splitlines()))
        part = next(row for row in rows if row[0] == "future")
        part[4] = "1001"
        prices.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
        told = muster("verify", self.plan, LETTER, "--with", self.drawn)
        self.assertEqual(told.returncode, 1)
        self.assertIn(f"the price of future {part[1]} is 1001", told.stdout)

    def test_data_with_futures_is_planned_for_them_and_not_drawn_again(self):
        self.assertEqual(muster("plan", LETTER, "--with", self.drawn, "--dry-run", "--effort", "1").returncode, 0)
        refused = muster("plan", LETTER, "--with", self.drawn, "--robust", "mean", "--dry-run")
        self.assertEqual(refused.returncode, 3)
        self.assertIn("the data names futures already", refused.stderr)

    def test_what_does_not_go_with_it_is_refused(self):
        strict = muster("plan", LETTER, "--robust", "mean", "--strict", "--dry-run")
        self.assertIn("--strict does not plan for futures", strict.stderr)
        model = muster("export", LETTER, "--with", self.drawn, "--mps", pathlib.Path(self.scratch.name) / "m.mps")
        self.assertIn("does not have the futures", model.stderr)
        self.assertIn("neither mean nor P1 to P99", muster("plan", LETTER, "--robust", "P0", "--dry-run").stderr)


if __name__ == "__main__":
    unittest.main()
