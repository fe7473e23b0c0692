// How did each deal stand at each refresh? The log table Snapshots: what it held, and the lines this refresh adds.

import { outcomes, type Deal } from "../crm/objects/deal";
import type { Reading } from "../crm/reading";
import { lastDay, linesToAdd, stateOn, type DealLog, type LogRow } from "../metrics/deal-log";
import type { DealState } from "../metrics/deal-state";
import type { WholeText } from "../text/whole";
import { mostRows, type CellValue, type Day } from "../values";
import { isTyped, keyOfWord, readTable, translated, type ReadTable } from "./any-language";
import type { ColumnSpec, TableSpec } from "./block";
import type { Memory, RememberedTable } from "./memory";
import type { Format } from "./plan";

export const snapshotsTableName = "Snapshots";

/** The log as it will stand after this refresh, and what came of adding to it. */
export interface Snapshots {
  readonly table: TableSpec;
  readonly log: DealLog;
  /** How deals stood when last logged, by key. */
  readonly before: ReadonlyMap<string, DealState>;
  /** The deals of the export by key; null where this refresh has no deals. */
  readonly deals: ReadonlyMap<string, DealState> | null;
  /** The last day logged before; null at the first. */
  readonly since: Day | null;
  readonly first: Day | null;
  /** Lines there was no room for. */
  readonly unlogged: number;
  /** The log goes beyond the as-of day: a log only goes on, so nothing was added. */
  readonly isEarlier: boolean;
}

type LogField = keyof WholeText["changes"]["log"];

/** The log with what this refresh adds; null where there is nothing to log and nothing was. `mostLines` is what the sheet holds. */
export function snapshotsOf(deals: ReadonlyMap<string, DealState> | null, memory: Memory, asOf: Day, text: WholeText, mostLines = mostRows): Snapshots | null {
  const found = memory.tables.get(snapshotsTableName);
  if (!deals && !found) return null;
  const table = snapshotsBefore(found);
  const kept = table.rows.filter((cells) => cells.some(isTyped));
  const log = logOf(kept, table);
  const since = lastDay(log);
  const isEarlier = since !== null && since > asOf;
  const before = stateOn(log, since ?? asOf);
  const wanted = deals && !isEarlier ? linesToAdd(before, deals, asOf) : [];
  const hasRoom = kept.length + wanted.length <= mostLines;
  const added = hasRoom ? wanted : [];
  if (kept.length + added.length === 0) return null;
  const whole = [...log, ...added];
  return {
    table: tableOf(kept, added, table, text), log: whole, before, deals, since, first: whole[0]?.day ?? null,
    unlogged: wanted.length - added.length, isEarlier: isEarlier && deals !== null,
  };
}

/** The deals of an export as they stand, by their keys in the Deals table; of two with one key the last counts. A deal without a key cannot be followed. */
export function statesOf({ columns, count }: Reading<Deal>, keys: readonly CellValue[]): ReadonlyMap<string, DealState> {
  const states = new Map<string, DealState>();
  for (let row = 0; row < count; row += 1) {
    const id = textOf(keys[row]);
    if (id === null) continue;
    states.set(id, {
      id, name: columns.name[row] ?? null, stage: columns.stage[row] ?? null, outcome: columns.outcome[row] ?? "open", amount: columns.amount[row] ?? null,
      currency: columns.currency[row] ?? null, due: columns.due[row] ?? null, closed: columns.closed[row] ?? null, owner: columns.owner[row] ?? null,
      probability: columns.probability[row] ?? null, stageSince: columns.stageSince[row] ?? null, created: columns.created[row] ?? null,
    });
  }
  return states;
}

function snapshotsBefore(found: RememberedTable | undefined): ReadTable<LogField> {
  return readTable(found, ({ changes }) => changes.log);
}

/** Lines by their numbers, since the user may have sorted them; a line without deal or day says nothing. */
function logOf(rows: readonly (readonly CellValue[])[], table: ReadTable<LogField>): DealLog {
  const numbered = rows.map((cells, at) => ({ no: numberOf(table.value(cells, "no")) ?? at + 1, row: lineOf(cells, table) }));
  return numbered.sort((left, right) => left.no - right.no).flatMap(({ row }) => row ?? []);
}

function lineOf(cells: readonly CellValue[], table: ReadTable<LogField>): LogRow | null {
  const text = (field: LogField) => textOf(table.value(cells, field));
  const number = (field: LogField) => numberOf(table.value(cells, field));
  const [id, day] = [text("id"), number("day")];
  if (id === null || day === null) return null;
  const outcome = keyOfWord(table.value(cells, "outcome"), outcomeWords);
  return {
    day: day as Day,
    isGone: outcome === "gone",
    state: {
      id, name: text("name"), stage: text("stage"), outcome: outcomes.find((one) => one === outcome) ?? "open", amount: number("amount"), currency: text("currency"),
      due: number("due") as Day | null, closed: number("closed") as Day | null, owner: text("owner"), probability: number("probability"),
      stageSince: number("stageSince") as Day | null, created: number("created") as Day | null,
    },
  };
}

function outcomeWords({ tables, changes }: WholeText) {
  return { ...tables.outcome, gone: changes.gone };
}

const formats: Readonly<Record<LogField, Format>> = {
  no: "count", day: "day", id: "text", name: "text", stage: "text", outcome: "text", amount: "decimal", currency: "text", due: "day",
  closed: "day", owner: "text", probability: "percent", stageSince: "day", created: "day",
};

/** What stood there stands there again, as it was; the new lines follow. */
function tableOf(kept: readonly (readonly CellValue[])[], added: DealLog, table: ReadTable<LogField>, text: WholeText): TableSpec {
  const headers = text.changes.log;
  const last = kept.reduce((most, cells) => Math.max(most, numberOf(table.value(cells, "no")) ?? 0), 0);
  const stood = (cells: readonly CellValue[], field: LogField): CellValue => {
    const value = table.value(cells, field);
    return field === "outcome" ? translated(value, outcomeWords, text) : value;
  };
  const columns = (Object.keys(headers) as LogField[]).map((field): ColumnSpec => ({
    name: headers[field], owner: "crm", format: formats[field],
    contents: [...kept.map((cells) => stood(cells, field)), ...added.map((row, at) => cellOf(row, field, last + at + 1, text))],
  }));
  return { name: snapshotsTableName, kind: "log", key: [headers.no], columns, filter: true, style: "data" };
}

function cellOf({ day, isGone, state }: LogRow, field: LogField, no: number, text: WholeText): CellValue {
  switch (field) {
    case "no": return no;
    case "day": return day;
    case "outcome": return outcomeWords(text)[isGone ? "gone" : state.outcome];
    default: return state[field];
  }
}

function textOf(value: CellValue | undefined): string | null {
  return value === null || value === undefined || String(value).trim() === "" ? null : String(value);
}

function numberOf(value: CellValue | undefined): number | null {
  return typeof value === "number" ? value : null;
}
