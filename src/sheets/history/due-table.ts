// Every change of an expected close the snapshots or the stage history show: a table of its own sheet, for formulas.

import { column, type Column } from "../../formula/column";
import { dueChangesIn, dueChangesOf, type DatedEntry, type DueChange } from "../../metrics/due-changes";
import type { CellValue, Day } from "../../values";
import type { ColumnSpec, SheetSpec } from "../block";
import type { SheetContext } from "../context";
import { dataTableSpec } from "../data/columns";
import { dataSheet } from "../data/sheet";
import { worthOf } from "./since-last";

const dueTableName = "CloseDateChanges";

export interface DueTable {
  readonly changes: readonly DueChange[];
  readonly on: Column;
  readonly owner: Column;
  readonly days: Column;
  readonly amount: Column;
  /** 1 for the newest time a deal was put off, else 0. */
  readonly newest: Column;
  /** The day it was put off the next time. */
  readonly next: Column;
  readonly specs: readonly ColumnSpec[];
}

/** Null where none is known. An exported stage history that says when each line expected the close counts before the snapshots. */
export function dueTable(context: SheetContext): DueTable | null {
  const changes = changesOf(context);
  if (changes.length === 0) return null;
  const { due: headers } = context.text.history;
  const worth = worthOf(context);
  const spec = (name: string, format: ColumnSpec["format"], value: (change: DueChange) => CellValue): ColumnSpec => ({ name, owner: "crm", format, contents: changes.map(value) });
  const specs = {
    on: spec(headers.on, "day", ({ on }) => on), id: spec(headers.id, "text", ({ id }) => id), deal: spec(headers.deal, "text", ({ deal }) => deal),
    owner: spec(headers.owner, "text", ({ owner }) => owner), from: spec(headers.from, "day", ({ from }) => from), to: spec(headers.to, "day", ({ to }) => to),
    days: spec(headers.days, "general", ({ days }) => days), amount: spec(headers.amount, "money", ({ amount, currency }) => worth(amount, currency)),
    next: spec(headers.next, "day", ({ nextSlip }) => nextSlip),
    newest: spec(headers.newest, "general", ({ isNewestSlip }) => (isNewestSlip ? 1 : 0)),
  };
  const of = ({ name, contents }: ColumnSpec): Column => column(dueTableName, name, contents as readonly CellValue[]);
  return { changes, on: of(specs.on), owner: of(specs.owner), days: of(specs.days), amount: of(specs.amount), newest: of(specs.newest), next: of(specs.next), specs: Object.values(specs) };
}

/** The sheet that holds the table, after the data. */
export function dueSheet(context: SheetContext): readonly SheetSpec[] {
  const table = dueTable(context);
  if (!table) return [];
  const { due, dueSheet: name } = context.text.history;
  const columns = table.specs.map((spec) => ({ field: null, extra: null, spec }));
  return [dataSheet("closeDateChanges", { spec: dataTableSpec(dueTableName, [due.on, due.id], columns), sheet: name, fields: new Map(), columns })];
}

function changesOf(context: SheetContext): readonly DueChange[] {
  const told = dueChangesOf(datedEntries(context));
  return told.length > 0 ? told : dueChangesIn(context.snapshots?.log ?? []);
}

/** Lines of the stage history with a deal, a day and an expected close. */
function datedEntries({ data }: SheetContext): readonly DatedEntry[] {
  const fields = data.get("stageMove")?.fields;
  const [due, on] = [fields?.get("closeDate"), fields?.get("on")];
  if (!fields || !due || !on) return [];
  const text = (field: string, row: number) => {
    const value = fields.get(field)?.values[row];
    return typeof value === "string" && value !== "" ? value : null;
  };
  return due.values.flatMap((value, row): DatedEntry[] => {
    const [id, day, amount] = [text("dealId", row) ?? text("deal", row), on.values[row], fields.get("amount")?.values[row]];
    if (id === null || typeof value !== "number" || typeof day !== "number") return [];
    return [{ id, deal: text("deal", row), owner: text("owner", row), on: day as Day, due: value as Day, amount: typeof amount === "number" ? amount : null, currency: text("currency", row) }];
  });
}
