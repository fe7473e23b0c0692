// One customer's way: chosen from a list, its activities looked up by key, so 100,000 activities stay fast.

import { countifs, knownSumifs } from "../../formula/aggregate";
import type { Column } from "../../formula/column";
import { is, type Criterion } from "../../formula/criteria";
import { dayText, numberText, sentence } from "../../formula/sentence";
import { call, cell, literal, reference, type Figure, type Term } from "../../formula/term";
import { asItself, escaped } from "../../formula/wildcards";
import { outcomeIs } from "../../metrics/deals";
import { customerKey, keysPerCustomer } from "../../metrics/journey-path";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { grid, input, show, stack, type Block, type Cell } from "../block";
import type { SheetContext } from "../context";
import type { Look } from "../plan";
import { customerColumns, customersTableName, type Journey } from "./customers";
import type { ActivityColumns, EachActivity } from "./sources";

export const chosenCustomer = "JourneyCustomer";

/** Most activities shown. */
const shownRows = 15;
/** Columns it covers. */
export const timelineWidth = 7;

/** The chooser, what is known of the customer, and the newest activities in the order of their days. */
export function timeline(context: SheetContext, activities: ActivityColumns, travellers: readonly Journey[]): Block {
  const words = context.text.journey.timeline;
  const name = chosen(context, travellers);
  const traveller = travellers.find((one) => customerKey(one.name) === customerKey(name));
  const columns = customerColumns(travellers, context.text);
  const number = cell("journeyCustomerNumber", known(traveller?.number));
  const count = cell("journeyCustomerActivities", known(traveller?.count));
  const place = { number, count };
  const { each } = activities;
  const rows = each ? Array.from({ length: shownRows }, (_, at) => timelineRow(at + 1, activities, each, traveller, place)) : [];
  const headings = [words.number, words.date, words.stage, words.type, words.subject, words.owner];
  const deals = dealFigures(context, name);
  return stack(
    grid([
      [show("label", words.customer), chooser(name, context.text), show("label", each ? shownSentence(context, place, each, traveller) : words.grouped, { across: 4 })],
      [show("label", context.text.journey.customers.number), show("value", beside(columns.number, columns.customer, name), { id: "journeyCustomerNumber", format: "count" }), ...(deals[0] ?? [])],
      [show("label", context.text.journey.customers.activities), show("value", beside(columns.activities, columns.customer, name), { id: "journeyCustomerActivities", format: "count" }), ...(deals[1] ?? [])],
    ]),
    ...(each ? [grid([headings.map((heading, at) => show("heading", heading, { format: at === 1 ? "day" : "text", ...(at === 4 ? { across: 2 } : {}) })), ...rows])] : []),
  );
}

interface Place {
  readonly number: Term<Figure>;
  readonly count: Term<Figure>;
}

/** What the user chose before, else the customer with most activities. */
function chosen({ memory }: SheetContext, travellers: readonly Journey[]): string {
  const before = memory.inputs.get(chosenCustomer);
  if (before !== null && before !== undefined && String(before).trim() !== "") return String(before);
  return travellers.reduce((most, one) => (one.count > most.count ? one : most), travellers[0] as Journey).name;
}

function chooser(name: string, { journey: { customers, timeline: words } }: WholeText): Cell {
  const allowed = { kind: "listOf", table: customersTableName, column: customers.customer, prompt: words.prompt } as const;
  return { ...input(chosenCustomer, name, { format: "text", across: 2, allowed }), look: "choice" };
}

/** `IFERROR(INDEX(numbers,MATCH(name,names,0)),"")`; a name that looks like a number or has wildcards is still a name. */
function beside(column: Column, names: Column, name: string): Term<Figure> {
  const key = asItself(`${chosenCustomer}&""`);
  const row = escaped(name).length > 255 ? -1 : names.values.findIndex((one) => String(one).toLowerCase() === name.toLowerCase());
  const value = column.values[row];
  return call(`IFERROR(INDEX(${column.text},MATCH(${key},${names.text},0)),"")`, typeof value === "number" ? value : "");
}

