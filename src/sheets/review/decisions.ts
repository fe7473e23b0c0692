// Decisions with owners: a log on its own sheet, its open lines on the page.

import { column, thisRow } from "../../formula/column";
import { numberText, sentence } from "../../formula/sentence";
import { add, call, cell, literal, type Figure, type Term } from "../../formula/term";
import type { CellValue, Day } from "../../values";
import { isTyped, keyOfWord, readTable, translated } from "../any-language";
import { gap, grid, show, type Block, type Cell, type ColumnSpec, type RuleSpec, type SheetSpec, type TableSpec } from "../block";
import type { SheetContext } from "../context";
import type { Format } from "../plan";
import { tabColours } from "../tabs";
import { heightFor } from "../text-lines";

export const decisionsName = "ReviewDecisions";
const decisionsSheetId = "reviewDecisions";

const fields = ["date", "decision", "owner", "due", "status"] as const;
type Field = (typeof fields)[number];
type Decision = Readonly<Record<Field, CellValue>>;

const decisionStatuses = ["open", "done", "dropped"] as const;

/** Empty lines at the end, ready to type in. */
const spareLines = 8;
const mostListed = 6;
const handLines = 4;
/** Characters of a decision in a line of its column. */
const decisionWidth = 64;
/** Later than every day of a due date. */
const noDue = 99_999;
/** Places of lines within a day. */
const within = 100_000;

interface Line extends Decision {
  readonly state: Term<string>;
  /** Due day and place, for an open line. */
  readonly sort: Term<Figure>;
}

