# SPDX-License-Identifier: Apache-2.0
"""Laws that hold for every plan of every situation, over invented situations; the seed of one that
breaks a law stands in the message. INVENTED_FROM and INVENTED_COUNT choose the seeds."""
import csv
import json
import os
import pathlib
import tempfile
import unittest

from program import files_of, muster

FIRST = int(os.environ.get("INVENTED_FROM", "1"))
COUNT = int(os.environ.get("INVENTED_COUNT", "120"))
COUNTINGS = ("firm", "expected", "best")


class Invented(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def invent(self, seed, units=6):
        data = self.folder / f"data-{seed}"
        said = muster("generate", "--units", units, "--requirements", 4, "--months", 9, "--nations", 3,
                      "--seed", seed, "-o", data)
        self.assertEqual(said.returncode, 0, said.stderr)
        return data

    def plan(self, data, *words):
        out = self.folder / f"{data.name}-plan"
        said = muster("plan", data, "-o", out, *words)
        self.assertEqual(said.returncode, 0, f"{data.name} {words}\n{said.stderr}")
        return out

    def test_judge_and_verify_accept_every_plan(self):
        print(f"seeds {FIRST} to {FIRST + COUNT - 1}")
        for seed in range(FIRST, FIRST + COUNT):
            data = self.invent(seed)
            out = self.plan(data, "--count", COUNTINGS[seed % 3])
            said = muster("verify", out, data)
            self.assertEqual(said.returncode, 0, f"seed {seed}\n{said.stdout}")
            record = json.loads((out / "plan.json").read_text(encoding="utf-8"))
            self.assertLessEqual(int(record["objective"]["bound"]), int(record["objective"]["value"]), seed)

    def test_the_same_bytes_on_any_number_of_threads(self):
        for seed in range(FIRST, FIRST + max(1, COUNT // 12)):
            data = self.invent(seed, units=20)
            first = files_of(self.plan(data, "--threads", 1))
            for threads in (2, 8):
                self.assertEqual(files_of(self.plan(data, "--threads", threads)), first, f"seed {seed}")

    def test_one_more_offer_never_worsens_the_optimum(self):
        compared = 0
        for seed in range(FIRST, FIRST + max(1, COUNT // 6)):
            data = self.invent(seed, units=5)
            fewer = self.folder / f"fewer-{seed}"
            self.withdraw_first_offer(data, fewer)
            less, more = self.optimum(data, "--with", fewer), self.optimum(data)
            if less is None or more is None:
                continue
            compared += 1
            self.assertLessEqual(more, less, f"seed {seed}")
        self.assertGreater(compared, 0, "no pair of proven optima among the seeds")

    def withdraw_first_offer(self, data, overlay):
        overlay.mkdir()
        with open(data / "offers.csv", newline="", encoding="utf-8") as stream:
            first = next(csv.DictReader(stream))["offer"]
        (overlay / "offers.csv").write_text(f"_op,offer,status\nchange,{first},withdrawn\n", encoding="utf-8")

    def optimum(self, data, *words):
        """The weighted unmet thousandth-days where they are proven to be the least; else None. All later
        goals together stay below one of them, so both are compared after cutting the later goals off."""
        record = json.loads((self.plan(data, *words) / "plan.json").read_text(encoding="utf-8"))
        value, bound = (int(record["objective"][name]) // 10**9 for name in ("value", "bound"))
        return value if value == bound else None


if __name__ == "__main__":
    unittest.main()
