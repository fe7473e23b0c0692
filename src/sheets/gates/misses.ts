// Deals that miss something their stage asks for: what, and what was agreed about it.

import { column, thisRow } from "../../formula/column";
import { numberText, sentence } from "../../formula/sentence";
import { call, literal, reference, type Term } from "../../formula/term";
import { translated } from "../any-language";
import type { CellValue } from "../../values";
import type { ColumnSpec, TableSpec } from "../block";
import type { SheetContext } from "../context";
import { figures, fixed } from "../report-table";
import type { Checks, OpenDeals } from "./checks";
import type { Criterion, ReadCriterion } from "./criteria";
import { gateNames, rowIn } from "./names";
import { listed, type Listed } from "./typed";

const keys = ["waived", "by", "agreed"] as const;
export type MissRow = Listed<(typeof keys)[number]>;

export function missRows(context: SheetContext, { deals }: OpenDeals, belongs: (at: number) => boolean): readonly MissRow[] {
  const rows = listed({ table: gateNames.misses, headers: ({ gates }) => gates.misses, keys }, deals, belongs, context);
  return rows.map((row) => ({ ...row, typed: { ...row.typed, waived: translated(row.typed.waived, ({ tables: { yes, no } }) => ({ yes, no }), context.text) } }));
}

/** Numbers of the deals someone waived. */
export function waivedIn(rows: readonly MissRow[], yes: string): ReadonlySet<number> {
  return new Set(rows.flatMap(({ no, typed }) => (no !== null && String(typed.waived ?? "").toLowerCase() === yes.toLowerCase() ? [no] : [])));
}

export function missesTable(rows: readonly MissRow[], checks: Checks, criteria: readonly Criterion[], read: readonly ReadCriterion[], context: SheetContext): TableSpec {
  const { text } = context;
  const { misses: headers } = text.gates;
  const own = (name: string) => thisRow(gateNames.misses, name);
  const no = own(headers.no);
  const missing = rows.map((row) => call(`IF(${no}="","",INDEX(${column(gateNames.checks, text.gates.checks.missing, []).text},${rowIn(text, no)}))`, row.no === null ? "" : (checks.missed[row.no - 1]?.length ?? 0)));
  const asked = (at: readonly number[]) => at.map((place) => String(criteria[place]?.asked ?? ""));
  const fact = (row: MissRow, of: (no: number) => CellValue): CellValue => (row.no === null ? null : of(row.no - 1));
  const user = (name: (typeof keys)[number], more: Partial<ColumnSpec>): ColumnSpec => ({ name: headers[name], owner: "user", format: "text", look: "input", contents: rows.map(({ typed }) => typed[name]), ...more });
  return {
    name: gateNames.misses, kind: "form", key: [headers.id], filter: false, style: "form",
    columns: [
      fixed(headers.deal, "text", rows.map(({ name }) => name), "wrapped"),
      fixed(headers.rep, "text", rows.map((row) => fact(row, (at) => checks.columns.owner.values[at] ?? null)), "wrapped"),
      fixed(headers.stage, "text", rows.map(({ deal }) => deal?.stage ?? null), "wrapped"),
      fixed(headers.amount, "money", rows.map(({ deal }) => deal?.amount ?? null)),
      figures(headers.missing, "count", missing),
      user("waived", { look: "choice", allowed: { kind: "list", items: [text.tables.yes, text.tables.no] } }),
      user("by", { format: "day", allowed: { kind: "day" } }),
      fixed(headers.due, "day", rows.map((row) => fact(row, (at) => dayAt(checks, checks.due, at)))),
      figures(headers.what, "text", rows.map((row, at) => whatText(row, asked(row.no === null ? [] : (checks.missed[row.no - 1] ?? [])), missing[at]!, context, checks)), "wrapped"),
      user("agreed", { look: "inputWrapped" }),
      figures(headers.next, "text", rows.map((row) => nextText(row, asked(nextOf(row, checks, read)), context, checks)), "wrapped"),
      fixed(headers.no, "count", rows.map((row) => row.no)),
      fixed(headers.id, "text", rows.map(({ id }) => id)),
    ],
  };
}

