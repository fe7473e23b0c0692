// Won deals and the steps of the checklist: a sheet to tick on, and what it adds up to.

import { countifs } from "../../formula/aggregate";
import { column, thisRow } from "../../formula/column";
import { than } from "../../formula/criteria";
import { dayText, numberText, sentence } from "../../formula/sentence";
import { call, cell, literal, type Figure, type Term } from "../../formula/term";
import { deals as dealsOf } from "../../metrics/deals";
import { languages } from "../../text/language";
import { wholeTextIn, type WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { isTyped } from "../any-language";
import { gap, grid, show, type ColumnSpec, type RuleSpec, type SheetSpec, type TableSpec } from "../block";
import type { SheetContext } from "../context";
import { madeColumn } from "../form";
import type { Memory } from "../memory";
import { fixed } from "../report-table";
import { tabColours } from "../tabs";
import { asidesIn } from "../unmatched";
import { daysOfStep, nameOfStep, numberedSteps, stepsOf, tickHeader, ticksTableName, tickSigns, type HandoffStep } from "./checklist";
import { handoffsSince } from "./departments";

/** The newest won deals that are listed. */
const mostDeals = 40;

/** A won deal with what was ticked, by header. */
interface TickRow {
  readonly id: string;
  readonly deal: CellValue;
  readonly account: CellValue;
  readonly owner: CellValue;
  readonly won: CellValue;
  readonly ticks: ReadonlyMap<string, CellValue>;
}

/** The newest won deals, and older ones somebody ticked; null where no deal is won. */
function tickRows({ model, data, memory }: SheetContext): { readonly rows: readonly TickRow[]; readonly all: number } | null {
  const { deals, words } = model;
  if (!deals) return null;
  const { id, outcome, owner, closed } = deals.columns;
  const fields = data.get("deal")?.fields;
  const won = outcome.values.flatMap((value, row) => (value === words.outcome.won && isTyped(id.values[row] ?? null) ? [row] : []));
  if (won.length === 0) return null;
  const ticked = ticksBefore(memory);
  const dayOf = (row: number) => Number(closed.values[row] ?? 0);
  const newest = [...won].sort((a, b) => dayOf(b) - dayOf(a) || a - b);
  const shown = newest.filter((row, place) => place < mostDeals || ticked.has(keyOf(id.values[row] ?? null)));
  return {
    all: deals.groups ? dealsOf({ ...model, deals }, "won").value : won.length,
    rows: shown.map((row): TickRow => ({
      id: String(id.values[row]), deal: fields?.get("name")?.values[row] ?? null, account: fields?.get("account")?.values[row] ?? null,
      owner: owner.values[row] ?? null, won: closed.values[row] ?? null, ticks: ticked.get(keyOf(id.values[row] ?? null)) ?? new Map(),
    })),
  };
}

/** What was ticked before, by deal; ticks kept aside come back with a deal that is back. */
function ticksBefore(memory: Memory): ReadonlyMap<string, ReadonlyMap<string, CellValue>> {
  const before = new Map(ticksInTable(memory));
  for (const { where, record, column, value } of asidesIn(memory)) {
    if (where !== ticksTableName || record === null || column === null) continue;
    const known = before.get(keyOf(record)) ?? new Map<string, CellValue>();
    before.set(keyOf(record), new Map([[column.toUpperCase(), value], ...known]));
  }
  return before;
}

function ticksInTable(memory: Memory): ReadonlyMap<string, ReadonlyMap<string, CellValue>> {
  const table = memory.tables.get(ticksTableName);
  if (!table) return new Map();
  const ids = languages.map((language) => wholeTextIn(language).together.ticks.id.toLowerCase());
  const place = table.columns.findIndex((name) => ids.includes(name.toLowerCase()));
  const steps = table.columns.flatMap((name, at) => (/^S\d+$/i.test(name) ? [{ name: name.toUpperCase(), at }] : []));
  return new Map(table.rows.flatMap((row): [string, ReadonlyMap<string, CellValue>][] => {
    const ticks = steps.flatMap(({ name, at }): [string, CellValue][] => (isTyped(row[at] ?? null) ? [[name, row[at] ?? null]] : []));
    return ticks.length === 0 ? [] : [[keyOf(row[place] ?? null), new Map(ticks)]];
  }));
}

function keyOf(id: CellValue): string {
  return String(id ?? "").trim().toLowerCase();
}

/** The signs of each step by its header, for the checklist. */
export function ticksByStep(context: SheetContext, steps: readonly HandoffStep[]): ReadonlyMap<string, readonly string[]> | null {
  const found = tickRows(context);
  return found && new Map(numberedSteps(steps).map(({ number }) => [tickHeader(number), found.rows.map(({ ticks }) => String(ticks.get(tickHeader(number)) ?? ""))]));
}

/** The sheet to tick on; none without won deals or steps. */
export function ticksSheets(context: SheetContext): readonly SheetSpec[] {
  const { text, memory, model } = context;
  const found = tickRows(context);
  const steps = stepsOf(memory, text);
  const numbered = numberedSteps(steps);
  if (!found || numbered.length === 0) return [];
  const words = text.together.ticks;
  const table = ticksTable(found.rows, steps, context);
  const above = table.columns.length - numbered.length;
  return [{
    id: "handoverTicks",
    name: words.sheet,
    tab: tabColours.work,
    columnWidths: [13, 30, 24, 16, 12, 12, 10, ...numbered.map(() => 16)],
    gridlines: false,
    freeze: { rows: 6, columns: 2 },
    blocks: [
      grid([
        [show("title", words.title, { across: above })],
        [show("sentence", sentence(words.note, { n: literal(String(model.deals?.groups ? Math.min(mostDeals, found.rows.length) : mostDeals)), all: literal(String(found.all)) }), { across: above })],
      ], [30, 34]),
      gap(),
      { kind: "beside", blocks: [{ column: above - 3, block: grid([
        [show("label", words.steps, { across: 3 }), ...numbered.map(({ number }) => show("wrapped", nameOfStep(number, steps, text)))],
        [show("label", words.days, { across: 3 }), ...numbered.map(({ number }) => show("centred", daysOfStep(number, steps, text), { format: "score", id: daysId(number) }))],
      ], [48, null]) }] },
      { kind: "table", table },
    ],
    rules: rules(numbered.map(({ number }) => number), text),
    print: { orientation: "landscape", paper: "a3", repeatRows: [3, 5], fitToHeight: false },
  }];
}

function ticksTable(rows: readonly TickRow[], steps: readonly HandoffStep[], context: SheetContext): TableSpec {
  const { text } = context;
  const words = text.together.ticks;
  const numbers = numberedSteps(steps).map(({ number }) => number);
  const ticks = numbers.map((number): ColumnSpec => ({
    name: tickHeader(number), owner: "user", format: "text", look: "choice", contents: rows.map((row) => row.ticks.get(tickHeader(number)) ?? null),
    allowed: { kind: "list", items: Object.values(tickSigns), prompt: words.prompt },
  }));
  return {
    name: ticksTableName, kind: "form", key: [words.id], filter: true, style: "form",
    columns: [
      fixed(words.id, "text", rows.map(({ id }) => id)), fixed(words.deal, "text", rows.map(({ deal }) => deal)), fixed(words.account, "text", rows.map(({ account }) => account)),
      fixed(words.owner, "text", rows.map(({ owner }) => owner)), fixed(words.won, "day", rows.map(({ won }) => won)),
      madeColumn(words.progress, "percent", rows.map((row) => progressOf(row, numbers))),
      madeColumn(words.late, "count", rows.map((row) => lateOf(row, numbers, steps, context))),
      ...ticks,
    ],
  };
}

function progressOf(row: TickRow, numbers: readonly number[]): Term<number> {
  const filled = numbers.filter((number) => row.ticks.has(tickHeader(number))).length;
  return call(`(${numbers.map((number) => `(${thisRow(ticksTableName, tickHeader(number))}<>"")`).join("+")})/${numbers.length}`, filled / numbers.length);
}

/** Steps without a tick whose day has passed; "" where the deal has no day or was won before hand-overs are counted. */
function lateOf(row: TickRow, numbers: readonly number[], steps: readonly HandoffStep[], { text, memory, model: { settings: { asOf } } }: SheetContext): Term<Figure> {
  const since = handoffsSince(memory, asOf.value);
  const won = thisRow(ticksTableName, text.together.ticks.won);
  const parts = numbers.map((number) => {
    const days = cell(daysId(number), daysOfStep(number, steps, text).value);
    const isLate = typeof row.won === "number" && days.value !== "" && !row.ticks.has(tickHeader(number)) && row.won + days.value < asOf.value;
    return { text: `IF(AND(${thisRow(ticksTableName, tickHeader(number))}="",ISNUMBER(${days.text})),IF(${won}+${days.text}<${asOf.text},1,0),0)`, value: isLate ? 1 : 0 };
  });
  const sum = parts.reduce((total, part) => total + part.value, 0);
  const sumText = parts.map((part) => part.text).join("+");
  return call(`IF(ISNUMBER(${won}),IF(${won}<${since.text},"",${sumText}),"")`, typeof row.won === "number" && row.won >= since.value ? sum : "");
}

/** How many won deals are handed over whole, and how many have a step late. */
export function handoffSentence(context: SheetContext, steps: readonly HandoffStep[]): Term<string> {
  const { text, memory, model } = context;
  const words = text.together;
  const found = tickRows(context);
  const numbers = numberedSteps(steps).map(({ number }) => number);
  if (!found && model.deals?.groups && dealsOf({ ...model, deals: model.deals }, "won").value > 0) return literal(text.tables.groups.needsEach(words.ticks.sheet));
  if (!found || numbers.length === 0) return literal(words.handoffs.none);
  if (found.rows.every(({ won }) => typeof won !== "number")) return sentence(words.handoffs.noDays, { sheet: literal(words.ticks.sheet) });
  const progress = column(ticksTableName, words.ticks.progress, found.rows.map((row) => progressOf(row, numbers).value));
  const late = column(ticksTableName, words.ticks.late, found.rows.map((row) => lateOf(row, numbers, steps, context).value));
  const since = handoffsSince(memory, model.settings.asOf.value);
  const counted = than(column(ticksTableName, words.ticks.won, found.rows.map(({ won }) => won)), ">=", since);
  return sentence(words.handoffs.count, {
    day: dayText(since), done: numberText(countifs(counted, than(progress, ">=", literal(1)))), all: numberText(countifs(counted)),
    late: numberText(countifs(than(late, ">", literal(0)))), sheet: literal(words.ticks.sheet),
  });
}

function rules(numbers: readonly number[], text: WholeText): readonly RuleSpec[] {
  const { progress, late } = text.together.ticks;
  const first = `⟦${ticksTableName}.${late}⟧`;
  return [
    { kind: "dataBar", area: { table: ticksTableName, column: progress }, colour: "#BFE3DF", min: 0, max: 1 },
    { kind: "formula", area: { table: ticksTableName, column: late }, formula: `AND(ISNUMBER(${first}),${first}>0)`, tone: "bad" },
    ...numbers.map((number): RuleSpec => ({ kind: "equals", area: { table: ticksTableName, column: tickHeader(number) }, text: tickSigns.done, tone: "good" })),
  ];
}

function daysId(number: number): string {
  return `ticks.days.${number}`;
}
