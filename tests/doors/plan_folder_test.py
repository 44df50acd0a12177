# SPDX-License-Identifier: Apache-2.0
"""What `muster plan` writes, where it does not write, and that the same gives the same."""
import json
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

from program import LETTER, PROGRAM, files_of, muster

INCIDENT = LETTER + "/overlays/baltic-incident"


class PlanFolder(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.out = pathlib.Path(self.scratch.name, "out")

    def plan(self, *words, to=None):
        return muster("plan", LETTER, "-o", to or self.out, *words)

    def test_the_folder_is_whole_and_proves_itself(self):
        self.assertEqual(self.plan().returncode, 0)
        files = files_of(self.out)
        for name in ("tours.csv", "deliveries.csv", "coverage.csv", "shortfalls.csv", "prices.csv",
                     "plan.json", "report.html", "data/datapackage.json"):
            self.assertIn(name, files)
        self.assertNotIn("in_force.csv", files)
        record = json.loads(files["plan.json"])
        self.assertEqual(set(record["files"]), set(files) - {"plan.json"})
        self.assertLessEqual(int(record["objective"]["bound"]), int(record["objective"]["value"]))
        verified = muster("verify", self.out, LETTER)
        self.assertEqual(verified.returncode, 0, verified.stdout)
        self.assertEqual(muster("judge", self.out).returncode, 0)
        self.assertEqual(muster("report", self.out).returncode, 0)

    def test_the_same_bytes_again_and_on_any_number_of_threads(self):
        self.assertEqual(self.plan().returncode, 0)
        first = files_of(self.out)
        for threads in (1, 2, 8):
            self.assertEqual(self.plan("--threads", threads).returncode, 0)  # replaces a plan of ours
            self.assertEqual(files_of(self.out), first, threads)

    def test_a_dry_run_writes_nothing(self):
        self.assertEqual(self.plan("--dry-run").returncode, 0)
        self.assertFalse(self.out.exists())

    def test_a_folder_of_somebody_else_is_left_alone(self):
        self.out.mkdir()
        (self.out / "letters.txt").write_text("dear all", encoding="utf-8")
        self.assertEqual(self.plan().returncode, 2)
        self.assertEqual(files_of(self.out), {"letters.txt": b"dear all"})
        self.assertEqual(self.plan("--force").returncode, 0)
        self.assertNotIn("letters.txt", files_of(self.out))

    def test_the_data_is_never_overwritten(self):
        self.assertEqual(muster("plan", LETTER, "-o", LETTER, "--force").returncode, 2)
        self.assertEqual(muster("plan", LETTER, "-o", "data", "--force").returncode, 2)

    def test_a_place_that_cannot_be_written_is_the_world(self):
        file = pathlib.Path(self.scratch.name, "file")
        file.write_text("", encoding="utf-8")
        self.assertEqual(self.plan(to=file / "out").returncode, 4)

    def test_near_a_plan_in_force(self):
        after = pathlib.Path(self.scratch.name, "after")
        self.assertEqual(self.plan().returncode, 0)
        said = muster("plan", LETTER, "--with", INCIDENT, "--near", self.out, "-o", after)
        self.assertEqual(said.returncode, 0, said.stderr)
        self.assertIn("in_force.csv", files_of(after))
        verified = muster("verify", after, LETTER, "--with", INCIDENT)
        self.assertEqual(verified.returncode, 0, verified.stdout)
        self.assertEqual(muster("verify", after, LETTER).returncode, 1)  # other data
        compared = muster("compare", self.out, after, "--json")
        self.assertEqual(compared.returncode, 0)
        json.loads(compared.stdout)

    def test_counting_and_grid_are_kept(self):
        self.assertEqual(self.plan("--count", "firm", "--grid", "week").returncode, 0)
        record = json.loads((self.out / "plan.json").read_text(encoding="utf-8"))
        self.assertEqual((record["options"]["counting"], record["options"]["grid"]), ("firm", "week"))
        self.assertEqual(muster("verify", self.out, LETTER).returncode, 0)

    def test_judge_reads_a_plan_edited_by_hand(self):
        self.assertEqual(self.plan().returncode, 0)
        tours = self.out / "tours.csv"
        head, first, *rest = tours.read_text(encoding="utf-8").splitlines()
        tours.write_text("\n".join([head, first, first, *rest]) + "\n", encoding="utf-8")
        self.assertEqual(muster("judge", self.out).returncode, 1)

    def test_ctrl_c_keeps_the_best_plan(self):
        big = pathlib.Path(self.scratch.name, "big")
        self.assertEqual(muster("generate", "--units", 80, "--requirements", 80, "-o", big).returncode, 0)
        run = subprocess.Popen([PROGRAM, "plan", big, "-o", self.out, "--effort", "1000", "--progress"],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        while run.stderr.readline() == "" and run.poll() is None:
            time.sleep(0.01)
        run.send_signal(signal.SIGINT)
        _, errors = run.communicate(timeout=240)
        self.assertEqual(run.returncode, 0, errors)
        record = json.loads((self.out / "plan.json").read_text(encoding="utf-8"))
        self.assertTrue(record["stop"]["limited_by_clock"])
        self.assertEqual(muster("verify", self.out, big).returncode, 0)


if __name__ == "__main__":
    unittest.main()
