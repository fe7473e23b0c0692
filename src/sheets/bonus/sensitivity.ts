// What if? Other weights, or another attainment of everyone, under the limits of plan B.

import { thisRow } from "../../formula/column";
import { call, cell, reference, type Figure, type Term } from "../../formula/term";
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
  const { terms, shift, isSound, sound } = termsOf(scenario, plan, context.text);
  const columns = columnFigures({
    base: payoutColumn("base", rows, context).text, attainment: `(${payoutColumn("attainment", rows, context).text}+${shift.text})`,
    satisfaction: payoutColumn("satisfaction", rows, context).text, process: payoutColumn("process", rows, context).text,
  });
  // Text plus a number is an error, which ISNUMBER says is none.
  const { known, paid } = payOf(terms, columns);
  const pays = isSound ? paysOf(terms, rows.map((row) => shifted(valuesOf(row), shift.value))).filter((pay): pay is number => pay !== "") : [];
  const each = `IF(${known},${paid},"")`;
  const whole = (text: string, value: () => number): Term<Figure> => call(`IF(${sound},IF(SUM(IF(${known},1,0))=0,"",${text}),"")`, pays.length === 0 ? "" : value(), { array: true });
  const sum = pays.reduce((total, pay) => total + pay, 0);
  const total = whole(`SUM(${each})`, () => sum);
  const highest = whole(`MAX(${each})`, () => Math.max(...pays));
  const own = (field: "total" | "highest", value: Figure) => reference<Figure>(thisRow(sensitivityName, words.scenario[field]), value);
  const [all, most] = [own("total", total.value), own("highest", highest.value)];
  const against = cell(costId("total", "b"), costs.b.total.value);
  const change = (one: Figure, other: Figure): Figure => (one === "" || other === "" || other === 0 ? "" : one / other);
  const ratioOf = (left: string, right: string, value: Figure): Term<Figure> => call(`IF(COUNT(${left},${right})<2,"",IF(${right}=0,"",${left}/${right}))`, value);
  const versus = ratioOf(all.text, against.text, change(all.value, against.value));
  return {
    total, highest,
    change: call(`IF(ISNUMBER(${versus.text}),${versus.text}-1,"")`, versus.value === "" ? "" : versus.value - 1),
    spread: whole(`MAX(${each})-MIN(${each})`, () => Math.max(...pays) - Math.min(...pays)),
    topShare: ratioOf(most.text, all.text, change(most.value, all.value)),
    check: call(`IF(${sound},IF(ISNUMBER(${all.text}),${quoted(words.checkRight)},${quoted(words.checkNone)}),${quoted(words.checkWrong)})`, !isSound ? words.checkWrong : all.value === "" ? words.checkNone : words.checkRight),
  };
}

/** Weights of the line, or plan B's where it has none. */
function termsOf(scenario: Scenario, plan: Plan, { bonus }: WholeText): { readonly terms: Terms; readonly shift: Term<number>; readonly isSound: boolean; readonly sound: string } {
  const own = (field: "attainment" | "satisfaction" | "process" | "shift") => thisRow(sensitivityName, bonus.scenario[field]);
  const fields = ["attainment", "satisfaction", "process"] as const;
  const hasNone = fields.every((field) => typeof scenario[field] !== "number");
  const none = `COUNT(${fields.map(own).join(",")})=0`;
  const weight = (field: (typeof fields)[number]): Term<number> => call(`IF(${none},${plan.weights[field].text},N(${own(field)}))`, hasNone ? plan.weights[field].value : numberOf(scenario[field]));
  const weights = { attainment: weight("attainment"), satisfaction: weight("satisfaction"), process: weight("process") };
  const sum = fields.map((field) => weights[field]);
  return {
    terms: { weights, limits: plan.limits, base: plan.base },
    shift: call(`N(${own("shift")})`, numberOf(scenario.shift)),
    isSound: Math.abs(sum.reduce((total, one) => total + one.value, 0) - 1) < 1e-9,
    sound: `ABS(${sum.map(({ text }) => text).join("+")}-1)<1E-9`,
  };
}

function shifted(values: Values, shift: number): Values {
  return { ...values, attainment: values.attainment === "" ? "" : values.attainment + shift };
}

function numberOf(value: CellValue): number {
  return typeof value === "number" ? value : 0;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
