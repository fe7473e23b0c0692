// A formula of the user's names a column, table or sheet that is not there any more: no file may hold it, so it waits aside.

import { isTerm, valueOf, type ColumnSpec, type TableSpec } from "./block";
import { isKept, keptIn } from "./kept-formula";
import { recordOf } from "./match-rows";
import type { Aside } from "./unmatched";

/** The table without such formulas: cells of the user's own columns are empty until what it names is back, others keep their value. */
export function withoutBroken(spec: TableSpec, isBroken: (formula: string) => boolean): { readonly spec: TableSpec; readonly asides: readonly Aside[] } {
  const asides: Aside[] = [];
  const columns = spec.columns.map((column) => {
    const broken = column.owner === "user" ? brokenRows(column, isBroken) : [];
    if (broken.length === 0) return column;
    for (const aside of asidesOf(column, broken, spec)) asides.push(aside);
    const rows = new Set(broken);
    return { ...column, contents: column.contents.map((content, row) => (rows.has(row) ? (column.own ? null : valueOf(content)) : content)) };
  });
  return { spec: asides.length === 0 ? spec : { ...spec, columns }, asides };
}

function brokenRows({ contents }: ColumnSpec, isBroken: (formula: string) => boolean): readonly number[] {
  return contents.flatMap((content, row) => (isTerm(content) && isKept(content.text) && isBroken(keptIn(content.text)) ? [row] : []));
}

/** One for the column where all its cells have one formula, else one for each cell. */
function asidesOf(column: ColumnSpec, rows: readonly number[], spec: TableSpec): readonly Aside[] {
  const formulaAt = (row: number): string | null => {
    const content = column.contents[row] ?? null;
    return isTerm(content) ? keptIn(content.text) : null;
  };
  const all = new Set(rows.map(formulaAt));
  const plain = { where: spec.name, column: column.name, value: null };
  if (column.own && all.size === 1 && rows.length === column.contents.length) return [{ ...plain, record: null, formula: formulaAt(0) }];
  return rows.map((row) => ({ ...plain, record: recordAt(row, spec), formula: formulaAt(row) }));
}

function recordAt(row: number, { key, columns }: TableSpec): string {
  const identity = columns.filter(({ name, own, owner }) => (key.length > 0 ? key.includes(name) : !own && owner !== "formula"));
  return recordOf(identity.map(({ contents }) => valueOf(contents[row] ?? null)));
}
