// A company with many stages whose open deals are in groups: figures over all stages fit in Excel's formulas.

import { chosenSheets } from "../../src/sheets/chosen";
import { breaksOf } from "../../src/sheets/breaks";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import type { Import } from "../../src/sheets/data/import";
import { limits } from "../../src/sheets/limits";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { everythingAsOf as asOf, importsOf } from "../everything";
import { isoOf, type Day } from "../../src/values";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { answerRows, groupRows } from "../engine/group-rows";
import { differences, plannedWithAnswers } from "../engine/same-numbers";

const stages = [...Array.from({ length: 60 }, (_, at) => `Stage ${at + 1}: agreed with purchasing, legal and IT`), "Closed Won", "Closed Lost"];
const memory: Memory = {
  ...emptyMemory,
  tables: new Map([
    ["Stages", { columns: ["Stage", "Outcome", "Probability", "Longest stay (days)"], rows: stages.map((stage, at) => [stage, stage === "Closed Won" ? "Won" : stage === "Closed Lost" ? "Lost" : "Open", stage.startsWith("Closed") ? null : at / 100, stage.startsWith("Closed") ? null : 10 + at]) }],
  ]),
};

function dealsText(): string {
  const lines = Array.from({ length: 900 }, (_, at) => {
    const stage = stages[(at * 7) % stages.length]!;
    const created = isoOf((asOf - 20 - ((at * 13) % 300)) as Day);
    return [`D${at}`, `Deal ${at}`, ["Anna", "Ben", "Carla"][at % 3], stage, 100 + at, created, stage.startsWith("Closed") ? isoOf((asOf - (at % 20)) as Day) : isoOf((asOf + 30) as Day)].map((cell) => `"${String(cell)}"`).join(",");
  });
  return ["Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Created Date,Close Date", ...lines].join("\n");
}

function bothOf(rows: number) {
  const imports = importsOf({ deal: dealsText() }, memory);
  const input = { memory, asOf, language: "en", sheets: chosenSheets, withoutLog: true } as const;
  const grouped = imports.map((one) => groupRows(one, { breaks: breaksOf(memory, asOf), limits: { open: 0, rows } }) as Import);
  return {
    records: plannedWithAnswers({ ...input, imports }, () => new Map()).plan,
    groups: plannedWithAnswers({ ...input, imports: grouped }, (questions) => answerRows(imports[0]!, questions)).plan,
  };
}

function formulasOf({ sheets }: WorkbookPlan): readonly string[] {
  return sheets.flatMap(({ cells, tables }) => [...cells.map(({ formula }) => formula), ...tables.flatMap(({ columns }) => columns.flatMap(({ formula, formulas = [] }) => [formula, ...formulas]))]).filter((formula) => typeof formula === "string");
}

it.each([600, 100])("fits, and says the same as of single records, in at most %d rows", (rows) => {
  const { records, groups } = bothOf(rows);
  expect(formulasOf(groups).filter((formula) => formula.length > limits.formula)).toEqual([]);
  expect(formulasOf(groups).filter((formula) => formula.includes("SUMPRODUCT(IF(Stages["))).not.toEqual([]);
  expect(differences(records, groups, [...chosenSheets, "definitions"]).filter((line) => /: -?[\d.e+-]+ from records, -?[\d.e+-]+ from groups$/.test(line))).toEqual([]);
});

(isInstalled("soffice") ? it : it.skip)("computes the same in another spreadsheet", async () => {
  expect(await disagreements(await writeXlsxInNode(bothOf(600).groups))).toEqual([]);
}, 240_000);
