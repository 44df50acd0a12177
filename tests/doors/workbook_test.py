# SPDX-License-Identifier: Apache-2.0
"""A workbook goes out of a ledger, is edited, and comes back: what was changed is recorded, and nothing else."""
import json
import pathlib
import re
import tempfile
import unittest
from xml.sax import saxutils
import zipfile

from program import muster


def column_letters(book: pathlib.Path, sheet: str) -> dict[str, str]:
    """The letter of each column, by its heading."""
    with zipfile.ZipFile(book) as archive:
        texts = re.findall(r"<si>.*?<t[^>]*>(.*?)</t>.*?</si>", archive.read("xl/sharedStrings.xml").decode(), re.S)
        head = re.search(r'<row r="1".*?</row>', archive.read(member_of(archive, sheet)).decode(), re.S)[0]
    return {texts[int(index)]: letters for letters, index in re.findall(r'<c r="([A-Z]+)1"[^>]*><v>(\d+)</v>', head)}


def member_of(archive: zipfile.ZipFile, sheet: str) -> str:
    names = re.findall(r'<sheet name="([^"]+)"', archive.read("xl/workbook.xml").decode())
    return f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"


def edit(book: pathlib.Path, sheet: str, cells: dict[str, str]) -> None:
    """Writes texts into cells, as "F2"; a row that is not there yet is added."""
    with zipfile.ZipFile(book) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
        member = member_of(archive, sheet)
    xml = members[member].decode()
    for place, text in cells.items():
        new = f'<c r="{place}" t="inlineStr"><is><t>{xml_text(text)}</t></is></c>'
        row = re.search(r"\d+", place)[0]
        if re.search(rf'<c r="{place}"[^>]*?(/>|>.*?</c>)', xml, re.S):
            xml = re.sub(rf'<c r="{place}"[^>]*?(/>|>.*?</c>)', lambda _, new=new: new, xml, count=1, flags=re.S)
        elif f'<row r="{row}"' in xml:
            xml = re.sub(rf'(<row r="{row}".*?)</row>', lambda m, new=new: m[1] + new + "</row>", xml, count=1, flags=re.S)
        else:
            xml = xml.replace("</sheetData>", f'<row r="{row}">{new}</row></sheetData>')
    members[member] = xml.encode()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def xml_text(text: str) -> str:
    return saxutils.escape(text)


class ThereAndBack(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.ledger, self.book = self.folder / "coalition.ledger", self.folder / "coalition.xlsx"
        self.done("ledger", "init", self.ledger)
        self.done("ledger", "import", self.ledger, "data/dmm-2023-10", "--record")
        self.done("export", self.ledger, "--xlsx", self.book)
        self.column = column_letters(self.book, "offers")
        self.last_row = len(self.offers()) + 1

    def done(self, *words):
        said = muster(*words)
        self.assertEqual(said.returncode, 0, said.stderr)
        return said

    def offers(self):
        shown = self.done("ledger", "show", self.ledger, "offers", "--json")
        return {row["cells"]["offer"]: row["cells"] for row in json.loads(shown.stdout)["rows"]}

    def take(self, code, *words):
        said = muster("import", "workbook", self.book, "--ledger", self.ledger, "--json", *words)
        self.assertEqual(said.returncode, code, said.stderr + said.stdout)
        return json.loads(said.stdout)

    def first_offer(self):
        return next(iter(self.offers()))

    def test_the_same_ledger_gives_the_same_bytes_and_what_was_not_edited_is_nothing(self):
        again = self.folder / "again.xlsx"
        self.done("export", self.ledger, "--xlsx", again)
        self.assertEqual(again.read_bytes(), self.book.read_bytes())
        taken = self.take(0)
        self.assertEqual((taken["statements"], taken["conflicts"]), (0, 0))

    def test_edited_cells_and_new_rows_are_recorded_and_nothing_else(self):
        before = self.offers()
        first, row = self.first_offer(), self.last_row + 1
        edit(self.book, "offers", {self.column["quantity"] + "2": "7", self.column["note"] + "2": "=1+1",
                                   self.column["offer"] + str(row): "NEW-1", self.column["nation"] + str(row): "Nederland",
                                   self.column["capability"] + str(row): "AD", self.column["status"] + str(row): "toegezegd",
                                   self.column["from"] + str(row): "1 mei 2024"})
        self.assertEqual(self.take(0, "--record")["statements"], 2)
        after = self.offers()
        self.assertEqual((str(after[first]["quantity"]), after[first]["note"]), ("7", "=1+1"))
        self.assertEqual((after["NEW-1"]["nation"], after["NEW-1"]["status"], after["NEW-1"]["from"]), ("NLD", "committed", "2024-05-01"))
        changed = {key for key in after if after[key] != before.get(key)}
        self.assertEqual(changed, {first, "NEW-1"})
        self.done("check", self.ledger)
        self.done("export", self.ledger, "--xlsx", self.book)
        self.assertEqual(self.take(0)["statements"], 0)

    def test_where_both_were_changed_nothing_is_recorded_until_a_side_is_to_win(self):
        first = self.first_offer()
        self.done("ledger", "record", self.ledger, "offers", f"offer={first}", "note=from the desk", "--valid-from", "2023-10-25")
        edit(self.book, "offers", {self.column["note"] + "2": "from the workbook"})
        taken = self.take(1, "--record")
        self.assertEqual((taken["conflicts"], taken["recorded"]), (1, False))
        conflict = next(r for r in taken["repairs"] if r["rule"] == "conflict")
        self.assertEqual((conflict["old"], conflict["new"]), ("from the desk", "from the workbook"))
        self.assertEqual(self.take(0, "--on-conflict", "ledger", "--record")["statements"], 0)
        self.assertTrue(self.take(0, "--on-conflict", "workbook", "--record")["recorded"])
        self.assertEqual(self.offers()[first]["note"], "from the workbook")

    def test_what_would_break_the_data_set_is_refused_with_sheet_and_row(self):
        edit(self.book, "offers", {self.column["capability"] + "2": "no-such-thing", self.column["status"] + "3": "comitted"})
        said = muster("import", "workbook", self.book, "--ledger", self.ledger, "--record")
        self.assertEqual(said.returncode, 3)
        self.assertIn("coalition.xlsx, offers:2:capability", said.stderr)
        self.assertIn("Maybe committed?", said.stderr)

    def test_a_workbook_of_another_ledger_or_of_none_is_refused(self):
        other = self.folder / "other.ledger"
        self.done("ledger", "init", other)
        said = muster("import", "workbook", self.book, "--ledger", other)
        self.assertEqual(said.returncode, 3)
        self.assertIn("another ledger", said.stderr)
        self.done("export", "data/dmm-2023-10", "--xlsx", self.book)
        said = muster("import", "workbook", self.book, "--ledger", self.ledger)
        self.assertEqual(said.returncode, 3)
        self.assertIn("not exported from a ledger", said.stderr)


if __name__ == "__main__":
    unittest.main()
