// SPDX-License-Identifier: Apache-2.0
// Writes data/symbols/symbols.csv: symbols of kinds of units by APP-6, as the npm package milsymbol draws them.
//
//   node make_symbols.mjs FOLDER_OF_MILSYMBOL OUT.csv     (data/symbols/README.md says which version, and how to get it)
//
// A row: the code (20 digits, friendly, present), what it stands for, width and height of the view box, and what
// stands in it, with coordinates rounded to whole numbers (a symbol is 100 to 200 wide and shown at a quarter of that).
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const VERSION = "3.0.4";
const FRIEND = "1003"; // standard edition of APP-6(D), reality, friend

// Domain 10 land unit, 15 land equipment, 01 air, 30 sea surface, 35 sea subsurface; then status present, headquarters
// none, size, entity with its types, and no modifiers. Names are those of APP-6 where they are plain.
const code = (domain, size, entity, modifiers = "0000") => FRIEND + domain + "00" + size + entity + modifiers;
const NONE = "00", COMPANY = "15", BATTALION = "16", BRIGADE = "18";
const SYMBOLS = [
  [code("10", NONE, "121100"), "Infantry"],
  [code("10", NONE, "121102"), "Mechanised infantry"],
  [code("10", NONE, "120500"), "Armour"],
  [code("10", NONE, "121300"), "Reconnaissance"],
  [code("10", NONE, "130300"), "Field artillery"],
  [code("10", NONE, "130301"), "Self-propelled artillery"],
  [code("10", NONE, "130100"), "Air defence"],
  [code("10", NONE, "130700"), "Missile"],
  [code("10", NONE, "140700"), "Engineers"],
  [code("10", NONE, "140800"), "Explosive ordnance disposal"],
  [code("10", NONE, "141200"), "Military police"],
  [code("10", NONE, "140100"), "Chemical, biological, radiological and nuclear defence"],
  [code("10", NONE, "120600"), "Rotary-wing aviation"],
  [code("10", NONE, "121700"), "Special operations forces"],
  [code("10", NONE, "111000"), "Signal"],
  [code("10", NONE, "161300"), "Medical"],
  [code("10", NONE, "161400"), "Medical treatment facility"],
  [code("10", NONE, "163600"), "Transport"],
  [code("10", NONE, "163400"), "Supply"],
  [code("10", NONE, "161100"), "Maintenance"],
  [code("10", NONE, "110000"), "Command and control"],
  [code("10", NONE, "151000"), "Military intelligence"],
  [code("10", COMPANY, "121100"), "Infantry company"],
  [code("10", BATTALION, "121100"), "Infantry battalion"],
  [code("10", BATTALION, "121102"), "Mechanised infantry battalion"],
  [code("10", BATTALION, "120500"), "Armoured battalion"],
  [code("10", BATTALION, "130300"), "Field artillery battalion"],
  [code("10", BATTALION, "130700"), "Missile battalion"],
  [code("10", BATTALION, "140700"), "Engineer battalion"],
  [code("10", BATTALION, "163400"), "Supply battalion"],
  [code("10", BATTALION, "130100"), "Air defence battalion"],
  [code("10", BRIGADE, "121100"), "Infantry brigade"],
  [code("10", BRIGADE, "121102"), "Mechanised infantry brigade"],
  [code("10", BRIGADE, "120500"), "Armoured brigade"],
  [code("15", NONE, "120200"), "Tank"],
  [code("15", NONE, "111100"), "Surface-to-air missile launcher"],
  [code("15", NONE, "111000"), "Missile launcher"],
  [code("15", NONE, "110900"), "Howitzer"],
  [code("01", NONE, "110104"), "Fighter"],
  [code("01", NONE, "110100"), "Fixed-wing aircraft"],
  [code("01", NONE, "110109"), "Tanker aircraft"],
  [code("01", NONE, "110107"), "Cargo aircraft"],
  [code("01", NONE, "110110"), "Maritime patrol aircraft"],
  [code("01", NONE, "110112"), "Trainer aircraft"],
  [code("01", NONE, "110200"), "Rotary-wing aircraft"],
  [code("01", NONE, "110300"), "Unmanned aircraft"],
  [code("30", NONE, "120204"), "Frigate"],
  [code("30", NONE, "120203"), "Destroyer"],
  [code("30", NONE, "120205"), "Corvette"],
  [code("30", NONE, "120401"), "Minelayer"],
  [code("30", NONE, "120404"), "Minehunter"],
  [code("30", NONE, "120501"), "Patrol craft"],
  [code("30", NONE, "120500"), "Patrol vessel"],
  [code("30", NONE, "130000"), "Auxiliary vessel"],
  [code("35", NONE, "110100"), "Submarine"],
];

const rounded = (svg) => svg.replace(/-?\d+\.\d+(?=[^"]*")/g, (number) => String(Math.round(Number(number))));

function row(ms, [sidc, name]) {
  const symbol = new ms.Symbol(sidc, { size: 100 });
  if (!symbol.isValid()) throw new Error(`${sidc} (${name}) is no symbol that milsymbol knows`);
  const svg = symbol.asSVG();
  const [left, top, width, height] = /viewBox="([^"]*)"/.exec(svg)[1].split(" ").map(Number);
  const body = rounded(svg.replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, ""));
  const moved = `<g transform="translate(${Math.round(-left)} ${Math.round(-top)})">${body}</g>`;
  return [sidc, name, Math.ceil(width), Math.ceil(height), moved];
}

const written = (cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell));

const [folder, target] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
if (version !== VERSION) throw new Error(`milsymbol ${version} is there, ${VERSION} is wanted`);
const { ms, app6d } = await import(join(folder, "index.mjs"));
ms.addIcons(app6d);
const rows = SYMBOLS.map((symbol) => row(ms, symbol)).sort((a, b) => (a[0] < b[0] ? -1 : 1));
const lines = [["symbol", "name", "width", "height", "svg"], ...rows].map((cells) => cells.map(written).join(","));
writeFileSync(target, lines.join("\n") + "\n");
