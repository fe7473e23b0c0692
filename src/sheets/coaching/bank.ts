// The bank of SPIN questions, and which one to ask next.

import { call, literalText, type Term } from "../../formula/term";
import { isSameCell } from "../../metrics/coaching";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { translated } from "../any-language";
import type { Block } from "../block";
import type { SheetContext } from "../context";
import { rowsTyped, withSpare, type FormRow } from "../form";
import { columnIn, roomy, section, typed } from "./forms";

export const bankTableName = "SpinQuestions";

export const spinKinds = ["situation", "problem", "implication", "payoff"] as const;
export type SpinKind = (typeof spinKinds)[number];
export type Phase = keyof WholeText["coaching"]["phases"];

const keys = ["kind", "question", "phase"] as const;
export type BankRow = FormRow<(typeof keys)[number]>;

/** The article's four questions are the first of each kind (challenge 2). */
const seeds: Readonly<Record<keyof WholeText["coaching"]["questions"], readonly [SpinKind, Phase]>> = {
  s1: ["situation", "any"], s2: ["situation", "early"], s3: ["situation", "late"],
  p1: ["problem", "any"], p2: ["problem", "early"], p3: ["problem", "middle"],
  i1: ["implication", "any"], i2: ["implication", "middle"], i3: ["implication", "late"],
  n1: ["payoff", "any"], n2: ["payoff", "middle"], n3: ["payoff", "late"],
};

export function bankRows({ memory, text }: SheetContext): readonly BankRow[] {
  const words = text.coaching;
  const before = rowsTyped(memory, bankTableName, ({ coaching }) => coaching.bank, keys)?.map((row): BankRow => ({
    kind: translated(row.kind, ({ coaching }) => coaching.kinds, text),
    phase: translated(row.phase, ({ coaching }) => coaching.phases, text),
    question: translated(row.question, ({ coaching }) => coaching.questions, text),
  }));
  const first = (Object.keys(seeds) as (keyof typeof seeds)[]).map((id): BankRow => ({ kind: words.kinds[seeds[id][0]], question: words.questions[id], phase: words.phases[seeds[id][1]] }));
  return withSpare(before ?? first, keys);
}

export function bankBlocks(rows: readonly BankRow[], { text }: SheetContext): readonly Block[] {
  const words = text.coaching;
  const of = (key: keyof BankRow) => rows.map((row) => row[key]);
  return [
    section(words.bankTitle, words.bankNote),
    roomy({ kind: "table", table: {
      name: bankTableName, kind: "form", key: [words.bank.question], filter: false, style: "form",
      columns: [
        typed(words.bank.kind, "text", of("kind"), { allowed: { kind: "list", items: Object.values(words.kinds), prompt: words.prompts.kind } }),
        typed(words.bank.question, "text", of("question"), { look: "inputWrapped" }),
        typed(words.bank.phase, "text", of("phase"), { allowed: { kind: "list", items: Object.values(words.phases), prompt: words.prompts.phase } }),
      ],
    } }),
  ];
}

/** The first question of a kind for the phase, else the first of the kind; "" without any. `phase` is a cell with its word. */
export function questionFor(kind: SpinKind, phase: Term<string>, rows: readonly BankRow[], { text }: SheetContext): Term<string> {
  const words = text.coaching;
  const of = (key: keyof BankRow) => columnIn(bankTableName, words.bank[key], rows.map((row) => row[key])).text;
  const word = words.kinds[kind];
  const say = literalText(word);
  const forPhase = `INDEX(${of("question")},MATCH(1,INDEX((${of("kind")}=${say})*(${of("phase")}=${phase.text}),0),0))`;
  const ofKind = `INDEX(${of("question")},MATCH(${say},${of("kind")},0))`;
  const isKind = (row: BankRow) => isSameCell(row.kind, word);
  const found: BankRow | undefined = rows.find((row) => isKind(row) && isSameCell(row.phase, phase.value)) ?? rows.find(isKind);
  return call(`IFERROR(${forPhase},IFERROR(${ofKind},""))&""`, textOf(found?.question ?? null));
}

function textOf(value: CellValue): string {
  return value === null ? "" : String(value);
}
