// What the pane does when asked: calls the work and tells the session how it went.

import type { FieldMapping } from "../crm/fields";
import type { DateOrder } from "../crm/readers/day";
import type { ObjectKind } from "../crm/reading";
import { attempt, type Tell } from "./attempt";
import type { FileProblem } from "./session";
import type { Choice, Correction, Imported, Line, Source, Work } from "./work";

export interface Actions {
  /** Opens them one after the other; what cannot be used is said at the end, so that no good file hides a bad one. */
  open(sources: Promise<readonly Source[]>): Promise<void>;
  /** Takes the template of a file for the next build. */
  openTemplate(file: File): Promise<void>;
  remove(table: Imported): Promise<void>;
  mapColumn(table: Imported, column: string, field: string | null): Promise<void>;
  changeObject(table: Imported, object: ObjectKind): Promise<void>;
  fillDown(table: Imported, column: string): Promise<void>;
  orderDays(table: Imported, column: string, order: DateOrder): Promise<void>;
  /** What a line holds; null where that cannot be told. */
  line(table: Imported, row: number): Promise<Line | null>;
  /** Makes a workbook file. */
  build(choice: Choice): Promise<void>;
  /** Forgets all tables, here and in the work. */
  restart(tables: readonly Imported[]): Promise<void>;
}

/** The actions of a pane. None of them throws: trouble is told to the session. */
export function actionsOf(work: Work, tell: Tell): Actions {
  // Only the last correction of a table is told: an earlier answer would show an older mapping for a moment.
  const last = new Map<string, symbol>();

  async function correct({ id, object, mapping, filled, dateOrders }: Imported, change: Partial<Correction>, column: string | null = null) {
    const correction = { object, mapping, filled, dateOrders, ...change };
    const mine = Symbol(id);
    last.set(id, mine);
    tell({ type: "correcting", id, correction });
    await attempt(tell, async () => {
      const table = await work.correct(id, correction);
      return last.get(id) === mine ? { type: "corrected", table, filled: column } : null;
    });
  }

  return {
    open: (sources) => attempt(tell, async () => {
      const bad = await openAll(await sources, work, tell);
      return bad.length > 0 ? { type: "failed", trouble: { kind: "file", problems: bad } } : null;
    }),
    openTemplate: (file) => attempt(tell, async () => {
      const read = await work.readTemplate(await file.text());
      if ("problem" in read) return { type: "failed", trouble: { kind: "template", file: file.name, problem: read.problem, where: read.where ?? "" } };
      return { type: "wished", wishes: { template: read.template } };
    }),
    remove: (table) => attempt(tell, async () => {
      await work.remove(table.id);
      return { type: "removed", id: table.id };
    }),
    mapColumn: (table, column, field) => correct(table, { mapping: remapped(table.mapping, column, field) }),
    changeObject: (table, object) => correct(table, { object }),
    fillDown: (table, column) => correct(table, { filled: [...table.filled, column] }, column),
    orderDays: (table, column, order) => correct(table, { dateOrders: { ...table.dateOrders, [column]: order } }),
    async line(table, row) {
      let line: Line | null = null;
      await attempt(tell, async () => {
        line = await work.line(table.id, row);
        return null;
      });
      return line;
    },
    async build(choice) {
      tell({ type: "started", busy: { kind: "planning", done: 0, total: 0 } });
      await attempt(tell, async () => ({
        type: "built",
        isRefresh: false,
        built: await work.build(choice, (kind, done, total) => tell({ type: "started", busy: { kind, done, total } })),
      }), "notBuilt");
    },
    restart: (tables) => attempt(tell, async () => {
      for (const { id } of tables) await work.remove(id);
      return { type: "restarted" };
    }),
  };
}

/** The mapping with this column read as this field: a column has one field and a field one column. */
export function remapped(mapping: FieldMapping, column: string, field: string | null): FieldMapping {
  const others = Object.entries(mapping).filter(([name, from]) => from !== column && name !== field);
  return Object.fromEntries(field === null ? others : [...others, [field, column]]);
}

async function openAll(sources: readonly Source[], work: Work, tell: Tell): Promise<FileProblem[]> {
  const bad: FileProblem[] = [];
  for (const source of sources) {
    tell({ type: "started", busy: { kind: "opening", file: source.name } });
    const opened = await work.open(source);
    if ("problem" in opened) bad.push({ file: source.name, problem: opened.problem });
    else if ("rollup" in opened) bad.push(opened);
    else tell({ type: "opened", file: source.name, tables: opened.tables, replaced: opened.replaced ?? [] });
  }
  return bad;
}
