// One column of an export on its way to values: its cells, what went wrong in it, and the loop all readers share.

import { mostSingle, type CrmTable, type Issue, type IssueKind } from "../reading";

/** The cells of one column, with the line in the file of each. */
export interface Column {
  readonly header: string;
  readonly cells: readonly string[];
  readonly lines: ArrayLike<number>;
}

/** What a slow reader says of one distinct text: its value, and what is wrong with it. */
export interface CellRead<V> {
  readonly value: V | null;
  readonly trouble?: IssueKind;
}

/** The cells of the named column; null when the table has no such header. */
export function columnOf(table: CrmTable, header: string): Column | null {
  const at = table.header.indexOf(header);
  return at < 0 ? null : { header, cells: turned(table, [at])[0]!, lines: table.lines };
}

/** All columns by header: one walk over the rows, which is what costs. */
export function columnsOf(table: CrmTable): ReadonlyMap<string, Column> {
  const cells = turned(table, [...table.header.keys()]);
  return new Map(table.header.map((header, at) => [header, { header, cells: cells[at]!, lines: table.lines }]));
}

function turned({ rows }: CrmTable, places: readonly number[]): string[][] {
  const columns = places.map(() => new Array<string>(rows.length));
  for (let row = 0; row < rows.length; row++) {
    const cells = rows[row]!;
    for (let at = 0; at < places.length; at++) columns[at]![row] = cells[places[at]!] ?? "";
  }
  return columns;
}

/** Reads the cells at `at` (every cell when absent) into `into`; each distinct text is read once. */
export function readDistinct<V>(
  column: Column,
  into: (V | null)[],
  read: (text: string) => CellRead<V>,
  troubles: Troubles,
  at?: readonly number[],
): void {
  const seen = new Map<string, CellRead<V>>();
  const count = at ? at.length : column.cells.length;
  for (let i = 0; i < count; i++) {
    const row = at ? at[i]! : i;
    const cell = column.cells[row]!;
    let known = seen.get(cell);
    if (known === undefined) {
      known = read(cell);
      if (seen.size < MOST_REMEMBERED) seen.set(cell, known);
    }
    into[row] = known.value;
    if (known.trouble !== undefined) troubles.add(known.trouble, row, cell);
  }
}

/** Keeps memory in bounds where every cell differs. */
const MOST_REMEMBERED = 200_000;
const MOST_EXAMPLES = 3;

/** Kinds said cell by cell; all others are said once a column with their count. */
const single: ReadonlySet<IssueKind> = new Set(["unreadable", "hashes", "date-order-mismatch"]);

interface Tally {
  count: number;
  firstRow: number;
  examples: string[];
}

/** What went wrong in one column; cell by cell up to fifty, the rest counted. */
export class Troubles {
  private readonly tallies = new Map<IssueKind, Tally>();
  private readonly singles: Issue[] = [];

  constructor(private readonly column: Column) {}

  add(kind: IssueKind, row: number, found: string): void {
    let tally = this.tallies.get(kind);
    if (!tally) this.tallies.set(kind, (tally = { count: 0, firstRow: row, examples: [] }));
    tally.count++;
    if (single.has(kind) && tally.count <= mostSingle) {
      this.singles.push({ kind, row: this.line(row), column: this.column.header, found: shortened(found), count: 1 });
    } else if (tally.examples.length < MOST_EXAMPLES && !tally.examples.includes(found)) {
      tally.examples.push(found);
    }
  }

  /** Says something of the column as a whole. */
  say(kind: IssueKind, found: string | null, count: number): void {
    this.singles.push({ kind, row: null, column: this.column.header, found, count });
  }

  issues(): Issue[] {
    const issues = [...this.singles];
    for (const [kind, { count, firstRow, examples }] of this.tallies) {
      const rest = single.has(kind) ? count - mostSingle : count;
      if (rest <= 0) continue;
      const found = examples.map(shortened).join(", ");
      issues.push({ kind, row: rest === 1 ? this.line(firstRow) : null, column: this.column.header, found, count: rest });
    }
    return issues;
  }

  private line(row: number): number {
    return this.column.lines[row] ?? row + 2;
  }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
