// How many customers come back, by the period of their first order: counts frozen at the build, shares by formula.

import { column } from "../../formula/column";
import { call, cell, ratio, reference, type Figure, type Term } from "../../formula/term";
import type { Cohort, CohortPeriod } from "../../metrics/customers/cohort";
import { gap, grid, show, type Block, type ColumnSpec, type RuleSpec, type SheetSpec } from "../block";
import type { SheetContext } from "../context";
import { figures, fixed, reportTable } from "../report-table";
import { tabColours } from "../tabs";
import { cohortsName, countsName, curveName } from "./names";
import { missingOrders, type OrdersHere } from "./orders";

/** Rows and ages shown. */
const mostCohorts = 36;
const mostAges = 25;

export interface Cohorts {
  readonly blocks: readonly Block[];
  readonly chart: Block;
  readonly sheet: SheetSpec;
}

export function cohortsOf(orders: OrdersHere, period: CohortPeriod, context: SheetContext, across: number): Cohorts {
  const words = context.text.loyalty;
  const all = orders.cohorts(period);
  const shown = all.slice(-mostCohorts);
  const ages = Math.min(mostAges, Math.max(...shown.map(({ values }) => values.length)));
  const said = (template: string) => template.replaceAll("{period}", words.periods[period]);
  return {
    blocks: [grid([[show("section", words.cohortTitle, { across })], [show("note", said(words.cohortNote), { across })]], [24, 18]), curveTable(shown, ages, context)],
    chart: curveChart(ages, context),
    sheet: cohortSheet(shown, all.length, ages, said, context),
  };
}

/** Customers of cohorts that are so old, those of them who ordered, and the share. */
function curveTable(shown: readonly Cohort[], ages: number, { text }: SheetContext): Block {
  const headers = text.loyalty.curve;
  const of = (age: number) => countsColumn(age, shown).text;
  const customers = countsCustomers(shown, text).text;
  const aged = (age: number) => shown.filter(({ values }) => values.length > age);
  const rows = Array.from({ length: ages }, (_, age) => {
    const possible = aged(age).reduce((sum, one) => sum + one.customers, 0);
    const active = aged(age).reduce((sum, one) => sum + one.values[age]!, 0);
    return {
      cohorts: call(`COUNT(${of(age)})`, aged(age).length),
      possible: call(`SUMPRODUCT(ISNUMBER(${of(age)})*${customers})`, possible),
      active: call(`SUM(${of(age)})`, active),
    };
  });
  const own = (header: string, value: number) => reference(`${curveName}[[#This Row],[${header}]]`, value);
  return reportTable(curveName, headers.age, [
    { ...fixed(headers.age, "count", rows.map((_, age) => age), "label"), ids: rows.map((_, age) => ageId(age)) },
    figures(headers.cohorts, "count", rows.map((row) => row.cohorts)),
    figures(headers.possible, "count", rows.map((row) => row.possible)),
    figures(headers.active, "count", rows.map((row) => row.active)),
    { ...figures(headers.share, "percent", rows.map((row) => ratio(own(headers.active, row.active.value), own(headers.possible, row.possible.value)))), ids: rows.map((_, age) => shareId(age)) },
  ]);
}

function ageId(age: number): string {
  return `loyalty.age.${age}`;
}

function shareId(age: number): string {
  return `loyalty.curve.${age}`;
}

/** Without the first period, in which all order. */
function curveChart(ages: number, { text }: SheetContext): Block {
  const { curve, cohortChart, cohortAlt } = text.loyalty;
  if (ages < 2) return gap(0);
  return { kind: "chart", across: 7, down: 15, chart: { name: "LoyaltyCohortChart", kind: "line", title: cohortChart, alt: cohortAlt, legend: false, format: "percent", axisMin: 0, series: [{ name: curve.share, categories: { from: ageId(1), to: ageId(ages - 1) }, values: { from: shareId(1), to: shareId(ages - 1) }, colour: "teal", draw: "line" }] } };
}

function countsColumn(age: number, shown: readonly Cohort[]) {
  return column(countsName, String(age), shown.map(({ values }) => values[age] ?? null));
}

