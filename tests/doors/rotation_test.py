# SPDX-License-Identifier: Apache-2.0
"""Books of Marathon in, rotations out. Its deployments and demand trends are reproduced row for row on every case that
lies beside the repository (../shared/marathon); without them those tests skip."""
import csv
import gzip
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from program import LETTER, files_of, muster

SMALL = pathlib.Path("tests/data/rotation_book")
CASES = pathlib.Path("../shared/marathon")
# What they must agree in; wall clocks and running numbers are left out.
DEPLOYED = ["DeployInterval", "Demand", "Unit", "Location", "CycleTime", "DwellBeforeDeploy", "BogBudget", "AtomicPolicy",
            "FollowOn", "PathLength", "FillType", "UnitType", "DemandType", "DemandGroup", "Policy", "Component", "Period",
            "Category", "DwellYearsBeforeDeploy", "OITitle"]
COUNTED = ["t", "SRC", "TotalRequired", "TotalFilled", "Overlapping", "Deployed", "DemandName", "DemandGroup", "ACFilled",
           "RCFilled", "NGFilled", "GhostFilled", "OtherFilled", "ACOverlap", "RCOverlap", "NGOverlap", "GhostOverlap",
           "OtherOverlap"]


def rows(path, columns):
    """The rows of a table of tabs as a set of tuples, and how many there are."""
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")
    with opened as file:
        reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        heading = next(reader)
        places = [heading.index(column) for column in columns]
        read = [tuple(row[k] for k in places) for row in reader]
    return set(read), len(read)


def faults(answer, schema):
    said = subprocess.run([os.environ["JSON_VALID"], f"docs/schema/{schema}.json"], input=answer, capture_output=True,
                          text=True, timeout=60, check=False)
    return "" if said.returncode == 0 else said.stderr or "no reason given"


