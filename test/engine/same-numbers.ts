// Does a workbook made from groups of records say what the one made from the records says?

import { drafted, planned, type ReportInput } from "../../src/report";
import type { Answer } from "../../src/crm/groups";
import type { ObjectKind } from "../../src/crm/reading";
import type { Question } from "../../src/formula/question";
import type { SheetContext } from "../../src/sheets/context";
import { linkImports } from "../../src/read-exports";
import { withAnswers } from "../../src/sheets/data/answers";
import type { Import } from "../../src/sheets/data/import";
import type { SheetPlan, WorkbookPlan } from "../../src/sheets/plan";
import type { CellValue } from "../../src/values";

/** The plan once every question is answered; asking must come to an end. */
export function plannedWithAnswers(input: ReportInput, answer: (questions: readonly Question[]) => ReadonlyMap<string, Answer>): { readonly plan: WorkbookPlan; readonly context: SheetContext } {
  let { imports } = input;
  for (let round = 0; round < 5; round += 1) {
    const made = planned({ ...input, imports });
    if (made.questions.length === 0) return made;
    imports = withAnswers(imports, answer(made.questions));
  }
  throw new Error("questions without end");
}

/** The same where engines answer, each for its object; names are joined again after each round, as on the command line. */
export async function plannedByEngines(input: Omit<ReportInput, "imports">, read: readonly Import[], answer: (object: ObjectKind, questions: readonly Question[]) => Promise<ReadonlyMap<string, Answer>>): Promise<{ readonly plan: WorkbookPlan }> {
  let imports = read;
  for (let round = 0; round < 5; round += 1) {
    const { questions, layout } = drafted({ ...input, imports: linkImports(imports) });
    if (questions.length === 0) return { plan: layout() };
    for (const object of new Set(questions.map((one) => one.object))) {
      imports = withAnswers(imports, await answer(object, questions.filter((one) => one.object === object)));
    }
  }
  throw new Error("questions without end");
}

/** One line for each figure of the sheets that is not the same; a cell is found by its table, row and column, or by the words before it. */
export function differences(records: WorkbookPlan, groups: WorkbookPlan, sheets: readonly string[]): readonly string[] {
  return sheets.flatMap((id) => {
    const [left, right] = [records, groups].map((plan) => plan.sheets.find((sheet) => sheet.id === id));
    if (!left && !right) return [];
    if (!left || !right) return [`${id}: only ${left ? "from records" : "from groups"}`];
    const [one, other] = [factsOf(left), factsOf(right)];
    const keys = new Set([...one.keys(), ...other.keys()]);
    return [...keys].flatMap((key) => (isSame(one.get(key), other.get(key)) ? [] : [`${id}: ${key}: ${shown(one.get(key))} from records, ${shown(other.get(key))} from groups`]));
  });
}

/** Every cell of a sheet by a name that does not change when rows above it come or go. */
function factsOf(sheet: SheetPlan): ReadonlyMap<string, CellValue> {
  const facts = new Map<string, CellValue>();
  const put = (name: string, value: CellValue) => {
    let key = name;
    for (let n = 2; facts.has(key); n += 1) key = `${name} (${n})`;
    facts.set(key, value);
  };
  for (const table of sheet.tables) {
    const names = table.columns[0]?.values ?? [];
    // Where a record stands in its table is no figure.
    for (const column of table.columns.filter(({ name }) => !/^(Row( in |$)|在.*表中的行|.*表行号?$|行$)/.test(name))) column.values.forEach((value, row) => put(`${table.name}[${column.name}] of ${String(names[row] ?? "")}`, value));
  }
  const rows = new Map<number, { readonly column: number; readonly value: CellValue; readonly isFormula: boolean }[]>();
  for (const { row, column, value, formula } of sheet.cells) rows.set(row, [...(rows.get(row) ?? []), { column, value, isFormula: formula !== null && formula !== undefined }]);
  // The notes of Definitions say where figures are from, which is what differs.
  if (sheet.id === "definitions") return facts;
  let label = "";
  for (const [, cells] of [...rows].sort(([a], [b]) => a - b)) {
    const first = cells.find(({ value, isFormula }) => typeof value === "string" && value !== "" && !isFormula);
    if (first) label = String(first.value);
    for (const { column, value } of cells) put(`“${label}” column ${column + 1}`, value);
  }
  return facts;
}

function isSame(one: CellValue | undefined, other: CellValue | undefined): boolean {
  if (typeof one === "number" && typeof other === "number") return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
  return (one ?? "") === (other ?? "");
}

function shown(value: CellValue | undefined): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
