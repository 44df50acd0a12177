# SPDX-License-Identifier: Apache-2.0
"""Stress tests of a plan from outside: the same for any number of threads, by the data's likelihoods where it states them."""
import csv
import json
import pathlib
import tempfile
import unittest

from program import LETTER, files_of, muster


class Stress(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.plan = pathlib.Path(cls.scratch.name, "plan")
        assert muster("plan", LETTER, "-o", cls.plan).returncode == 0

    def folder(self, name):
        return pathlib.Path(self.scratch.name, name)

    def test_tables_and_page_are_the_same_for_any_number_of_threads(self):
        one = muster("stress", self.plan, "--trials", 300, "--threads", 1, "-o", self.folder("one"))
        three = muster("stress", self.plan, "--trials", 300, "--threads", 3, "-o", self.folder("three"))
        self.assertEqual((one.returncode, three.returncode), (0, 0), one.stderr + three.stderr)
        files = files_of(self.folder("one"))
        self.assertEqual(files, files_of(self.folder("three")))
        self.assertEqual(set(files), {"arrivals.csv", "criticality.csv", "firm_up.csv", "groups.csv", "lines.csv", "months.csv", "stress.html",
                                      "uncertainty.csv"})

    def test_another_seed_draws_other_futures(self):
        means = [json.loads(muster("stress", self.plan, "--trials", 50, "--seed", seed, "--no-criticality", "--json").stdout)
                 ["all"]["fill"]["mean"] for seed in (1, 2, 1)]
        self.assertEqual(means[0], means[2])
        self.assertNotEqual(means[0], means[1])

    def test_what_the_data_states_counts_before_what_is_assumed(self):
        certain = self.folder("certain")
        certain.mkdir()
        events = {"real": 1, "late": 0, "ends_early": 0, "option_taken": 1, "condition_met": 1, "condition_late": 0,
                  "out_of_action": 0, "government_falls": 0}
        rows = "".join(f"{event},{event},{chance}\n" for event, chance in events.items())
        (certain / "uncertainty.csv").write_text("row,event,chance\n" + rows, encoding="utf-8")
        said = muster("stress", self.plan, "--trials", 20, "--with", certain, "--json")
        self.assertEqual(said.returncode, 0, said.stderr)
        answer = json.loads(said.stdout)
        self.assertEqual(answer["all"]["fill"]["p10"], answer["all"]["planned"])
        self.assertEqual(answer["repaired"], 0)

    def test_what_arrives_besides_is_told(self):
        crises = self.folder("crises")
        crises.mkdir()
        (crises / "uncertainty.csv").write_text(
            "row,event,requirement,chance,days_least,days_most,size_least\n"
            f"flood,requirement_arrives,{self.a_requirement()},1.5,30,90,2\n", encoding="utf-8")
        said = muster("stress", self.plan, "--trials", 200, "--no-criticality", "--with", crises, "--json")
        self.assertEqual(said.returncode, 0, said.stderr)
        (arrived,) = json.loads(said.stdout)["arrivals"]
        self.assertEqual((arrived["row"], arrived["requirement"]), ("flood", self.a_requirement()))
        self.assertGreater(arrived["number"], 0)
        self.assertIn("Requirements that arrive besides",
                      muster("stress", self.plan, "--trials", 50, "--no-criticality", "--with", crises).stdout)

    def test_planning_anew_does_more_than_leaving_it_and_is_the_same_on_any_number_of_threads(self):
        def told(repair, threads=1):
            said = muster("stress", self.plan, "--trials", 12, "--no-criticality", "--json", "--repair", repair,
                          "--threads", threads)
            self.assertEqual(said.returncode, 0, said.stderr)
            return json.loads(said.stdout)
        none, anew = told("none"), told("optimise")
        self.assertGreater(anew["all"]["fill"]["mean"], none["all"]["fill"]["mean"])
        self.assertGreater(anew["replanned"], 0.5)
        self.assertEqual(none["repaired"], 0)
        self.assertEqual(anew, told("optimise", threads=2))

    def test_planning_anew_serves_what_arrives(self):
        crises = self.folder("many-crises")
        crises.mkdir()
        (crises / "uncertainty.csv").write_text(
            "row,event,requirement,chance,days_least,size_least\n"
            f"flood,requirement_arrives,{self.a_requirement()},3,60,1\n", encoding="utf-8")
        said = muster("stress", self.plan, "--trials", 8, "--no-criticality", "--with", crises, "--json", "--repair", "optimise")
        self.assertEqual(said.returncode, 0, said.stderr)
        (arrived,) = json.loads(said.stdout)["arrivals"]
        self.assertGreater(arrived["number"], 1)
        self.assertLessEqual(arrived["fill"], 1)

    def a_requirement(self):
        """One of presence with a quantity."""
        with open(pathlib.Path(LETTER, "requirements.csv"), encoding="utf-8", newline="") as file:
            return next(row["requirement"] for row in csv.DictReader(file)
                        if row["kind"] == "presence" and row["quantity"])

    def test_assumptions_are_a_table_that_can_be_used(self):
        said = muster("stress", "--assumptions")
        self.assertEqual(said.returncode, 0)
        overlay = self.folder("assumed")
        overlay.mkdir()
        (overlay / "uncertainty.csv").write_text(said.stdout, encoding="utf-8")
        as_assumed = muster("stress", self.plan, "--trials", 40, "--no-criticality", "--json")
        as_stated = muster("stress", self.plan, "--trials", 40, "--no-criticality", "--json", "--with", overlay)
        self.assertEqual(as_stated.returncode, 0, as_stated.stderr)
        self.assertEqual(json.loads(as_stated.stdout)["all"], json.loads(as_assumed.stdout)["all"])

    def test_without_a_plan_it_says_what_is_missing(self):
        self.assertEqual(muster("stress").returncode, 2)
        self.assertEqual(muster("stress", LETTER).returncode, 3)


if __name__ == "__main__":
    unittest.main()