function shownSentence({ text }: SheetContext, { number, count }: Place, { date, key }: EachActivity, traveller: Journey | undefined): Term<string> {
  const words = text.journey.timeline;
  const all = traveller?.activities ?? [];
  const dayAt = (nth: string, at: number | undefined) => {
    const day = at === undefined ? 1 : Number(date.values[at]);
    return dayText(call(`INDEX(${date.text},MATCH(${number.text}*${keysPerCustomer}+${nth},${key.text},0))`, day));
  };
  const parts = {
    all: call(`${count.text}&""`, String(all.length)),
    first: dayAt("1", all[0]),
    last: dayAt(count.text, all.at(-1)),
    n: numberText(literal(shownRows)),
  };
  const few = sentence(words.shown, parts);
  const many = sentence(words.newest, parts);
  const value = all.length === 0 ? words.unknown : all.length > shownRows ? many.value : few.value;
  return call(`IF(${count.text}="",${literal(words.unknown).text},IFERROR(IF(${count.text}>${shownRows},${many.text},${few.text}),""))`, value);
}

/** The newest activities, oldest of them first. */
function timelineRow(row: number, activities: ActivityColumns, { date, key, subject, owner }: EachActivity, traveller: Journey | undefined, { number, count }: Place): Cell[] {
  const all = traveller?.activities ?? [];
  const nth = Math.max(all.length - shownRows, 0) + row;
  const at = all[nth - 1];
  const start = `MAX(${count.text}-${shownRows},0)+${row}`;
  const own = cell(`journeyTimeline${row}`, at === undefined ? "" : nth);
  const entry = (column: Column | null, joined: boolean): Term | null => {
    if (!column) return null;
    const found = `INDEX(${column.text},MATCH(${number.text}*${keysPerCustomer}+${own.text},${key.text},0))`;
    const value: CellValue = at === undefined ? "" : (column.values[at] ?? "");
    return call(`IF(${own.text}="","",IFERROR(${found}${joined ? '&""' : ""},""))`, value);
  };
  const text = (look: Look, column: Column | null, across = 1) => show(look, entry(column, true), across > 1 ? { across } : {});
  return [
    show("centred", call(`IF(${count.text}="","",IF(${start}>${count.text},"",${start}))`, own.value), { id: `journeyTimeline${row}` }),
    show("value", entry(date, false), { format: "day" }),
    text("label", activities.stage),
    text("label", activities.type),
    text("label", subject, 2),
    text("label", owner),
  ];
}

/** Two rows of labels and figures beside the customer's own; none where deals name no customer. */
function dealFigures({ model, data, text }: SheetContext, name: string): readonly (readonly Cell[])[] {
  const account = data.get("deal")?.fields.get("account");
  if (!model.deals || !account) return [];
  const dealModel = { ...model, deals: model.deals };
  const words = text.journey.timeline;
  // `odd` compares exactly in each formula: another customer may be chosen, whose name COUNTIFS would read as a condition.
  const theirs: Criterion = { ...is(account, reference(`${chosenCustomer}&""`, name)), odd: true };
  const of = (outcome: "open" | "won"): readonly [Term<Figure>, Term<Figure>] => {
    const count = countifs(theirs, outcomeIs(dealModel, outcome));
    const amount = knownSumifs(dealModel.deals.columns.amount, theirs, outcomeIs(dealModel, outcome));
    const none = `IF(${chosenCustomer}="","",`;
    return [call(`${none}${count.text})`, count.value), call(`${none}IF(${count.text}=0,"",${amount.text}))`, count.value === 0 ? "" : amount.value)];
  };
  const row = (countLabel: string, amountLabel: string, [count, amount]: readonly [Term<Figure>, Term<Figure>]): readonly Cell[] => [
    show("label", countLabel), show("value", count, { format: "count" }), show("label", amountLabel), show("value", amount, { format: "money", across: 2 }),
  ];
  return [row(words.openDeals, words.openAmount, of("open")), row(words.wonDeals, words.wonAmount, of("won"))];
}

function known(value: number | undefined): Figure {
  return value ?? "";
}
