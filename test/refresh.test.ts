// What was typed comes out again: through the file, into the next plan, whatever the next export holds.

import { join, resolve } from "node:path";
import { linked, readFiles, recordsOf } from "../src/cli/files";
import { recallXlsx } from "../src/hosts/xlsx/recall";
import { writeXlsxInNode } from "../src/hosts/xlsx/node";
import { printPlan } from "../src/hosts/text/print";
import { xlsxHost } from "../src/hosts/xlsx/host";
import { refresh } from "../src/refresh";
import { report } from "../src/report";
import { firstSheets } from "./first-sheets";
import { emptyMemory, type Memory, type RememberedTable } from "../src/sheets/memory";
import { remembered } from "../src/sheets/remembered";
import { textIn } from "../src/text/language";
import { dayOfIso, type CellValue } from "../src/values";

const text = textIn("en");
const samples = resolve(__dirname, "../templates/samples");

async function inputOf(...files: readonly string[]) {
  const read = await readFiles(files.map((file) => ({ path: join(samples, file), object: null })), text);
  const asOf = dayOfIso("2026-11-23");
  if (asOf === null) throw new Error("no such day");
  return { imports: linked(recordsOf(read, text, () => undefined)), asOf, language: "en", sheets: firstSheets } as const;
}

/** The memory with one cell of a table typed over. */
function typing(memory: Memory, table: string, row: number, header: string, value: CellValue): Memory {
  const found = memory.tables.get(table);
  if (!found) throw new Error(`no such table: ${table}`);
  const column = found.columns.indexOf(header);
  if (column < 0) throw new Error(`no such column: ${header}`);
  const rows = found.rows.map((cells, index) => (index === row ? cells.map((cell, at) => (at === column ? value : cell)) : cells));
  const typed: RememberedTable = { ...found, rows };
  return { ...memory, tables: new Map([...memory.tables, [table, typed]]) };
}

function cellOf(memory: Memory, table: string, row: number, header: string): CellValue | undefined {
  const found = memory.tables.get(table);
  return found?.rows[row]?.[found.columns.indexOf(header)];
}

describe("a refresh", () => {
  it("with nothing typed gives the same workbook", async () => {
    const input = await inputOf("hubspot-deals-en.csv");
    const first = report({ ...input, memory: emptyMemory });
    const memory = recallXlsx(await writeXlsxInNode(first), remembered);
    expect(printPlan(report({ ...input, memory }))).toBe(printPlan(first));
  });

  it("carries the custom functions as names where it was asked to, and goes on carrying them", async () => {
    const input = await inputOf("hubspot-deals-en.csv");
    const plain = report({ ...input, memory: emptyMemory });
    const asked = report({ ...input, memory: emptyMemory, twins: true });
    const memory = recallXlsx(await writeXlsxInNode(asked), remembered);
    expect(plain.functions.filter(({ hidden }) => !hidden)).toEqual([]);
    expect(asked.functions.map(({ name }) => name)).toContain("SALES_LTV");
    expect(report({ ...input, memory }).functions).toEqual(asked.functions);
    expect(recallXlsx(await writeXlsxInNode(plain), remembered).carriesTwins).toBe(false);
  });

  it("keeps a probability, a goal's target, a check-in and settings that were typed", async () => {
    const input = await inputOf("hubspot-deals-en.csv");
    const before = recallXlsx(await writeXlsxInNode(report({ ...input, memory: emptyMemory })), remembered);
    const typed = typing(typing(typing(before, "Stages", 1, text.tables.stages.probability, 0.33), "Goals", 0, text.goals.columns.target, 30), "CheckIns", 0, text.goals.log.comment, "=1+1 is only text");
    const memory: Memory = { ...typed, inputs: new Map([...typed.inputs, ["WindowMonths", 6], ["NoActivityDays", 14], ["AtRiskBelow", 0.8]]) };
    const after = recallXlsx(await writeXlsxInNode(report({ ...input, memory })), remembered);
    expect(cellOf(after, "Stages", 1, text.tables.stages.probability)).toBe(0.33);
    expect(cellOf(after, "Goals", 0, text.goals.columns.target)).toBe(30);
    expect(cellOf(after, "CheckIns", 0, text.goals.log.comment)).toBe("=1+1 is only text");
    expect([after.inputs.get("WindowMonths"), after.inputs.get("NoActivityDays"), after.inputs.get("AtRiskBelow")]).toEqual([6, 14, 0.8]);
  });

  it("keeps what was typed when the next export is another one", async () => {
    let file: Uint8Array | null = null;
    const keep = (bytes: Uint8Array) => { file = bytes; };
    const [first, next] = [await inputOf("hubspot-deals-en.csv"), await inputOf("salesforce-deals-en.csv")];
    await refresh(xlsxHost(null, keep), (memory) => report({ ...first, memory }));
    if (!file) throw new Error("nothing written");
    const typed = typing(recallXlsx(file, remembered), "Stages", 0, text.tables.stages.longestStay, 7);
    const written = await writeXlsxInNode(report({ ...(await inputOf("hubspot-deals-en.csv")), memory: typed }));
    await refresh(xlsxHost(written, keep), (memory) => report({ ...next, memory }));
    const after = recallXlsx(file, remembered);
    const stages = after.tables.get("Stages");
    const names = stages?.rows.map((row) => row[0]) ?? [];
    expect(names).toEqual(expect.arrayContaining(["Appointment Scheduled", "Prospecting"]));
    expect(cellOf(after, "Stages", names.indexOf("Appointment Scheduled"), text.tables.stages.longestStay)).toBe(7);
  });
});
