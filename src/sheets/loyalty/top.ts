// Are the customers worth most satisfied? Which customers they are stands as of the refresh.

import { sumifs } from "../../formula/aggregate";
import { column, thisRow } from "../../formula/column";
import { sideBySide } from "../../formula/side-by-side";
import { numberText, percentText, sentence } from "../../formula/sentence";
import { call, literalText, orZero, ratio, reference, type Figure, type Term } from "../../formula/term";
import { spentBetween } from "../../metrics/customers/summaries";
import { largestFirst } from "../../metrics/largest-first";
import { csatFrom, npsFrom } from "../../metrics/nps";
import { addMonths, type CellValue } from "../../values";
import { grid, show, type Block, type RuleSpec } from "../block";
import type { SheetContext } from "../context";
import { orderSales, wonSales } from "../customer-sales";
import { figures, fixed, reportTable } from "../report-table";
import { hasMeasure, meanAnswer } from "./answer-columns";
import { countAnswers, equals } from "./counting";
import { topName } from "./names";
import { missingOrders } from "./orders";
import type { LoyaltySettings } from "./settings";
import type { Answers } from "./surveys";

const mostCustomers = 20;

interface Top {
  readonly customers: readonly { readonly name: string; readonly revenue: number }[];
  readonly from: "orders" | "accounts" | "deals";
}

export function topPart(answers: Answers | null, settings: LoyaltySettings, context: SheetContext, across: number): { readonly blocks: readonly Block[]; readonly rules: readonly RuleSpec[] } {
  const words = context.text.loyalty;
  const title = show("section", words.topTitle.replace("{n}", String(mostCustomers)), { across });
  const top = topCustomers(context);
  const account = answers?.field("account") ?? null;
  if (!answers || !account || !top || !hasMeasure(answers, "csat")) return { blocks: [grid([[title], [show("note", (top ? null : missingOrders(context)) ?? words.topNone, { across })]], [24, 18])], rules: [] };
  const { text } = context;
  const headers = words.top;
  const own = <V extends string | Figure>(key: keyof typeof headers, value: V) => reference<V>(thisRow(topName, headers[key]), value);
  const rows = top.customers.map(({ name }) => {
    const where = [equals(account, own("customer", name))];
    const count = (measure: "nps" | "csat", counted: Parameters<typeof countAnswers>[2]) => countAnswers(answers, measure, counted, where, text);
    const [asked, satisfied] = [count("csat", "answers"), count("csat", "satisfied")];
    const csat = csatFrom(own("satisfied", satisfied.value), own("csatAnswers", asked.value));
    const npsCount = count("nps", "answers");
    return {
      asked, satisfied, csat, mean: meanAnswer(answers, where, own("csatAnswers", asked.value), context), npsCount,
      nps: npsFrom(count("nps", "promoters"), count("nps", "detractors"), own("npsAnswers", npsCount.value)), remark: remark(own("csat", csat.value), settings, context),
    };
  });
  const nps = hasMeasure(answers, "nps");
  const table = reportTable(topName, headers.customer, [
    fixed(headers.customer, "text", top.customers.map(({ name }) => name), "label"),
    fixed(headers.revenue, "money", top.customers.map(({ revenue }) => revenue)),
    figures(headers.csatAnswers, "count", rows.map(({ asked }) => asked)),
    figures(headers.satisfied, "count", rows.map(({ satisfied }) => satisfied)),
    figures(headers.csat, "percent", rows.map(({ csat }) => csat)),
    figures(headers.mean, "decimal", rows.map(({ mean }) => mean)),
    ...(nps ? [figures(headers.npsAnswers, "count", rows.map(({ npsCount }) => npsCount)), figures(headers.nps, "score", rows.map((row) => row.nps))] : []),
    figures(headers.remark, "text", rows.map((row) => row.remark), "label"),
  ]);
  const said = saidOf(rows, settings, context);
  const first = `⟦${topName}.${headers.csat}⟧`;
  return {
    blocks: [grid([[title], [show("sentence", said, { across })], [show("note", words.topNote[top.from], { across })]], [24, 20, 18]), table],
    rules: [
      { kind: "formula", area: { table: topName, column: headers.csat }, formula: `AND(ISNUMBER(${first}),${first}<${settings.topTarget.text})`, tone: "bad" },
      { kind: "formula", area: { table: topName, column: headers.csat }, formula: `AND(ISNUMBER(${first}),${first}>=${settings.topTarget.text})`, tone: "good" },
    ],
  };
}

