// The two plans as typed, and as payouts see them.

import type { BonusLimits, BonusWeights } from "../../metrics/bonus";
import { articleWeights } from "../../metrics/bonus";
import { percentText, sentence } from "../../formula/sentence";
import { call, cell, literal, type Figure, type Term } from "../../formula/term";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { isTyped, keyOfWord, readTable } from "../any-language";
import { grid, show, type Block, type ColumnSpec, type RuleSpec, type TableSpec } from "../block";
import type { Memory } from "../memory";
import type { Format } from "../plan";

export const planName = "BonusPlan";

const rules = ["attainment", "satisfaction", "process", "floor", "cap", "from", "accelerator", "base"] as const;
type Rule = (typeof rules)[number];
const weighted = ["attainment", "satisfaction", "process"] as const satisfies readonly Rule[];

export const planIds = ["a", "b"] as const;
export type PlanId = (typeof planIds)[number];

/** A plan as formulas see it. */
export interface Plan {
  readonly id: PlanId;
  readonly letter: string;
  readonly weights: BonusWeights;
  readonly limits: BonusLimits;
  /** For those without a base of their own. */
  readonly base: Term<Figure>;
  readonly sum: Term<number>;
  /** The weights add up to 100 %. */
  readonly isSound: Term<boolean>;
}

export type Plans = Readonly<Record<PlanId, Plan>>;
type Typed = Readonly<Record<Rule, Readonly<Record<PlanId, CellValue>>>>;

/** What was typed before, else the article's weights beside a second set to try. */
export function typedPlans(memory: Memory): Typed {
  const table = readTable(memory.tables.get(planName), ({ bonus }) => bonus.plan);
  const before = new Map(table.rows.map((row) => [keyOfWord(table.value(row, "rule"), ({ bonus }) => bonus.rules), row]));
  return Object.fromEntries(rules.map((rule) => {
    const row = before.get(rule);
    return [rule, row ? { a: table.value(row, "a"), b: table.value(row, "b") } : seeds[rule]];
  })) as Typed;
}

const [ofAttainment, ofSatisfaction, ofProcess] = articleWeights;
const seeds: Typed = {
  attainment: { a: ofAttainment, b: 0.5 }, satisfaction: { a: ofSatisfaction, b: 0.25 }, process: { a: ofProcess, b: 0.25 },
  floor: { a: null, b: null }, cap: { a: null, b: null }, from: { a: 1, b: 1 }, accelerator: { a: 1, b: 1 }, base: { a: null, b: null },
};

/** The plans by their cells. */
export function plansOf(typed: Typed, { bonus }: WholeText): Plans {
  const planOf = (id: PlanId): Plan => {
    const weights = { attainment: weight(typed, "attainment", id), satisfaction: weight(typed, "satisfaction", id), process: weight(typed, "process", id) };
    const sum = cell(sumId(id), sumOf(typed, id));
    return {
      id, weights, sum,
      letter: id === "a" ? bonus.planA : bonus.planB,
      limits: { floor: orElse(typed, "floor", id, 0), cap: orElse(typed, "cap", id, 1e9), accelerator: orElse(typed, "accelerator", id, 1), acceleratesFrom: orElse(typed, "from", id, 1) },
      base: orElse<Figure>(typed, "base", id, ""),
      isSound: call(`ABS(${sum.text}-1)<1E-9`, Math.abs(sum.value - 1) < 1e-9),
    };
  };
  return { a: planOf("a"), b: planOf("b") };
}

/** The form, with what each rule means beside it, and below whether the weights add up. */
export function planBlocks(typed: Typed, plans: Plans, { bonus: words }: WholeText): readonly Block[] {
  const headers = words.plan;
  const formats: readonly Format[] = rules.map((rule) => (rule === "accelerator" ? "decimal" : rule === "base" ? "money" : "percent"));
  const typedColumn = (id: PlanId): ColumnSpec => ({
    name: headers[id], owner: "user", format: "percent", formats, look: "input", ids: rules.map((rule) => ruleId(rule, id)),
    contents: rules.map((rule) => typed[rule][id]), allowed: { kind: "number", min: 0, max: 1e12, whole: false },
  });
  const table: TableSpec = {
    name: planName, kind: "form", key: [headers.rule], filter: false, style: "form",
    columns: [{ name: headers.rule, owner: "crm", format: "text", look: "label", contents: rules.map((rule) => words.rules[rule]) }, typedColumn("a"), typedColumn("b")],
  };
  const sums = planIds.map((id) => show("total", call(`SUM(${weighted.map((rule) => `⟦${ruleId(rule, id)}⟧`).join(",")})`, plans[id].sum.value), { format: "percent", id: sumId(id) }));
  return [
    {
      kind: "beside", blocks: [
        { column: 0, block: { kind: "table", table } },
        { column: 3, block: grid([[], ...rules.map((rule) => [show("label", words.what[rule], { across: 8 })])]) },
      ],
    },
    grid([[show("total", words.sum), ...sums], ...planIds.map((id) => [show("label", checkOf(plans[id], words), { across: 8, id: checkId(id) })])]),
  ];
}

/** Whether a plan's weights add up, in words. */
function checkOf({ letter, sum, isSound }: Plan, words: WholeText["bonus"]): Term<string> {
  const right = sentence(words.sumRight, { plan: literal(letter) });
  const wrong = sentence(words.sumWrong, { plan: literal(letter), sum: percentText(sum, 1) });
  return call(`IF(${isSound.text},${right.text},${wrong.text})`, isSound.value ? right.value : wrong.value);
}

export function planRules(): readonly RuleSpec[] {
  return planIds.flatMap((id): readonly RuleSpec[] => {
    const area = { from: checkId(id), to: checkId(id) };
    const wrong = `ABS(⟦${sumId(id)}⟧-1)>=1E-9`;
    return [{ kind: "formula", area, formula: wrong, tone: "bad" }, { kind: "formula", area, formula: `NOT(${wrong})`, tone: "good" }];
  });
}

function weight(typed: Typed, rule: Rule, id: PlanId): Term<number> {
  return call(`N(⟦${ruleId(rule, id)}⟧)`, numberOf(typed[rule][id], 0));
}

function orElse<E extends Figure>(typed: Typed, rule: Rule, id: PlanId, instead: E): Term<number | E> {
  const at = `⟦${ruleId(rule, id)}⟧`;
  return call(`IF(ISNUMBER(${at}),${at},${literal(instead).text})`, numberOf<E>(typed[rule][id], instead));
}

function sumOf(typed: Typed, id: PlanId): number {
  return numberOf(typed.attainment[id], 0) + numberOf(typed.satisfaction[id], 0) + numberOf(typed.process[id], 0);
}

function numberOf<E extends Figure>(value: CellValue, instead: E): number | E {
  return typeof value === "number" ? value : instead;
}

/** Whether anyone typed a base that is for all. */
export function hasBase(typed: Typed): boolean {
  return isTyped(typed.base.a) || isTyped(typed.base.b);
}

function ruleId(rule: Rule, id: PlanId): string {
  return `bonus ${id} ${rule}`;
}

function sumId(id: PlanId): string {
  return `bonus ${id} sum`;
}

function checkId(id: PlanId): string {
  return `bonus ${id} check`;
}
