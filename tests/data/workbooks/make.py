# SPDX-License-Identifier: Apache-2.0
"""Writes the workbooks that tests read, from the XML that they are made of: make.py in this folder. All that they hold is invented."""
import pathlib
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def write(name: str, members: dict[str, str], stored: str = "") -> None:
    with zipfile.ZipFile(HERE / name, "w") as book:
        for member, text in members.items():
            info = zipfile.ZipInfo(member, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if member == stored else zipfile.ZIP_DEFLATED
            book.writestr(info, text)


def xlsx(sheets: dict[str, str], is_1904: bool = False) -> dict[str, str]:
    names = list(sheets)
    counted = ' date1904="1"' if is_1904 else ""
    parts = {f"/xl/worksheets/sheet{k}.xml": "worksheet" for k in range(1, len(names) + 1)}
    parts |= {"/xl/styles.xml": "styles", "/xl/sharedStrings.xml": "sharedStrings"}
    members = {"[Content_Types].xml": HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
               '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
               f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
               + "".join(f'<Override PartName="{part}" ContentType="{KIND}.{kind}+xml"/>' for part, kind in parts.items())
               + "</Types>",
               "_rels/.rels": HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
               f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
               "xl/workbook.xml": HEAD + f'<workbook {MAIN} xmlns:r="{REL}"><workbookPr{counted}/>'
               "<sheets>" + "".join(f'<sheet name="{name}" sheetId="{k}" r:id="rId{k}"/>' for k, name in enumerate(names, 1))
               + "</sheets></workbook>",
               "xl/_rels/workbook.xml.rels": HEAD
               + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
               + "".join(f'<Relationship Id="rId{k}" Type="{REL}/worksheet" Target="worksheets/sheet{k}.xml"/>'
                         for k in range(1, len(names) + 1))
               + f'<Relationship Id="rId90" Type="{REL}/styles" Target="styles.xml"/>'
               f'<Relationship Id="rId91" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
               "xl/styles.xml": HEAD + f'<styleSheet {MAIN}><numFmts count="2">'
               '<numFmt numFmtId="164" formatCode="d&quot; of &quot;mmmm\\ yyyy"/>'
               '<numFmt numFmtId="165" formatCode="[Red]#,##0.00&quot; days&quot;"/></numFmts>'
               '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>'
               '<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>'
               '<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>'
               '<xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/>'
               '<xf numFmtId="20" applyNumberFormat="1"/></cellXfs></styleSheet>',
               "xl/sharedStrings.xml": HEAD + f'<sst {MAIN} count="3" uniqueCount="3"><si><t>Nation</t></si>'
               "<si><r><t>Role 2 </t></r><r><rPr><b/></rPr><t>medical</t></r></si><si><t>Überblick &amp; &lt;mehr&gt;</t></si></sst>"}
    for k, rows in enumerate(sheets.values(), 1):
        members[f"xl/worksheets/sheet{k}.xml"] = HEAD + f"<worksheet {MAIN}>{rows}</worksheet>"
    return members


KINDS = ('<sheetData>'
         '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>'
         '<row r="3"><c r="A3" s="1"><v>44621</v></c><c r="B3" s="2"><v>44621.5</v></c><c r="C3" s="3"><v>1234.5</v></c>'
         '<c r="D3" s="4"><v>0.25</v></c><c r="E3"><v>1e21</v></c><c r="F3"><v>0.053347630855840763</v></c></row>'
         '<row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="inlineStr"><is><t>written here</t></is></c>'
         '<c r="C4" t="e"><v>#N/A</v></c><c r="D4" t="str"><f>A1&amp;"s"</f><v>Nations</v></c><c r="E4"><f>1+1</f><v>2</v></c></row>'
         '</sheetData><mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>')
# Three shared formulas and one of an array, on the second sheet: some readers put their values elsewhere.
FORMULAS = ('<sheetData>'
            '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>10</v></c></row>'
            '<row r="2"><c r="A2"><v>6</v></c><c r="B2"><f t="shared" si="0"/><v>12</v></c></row>'
            '<row r="3"><c r="A3"><v>7</v></c><c r="B3"><f t="shared" si="0"/><v>14</v></c></row>'
            '<row r="4"><c r="A4"><f t="array" ref="A4">SUM(A1:A3*2)</f><v>36</v></c></row></sheetData>')


def ods() -> dict[str, str]:
    names = " ".join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in
                     {"office": "office", "table": "table", "text": "text", "style": "style", "number": "datastyle"}.items())
    cell = '<table:table-cell office:value-type='
    content = (HEAD + f'<office:document-content {names} office:version="1.2"><office:body><office:spreadsheet>'
               '<table:table table:name="Offers"><table:table-column table:number-columns-repeated="4"/>'
               f'<table:table-row>{cell}"string"><text:p>Nation</text:p></table:table-cell>'
               f'{cell}"string"><text:p>From</text:p></table:table-cell></table:table-row>'
               f'<table:table-row>{cell}"string"><text:p>Netherlands</text:p></table:table-cell>'
               f'{cell}"date" office:date-value="2022-03-01"><text:p>1 March 2022</text:p></table:table-cell>'
               f'{cell}"float" office:value="12.5"><text:p>12.5</text:p></table:table-cell></table:table-row>'
               '</table:table></office:spreadsheet></office:body></office:document-content>')
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return {"mimetype": kind, "content.xml": content,
            "META-INF/manifest.xml": HEAD + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'}


def letters(column: int) -> str:
    return chr(ord("A") + column)


def cell(column: int, row: int, value: str | float) -> str:
    place = f'r="{letters(column)}{row}"'
    if isinstance(value, str):
        text = value.replace("&", "&amp;").replace("<", "&lt;")
        return f'<c {place} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>' if value else ""
    return f"<c {place}><v>{value!r}</v></c>"


def table(rows: list[list[str | float]]) -> str:
    return "<sheetData>" + "".join(
        f'<row r="{r}">' + "".join(cell(c, r, value) for c, value in enumerate(row)) + "</row>"
        for r, row in enumerate(rows, 1)) + "</sheetData>"


# Pledges after the form of the Kiel Institute's tracker; donors, goods and sums are invented.
PLEDGES = [
    ["ID", "countries", "Announcement Date", "Type of Aid General", "Explanation", "", "Type of item", "Sub-type of item",
     "No. of Units", "No. of Units delivered (in-kind military aid)", "Converted Value in EUR",
     "Total monetary value delivered in EUR", "Source of Aid 1", "Source for Delivery"],
    ["NLM1", "Netherlands", 44621, "Military", "Two kinds of invented goods", "pump", "Military equipment", ".", 20, 12, 1234567.89,
     ".", "https://example.org/one ", "https://example.org/two"],
    ["NLM1", "Netherlands", 44621, "Military", "Two kinds of invented goods", "tent", "Military equipment", ".", "1.000.00", ".", "",
     ".", "https://example.org/one ", "."],
    ["BEH1", "Belgium", "until 7/27/2022", "Humanitarian", "Blankets", "blanket", "Humanitarian", ".", "undisclosed", ".", 50000,
     ".", ".", "."],
    ["BEH1", "Belgium", "until 7/27/2022", "Humanitarian", "Blankets", "blanket", "Humanitarian", ".", "undisclosed", ".", 50000,
     ".", ".", "."],
    ["XXF1", "Atlantis", "2922-02-09", "Financial", "", ".", ".", ".", ".", ".", 1000000, ".", ".", "."],
    ["EUF1", "EU (Commission and Council)", "unclear, 04/22", "Financial", "A loan", ".", ".", ".", ".", ".", 2000000, 500000, ".", "."],
    ["EIF1", "European Investment Bank", 44700, "Financial", "A loan", ".", ".", ".", ".", ".", 300000, ".", ".", "."]]
SUMS = [["Numbers by country"], [],
        ["Country", "EU member", "Financial commitments", "Humanitarian commitments", "Military commitments"],
        ["", "", "€ billion", "€ billion", "€ billion"],
        ["Belgium", 1, 0, 0.00005, 0], ["EU (Commission and Council)", 0, 0.002, 0, 0],
        ["Netherlands", 1, 0, 0, 0.00123456789], ["Total", ".", 0.002, 0.00005, 0.00123456789]]

# A desk's sheet: a title above the heading, a merged nation, a day as a number, a sum below. Invented.
CONTRIBUTIONS = [["Bijdragen, stand 1 maart 2024"], [], ["Land", "Middel", "Aantal", "Vanaf", "Stand van zaken", "Opmerking"],
                 ["Nederland", "Air defence system", "1.000", 45352, "toegezegd", "uit voorraad"],
                 ["", "AD", 4, "1 mei 2024", "voornemen", ""], ["Duitsland '", "AD", "tientallen", "", "aangeboden", ""],
                 ["Atlantis", "AD", 2, "", "aangeboden", ""], ["Totaal", "", 1006, "", "", ""]]

if __name__ == "__main__":
    write("kinds.xlsx", xlsx({"Kinds of cells": KINDS, "Formulas": FORMULAS}))
    write("from-1904.xlsx", xlsx({"Kinds of cells": KINDS}, is_1904=True))
    write("kiel-tracker.xlsx", xlsx({"ReadMe": table([["Invented, after the 7th release (covering January 24 to October 3, 2022)"]]),
                                     "Bilateral assistance": table(PLEDGES), "Country Summary": table(SUMS)}))
    write("bijdragen.xlsx", xlsx({"Toelichting": table([["Niets te lezen"]]),
                                  "Bijdragen": table(CONTRIBUTIONS) + '<mergeCells count="1"><mergeCell ref="A4:A5"/></mergeCells>'}))
    write("offers.ods", ods(), stored="mimetype")
