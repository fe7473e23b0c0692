// What does a new customer cost: all spend by all new customers, and the spend of the months before by those of the last months?

import { countifs, sumifs } from "../../formula/aggregate";
import { column, type Column } from "../../formula/column";
import { is, isFilled, than, type Criterion } from "../../formula/criteria";
import { call, cell, dayTerm, literal, literalText, whenNumbers, type Figure, type Term } from "../../formula/term";
import { cac } from "../../metrics/ltv";
import { outcomeIs } from "../../metrics/deals";
import { spent, startedIn, type SpendColumns } from "../../metrics/spend";
import { addMonths } from "../../values";
import { grid, show, type Block, type Cell } from "../block";
import type { SheetContext } from "../context";
import type { Buyers } from "./buyers";
import { customersTableName } from "./customers";
import { choiceCell, chosen, settingNow, settingTerm } from "./inputs";
import { fieldColumn, lacks, firstThat, missing, note, section, usedCell, width, type Words } from "./parts";

/** What may count as a new customer, the most direct first. */
export const countings = ["spend", "firstDeals", "deals", "orders", "leads"] as const;
export type Counting = (typeof countings)[number];

/** Fewer new customers than this make a poor denominator where another count has more. */
const fewestCounted = 5;

/** A way to count new customers: in all, and within the last months ("" where days are missing). */
export interface Count {
  readonly all: (...criteria: readonly Criterion[]) => Term<number>;
  readonly lately: ((...criteria: readonly Criterion[]) => Term<Figure>) | null;
  /** The column that names where the customer came from. */
  readonly source: Column | null;
}

export interface Acquisition {
  readonly spend: SpendColumns | null;
  readonly counts: ReadonlyMap<Counting, Count>;
  readonly by: Counting;
  /** All spend ÷ all new customers of the chosen count. */
  readonly blended: Term<Figure>;
  readonly window: Window;
}

/** The last months, and the same moved back by the cycle. */
export interface Window {
  readonly after: Term<number>;
  readonly until: Term<number>;
  readonly spendAfter: Term<number>;
  readonly spendUntil: Term<number>;
}

function spendColumns(context: SheetContext): SpendColumns | null {
  const of = (...fields: readonly string[]) => fieldColumn(context, "spend", ...fields);
  const [cost, budget] = [of("cost"), of("budget")];
  return cost || budget ? { cost, budget, start: of("start", "created", "end"), channel: of("channel", "name", "type"), customers: of("customers") } : null;
}

/** `shift` is the cycle in days as used on the sheet. */
export function acquisitionOf(context: SheetContext, buyers: Buyers | null, shift: Figure): Acquisition {
  const spend = spendColumns(context);
  const window = windowOf(context, shift);
  const counts = countsOf(context, spend, buyers, window);
  const by = chosen(context, "countBy", ({ value }) => value.acquisition.countings as Readonly<Record<Counting, string>>, likeliest(counts));
  const all = spend ? spent(spend) : literal("" as Figure);
  const count = counts.get(by)?.all() ?? literal("" as Figure);
  const blended = spend && counts.has(by) ? whenNumbers([cell("value.spend.all", all.value), cell("value.count.all", count.value)], (s, n) => cac(s, n) as Term<number>) : literal("" as Figure);
  return { spend, counts, by, blended, window };
}

export function acquisitionBlocks(words: Words, { spend, counts, by, window }: Acquisition): readonly Block[] {
  const { title, needs, note: about, heads, countings: names, labels, notes } = words.acquisition;
  if (!spend) return [section(title), missing(needs)];
  if (counts.size === 0) return [section(title), missing(words.acquisition.needsCustomers)];
  const lately = spend.start ? spent(spend, ...startedIn(spend.start, cell("value.spend.after", window.spendAfter.value), cell("value.spend.until", window.spendUntil.value))) : literal("" as Figure);
  const all = spent(spend);
  const spendAll = cell("value.spend.all", all.value);
  const spendLately = cell("value.spend.lately", lately.value);
  const rows = [...counts].map(([key, count]): readonly Cell[] => {
    const total = count.all();
    const late = count.lately?.() ?? literal("" as Figure);
    const [n, m] = [cell(`value.count.${key}`, total.value), cell(`value.late.${key}`, late.value)];
    const blended = whenNumbers([spendAll, n], (s, c) => cac(s, c) as Term<number>);
    const shifted = whenNumbers([spendLately, m], (s, c) => cac(s, c) as Term<number>);
    return [
      show("label", names[key]), show("value", total, { format: "count", id: `value.count.${key}` }), show("value", blended, { format: "money", id: `value.cac.${key}` }),
      show("value", late, { format: "count", id: `value.late.${key}` }), show("value", shifted, { format: "money", id: `value.cac.late.${key}` }),
      show("label", firstThat([[equalsZero(total), words.acquisition.none], [literal(!spend.start), words.acquisition.noStart], [lacks(late), words.acquisition.noDays], [literal(true), notes[key]]]), { across: width - 5 }),
    ];
  });
  const picked = (prefix: string, value: Figure) => call([...counts.keys()].reduceRight((otherwise, key) => `IF(ValueCountBy=${literalText(names[key])},${cell(`${prefix}${key}`, "").text},${otherwise})`, '""'), value);
  const count = counts.get(by);
  const line = (label: string, term: Term, format: "money" | "day" | "count", id: string, say: string): readonly Cell[] => [show("label", label), show("value", term, { format, id }), show("label", say, { across: width - 2 })];
  return [
    section(title), note(about, 2),
    grid([
      line(labels.spend, all, "money", "value.spend.all", spend.cost ? notes.spendAll : notes.budget),
      line(labels.after, window.after, "day", "value.window.after", notes.after), line(labels.until, window.until, "day", "value.window.until", notes.until),
      line(labels.spendAfter, window.spendAfter, "day", "value.spend.after", notes.spendAfter), line(labels.spendUntil, window.spendUntil, "day", "value.spend.until", notes.spendUntil),
      line(labels.spendLately, lately, "money", "value.spend.lately", spend.start ? notes.spendLately : words.acquisition.noStart),
    ]),
    { kind: "gap", rows: 1 },
    grid([[...heads.map((head, at) => show("heading", head, at > 0 ? { format: "count" } : {})), show("heading", words.acquisition.remark, { across: width - heads.length })], ...rows], [32, ...rows.map(() => 20)]),
    grid([
      [show("label", words.acquisition.choose), { ...choiceCell("countBy", names[by], [...counts.keys()].map((key) => names[key]), words.acquisition.prompt), across: 2 }, show("value", picked("value.count.", count?.all().value ?? ""), { format: "count", id: "value.count.all" }),
        show("total", picked("value.cac.late.", lateCac(count, lately.value)), { format: "money", id: "value.cac.lately" }), show("label", words.acquisition.chooseNote, { across: width - 5 })],
    ]),
  ];
}

