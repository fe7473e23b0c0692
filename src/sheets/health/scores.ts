// One row a customer: health, what to do, what people noted, and the figures it all comes from. A sheet of its own, since it is long.

import { column, type Column } from "../../formula/column";
import type { Term } from "../../formula/term";
import type { CellValue } from "../../values";
import { gap, grid, show, type Cell, type ColumnSpec, type RuleSpec, type SheetSpec, type TableSpec } from "../block";
import type { SheetContext } from "../context";
import { headerOf } from "../data/columns";
import type { Format, Look } from "../plan";
import { tabColours } from "../tabs";
import { columnWidthFor } from "../theme";
import type { Customers } from "./columns";
import { healthModel, numberedHeader, type CustomerTerms, type HealthModel } from "./model";
import { intentName, scoresName } from "./names";
import { slotLines, type SlotLine } from "./slots";

/** The sheet; none without accounts. */
export function scoresSheets(context: SheetContext): readonly SheetSpec[] {
  const model = healthModel(context);
  const { customers } = model;
  if (!customers) return [];
  const words = context.text.health;
  const table = scoresTable(model, customers);
  const shown = table.columns.findIndex(({ name }) => name === numberedHeader(words.scores.points, 0));
  return [{
    id: "healthScores",
    name: words.scoresSheet,
    tab: tabColours.data,
    columnWidths: table.columns.map(widthOf),
    gridlines: false,
    freeze: { rows: 0, columns: customers.names ? 2 : 1 },
    blocks: [
      grid([[show("title", words.scoresTitle, { across: 6 })], [show("note", words.scoresNote, { across: 7 })]], [30, 32]),
      grid(slotLines.map((line) => slotRow(line, shown, model)), slotLines.map((line) => (line === "name" ? 44 : null))),
      gap(0),
      { kind: "table", table },
    ],
    rules: bandRules(context, scoresName, words.scores.band),
    print: { orientation: "landscape", paper: "a3", repeatRows: [2 + slotLines.length, 2 + slotLines.length], fitToHeight: false },
  }];
}

/** A line above the points: its label stands in the columns before them. */
function slotRow(line: SlotLine, shown: number, { measureSlots, exceptionSlots, context }: HealthModel): readonly (Cell | null)[] {
  const cells = [...measureSlots, ...exceptionSlots].map(({ lines, id }): Cell | null => {
    const term = lines[line];
    return term ? show(line === "name" ? "wrapped" : "value", term, { id: id(line) }) : null;
  });
  return [...Array.from({ length: shown - 3 }, () => null), show("label", context.text.health.slots[line], { across: 3 }), ...cells];
}

/** Columns of the table as other formulas see them. */
export function scoreColumns(model: HealthModel, customers: Customers) {
  const headers = model.context.text.health.scores;
  const of = (header: string, values: readonly CellValue[]): Column => column(scoresName, header, values);
  const term = (key: "score" | "band" | "counted" | "action" | "red" | "change") => of(headers[key], model.terms.map((one) => one[key].value));
  return {
    key: of(keyHeader(model, customers), customers.keys),
    score: term("score"), band: term("band"), counted: term("counted"), action: term("action"), red: term("red"), change: term("change"),
    owner: customers.field("owner") ? of(headers.owner, customers.field("owner")!) : null,
    renewal: customers.field("renewal") ? of(headers.renewal, customers.field("renewal")!) : null,
    revenue: customers.revenue ? of(headers.revenue, customers.revenue) : null,
    intent: of(headers.intent, model.typed.intent),
  };
}

/** The header of the column that tells customers apart. */
export function keyHeader({ context }: HealthModel, { names }: Customers): string {
  return names ? headerOf("id", context.text) : context.text.health.scores.customer;
}

function scoresTable(model: HealthModel, customers: Customers): TableSpec {
  const { context, region, terms, typed } = model;
  const { scores: headers, prompts, intent } = context.text.health;
  const crm = (name: string, format: Format, contents: readonly CellValue[] | null): ColumnSpec[] => (contents ? [{ name, owner: "crm", format, contents }] : []);
  const made = (name: string, format: Format, value: (one: CustomerTerms) => Term, look?: Look): ColumnSpec => ({ name, owner: "formula", format, contents: terms.map(value), ...(look ? { look } : {}) });
  const { field, names, keys } = customers;
  const key = keyHeader(model, customers);
  const readable = region.slice(1).map(({ header, format, contents }): ColumnSpec => ({ name: header, owner: contents.some((one) => typeof one === "object" && one !== null) ? "formula" : "crm", format, contents }));
  return {
    name: scoresName, kind: "form", key: [key], filter: true, style: "data",
    columns: [
      ...(names ? crm(headers.customer, "text", names) : []),
      ...crm(key, "text", keys),
      made(headers.score, "score", (one) => one.score),
      made(headers.band, "text", (one) => one.band, "centred"),
      made(headers.change, "text", (one) => one.change, "centred"),
      made(headers.red, "text", (one) => one.red, "label"),
      made(headers.action, "text", (one) => one.action, "label"),
      ...crm(headers.owner, "text", field("owner")),
      ...crm(headers.segment, "text", field("segment")),
      ...crm(headers.renewal, "day", field("renewal")),
      ...crm(headers.activity, "day", customers.lastActivity),
      ...crm(headers.revenue, "money", customers.revenue),
      { name: headers.note, owner: "user", format: "text", look: "input", contents: typed.note },
      { name: headers.intent, owner: "user", format: "text", look: "choice", contents: typed.intent, allowed: { kind: "listOf", table: intentName, column: intent.word, prompt: prompts.intent } },
      ...readable,
      ...model.measureSlots.map((_, at) => made(numberedHeader(headers.points, at), "score", (one) => one.points[at]!)),
      ...model.exceptionSlots.map((_, at) => made(numberedHeader(headers.limit, at), "score", (one) => one.limits[at]!)),
      made(headers.known, "count", (one) => one.known),
      made(headers.mean, "decimal", (one) => one.mean),
      made(headers.counted, "count", (one) => one.counted),
      ...crm(headers.before, "score", typed.before),
    ],
  };
}

function widthOf({ name, contents, format, owner }: ColumnSpec): number {
  if (format !== "text") return columnWidthFor([name], 11, 20);
  const shown = contents.slice(0, 200).map((content) => String((typeof content === "object" ? content?.value : content) ?? ""));
  return owner === "user" ? Math.max(22, columnWidthFor([name, ...shown], 12, 34)) : columnWidthFor([name, ...shown], 10, 40);
}

/** The band's word in its colour. */
export function bandRules({ text }: SheetContext, table: string, header: string): readonly RuleSpec[] {
  const { words } = text.health;
  const says = (word: string, tone: "good" | "fair" | "bad" | "muted"): RuleSpec => ({ kind: "equals", area: { table, column: header }, text: word, tone });
  return [says(words.green, "good"), says(words.yellow, "fair"), says(words.red, "bad"), says(words.none, "muted")];
}
