// The hand-over checklist: what one department hands to the next, when, and how many deals it was done for.

import { column } from "../../formula/column";
import { call, literal, literalText, type Figure, type Term } from "../../formula/term";
import type { WholeText } from "../../text/whole";
import type { TableSpec } from "../block";
import { madeColumn, oneOf, oneOfList, typedColumn, typedRows, type Form, type FormRow } from "../form";
import type { Memory } from "../memory";
import type { Format } from "../plan";
import { departmentNames, departmentWord } from "./departments";

export const checklistTableName = "HandoffChecklist";
export const ticksTableName = "HandoffTicks";

/** A step is done, or this deal does not need it. */
export const tickSigns = { done: "✓", notNeeded: "–" } as const;

const fields = ["step", "number", "phase", "what", "from", "to", "when", "days"] as const;
type Field = (typeof fields)[number];
export type HandoffStep = FormRow<Field>;

const seedsOf = (field: "step" | "what" | "when") => oneOfList(({ together }) => together.seeds.handoffs.map((one) => one[field]));

const form: Form<Field | "done", Field> = {
  table: checklistTableName, headers: ({ together }) => together.handoffs, fields,
  words: { step: seedsOf("step"), what: seedsOf("what"), when: seedsOf("when"), phase: oneOf(({ together }) => together.handoffs.phases), from: departmentWord, to: departmentWord },
};

/** Steps typed before, else the article's. */
export function stepsOf(memory: Memory, text: WholeText): readonly HandoffStep[] {
  const { seeds, departments, handoffs } = text.together;
  return typedRows(form, memory, text) ?? seeds.handoffs.map(({ step, phase, from, to, what, when, days }, at) => ({
    step, number: at + 1, phase: handoffs.phases[phase], what, from: departments[from], to: departments[to], when, days,
  }));
}

/** The steps that can be ticked: those with a whole number of their own. */
export function numberedSteps(steps: readonly HandoffStep[]): readonly { readonly number: number; readonly row: number; readonly step: HandoffStep }[] {
  const seen = new Set<number>();
  return steps.flatMap((step, row) => {
    const { number } = step;
    if (typeof number !== "number" || !Number.isInteger(number) || number < 1 || number > 99 || seen.has(number)) return [];
    seen.add(number);
    return [{ number, row, step }];
  });
}

/** The header of a step's ticks. */
export function tickHeader(number: number): string {
  return `S${number}`;
}

/** `ticks` are the signs of each step by its header; null where no deal can be ticked. */
export function checklistTable(steps: readonly HandoffStep[], ticks: ReadonlyMap<string, readonly string[]> | null, text: WholeText): TableSpec {
  const words = text.together.handoffs;
  const typed = (field: Field, format: Format, more = {}) => typedColumn(form, field, steps, text, format, more);
  const department = { look: "choice", allowed: { kind: "list", items: departmentNames(text) } } as const;
  const numbered = new Map(numberedSteps(steps).map(({ row, number }) => [row, number]));
  return {
    name: checklistTableName, kind: "form", key: [words.number], filter: false, style: "form",
    columns: [
      typed("step", "text"),
      typed("number", "score", { allowed: { kind: "number", min: 1, max: 99, whole: true, prompt: words.prompts.number } }),
      typed("phase", "text", { look: "choice", allowed: { kind: "list", items: Object.values(words.phases) } }),
      typed("what", "text"), typed("from", "text", department), typed("to", "text", department), typed("when", "text"),
      typed("days", "score", { allowed: { kind: "number", min: -3650, max: 3650, whole: true, prompt: words.prompts.days } }),
      madeColumn(words.done, "count", steps.map((_, row) => doneCount(numbered.get(row), ticks)), { look: "value" }),
    ],
  };
}

/** Days after signing by which a step is done, by its number; "" where none is typed. */
export function daysOfStep(number: number, steps: readonly HandoffStep[], { together }: WholeText): Term<Figure> {
  const words = together.handoffs;
  const of = (header: string) => column(checklistTableName, header, []).text;
  const found = `INDEX(${of(words.days)},MATCH(${number},${of(words.number)},0))`;
  const days = steps.find((step) => step.number === number)?.days;
  return call(`IFERROR(IF(ISNUMBER(${found}),${found},""),"")`, typeof days === "number" ? days : "");
}

/** The name of a step by its number. */
export function nameOfStep(number: number, steps: readonly HandoffStep[], { together }: WholeText): Term<string> {
  const words = together.handoffs;
  const of = (header: string) => column(checklistTableName, header, []).text;
  return call(`IFERROR(INDEX(${of(words.step)},MATCH(${number},${of(words.number)},0))&"","")`, String(steps.find((step) => step.number === number)?.step ?? ""));
}

/** How many deals have it done; a row sorted to another place still counts its own step. */
function doneCount(number: number | undefined, ticks: ReadonlyMap<string, readonly string[]> | null): Term<Figure> {
  const signs = number === undefined ? undefined : ticks?.get(tickHeader(number));
  if (!signs || number === undefined) return literal("");
  return call(`COUNTIF(${column(ticksTableName, tickHeader(number), []).text},${literalText(tickSigns.done)})`, signs.filter((sign) => sign === tickSigns.done).length);
}
