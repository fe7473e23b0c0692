// Which formulas of the user's would name what the new workbook does not have? Excel cannot open a file with such a formula.

import { markPrefix } from "../../sheets/marks";
import type { WorkbookPlan } from "../../sheets/plan";
import type { Carried } from "./carried";
import type { OpenBook, OpenSheet } from "./open";
import { relationsUnder } from "./refusals";
import { stringText } from "./scan";

/** What was there and is no more. */
interface Lost {
  /** What the user is told. */
  readonly what: string;
  readonly isIn: (formula: string) => boolean;
}

/** On a sheet of the user's, or in a name (no sheet), the first of what is lost. */
export function lostReferences(book: OpenBook, carried: Carried, own: readonly OpenSheet[], plan: WorkbookPlan): readonly { readonly sheet: string | null; readonly what: string; readonly drop: string }[] {
  const lost = lostIn(book, carried, own, plan);
  if (lost.length === 0) return [];
  const used = (formulas: Iterable<string>) => {
    for (const formula of formulas) {
      const code = formula.replace(/"(?:[^"]|"")*"/g, '""');
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

/** Names of the user's that stand for cells of the user's sheets, or for a formula. */
function keptNames({ names, sheets }: Carried, own: readonly OpenSheet[], plan: WorkbookPlan): Carried["names"] {
  const ours = new Set([...plan.names, ...plan.functions].map(({ name }) => name.toLowerCase()));
  return names.filter(({ name, localTo }) => (localTo === null ? !name.toLowerCase().startsWith(markPrefix) && !ours.has(name.toLowerCase()) : own.some((sheet) => sheet === sheets[localTo])));
}

function lostIn({ sheets, tables, names }: OpenBook, carried: Carried, own: readonly OpenSheet[], plan: WorkbookPlan): readonly Lost[] {
  const nowSheets = new Set([...plan.sheets, ...own].map(({ name }) => name.toLowerCase()));
  const nowTables = new Map(plan.sheets.flatMap((sheet) => sheet.tables).map((table) => [table.name.toLowerCase(), new Set(table.columns.map(({ name }) => name.toLowerCase()))]));
  const nowNames = new Set([...plan.names, ...plan.functions, ...carried.names].map(({ name }) => name.toLowerCase()));
  const others = tables.filter(({ sheet }) => !own.includes(sheet));
  return [
    ...sheets.filter(({ name }) => !nowSheets.has(name.toLowerCase())).map(({ name }) => lostSheet(name)),
    ...others.filter(({ name }) => !nowTables.has(name.toLowerCase())).map(({ name }) => lostWord(name)),
    ...names.filter(({ name, localTo }) => localTo === null && !nowNames.has(name.toLowerCase()) && !name.toLowerCase().startsWith(markPrefix)).map(({ name }) => lostWord(name)),
    ...others.flatMap(({ name, columns }) => {
      const now = nowTables.get(name.toLowerCase());
      return now ? columns.filter((column) => !now.has(column.toLowerCase())).map((column) => lostColumn(name, column)) : [];
    }),
  ];
}

function lostSheet(name: string): Lost {
  const plain = new RegExp(`(^|[^\\p{L}\\p{N}_.'])${escaped(name)}(:[^!]*)?!`, "iu");
  const quoted = `'${name.replaceAll("'", "''").toLowerCase()}'!`;
  return { what: name, isIn: (formula) => plain.test(formula) || formula.toLowerCase().includes(quoted) };
}

/** A table, or a name. */
function lostWord(name: string): Lost {
  const word = new RegExp(`(^|[^\\p{L}\\p{N}_.'!\\[])${escaped(name)}(?![\\p{L}\\p{N}_.('!])`, "iu");
  return { what: name, isIn: (formula) => word.test(formula) };
}

/** In references, signs such as brackets stand behind an apostrophe. */
function lostColumn(table: string, column: string): Lost {
  const written = `[${column.replace(/['#[\]]/g, "'$&").toLowerCase()}]`;
  const word = lostWord(table);
  return { what: `${table}[${column}]`, isIn: (formula) => word.isIn(formula) && formula.toLowerCase().includes(written) };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** Formulas of cells, rules, validations, tables and charts. */
function* formulasUnder({ path }: OpenSheet, { file }: OpenBook): Iterable<string> {
  const paths = [path, ...relationsUnder(path, file).filter(({ external }) => !external).map(({ target }) => target)];
  for (const part of new Set(paths)) {
    if (!part.endsWith(".xml")) continue;
    for (const match of file.text(part).matchAll(/<(?:[\w.-]+:)?(?:f|formula|formula1|formula2|calculatedColumnFormula|totalsRowFormula)(?:\s[^>]*)?>([^<]+)</g)) yield stringText(match[1] ?? "");
  }
}
