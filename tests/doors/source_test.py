# SPDX-License-Identifier: Apache-2.0
"""`muster source read`: how much of each text's key it finds (the letter's only where its text is there), and what
it writes of what a person accepts."""
import csv
import hashlib
import io
import json
import pathlib
import tempfile
import unittest

from program import LETTER, files_of, muster

KEYS = pathlib.Path("tests/data")
KAMERBRIEF = pathlib.Path("../shared/sources/kamerbrief-2023-10-25.txt")
UPDATE = KEYS / "sources/invented-update.txt"
BRIEF = KEYS / "sources/invented-brief.txt"

# The least of right ones in a hundred, of those found and of those in the key.
LEAST = {
    "letter": dict.fromkeys(["citation", "date", "amount", "quantity", "promise"], (100, 100)),
    "update": dict.fromkeys(["citation", "date", "amount", "quantity", "promise"], (100, 100)),
    "brief": {"citation": (100, 87), "date": (100, 100), "amount": (100, 100), "quantity": (100, 87),
              "promise": (100, 88)},
}


def scores(text, key):
    said = muster("source", "read", text, "--key", key, "--json")
    assert said.returncode == 0, said.stderr
    return json.loads(said.stdout)["comparison"]


class Keys(unittest.TestCase):
    def check(self, name, text, key):
        comparison = scores(text, key)
        for score in comparison["scores"]:
            right, kind = 100 * score["right"], score["kind"]
            precision = right // score["found"] if score["found"] else 100
            recall = right // score["in_key"] if score["in_key"] else 100
            print(f"{name}: {kind}: {score['right']} right of {score['found']} found and {score['in_key']} in the "
                  f"key: precision {precision} %, recall {recall} %, whole value {score['whole']}")
            least = LEAST[name][kind]
            self.assertGreaterEqual(precision, least[0], (name, kind, comparison["wrong"]))
            self.assertGreaterEqual(recall, least[1], (name, kind, comparison["missed"]))

    @unittest.skipUnless(KAMERBRIEF.exists(), "the text of the letter is not here: its key is not tried")
    def test_the_letter(self):
        self.check("letter", KAMERBRIEF, KEYS / "kamerbrief-2023-10-25.key.csv")

    def test_the_invented_update(self):
        self.check("update", UPDATE, UPDATE.with_suffix(".key.csv"))

    def test_the_invented_brief(self):
        self.check("brief", BRIEF, BRIEF.with_suffix(".key.csv"))

    def test_a_wrong_key_is_refused_with_its_line(self):
        with tempfile.TemporaryDirectory() as folder:
            key = pathlib.Path(folder, "key.csv")
            key.write_text("kind,place,value,words\ndat,p1s1,x,\n", encoding="utf-8")
            said = muster("source", "read", UPDATE, "--key", key)
            self.assertEqual(said.returncode, 3)
            self.assertIn("key.csv:2", said.stderr)


class Places(unittest.TestCase):
    def test_each_place_holds_the_words_found_there(self):
        answer = json.loads(muster("source", "read", BRIEF, "--json").stdout)
        places = {place["place"]: place["text"] for place in answer["places"]}
        self.assertEqual(len(places), len(answer["places"]))
        for proposal in answer["proposals"]:
            self.assertIn(proposal["words"], places[proposal["place"]])
        self.assertEqual(answer["sha256"], hashlib.sha256(BRIEF.read_bytes()).hexdigest())

    def test_kinds_and_numbers_stay(self):
        every = json.loads(muster("source", "read", UPDATE, "--json").stdout)["proposals"]
        some = json.loads(muster("source", "read", UPDATE, "--kind", "promise", "--json").stdout)["proposals"]
        self.assertEqual(some, [proposal for proposal in every if proposal["kind"] == "promise"])


