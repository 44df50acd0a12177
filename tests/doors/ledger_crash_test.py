# SPDX-License-Identifier: Apache-2.0
"""A ledger whose writer is killed again and again keeps every entry that was acknowledged, keeps no half of a commit,
and is sound; so it is on a full disk, and a file that may not be written is said to be one. `--long` kills for
minutes and prints figures (docs/reliability.md)."""
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

import postgres_server
from program import PROGRAM, muster

WRITER = os.environ["LEDGER_WRITER"]
SEED = 20231025
SHORT, LONG = (300, 20), (10_000, 500)  # at least so many commits, at least so many kills


class Killing:
    """What was acknowledged by a writer that was killed whenever it had worked for a while."""

    def __init__(self, place, commits, kills, check):
        self.place, self.chance, self.check = place, random.Random(SEED), check
        self.commits = self.kills = self.acknowledged = self.unheard = 0
        self.spans = commits / kills * 2  # of commits until a kill, at most
        while self.commits < commits or self.kills < kills:
            self.write_and_kill()

    def write_and_kill(self):
        writer = subprocess.Popen([WRITER, str(self.place), str(10**9)], stdout=subprocess.PIPE, text=True)
        for _ in range(self.chance.randint(0, int(self.spans))):
            self.hear(writer.stdout.readline())
        time.sleep(self.chance.uniform(0, 0.004))  # so that it dies anywhere between two answers, also at its start
        writer.send_signal(signal.SIGKILL)
        for line in writer.stdout:  # what it had said and nobody had read yet
            self.hear(line)
        writer.stdout.close()
        writer.wait()
        self.kills += 1
        kept = self.check(self.acknowledged)
        self.unheard += kept - self.acknowledged
        self.acknowledged = kept  # somebody has read them, so they must stay

    def hear(self, line):
        self.acknowledged = int(line)
        self.commits += 1


def commits_are_whole(whys):
    """Whether the entries, in their order, are commits from their first entry to their last."""
    at = 0
    while at < len(whys):
        size = 1 + (at + 1) % 3
        if whys[at:at + size] != [f"{place} of {size}" for place in range(1, size + 1)]:
            return False
        at += size
    return True


class Crashes(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.ledger = self.folder / "a.ledger"

    def check(self, acknowledged):
        """How many entries there are; all that must be is."""
        if not self.ledger.exists():
            self.assertEqual(acknowledged, 0)
            return 0
        if acknowledged > 0:  # killed before, it may be a file that is no ledger yet
            said = muster("ledger", "verify", self.ledger)
            self.assertEqual(said.returncode, 0, said.stdout + said.stderr)
        database = sqlite3.connect(self.ledger)
        self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'entries'").fetchall():
            self.assertEqual(acknowledged, 0)
            database.close()
            self.ledger.unlink()
            return 0
        rows = database.execute("SELECT number, why FROM entries ORDER BY number").fetchall()
        database.close()
        self.assertEqual([number for number, _ in rows], list(range(1, len(rows) + 1)))
        self.assertGreaterEqual(len(rows), acknowledged)
        self.assertTrue(commits_are_whole([why for _, why in rows]), rows[-5:])
        return len(rows)

    def test_a_killed_writer_loses_nothing_that_was_acknowledged(self):
        killed = Killing(self.ledger, *SHORT, self.check)
        self.assertGreaterEqual(killed.commits, SHORT[0])

    def test_nor_does_one_of_postgresql(self):
        server = postgres_server.start()
        if server is None:
            self.skipTest("PostgreSQL's server is not installed: ./x test installs it")
        self.addCleanup(server.stop)
        place = server.new_database()
        self.assertEqual(muster("ledger", "init", place).returncode, 0)

        def check(acknowledged):
            said = muster("ledger", "verify", place)
            self.assertEqual(said.returncode, 0, said.stdout + said.stderr)
            told = subprocess.run(["psql", "-At", place, "-c", "SELECT why FROM muster.entries ORDER BY number"],
                                  capture_output=True, text=True, check=True).stdout.splitlines()
            self.assertGreaterEqual(len(told), acknowledged)
            self.assertTrue(commits_are_whole(told), told[-5:])
            return len(told)

        Killing(place, 60, 6, check)

    def test_a_full_disk_is_said_and_leaves_what_was_acknowledged(self):
        """On a disk of 4 MB that only the programs of this test see."""
        small = self.folder / "small"
        small.mkdir()
        alone = ["unshare", "--map-root-user", "--mount", "sh", "-c"]
        mount = f"mount -t tmpfs -o size=4m none {small}"
        if shutil.which("unshare") is None or subprocess.run([*alone, mount], capture_output=True, check=False).returncode:
            self.skipTest("nobody may mount anything here")
        ledger = small / "a.ledger"
        said = subprocess.run(
            [*alone, f"{mount}; {WRITER} {ledger} 100000 >{self.folder}/acknowledged; echo $?; "
                     f"{PROGRAM} ledger verify {ledger}; cp {small}/a.ledger* {self.folder}"],
            capture_output=True, text=True, check=False)
        self.assertTrue(said.stdout.startswith("4\n"), said.stdout + said.stderr)
        self.assertIn("database or disk is full\nNothing was recorded. Make room", said.stderr)
        self.assertIn("Every claim holds.", said.stdout)
        acknowledged = int((self.folder / "acknowledged").read_text().split()[-1])
        self.assertGreater(acknowledged, 50)
        self.assertEqual(self.check(acknowledged), acknowledged)
        self.assertEqual(subprocess.run([WRITER, self.ledger, "1"], stdout=subprocess.DEVNULL, check=False).returncode, 0)

    def test_a_file_that_may_only_be_read_is_read(self):
        subprocess.run([WRITER, self.ledger, "10"], stdout=subprocess.DEVNULL, check=True)
        self.ledger.chmod(0o444)
        self.folder.chmod(0o555)
        self.addCleanup(self.folder.chmod, 0o755)
        # Root may write anywhere.
        somebody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
        def run(*words):
            return subprocess.run([*somebody, *map(str, words)], capture_output=True, text=True, check=False)
        if run(PROGRAM, "--version").returncode != 0:
            self.skipTest("nobody but root may run the program where it lies")
        refused = run(WRITER, self.ledger, "1")
        self.assertEqual(refused.returncode, 4, refused.stderr)
        self.assertIn("Maybe the file, or its folder, may not be written to.", refused.stderr)
        read = run(PROGRAM, "ledger", "verify", self.ledger)
        self.assertEqual(read.returncode, 0, read.stdout + read.stderr)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["a.ledger"])


def kill_for_long():
    test = Crashes()
    test.setUp()
    began = time.monotonic()
    killed = Killing(test.ledger, *LONG, test.check)
    size = test.ledger.stat().st_size
    test.doCleanups()
    print(f"{killed.commits} commits acknowledged, {killed.kills} kills, {killed.acknowledged} entries, none missing, "
          f"{killed.unheard} of them of commits that were not acknowledged any more; {size / 1e6:.1f} MB, "
          f"{time.monotonic() - began:.0f} s, seed {SEED}")


if __name__ == "__main__":
    if "--long" in sys.argv:
        kill_for_long()
    else:
        unittest.main()
