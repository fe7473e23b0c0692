// The whole way: whatever was read as a table becomes a workbook Excel can open.

import fc from "fast-check";
import { unzipSync } from "fflate";
import { parseTable, isProblem } from "../../../src/crm/table";
import { writeXlsx } from "../../../src/hosts/xlsx/write";
import { linkImports, readExport } from "../../../src/read-exports";
import { report } from "../../../src/report";
import { objects } from "../../../src/crm/reading";
import { emptyMemory } from "../../../src/sheets/memory";
import { chosenAtFirst } from "../../../src/sheets/chosen";
import { dayOf, type Day } from "../../../src/values";
import { must, type Area } from "../area";
import { anyText } from "../inputs/texts";

const asOf = dayOf(2026, 11, 23) as Day;

export const bookArea: Area<{ readonly text: string; readonly object: (typeof objects)[number] | null; readonly language: "en" | "zh-CN" }> = {
  name: "book",
  inputs: fc.record({ text: anyText, object: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...objects) }), language: fc.constantFrom("en", "zh-CN") }),
  async attempt({ text, object, language }) {
    const table = parseTable({ file: "x.csv", text });
    if (isProblem(table)) return;
    const read = readExport(table, object ? { object } : {});
    const plan = report({ imports: linkImports([read]), asOf, language, memory: emptyMemory, sheets: chosenAtFirst(new Set([read.recognition.object])) });
    const bytes = await writeXlsx(plan);
    must("xl/workbook.xml" in unzipSync(bytes, { filter: ({ name }) => name === "xl/workbook.xml" }), "a workbook");
  },
};
