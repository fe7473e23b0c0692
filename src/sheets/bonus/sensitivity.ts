// What if? Other weights, or another attainment of everyone, under the limits of plan B.

import { thisRow } from "../../formula/column";
import { call, cell, literal, ratio, reference, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { isTyped, readTable, translated } from "../any-language";
import type { Allowed, ColumnSpec, TableSpec } from "../block";
import type { SheetContext } from "../context";
import type { Memory } from "../memory";
import type { Format } from "../plan";
import { costId, type Comparison } from "./cost";
import { columnFigures, payOf, paysOf, type Terms, type Values } from "./pay";
import { payoutColumn, valuesOf, type Row } from "./payout";
import type { Plan } from "./plan";

export const sensitivityName = "BonusSensitivity";

const typedFields = ["name", "attainment", "satisfaction", "process", "shift"] as const;
const weighted = ["attainment", "satisfaction", "process"] as const;
type Weight = (typeof weighted)[number];
type Scenario = Readonly<Record<(typeof typedFields)[number], CellValue>>;

/** Scenarios typed before, else sets of weights people discuss and ten points up or down. */
export function scenariosOf(memory: Memory, text: WholeText): readonly Scenario[] {
  const table = readTable(memory.tables.get(sensitivityName), ({ bonus }) => bonus.scenario);
  const typed = table.rows.filter((row) => typedFields.some((field) => isTyped(table.value(row, field)))).map((row): Scenario => {
    const read = Object.fromEntries(typedFields.map((field) => [field, table.value(row, field)])) as Scenario;
    return { ...read, name: translated(read.name, ({ bonus }) => bonus.scenarios, text) };
  });
  return typed.length > 0 ? typed : seeds(text);
}

function seeds({ bonus }: WholeText): readonly Scenario[] {
  const sets = [[60, 20, 20], [70, 15, 15], [50, 25, 25], [80, 10, 10], [40, 30, 30]] as const;
  const all = { attainment: null, satisfaction: null, process: null };
  return [
    ...sets.map(([attainment, satisfaction, process]) => ({ name: `${attainment} / ${satisfaction} / ${process}`, attainment: attainment / 100, satisfaction: satisfaction / 100, process: process / 100, shift: null })),
    { name: bonus.scenarios.up, ...all, shift: 0.1 },
    { name: bonus.scenarios.down, ...all, shift: -0.1 },
  ];
}

export function sensitivityTable(scenarios: readonly Scenario[], rows: readonly Row[], plan: Plan, comparison: Comparison, context: SheetContext): TableSpec {
  const { text } = context;
  const headers = text.bonus.scenario;
  const found = scenarios.map((scenario) => outcomeOf(scenario, rows, plan, comparison, context));
  const percent: Allowed = { kind: "number", min: -10, max: 100, whole: false, prompt: text.bonus.prompts.weight };
  const typed = (field: (typeof typedFields)[number], format: Format, more: Partial<ColumnSpec> = {}): ColumnSpec => ({ name: headers[field], owner: "user", format, look: "input", contents: scenarios.map((scenario) => scenario[field]), ...more });
  const made = (field: keyof Outcome, format: Format): ColumnSpec => ({ name: headers[field], owner: "formula", format, contents: found.map((outcome): Term => outcome[field]) });
  return {
    name: sensitivityName, kind: "form", key: [headers.name], filter: false, style: "form",
    columns: [
      typed("name", "text"), typed("attainment", "percent", { allowed: percent }), typed("satisfaction", "percent", { allowed: percent }), typed("process", "percent", { allowed: percent }), typed("shift", "change", { allowed: percent }),
      made("total", "money"), made("change", "change"), made("spread", "money"), made("topShare", "percent"), made("highest", "money"), made("check", "text"),
    ],
  };
}

interface Outcome {
  readonly total: Term<Figure>;
  readonly change: Term<Figure>;
  readonly spread: Term<Figure>;
  readonly topShare: Term<Figure>;
  readonly highest: Term<Figure>;
  readonly check: Term<string>;
}

function outcomeOf(scenario: Scenario, rows: readonly Row[], plan: Plan, { costs }: Comparison, context: SheetContext): Outcome {
  const words = context.text.bonus;
  const check = checkOf(scenario, plan, context.text);
  const { terms, shift } = termsOf(scenario, plan, check, context.text);
  // Text plus a number is an error, which ISNUMBER says is none.
  const columns = columnFigures({
    base: payoutColumn("base", rows, context).text, attainment: `(${payoutColumn("attainment", rows, context).text}+${shift.text})`,
    satisfaction: payoutColumn("satisfaction", rows, context).text, process: payoutColumn("process", rows, context).text,
  });
  const { known, paid } = payOf(terms, columns);
  const isSound = check.value !== words.checkWrong;
  const pays = isSound ? paysOf(terms, rows.map((row) => shifted(valuesOf(row), shift.value))).filter((pay): pay is number => pay !== "") : [];
  const each = `IF(${known},${paid},"")`;
  const own = (field: keyof Outcome, value: Figure) => reference<Figure>(thisRow(sensitivityName, words.scenario[field]), value);
  const wrong = `${thisRow(sensitivityName, words.scenario.check)}=${literal(words.checkWrong).text}`;
  const total = call(`IF(OR(${wrong},SUM(IF(${known},1,0))=0),"",SUM(${each}))`, pays.length === 0 ? "" : pays.reduce((sum, pay) => sum + pay, 0), { array: true });
  const all = own("total", total.value);
  const of = (text: string, value: number): Term<Figure> => call(`IF(${all.text}="","",${text})`, pays.length === 0 ? "" : value, { array: true });
  const highest = of(`MAX(${each})`, Math.max(...pays));
  const most = own("highest", highest.value);
  return {
    total, highest, check,
    change: whenNumbers([ratio(all, cell(costId("total", "b"), costs.b.total.value))], (share) => subtract(share ?? literal(0), literal(1))),
    spread: of(`${most.text}-MIN(${each})`, Math.max(...pays) - Math.min(...pays)),
    topShare: ratio(most, all),
  };
}

/** Whether the line's weights add up, or it has none and takes plan B's. */
function checkOf(scenario: Scenario, plan: Plan, { bonus }: WholeText): Term<string> {
  const own = weighted.map((field) => thisRow(sensitivityName, bonus.scenario[field]));
  const numbers = weighted.flatMap((field) => (typeof scenario[field] === "number" ? [scenario[field]] : []));
  const right = Math.abs(numbers.reduce((sum, one) => sum + one, 0) - 1) < 1e-9;
  const words = { right: literal(bonus.checkRight), asB: literal(bonus.checkAsB), wrong: literal(bonus.checkWrong) };
  const text = `IF(COUNT(${own.join(",")})=0,IF(${plan.isSound.text},${words.asB.text},${words.wrong.text}),IF(ABS(SUM(${own.join(",")})-1)<1E-9,${words.right.text},${words.wrong.text}))`;
  return call(text, (numbers.length === 0 ? (plan.isSound.value ? words.asB : words.wrong) : right ? words.right : words.wrong).value);
}

/** Weights of the line, or plan B's where it has none. */
function termsOf(scenario: Scenario, plan: Plan, check: Term<string>, { bonus }: WholeText): { readonly terms: Terms; readonly shift: Term<number> } {
  const own = (field: Weight | "shift") => `N(${thisRow(sensitivityName, bonus.scenario[field])})`;
  const asB = `${thisRow(sensitivityName, bonus.scenario.check)}=${literal(bonus.checkAsB).text}`;
  const weight = (field: Weight): Term<number> => call(`IF(${asB},${plan.weights[field].text},${own(field)})`, check.value === bonus.checkAsB ? plan.weights[field].value : numberOf(scenario[field]));
  return {
    terms: { weights: { attainment: weight("attainment"), satisfaction: weight("satisfaction"), process: weight("process") }, limits: plan.limits, base: plan.base },
    shift: call(own("shift"), numberOf(scenario.shift)),
  };
}

function shifted(values: Values, shift: number): Values {
  return { ...values, attainment: values.attainment === "" ? "" : values.attainment + shift };
}

function numberOf(value: CellValue): number {
  return typeof value === "number" ? value : 0;
}
