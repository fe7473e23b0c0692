// The payouts: what each person's figures are, and what both plans pay for them.

import { column, thisRow, type Column } from "../../formula/column";
import { is, than } from "../../formula/criteria";
import { call, literal, ratio, reference, whenNumbers, subtract, type Figure, type Term } from "../../formula/term";
import { amount } from "../../metrics/deals";
import type { WholeText } from "../../text/whole";
import type { Allowed, ColumnSpec, RuleSpec, TableSpec } from "../block";
import type { SheetContext } from "../context";
import type { Format } from "../plan";
import { payout, type Values } from "./pay";
import { exported, payoutName, type Person, type TypedFigure } from "./people";
import type { Plan, Plans } from "./plan";
import type { Quarter } from "./quarter";

type Header = keyof WholeText["bonus"]["payout"];

/** What a row of the table works out. */
export interface Row {
  readonly person: Person;
  readonly sales: Term<Figure>;
  /** The quota is for a quarter; else for as long as the export's sales. */
  readonly isQuarterly: boolean;
  readonly quota: Term<Figure>;
  readonly attainment: Term<Figure>;
  readonly satisfaction: Term<Figure>;
  readonly process: Term<Figure>;
  readonly base: Term<Figure>;
  readonly a: Term<Figure>;
  readonly b: Term<Figure>;
  readonly difference: Term<Figure>;
  readonly note: Term<string>;
}

type Worked = Exclude<keyof Row, "person" | "isQuarterly">;

