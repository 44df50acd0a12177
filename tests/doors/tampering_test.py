# SPDX-License-Identifier: Apache-2.0
"""One digit changed anywhere in a plan's folder: `verify` says which claim fails. Also where whoever
changed it mends hashes and seal, as long as what was changed is a claim about plan or data."""
import hashlib
import json
import pathlib
import re
import tempfile
import unittest

from program import LETTER, files_of, muster, write_files

MOST_PLACES = {"plan.json": 60, "tours.csv": 40}  # of each file, spread evenly
PLACES_ELSEWHERE = 3


def digits_of(content):
    return [i for i, byte in enumerate(content) if 48 <= byte <= 57]


def spread(places, most):
    step = max(1, len(places) // most)
    return places[::step]


def other_digit(content, at):
    return content[:at] + bytes([48 + (content[at] - 48 + 1) % 10]) + content[at + 1:]


def sealed(files):
    """The folder with hashes and seal that fit its files."""
    record = json.loads(files["plan.json"])
    record.pop("seal")
    record["files"] = {n: hashlib.sha256(c).hexdigest() for n, c in sorted(files.items()) if n != "plan.json"}
    text = json.dumps(record, indent=2, ensure_ascii=False) + "\n"
    record["seal"] = hashlib.sha256(text.encode()).hexdigest()
    return {**files, "plan.json": (json.dumps(record, indent=2, ensure_ascii=False) + "\n").encode()}


class Tampering(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.out = pathlib.Path(cls.scratch.name, "out")
        assert muster("plan", LETTER, "-o", cls.out).returncode == 0
        cls.files = files_of(cls.out)

    def verify(self, changed):
        write_files(self.out, changed)
        try:
            return muster("verify", self.out, LETTER)
        finally:
            write_files(self.out, {name: self.files[name] for name in changed})

    def test_untouched_it_holds(self):
        self.assertEqual(self.verify({}).returncode, 0)

    def test_sealing_again_without_a_change_is_identity(self):
        self.assertEqual(sealed(self.files), self.files)

    def test_a_digit_anywhere(self):
        for name, content in self.files.items():
            for at in spread(digits_of(content), MOST_PLACES.get(name, PLACES_ELSEWHERE)):
                said = self.verify({name: other_digit(content, at)})
                self.assertEqual(said.returncode, 1, f"{name}, byte {at}\n{said.stdout}{said.stderr}")

    def test_a_digit_of_a_file_with_hashes_and_seal_mended(self):
        for name, content in self.files.items():
            if name in ("plan.json", "prices.csv"):
                continue
            for at in spread(digits_of(content), PLACES_ELSEWHERE):
                changed = sealed({**self.files, name: other_digit(content, at)})
                said = self.verify({n: c for n, c in changed.items() if c != self.files[n]})
                self.assertEqual(said.returncode, 1, f"{name}, byte {at}\n{said.stdout}{said.stderr}")

    def test_other_prices_with_hashes_and_seal_mended_prove_the_bound_or_are_refused(self):
        """Prices are a proof, not a claim: others that prove the same bound are as good. It happens where
        a limit is just used up. So no other price may pass unless the bound still stands."""
        content = self.files["prices.csv"]
        refused = 0
        for at in spread(digits_of(content), 40):
            changed = sealed({**self.files, "prices.csv": other_digit(content, at)})
            said = self.verify({n: c for n, c in changed.items() if c != self.files[n]})
            self.assertIn(said.returncode, (0, 1))
            refused += said.returncode
        self.assertGreater(refused, 20)

    def test_a_claim_of_the_record_with_the_seal_mended(self):
        text = self.files["plan.json"].decode()
        claims = text[text.index('"objective"'):text.index('"stop"')]
        start = text.index('"objective"')
        for number in re.finditer(r"\d+", claims):
            changed = other_digit(text.encode(), start + number.end() - 1)
            try:
                mended = sealed({**self.files, "plan.json": changed})
            except ValueError:  # no JSON any more: a leading zero
                continue
            said = self.verify({"plan.json": mended["plan.json"]})
            self.assertEqual(said.returncode, 1, f"{number}\n{said.stdout}")

    def test_a_file_too_many_or_too_few(self):
        (self.out / "more.csv").write_text("a\n", encoding="utf-8")
        self.assertEqual(self.verify({}).returncode, 1)
        (self.out / "more.csv").unlink()
        for name in ("tours.csv", "prices.csv", "report.html", "plan.json"):
            (self.out / name).unlink()
            self.assertEqual(self.verify({}).returncode, 1, name)
            write_files(self.out, {name: self.files[name]})


if __name__ == "__main__":
    unittest.main()