/** A date of a deal as the table of checks has it. */
export function dayAt({ table }: Checks, header: string | null, at: number): CellValue {
  const value = table.columns.find(({ name }) => name === header)?.contents[at] ?? null;
  return typeof value === "object" ? null : value;
}

/** Criteria that would be due in the next stage and are not met; counted from the criteria's own order. */
function nextOf({ no }: MissRow, { columns, unmet }: Checks, read: readonly ReadCriterion[]): readonly number[] {
  if (no === null) return [];
  const place = columns.place.values[no - 1];
  if (typeof place !== "number" || place === 0) return [];
  return read.flatMap(({ test }, at) => (test && test.from === place + 1 && unmet(no - 1, test) ? [at] : []));
}

/** The first three that are missing, and how many more. */
function whatText({ no }: MissRow, asked: readonly string[], missing: Term, context: SheetContext, checks: Checks): Term<string> {
  const { gates: words } = context.text;
  const own = reference(thisRow(gateNames.misses, words.misses.missing), Number(missing.value));
  const flags = flagsText(context, checks, "<=");
  const said = listText(flags, own, asked, context);
  const value = no === null ? words.closed : asked.length === 0 ? words.settled : said.value;
  return call(`IF(${thisRow(gateNames.misses, words.misses.no)}="",${literal(words.closed).text},IF(${own.text}=0,${literal(words.settled).text},${said.text}))`, value, { array: true });
}

function nextText({ no }: MissRow, asked: readonly string[], context: SheetContext, checks: Checks): Term<string> {
  const flags = flagsText(context, checks, "=1+");
  const count = { text: `SUM(${flags})`, value: asked.length, binds: 9 };
  const said = listText(flags, count, asked, context);
  return call(`IF(${thisRow(gateNames.misses, context.text.gates.misses.no)}="","",IF(${count.text}=0,"",${said.text}))`, no === null || asked.length === 0 ? "" : said.value, { array: true });
}

/** For each criterion 1 where it applies to the row's deal and is not met, else 0: an array. */
function flagsText({ text }: SheetContext, { tested }: Checks, due: "<=" | "=1+"): string {
  const { criteria, checks, misses } = text.gates;
  const of = (name: string) => column(gateNames.criteria, name, []).text;
  const at = rowIn(text, thisRow(gateNames.misses, misses.no));
  const row = `INDEX(${tested.rows},${at},0)`;
  return `(ISNUMBER(${of(criteria.from)})*(${of(criteria.from)}${due}INDEX(${column(gateNames.checks, checks.place, []).text},${at}))*(COUNTIFS(${tested.headers},${of(criteria.field)},${row},${of(criteria.test)},${row},"<>")=0))`;
}

function listText(flags: string, count: Term<number>, asked: readonly string[], { text }: SheetContext): Term<string> {
  const { criteria, separator, more } = text.gates;
  const all = column(gateNames.criteria, criteria.asked, []).text;
  const rows = `(ROW(${all})-ROW(${gateNames.criteria}[[#Headers],[${criteria.asked}]]))`;
  const nth = (at: number) => `INDEX(${all},SMALL(IF(${flags}=1,${rows}),${at}))`;
  const rest = sentence(more, { n: numberText(call(`(${count.text}-3)`, count.value - 3)) });
  const parts = [`${nth(1)}&""`, ...[2, 3].map((at) => `IF(${count.text}>=${at},${literal(separator).text}&${nth(at)},"")`), `IF(${count.text}>3,${rest.text},"")`];
  return call(parts.join("&"), asked.slice(0, 3).join(separator) + (asked.length > 3 ? rest.value : ""), { array: true });
}
