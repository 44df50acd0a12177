# SPDX-License-Identifier: Apache-2.0
"""What the benches rest on: plans there and back as columns, charts that are drawn, exponents that are right."""
import csv
import pathlib
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

BENCH = pathlib.Path(__file__).resolve().parent.parent.parent / "bench"
sys.path[:0] = [str(BENCH), str(BENCH / "peers"), str(BENCH / "sizes")]

import charts  # noqa: E402
import growth  # noqa: E402
import measuring  # noqa: E402
import programme  # noqa: E402

COLUMNS = """column,unit,offer,requirement,from,until,counts_from,rested,quantity,most,amount,on,delivery
alone,U,o1,r1,2024-01-01,2024-03-01,2024-01-01,2024-05-01,4,1,4,,
both,U,o1,r1,2024-02-01,2024-03-01,2024-02-01,2024-05-01,4,1,4,,
both,U,o1,r2,2024-02-01,2024-03-01,2024-02-01,2024-05-01,4,1,4,,
pool,P,o2,r1,2024-01-01,2024-02-01,2024-01-01,2024-02-01,1,3,1,,
delivery.o3.r3.fixed,G,o3,r3,,,,,5,1,,2024-01-15,d1
delivery.o3.r3.2024-02-01,G,o3,r3,,,,,5,1,,2024-01-15,d1
part.o3.r3.2024-02-01,G,o3,r3,,,,,1,7,,2024-02-01,
"""


class Bench(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def test_values_become_a_plan_and_again_the_same_values(self):
        (self.folder / "p.mps.columns.csv").write_text(COLUMNS, encoding="utf-8")
        read = programme.Programme.read(self.folder / "p.mps")
        for values in ({"alone": 1.0, "pool": 2.0}, {"both": 1.0, "delivery.o3.r3.fixed": 1.0},
                       {"delivery.o3.r3.2024-02-01": 1.0, "part.o3.r3.2024-02-01": 3.0}, {}):
            read.write_plan({**values, "unmet.r1": 3.5}, self.folder)
            self.assertEqual(read.values_of(self.folder), values)
        read.write_plan({"pool": 2.9999999}, self.folder)
        with open(self.folder / "tours.csv", encoding="utf-8", newline="") as file:
            self.assertEqual([row["quantity"] for row in csv.DictReader(file)], ["3"])

    def test_the_peak_of_a_program_is_not_that_of_who_runs_it(self):
        held = bytearray(b"x") * (256 << 20)
        small = measuring.run(["sleep", "0.2"], self.folder / "sleep.log")
        self.assertLess(small.peak_mib, 64)
        large = measuring.run([sys.executable, "-c", "import time; x = bytearray(b'x') * (100 << 20); time.sleep(0.2)"],
                              self.folder / "large.log")
        self.assertGreater(large.peak_mib, 90)
        self.assertEqual(len(held), 256 << 20)

    def test_a_plan_that_no_column_makes_is_said(self):
        (self.folder / "p.mps.columns.csv").write_text(COLUMNS, encoding="utf-8")
        (self.folder / "deliveries.csv").write_text("offer,requirement,quantity,on,delivery\n", encoding="utf-8")
        (self.folder / "tours.csv").write_text(
            "offer,requirement,from,until,quantity\no1,r1,2024-01-02,2024-03-01,4\n", encoding="utf-8")
        with self.assertRaises(KeyError):
            programme.Programme.read(self.folder / "p.mps").values_of(self.folder)

    def test_exponents_are_those_of_the_curve(self):
        self.assertAlmostEqual(growth.exponent([(x, 3 * x**1.5) for x in (1e4, 1e5, 1e7)]), 1.5)
        rows = [{"grid": "month", "counts": {"units": n, "requirements": n}, "peak_mib": n, "first_seconds": n * n,
                 "verify_seconds": 0.0, "verify_peak_mib": n} for n in (100, 300, 1000)]
        exponents = growth.draw(rows, self.folder)
        self.assertAlmostEqual(exponents["peak_mib"], 0.5)
        self.assertAlmostEqual(exponents["first_seconds"], 1.0)
        self.assertNotIn("verify_seconds", exponents)
        self.assertEqual({file.name for file in self.folder.glob("*.svg")}, {"sizes-time.svg", "sizes-memory.svg"})

    def test_charts_are_well_formed_and_stay_within_their_frame(self):
        lines = [charts.Line("a <b> & c", [(0.01, 90.0), (3.0, 40.0), (300.0, 0.0)]),
                 charts.Line("one", [(5.0, 5.0)], dashed=True, marks=True)]
        for log in (True, False):
            drawn = charts.drawn(charts.Chart("t & t", "s", "%", lines, x_log=log, y_log=log))
            root = xml.fromstring(drawn)
            for dot in root.iter("{http://www.w3.org/2000/svg}circle"):
                self.assertLessEqual(charts.LEFT, float(dot.get("cx")))
                self.assertLessEqual(float(dot.get("cx")), charts.WIDTH - charts.RIGHT)
                self.assertLessEqual(charts.TOP - 0.1, float(dot.get("cy")))
                self.assertLessEqual(float(dot.get("cy")), charts.HEIGHT - charts.BOTTOM + 0.1)

    def test_what_does_not_end_is_killed_and_memory_is_measured(self):
        slow = measuring.run(["sleep", 30], self.folder / "slow.txt", patience=0.2)
        self.assertLess(slow.code, 0)
        self.assertLess(slow.seconds, 10)
        large = measuring.run([sys.executable, "-c", "x = bytearray(200_000_000)"], self.folder / "large.txt")
        self.assertEqual(large.code, 0)
        self.assertGreater(large.peak_mib, 180)


if __name__ == "__main__":
    unittest.main()
