# SPDX-License-Identifier: Apache-2.0
"""A ledger from outside: what is recorded, what is shown of which day, what is refused, what is planned."""
import json
import pathlib
import sqlite3
import tempfile
import unittest

from program import LETTER, files_of, muster

AUTUMN = {"SOURCE_DATE_EPOCH": "1698242400", "MUSTER_BY": "desk"}  # 2023-10-25T14:00:00Z
SPRING = {"SOURCE_DATE_EPOCH": "1709287200", "MUSTER_BY": "desk"}  # 2024-03-01T10:00:00Z


class Ledger(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.file = pathlib.Path(self.scratch.name, "a.ledger")

    def say(self, verb, *words, code=0, at=AUTUMN):
        said = muster("ledger", verb, self.file, *words, variables=at)
        self.assertEqual(said.returncode, code, (verb, words, said.stdout, said.stderr))
        return said

    def told(self, verb, *words, code=0, at=AUTUMN):
        return json.loads(self.say(verb, *words, "--json", code=code, at=at).stdout)

    def import_letter(self):
        self.say("init")
        self.say("import", LETTER, "--record")

    def test_an_import_is_shown_before_it_is_recorded(self):
        self.say("init")
        self.assertIn("Say --record", self.say("import", LETTER).stdout)
        self.assertEqual(self.told("log")["entries"], [])
        recorded = self.told("import", LETTER, "--record")
        self.assertTrue(recorded["recorded"])
        self.assertEqual(recorded["rows"]["added"], recorded["rows"]["read"])
        self.assertEqual(self.told("import", LETTER, "--record")["entries"], [])

    def test_what_is_exported_is_what_was_imported(self):
        self.import_letter()
        out, letter = (pathlib.Path(self.scratch.name, name) for name in ("out", "letter"))
        self.say("export", "-o", out)
        self.assertEqual(muster("export", LETTER, "-o", letter).returncode, 0)
        self.assertEqual(files_of(out), files_of(letter))

    def test_a_plan_from_the_ledger_is_the_plan_from_the_data(self):
        self.import_letter()
        out, same = (pathlib.Path(self.scratch.name, name) for name in ("out", "same"))
        self.assertEqual(muster("plan", self.file, "-o", out).returncode, 0)
        self.assertEqual(muster("plan", LETTER, "-o", same).returncode, 0)
        self.assertEqual(files_of(out), files_of(same))
        self.assertEqual(muster("verify", out, self.file).returncode, 0)

    def test_a_day_shows_what_was_true_and_what_was_known(self):
        self.import_letter()
        self.say("record", "offers", "offer=NLD-MQ9", "status=withdrawn", "--valid-from", "2024-02-01", at=SPRING)

        def status(*days):
            said = muster("ledger", "show", self.file, "offers", "NLD-MQ9", *days, "--json")
            return json.loads(said.stdout)["rows"][0]["cells"]["status"]

        self.assertEqual(status("--as-of", "2024-01-31"), "committed")
        self.assertEqual(status("--as-of", "2024-02-01"), "withdrawn")
        self.assertEqual(status("--as-of", "2024-03-01", "--known-on", "2024-02-29"), "committed")
        cells = self.told("diff", "2023-10-25", "2024-03-01")["differences"]
        self.assertEqual([(c["key"], c["column"], c["before"], c["after"]) for c in cells],
                         [("NLD-MQ9", "status", "committed", "withdrawn")])
        known = self.told("diff", "2023-10-25", "2024-03-01", "--known")
        self.assertEqual(known["differences"], cells)
        self.assertEqual(self.told("diff", "2024-02-01", "2024-02-29", "--known")["differences"], [])

    def test_undo_takes_back_and_undo_of_undo_brings_back(self):
        self.import_letter()
        self.say("record", "offers", "offer=NLD-MQ9", "status=withdrawn")
        number = self.told("log", "--last", "1")["entries"][0]["number"]
        self.say("undo", number, "--why", "the wrong unit")
        log = self.told("log", "offers", "NLD-MQ9")["entries"]
        self.assertEqual(log[-2]["reversed_by"], number + 1)
        self.assertEqual(log[-1]["why"], "the wrong unit")
        self.assertIn("taken back already", self.say("undo", number, code=2).stderr)
        self.say("undo", number + 1)
        self.assertIsNone(self.told("log", "offers", "NLD-MQ9")["entries"][-3]["reversed_by"])

    def test_what_is_not_right_is_refused_and_nothing_is_recorded(self):
        self.import_letter()
        head = self.told("log", "--last", "1")["entries"][0]["number"]
        for words, code, said in (
                (["offers", "offer=NLD-MQ9", "status=commited"], 3, "Maybe committed?"),
                (["offers", "offer=NEW", "nation=NLD", "unit=NLD-MQ", "status=offered"], 3, "Maybe"),
                (["offers", "status=offered"], 2, "offer=… is missing"),
                (["offers", "offer=NLD-MQ9", "sttus=offered"], 2, "Maybe status?"),
                (["ofers", "offer=NLD-MQ9"], 2, "Maybe offers?"),
                (["offers", "NLD-MQ9"], 2, "Maybe the key, as in offer=NLD-MQ9?"),
                (["nations", "nation=NLD", "--remove"], 3, "NLD"),
                (["offers", "offer=NLD-MQ9", "status=offered", "--source", "kst-28676-443"], 2, "Maybe kst-28676-442?"),
                (["offers", "offer=NLD-MQ9", "status=offered", "--valid-from", "1 March"], 2, "is not a date")):
            self.assertIn(said, self.say("record", *words, code=code).stderr, words)
        self.assertEqual(self.told("log", "--last", "1")["entries"][0]["number"], head)

    def test_what_somebody_else_changed_since_is_not_overwritten(self):
        self.import_letter()
        seen = self.told("log", "--last", "1")["entries"][0]["number"]
        self.say("record", "offers", "offer=NLD-MQ9", "status=withdrawn", "--by", "another desk")
        words = ["record", "offers", "offer=NLD-MQ9", "status=in_place", "--read", seen]
        said = self.say(*words, code=1).stderr
        self.assertIn("Changed since you read it", said)
        self.assertIn("another desk", said)
        self.assertEqual(self.told(*words, code=1)["changed"][0]["theirs"]["cells"]["status"], "withdrawn")
        self.say("record", "offers", "offer=DNK-FRIG", "status=committed", "--read", seen)

    def test_verify_names_the_entry_that_was_tampered_with(self):
        self.import_letter()
        self.say("verify")
        with sqlite3.connect(self.file) as database:
            database.execute("DROP TRIGGER never_changed")
            database.execute("UPDATE entries SET recorded_by = 'nobody' WHERE number = 100")
        database.close()
        self.assertIn("broken at entry 100", self.say("verify", code=1).stdout)

    def test_dates_are_asked_of_ledgers_only(self):
        said = muster("check", LETTER, "--as-of", "2024-01-01")
        self.assertEqual(said.returncode, 3)
        self.assertIn("only a ledger knows other days", said.stderr)

    def test_what_is_no_ledger_is_said_plainly(self):
        self.assertIn("no such ledger", self.say("log", code=4).stderr)
        self.file.write_text("offer,nation\n")
        self.assertIn("file is not a database", self.say("log", code=4).stderr)
        self.assertIn("is there already", self.say("init", code=4).stderr)
        self.assertIn('no verb "reccord"', muster("ledger", "reccord", self.file).stderr)
        self.assertIn("Maybe record?", muster("ledger", "reccord", self.file).stderr)


class Quotations(unittest.TestCase):
    """An import quotes the sentences that its rows name."""
    LETTER = pathlib.Path("../shared/sources/kamerbrief-2023-10-25.txt")

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.ledger = pathlib.Path(scratch.name, "coalition.ledger")
        self.text = pathlib.Path(scratch.name, "invented.txt")
        self.assertEqual(muster("ledger", "init", self.ledger).returncode, 0)

    def take(self, document, *words):
        return muster("ledger", "import", self.ledger, "data/dmm-2023-10", "--quote-from", f"kb-2023-10-25={document}", *words)

    def quoted(self):
        log = json.loads(muster("ledger", "log", self.ledger, "--json").stdout)["entries"]
        return {entry["source"].split("#")[1]: entry["quotation"] for entry in log if entry["quotation"]}

    def test_every_sentence_that_is_named_is_quoted(self):
        self.text.write_text("\n\n".join(" ".join(f"Sentence {s} of paragraph {p} says what it says." for s in range(1, 31))
                                        for p in range(1, 61))
                             + " The last one has a note.1\n\n1 The words of the note.\n", encoding="utf-8")
        said = self.take(self.text, "--record")
        self.assertEqual(said.returncode, 0, said.stderr)
        quoted = self.quoted()
        self.assertGreater(len(quoted), 40)
        self.assertEqual(quoted.pop("fn1"), "The words of the note.")
        for place, words in quoted.items():
            paragraph, sentence = place[1:].split("s")
            self.assertEqual(words, f"Sentence {sentence} of paragraph {paragraph} says what it says.")
        self.assertEqual(muster("ledger", "verify", self.ledger).returncode, 0)

    def test_places_that_the_document_does_not_have_are_told_at_once_and_nothing_is_recorded(self):
        self.text.write_text("One sentence only.\n", encoding="utf-8")
        said = self.take(self.text, "--record")
        self.assertEqual(said.returncode, 3)
        self.assertGreater(said.stderr.count("it has no sentence p"), 20)
        self.assertEqual(json.loads(muster("ledger", "log", self.ledger, "--json").stdout)["entries"], [])

    def test_the_letter_is_quoted_in_its_own_ledger(self):
        if not self.LETTER.exists():
            self.skipTest("../shared/sources is not there")
        said = self.take(self.LETTER, "--record")
        self.assertEqual(said.returncode, 0, said.stderr)
        self.assertGreater(len(self.quoted()), 40)


if __name__ == "__main__":
    unittest.main()
