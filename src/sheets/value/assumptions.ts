// What every figure of the sheet rests on: from the data, typed over, and used.

import { column } from "../../formula/column";
import { call, cell, literal, ratio, reference, type Figure, type Term } from "../../formula/term";
import { lostShare, monthsStayed, perMonth, revenuePerMonth, type AccountColumns } from "../../metrics/account-value";
import { earned } from "../../metrics/product-margin";
import { medianCycle } from "../../metrics/sales-cycle";
import { grid, show, type Block, type Cell } from "../block";
import type { SheetContext } from "../context";
import type { Format } from "../plan";
import type { Buyers } from "./buyers";
import { customersTableName } from "./customers";
import { numberCell, settingTerm, typedIn, valueInputs, type ValueInput } from "./inputs";
import { saleLines } from "./mix";
import { assumptions, fieldColumn, section, usedCell, width, type Assumption, type Words } from "./parts";

/** Each assumption as the data give it; "" where they do not. */
type FromData = Readonly<Record<Assumption, Term<Figure>>>;

/** Columns of the accounts that tell what they pay and whether they left. */
export function accountColumns(context: SheetContext): AccountColumns {
  const { yes, no } = context.text.tables;
  return {
    monthly: fieldColumn(context, "account", "monthlyRevenue"), total: fieldColumn(context, "account", "totalRevenue"),
    tenure: fieldColumn(context, "account", "tenureMonths"), churned: fieldColumn(context, "account", "churned"), yes, no,
  };
}

/** All but the acquisition cost, which has its own block. */
export function dataTerms(context: SheetContext, buyers: Buyers | null, cac: Term<Figure>): FromData {
  const accounts = accountColumns(context);
  const { deals } = context.model;
  return {
    revenue: accounts.monthly ? revenuePerMonth(accounts) : revenueOfBuyers(context, buyers),
    margin: marginOf(context),
    churn: perMonth(lostShare(accounts), settingTerm(context, "churnMonths")),
    lifetime: monthsStayed(accounts),
    shift: deals ? medianCycle({ ...context.model, deals }, "won") : literal(""),
    cac,
  };
}

/** What was typed, else what the data give. */
export function usedTerms(context: SheetContext, data: FromData): Readonly<Record<Assumption, Term<Figure>>> {
  return Object.fromEntries(assumptions.map((key) => {
    const typed = typedIn(context, key);
    const assumed = key === "margin" ? typedIn(context, "marginAssumed") : null;
    const known = typeof typed === "number" ? typed : data[key].value;
    return [key, usedCell(key, known === "" && typeof assumed === "number" ? assumed : known)];
  })) as Record<Assumption, Term<Figure>>;
}

const formats: Readonly<Record<Assumption, Format>> = { revenue: "money", margin: "percent", churn: "percent", lifetime: "decimal", shift: "days", cac: "money" };

export function assumptionBlocks(context: SheetContext, words: Words, data: FromData, used: Readonly<Record<Assumption, Term<Figure>>>): readonly Block[] {
  const { heads, labels, notes } = words.assumptions;
  const row = (key: Assumption): readonly Cell[] => [
    show("label", labels[key]),
    show("value", data[key], { format: formats[key], id: `value.data.${key}` }),
    numberCell(context, key, { format: formats[key] }),
    show("total", call(`IF(ISNUMBER(${valueInputs[key]}),${valueInputs[key]},${otherwise(key)})`, used[key].value), { format: formats[key], id: `value.used.${key}` }),
    show("label", notes[key], { across: width - 4 }),
  ];
  const setting = (key: Exclude<ValueInput, Assumption | "countBy" | "method">, format: Format): readonly (Cell | null)[] => [
    show("label", labels[key as keyof typeof labels]), null, numberCell(context, key, { format }), null, show("label", notes[key as keyof typeof notes], { across: width - 4 }),
  ];
  return [
    section(words.assumptions.title),
    grid([[show("note", words.assumptions.note, { across: width })]], [18]),
    grid([[...heads.map((head, at) => show("heading", head, at > 0 ? { format: "count" } : {})), show("heading", words.assumptions.means, { across: width - 4 })], ...assumptions.map(row)]),
    grid([
      setting("marginAssumed", "percent"), setting("churnMonths", "decimal"), setting("discount", "percent"), setting("horizon", "score"), setting("months", "score"),
      setting("ratioTarget", "ratio"), setting("paybackTarget", "decimal"),
    ]),
  ];
}

/** What the data give; for the margin, where they give none, what is assumed. */
function otherwise(key: Assumption): string {
  const data = cell(`value.data.${key}`, "").text;
  const { marginAssumed } = valueInputs;
  return key === "margin" ? `IF(ISNUMBER(${data}),${data},IF(ISNUMBER(${marginAssumed}),${marginAssumed},""))` : data;
}

/** Sales ÷ customers ÷ months from the first sale to the last. */
function revenueOfBuyers(context: SheetContext, buyers: Buyers | null): Term<Figure> {
  if (!buyers) return literal("");
  const headers = context.text.value.customers.columns;
  const rows = buyers.rows;
  const dates = rows.flatMap(({ first, last }) => (first === null || last === null ? [] : [first, last]));
  const at = (header: string) => column(customersTableName, header, []).text;
  const [least, most] = minMax(dates);
  const months = dates.length === 0 ? 0 : (most - least + 1) / (365.25 / 12);
  const sum = reference(`SUM(${at(headers.revenue)})/ROWS(${at(headers.customer)})`, rows.reduce((total, one) => total + one.revenue, 0) / rows.length);
  return ratio(sum, call(`((MAX(${at(headers.last)})-MIN(${at(headers.first)})+1)/(365.25/12))`, months));
}

function minMax(values: readonly number[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
}

function marginOf(context: SheetContext): Term<Figure> {
  const lines = saleLines(context);
  const made = lines && earned(lines.columns, ...lines.criteria);
  return made ? ratio(made.margin, made.on) : literal("");
}
