// The SPIN sheet: the open deals to coach, what each customer answered, and what to ask next.

import { isFirstOfText } from "../../formula/column";
import { call, literalText, type Term } from "../../formula/term";
import { attentionDeals } from "../../metrics/attention";
import { isOpenGrouped, type DealModel } from "../../metrics/deals";
import type { CellValue } from "../../values";
import { isTyped } from "../any-language";
import { grid, show, type Block, type ColumnSpec } from "../block";
import type { SheetContext } from "../context";
import type { Format } from "../plan";
import { bankRows, questionFor, spinKinds, type BankRow, type Phase, type SpinKind } from "./bank";
import { rowsTyped, type FormRow } from "../form";
import { columnIn, own, roomy, section, typed, width, worked } from "./forms";

export const spinTableName = "SpinDeals";

/** So many deals are listed, and those with something typed. */
const mostDeals = 40;
const typedKeys = [...spinKinds, "step", "by"] as const;
const keys = ["id", "deal", ...typedKeys] as const;
type Before = FormRow<(typeof keys)[number]>;

/** A deal of the list; `row` is its place in the Deals table, -1 for one that is not open any more. */
interface SpinDeal {
  readonly id: string;
  readonly row: number;
  readonly before: Before | null;
}

export interface Spin {
  readonly blocks: readonly Block[];
  /** Deals with all four answered, and all listed; null without a list. */
  readonly count: { readonly complete: Term<number>; readonly all: Term<number> } | null;
}

export function spin(context: SheetContext): Spin {
  const words = context.text.coaching;
  const bank = bankRows(context);
  const { list, open } = dealsToCoach(context);
  const isGrouped = isOpenGrouped(context.model);
  const why = isGrouped ? context.text.tables.groups.needsOpen(words.spinTitle) : words.spinNone;
  if (list.length === 0) return { blocks: [section(words.spinTitle), grid([[show("sentence", why, { across: width })], []], [22])], count: null };
  const answered = list.map((deal) => answeredOf(deal, words.spin));
  const all = columnIn(spinTableName, words.spin.answered, answered.map(({ value }) => value));
  const note = isGrouped ? why : words.spinNote.replace("{n}", String(list.filter(({ row }) => row >= 0).length)).replace("{all}", String(open));
  return {
    blocks: [
      section(words.spinTitle, note, 32),
      roomy({ kind: "table", table: { name: spinTableName, kind: "form", key: [words.spin.id], filter: false, style: "form", columns: columnsOf(context, list, answered, bank) } }, 34),
    ],
    count: { complete: call(`COUNTIF(${all.text},4)`, answered.filter(({ value }) => value === 4).length), all: call(`ROWS(${all.text})`, list.length) },
  };
}

/** Stalled and overdue deals first, then the largest; then those something was typed for. */
function dealsToCoach({ model, memory }: SheetContext): { readonly list: readonly SpinDeal[]; readonly open: number } {
  const typedBefore = (rowsTyped(memory, spinTableName, ({ coaching }) => coaching.spin, keys) ?? []).filter((row) => isTyped(row.id) && typedKeys.some((key) => isTyped(row[key])));
  const before = new Map(typedBefore.map((row) => [String(row.id).toLowerCase(), row]));
  const open = model.deals && !isOpenGrouped(model) ? openDeals({ ...model, deals: model.deals }) : [];
  const first = open.slice(0, mostDeals);
  const typedToo = open.slice(mostDeals).filter(({ id }) => before.has(id.toLowerCase()));
  const listed = new Set([...first, ...typedToo].map(({ id }) => id.toLowerCase()));
  const gone = typedBefore.filter((row) => !listed.has(String(row.id).toLowerCase())).map((row) => ({ id: String(row.id), row: -1 }));
  return { open: open.length, list: [...first, ...typedToo, ...gone].map((deal) => ({ ...deal, before: before.get(deal.id.toLowerCase()) ?? null })) };
}

function openDeals(model: DealModel): readonly { readonly id: string; readonly row: number }[] {
  const { id, outcome, amount } = model.deals.columns;
  const urgent = attentionDeals(model);
  const known = new Set(urgent.map(({ row }) => row));
  const others = outcome.values.flatMap((value, row) => {
    const name = id.values[row];
    return value === model.words.outcome.open && !known.has(row) && typeof name === "string" && name !== "" && name.length <= 200 && isFirstOfText(id, row) ? [{ id: name, row }] : [];
  });
  const worth = (row: number) => { const value = amount.values[row]; return typeof value === "number" ? value : -Infinity; };
  return [...urgent, ...others.sort((a, b) => (worth(a.row) === worth(b.row) ? a.row - b.row : worth(b.row) - worth(a.row)))];
}

