// Which formulas of the user's would name what the new workbook does not have? Excel cannot open a file with such a formula.

import { markPrefix } from "../../sheets/marks";
import { codeOf, namingColumn, namingSheet, namingWord, type Naming } from "../../sheets/names-in-formula";
import { typedLooks, type CellPlan, type ColumnPlan, type SheetPlan, type WorkbookPlan } from "../../sheets/plan";
import type { Carried } from "./carried";
import type { OpenBook, OpenSheet } from "./open";
import { relationsUnder } from "./refusals";
import { stringText } from "./scan";

/** What was there and is no more. */
interface Lost {
  /** What the user is told. */
  readonly what: string;
  readonly isIn: Naming;
}

/** On a sheet of the user's, or in a name (no sheet), the first of what is lost. */
export function lostReferences(book: OpenBook, carried: Carried, plan: WorkbookPlan): readonly { readonly sheet: string | null; readonly what: string; readonly drop: string }[] {
  const lost = lostIn(book, carried, plan);
  if (lost.length === 0) return [];
  const own = ownIn(carried);
  const used = (formulas: Iterable<string>) => {
    for (const formula of formulas) {
      const code = codeOf(formula);
      const found = lost.find(({ isIn }) => isIn(code));
      if (found) return [found.what];
    }
    return [];
  };
  return [
    ...own.flatMap((sheet) => used(formulasUnder(sheet, book)).map((what) => ({ sheet: sheet.name, what, drop: sheet.path }))),
    ...keptNames(carried, own, plan).flatMap(({ name, formula }) => used([formula]).map((what) => ({ sheet: null, what: `${name} = ${what}`, drop: name }))),
  ];
}

/** On a sheet of ours, all that formulas of the user's would miss of what is left behind. */
export function lostOnOurs(book: OpenBook, carried: Carried, plan: WorkbookPlan): readonly { readonly sheet: string; readonly what: string; readonly drop: string }[] {
  const lost = lostIn(book, carried, plan);
  return (lost.length === 0 ? [] : plan.sheets).flatMap((sheet) => {
    const codes = [...new Set(typedFormulas(sheet))].map(codeOf);
    return lost.filter(({ isIn }) => codes.some(isIn)).map(({ what }) => ({ sheet: sheet.name, what, drop: `${sheet.name}#${what}` }));
  });
}

/** The plan with the values of such formulas in their place. */
export function withoutLost(book: OpenBook, carried: Carried, plan: WorkbookPlan): WorkbookPlan {
  const lost = lostIn(book, carried, plan);
  const isLost = (formula: string | null | undefined): boolean => typeof formula === "string" && lost.some(({ isIn }) => isIn(codeOf(formula)));
  if (!plan.sheets.some((sheet) => typedFormulas(sheet).some(isLost))) return plan;
  const cell = <T extends { readonly formula?: string }>(one: T): T =>
    isLost(one.formula) ? (Object.fromEntries(Object.entries(one).filter(([key]) => key !== "formula")) as T) : one;
  const column = (one: ColumnPlan): ColumnPlan => {
    const { formulas, ...rest } = cell(one);
    return formulas ? { ...rest, formulas: formulas.map((formula) => (isLost(formula) ? null : formula)) } : rest;
  };
  return { ...plan, sheets: plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((one) => (isTypedIn(one) ? cell(one) : one)),
    ...(sheet.strays ? { strays: sheet.strays.map(cell) } : {}),
    tables: sheet.tables.map((table) => ({ ...table, columns: table.columns.map((one) => (one.owner === "user" ? column(one) : one)) })),
  })) };
}

/** The sheets of the user's that are carried. */
export function ownIn({ tabs }: Carried): readonly OpenSheet[] {
  return tabs.flatMap(({ mark, sheet }) => (mark === null ? [sheet] : []));
}

function typedFormulas({ cells, strays = [], tables }: SheetPlan): readonly string[] {
  const columns = tables.flatMap((table) => table.columns.filter(({ owner }) => owner === "user"));
  return [...cells.filter(isTypedIn), ...strays, ...columns].flatMap(({ formula }) => formula ?? []).concat(columns.flatMap(({ formulas = [] }) => formulas.flatMap((formula) => formula ?? [])));
}

function isTypedIn({ look }: CellPlan): boolean {
  return typedLooks.includes(look);
}

/** Names of the user's that stand for cells of the user's sheets, or for a formula. */
function keptNames({ names, sheets }: Carried, own: readonly OpenSheet[], plan: WorkbookPlan): Carried["names"] {
  const ours = new Set([...plan.names, ...plan.functions].map(({ name }) => name.toLowerCase()));
  return names.filter(({ name, localTo }) => (localTo === null ? !name.toLowerCase().startsWith(markPrefix) && !ours.has(name.toLowerCase()) : own.some((sheet) => sheet === sheets[localTo])));
}

function lostIn({ sheets, tables, names }: OpenBook, carried: Carried, plan: WorkbookPlan): readonly Lost[] {
  const own = ownIn(carried);
  const nowSheets = new Set([...plan.sheets, ...own].map(({ name }) => name.toLowerCase()));
  const nowTables = new Map(plan.sheets.flatMap((sheet) => sheet.tables).map((table) => [table.name.toLowerCase(), new Set(table.columns.map(({ name }) => name.toLowerCase()))]));
  const nowNames = new Set([...plan.names, ...plan.functions, ...carried.names].map(({ name }) => name.toLowerCase()));
  const others = tables.filter(({ sheet }) => !own.includes(sheet));
  return [
    ...sheets.filter(({ name }) => !nowSheets.has(name.toLowerCase())).map(({ name }) => ({ what: name, isIn: namingSheet(name) })),
    ...others.filter(({ name }) => !nowTables.has(name.toLowerCase())).map(({ name }) => ({ what: name, isIn: namingWord(name) })),
    ...names.filter(({ name, localTo }) => localTo === null && !nowNames.has(name.toLowerCase()) && !name.toLowerCase().startsWith(markPrefix)).map(({ name }) => ({ what: name, isIn: namingWord(name) })),
    ...others.flatMap(({ name, columns }) => {
      const now = nowTables.get(name.toLowerCase());
      return now ? columns.filter((column) => !now.has(column.toLowerCase())).map((column) => ({ what: `${name}[${column}]`, isIn: namingColumn(name, column) })) : [];
    }),
  ];
}

/** Formulas of cells, rules, validations, tables and charts. */
function* formulasUnder({ path }: OpenSheet, { file }: OpenBook): Iterable<string> {
  const paths = [path, ...relationsUnder(path, file).filter(({ external }) => !external).map(({ target }) => target)];
  for (const part of new Set(paths)) {
    if (!part.endsWith(".xml")) continue;
    for (const match of file.text(part).matchAll(/<(?:[\w.-]+:)?(?:f|formula|formula1|formula2|calculatedColumnFormula|totalsRowFormula)(?:\s[^>]*)?>([^<]+)</g)) yield stringText(match[1] ?? "");
  }
}
