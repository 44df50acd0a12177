# SPDX-License-Identifier: Apache-2.0
"""`muster plan --strict`: what the folder says of every tier, that it is shown, and that `verify`
confirms it from the data alone and refuses what the prices do not prove."""
import json
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

from program import LETTER, PROGRAM, files_of, muster, write_files
from tampering_test import sealed

# Two weeks in spring matter most; one before and one after, each overlapping it, weigh more together.
SPRING = {
    "datapackage.json": None,
    "nations.csv": "nation,name\nNLD,Netherlands\n",
    "capabilities.csv": "capability,name,measure\ninfantry,Infantry,unit\n",
    "activities.csv": "activity,name,kind\nmission,A mission,mission\n",
    "priorities.csv": "priority,name,weight\nhigh,High,3\nlow,Low,2\n",
    "requirements.csv": "requirement,activity,capability,quantity,kind,priority,from,until,indivisible\n"
                        "spring,mission,infantry,1,presence,high,2024-03-01,2024-05-01,true\n"
                        "before,mission,infantry,1,presence,low,2024-02-01,2024-04-01,true\n"
                        "after,mission,infantry,1,presence,low,2024-04-01,2024-06-01,true\n",
    "units.csv": "unit,nation,capability\nbattalion,NLD,infantry\n",
    "offers.csv": "offer,nation,unit,status\nO,NLD,battalion,committed\n",
}


def write_spring(folder):
    resources = [{"name": name.removesuffix(".csv"), "path": name} for name in SPRING if name.endswith(".csv")]
    package = {"name": "spring", "title": "A spring", "muster": {"as_of": "2024-01-01"},
               "resources": resources}
    write_files(folder, {**{n: text.encode() for n, text in SPRING.items() if text},
                         "datapackage.json": json.dumps(package).encode()})