function countsCustomers(shown: readonly Cohort[], text: SheetContext["text"]) {
  return column(countsName, text.loyalty.cohortSheet.customers, shown.map(({ customers }) => customers));
}

/** The triangle of shares over the triangle of counts. */
function cohortSheet(shown: readonly Cohort[], all: number, ages: number, said: (template: string) => string, { text }: SheetContext): SheetSpec {
  const { loyalty: words } = text;
  const headers = words.cohortSheet;
  const numbers = Array.from({ length: ages }, (_, age) => age);
  const share = (age: number): ColumnSpec => figures(String(age), "percent", [
    ...shown.map(({ values, customers }): Term<Figure> => {
      const count = `INDEX(${countsColumn(age, shown).text},MATCH(${cohortsName}[[#This Row],[${headers.cohort}]],${column(countsName, headers.cohort, []).text},0))`;
      const value = values[age];
      return call(`IF(ISNUMBER(${count}),${count}/${cohortsName}[[#This Row],[${headers.customers}]],"")`, value === undefined ? "" : value / customers);
    }),
    cell<Figure>(shareId(age), meanOf(shown, age)),
  ]);
  const cut = all > shown.length ? ` ${headers.cut.replace("{n}", String(shown.length)).replace("{all}", String(all))}` : "";
  const counts = reportTable(countsName, headers.cohort, [
    fixed(headers.cohort, "text", shown.map(({ period }) => period), "label"),
    fixed(headers.customers, "count", shown.map(({ customers }) => customers)),
    ...numbers.map((age) => fixed(String(age), "count", shown.map(({ values }) => values[age] ?? null))),
  ]);
  const customers = countsCustomers(shown, text).text;
  const own = `INDEX(${customers},MATCH(${cohortsName}[[#This Row],[${headers.cohort}]],${column(countsName, headers.cohort, []).text},0))`;
  const shares = reportTable(cohortsName, headers.cohort, [
    fixed(headers.cohort, "text", [...shown.map(({ period }) => period), headers.all], "label"),
    figures(headers.customers, "count", [...shown.map((one) => call(own, one.customers)), call(`SUM(${customers})`, shown.reduce((sum, one) => sum + one.customers, 0))]),
    ...numbers.map(share),
  ]);
  return {
    id: "loyaltyCohorts", name: words.cohortsSheet, tab: tabColours.data,
    columnWidths: [14, 11, ...numbers.map(() => 8.5)], gridlines: false, freeze: { rows: 0, columns: 2 },
    blocks: [
      grid([[show("title", headers.title, { across: 8 })], [show("note", said(headers.note) + cut, { across: 14 })]], [30, 32]), shares,
      gap(), grid([[show("section", headers.countsTitle, { across: 8 })]], [24]), counts,
    ],
    rules: numbers.slice(1).flatMap((age) => heat(age, shown.length)),
    print: { orientation: "landscape", paper: "a3", fitToHeight: true },
  };
}

function meanOf(shown: readonly Cohort[], age: number): Figure {
  const aged = shown.filter(({ values }) => values.length > age);
  const customers = aged.reduce((sum, one) => sum + one.customers, 0);
  return customers === 0 ? "" : aged.reduce((sum, one) => sum + one.values[age]!, 0) / customers;
}

/** Above or below what all cohorts reach at that age. */
function heat(age: number, rows: number): readonly RuleSpec[] {
  const area = { table: cohortsName, column: String(age) };
  const first = `⟦${cohortsName}.${age}⟧`;
  const mean = `⟦${shareId(age)}⟧`;
  const rule = (test: string, tone: "good" | "fair"): RuleSpec => ({ kind: "formula", area, formula: `AND(ISNUMBER(${first}),ISNUMBER(${mean}),${first}${test}${mean})`, tone });
  return rows < 2 ? [] : [rule(">", "good"), rule("<", "fair")];
}

/** What is said where there are no orders. */
export function withoutCohorts(context: SheetContext, across: number): readonly Block[] {
  const { text } = context;
  return [grid([[show("section", text.loyalty.cohortTitle, { across })], [show("note", missingOrders(context) ?? text.loyalty.noCohort, { across })]], [24, 18])];
}
