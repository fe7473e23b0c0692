// A rollup file of some deals, as the command line writes it.

import { parsePaste, isProblem } from "../src/crm/table";
import { readExport } from "../src/read-exports";
import { rollupText } from "../src/rollup-file";
import { breaksOf } from "../src/sheets/breaks";
import { firstSheets } from "./first-sheets";
import { withAnswers } from "../src/sheets/data/answers";
import type { Import } from "../src/sheets/data/import";
import { emptyMemory } from "../src/sheets/memory";
import type { Day } from "../src/values";
import { planned } from "../src/report";
import { answerRows, groupRows } from "./engine/group-rows";

/** The text of a rollup of a pasted export, its groups made at a moment. */
export function madeRollup(exported: string, asOf: Day, at = "2026-11-23T01:00:00Z"): string {
  const table = parsePaste({ text: exported, file: "crm.opportunities" });
  if (isProblem(table)) throw new Error(table.problem);
  const plain = readExport(table);
  const grouped = groupRows(plain, { breaks: breaksOf(emptyMemory, asOf), limits: { newestWon: 2, rows: 50 } });
  const { groups } = grouped.reading;
  if (!groups) throw new Error("no groups");
  const origin = { ...groups.origin, engine: "ClickHouse 24.8", place: "crm@warehouse:8123/sales", at };
  let imports: readonly Import[] = [{ ...grouped, reading: { ...grouped.reading, groups: { ...groups, origin } } } as Import];
  for (let round = 0; round < 5; round++) {
    const { questions } = planned({ imports, asOf, language: "en", memory: emptyMemory, sheets: firstSheets });
    if (questions.length === 0) break;
    imports = withAnswers(imports, answerRows(plain, questions));
  }
  return rollupText({ asOf, imports, products: [] });
}
