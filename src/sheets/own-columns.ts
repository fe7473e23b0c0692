// Columns a user added to one of our tables, and formulas he typed into it: laid down beside the rows they stood beside.

import type { Term } from "../formula/term";
import type { CellValue } from "../values";
import { freeName, isTyped } from "./any-language";
import { isTerm, valueOf, type ColumnSpec, type TableSpec } from "./block";
import { keptTerm } from "./kept-formula";
import { identityOf, matchedRows, pairOf, recordOf, rowCount, saysTheSame, typedColumns, type Pair } from "./match-rows";
import type { MarkedColumn } from "./marks";
import type { RememberedTable } from "./memory";
import { plannedName } from "./planned-names";
import type { SameWords } from "./same-words";
import type { Aside } from "./unmatched";

/** A table with what the user typed in it, and what of it found no place. */
interface Laid {
  readonly spec: TableSpec;
  readonly aside: readonly Aside[];
  /** What its columns were called, in lower case, and are called now. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** `asides` of this table that wait for their row take it, where it is there and their cell is empty. */
export function withOwnColumns(spec: TableSpec, table: RememberedTable | undefined, asides: readonly Aside[], words: SameWords): Laid {
  const pair = pairOf(spec, table ?? { columns: [], rows: [] }, words);
  const matched = matchedRows(pair);
  const kept = table ? leftOf(pair, matched) : [];
  const columns = ownColumns(pair, matched, asides);
  const rows = rowsByRecord(spec);
  const waiting = asides.filter((aside) => !takeBack(aside, columns, rows) && !standsAlready(aside, pair, rows));
  const own = columns.filter((column) => column.isRemembered || column.contents.some((content) => valueOf(content) !== null || isTerm(content)));
  return {
    spec: { ...spec, columns: [...withFormulas(pair, matched), ...own.map(columnSpec)] },
    aside: [...waiting, ...kept, ...columns.flatMap((column) => leftOfColumn(column, pair, matched))],
    renamed: new Map([...pair.names, ...columns.map(({ name, before }) => [before.toLowerCase(), name] as const)]),
  };
}

/** What a table that is no longer planned held of the user's. */
export function leftOfTable(name: string, { columns, rows, formulas, ours }: RememberedTable): readonly Aside[] {
  const ownerOf = (column: string, at: number) => (ours ? (ours.find((one) => one.name === column)?.owner ?? "own") : at === 0 ? "key" : "own");
  const owners = columns.map(ownerOf);
  const keys = owners.includes("key") ? ["key"] : ["crm", "user"];
  return rows.flatMap((cells, row) => {
    const record = recordOf(cells.filter((_, at) => keys.includes(owners[at] ?? "")));
    return cells.flatMap((value, at): Aside[] => {
      const formula = formulas?.[row]?.[at] ?? null;
      const isUsers = owners[at] === "own" || owners[at] === "user";
      return !isUsers || (!isTyped(value) && formula === null) ? [] : [{ where: name, record, column: columns[at] ?? "", value, formula }];
    });
  });
}

/** A column being laid down. */
interface OwnColumn {
  readonly name: string;
  /** The name it had: another where ours took that. */
  readonly before: string;
  /** Its place in the remembered table; -1 for one that comes back from Unmatched. */
  readonly place: number;
  readonly isRemembered: boolean;
  /** The formula of its cells, but for single ones. */
  readonly calculated: string | null;
  readonly contents: (CellValue | Term)[];
}

function ownColumns(pair: Pair, matched: readonly number[], asides: readonly Aside[]): readonly OwnColumn[] {
  const { spec, table, words } = pair;
  const taken = new Set(spec.columns.map(({ name }) => name.toLowerCase()));
  const before = table.columns.flatMap((name, place) => (name.trim() === "" || isOurs(name, pair) ? [] : [{ name, place }]));
  const known = new Set(before.map(({ name }) => name.toLowerCase()));
  const back = new Map(asides.flatMap(({ column }) => (column === null || known.has(column.toLowerCase()) || plannedName(column, spec, words) ? [] : [[column.toLowerCase(), column] as const])));
  return [...before, ...[...back.values()].map((name) => ({ name, place: -1 }))].map(({ name, place }) => {
    const free = freeName(name, taken);
    taken.add(free.toLowerCase());
    return { name: free, before: name, place, isRemembered: place >= 0, ...contentsOf(place, pair, matched) };
  });
}

function isOurs(name: string, { table, names }: Pair): boolean {
  return table.ours ? table.ours.some((one) => one.name.toLowerCase() === name.toLowerCase()) : names.has(name.toLowerCase());
}

function contentsOf(place: number, { spec, table }: Pair, matched: readonly number[]): Pick<OwnColumn, "calculated" | "contents"> {
  const calculated = place < 0 ? null : calculatedIn(table, place);
  const contents: (CellValue | Term)[] = Array.from({ length: rowCount(spec) }, () => (calculated === null ? null : keptTerm(calculated, null)));
  matched.forEach((row, at) => {
    if (row >= 0 && place >= 0) contents[row] = contentAt(table, at, place);
  });
  return { calculated, contents };
}

/** The formula of most cells of a column: Excel, too, fills a column where single cells were overwritten. Null where no formula is in more than half of them. */
function calculatedIn({ rows, formulas }: RememberedTable, place: number): string | null {
  const counts = new Map<string, number>();
  for (const row of formulas ?? []) {
    const formula = row[place];
    if (formula) counts.set(formula, (counts.get(formula) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => 2 * count > rows.length)?.[0] ?? null;
}

function contentAt({ rows, formulas }: RememberedTable, row: number, place: number): CellValue | Term {
  const value = rows[row]?.[place] ?? null;
  const formula = formulas?.[row]?.[place] ?? null;
  return formula === null ? value : keptTerm(formula, value);
}

/** Puts what waited into its cell; false where its row or column is not there, or something stands in the cell. */
function takeBack({ record, column, value, formula }: Aside, columns: readonly OwnColumn[], rows: ReadonlyMap<string, number>): boolean {
  const own = columns.find(({ before }) => before.toLowerCase() === column?.toLowerCase());
  if (own && record === null && formula !== null) {
    own.contents.forEach((there, row) => { if (!isTerm(there) && !isTyped(there)) own.contents[row] = keptTerm(formula, null); });
    return true;
  }
  const row = record === null || record.trim() === "" ? undefined : rows.get(record.toLowerCase());
  if (!own || row === undefined) return false;
  const there = own.contents[row] ?? null;
  const isFree = isTerm(there) ? own.calculated !== null && there.text === keptTerm(own.calculated, null).text : !isTyped(there);
  if (isFree) own.contents[row] = formula === null ? value : keptTerm(formula, value);
  return isFree;
}

/** Whether a column of ours holds it. */
function standsAlready({ record, column, value, formula }: Aside, { spec, words }: Pair, rows: ReadonlyMap<string, number>): boolean {
  const name = column === null ? null : plannedName(column, spec, words);
  const row = rows.get((record ?? "").toLowerCase());
  const planned = spec.columns.find((one) => one.name === name)?.contents[row ?? -1];
  return formula === null && planned !== undefined && saysTheSame(value, valueOf(planned), words);
}

/** The plan's rows by what they are called on Unmatched; the first where several are called so. */
function rowsByRecord(spec: TableSpec): ReadonlyMap<string, number> {
  const all = pairOf(spec, { columns: spec.columns.map(({ name }) => name), rows: [] }, () => []);
  const identity = identityOf(all);
  const rows = new Map<string, number>();
  for (let row = rowCount(spec) - 1; row >= 0; row -= 1) rows.set(recordOf(identity.map((at) => valueOf(spec.columns[at]?.contents[row] ?? null))).toLowerCase(), row);
  return rows;
}

function columnSpec({ name, contents }: OwnColumn): ColumnSpec {
  return { name, owner: "user", format: "general", look: "input", contents, own: true };
}

/** Formulas typed into columns of ours stand again where their value does. */
function withFormulas(pair: Pair, matched: readonly number[]): readonly ColumnSpec[] {
  const { spec, table, places, words } = pair;
  const { formulas } = table;
  if (!formulas) return spec.columns;
  const typed = new Set(typedColumns(pair));
  return spec.columns.map((column, at) => {
    if (!typed.has(at)) return column;
    const place = places[at] ?? -1;
    const contents = [...column.contents];
    matched.forEach((row, before) => {
      const formula = formulas[before]?.[place] ?? null;
      const planned = contents[row] ?? null;
      if (row >= 0 && formula !== null && !isTerm(planned) && saysTheSame(table.rows[before]?.[place] ?? null, planned, words)) contents[row] = keptTerm(formula, planned);
    });
    return { ...column, contents };
  });
}

/** Cells typed in columns of ours that the plan does not hold. */
function leftOf(pair: Pair, matched: readonly number[]): readonly Aside[] {
  const { spec, table, places, words } = pair;
  const gone = spec.kind === "mirror" ? [] : table.columns.flatMap((name, place) => (!places.includes(place) && ownerIn(table, name) === "user" ? [place] : []));
  const typed = typedColumns(pair);
  return table.rows.flatMap((cells, at) => {
    const row = matched[at] ?? -1;
    const isHeld = (column: number) => row >= 0 && saysTheSame(cells[places[column] ?? -1] ?? null, valueOf(spec.columns[column]?.contents[row] ?? null), words);
    const left = [...typed.filter((column) => !isHeld(column)).map((column) => places[column] ?? -1), ...gone];
    return left.flatMap((place) => asideAt(place, at, pair));
  });
}

function ownerIn({ ours }: RememberedTable, name: string): MarkedColumn["owner"] | undefined {
  return ours?.find((one) => one.name === name)?.owner;
}

function leftOfColumn({ place, calculated }: OwnColumn, pair: Pair, matched: readonly number[]): readonly Aside[] {
  if (place < 0) return [];
  const isOwn = (at: number) => calculated === null || (pair.table.formulas?.[at]?.[place] ?? null) !== calculated;
  return pair.table.rows.flatMap((_, at) => ((matched[at] ?? -1) >= 0 || !isOwn(at) ? [] : asideAt(place, at, pair)));
}

function asideAt(place: number, at: number, pair: Pair): readonly Aside[] {
  const { spec, table, places } = pair;
  const cells = table.rows[at] ?? [];
  const value = cells[place] ?? null;
  const formula = table.formulas?.[at]?.[place] ?? null;
  if (!isTyped(value) && formula === null) return [];
  const record = recordOf(identityOf(pair).map((column) => cells[places[column] ?? -1] ?? null));
  return [{ where: spec.name, record, column: table.columns[place] ?? "", value, formula }];
}
