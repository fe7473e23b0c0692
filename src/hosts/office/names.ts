// Defined names: cells, functions and our marks. Only what differs is written; marks of what is no longer there go.

import { areaText, quoteSheet } from "../../sheets/address";
import { markPart, markPrefix, sheetsMarked } from "../../sheets/marks";
import type { WorkbookPlan } from "../../sheets/plan";
import { costs, operation, type Operation } from "./request";
import type { ReadBook, ReadName } from "./read";
import { sameFormula } from "./same-formula";

interface Wanted {
  readonly name: string;
  readonly formula: string;
  readonly isVisible: boolean;
}

/** Marks are set before cells are written, and after rows were moved and old cells cleared: what a run that dies half-way wrote is known as ours. Other names come when what they stand for is there. */
export function nameOperations(plan: WorkbookPlan, book: ReadBook): { readonly marks: readonly Operation[]; readonly names: readonly Operation[] } {
  const before = new Map(book.names.map((name) => [name.name.toLowerCase(), name]));
  const wanted = wantedNames(plan);
  const kept = new Set(wanted.map(({ name }) => name.toLowerCase()));
  const gone = book.names.filter(({ name }) => !kept.has(name.toLowerCase()) && isOldMark(name, plan, book));
  const operations = (names: readonly Wanted[]) => names.flatMap((name) => nameOperation(name, before.get(name.name.toLowerCase())));
  const isMark = ({ name }: Wanted) => name.startsWith(markPrefix);
  return {
    marks: [
      ...gone.map(({ name }) => operation(costs.object, (context) => context.workbook.names.getItem(name).delete())),
      ...operations(wanted.filter(isMark)),
    ],
    names: operations(wanted.filter((name) => !isMark(name))),
  };
}

/** While tables change, the columns of both plans are marked as ours: those of a run that dies half-way are not taken for the user's. */
export function transitionOperations({ functions }: WorkbookPlan, book: ReadBook): readonly Operation[] {
  return functions.flatMap(({ name, formula }) => {
    const before = book.names.find((one) => one.name === name);
    if (!name.startsWith(`${markPrefix}columns.`) || !before || sameFormula(before.formula, formula)) return [];
    const both = [...new Set([...textsIn(formula), ...textsIn(before.formula)])];
    const union = `={${both.join(",")}}`;
    return [operation(costs.object + costs.property + union.length, (context) => {
      context.workbook.names.getItem(name).formula = union;
    })];
  });
}

function textsIn(formula: string): readonly string[] {
  return formula.match(/"(?:[^"]|"")*"/g) ?? [];
}

/** All names of a plan with the formulas Excel is told. */
export function wantedNames({ names, functions }: Pick<WorkbookPlan, "names" | "functions">): readonly Wanted[] {
  return [
    ...names.map(({ name, sheet, area, hidden }) => ({ name, formula: `=${quoteSheet(sheet)}!${areaText(area)}`, isVisible: !hidden })),
    ...functions.map(({ name, formula, hidden }) => ({ name, formula: `=${spoken(formula)}`, isVisible: !hidden })),
  ];
}

/** A formula as files hold it, as a person types it: without the prefixes of newer functions and of parameters. */
export function spoken(formula: string): string {
  return formula.split(/("(?:[^"]|"")*")/).map((part, at) => (at % 2 === 1 ? part : part.replace(/_xl(?:fn|ws|pm)\./g, ""))).join("");
}

function nameOperation({ name, formula, isVisible }: Wanted, before: ReadName | undefined): readonly Operation[] {
  const bytes = costs.object * 2 + costs.property * 2 + formula.length;
  if (!before) {
    return [operation(bytes, (context) => {
      const added = context.workbook.names.add(name, formula);
      if (!isVisible) added.visible = false;
    })];
  }
  const isChanging = name.startsWith(`${markPrefix}columns.`);
  if (!isChanging && sameFormula(before.formula, formula.slice(1))) return [];
  if (before.formula === formula.slice(1)) return [];
  return [operation(bytes, (context) => {
    context.workbook.names.getItem(name).formula = formula;
  })];
}

/** Marks of this plan's sheets and tables it does not write; those of sheets it leaves alone stay. */
function isOldMark(name: string, { sheets }: WorkbookPlan, book: ReadBook): boolean {
  if (!name.toLowerCase().startsWith(markPrefix)) return false;
  const ids = new Set(sheets.map(({ id }) => markPart(id)));
  const left = [...sheetsMarked(book.names)].filter(([id]) => !ids.has(id));
  const parts = name.split(".");
  const place = book.names.find((one) => one.name === name)?.place;
  const tablesLeft = book.tables.filter(({ sheet }) => left.some(([, own]) => own === sheet)).map((table) => table.name);
  return !left.some(([id, sheet]) => parts[1] === id || parts[2] === id || place?.sheet === sheet) && !tablesLeft.includes(parts[2] ?? "");
}
