// Open deals to act on: which ones stands as of the build, all about them follows by formula.

import type { Column } from "../../formula/column";
import { entryAt, lookupNumber, rowOf } from "../../formula/lookup";
import { call, cell, dayTerm, literal, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import { attentionDeals, type AttentionDeal } from "../../metrics/attention";
import { isOpenGrouped, type DealModel } from "../../metrics/deals";
import { grid, show, type Block, type Cell } from "../block";
import type { SheetContext } from "../context";

const mostShown = 8;

/** The largest deals that stand too long, are late or silent, with the days of each. */
export function dealsBlock(model: DealModel, context: SheetContext, wide: number): Block {
  const words = context.text.review;
  const headers = words.deals;
  const title = [show("section", words.dealsTitle, { across: wide })];
  const all = attentionDeals(model);
  const shown = all.slice(0, mostShown);
  if (shown.length === 0) return grid([title, [show("label", isOpenGrouped(model) ? context.text.tables.groups.needsOpen(unnumbered(words.dealsTitle)) : words.noDealsToAct, { across: wide })]], [22]);
  const days = (header: string) => show("heading", header, { format: "count" });
  const heading = [
    show("heading", headers.row, { format: "count" }), show("heading", headers.deal, { across: 3 }), show("heading", headers.rep), show("heading", headers.amount, { across: 2, format: "money" }),
    show("heading", headers.why), days(model.deals.has.stageSince ? headers.inStage : headers.created), days(headers.late), days(headers.silent),
  ];
  return grid([title, [show("label", words.dealsAll(all.length), { across: wide })], heading, ...shown.map((deal, at) => line(deal, at, model, context))], [22, null, 20, ...shown.map(() => 19)]);
}

/** A title in a sentence: “5  Deals to act on” would be five deals. */
function unnumbered(title: string): string {
  return title.replace(/^\d+\s+/, "");
}

/** The deal's row in Deals first, by which the other cells find it. */
function line({ id }: AttentionDeal, at: number, model: DealModel, context: SheetContext): readonly Cell[] {
  const { columns } = model.deals;
  const found = rowOf(literal(id), columns.id);
  const row = cell(lineId(at, "row"), found.value);
  const days = daysOf(row, model);
  const amount = entryAt(columns.amount, row);
  const shownDays = (name: keyof Days) => show("value", days[name], { format: "days", id: lineId(at, name) });
  return [
    show("value", found, { format: "count", id: lineId(at, "row") }), show("label", nameOf(id, row, context), { across: 3, format: "text" }), show("label", entryAt(columns.owner, row), { format: "text" }),
    show("value", amount, { across: 2, format: "money" }), show("label", whyOf(row, at, days, model, context)), shownDays("inStage"), shownDays("late"), shownDays("silent"),
  ];
}

function nameOf(id: string, row: Term<Figure>, { data }: SheetContext): Term {
  const names = data.get("deal")?.fields.get("name");
  if (!names) return literal(id);
  const found = entryAt(names, row);
  return call(`IF(${found.text}="",${literal(id).text},${found.text})`, found.value === "" ? id : found.value);
}

interface Days {
  /** Since the deal came into its stage, or was created. */
  readonly inStage: Term<Figure>;
  /** Since its expected close; "" while that is ahead. */
  readonly late: Term<Figure>;
  /** Since its last activity. */
  readonly silent: Term<Figure>;
}

function daysOf(row: Term<Figure>, { deals, settings }: DealModel): Days {
  const since = (column: Column | null): Term<Figure> => {
    if (!column) return literal("");
    const value = row.value === "" ? null : column.values[row.value - 1];
    const day: Term<Figure> = { ...entryAt(column, row), value: typeof value === "number" ? value : "" };
    return whenNumbers([day], (one) => subtract(dayTerm(settings.asOf), one ?? literal(0)));
  };
  const { stageSince, due, lastActivity } = deals.columns;
  const past = since(due);
  return { inStage: since(stageSince), silent: since(lastActivity), late: call(`IF(N(${past.text})>0,${past.text},"")`, past.value !== "" && past.value > 0 ? past.value : "") };
}

/** In a word or two each: `MID(IF(a,", stage","")&IF(b,", due",""),3,60)`. */
function whyOf(row: Term<Figure>, at: number, days: Days, model: DealModel, { text }: SheetContext): Term<string> {
  const { reasons } = text.review;
  const limit = limitOf(row, model);
  const allowed: Term<Figure> = model.settings.noActivityDays;
  const parts = [
    beyond(at, "inStage", days, limit, reasons.stage),
    beyond(at, "late", days, literal<Figure>(0), reasons.late),
    beyond(at, "silent", days, allowed, reasons.silent),
  ];
  const list = parts.map(({ test, said }) => `IF(${test},${literal(reasons.separator + said).text},"")`).join("&");
  return call(`MID(${list},${reasons.separator.length + 1},60)`, parts.filter(({ holds }) => holds).map(({ said }) => said).join(reasons.separator));
}

/** More days than allowed, where both are known. */
function beyond(at: number, name: keyof Days, days: Days, allowed: Term<Figure>, said: string) {
  const here = cell(lineId(at, name), days[name].value);
  const test = allowed.text === "0" ? `N(${here.text})>0` : `IF(COUNT(${here.text},${allowed.text})=2,${here.text}>${allowed.text})`;
  return { test, said, holds: here.value !== "" && allowed.value !== "" && here.value > allowed.value };
}

/** The longest stay of the deal's stage; "" where Setup has no stages. */
function limitOf(row: Term<Figure>, { stages, deals }: DealModel): Term<Figure> {
  if (stages.rows.length === 0 || row.value === "") return literal("");
  const value = deals.columns.stage.values[row.value - 1];
  const stage = call(`INDEX(${deals.columns.stage.text},${row.text})`, typeof value === "string" ? value : "");
  return lookupNumber(stages.longestStay, stage, stages.stage);
}

function lineId(at: number, name: string): string {
  return `review deal ${at} ${name}`;
}
