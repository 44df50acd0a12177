# SPDX-License-Identifier: Apache-2.0
"""A ledger in PostgreSQL from outside: what it answers is what one in a file answers."""
import pathlib
import subprocess
import tempfile
import unittest

import postgres_server
from program import LETTER, files_of, muster

AUTUMN = {"SOURCE_DATE_EPOCH": "1698242400", "MUSTER_BY": "desk"}  # 2023-10-25T14:00:00Z


class LedgerInPostgres(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = postgres_server.start()
        if cls.server is None:
            raise unittest.SkipTest("PostgreSQL's server is not installed: ./x test installs it")
        cls.addClassCleanup(cls.server.stop)

    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.folder = pathlib.Path(self.scratch.name)

    def say(self, *words, code=0):
        said = muster(*words, variables=AUTUMN)
        self.assertEqual(said.returncode, code, (words, said.stdout, said.stderr))
        return said.stdout + said.stderr

    def answers(self, ledger, name):
        """What is said of a ledger with the letter in it, and the folders that are written."""
        self.say("ledger", "init", ledger)
        said = [self.say("ledger", *words) for words in (
            ("import", ledger, LETTER, "--record"),
            ("import", ledger, LETTER),
            ("record", ledger, "offers", "offer=NLD-MQ9", "status=withdrawn", "--valid-from", "2024-02-01"),
            ("undo", ledger, 914, "--why", "the wrong unit"),
            ("show", ledger, "offers"),
            ("show", ledger, "offers", "NLD-MQ9", "--as-of", "2024-02-01"),
            ("log", ledger, "--last", 5, "--json"),
            ("diff", ledger, "2023-10-25", "2024-02-01", "--json"))]
        said += [self.say("show", ledger, "offers"), self.say("check", ledger)]
        self.say("ledger", "verify", ledger)
        export, plan = self.folder / f"{name}-export", self.folder / f"{name}-plan"
        self.say("ledger", "export", ledger, "-o", export)
        self.say("plan", ledger, "-o", plan)
        self.say("verify", plan, ledger)
        return said, files_of(export), files_of(plan)

    def test_it_answers_as_a_file_does(self):
        ledger = self.server.new_database()
        theirs = self.answers(ledger, "postgres")
        ours = self.answers(self.folder / "a.ledger", "sqlite")
        for there, here in zip(theirs[0], ours[0]):
            self.assertEqual(there.replace(ledger, "LEDGER"), here.replace(str(self.folder / "a.ledger"), "LEDGER"))
        self.assertEqual(theirs[1:], ours[1:])

    def test_a_password_is_never_told(self):
        for url in ("postgresql://desk:secret@localhost:1/none", "postgresql://desk:sec%zzret@localhost/none"):
            for words in (("ledger", "log", url), ("plan", url, "-o", self.folder / "out"), ("ledger", "init", url)):
                said = self.say(*words, code=4)
                self.assertIn("postgresql://desk@localhost", said)
                self.assertNotIn("ret@", said)

    def test_a_made_ledger_is_not_made_again(self):
        url = self.server.new_database()
        self.assertIn("no such ledger", self.say("ledger", "log", url, code=4))
        self.say("ledger", "init", url)
        self.assertIn("is there already", self.say("ledger", "init", url, code=4))


if __name__ == "__main__":
    unittest.main()