/** Everyone's figures, the highest paid first. */
export function payoutRows(people: readonly Person[], plans: Plans, quarter: Quarter, context: SheetContext): readonly Row[] {
  const rows = people.map((person) => rowOf(person, plans, quarter, context));
  const height = ({ a, b }: Row) => (a.value === "" ? (b.value === "" ? -Infinity : b.value) : a.value);
  return rows.map((row, at) => ({ row, at })).sort((x, y) => compare(height(y.row), height(x.row)) || x.at - y.at).map(({ row }) => row);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function rowOf(person: Person, plans: Plans, quarter: Quarter, context: SheetContext): Row {
  const { text } = context;
  const at = (header: Header, value: Figure) => reference<Figure>(own(text, header), value);
  const label = reference(own(text, "rep"), person.label);
  const found = (field: string) => exported(context, person, label, field);
  const sales = salesOf(person, label, found("sales"), quarter, context);
  const salesCell = at("sales", sales.value);
  const isQuarterly = (found("sales")?.value ?? "") === "";
  const quota = quotaOf(person, found("quota"), isQuarterly, quarter, context);
  const attainment = attainmentOf(person, found("attainment"), salesCell, at("quota", quota.value), context);
  const [satisfaction, process, base] = ([["satisfactionTyped", "csat"], ["processTyped", "process"], ["baseTyped", "bonusBase"]] as const)
    .map(([typed, field]) => firstNumber(typedOf(person, typed, context), found(field))) as [Term<Figure>, Term<Figure>, Term<Figure>];
  const figures = { base: at("base", base.value), attainment: at("attainment", attainment.value), satisfaction: at("satisfaction", satisfaction.value), process: at("process", process.value) };
  const [a, b] = [payout(plans.a, figures), payout(plans.b, figures)];
  const difference = whenNumbers([at("b", b.value), at("a", a.value)], (more, less) => subtract(more ?? literal(0), less ?? literal(0)));
  const note = noteOf({ ...figures, quota: at("quota", quota.value), difference: at("difference", difference.value) }, plans, context);
  return { person, sales, isQuarterly, quota, attainment, satisfaction, process, base, a, b, difference, note };
}

/** From the export of reps, else what the person won in the quarter. */
function salesOf(person: Person, label: Term<string>, found: Term<Figure> | null, { from, to }: Quarter, { model }: SheetContext): Term<Figure> {
  const { deals } = model;
  if (!deals || !person.isAlone) return found ?? literal("");
  const { owner, closed } = deals.columns;
  const won = amount({ ...model, deals }, "won", is(owner, label), than(closed, ">=", from), than(closed, "<=", to));
  return found ? firstNumber(found, won) : won;
}

/** Typed, else the export's; for the quarter where amounts won in it are held against it. */
function quotaOf(person: Person, found: Term<Figure> | null, isQuarterly: boolean, { months }: Quarter, context: SheetContext): Term<Figure> {
  const quota = firstNumber(typedOf(person, "quotaTyped", context), found);
  return isQuarterly ? quarterly(quota, months) : quota;
}

/** What of a quota falls on a quarter. */
export function quarterly(quota: Term<Figure>, months: Term<number>): Term<Figure> {
  return call(`IF(ISNUMBER(${quota.text}),${quota.text}*3/${months.text},"")`, quota.value === "" ? "" : (quota.value * 3) / months.value);
}

/** Typed; sales ÷ a typed quota; the export's; sales ÷ the export's quota. */
function attainmentOf(person: Person, found: Term<Figure> | null, sales: Term<Figure>, quota: Term<Figure>, context: SheetContext): Term<Figure> {
  const typed = typedOf(person, "attainmentTyped", context);
  const reached = ratio(sales, quota);
  if (!found) return firstNumber(typed, reached);
  const typedQuota = typedOf(person, "quotaTyped", context);
  const rest = call(`IF(OR(ISNUMBER(${typedQuota.text}),${found.text}=""),${reached.text},${found.text})`, typedQuota.value !== "" || found.value === "" ? reached.value : found.value);
  return firstNumber(typed, rest);
}

function typedOf(person: Person, figure: TypedFigure, { text }: SheetContext): Term<Figure> {
  const value = person.typed[figure];
  return reference<Figure>(own(text, figure), typeof value === "number" ? value : "");
}

/** `IF(ISNUMBER(a),a,b)`; a alone must be a number too, since what is typed may be text. */
function firstNumber(first: Term<Figure>, second: Term<Figure> | null): Term<Figure> {
  return call(`IF(ISNUMBER(${first.text}),${first.text},${second?.text ?? '""'})`, first.value === "" ? (second?.value ?? "") : first.value);
}

/** What is missing, or what is worth a look. */
function noteOf(cells: Readonly<Record<"base" | "attainment" | "quota" | "satisfaction" | "process" | "difference", Term<Figure>>>, { a, b }: Plans, { text }: SheetContext): Term<string> {
  const words = text.bonus.note;
  const lacks = ({ text: at, value }: Term<Figure>, more: string, holds: boolean) => ({ test: `AND(${at}="",${more})`, holds: value === "" && holds });
  const weighs = (weight: "satisfaction" | "process") => `${a.weights[weight].text}+${b.weights[weight].text}>0`;
  const weigh = (weight: "satisfaction" | "process") => a.weights[weight].value + b.weights[weight].value > 0;
  const missing = [
    { word: words.attainment, ...lacks(cells.attainment, `${cells.quota.text}<>""`, cells.quota.value !== "") },
    { word: words.quota, ...lacks(cells.quota, `${cells.attainment.text}=""`, cells.attainment.value === "") },
    { word: words.satisfaction, ...lacks(cells.satisfaction, weighs("satisfaction"), weigh("satisfaction")) },
    { word: words.process, ...lacks(cells.process, weighs("process"), weigh("process")) },
    { word: words.base, ...lacks(cells.base, `COUNT(${a.base.text},${b.base.text})=0`, a.base.value === "" && b.base.value === "") },
  ];
  const list = missing.map(({ word, test }) => `IF(${test},${literal(words.separator + word).text},"")`).join("&");
  const said = missing.filter(({ holds }) => holds).map(({ word }) => word).join(words.separator);
  const { look, value } = lookOf(cells, b, words);
  return call(`IF(LEN(${list})>0,${literal(words.missing).text}&MID(${list},${words.separator.length + 1},200),${look})`, said === "" ? value : words.missing + said);
}

/** A floor or a cap of plan B that works, or a gain below quota. */
function lookOf({ attainment, difference }: { readonly attainment: Term<Figure>; readonly difference: Term<Figure> }, { limits }: Plan, words: WholeText["bonus"]["note"]): { readonly look: string; readonly value: string } {
  const [floor, cap] = [limits.floor ?? literal(0), limits.cap ?? literal(0)];
  const here = attainment.value === "" ? 0 : attainment.value;
  const gains = `AND(N(${difference.text})>0,${attainment.text}<1)`;
  const look = `IF(${attainment.text}<${floor.text},${literal(words.belowFloor).text},IF(${attainment.text}>=${cap.text},${literal(words.capped).text},IF(${gains},${literal(words.gainsBelow).text},"")))`;
  const isGain = difference.value !== "" && difference.value > 0 && here < 1;
  return { look, value: here < floor.value ? words.belowFloor : here >= cap.value ? words.capped : isGain ? words.gainsBelow : "" };
}

/** The table, with the user's columns behind. */
export function payoutTable(rows: readonly Row[], { text }: SheetContext): TableSpec {
  const headers = text.bonus.payout;
  const made = (header: Worked, format: Format): ColumnSpec => ({
    name: headers[header], owner: "formula", format, contents: rows.map((row): Term => row[header]), ids: rows.map((_, at) => rowId(header, at)),
  });
  const typed = (figure: TypedFigure, format: Format, prompt: string): ColumnSpec => ({
    name: headers[figure], owner: "user", format, look: "input", contents: rows.map(({ person }) => person.typed[figure]), allowed: amountUpTo(figure === "quotaTyped" || figure === "baseTyped" ? 1e12 : 100, prompt),
  });
  const { prompts } = text.bonus;
  return {
    name: payoutName, kind: "form", key: [headers.rep], filter: false, style: "form",
    columns: [
      { name: headers.rep, owner: "crm", format: "text", look: "label", contents: rows.map(({ person }) => person.label), ids: rows.map((_, at) => rowId("rep", at)) },
      made("sales", "money"), made("quota", "money"), made("attainment", "percent"), made("satisfaction", "percent"), made("process", "percent"), made("base", "money"),
      made("a", "money"), made("b", "money"), made("difference", "money"), made("note", "text"),
      typed("quotaTyped", "money", prompts.quota), typed("attainmentTyped", "percent", prompts.attainment), typed("satisfactionTyped", "percent", prompts.share), typed("processTyped", "percent", prompts.share), typed("baseTyped", "money", prompts.base),
    ],
  };
}

/** Signs stand beside the colours: a minus, or words in the note. */
export function payoutRules({ text }: SheetContext): readonly RuleSpec[] {
  const headers = text.bonus.payout;
  const area = { table: payoutName, column: headers.difference };
  const first = `⟦${payoutName}.${headers.difference}⟧`;
  const note = `⟦${payoutName}.${headers.note}⟧`;
  const missing = text.bonus.note.missing;
  return [
    { kind: "formula", area, formula: `AND(ISNUMBER(${first}),ROUND(${first},2)>0)`, tone: "good" },
    { kind: "formula", area, formula: `AND(ISNUMBER(${first}),ROUND(${first},2)<0)`, tone: "bad" },
    { kind: "formula", area: { table: payoutName, column: headers.note }, formula: `LEFT(${note},${missing.length})=${literal(missing).text}`, tone: "fair" },
  ];
}

/** A column of the table in formulas, with what it holds. */
export function payoutColumn(header: Exclude<Worked, "note">, rows: readonly Row[], { text }: SheetContext): Column<Figure> {
  return column(payoutName, text.bonus.payout[header], rows.map((row) => row[header].value));
}

/** A person's figures as they are now. */
export function valuesOf({ base, attainment, satisfaction, process }: Row): Values {
  return { base: base.value, attainment: attainment.value, satisfaction: satisfaction.value, process: process.value };
}

export function rowId(header: string, at: number): string {
  return `bonus payout ${header} ${at}`;
}

function amountUpTo(max: number, prompt: string): Allowed {
  return { kind: "number", min: 0, max, whole: false, prompt };
}

function own(text: WholeText, header: Header): string {
  return thisRow(payoutName, text.bonus.payout[header]);
}