/** Lines typed before, open ones first by due date, and some empty ones. */
function decisionLines(context: SheetContext): readonly Line[] {
  const { memory, text, model } = context;
  const table = readTable(memory.tables.get(decisionsName), ({ review }) => review.decisions.columns);
  const typed = table.rows.filter((row) => fields.some((field) => isTyped(table.value(row, field)))).map((row): Decision => {
    const read = Object.fromEntries(fields.map((field) => [field, table.value(row, field)])) as Decision;
    return { ...read, status: translated(read.status, ({ review }) => review.decisionStatus, text) };
  });
  const order = (line: Decision) => (isOpen(line) ? dueOf(line) : Infinity);
  const sorted = typed.map((line, at) => ({ line, at })).sort((a, b) => compare(order(a.line), order(b.line)) || a.at - b.at).map(({ line }) => line);
  const empty: Decision = { date: null, decision: null, owner: null, due: null, status: null };
  const all = [...sorted, ...Array.from({ length: spareLines }, () => empty)];
  return all.map((line, at): Line => ({ ...line, ...followingOf(line, at, model.settings.asOf.value, context) }));
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Neither done nor dropped. */
function isOpen({ decision, status }: Decision): boolean {
  const known = keyOfWord(status, ({ review }) => review.decisionStatus);
  return isTyped(decision) && known !== "done" && known !== "dropped";
}

function dueOf({ due }: Decision): number {
  return typeof due === "number" ? Math.floor(due) : noDue;
}

/** State and order of a line, by formulas every line has. */
function followingOf(line: Decision, at: number, asOf: Day, { text, model }: SheetContext): Pick<Line, "state" | "sort"> {
  const { columns } = text.review.decisions;
  const { decisionStatus: statuses, overdue } = text.review;
  const own = (field: keyof typeof columns) => thisRow(decisionsName, columns[field]);
  const is = (word: string) => `${own("status")}=${literal(word).text}`;
  const isLate = typeof line.due === "number" && line.due < asOf;
  const late = `IF(ISNUMBER(${own("due")}),IF(${own("due")}<${model.settings.asOf.text},${literal(overdue).text},${literal(statuses.open).text}),${literal(statuses.open).text})`;
  const text1 = `IF(${own("decision")}="","",IF(OR(${is(statuses.done)},${is(statuses.dropped)}),${own("status")},${late}))`;
  const now = !isTyped(line.decision) ? "" : isOpen(line) ? (isLate ? overdue : statuses.open) : String(line.status);
  const place = `ROW()-ROW(INDEX(${column(decisionsName, columns.decision, []).text},1))+1`;
  const openNow = `OR(${own("state")}=${literal(statuses.open).text},${own("state")}=${literal(overdue).text})`;
  const sort = `IF(${openNow},IF(ISNUMBER(${own("due")}),INT(${own("due")}),${noDue})*${within}+${place},"")`;
  return { state: call(text1, now), sort: call(sort, isOpen(line) ? dueOf(line) * within + at + 1 : "") };
}

/** The sheet of the log. */
export function decisionsSheet(context: SheetContext): SheetSpec {
  const words = context.text.review.decisions;
  const lines = decisionLines(context);
  const across = 6;
  const heights = lines.map(({ decision }) => heightFor([decision, decisionWidth]));
  return {
    id: decisionsSheetId, name: words.sheet, tab: tabColours.work, columnWidths: [13, 68, 20, 13, 13, 13, 16], gridlines: false,
    freeze: { rows: 0, columns: 2 },
    blocks: [
      grid([[show("title", words.title, { across })], [show("sentence", countSentence(lines, context, context.text.review.decisionsShort), { across })], [show("wrapped", words.note, { across })]], [30, 20, 34]),
      gap(),
      { kind: "beside", blocks: [{ column: 0, block: { kind: "table", table: tableOf(lines, context) } }, { column: 0, block: grid([[], ...lines.map(() => [])], [null, ...heights]) }] },
    ],
    rules: stateRules(context),
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}

function tableOf(lines: readonly Line[], { text }: SheetContext): TableSpec {
  const { columns, prompt } = text.review.decisions;
  const typed = (field: Field, format: Format, more: Partial<ColumnSpec> = {}): ColumnSpec => ({ name: columns[field], owner: "user", format, look: "input", contents: lines.map((line) => line[field]), ...more });
  const day = { allowed: { kind: "day", prompt } } as const;
  return {
    name: decisionsName, kind: "form", key: [], filter: false, style: "form",
    columns: [
      typed("date", "day", day), typed("decision", "text", { look: "inputWrapped" }), typed("owner", "text"), typed("due", "day", day),
      typed("status", "text", { look: "choice", allowed: { kind: "list", items: decisionStatuses.map((status) => text.review.decisionStatus[status]) } }),
      { name: columns.state, owner: "formula", format: "text", look: "centred", contents: lines.map(({ state }) => state) },
      { name: columns.sort, owner: "formula", format: "score", look: "note", contents: lines.map(({ sort }) => sort) },
    ],
  };
}

function stateRules({ text }: SheetContext): readonly RuleSpec[] {
  const area = { table: decisionsName, column: text.review.decisions.columns.state };
  return [{ kind: "equals", area, text: text.review.overdue, tone: "bad" }, { kind: "equals", area, text: text.review.decisionStatus.done, tone: "good" }, { kind: "equals", area, text: text.review.decisionStatus.dropped, tone: "muted" }];
}

function countSentence(lines: readonly Line[], { text }: SheetContext, template: string): Term<string> {
  const { decisionStatus: statuses, overdue, decisions } = text.review;
  const count = (word: string): Term<number> => call(`COUNTIF(${column(decisionsName, decisions.columns.state, []).text},${literal(word).text})`, lines.filter(({ state }) => state.value === word).length);
  const late = count(overdue);
  return sentence(template, { open: numberText(add(count(statuses.open), late)), overdue: numberText(late), done: numberText(count(statuses.done)), sheet: literal(decisions.sheet) });
}

/** The open decisions on the page, the earliest due first, and lines to write on. */
export function openBlock(context: SheetContext): Block {
  const words = context.text.review;
  const lines = decisionLines(context);
  const heading = [show("heading", words.list.no), show("heading", words.list.decision, { across: 5 }), show("heading", words.list.owner, { across: 2 }), show("heading", words.list.due), show("heading", words.list.state, { across: 2 })];
  const listed = Array.from({ length: mostListed }, (_, at) => listLine(at, lines, context));
  const by = Array.from({ length: handLines }, (_, at): readonly Cell[] => [show("label", at === 0 ? words.newOnes : "", { across: 6 }), show("label", "", { across: 2 }), show("label", ""), show("label", "", { across: 2 })]);
  return grid(
    [[show("section", words.decisionsTitle, { across: 11 })], [show("label", countSentence(lines, context, words.decisionsCount), { across: 11 })], heading, ...listed, ...by, [show("note", more(lines, context), { across: 11 })]],
    [22, null, 20, ...listed.map(() => 19), ...by.map(() => 24), 14],
  );
}

/** The n-th open line of the log. */
function listLine(at: number, lines: readonly Line[], { text }: SheetContext): readonly Cell[] {
  const { columns } = text.review.decisions;
  const of = (field: keyof typeof columns) => column(decisionsName, columns[field], []).text;
  const open = lines.filter(({ sort }) => sort.value !== "").sort((a, b) => Number(a.sort.value) - Number(b.sort.value));
  const line = open[at];
  const no = cell(noId(at), line ? at + 1 : "");
  const row = `MATCH(SMALL(${of("sort")},${no.text}),${of("sort")},0)`;
  const entry = (field: "decision" | "owner" | "due" | "state", value: CellValue): Term => call(`IF(${no.text}="","",IF(INDEX(${of(field)},${row})="","",INDEX(${of(field)},${row})))`, line ? (value ?? "") : "");
  return [
    show("centred", call(`IF(COUNT(${of("sort")})>=${at + 1},${at + 1},"")`, line ? at + 1 : ""), { format: "score", id: noId(at) }),
    show("label", entry("decision", line?.decision ?? ""), { across: 5, format: "text" }), show("label", entry("owner", line?.owner ?? ""), { across: 2, format: "text" }),
    show("label", entry("due", line?.due ?? ""), { format: "day" }), show("label", entry("state", line?.state.value ?? ""), { id: stateId(at), across: 2 }),
  ];
}

function more(lines: readonly Line[], { text }: SheetContext): Term<string> {
  const sort = column(decisionsName, text.review.decisions.columns.sort, []).text;
  const rest = call(`COUNT(${sort})-${mostListed}`, lines.filter(({ sort: { value } }) => value !== "").length - mostListed);
  const said = sentence(text.review.moreDecisions, { n: numberText(rest) });
  return call(`IF(COUNT(${sort})>${mostListed},${said.text},"")`, rest.value > 0 ? said.value : "");
}

/** Overdue lines of the page. */
export function openRules({ text }: SheetContext): readonly RuleSpec[] {
  return Array.from({ length: mostListed }, (_, at): RuleSpec => ({ kind: "equals", area: { from: stateId(at), to: stateId(at) }, text: text.review.overdue, tone: "bad" }));
}

function noId(at: number): string {
  return `review decision ${at}`;
}

function stateId(at: number): string {
  return `review decision state ${at}`;
}
