# SPDX-License-Identifier: Apache-2.0
"""The report to parliament: every fact of docs/letter.md is in it, in Dutch, with footnotes that are there; templates and
documents."""
import json
import pathlib
import re
import shutil
import tempfile
import unittest
import zipfile

from program import LETTER, muster

FACTS = pathlib.Path("docs/letter.md")
MARK = re.compile(r"\[\^(\d+)\]")


def facts():
    """The rows of the table "Fact by fact": what of the letter, and the words that must be in ours."""
    text = FACTS.read_text(encoding="utf-8").split("## The report to parliament, fact by fact")[1]
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| L") and len(cells) == 3:
            yield cells[0], cells[2].strip("`")


def plain(markdown: str) -> str:
    return " ".join(MARK.sub("", markdown).replace("\\", "").split())


class LetterWriting(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.plan = pathlib.Path(cls.scratch.name, "plan")
        assert muster("plan", LETTER, "-o", cls.plan).returncode == 0
        cls.dutch = cls.write("--language", "nl")

    @classmethod
    def write(cls, *words):
        said = muster("letter", cls.plan, "--from", "NLD", *words)
        assert said.returncode == 0, said.stderr
        return said.stdout

    def file(self, name):
        return pathlib.Path(self.scratch.name, name)

    def test_every_fact_of_the_table_is_in_the_dutch_letter(self):
        letter, rows = plain(self.dutch), list(facts())
        self.assertEqual({row for row, _ in rows}, {f"L{k}" for k in range(1, 12)})
        self.assertEqual([(row, words) for row, words in rows if words not in letter], [])

    def test_every_mark_has_its_footnote_and_every_footnote_its_mark(self):
        for letter in (self.dutch, self.write("--language", "en")):
            notes = re.findall(r"^\[\^(\d+)\]: \S", letter, re.MULTILINE)
            marks = set(MARK.findall(re.sub(r"^\[\^\d+\]:", "", letter, flags=re.MULTILINE)))
            self.assertEqual(notes, [str(k + 1) for k in range(len(notes))])
            self.assertEqual(set(notes), marks)
            self.assertGreater(len(notes), 20)

    def test_the_same_plan_gives_the_same_letter(self):
        self.assertEqual(self.dutch, self.write("--language", "nl"))

    def test_another_nation_writes_of_its_own_contributions(self):
        german = muster("letter", self.plan, "--from", "DEU").stdout
        self.assertIn("Report of Germany to parliament", german)
        self.assertIn("Germany has committed 1 system", german)
        self.assertNotIn("Netherlands has committed", german)

    def test_an_unknown_nation_is_refused_with_what_was_maybe_meant(self):
        said = muster("letter", self.plan, "--from", "NDL")
        self.assertEqual(said.returncode, 2)
        self.assertIn("Maybe NLD", said.stderr)

    def test_a_template_of_ones_own_counts_and_a_broken_one_is_refused(self):
        own, broken = self.file("own.md"), self.file("broken.md")
        own.write_text("{{{nation}}}: {{#themes}}<{{{name}}}>{{/themes}}\n", encoding="utf-8")
        broken.write_text("{{#themes}} without an end", encoding="utf-8")
        self.assertEqual(self.write("--language", "nl", "--template", own),
                         "Nederland: <Oekraïne><Operatie Interflex><Afschrikking en verdediging><Missies en operaties>\n")
        said = muster("letter", self.plan, "--from", "NLD", "--template", broken)
        self.assertEqual(said.returncode, 2)
        self.assertIn("is no template", said.stderr)
        ours = muster("letter", "--print-template", "--language", "nl")
        own.write_text(ours.stdout, encoding="utf-8")
        self.assertEqual(self.write("--language", "nl", "--template", own), self.dutch)

    def test_json_has_the_letter_in_it(self):
        self.assertEqual(json.loads(self.write("--language", "nl", "--json"))["markdown"], self.dutch)

    def test_a_document_of_no_known_kind_is_refused(self):
        said = muster("letter", self.plan, "--from", "NLD", "-o", self.file("letter.odd"))
        self.assertEqual(said.returncode, 2)
        self.assertIn("Maybe end it with .md", said.stderr)
        self.assertFalse(self.file("letter.odd").exists())

    def test_a_docx_has_the_letter_and_is_the_same_each_time(self):
        if shutil.which("pandoc") is None:
            self.skipTest("pandoc is not installed")
        for name in ("one.docx", "two.docx"):
            self.write("--language", "nl", "-o", self.file(name))
        self.assertEqual(self.file("one.docx").read_bytes(), self.file("two.docx").read_bytes())
        with zipfile.ZipFile(self.file("one.docx")) as document:
            words = re.sub(r"<[^>]+>", "", document.read("word/document.xml").decode("utf-8"))
            notes = document.read("word/footnotes.xml").decode("utf-8")
        self.assertIn("vier rotaties van elk 90 personen", words)
        self.assertIn("nr. 442", notes)


if __name__ == "__main__":
    unittest.main()
