# SPDX-License-Identifier: Apache-2.0
"""Instances of SMPTSP become data sets that `muster check` accepts; a broken instance is refused in words."""
import csv
import pathlib
import sys
import tempfile
import unittest

from program import muster

HOUSE = pathlib.Path(__file__).parents[2]
sys.path.insert(0, str(HOUSE / "bench" / "smptsp"))
import convert  # noqa: E402
import instances  # noqa: E402
import run  # noqa: E402

# Two tasks at once, a third after the first: two workers are needed, and enough.
SMALL = """# made for a test
Type = 1
Jobs = 3
  0  10
  5  15
 10  20
Qualifications = 4
 2:  0 2
 2:  2 1
 1:  0
 0:
"""


class Smptsp(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = pathlib.Path(scratch.name)

    def rows(self, table):
        with open(self.scratch / "small" / f"{table}.csv", encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def test_is_read_and_written(self):
        instance = instances.parse("small", SMALL)
        self.assertEqual(instance.tasks, ((0, 10), (5, 15), (10, 20)))
        self.assertEqual(instance.workers, ((0, 2), (1, 2), (0,), ()))
        convert.write(instance, self.scratch / "small")
        self.assertEqual([(row["from"], row["until"], row["indivisible"]) for row in self.rows("requirements")],
                         [("2000-01-01", "2000-01-11", "true"), ("2000-01-06", "2000-01-16", "true"),
                          ("2000-01-11", "2000-01-21", "true")])
        self.assertEqual([row["unit"] for row in self.rows("units")], ["w-0000", "w-0001", "w-0002"],
                         "who may do nothing is left out: without a list it could do all")
        self.assertEqual([(row["offer"], row["value"]) for row in self.rows("caveats")],
                         [("w-0000", "t-0000"), ("w-0000", "t-0002"), ("w-0001", "t-0001"), ("w-0001", "t-0002"),
                          ("w-0002", "t-0000")])
        said = muster("check", self.scratch / "small")
        self.assertEqual(said.returncode, 0, said.stdout + said.stderr)
        self.assertIn("One day of this data stands for one minute.", said.stdout)

    def test_what_is_broken_is_refused(self):
        for broken in (SMALL.replace("Jobs = 3", "Jobs = 4"), SMALL.replace("Type = 1", "Type = 2"),
                       SMALL.replace(" 5  15", " 15  5"), SMALL.replace("2:  2 1", "2:  3 1"),
                       SMALL.replace("2:  0 2", "3:  0 2"), SMALL + " 1:  0\n", SMALL[:60]):
            with self.assertRaises(ValueError, msg=broken):
                instances.parse("broken", broken)

    def test_a_bound_in_points_is_workers_rounded_up(self):
        instance = instances.parse("small", SMALL)
        worker = run.points_a_worker(instance)
        self.assertEqual(worker, 75_000_000)
        self.assertEqual([run.workers_for(points, instance) for points in (-5, 0, 1, worker, worker + 1)],
                         [0, 0, 1, 1, 2])

    def test_those_with_known_answers(self):
        if not (instances.SHARED / "smptsp").is_dir():
            self.skipTest("the instances are not here: ../shared/instances/smptsp")
        known = instances.known_answers(instances.SHARED)
        found = instances.read_all(instances.SHARED)
        self.assertEqual({one.name: (len(one.tasks), len(one.workers)) for one in found},
                         {name: (answer.tasks, answer.workers) for name, answer in known.items()})
        for instance in found[::11] + found[-1:]:
            with self.subTest(instance.name):
                convert.write(instance, self.scratch / instance.name)
                said = muster("check", self.scratch / instance.name)
                self.assertEqual(said.returncode, 0, said.stdout + said.stderr)


if __name__ == "__main__":
    unittest.main()
