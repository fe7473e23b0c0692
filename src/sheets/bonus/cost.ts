// What each plan costs, who gains and who loses, and the sentence that says it.

import { rowsOf } from "../../formula/aggregate";
import { column } from "../../formula/column";
import { numberText, percentText, sentence } from "../../formula/sentence";
import { assured, call, cell, literal, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import { grid, show, type Block, type Cell, type ColumnSpec } from "../block";
import type { SheetContext } from "../context";
import type { Format } from "../plan";
import { figures, fixed } from "../report-table";
import { payoutColumn, rowId, type Row } from "./payout";
import { payoutName } from "./people";
import { planIds, type Plan, type PlanId, type Plans } from "./plan";

const costName = "BonusCost";

const costs = ["total", "ofBase", "paid", "mean", "highest", "lowest", "spread", "topShare", "unsold"] as const;
type Cost = (typeof costs)[number];

const costFormats: Readonly<Record<Cost, Format>> = {
  total: "money", ofBase: "percent", paid: "count", mean: "money", highest: "money", lowest: "money", spread: "money", topShare: "percent", unsold: "percent",
};

/** Less than a cent is no gain. Joined to an operator, not within its text, since locales write it their own way. */
const cent = 0.005;

export interface Comparison {
  readonly costs: Readonly<Record<PlanId, Readonly<Record<Cost, Term<Figure>>>>>;
  readonly up: Term<number>;
  readonly down: Term<number>;
}

export function comparisonOf(rows: readonly Row[], plans: Plans, context: SheetContext): Comparison {
  const difference = payoutColumn("difference", rows, context);
  const numbers = difference.values.filter((value) => value !== "");
  return {
    costs: { a: costsOf(plans.a, rows, context), b: costsOf(plans.b, rows, context) },
    up: call(`COUNTIF(${difference.text},">"&${cent})`, numbers.filter((value) => value > cent).length),
    down: call(`COUNTIF(${difference.text},"<"&-${cent})`, numbers.filter((value) => value < -cent).length),
  };
}

function costsOf({ id, base, weights }: Plan, rows: readonly Row[], context: SheetContext): Readonly<Record<Cost, Term<Figure>>> {
  const paid = payoutColumn(id, rows, context);
  const numbers = paid.values.filter((value) => value !== "");
  const of = (text: string, value: (all: readonly number[]) => Figure, array = false): Term<Figure> =>
    call(`IF(COUNT(${paid.text})=0,"",${text})`, numbers.length === 0 ? "" : value(numbers), ...(array ? [{ array: true } as const] : []));
  const sum = numbers.reduce((total, value) => total + value, 0);
  const known = rows.filter((row) => row[id].value !== "");
  const bases = `IF(ISNUMBER(${paid.text}),IF(ISNUMBER(${payoutColumn("base", rows, context).text}),${payoutColumn("base", rows, context).text},${base.text}),0)`;
  const baseOf = (row: Row) => Number(row.base.value === "" ? base.value : row.base.value);
  const worth = known.reduce((total, row) => total + baseOf(row), 0);
  const part = (header: "satisfaction" | "process") => `${weights[header].text}*IF(ISNUMBER(${payoutColumn(header, rows, context).text}),${payoutColumn(header, rows, context).text},0)`;
  const unsold = known.reduce((total, row) => total + baseOf(row) * (weights.satisfaction.value * Number(row.satisfaction.value) + weights.process.value * Number(row.process.value)), 0);
  const total = of(`SUM(${paid.text})`, () => sum);
  const all = assured(cell(costId("total", id), total.value));
  const share = (text: string, value: number): Term<Figure> => call(`IF(N(${all.text})=0,"",${text}/${all.text})`, sum === 0 ? "" : value / sum);
  return {
    total,
    ofBase: of(`IF(SUM(${bases})=0,"",${all.text}/SUM(${bases}))`, () => (worth === 0 ? "" : sum / worth), true),
    paid: call(`COUNT(${paid.text})`, numbers.length),
    mean: of(`AVERAGE(${paid.text})`, () => sum / numbers.length),
    highest: of(`MAX(${paid.text})`, (values) => Math.max(...values)),
    lowest: of(`MIN(${paid.text})`, (values) => Math.min(...values)),
    spread: of(`MAX(${paid.text})-MIN(${paid.text})`, (values) => Math.max(...values) - Math.min(...values)),
    topShare: share(`MAX(${paid.text})`, Math.max(0, ...numbers)),
    unsold: { ...share(`SUM(${bases}*(${part("satisfaction")}+${part("process")}))`, unsold), array: true },
  };
}

/** The table of costs. */
export function costTable({ costs: found }: Comparison, { text }: SheetContext): Block {
  const { cost: headers, costs: words } = text.bonus;
  const formats = costs.map((cost) => costFormats[cost]);
  const of = (id: PlanId): ColumnSpec => ({ ...figures(headers[id], "money", costs.map((cost) => found[id][cost])), formats, ids: costs.map((cost) => costId(cost, id)) });
  const difference = costs.map((cost) => whenNumbers([cell(costId(cost, "b"), found.b[cost].value), cell(costId(cost, "a"), found.a[cost].value)], (b, a) => subtract(b ?? literal(0), a ?? literal(0))));
  return {
    kind: "table", table: {
      name: costName, kind: "mirror", key: [headers.figure], filter: false, style: "report",
      columns: [fixed(headers.figure, "text", costs.map((cost) => words[cost]), "label"), of("a"), of("b"), { ...figures(headers.difference, "money", difference), formats: formats.map((format) => (format === "percent" ? "change" : format)) }],
    },
  };
}

/** Who gains, who loses, and whom it changes most. */
export function gainBlock(rows: readonly Row[], { up, down }: Comparison, context: SheetContext): Block {
  const words = context.text.bonus;
  const difference = payoutColumn("difference", rows, context);
  const numbers = difference.values.filter((value) => value !== "");
  const rep = column(payoutName, words.payout.rep, []).text;
  const line = (label: string, ...cells: readonly Cell[]) => [show("label", label), ...cells];
  const most = (text: "MAX" | "MIN", value: number, counts: boolean): readonly Cell[] => {
    const test = text === "MAX" ? `MAX(${difference.text})>${cent}` : `MIN(${difference.text})<-${cent}`;
    const who = counts ? rows.find((row) => row.difference.value === value)?.person.label ?? "" : "";
    const name = call(`IF(${test},INDEX(${rep},MATCH(${text}(${difference.text}),${difference.text},0)),"")`, who);
    return [show("value", call(`IF(${test},${text}(${difference.text}),"")`, counts ? value : ""), { format: "money" }), show("value", name, { across: 2, format: "text" })];
  };
  const same = subtract(subtract(call(`COUNT(${difference.text})`, numbers.length), up), down);
  const [highest, lowest] = [Math.max(0, ...numbers), Math.min(0, ...numbers)];
  return grid([
    [show("section", words.gainTitle, { across: 4 })],
    line(words.gains, show("value", up, { format: "count", id: "bonus gains" })),
    line(words.loses, show("value", down, { format: "count", id: "bonus loses" })),
    line(words.unchanged, show("value", same, { format: "count" })),
    line(words.mostGain, ...most("MAX", highest, highest > cent)),
    line(words.mostLoss, ...most("MIN", lowest, lowest < -cent)),
    line(words.missed, show("value", missed(rows, context), { format: "count", id: "bonus missed" })),
  ]);
}

/** Gain under plan B with attainment below 100 %. */
function missed(rows: readonly Row[], context: SheetContext): Term<number> {
  const [difference, attainment] = [payoutColumn("difference", rows, context), payoutColumn("attainment", rows, context)];
  const found = rows.filter((row) => row.difference.value !== "" && row.difference.value > cent && row.attainment.value !== "" && row.attainment.value < 1);
  return call(`COUNTIFS(${difference.text},">"&${cent},${attainment.text},"<1")`, found.length);
}

/** What to know first: weights that do not add up, no figures, or which plan costs more and for whom. */
export function headline(plans: Plans, { costs: { a, b }, up, down }: Comparison, { text }: SheetContext): Term<string> {
  const words = text.bonus.headline;
  const [costA, costB] = [cell(costId("total", "a"), a.total.value), cell(costId("total", "b"), b.total.value)];
  const parts = { up: numberText(cell("bonus gains", up.value)), down: numberText(cell("bonus loses", down.value)) };
  const [nowA, nowB] = [Number(costA.value), Number(costB.value)];
  const change = call(`ABS(${costB.text}/${costA.text}-1)`, nowA === 0 ? 0 : Math.abs(nowB / nowA - 1));
  const [more, less] = [sentence(words.more, { ...parts, share: percentText(change, 1) }), sentence(words.less, { ...parts, share: percentText(change, 1) })];
  const [same, free] = [sentence(words.same, parts), sentence(words.free, parts)];
  const bad = planIds.map((id) => sentence(words.badWeights, { plan: literal(plans[id].letter), sum: percentText(plans[id].sum, 1) }));
  const isSame = Math.abs(nowB - nowA) <= cent;
  const compared = `IF(N(${costA.text})=0,${free.text},IF(ABS(${costB.text}-${costA.text})<=${cent},${same.text},IF(${costB.text}>${costA.text},${more.text},${less.text})))`;
  const comparedNow = nowA === 0 ? free.value : isSame ? same.value : nowB > nowA ? more.value : less.value;
  const isNone = costA.value === "" || costB.value === "";
  const known = `IF(COUNT(${costA.text},${costB.text})<2,${literal(words.none).text},${compared})`;
  return planIds.reduceRight<Term<string>>((rest, id, at) => call(`IF(${plans[id].isSound.text},${rest.text},${bad[at]!.text})`, plans[id].isSound.value ? rest.value : bad[at]!.value), call(known, isNone ? words.none : comparedNow));
}

/** How many have no payout; "" where all have one, or none, which the headline says. */
export function unpaid(rows: readonly Row[], { costs: { a } }: Comparison, context: SheetContext): Term<string> {
  const all = rowsOf(column(payoutName, context.text.bonus.payout.rep, rows.map(({ person }) => person.label)));
  const without = subtract(all, assured(cell(costId("paid", "a"), a.paid.value)));
  const said = sentence(context.text.bonus.headline.unpaid, { n: numberText(without), all: numberText(all) });
  return call(`IF(AND(${without.text}>0,${without.text}<${all.text}),${said.text},"")`, without.value > 0 && without.value < all.value ? said.value : "");
}

/** Whether plan B rewards what is not selling; "" where nothing is paid. */
export function risk({ costs: { b } }: Comparison, rows: readonly Row[], context: SheetContext): Term<string> {
  const share = cell(costId("unsold", "b"), b.unsold.value);
  const n = cell("bonus missed", missed(rows, context).value);
  const said = sentence(context.text.bonus.gainRisk, { n: numberText(n), share: percentText(assured(share)) });
  return call(`IF(ISNUMBER(${share.text}),${said.text},"")`, share.value === "" ? "" : said.value);
}

const mostInChart = 20;

/** Payouts under both plans, person by person. */
export function payoutChart(rows: readonly Row[], { text }: SheetContext, across: number, down: number): Block {
  const words = text.bonus;
  if (rows.every(({ a, b }) => a.value === "" && b.value === "")) return grid([[], [show("label", words.noChart, { across })]]);
  const shown = Math.min(rows.length, mostInChart);
  const area = (header: string) => ({ from: rowId(header, 0), to: rowId(header, shown - 1) });
  return {
    kind: "chart", across, down,
    chart: {
      name: "BonusPlans", kind: "column", title: shown < rows.length ? words.chartFirst.replace("{n}", String(shown)) : words.chart, alt: words.chartAlt, legend: true, format: "money",
      series: [
        { name: words.plan.a, categories: area("rep"), values: area("a"), colour: "navy" },
        { name: words.plan.b, categories: area("rep"), values: area("b"), colour: "aqua" },
      ],
    },
  };
}

/** The cell of a plan's cost. */
export function costId(cost: Cost, id: PlanId): string {
  return `bonus ${id} ${cost}`;
}