class Accepting(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.draft = pathlib.Path(scratch.name, "draft")

    def read(self, *words, text=UPDATE):
        return muster("source", "read", text, *words, "-o", self.draft, "--as", "invented-update")

    def rows(self, name):
        return list(csv.DictReader(io.StringIO((self.draft / name).read_text(encoding="utf-8"))))

    def test_nothing_is_written_unless_accepted(self):
        self.assertEqual(muster("source", "read", UPDATE).returncode, 0)
        said = self.read()
        self.assertEqual(said.returncode, 2)
        self.assertFalse(self.draft.exists())

    def test_all_that_is_accepted_is_a_draft_that_check_reads(self):
        said = self.read("--accept-all")
        self.assertEqual(said.returncode, 0, said.stderr)
        self.assertIn("read/findings.csv", said.stdout.replace("\n", ""))
        self.assertEqual(set(files_of(self.draft)),
                         {"sources.csv", "promises.csv", "read/findings.csv", "read/text.txt"})
        sources = {row["source"]: row for row in self.rows("sources.csv")}
        self.assertEqual(set(sources), {"invented-update", "eli-reg-2023-1525", "S-RES-2678-2023", "A-78-5"})
        self.assertEqual(sources["invented-update"]["date"], "2024-03-14")
        self.assertIn(hashlib.sha256(UPDATE.read_bytes()).hexdigest(), sources["invented-update"]["note"])
        promises = {row["promise"]: row for row in self.rows("promises.csv")}
        self.assertEqual(promises["P-invented-update-p4s2"]["due"], "2024-06-30")
        self.assertEqual(promises["P-invented-update-p3s2"]["source"], "invented-update#p3s2")
        kinds = {row["kind"] for row in self.rows("read/findings.csv")}
        self.assertEqual(kinds, {"date", "amount", "quantity"})
        self.assertEqual((self.draft / "read/text.txt").read_bytes(), UPDATE.read_bytes())
        checked = muster("check", LETTER, "--with", self.draft)
        self.assertEqual((checked.returncode, checked.stderr), (0, ""))

    def test_numbers_choose(self):
        proposals = json.loads(muster("source", "read", UPDATE, "--json").stdout)["proposals"]
        promises = [proposal["number"] for proposal in proposals if proposal["kind"] == "promise"]
        self.assertEqual(self.read("--accept", f"1-2,{promises[0]}").returncode, 0)
        self.assertEqual(len(self.rows("promises.csv")), 1)
        self.assertEqual(len(self.rows("sources.csv")), 1)
        self.assertEqual(len(self.rows("read/findings.csv")), 2)

    def test_numbers_that_are_none_write_nothing(self):
        for numbers in ("0", "1,999", "2-1", "x", "1,,2"):
            self.assertEqual(self.read("--accept", numbers).returncode, 2, numbers)
        self.assertEqual(self.read("--accept", "1", "--kind", "promise").returncode, 2)
        self.assertFalse(self.draft.exists())

    def test_what_is_there_already_is_left_alone(self):
        self.draft.mkdir()
        (self.draft / "mine.txt").write_text("mine", encoding="utf-8")
        self.assertEqual(self.read("--accept-all").returncode, 2)
        self.assertEqual(set(files_of(self.draft)), {"mine.txt"})

    def test_known_sources_need_no_row(self):
        self.assertEqual(self.read("--accept-all").returncode, 0)
        first, second = self.draft, self.draft.with_name("second")
        overlaid = muster("export", LETTER, "--with", first, "-o", self.draft.with_name("all"))
        self.assertEqual(overlaid.returncode, 0, overlaid.stderr)
        self.draft = second
        self.assertEqual(self.read("--accept-all", "--known", first.with_name("all")).returncode, 0)
        self.assertNotIn("sources.csv", files_of(second))


class Texts(unittest.TestCase):
    def test_a_pdf_is_read(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "letter.pdf")
            file.write_bytes(pdf(["Canada will send 14 Leopard 2", "tanks by 30 June 2024.", "", "", "It is so."]))
            said = muster("source", "read", file, "--json")
            self.assertEqual(said.returncode, 0, said.stderr)
            answer = json.loads(said.stdout)
            self.assertEqual([place["place"] for place in answer["places"]], ["p1s1", "p2s1"])
            values = [proposal["value"] for proposal in answer["proposals"]]
            self.assertIn("14;Leopard 2 tanks;CAN", values)
            self.assertIn("2024-06-30/2024-07-01", values)

    def test_what_is_no_text_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, content in (("broken.pdf", b"%PDF-1.4\nnothing"), ("scan.pdf", pdf([])),
                                  ("old.txt", b"caf\xe9 is not UTF-8")):
                file = pathlib.Path(folder, name)
                file.write_bytes(content)
                said = muster("source", "read", file)
                self.assertEqual(said.returncode, 3, name)
                self.assertIn(name, said.stderr)
        self.assertEqual(muster("source", "read", "no/such/file").returncode, 4)


def pdf(lines):
    """The smallest PDF that shows lines of text on one page."""
    shown = "".join(f"BT /F1 12 Tf 72 {720 - 16 * at} Td ({line}) Tj ET\n" for at, line in enumerate(lines))
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
              "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
              "/Resources << /Font << /F1 5 0 R >> >> >>",
              f"<< /Length {len(shown)} >>\nstream\n{shown}endstream",
              "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    text, places = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (f"{text}xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}"
            f"trailer << /Size {len(bodies) + 1} /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF\n").encode("ascii")


if __name__ == "__main__":
    unittest.main()
