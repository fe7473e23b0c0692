// The two plans as typed, and as payouts see them.

import type { BonusLimits, BonusWeights } from "../../metrics/bonus";
import { articleWeights } from "../../metrics/bonus";
import { percentText, sentence } from "../../formula/sentence";
import { call, cell, literal, type Figure, type Term } from "../../formula/term";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { keyOfWord, readTable } from "../any-language";
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

/** The plans by the cells that say what counts. */
export function plansOf(typed: Typed, { bonus }: WholeText): Plans {
  const planOf = (id: PlanId): Plan => {
    const of = (rule: Exclude<Rule, "base">) => cell(countsId(rule, id), numberOf(typed[rule][id], unless[rule]));
    const sum = cell(sumId(id), sumOf(typed, id));
    return {
      id, sum,
      letter: id === "a" ? bonus.planA : bonus.planB,
      weights: { attainment: of("attainment"), satisfaction: of("satisfaction"), process: of("process") },
      limits: { floor: of("floor"), cap: of("cap"), accelerator: of("accelerator"), acceleratesFrom: of("from") },
      base: cell(countsId("base", id), numberOf<Figure>(typed.base[id], "")),
      isSound: call(`ABS(${sum.text}-1)<1E-9`, Math.abs(sum.value - 1) < 1e-9),
    };
  };
  return { a: planOf("a"), b: planOf("b") };
}

/** What counts where nothing is typed. */
const unless: Readonly<Record<Exclude<Rule, "base">, number>> = { attainment: 0, satisfaction: 0, process: 0, floor: 0, cap: Infinity, from: 1, accelerator: 1 };

/** The form, with what each rule means and what of it counts beside it, and below whether the weights add up. */
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
  const heading = [show("heading", words.means, { across: 5 }), ...planIds.map((id) => show("heading", words.counts[id], { format: "percent" }))];
  const counted = (rule: Rule, at: number) => planIds.map((id) => show("value", countedTerm(typed, rule, id, words.noCap), { format: formats[at] ?? "percent", id: countsId(rule, id) }));
  return [
    {
      kind: "beside", blocks: [
        { column: 0, block: { kind: "table", table } },
        { column: 3, block: grid([heading, ...rules.map((rule, at) => [show("label", words.what[rule], { across: 5 }), ...counted(rule, at)])]) },
      ],
    },
    grid([[show("total", words.sum), ...sums], ...planIds.map((id) => [show("label", checkOf(plans[id], words), { across: 8, id: checkId(id) })])]),
  ];
}

/** What counts of what is typed. A word stands where there is no cap: no number is more than a word. */
function countedTerm(typed: Typed, rule: Rule, id: PlanId, noCap: string): Term {
  const instead = rule === "base" ? "" : rule === "cap" ? noCap : unless[rule];
  const at = `⟦${ruleId(rule, id)}⟧`;
  const value = typed[rule][id];
  return call(`IF(ISNUMBER(${at}),${at},${literal(instead).text})`, typeof value === "number" ? value : instead);
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

function sumOf(typed: Typed, id: PlanId): number {
  return numberOf(typed.attainment[id], 0) + numberOf(typed.satisfaction[id], 0) + numberOf(typed.process[id], 0);
}

function numberOf<E extends Figure>(value: CellValue, instead: E): number | E {
  return typeof value === "number" ? value : instead;
}

function ruleId(rule: Rule, id: PlanId): string {
  return `bonus ${id} ${rule}`;
}

/** The cell that says what of a rule counts. */
function countsId(rule: Rule, id: PlanId): string {
  return `bonus ${id} counts ${rule}`;
}

function sumId(id: PlanId): string {
  return `bonus ${id} sum`;
}

function checkId(id: PlanId): string {
  return `bonus ${id} check`;
}
