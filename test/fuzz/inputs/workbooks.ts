// Workbooks with broken parts: missing, cut off, pointing to nothing or to themselves, with numbers out of range, XML of ill will.

import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { byteChanges, changedBytes } from "./bytes";
import { share } from "./share";
import { cellText, changed, changes, rows } from "./texts";

/** Parts by path, as text. */
export type Parts = Readonly<Record<string, string>>;

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (...targets: readonly (readonly [kind: string, target: string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`).join("")}</Relationships>`;

/** The smallest workbook that has all that is read: shared and inline strings, a date, a percentage, a formula, an error, a hidden sheet, a table. */
export function smallParts(table: readonly (readonly string[])[]): Parts {
  const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udfff]/g, "?");
  const shared = [...new Set(table.flat())];
  const cell = (text: string, row: number, column: number) => {
    const at = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (text !== "" && Number.isFinite(Number(text))) return `<c r="${at}" s="${column % 3}"><v>${text}</v></c>`;
    return column % 2 === 0 ? `<c r="${at}" t="s"><v>${shared.indexOf(text)}</v></c>` : `<c r="${at}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`;
  };
  const body = table.map((row, at) => `<row r="${at + 1}">${row.slice(0, 20).map((text, column) => cell(text, at, column)).join("")}</row>`).join("");
  return {
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `<?xml version="1.0"?><workbook ${main}><workbookPr date1904="0"/><sheets><sheet name="Deals" sheetId="1" r:id="rId1"/><sheet name="Hidden" sheetId="2" state="hidden" r:id="rId2"/></sheets><definedNames><definedName name="AsOf">Deals!$A$1</definedName></definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(["worksheet", "worksheets/sheet1.xml"], ["worksheet", "worksheets/sheet2.xml"], ["sharedStrings", "sharedStrings.xml"], ["styles", "styles.xml"]),
    "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet ${main}><dimension ref="A1:T${table.length}"/><sheetData>${body}<row r="${table.length + 1}"><c r="A${table.length + 1}" t="e"><v>#REF!</v></c><c r="B${table.length + 1}" t="b"><v>1</v></c><c r="C${table.length + 1}" t="str"><f>1+1</f><v>x</v></c><c r="D${table.length + 1}" t="d"><v>2026-11-23</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells><hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`,
    "xl/worksheets/_rels/sheet1.xml.rels": relations(["table", "../tables/table1.xml"]),
    "xl/worksheets/sheet2.xml": `<worksheet ${main}><sheetData/></worksheet>`,
    "xl/tables/table1.xml": `<table ${main} id="1" name="T" displayName="T" ref="A1:B3"><tableColumns count="2"><tableColumn id="1" name="a"/><tableColumn id="2" name="b"/></tableColumns></table>`,
    "xl/sharedStrings.xml": `<sst ${main} count="${shared.length}" uniqueCount="${shared.length}">${shared.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join("")}</sst>`,
    "xl/styles.xml": `<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>`,
  };
}

/** What is put in somewhere in a part. */
const xmlPieces = [
  'r="XFD1048576"', 'r="A0"', 'r="ZZZ99999999"', 'r="-1"', 'r=""', 'ref="A1:XFD1048576"', 'ref="B9:A1"', 'ref="#REF!"', "<v>99999999</v>", "<v>-1</v>", "<v>1e999</v>", "<v>NaN</v>", "<v></v>", 't="s"', 't="zzz"', 's="9999"', 's="-1"',
  '<row r="1048577">', '<row r="5"><c r="A5"><v>1</v></c></row>', "</row>", "</c>", "</sheetData>", "<c/>", '<c r="B2"', "<f>", '<f t="shared" si="0"/>', '<f t="array" ref="A1:Z99">1</f>', "<is><r><t>x</t></r></is>",
  '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;", "&b;", "&#x110000;", "&#99999999;", "&#0;", "&#xD800;", "<![CDATA[", "]]>", "<!--", "-->", "<?x", "<a>".repeat(2000),
  'xmlns:x="x"', "<x:", "</x:", 'Target="../workbook.xml"', 'Target="xl/workbook.xml"', 'Target="/"', 'Target="../../../../etc/passwd"', 'Target="http://x"', 'TargetMode="External"', 'r:id="rId99"', 'r:id=""', 'date1904="1"', 'state="veryHidden"', 'name=""', 'formatCode="[$-804]yyyy;@"', 'formatCode="%%%"', 'numFmtId="999"', "_x0000_", "_xD83D_",
  'headerRowCount="0"', 'totalsRowCount="9"', 'ref="A1"', 'ref="A1:A1"', 'localSheetId="9"',
];

const partChange = fc.record({
  part: fc.nat(30), deed: fc.oneof({ weight: 8, arbitrary: fc.constant("piece" as const) }, { weight: 3, arbitrary: fc.constant("text" as const) }, { weight: 1, arbitrary: fc.constantFrom("gone", "empty", "cut", "garbage", "copy", "folder") }),
  at: share, size: fc.nat(30), piece: fc.constantFrom(...xmlPieces), all: changes, other: fc.nat(30),
});
type PartChange = typeof partChange extends fc.Arbitrary<infer T> ? T : never;

export const partChanges = fc.array(partChange, { minLength: 0, maxLength: 4 });

/** The parts with all changes made. */
export function changedParts(parts: Parts, all: readonly PartChange[]): Parts {
  return all.reduce<Parts>((now, { part, deed, at, size, piece, all: edits, other }) => {
    const paths = Object.keys(now);
    const path = paths[part % Math.max(1, paths.length)];
    if (path === undefined) return now;
    const text = now[path]!;
    // Between two tags, or in place of an attribute, changes hit more than they would anywhere.
    const near = at < 0.5 ? text.indexOf("<", Math.floor(at * 2 * text.length)) : text.indexOf(" ", Math.floor((at * 2 - 1) * text.length)) + 1;
    switch (deed) {
      case "piece": return { ...now, [path]: text.slice(0, Math.max(0, near)) + piece + text.slice(Math.max(0, near) + (at < 0.5 ? 0 : size)) };
      case "text": return { ...now, [path]: changed(text, edits) };
      case "gone": return Object.fromEntries(Object.entries(now).filter(([one]) => one !== path));
      case "empty": return { ...now, [path]: "" };
      case "cut": return { ...now, [path]: text.slice(0, Math.floor(at * text.length)) };
      case "garbage": return { ...now, [path]: "\u0000\u0001\ufffd<".repeat(size) };
      case "copy": return { ...now, [path]: now[paths[other % paths.length]!]! };
      case "folder": return { ...now, [`${path}/x.xml`]: text, [`../${path}`]: text };
    }
  }, parts);
}

/** A zip of the parts, as they are or compressed. */
export function zipped(parts: Parts, level: 0 | 6 = 0): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])), { level });
}

/** Changes of the zip itself, mostly none. */
export const zipChanges = fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: byteChanges });

const tables = fc.oneof(rows, fc.array(fc.array(cellText, { maxLength: 5 }), { maxLength: 6 }));

/** Any workbook, more or less broken. */
export const anyWorkbook = fc.record({ table: tables, parts: partChanges, zip: zipChanges, level: fc.constantFrom(0 as const, 0 as const, 6 as const) })
  .map(({ table, parts, zip, level }) => changedBytes(zipped(changedParts(smallParts(table), parts), level), zip));
