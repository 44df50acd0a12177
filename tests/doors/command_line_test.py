# SPDX-License-Identifier: Apache-2.0
"""Exit codes, help, advice, JSON, colour: what a user of the command line relies on."""
import json
import pathlib
import shutil
import tempfile
import unittest

from program import LETTER, PROGRAM, files_of, muster

VERBS = ["check", "show", "schema", "export", "plan", "verify", "judge", "compare", "programme", "burden",
         "report", "letter", "placemat", "diff-report", "generate", "source", "completion"]


class Words(unittest.TestCase):
    def test_every_verb_has_help_with_examples(self):
        for verb in VERBS:
            said = muster(verb, "--help")
            self.assertEqual(said.returncode, 0, verb)
            self.assertIn("Examples:", said.stdout, verb)

    def test_no_verb_is_wrong_use(self):
        self.assertEqual(muster().returncode, 2)

    def test_an_unknown_verb_names_the_nearest(self):
        said = muster("verfy", "out", LETTER)
        self.assertEqual(said.returncode, 2)
        self.assertIn('there is no verb "verfy"', said.stderr)
        self.assertIn("Maybe verify?", said.stderr)

    def test_an_unknown_option_names_the_nearest(self):
        said = muster("plan", LETTER, "--seeed", "3", "--dry-run")
        self.assertEqual(said.returncode, 2)
        self.assertIn("Maybe --seed?", said.stderr)

    def test_an_unknown_value_names_the_nearest(self):
        said = muster("plan", LETTER, "--count", "bst", "--dry-run")
        self.assertEqual(said.returncode, 2)
        self.assertIn("Maybe best?", said.stderr)

    def test_a_number_out_of_range_is_wrong_use(self):
        self.assertEqual(muster("plan", LETTER, "--threads", "0", "--dry-run").returncode, 2)

    def test_plan_asks_for_a_target(self):
        self.assertEqual(muster("plan", LETTER).returncode, 2)

    def test_version(self):
        said = muster("--version")
        self.assertEqual(said.returncode, 0)
        self.assertRegex(said.stdout, r"^muster \d+\.\d+\.\d+\n$")

    def test_completion_knows_every_verb(self):
        script = muster("completion", "bash").stdout
        for verb in VERBS:
            self.assertIn(verb, script)
        self.assertIn("--time-limit", script)


class Tables(unittest.TestCase):
    def test_check_accepts_the_letter(self):
        said = muster("check", LETTER)
        self.assertEqual((said.returncode, said.stderr), (0, ""))

    def test_a_missing_folder_is_the_world(self):
        said = muster("check", "no/such/folder")
        self.assertEqual(said.returncode, 4)
        self.assertIn("no/such/folder", said.stderr)

    def test_show_takes_the_folder_as_word_option_or_variable(self):
        by_word = muster("show", LETTER, "nations", "NLD")
        self.assertEqual(by_word.returncode, 0, by_word.stderr)
        self.assertEqual(muster("show", "nations", "NLD", "--data", LETTER).stdout, by_word.stdout)
        by_variable = muster("show", "nations", "NLD", variables={"MUSTER_DATA": LETTER})
        self.assertEqual(by_variable.stdout, by_word.stdout)
        self.assertIn("In offers:", by_word.stdout)

    def test_show_names_the_nearest_table_and_key(self):
        self.assertIn("Maybe nations?", muster("show", LETTER, "natons").stderr)
        said = muster("show", LETTER, "nations", "NLE")
        self.assertEqual(said.returncode, 2)
        self.assertIn("Maybe NLD?", said.stderr)

    def test_json_parses(self):
        for words in (["check", LETTER], ["schema"], ["schema", "offers"], ["show", LETTER, "nations"],
                      ["show", LETTER, "nations", "NLD"], ["plan", LETTER, "--dry-run"]):
            said = muster(*words, "--json")
            self.assertEqual(said.returncode, 0, said.stderr)
            json.loads(said.stdout)

    def test_no_colour_where_no_terminal_is(self):
        self.assertNotIn("\x1b[", muster("check", LETTER).stdout + muster("plan", LETTER, "--dry-run").stdout)

    def test_export_is_its_own_normal_form(self):
        with tempfile.TemporaryDirectory() as folder:
            once, twice = pathlib.Path(folder, "once"), pathlib.Path(folder, "twice")
            self.assertEqual(muster("export", LETTER, "-o", once).returncode, 0)
            self.assertEqual(muster("export", once, "-o", twice).returncode, 0)
            self.assertEqual(files_of(once), files_of(twice))
            self.assertEqual(muster("export", LETTER, "-o", once).returncode, 2)


class Faults(unittest.TestCase):
    def test_thirty_faults_are_thirty_problems(self):
        said = muster("check", "tests/data/thirty_faults")
        self.assertEqual((said.returncode, said.stdout), (3, ""))
        problems = json.loads(muster("check", "tests/data/thirty_faults", "--json").stdout)["problems"]
        self.assertEqual(len(problems), 30)
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder, "out")
            self.assertEqual(muster("plan", "tests/data/thirty_faults", "-o", out).returncode, 3)
            self.assertEqual(list(pathlib.Path(folder).iterdir()), [])

    def test_all_problems_at_once_and_nothing_written(self):
        with tempfile.TemporaryDirectory() as folder:
            data, out = pathlib.Path(folder, "data"), pathlib.Path(folder, "out")
            shutil.copytree(LETTER, data)
            for table, column in (("requirements", "from"), ("offers", "from"), ("requirements", "kind")):
                spoil(data / f"{table}.csv", column, "2024-13-01")
            for words in (["check", data], ["plan", data, "-o", out], ["export", data, "-o", out]):
                said = muster(*words)
                self.assertEqual(said.returncode, 3, words)
                self.assertEqual(said.stdout, "")
                self.assertEqual(said.stderr.count('"2024-13-01" is'), 3, said.stderr)
                self.assertFalse(out.exists())
            problems = json.loads(muster("check", data, "--json").stdout)
            self.assertEqual(len(problems["problems"]), 3)


def spoil(file, column, text):
    """Puts `text` into the column of the first row."""
    import csv
    with open(file, newline="", encoding="utf-8") as stream:
        rows = list(csv.reader(stream))
    rows[1][rows[0].index(column)] = text
    with open(file, "w", newline="", encoding="utf-8") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)


if __name__ == "__main__":
    assert PROGRAM
    unittest.main()
