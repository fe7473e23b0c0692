// What Excel fails in the middle of: a first build, and refreshes of a workbook the user has worked in.

import { officeBook } from "../../../src/hosts/office/book";
import { refresh } from "../../../src/refresh";
import type { ChosenSheet } from "../../../src/sheets/chosen";
import type { Memory } from "../../../src/sheets/memory";
import type { WorkbookPlan } from "../../../src/sheets/plan";
import type { StartedExcel } from "../../excel-host/node-bridge";
import type { Cell } from "../../excel-host/grid";
import { smallReport } from "./small-reports";

export interface Scenario {
  readonly name: string;
  /** What was done before, by us and by the user. */
  prepare(excel: StartedExcel): Promise<void>;
  /** What Excel fails in. */
  readonly planOf: (memory: Memory) => WorkbookPlan;
  /** What the user typed, each found once in all of the workbook; of a formula its end. */
  readonly typed: readonly Cell[];
  /** The user's own sheet. */
  readonly own: string;
}

const [own, ownWords] = ["Mine", ["my own sheet", "*54321"]] as const;

export function buildScenario(sheets: readonly ChosenSheet[]): Scenario {
  return {
    name: `build of ${sheets.length} sheets`, own, typed: ownWords,
    planOf: smallReport({ deals: [1, 2, 3, 4, 5], calls: [1, 2], sheets }),
    prepare: async ({ user }) => addOwnSheet(user),
  };
}

/** The next export has other records in another order, and brings activities. */
export function refreshScenario(sheets: readonly ChosenSheet[]): Scenario {
  return {
    name: `refresh of ${sheets.length} sheets`, own, typed: [...ownWords, ...words],
    planOf: smallReport({ deals: [6, 4, 2, 1, 7], more: 3, calls: [1, 2, 3], sheets }),
    async prepare(excel) {
      await refresh(officeBook(), smallReport({ deals: [1, 2, 3, 4, 5], sheets }));
      addOwnSheet(excel.user);
      work(excel);
    },
  };
}

/** Nothing new, yet all that was typed is there. */
export function sameScenario(sheets: readonly ChosenSheet[]): Scenario {
  return { ...refreshScenario(sheets), name: "refresh without a change", planOf: smallReport({ deals: [1, 2, 3, 4, 5], sheets }) };
}

/** A run before this one died half-way, and what it had read waits in the workbook. */
export function againScenario(sheets: readonly ChosenSheet[]): Scenario {
  const scenario = refreshScenario(sheets);
  return {
    ...scenario, name: `refresh after one that died, ${sheets.length} sheets`,
    async prepare(excel) {
      await scenario.prepare(excel);
      excel.traffic.reset();
      excel.faults.in(writingOver, { code: "GeneralException" }, 0.5);
      await refresh(officeBook(), scenario.planOf).catch(() => undefined);
      excel.faults.clear();
    },
  };
}

/** The sync of a refresh that writes over what was there. */
const writingOver = 9;

function addOwnSheet(user: StartedExcel["user"]): void {
  user.addSheet(own);
  user.type(`${own}!A1`, ownWords[0]);
  user.type(`${own}!B1`, `=SUM(A1:A2)${ownWords[1]}`);
}

const words = ["about deal 1", "about deal 5, which goes", "*12345", 471_147, "check-in comment", "a goal of mine", "a note beside", "below a new row", "a stage's exit", 17] as const;

/** A week of work: a column of notes and one of formulas, a target, a check-in, a goal, notes, a row put in, a setting. */
function work(excel: StartedExcel): void {
  const { book, user } = excel;
  user.addColumn("Deals", "My notes", [words[0], "", "", "", words[1]]);
  user.addColumn("Deals", "My sums", [`=[@Amount]${words[2]}`]);
  inTable(excel, "Goals", "Target", 1, words[3]);
  inTable(excel, "CheckIns", "Comment", 0, words[4]);
  inTable(excel, "Goals", "Goal", 2, words[5]);
  user.type("Goals!AB3", words[6]);
  user.insert("Goals!19:19");
  user.type("Goals!AC19", words[7]);
  inTable(excel, "Stages", "Exit criteria", 1, words[8]);
  book.names.find(({ Name }) => Name === "WindowMonths")!.GetRange().Values = [[words[9]]];
}

function inTable({ book }: StartedExcel, table: string, column: string, row: number, input: Cell): void {
  book.table(table)!.Columns.GetItem(column).GetDataBodyRange().GetCell(row, 0).Values = [[input]];
}
