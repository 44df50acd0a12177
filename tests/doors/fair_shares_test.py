# SPDX-License-Identifier: Apache-2.0
"""Fair shares from outside: `burden --write-overlay` writes an overlay that can be planned with; the
plan bears more evenly, is verified, and its prices of shares cannot be edited."""
import csv
import hashlib
import json
import pathlib
import tempfile
import unittest

from program import LETTER, files_of, muster, write_files

WEIGHT = "5"


def people_days(plan):
    answer = json.loads(muster("burden", plan, "--key", "population", "--json").stdout)
    return {n["nation"]: int(n["people_days"]["sums"]["all"]) for n in answer["nations"]}


def gini(plan):
    answer = json.loads(muster("burden", plan, "--key", "population", "--json").stdout)
    return answer["measures"]["people_days"]["gini_permille"]["all"]


def above(borne, shares):
    return sum(max(0, borne[row["nation"]] - int(row["people_days"])) for row in shares)


def sealed(files):
    """The folder with hashes and seal that fit its files."""
    record = json.loads(files["plan.json"])
    record.pop("seal")
    record["files"] = {n: hashlib.sha256(c).hexdigest() for n, c in sorted(files.items()) if n != "plan.json"}
    text = json.dumps(record, indent=2, ensure_ascii=False) + "\n"
    record["seal"] = hashlib.sha256(text.encode()).hexdigest()
    return {**files, "plan.json": (json.dumps(record, indent=2, ensure_ascii=False) + "\n").encode()}


class FairShares(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.root = pathlib.Path(cls.scratch.name)
        cls.before, cls.overlay, cls.after = (cls.root / name for name in ("out", "even", "out-even"))
        assert muster("plan", LETTER, "-o", cls.before).returncode == 0
        cls.said = muster("burden", cls.before, "--key", "population", "--write-overlay", cls.overlay,
                          "--weight", WEIGHT)
        assert cls.said.returncode == 0, cls.said.stderr
        with (cls.overlay / "fair_shares.csv").open(encoding="utf-8") as text:
            cls.shares = list(csv.DictReader(text))
        assert muster("plan", LETTER, "--with", cls.overlay, "-o", cls.after).returncode == 0
        cls.record = json.loads((cls.after / "plan.json").read_text(encoding="utf-8"))

    def test_says_what_it_wrote_and_how_to_plan_with_it(self):
        self.assertIn(f"Wrote the fair shares of {len(self.shares)} nations", self.said.stdout)
        self.assertIn("muster plan DATA --with", self.said.stdout)

    def test_shares_sum_to_what_those_nations_bear(self):
        borne = people_days(self.before)
        whole = sum(borne[row["nation"]] for row in self.shares)
        self.assertGreater(whole, 0)
        self.assertLess(abs(sum(int(row["people_days"]) for row in self.shares) - whole), len(self.shares))
        for row in self.shares:
            self.assertEqual((row["weight"], row["source"]), (WEIGHT, "assumed"))
            self.assertIn("by population", row["note"])

    def test_the_plan_bears_less_above_the_shares_and_more_evenly(self):
        self.assertLess(above(people_days(self.after), self.shares), above(people_days(self.before), self.shares))
        self.assertLess(gini(self.after), gini(self.before))

    def test_what_is_above_is_recorded_and_verified(self):
        excess = float(self.record["objective"]["goals"]["excess"])
        self.assertEqual(excess, above(people_days(self.after), self.shares) * float(WEIGHT))
        said = muster("verify", self.after, LETTER, "--with", self.overlay)
        self.assertEqual(said.returncode, 0, said.stdout)

    def test_an_edited_price_of_a_share_is_refused_though_seal_and_hashes_are_mended(self):
        files = files_of(self.after)
        lines = files["prices.csv"].decode().splitlines(keepends=True)
        priced = [i for i, line in enumerate(lines) if line.startswith("fair_share,")]
        self.assertTrue(priced)
        for at, change in ((priced[0], -1), (priced[-1], 1)):
            cells = lines[at].rstrip("\n").split(",")
            cells[-1] = str(int(cells[-1]) + change)
            edited = [*lines[:at], ",".join(cells) + "\n", *lines[at + 1:]]
            folder = self.root / f"edited{at}{change}"
            write_files(folder, sealed({**files, "prices.csv": "".join(edited).encode()}))
            said = muster("verify", folder, LETTER, "--with", self.overlay)
            self.assertEqual(said.returncode, 1, said.stdout)
            self.assertIn("bound", said.stdout)

    def test_threads_change_no_byte(self):
        for threads in (1, 8):
            folder = self.root / f"threads{threads}"
            said = muster("plan", LETTER, "--with", self.overlay, "--threads", threads, "-o", folder)
            self.assertEqual(said.returncode, 0, said.stderr)
            self.assertEqual(files_of(folder), files_of(self.after))

    def test_strictly_what_is_above_is_a_tier_after_all_that_is_unmet(self):
        folder = self.root / "strict"
        self.assertEqual(muster("plan", LETTER, "--with", self.overlay, "--strict", "-o", folder).returncode, 0)
        tiers = json.loads((folder / "plan.json").read_text(encoding="utf-8"))["objective"]["tiers"]
        goals = [tier["goal"] for tier in tiers]
        self.assertEqual(goals[goals.index("excess") - 1], "unmet")
        self.assertEqual(goals[-3:], ["excess", "firmness", "cost"])
        said = muster("verify", folder, LETTER, "--with", self.overlay)
        self.assertEqual(said.returncode, 0, said.stdout)

    def test_the_page_and_the_terminal_show_it(self):
        self.assertIn("Fair shares", (self.after / "report.html").read_text(encoding="utf-8"))
        said = muster("report", self.after)
        self.assertIn("Fair shares", said.stdout)
        self.assertIn("unmet and above fair shares together", said.stdout)

    def test_nothing_is_written_over_and_weights_are_numbers(self):
        folder = self.root / "kept"
        folder.mkdir()
        (folder / "mine.txt").write_text("mine", encoding="utf-8")
        said = muster("burden", self.before, "--write-overlay", folder)
        self.assertEqual(said.returncode, 2)
        self.assertEqual(files_of(folder), {"mine.txt": b"mine"})
        for weight in ("0", "-1", "0.0001", "10001", "much"):
            said = muster("burden", self.before, "--write-overlay", self.root / "none", "--weight", weight)
            self.assertEqual(said.returncode, 2, weight)
            self.assertIn("weight", said.stderr)
            self.assertFalse((self.root / "none").exists())


if __name__ == "__main__":
    unittest.main()
