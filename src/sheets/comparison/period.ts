// For which period are the definitions compared, and with which quota: what the user typed, and what follows.

import type { Column } from "../../formula/column";
import { sumifs } from "../../formula/aggregate";
import { isFilled } from "../../formula/criteria";
import { call, reference, subtract, type Figure, type Term } from "../../formula/term";
import { spanEnd } from "../../metrics/past-forecast";
import type { Period } from "../../metrics/period";
import { addMonths, type CellValue, type Day } from "../../values";
import { grid, input, show, type Block, type Cell, type CellOptions } from "../block";
import type { SheetContext } from "../context";
import { fiscalYearNames, fiscalYearOf } from "../goals/settings";
import type { Memory } from "../memory";
import { earliestTyped, typedDay } from "../typed-days";

/** Names of the cells the user types in. */
export const comparisonInputs = { months: "ComparedMonths", end: "ComparedEnd", maturity: "ComparedMaturity", quota: "ComparedQuota" } as const;

const derived = { from: "ComparedFrom", to: "ComparedTo", quotaUsed: "ComparedQuotaUsed", quarterEnd: "ComparedQuarterEnd" } as const;

const atFirst = { months: 12, maturity: 180 } as const;

export interface ComparedPeriod {
  readonly period: Period;
  /** The same number of months, moved back until its deals had time to be decided. */
  readonly matured: Period;
  readonly quota: Term<Figure>;
  readonly year: Period;
  readonly quarterEnd: Term<number>;
  readonly block: Block;
}

export function comparedPeriod(context: SheetContext): ComparedPeriod {
  const { memory, model, text: { comparison: words } } = context;
  const asOf = model.settings.asOf.value;
  const typed = typedIn(memory);
  const { from, to, maturity: days } = comparedDays(memory, asOf);
  const terms = {
    to: call(`IF(N(${comparisonInputs.end})>=${earliestTyped},${comparisonInputs.end},AsOf)`, to),
    from: call(`EDATE(${derived.to},-IF(ISNUMBER(${comparisonInputs.months}),MIN(600,MAX(1,INT(${comparisonInputs.months}))),${atFirst.months}))+1`, from),
    quota: quotaTerm(typed.quota, quotas(context)),
    quarterEnd: quarterEnd(asOf, model.settings.fiscalYearStart.value),
  };
  const period = { from: reference<number>(derived.from, from), to: reference<number>(derived.to, to) };
  const back = call(`IF(ISNUMBER(${comparisonInputs.maturity}),MAX(0,${comparisonInputs.maturity}),${atFirst.maturity})`, days);
  const year = fiscalYearOf(asOf, model.settings.fiscalYearStart.value);
  return {
    period,
    matured: { from: subtract(period.from, back), to: subtract(period.to, back) },
    quota: reference<Figure>(derived.quotaUsed, terms.quota.value),
    year: { from: reference<number>(fiscalYearNames.from, year.from), to: reference<number>(fiscalYearNames.to, year.to) },
    quarterEnd: reference<number>(derived.quarterEnd, terms.quarterEnd.value),
    block: grid([
      typedRow(words.months, comparisonInputs.months, typed.months ?? atFirst.months, "", { allowed: { kind: "number", min: 1, max: 600, whole: true, prompt: words.monthsPrompt } }),
      typedRow(words.end, comparisonInputs.end, typed.end, words.endNote, { format: "day", allowed: { kind: "day", prompt: words.endPrompt } }),
      followingRow(words.from, derived.from, terms.from, "day"),
      followingRow(words.to, derived.to, terms.to, "day"),
      typedRow(words.maturity, comparisonInputs.maturity, typed.maturity ?? atFirst.maturity, words.maturityNote, { allowed: { kind: "number", min: 0, max: 3650, whole: true, prompt: words.maturityPrompt } }),
      typedRow(words.quota, comparisonInputs.quota, typed.quota, words.quotaNote, { format: "money", allowed: { kind: "number", min: 0, max: 1e15, whole: false, prompt: words.quotaPrompt } }),
      followingRow(words.quotaUsed, derived.quotaUsed, terms.quota, "money"),
      followingRow(words.quarterEnd, derived.quarterEnd, terms.quarterEnd, "day"),
    ]),
  };
}

/** The first and last day of the period, and the days that deals have to be decided. */
export function comparedDays(memory: Memory, asOf: Day): Readonly<Record<"from" | "to" | "maturity", number>> {
  const typed = typedIn(memory);
  const to = typedDay(typed.end) ?? asOf;
  const months = typeof typed.months === "number" ? Math.min(600, Math.max(1, Math.floor(typed.months))) : atFirst.months;
  return { from: addMonths(to, -months) + 1, to, maturity: typeof typed.maturity === "number" ? Math.max(0, typed.maturity) : atFirst.maturity };
}

type Typed = Readonly<Record<keyof typeof comparisonInputs, CellValue>>;

function typedIn({ inputs }: Memory): Typed {
  const of = (name: string): CellValue => {
    const found = inputs.get(name);
    return found === undefined || found === "" ? null : found;
  };
  return { months: of(comparisonInputs.months), end: of(comparisonInputs.end), maturity: of(comparisonInputs.maturity), quota: of(comparisonInputs.quota) };
}

/** The quotas of the reps; null where no export has them. */
function quotas({ data }: SheetContext): Column | null {
  const found = data.get("rep")?.fields.get("quota");
  return found ?? null;
}

function quotaTerm(typed: CellValue, reps: Column | null): Term<Figure> {
  const given = typeof typed === "number" && typed > 0 ? typed : null;
  if (!reps) return call(`IF(N(${comparisonInputs.quota})>0,${comparisonInputs.quota},"")`, given ?? "");
  const sum = sumifs(reps, isFilled(reps));
  return call(`IF(N(${comparisonInputs.quota})>0,${comparisonInputs.quota},IF(${sum.text}>0,${sum.text},""))`, given ?? (sum.value > 0 ? sum.value : ""));
}

/** Fiscal quarters begin with the fiscal year's first month. */
function quarterEnd(asOf: Day, start: number): Term<number> {
  return call("EOMONTH(AsOf,2-MOD(MONTH(AsOf)-FiscalYearStart+12,3))", spanEnd(asOf, "quarter", start) as number);
}

function typedRow(label: string, name: string, content: CellValue, note: string, options: CellOptions): readonly (Cell | null)[] {
  return [show("label", label, { across: 2 }), input(name, content, options), ...(note === "" ? [] : [show("note", note, { across: 5 })])];
}

function followingRow(label: string, name: string, term: Term<Figure>, format: "day" | "money"): readonly (Cell | null)[] {
  return [show("label", label, { across: 2 }), show("value", term, { name, format })];
}
