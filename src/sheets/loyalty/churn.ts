// Who has left, by the accounts' own word, and where more leave than elsewhere.

import { countifs, sumifs } from "../../formula/aggregate";
import { thisRow, type Column } from "../../formula/column";
import { is, than, type Criterion } from "../../formula/criteria";
import { sideBySide } from "../../formula/side-by-side";
import { add, call, cell, literal, literalText, ratio, reference, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import { churn } from "../../metrics/retention";
import type { CellValue } from "../../values";
import { gap, grid, show, type Block, type RuleSpec } from "../block";
import type { DataTable, SheetContext } from "../context";
import { asColumn } from "../data/columns";
import { figures, fixed, reportTable } from "../report-table";
import { figuresTable, type FigureRow } from "./figures-table";
import { churnName, splitName } from "./names";
import type { LoyaltySettings } from "./settings";

const mostLines = 60;
const mostValues = 12;

export interface Churn {
  readonly blocks: readonly Block[];
  readonly rules: readonly RuleSpec[];
  readonly customers: Term<number>;
  readonly rate: Term<Figure>;
}

interface Flags {
  readonly table: DataTable;
  readonly churned: Column;
  readonly revenue: Column | null;
  readonly yes: Term<string>;
  readonly no: Term<string>;
}

/** Null where no account says whether it has left. */
export function churnOfAccounts(context: SheetContext, settings: LoyaltySettings, across: number): Churn | null {
  const { data, text } = context;
  const table = data.get("account");
  const churned = table?.fields.get("churned");
  const [yes, no] = [literal(text.tables.yes), literal(text.tables.no)];
  if (!table || !churned || !churned.values.some((value) => value === yes.value || value === no.value)) return null;
  const revenue = table.fields.get("monthlyRevenue") ?? null;
  const flags: Flags = { table, churned, revenue: revenue?.values.some((value) => typeof value === "number") ? revenue : null, yes, no };
  const words = text.loyalty;
  const { rows, customers, rate } = overall(flags, context);
  const split = splitBlocks(flags, rate, settings, context, across);
  return {
    customers, rate, rules: split.rules,
    blocks: [grid([[show("section", words.churnTitle, { across })], [show("note", words.churnNote, { across })]], [24, 18]), figuresTable(churnName, words.churn, rows), gap(), ...split.blocks],
  };
}

function idOf(key: string): string {
  return `loyalty.churn.${key}`;
}

function overall(flags: Flags, { text }: SheetContext) {
  const words = text.loyalty.churnFigures;
  const { churned, revenue, yes, no } = flags;
  const left = countifs(is(churned, yes));
  const customers = add(left, countifs(is(churned, no)));
  const at = <V extends Figure>(key: string, term: Term<V>) => cell(idOf(key), term.value);
  const rate = churn(at("customers", customers), at("left", left));
  const kept = whenNumbers([at("rate", rate)], (one) => subtract(literal(1), one ?? literal(0)));
  const row = (key: keyof typeof words, term: Term<Figure>, format: FigureRow["format"]): FigureRow => ({ id: idOf(key), ...words[key], term, format });
  const gone = revenue && sumifs(revenue, is(churned, yes));
  const all = revenue && gone && add(gone, sumifs(revenue, is(churned, no)));
  const money = all && gone ? [row("revenue", all, "money"), row("leftRevenue", gone, "money"), row("revenueRate", churn(at("revenue", all), at("leftRevenue", gone)), "percent")] : [];
  return {
    customers: at("customers", customers), rate: at("rate", rate),
    rows: [row("customers", customers, "count"), row("left", left, "count"), row("rate", rate, "percent"), row("retention", kept, "percent"), ...money],
  };
}

/** A line of the split: a word of a column, or months from and to. */
interface Line {
  readonly by: string;
  readonly value: string;
  readonly criteria: (own: Term<string>) => readonly Criterion[];
}

function splitBlocks(flags: Flags, all: Term<Figure>, settings: LoyaltySettings, context: SheetContext, across: number): Pick<Churn, "blocks" | "rules"> {
  const words = context.text.loyalty;
  const headers = words.split;
  const { churned, revenue, yes, no } = flags;
  const lines = linesOf(flags, context).filter(({ criteria, value }) => [yes, no].some((flag) => countifs(is(churned, flag), ...criteria(literal(value))).value > 0));
  if (lines.length === 0) return { blocks: [], rules: [] };
  const shown = lines.slice(0, mostLines);
  const own = <V extends string | Figure>(key: keyof typeof headers, value: V) => reference<V>(thisRow(splitName, headers[key]), value);
  const parts = shown.map(({ criteria, value }) => {
    const where = criteria(own("value", value));
    const left = countifs(is(churned, yes), ...where);
    const customers = add(left, countifs(is(churned, no), ...where));
    const rate = churn(own("customers", customers.value), own("left", left.value));
    const gone = revenue ? sumifs(revenue, is(churned, yes), ...where) : null;
    const few = customers.value < settings.fewAnswers.value;
    return {
      left, customers, rate, revenueRate: gone && revenue ? ratio(gone, add(gone, sumifs(revenue, is(churned, no), ...where))) : null,
      difference: whenNumbers([own("churn", rate.value), all], (one, total) => subtract(one ?? literal(0), total ?? literal(0))),
      remark: call(`IF(${own("customers", customers.value).text}<${settings.fewAnswers.text},${literalText(words.splitFew)},"")`, few ? words.splitFew : ""),
    };
  });
  const table = reportTable(splitName, headers.no, [
    fixed(headers.by, "text", shown.map(({ by }) => by), "label"),
    fixed(headers.value, "text", shown.map(({ value }) => value)),
    figures(headers.customers, "count", parts.map(({ customers }) => customers)),
    figures(headers.left, "count", parts.map(({ left }) => left)),
    figures(headers.churn, "percent", parts.map(({ rate }) => rate)),
    ...(revenue ? [figures(headers.revenueChurn, "percent", parts.map(({ revenueRate }) => revenueRate ?? literal("")))] : []),
    figures(headers.difference, "change", parts.map(({ difference }) => difference)),
    figures(headers.remark, "text", parts.map(({ remark }) => remark), "label"),
    fixed(headers.no, "count", shown.map((_, at) => at + 1)),
  ]);
  const note = words.splitNote.replace("{n}", String(shown.length)).replace("{all}", String(lines.length));
  const left = untold(flags.table);
  const more = left.length === 0 ? [] : [show("note", context.text.tables.groups.needsEach(left.join(", ")), { across })];
  const first = `⟦${splitName}.${headers.churn}⟧`;
  return {
    blocks: [grid([[show("section", words.splitTitle, { across })], [show("note", note, { across })], ...(more.length > 0 ? [more] : [])], [24, 18, ...(more.length > 0 ? [36] : [])]), table],
    rules: [
      { kind: "formula", area: { table: splitName, column: headers.churn }, formula: `AND(ISNUMBER(${first}),${first}>${settings.churnTarget.text})`, tone: "bad" },
      { kind: "formula", area: { table: splitName, column: headers.churn }, formula: `AND(ISNUMBER(${first}),${first}<=${settings.churnTarget.text})`, tone: "good" },
    ],
  };
}

/** Columns of the export that no group of accounts shows. */
function untold({ groups, columns }: DataTable): readonly string[] {
  return groups ? columns.flatMap(({ field, spec }) => (field === null ? [spec.name] : [])) : [];
}

/** Columns whose words part the customers most come first: by how far the churn of their lines lies apart, less what chance would do. */
function linesOf(flags: Flags, context: SheetContext): readonly Line[] {
  const { table, churned } = flags;
  const groups = table.columns.flatMap(({ field, spec }): { readonly lines: readonly Line[]; readonly spread: number }[] => {
    if (field === "churned" || field === "id" || field === "isDeleted" || spec.format !== "text") return [];
    const column = table.groups ? table.fields.get(field ?? "") : asColumn(table.spec.name, spec);
    const together = column && sideBySide(churned, column);
    if (!column || !together) return [];
    const [flagged = [], texts = []] = together.columns;
    const values = new Map<string, string>();
    texts.forEach((value) => { if (typeof value === "string" && value !== "" && values.size <= mostValues) values.set(value.toLowerCase(), values.get(value.toLowerCase()) ?? value); });
    if (values.size < 2 || values.size > mostValues) return [];
    const lines = [...values.values()].map((value): Line => ({ by: spec.name, value, criteria: (own) => [is(column, own)] }));
    return [{ lines, spread: spreadOf(shares(flagged, together.records, flags, (row) => String(texts[row] ?? "").toLowerCase())) }];
  });
  const tenure = tenureLines(flags, context);
  const all = tenure ? [...groups, { lines: tenure.lines, spread: spreadOf(tenure.shares) }] : groups;
  return [...all].sort((a, b) => b.spread - a.spread).flatMap(({ lines }) => lines);
}

/** Customers of a line, and those of them who left. */
interface Share {
  readonly left: number;
  readonly all: number;
}

function shares(flagged: readonly CellValue[], records: readonly number[], { yes, no }: Flags, groupOf: (row: number) => string): readonly Share[] {
  const counts = new Map<string, Share>();
  flagged.forEach((flag, row) => {
    if (flag !== yes.value && flag !== no.value) return;
    const { left, all } = counts.get(groupOf(row)) ?? { left: 0, all: 0 };
    const here = records[row]!;
    counts.set(groupOf(row), { left: left + (flag === yes.value ? here : 0), all: all + here });
  });
  return [...counts.values()];
}

function spreadOf(parts: readonly Share[]): number {
  const [left, total] = parts.reduce(([a, b], part) => [a + part.left, b + part.all], [0, 0]);
  const rate = left / Math.max(1, total);
  return parts.reduce((sum, part) => sum + part.all * (part.left / part.all - rate) ** 2, 0) - (parts.length - 1) * rate * (1 - rate);
}

/** Months as a customer in five bands, upper limits included. */
function tenureLines(flags: Flags, { text }: SheetContext) {
  const { table, churned } = flags;
  const months = table.fields.get("tenureMonths");
  if (!months?.values.some((value) => typeof value === "number")) return null;
  const limits = [0, 12, 24, 48, Infinity];
  const { name, bands } = text.loyalty.tenure;
  const lines = limits.map((limit, at): Line => ({
    by: name, value: bands[at]!,
    criteria: () => [...(at > 0 ? [than(months, ">", literal(limits[at - 1]!))] : []), ...(limit < Infinity ? [than(months, "<=", literal(limit))] : [])],
  }));
  if (churned.grouping) return { lines, shares: countedShares(lines, flags) };
  return { lines, shares: shares(churned.values, new Array<number>(churned.values.length).fill(1), flags, (row) => String(limits.findIndex((limit) => Number(months.values[row] ?? 0) <= limit))) };
}

/** Customers without months are in the first band. */
function countedShares(lines: readonly Line[], { churned, yes, no }: Flags): readonly Share[] {
  const of = (criteria: readonly Criterion[]): Share => {
    const left = countifs(is(churned, yes), ...criteria).value;
    return { left, all: left + countifs(is(churned, no), ...criteria).value };
  };
  const all = of([]);
  const others = lines.slice(1).map(({ criteria, value }) => of(criteria(literal(value))));
  const first = { left: all.left - sumOf(others, "left"), all: all.all - sumOf(others, "all") };
  return [first, ...others].filter((one) => one.all > 0);
}

function sumOf(parts: readonly Share[], key: keyof Share): number {
  return parts.reduce((sum, part) => sum + part[key], 0);
}

/** What is said where no account tells. */
export function withoutChurn({ text }: SheetContext, across: number): readonly Block[] {
  return [grid([[show("section", text.loyalty.churnTitle, { across })], [show("note", text.loyalty.noChurn, { across })]], [24, 18])];
}