function columnsOf(context: SheetContext, list: readonly SpinDeal[], answered: readonly Term<number>[], bank: readonly BankRow[]): readonly ColumnSpec[] {
  const words = context.text.coaching;
  const headers = words.spin;
  const fields = context.data.get("deal")?.fields;
  const of = (field: string): readonly CellValue[] => list.map(({ row }) => fields?.get(field)?.values[row] ?? null);
  const crm = (name: string, format: Format, contents: readonly CellValue[]): ColumnSpec => ({ name, owner: "crm", format, look: "wrapped", contents });
  const said = (key: (typeof typedKeys)[number]) => list.map(({ before }) => before?.[key] ?? null);
  const names = of("name").map((name, at) => name ?? list[at]?.before?.deal ?? list[at]?.id ?? null);
  const phases = list.map(({ row }) => words.phases[phaseOf(context, row)]);
  const next = list.map((deal, at) => nextQuestion(context, deal, phases[at] ?? "", bank));
  return [
    crm(headers.deal, "text", names),
    worked(headers.next, "text", next, "wrapped"),
    crm(headers.account, "text", of("account")),
    crm(headers.owner, "text", of("owner")),
    crm(headers.stage, "text", of("stage").map((stage, at) => ((list[at]?.row ?? -1) < 0 ? (isOpenGrouped(context.model) ? null : words.gone) : stage))),
    { ...crm(headers.amount, "money", of("amount").map((amount) => (amount === "" ? null : amount))), look: "value" },
    { ...crm(headers.since, "day", of("inStageSince")), look: "value" },
    worked(headers.answered, "count", answered, "centred"),
    ...spinKinds.map((kind) => typed(headers[kind], "text", said(kind), { look: "inputWrapped" })),
    typed(headers.step, "text", said("step"), { look: "inputWrapped" }),
    typed(headers.by, "day", said("by"), { allowed: { kind: "day", prompt: words.prompts.day } }),
    crm(headers.phase, "text", phases),
    crm(headers.id, "text", list.map(({ id }) => id)),
  ];
}

/** Which third of the open stages the deal stands in; a stage that is none of them says nothing. */
function phaseOf({ model }: SheetContext, row: number): Phase {
  const open = model.stages.rows.filter(({ outcome }) => outcome === "open");
  const stage = model.deals?.columns.stage.values[row];
  const place = open.findIndex((one) => typeof stage === "string" && one.stage.toLowerCase() === stage.toLowerCase());
  if (place < 0) return "any";
  return (["early", "middle", "late"] as const)[Math.min(2, Math.floor((place * 3) / open.length))] ?? "any";
}

function answer(deal: SpinDeal, kind: SpinKind, headers: SheetContext["text"]["coaching"]["spin"]): { readonly isOpen: string; readonly now: boolean } {
  return { isOpen: `LEN(TRIM(${own(spinTableName, headers[kind], null).text}))=0`, now: !isTyped(deal.before?.[kind] ?? null) };
}

function answeredOf(deal: SpinDeal, headers: SheetContext["text"]["coaching"]["spin"]): Term<number> {
  const all = spinKinds.map((kind) => answer(deal, kind, headers));
  return call(`4-${all.map(({ isOpen }) => `(${isOpen})`).join("-")}`, 4 - all.filter(({ now }) => now).length);
}

/** The question of the first kind that has no answer yet. */
function nextQuestion(context: SheetContext, deal: SpinDeal, phase: string, bank: readonly BankRow[]): Term<string> {
  const words = context.text.coaching;
  const at = own(spinTableName, words.spin.phase, phase);
  const done: Term<string> = call(literalText(words.allAnswered), words.allAnswered);
  return [...spinKinds].reverse().reduce((later: Term<string>, kind) => {
    const { isOpen, now } = answer(deal, kind, words.spin);
    const ask = questionFor(kind, at, bank, context);
    return call(`IF(${isOpen},${ask.text},${later.text})`, now ? ask.value : later.value);
  }, done);
}