class Strict(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.out = pathlib.Path(self.scratch.name, "out")
        self.data = pathlib.Path(self.scratch.name, "spring")
        write_spring(self.data)

    def plan(self, *words):
        said = muster("plan", self.data, "-o", self.out, *words)
        self.assertEqual(said.returncode, 0, said.stderr)
        return said

    def tours(self):
        rows = (self.out / "tours.csv").read_text(encoding="utf-8").splitlines()
        at = rows[0].split(",").index("requirement")
        return sorted(row.split(",")[at] for row in rows[1:])

    def test_what_matters_most_is_not_traded(self):
        self.plan()
        self.assertEqual(self.tours(), ["after", "before"])
        self.assertNotIn("tier-prices.csv", files_of(self.out))
        self.plan("--strict")
        self.assertEqual(self.tours(), ["spring"])

    def test_it_is_told_in_words_in_json_and_on_the_page(self):
        said = self.plan("--strict")
        self.assertIn("Tier by tier", said.stdout)
        self.assertIn("Unmet of priority High", said.stdout)
        self.assertIn("no plan on this monthly grid is better in any tier", " ".join(said.stdout.split()))
        tiers = json.loads(muster("report", self.out, "--json").stdout)["tiers"]
        self.assertEqual([t["goal"] for t in tiers], ["unmet", "unmet", "firmness", "cost"])
        self.assertEqual([t["value"] for t in tiers[:2]], ["0", "121"])
        self.assertEqual([t["bound"] for t in tiers[:2]], ["0", "121"])
        self.assertIn("Unmet of priority Low", (self.out / "report.html").read_text(encoding="utf-8"))

    def test_other_verbs_read_its_folder(self):
        self.plan("--strict")
        for words in (["verify", self.out, self.data], ["judge", self.out], ["report", self.out],
                      ["compare", self.out, self.out]):
            self.assertEqual(muster(*words).returncode, 0, words)

    def refused(self, name, content):
        """The claims that fail after a change of one file with hashes and seal that fit."""
        before = files_of(self.out)
        changed = sealed({**before, name: content})
        write_files(self.out, changed)
        said = muster("verify", self.out, self.data, "--json")
        write_files(self.out, before)
        self.assertIn(said.returncode, (0, 1), said.stderr)
        return [check["claim"] for check in json.loads(said.stdout)["claims"] if not check["holds"]]

    def test_what_the_prices_do_not_prove_is_refused(self):
        self.plan("--strict")
        text = (self.out / "plan.json").read_text(encoding="utf-8")
        self.assertEqual(self.refused("plan.json", text.encode()), [])

        def changed(change):
            record = json.loads(text)
            change(record["objective"]["tiers"])
            return self.refused("plan.json", json.dumps(record).encode())

        self.assertIn("tier 2", changed(lambda tiers: tiers[1].update(bound="120")))
        self.assertIn("tier 2", changed(lambda tiers: tiers[1].update(bound="122")))
        self.assertIn("tier 2", changed(lambda tiers: tiers[1].update(value="120")))
        self.assertIn("tier 2", changed(lambda tiers: tiers[1].update(weights=[0, 1])))
        self.assertIn("tier 2", changed(lambda tiers: tiers[1].update(weights=[9 * 10 ** 18, 1])))
        self.assertIn("tier 4", changed(lambda tiers: tiers.pop()))
        self.assertIn("record", changed(lambda tiers: tiers[1].update(priorities=["high"])))
        prices = (self.out / "tier-prices.csv").read_text(encoding="utf-8").splitlines()
        self.assertIn("tier 2", self.refused("tier-prices.csv", "\n".join(
            row for row in prices if not row.startswith("2,requirement,spring")).encode() + b"\n"))
        self.assertIn("readable", self.refused("tier-prices.csv", "\n".join(
            [*prices, prices[-1].replace(prices[-1][0], "9", 1)]).encode() + b"\n"))

    def test_the_same_bytes_on_any_number_of_threads(self):
        folders = []
        for threads in (1, 2, 8):
            self.assertEqual(
                muster("plan", LETTER, "--strict", "-o", self.out, "--threads", threads).returncode, 0)
            folders.append(files_of(self.out))
        self.assertEqual(folders[0], folders[1])
        self.assertEqual(folders[0], folders[2])
        verified = muster("verify", self.out, LETTER)
        self.assertEqual(verified.returncode, 0, verified.stdout)

    def test_near_a_plan_in_force_there_is_a_tier_more(self):
        self.plan()
        after = pathlib.Path(self.scratch.name, "after")
        said = muster("plan", self.data, "--strict", "--near", self.out, "-o", after)
        self.assertEqual(said.returncode, 0, said.stderr)
        record = json.loads((after / "plan.json").read_text(encoding="utf-8"))
        self.assertEqual(record["objective"]["tiers"][-1]["goal"], "distance")
        self.assertEqual(muster("verify", after, self.data).returncode, 0)

    def test_a_time_limit_and_ctrl_c_keep_the_best_plan(self):
        big = pathlib.Path(self.scratch.name, "big")
        self.assertEqual(muster("generate", "--units", 80, "--requirements", 80, "-o", big).returncode, 0)
        began = time.monotonic()
        self.assertEqual(muster("plan", big, "--strict", "--time-limit", 3, "-o", self.out).returncode, 0)
        self.assertLess(time.monotonic() - began, 30)
        self.assertEqual(muster("verify", self.out, big).returncode, 0)
        run = subprocess.Popen([PROGRAM, "plan", big, "--strict", "-o", self.out, "--effort", "1000",
                                "--progress"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        while run.stderr.readline() == "" and run.poll() is None:
            time.sleep(0.01)
        run.send_signal(signal.SIGINT)
        _, errors = run.communicate(timeout=240)
        self.assertEqual(run.returncode, 0, errors)
        record = json.loads((self.out / "plan.json").read_text(encoding="utf-8"))
        self.assertTrue(record["stop"]["limited_by_clock"])
        verified = muster("verify", self.out, big)
        self.assertEqual(verified.returncode, 0, verified.stdout)


if __name__ == "__main__":
    unittest.main()
