// Reports of a few records, made at will: quick enough to be built hundreds of times.

import { isProblem, parseTable } from "../../../src/crm/table";
import { readExport } from "../../../src/read-exports";
import { report } from "../../../src/report";
import type { ChosenSheet } from "../../../src/sheets/chosen";
import { firstSheets } from "../../first-sheets";
import type { Memory } from "../../../src/sheets/memory";
import type { WorkbookPlan } from "../../../src/sheets/plan";
import type { Language } from "../../../src/text/language";
import { dayOfIso, type Day } from "../../../src/values";

const asOf = dayOfIso("2026-11-23") as Day;

export interface Small {
  /** Deals by number, in the order of the export. */
  readonly deals: readonly number[];
  /** Added to each amount. */
  readonly more?: number;
  /** Calls by number; absent: no export of activities. */
  readonly calls?: readonly number[];
  readonly language?: Language;
  readonly sheets?: readonly ChosenSheet[];
}

/** What the report of such exports makes of a memory. */
export function smallReport({ deals, more = 0, calls, language = "en", sheets = firstSheets }: Small): (memory: Memory) => WorkbookPlan {
  const deal = (id: number) => `D-${id},Deal ${id},ACME ${id % 3},${["Proposal", "Won", "Lost"][id % 3]},${id * 10 + more},USD,2026-10-01`;
  const call = (id: number) => `T-${id},Call,ACME ${id % 3},2026-11-0${id % 9 + 1},talk ${id}`;
  const imports = [
    exported("deal", ["Deal ID,Deal Name,Account,Stage,Amount,Currency,Created Date", ...deals.map(deal)]),
    ...(calls ? [exported("activity", ["Activity ID,Type,Account,Date,Subject", ...calls.map(call)])] : []),
  ];
  return (memory) => report({ imports, memory, asOf, language, sheets });
}

function exported(object: "deal" | "activity", lines: readonly string[]) {
  const table = parseTable({ file: `${object}.csv`, text: `${lines.join("\n")}\n` });
  if (isProblem(table)) throw new Error(table.problem);
  return readExport(table, { object });
}
