// Where the profit is: sales, cost and margin by product line, and the share of the lines marked as high-margin.

import { countifs, sumifs } from "../../formula/aggregate";
import { column, thisRow, type Column } from "../../formula/column";
import { is, type Criterion } from "../../formula/criteria";
import { sideBySide } from "../../formula/side-by-side";
import { call, literal, literalText, ratio, reference, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import { outcomeIs } from "../../metrics/deals";
import { largestFirst } from "../../metrics/largest-first";
import { earned, type SaleColumns } from "../../metrics/product-margin";
import type { CellValue } from "../../values";
import { readTable, translated } from "../any-language";
import { gap, grid, show, type Block, type ColumnSpec } from "../block";
import type { SheetContext } from "../context";
import { firstAndTyped } from "../first-and-typed";
import { figures, fixed } from "../report-table";
import { numberCell, typedTerm } from "./inputs";
import { fieldColumn, missing, note, section, width, type ValueParts } from "./parts";

export const mixTableName = "ProductMix";
const mostLines = 30;

/** Lines of sales: orders, else won deals, which have no cost. */
interface SaleLines {
  readonly from: "order" | "deal";
  readonly columns: SaleColumns;
  /** Which rows of the table are sales. */
  readonly criteria: readonly Criterion[];
  readonly line: Column | null;
}

export function saleLines(context: SheetContext): SaleLines | null {
  const of = (...fields: readonly string[]) => fieldColumn(context, "order", ...fields);
  const amount = of("amount");
  if (amount) return { from: "order", columns: { amount, cost: of("cost"), margin: of("margin"), earned: of("earned") }, criteria: [], line: of("category", "product") };
  const { deals } = context.model;
  if (!deals) return null;
  return { from: "deal", columns: { amount: deals.columns.amount, cost: null, margin: null, earned: null }, criteria: [outcomeIs({ ...context.model, deals }, "won")], line: fieldColumn(context, "deal", "product") };
}

export function mixBlocks(parts: ValueParts): readonly Block[] {
  const { context, words } = parts;
  const lines = saleLines(context);
  const title = section(words.mix.title);
  if (!lines) return [title, missing(words.mix.needs)];
  if (!lines.line) return [title, missing(words.mix.needsProduct)];
  const by = lines.line;
  const all = namesOf(by, lines);
  if (all.length === 0) return [title, missing(words.mix.needsProduct)];
  const before = marksBefore(context);
  const names = firstAndTyped(all, mostLines, (name) => before.get(name.toLowerCase()) === context.text.tables.yes);
  const { columns: headers } = words.mix;
  const own = (header: string, value: Figure): Term<Figure> => reference(thisRow(mixTableName, header), value);
  const totalSales = sumifs(lines.columns.amount, ...lines.criteria);
  const totalMargin = earned(lines.columns, ...lines.criteria)?.margin ?? literal("" as Figure);
  const rows = names.map((name) => {
    const here = [...lines.criteria, is(by, reference(thisRow(mixTableName, headers.line), name))];
    const sales = sumifs(lines.columns.amount, ...here);
    const made = earned(lines.columns, ...here);
    const margin = made?.margin ?? literal("" as Figure);
    const share = made ? ratio(own(headers.margin, margin.value), made.on) : literal("" as Figure);
    const cost = made ? whenNumbers([own(headers.margin, margin.value)], (m) => subtract(made.on, m)) : literal("" as Figure);
    return { count: countifs(...here), sales, cost, margin, share, ofSales: ratio(own(headers.sales, sales.value), totalSales), ofProfit: whenNumbers([own(headers.margin, margin.value), totalMargin], (m, t) => ratio(m, t) as Term<number>) };
  });
  const overall = earned(lines.columns, ...lines.criteria);
  const mean = overall ? ratio(overall.margin, overall.on).value : "";
  const marks = marksOf(context, before, names, rows.map(({ share }) => (share.value === "" || mean === "" ? null : share.value >= mean)));
  const { yes, no } = context.text.tables;
  const mark: ColumnSpec = { name: headers.high, owner: "user", format: "text", look: "choice", contents: marks, allowed: { kind: "list", items: [yes, no], prompt: words.mix.prompt } };
  const of = (key: keyof (typeof rows)[number]) => rows.map((row) => row[key]);
  const about = [words.mix.note[lines.from], ...(overall ? [] : [words.mix.noCost]), ...(all.length > names.length ? [words.mix.most.replace("{n}", String(names.length)).replace("{all}", String(all.length))] : [])].join(" ");
  return [
    title, note(about, 2),
    {
      kind: "table",
      table: {
        name: mixTableName, kind: "form", key: [headers.line], filter: false, style: "form",
        columns: [
          fixed(headers.line, "text", names, "label"), mark, figures(headers.count, "count", of("count")), figures(headers.sales, "money", of("sales")), figures(headers.ofSales, "percent", of("ofSales")),
          figures(headers.cost, "money", of("cost")), figures(headers.margin, "money", of("margin")), figures(headers.share, "percent", of("share")), figures(headers.ofProfit, "percent", of("ofProfit")),
        ],
      },
    },
    gap(),
    highMargin(parts, marks, rows.map(({ sales, margin }) => ({ sales: sales.value, margin: margin.value })), totalSales, totalMargin),
    gap(),
    chart(parts, totalMargin.value !== ""),
  ];
}

/** Lines by their sales, the largest first. */
function namesOf(by: Column, { columns: { amount }, criteria }: SaleLines): readonly string[] {
  const sums = new Map<string, { readonly name: string; sum: number }>();
  const [names = [], amounts = [], ...conditions] = sideBySide(by, amount, ...criteria.map((one) => one.column))?.columns ?? [];
  names.forEach((value, row) => {
    if (typeof value !== "string" || value.trim() === "" || !criteria.every(({ test }, at) => test(conditions[at]![row] ?? null))) return;
    const worth = amounts[row];
    const known = sums.get(value.toLowerCase()) ?? { name: value, sum: 0 };
    known.sum += typeof worth === "number" ? worth : 0;
    sums.set(value.toLowerCase(), known);
  });
  return [...sums.values()].sort(largestFirst(({ sum }) => sum, ({ name }) => name)).map(({ name }) => name);
}

/** What was marked beside each line in lower case, in the words of the workbook. */
function marksBefore({ memory, text }: SheetContext): ReadonlyMap<string, CellValue> {
  const typed = readTable(memory.tables.get(mixTableName), ({ value }) => value.mix.columns);
  return new Map(typed.rows.map((row) => [String(typed.value(row, "line") ?? "").toLowerCase(), translated(typed.value(row, "high"), ({ tables }) => ({ yes: tables.yes, no: tables.no }), text)]));
}

/** A line not seen before is marked at first where it earns more than all lines together. */
function marksOf({ text: { tables: { yes, no } } }: SheetContext, before: ReadonlyMap<string, CellValue>, names: readonly string[], better: readonly (boolean | null)[]): readonly (string | null)[] {
  return names.map((name, at) => {
    const stood = before.get(name.toLowerCase());
    const isBetter = better[at] ?? null;
    return stood !== undefined ? (stood === null ? null : String(stood)) : isBetter === null ? null : isBetter ? yes : no;
  });
}

function highMargin({ context, words }: ValueParts, marks: readonly (string | null)[], rows: readonly { readonly sales: number; readonly margin: Figure }[], totalSales: Term<number>, totalMargin: Term<Figure>): Block {
  const { columns: headers, labels, notes } = words.mix;
  const { yes } = context.text.tables;
  const high = column(mixTableName, headers.high, marks);
  const isHigh = is(high, literal(yes));
  const sales = sumifs(column(mixTableName, headers.sales, rows.map((row) => row.sales)), isHigh);
  const margin = sumifs(column(mixTableName, headers.margin, rows.map((row) => row.margin)), isHigh);
  // Nothing marked is not a share of nought.
  const marked = countifs(isHigh);
  const ifMarked = (term: Term<Figure>): Term<Figure> => call(`IF(${marked.text}=0,"",${term.text})`, marked.value === 0 ? "" : term.value);
  const share = ifMarked(ratio(sales, totalSales));
  const ofProfit = ifMarked(whenNumbers([totalMargin], (total) => ratio(margin, total) as Term<number>));
  const target = typedTerm(context, "mixTarget");
  const shown = reference("⟦value.mix.share⟧", share.value);
  const isReached = typeof share.value === "number" && typeof target.value === "number" && share.value >= target.value;
  const says = call(`IF(${shown.text}="",${literalText(words.mix.unmarked)},IF(COUNT(${shown.text},${target.text})<2,"",IF(${shown.text}>=${target.text},${literalText(words.verdicts.reached)},${literalText(words.verdicts.below)})))`, share.value === "" ? words.mix.unmarked : typeof target.value !== "number" ? "" : isReached ? words.verdicts.reached : words.verdicts.below);
  return grid([
    [show("label", labels.share), show("total", share, { format: "percent", id: "value.mix.share" }), show("centred", says, { id: "value.mix.verdict", format: "text" }), show("label", notes.share, { across: width - 3 })],
    [show("label", labels.target), numberCell(context, "mixTarget", { format: "percent" }), null, show("label", notes.target, { across: width - 3 })],
    [show("label", labels.profit), show("value", ofProfit, { format: "percent" }), null, show("label", notes.profit, { across: width - 3 })],
  ]);
}

function chart({ words }: ValueParts, hasProfit: boolean): Block {
  const { columns: headers, chartTitle, chartTitleSales, chartAlt } = words.mix;
  const of = (header: string) => ({ table: mixTableName, column: header });
  const sales = { name: headers.ofSales, categories: of(headers.line), values: of(headers.ofSales), colour: "grey" };
  const profit = { name: headers.ofProfit, categories: of(headers.line), values: of(headers.ofProfit), colour: "teal" };
  return {
    kind: "chart", across: 8, down: 14,
    chart: { name: "ProfitMix", kind: "column", title: hasProfit ? chartTitle : chartTitleSales, alt: chartAlt, legend: true, format: "percent", axisMin: 0, series: hasProfit ? [sales, profit] : [sales] },
  };
}