class Rotation(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = pathlib.Path(scratch.name)
        self.force = self.scratch / "force"

    def take(self, book=SMALL, *words):
        said = muster("import", "marathon", book, "-o", self.force, *words)
        self.assertEqual(said.returncode, 0, said.stderr)
        return said.stdout

    def test_a_book_is_taken_with_a_list_of_every_repair(self):
        text = self.take(SMALL, "--repairs", self.scratch / "repairs.csv")
        self.assertIn("template not taken", text)
        self.assertIn("The data set is in", text)
        with open(self.scratch / "repairs.csv", encoding="utf-8") as file:
            rules = {row["rule"] for row in csv.DictReader(file)}
        self.assertLessEqual({"repeats_a_name", "truth_as_number", "heading_spelled_otherwise", "category_not_taken"}, rules)
        self.assertEqual(muster("check", self.force).returncode, 0)

    def test_nothing_is_written_without_a_folder(self):
        said = muster("import", "marathon", SMALL)
        self.assertEqual(said.returncode, 0)
        self.assertIn("Nothing was written", said.stdout)

    def test_a_run_tells_fill_and_writes_tables(self):
        self.take()
        said = muster("rotate", self.force, "-o", self.scratch / "run")
        self.assertEqual(said.returncode, 0, said.stderr)
        self.assertIn("Priority", said.stdout)
        self.assertIn("Medics", said.stdout)
        files = files_of(self.scratch / "run")
        self.assertEqual(set(files), {"deployments.csv", "fill.csv", "rotation.html", "stretches.csv"})
        again = muster("rotate", self.force, "-o", self.scratch / "again")
        self.assertEqual(again.returncode, 0)
        self.assertEqual(files_of(self.scratch / "again"), files)

    def test_answers_for_machines_fit_their_schemas(self):
        self.take()
        for schema, words in (("rotation", []), ("least-supply", ["--least-supply"]),
                              ("supply-variation", ["--vary-supply", "--phase", "all:1-900"])):
            said = muster("rotate", self.force, *words, "--json")
            self.assertEqual(said.returncode, 0, said.stderr)
            self.assertEqual(faults(said.stdout, schema), "", schema)
        said = muster("import", "marathon", SMALL, "--json")
        self.assertEqual(faults(said.stdout, "import"), "")

    def test_studies_do_not_depend_on_threads(self):
        self.take()
        for words in (["--least-supply"], ["--vary-supply", "--repetitions", 3]):
            one = muster("rotate", self.force, *words, "--threads", 1, "-o", self.scratch / f"one{words[0]}")
            two = muster("rotate", self.force, *words, "--threads", 3, "-o", self.scratch / f"two{words[0]}")
            self.assertEqual((one.returncode, two.returncode), (0, 0), one.stderr + two.stderr)
            self.assertEqual(files_of(self.scratch / f"one{words[0]}"), files_of(self.scratch / f"two{words[0]}"))

    def test_wrong_data_is_told_all_at_once(self):
        self.take()
        (self.force / "rotation_settings.csv").write_text(
            "setting,value\nlast_day,never\nserved_before,perhaps\n", encoding="utf-8")
        said = muster("rotate", self.force)
        self.assertEqual(said.returncode, 3)
        self.assertIn("rotation_settings.csv:2:value", said.stderr)
        self.assertIn("rotation_settings.csv:3:value", said.stderr)

    def test_a_data_set_to_be_planned_is_planned_by_rule(self):
        by_rule, best = self.scratch / "by-rule", self.scratch / "best"
        said = muster("rotate", LETTER, "-o", by_rule)
        self.assertEqual(said.returncode, 0, said.stderr)
        self.assertIn("By rule, without an optimiser", said.stdout)
        self.assertEqual(muster("verify", by_rule, LETTER).returncode, 0)
        self.assertEqual(muster("plan", LETTER, "-o", best).returncode, 0)
        compared = muster("compare", by_rule, best)
        self.assertEqual(compared.returncode, 0, compared.stderr)
        values = [json.loads((folder / "plan.json").read_text(encoding="utf-8"))["objective"]["value"] for folder in (by_rule, best)]
        self.assertGreater(int(values[0]), int(values[1]))

    def test_an_empty_data_set_says_what_makes_a_rotation(self):
        empty = self.scratch / "empty"
        empty.mkdir()
        (empty / "datapackage.json").write_text('{"name": "empty", "resources": []}', encoding="utf-8")
        said = muster("rotate", empty)
        self.assertEqual(said.returncode, 3)
        self.assertIn("muster import marathon", said.stderr)

    def test_least_supply_in_small(self):
        self.take()
        said = json.loads(muster("rotate", self.force, "--least-supply", "--json").stdout)
        infantry = next(one for one in said["capabilities"] if one["capability"] == "Infantry")
        self.assertTrue(infantry["found"])


@unittest.skipUnless(CASES.is_dir(), "no cases of Marathon beside the repository")
class AsMarathonAnswered(unittest.TestCase):
    def agree(self, book, case, deployments, trends):
        with tempfile.TemporaryDirectory() as folder:
            force, run = pathlib.Path(folder, "force"), pathlib.Path(folder, "run")
            taken = muster("import", "marathon", CASES / "input" / book, "-o", force)
            self.assertEqual(taken.returncode, 0, taken.stderr)
            said = muster("rotate", force, "--compat", "marathon", "-o", run)
            self.assertEqual(said.returncode, 0, said.stderr)
            for table, columns, count in (("AUDIT_Deployments.txt", DEPLOYED, deployments),
                                          ("DemandTrends.txt", COUNTED, trends)):
                ours, theirs = rows(run / table, columns), rows(CASES / "output" / case / f"{table}.gz", columns)
                self.assertEqual(ours[1], theirs[1], table)
                self.assertEqual(sorted(ours[0] - theirs[0])[:3], [], table)
                self.assertEqual(sorted(theirs[0] - ours[0])[:3], [], table)
                if count is not None:
                    self.assertEqual(ours[1], count, table)

    def test_case_b_of_the_test_book(self):
        self.agree("runamc-testdata.xlsx", "runamc-testdata", 414, 24704)

    def test_case_c_with_substitution_and_vignettes_without_name(self):
        self.agree("sample-csv", "sample", 182, 30843)

    def test_case_d_with_units_aligned_to_a_region(self):
        self.agree("forward-stationing.xlsx", "forward-stationing", 23, None)

    def test_case_e_of_a_single_unit(self):
        self.agree("testdata-v7-bog.xlsx", "testdata-v7-bog", 1, None)

    def test_case_e_with_reserves_held_back(self):
        self.agree("with_cannibals.xlsx", "with_cannibals", 1, None)

    def test_case_f_with_recovery(self):
        self.agree("var_rec90", "var_rec90", 416, None)

    def test_case_g_with_seven_sourcing_rules(self):
        self.agree("var_rules", "var_rules", 549, None)

    def test_case_h_with_chained_substitutions(self):
        self.agree("var_subs", "var_subs", 422, None)

    def test_case_k_of_a_whole_army(self):
        self.agree("m4_book_AP.xlsx", "m4_book_AP", 71991, 1163477)


if __name__ == "__main__":
    unittest.main()
