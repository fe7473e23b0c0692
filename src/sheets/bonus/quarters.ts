// The plans on past quarters: attainment from what each person won then, all else as it is now.

import { sideBySide } from "../../formula/side-by-side";
import { column, thisRow } from "../../formula/column";
import { is, than } from "../../formula/criteria";
import { lookupNumber } from "../../formula/lookup";
import { call, literal, ratio, reference, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import { amount, type DealModel } from "../../metrics/deals";
import { lastCompleteQuarter, quarterEnd, quartersBefore } from "../../metrics/quarter";
import { isoOf, type Day } from "../../values";
import { gap, grid, show, type Block, type ColumnSpec, type TableSpec } from "../block";
import type { SheetContext } from "../context";
import { figures, fixed, reportTable } from "../report-table";
import { columnFigures, payOf, paysOf, type Values } from "./pay";
import { payoutName } from "./people";
import { payoutColumn, quarterly, type Row } from "./payout";
import type { Plan, Plans } from "./plan";
import type { Quarter } from "./quarter";

const quartersName = "BonusQuarters";
const historyName = "BonusHistory";

const mostQuarters = 5;

/** The table of quarters with its chart, and below each person's attainment in them; or why there is none. */
export function quarterBlocks(rows: readonly Row[], plans: Plans, quarter: Quarter, context: SheetContext, wide: number): readonly Block[] {
  const words = context.text.bonus;
  const starts = quartersShown(context);
  const title = grid([[show("section", words.quartersTitle, { across: wide })]], [24]);
  const { deals } = context.model;
  if (!deals || starts.length === 0) return [title, grid([[show("label", words.noQuarters, { across: wide })]])];
  const parts: Parts = { rows, starts, quarter, context, model: { ...context.model, deals } };
  const people = historyOf(parts);
  if (people.every(({ quota }) => quota.value === "")) return [title, grid([[show("label", words.noQuotas, { across: wide })]])];
  return [
    title,
    grid([[show("wrapped", words.quartersNote, { across: wide })]], [34]),
    { kind: "table", table: quartersTable(parts, people, plans) },
    grid([[show("note", words.notLessNote, { across: wide })]], [18]),
    gap(),
    ...(starts.length > 1 ? [chart(context), gap()] : []),
    grid([[show("section", words.historyTitle, { across: wide })]], [24]),
    reportTable(historyName, words.history.rep, historyColumns(parts, people)),
  ];
}

interface Parts {
  readonly rows: readonly Row[];
  /** First days of the quarters, oldest first. */
  readonly starts: readonly number[];
  readonly quarter: Quarter;
  readonly context: SheetContext;
  readonly model: DealModel;
}

/** Of the newest complete quarters those from the first one on in which a deal with an amount was won. */
function quartersShown({ model }: SheetContext): readonly number[] {
  const { deals } = model;
  if (!deals) return [];
  const { closed, outcome, amount: worth, owner } = deals.columns;
  const [days = [], outcomes = [], worths = [], owners = []] = sideBySide(closed, outcome, worth, owner)?.columns ?? [];
  const last = lastCompleteQuarter(model.settings);
  const quarters = Array.from({ length: mostQuarters }, (_, at) => quartersBefore(last, mostQuarters - 1 - at));
  const wonIn = (from: Term<number>) => days.some((day, row) => typeof day === "number" && day >= from.value && day <= quarterEnd(from).value && outcomes[row] === model.words.outcome.won && typeof worths[row] === "number" && typeof owners[row] === "string");
  const first = quarters.findIndex(wonIn);
  return first < 0 ? [] : quarters.slice(first).map(({ value }) => value);
}

/** What a person brings to every quarter, and the attainment in each. */
interface Past {
  readonly label: string;
  readonly base: Term<Figure>;
  readonly satisfaction: Term<Figure>;
  readonly process: Term<Figure>;
  readonly quota: Term<Figure>;
  readonly attained: readonly Term<Figure>[];
}

function historyOf(parts: Parts): readonly Past[] {
  const { rows, context, quarter, starts } = parts;
  const headers = context.text.bonus.history;
  const names = column(payoutName, context.text.bonus.payout.rep, rows.map(({ person }) => person.label));
  return rows.map((row): Past => {
    const label = reference(thisRow(historyName, headers.rep), row.person.label);
    const of = (header: "base" | "satisfaction" | "process" | "quota") => lookupNumber(payoutColumn(header, rows, context), label, names);
    const quota = row.isQuarterly ? of("quota") : quarterly(of("quota"), quarter.months);
    const here = reference<Figure>(thisRow(historyName, headers.quota), quota.value);
    return {
      label: row.person.label, base: of("base"), satisfaction: of("satisfaction"), process: of("process"), quota,
      attained: starts.map((start, at) => (!row.person.isAlone || hiredAfter(row, start, context) ? literal<Figure>("") : ratio(wonIn(parts, at, label), here))),
    };
  });
}

/** A person who was not there yet attained nothing, which is not 0. */
function hiredAfter({ person }: Row, start: number, { data }: SheetContext): boolean {
  const hired = person.row === null ? null : data.get("rep")?.fields.get("hired")?.values[person.row];
  return typeof hired === "number" && hired > quarterEnd(literal(start)).value;
}

function wonIn({ model, starts, context }: Parts, at: number, label: Term<string> | null): Term<Figure> {
  const { closed, owner } = model.deals.columns;
  const from = call(`INDEX(${column(quartersName, context.text.bonus.quarters.from, []).text},${at + 1})`, starts[at] ?? 0);
  const to = call(`INDEX(${column(quartersName, context.text.bonus.quarters.to, []).text},${at + 1})`, quarterEnd(literal(starts[at] ?? 0)).value);
  return amount(model, "won", ...(label ? [is(owner, label)] : []), than(closed, ">=", from), than(closed, "<=", to));
}

function historyColumns({ starts, context: { text } }: Parts, people: readonly Past[]): readonly ColumnSpec[] {
  const headers = text.bonus.history;
  return [
    fixed(headers.rep, "text", people.map(({ label }) => label), "label"),
    figures(headers.base, "money", people.map(({ base }) => base)),
    figures(headers.satisfaction, "percent", people.map(({ satisfaction }) => satisfaction)),
    figures(headers.process, "percent", people.map(({ process }) => process)),
    figures(headers.quota, "money", people.map(({ quota }) => quota)),
    ...starts.map((start, at) => figures(sinceHeader(start, text), "percent", people.map(({ attained }) => attained[at] ?? literal("")))),
  ];
}

function sinceHeader(start: number, { bonus }: SheetContext["text"]): string {
  return bonus.since(isoOf(start as Day).slice(0, 7));
}

function quartersTable(parts: Parts, people: readonly Past[], plans: Plans): TableSpec {
  const { starts, context } = parts;
  const headers = context.text.bonus.quarters;
  const own = (header: keyof typeof headers, value: Figure) => reference<Figure>(thisRow(quartersName, headers[header]), value);
  const costs = starts.map((_, at) => ({ a: costOf(parts, people, plans.a, at), b: costOf(parts, people, plans.b, at) }));
  const changes = starts.map((_, at) => changesIn(parts, people, plans, at));
  const ends = starts.map((start) => quarterEnd(own("from", start) as Term<number>));
  return {
    name: quartersName, kind: "mirror", key: [headers.from], filter: false, style: "report",
    columns: [
      { ...fixed(headers.from, "day", starts, "label"), ids: starts.map((_, at) => `bonus past quarter ${at}`) },
      figures(headers.to, "day", ends),
      figures(headers.won, "money", starts.map((_, at) => wonIn(parts, at, null))),
      figures(headers.attainment, "percent", starts.map((_, at) => teamAttainment(parts, people, at))),
      figures(headers.a, "money", costs.map(({ a }) => a)),
      figures(headers.b, "money", costs.map(({ b }) => b)),
      figures(headers.difference, "money", costs.map(({ a, b }) => whenNumbers([own("b", b.value), own("a", a.value)], (more, less) => subtract(more ?? literal(0), less ?? literal(0))))),
      figures(headers.gain, "count", changes.map(({ gain }) => gain)),
      figures(headers.lose, "count", changes.map(({ lose }) => lose)),
      figures(headers.notLess, "count", starts.map((_, at) => notLess(parts, people, plans.b, at))),
    ],
  };
}

function teamAttainment({ starts, context: { text } }: Parts, people: readonly Past[], at: number): Term<Figure> {
  const attained = column(historyName, sinceHeader(starts[at] ?? 0, text), []).text;
  const quota = column(historyName, text.bonus.history.quota, []).text;
  const known = people.flatMap((one) => (typeof one.attained[at]?.value === "number" && one.quota.value !== "" ? [{ share: Number(one.attained[at]?.value), quota: one.quota.value }] : []));
  const quotas = known.reduce((sum, one) => sum + one.quota, 0);
  const sum = known.reduce((total, one) => total + one.share * one.quota, 0);
  const all = `SUM(IF(ISNUMBER(${attained}),${quota},0))`;
  return call(`IF(${all}=0,"",SUM(IF(ISNUMBER(${attained}),${attained}*${quota},0))/${all})`, quotas === 0 ? "" : sum / quotas, { array: true });
}

/** Columns of the history in an array formula. */
function columnsOf({ starts, context: { text } }: Parts, at: number) {
  const headers = text.bonus.history;
  const of = (header: string) => column(historyName, header, []).text;
  return columnFigures({ base: of(headers.base), attainment: of(sinceHeader(starts[at] ?? 0, text)), satisfaction: of(headers.satisfaction), process: of(headers.process) });
}

function valuesIn(people: readonly Past[], at: number): readonly Values[] {
  return people.map(({ base, satisfaction, process, attained }) => ({ base: base.value, satisfaction: satisfaction.value, process: process.value, attainment: attained[at]?.value ?? "" }));
}

function costOf(parts: Parts, people: readonly Past[], plan: Plan, at: number): Term<Figure> {
  const { known, paid } = payOf(plan, columnsOf(parts, at));
  const pays = paysOf(plan, valuesIn(people, at)).filter((pay): pay is number => pay !== "");
  const none = pays.length === 0 || !plan.isSound.value;
  return call(`IF(${plan.isSound.text},IF(SUM(IF(${known},1,0))=0,"",SUM(IF(${known},${paid},0))),"")`, none ? "" : pays.reduce((sum, pay) => sum + pay, 0), { array: true });
}

/** How many get more, and less, under plan B. */
function changesIn(parts: Parts, people: readonly Past[], { a, b }: Plans, at: number): Readonly<Record<"gain" | "lose", Term<Figure>>> {
  const columns = columnsOf(parts, at);
  const [payA, payB] = [payOf(a, columns), payOf(b, columns)];
  const [nowA, nowB] = [paysOf(a, valuesIn(people, at)), paysOf(b, valuesIn(people, at))];
  const changes = nowA.flatMap((pay, place) => (pay === "" || nowB[place] === "" ? [] : [Number(nowB[place]) - pay]));
  const isSound = a.isSound.value && b.isSound.value;
  const count = (test: string, value: number): Term<Figure> =>
    call(`IF(AND(${a.isSound.text},${b.isSound.text}),SUM(IF((${payA.known})*(${payB.known}),IF(${test},1,0),0)),"")`, isSound ? value : "", { array: true });
  return {
    gain: count(`${payB.paid}-${payA.paid}>0.005`, changes.filter((change) => change > 0.005).length),
    lose: count(`${payA.paid}-${payB.paid}>0.005`, changes.filter((change) => change < -0.005).length),
  };
}

/** Whose attainment fell against the quarter before while plan B pays as much or more; "" for the first quarter. */
function notLess(parts: Parts, people: readonly Past[], plan: Plan, at: number): Term<Figure> {
  if (at === 0) return literal("");
  const [before, here] = [columnsOf(parts, at - 1), columnsOf(parts, at)];
  const [payBefore, payHere] = [payOf(plan, before), payOf(plan, here)];
  const [then, now] = [paysOf(plan, valuesIn(people, at - 1)), paysOf(plan, valuesIn(people, at))];
  const found = people.filter(({ attained }, place) => {
    const [was, is] = [then[place] ?? "", now[place] ?? ""];
    return was !== "" && is !== "" && Number(attained[at]?.value) < Number(attained[at - 1]?.value) && is >= was - 0.005;
  });
  const text = `SUM(IF((${payBefore.known})*(${payHere.known}),IF(${here.attainment.text}<${before.attainment.text},IF(${payHere.paid}>=${payBefore.paid}-0.005,1,0),0),0))`;
  return call(`IF(${plan.isSound.text},${text},"")`, plan.isSound.value ? found.length : "", { array: true });
}

function chart({ text }: SheetContext): Block {
  const words = text.bonus;
  const of = (header: string) => ({ table: quartersName, column: header });
  return {
    kind: "chart", across: 10, down: 14,
    chart: {
      name: "BonusPast", kind: "column", title: words.quarterChart, alt: words.quarterChartAlt, legend: true, format: "money",
      series: [
        { name: words.plan.a, categories: of(words.quarters.from), values: of(words.quarters.a), colour: "navy", labels: true },
        { name: words.plan.b, categories: of(words.quarters.from), values: of(words.quarters.b), colour: "aqua", labels: true },
      ],
    },
  };
}