function saidOf(rows: readonly { readonly asked: Term<number>; readonly satisfied: Term<number> }[], settings: LoyaltySettings, { text }: SheetContext): Term<string> {
  const words = text.loyalty;
  const of = (key: "csatAnswers" | "satisfied", values: readonly CellValue[]) => sumifs(column(topName, words.top[key], values));
  const asked = of("csatAnswers", rows.map((row) => row.asked.value));
  const share = ratio(of("satisfied", rows.map((row) => row.satisfied.value)), asked);
  const silent = rows.filter((row) => row.asked.value === 0).length;
  const said = sentence(words.topSaid, {
    csat: percentText(orZero(share)), n: numberText(asked), target: percentText(settings.topTarget),
    silent: numberText(call(`COUNTIFS(${column(topName, words.top.csatAnswers, []).text},0)`, silent)),
  });
  return call(`IF(${asked.text}=0,${literalText(words.topSaidNone)},${said.text})`, asked.value === 0 ? words.topSaidNone : said.value);
}

function remark(csat: Term<Figure>, { topTarget }: LoyaltySettings, { text }: SheetContext): Term<string> {
  const words = text.loyalty.topRemark;
  const value = csat.value === "" ? words.silent : csat.value < topTarget.value ? words.low : "";
  return call(`IF(${csat.text}="",${literalText(words.silent)},IF(${csat.text}<${topTarget.text},${literalText(words.low)},""))`, value);
}

/** By orders of 12 months, else by monthly revenue, else by won amount. */
function topCustomers(context: SheetContext): Top | null {
  const tries: readonly [Top["from"], () => Named | null][] = [["orders", () => ordered(context)], ["accounts", () => paying(context)], ["deals", () => wonBy(context)]];
  for (const [from, found] of tries) {
    const named = found();
    const customers = named ? summed(named).slice(0, mostCustomers) : [];
    if (customers.length > 0) return { customers, from };
  }
  return null;
}

/** Amounts beside names. */
type Named = readonly [names: readonly CellValue[], amounts: readonly CellValue[]];

function ordered(context: SheetContext): Named | null {
  const asOf = context.model.settings.asOf.value;
  const since = addMonths(asOf, -12);
  const sales = orderSales(context, (fields) => ({ who: fields.get("account") ?? fields.get("contact"), day: fields.get("on") }));
  if (sales?.summaries) {
    const spent = spentBetween(sales.summaries, since, asOf);
    return spent && [spent.map(({ customer }) => customer), spent.map(({ amount, known }) => (known > 0 ? amount : null))];
  }
  const { who, day, amount } = sales?.lines ?? {};
  return who && day && amount ? [who, amount.map((one, line) => { const on = day[line]; return typeof on === "number" && on > since && on <= asOf ? one : null; })] : null;
}

function paying({ data }: SheetContext): Named | null {
  const fields = data.get("account")?.fields;
  const [names, revenue] = [fields?.get("name"), fields?.get("monthlyRevenue")];
  const rows = names && revenue && sideBySide(names, revenue);
  return rows ? [rows.columns[0]!, rows.columns[1]!] : null;
}

function wonBy(context: SheetContext): Named | null {
  const lines = wonSales(context)?.lines;
  return lines?.amount ? [lines.who, lines.amount] : null;
}

/** The largest first. */
function summed([names, amounts]: Named): Top["customers"] {
  const sums = new Map<string, { name: string; revenue: number }>();
  names.forEach((value, row) => {
    const name = String(value ?? "").trim();
    const amount = amounts[row];
    if (name === "" || typeof amount !== "number") return;
    const one = sums.get(name.toLowerCase()) ?? { name, revenue: 0 };
    sums.set(name.toLowerCase(), { name: one.name, revenue: one.revenue + amount });
  });
  return [...sums.values()].filter(({ revenue }) => revenue > 0).sort(largestFirst(({ revenue }) => revenue, ({ name }) => name)).map(({ name, revenue }) => ({ name, revenue: Math.round(revenue * 100) / 100 }));
}

