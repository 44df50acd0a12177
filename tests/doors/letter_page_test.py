# SPDX-License-Identifier: Apache-2.0
"""The pages that show what Muster answers are true: each of their commands runs, and its answer has every line that
the page shows."""
import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

from program import PROGRAM

ROOT = pathlib.Path.cwd()
PAGES = {"docs/letter.md": 20, "docs/living-with-a-plan.md": 5, "docs/ledger.md": 12, "docs/sources.md": 3,
         "docs/rotation.md": 7, "docs/stress.md": 2, "docs/reports.md": 0}  # with the least number of blocks
BLOCK = re.compile(r"^```\n(\$ muster .*?)```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ muster (.*?)\n(.*?)(?=^\$ muster |\Z)", re.MULTILINE | re.DOTALL)


def spaced(line):
    """Columns of a table widen with their longest cell: only the words count."""
    return " ".join(line.split())


class LetterPage(unittest.TestCase):
    def test_every_block_is_what_muster_answers(self):
        for page, least in PAGES.items():
            text = (ROOT / page).read_text(encoding="utf-8")
            blocks = [command for block in BLOCK.findall(text) for command in COMMAND.findall(block)]
            self.assertGreater(len(blocks), least, page)
            with tempfile.TemporaryDirectory() as folder:
                for shown in ("data", "tests"):
                    os.symlink(ROOT / shown, pathlib.Path(folder, shown))
                for command, lines in blocks:
                    with self.subTest(page=page, command=command):
                        self.check(folder, command, lines)

    def check(self, folder, command, lines):
        said = subprocess.run([PROGRAM, *shlex.split(command)], cwd=folder, capture_output=True, text=True,
                              timeout=120, check=False)
        answer = [spaced(line) for line in said.stdout.splitlines()]
        refused = [spaced(line) for line in said.stderr.splitlines()]
        if not any(spaced(line) in refused for line in lines.splitlines()):
            self.assertEqual(said.returncode, 0, said.stderr)
        answer += refused
        self.assertEqual([line for line in lines.splitlines() if spaced(line) not in answer], [])

    def test_every_row_has_a_heading(self):
        text = (ROOT / "docs/letter.md").read_text(encoding="utf-8")
        rows = [int(row) for row in re.findall(r"^## L(\d+) ", text, re.MULTILINE)]
        self.assertEqual(rows, list(range(1, 12)))


if __name__ == "__main__":
    unittest.main()