function lateCac(count: Count | undefined, lately: Figure): Figure {
  const late = count?.lately?.().value ?? "";
  return typeof late === "number" && typeof lately === "number" && late !== 0 ? lately / late : "";
}

/** The first count with enough new customers; else that with most. */
function likeliest(counts: ReadonlyMap<Counting, Count>): Counting {
  const numbers = [...counts].map(([key, count]) => ({ key, count: count.all().value }));
  const enough = numbers.find(({ count }) => count >= fewestCounted);
  return (enough ?? [...numbers].sort((left, right) => right.count - left.count)[0])?.key ?? "deals";
}

function countsOf(context: SheetContext, spend: SpendColumns | null, buyers: Buyers | null, window: Window): ReadonlyMap<Counting, Count> {
  const found: [Counting, Count | null][] = [
    ["spend", spend?.customers ? spendCount(spend, spend.customers, window) : null],
    dealCount(context, window), ["orders", buyers?.from === "order" ? orderCount(context, buyers, window) : null], ["leads", leadCount(context, window)],
  ];
  return new Map(found.filter((one): one is [Counting, Count] => one[1] !== null));
}

function windowOf(context: SheetContext, shift: Figure): Window {
  const asOf = dayTerm(context.model.settings.asOf);
  const months = settingNow(context, "months");
  const monthsTerm = settingTerm(context, "months");
  const days = usedCell("shift", shift);
  const moved = shift === "" ? 0 : shift;
  const after = addMonths(context.model.settings.asOf.value, -months) as number;
  const back = (id: string, value: number): Term<number> => call(`${cell(id, value).text}-IF(ISNUMBER(${days.text}),${days.text},0)`, value - moved);
  return {
    after: call(`EDATE(${asOf.text},-${monthsTerm.text})`, after), until: asOf,
    spendAfter: back("value.window.after", after), spendUntil: back("value.window.until", asOf.value),
  };
}

/** Criteria for a day within the last months, through the cells that show them. */
function within(day: Column, { after, until }: Window): readonly Criterion[] {
  return [than(day, ">", cell("value.window.after", after.value)), than(day, "<=", cell("value.window.until", until.value))];
}

/** Customers the spend itself names belong to that spend: no day of theirs is needed. */
function spendCount(spend: SpendColumns, customers: Column, window: Window): Count {
  const { start } = spend;
  return {
    all: (...criteria) => sumifs(customers, ...criteria), source: spend.channel,
    lately: start ? (...criteria) => sumifs(customers, ...startedIn(start, cell("value.spend.after", window.spendAfter.value), cell("value.spend.until", window.spendUntil.value)), ...criteria) : null,
  };
}

/** The first won deal of each customer, where deals tell the customer; else each won deal. Source: product research §4 (CAC is the cost of a new customer). */
function dealCount({ model, data }: SheetContext, window: Window): [Counting, Count | null] {
  const { deals, words } = model;
  if (!deals) return ["deals", null];
  const isNew = data.get("deal")?.fields.get("newCustomer");
  const counted = isNew ? is(isNew, literal(words.yes)) : outcomeIs({ ...model, deals }, "won");
  const { closed, source } = deals.columns;
  const hasDays = closed.values.some((day) => typeof day === "number");
  return [isNew ? "firstDeals" : "deals", {
    all: (...criteria) => countifs(counted, ...criteria), lately: hasDays ? (...criteria) => countifs(counted, ...within(closed, window), ...criteria) : null, source,
  }];
}

/** Customers by their first purchase. */
function orderCount({ text }: SheetContext, { rows }: Buyers, window: Window): Count {
  const first = column(customersTableName, text.value.customers.columns.first, rows.map((one) => one.first));
  return { all: () => countifs(isFilled(first)), lately: () => countifs(...within(first, window)), source: null };
}

function leadCount(context: SheetContext, window: Window): Count | null {
  const { leads, words } = context.model;
  if (!leads) return null;
  const converted = is(leads.converted, literal(words.yes));
  const on = fieldColumn(context, "lead", "convertedOn");
  const source = fieldColumn(context, "lead", ...(fieldColumn(context, "spend", "channel") ? ["channel", "source"] : ["campaign", "source"]));
  return { all: (...criteria) => countifs(converted, ...criteria), lately: on ? (...criteria) => countifs(converted, ...within(on, window), ...criteria) : null, source };
}

function equalsZero(count: Term<number>): Term<boolean> {
  return call(`${count.text}=0`, count.value === 0);
}
