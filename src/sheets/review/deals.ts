// Open deals to act on: which ones stands as of the build, all about them follows by formula.

import type { Column } from "../../formula/column";
import { lookup, lookupNumber } from "../../formula/lookup";
import { numberText, sentence } from "../../formula/sentence";
import { call, dayTerm, literal, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import { attentionDeals, type AttentionDeal } from "../../metrics/attention";
import type { DealModel } from "../../metrics/deals";
import { grid, show, type Block, type Cell } from "../block";
import type { SheetContext } from "../context";
import { textWidth } from "../theme";

const mostShown = 8;
/** Width of a reason in a line; Chinese characters leave less room between them. */
const lineWidth = { latin: 58, chinese: 50 } as const;

/** The largest deals that stand too long, are late or silent. */
export function dealsBlock(model: DealModel, context: SheetContext): Block {
  const words = context.text.review;
  const title = [show("section", words.dealsTitle, { across: 10 })];
  const all = attentionDeals(model);
  const shown = all.slice(0, mostShown);
  if (shown.length === 0) return grid([title, [show("label", words.noDealsToAct, { across: 10 })]], [22]);
  const heading = [show("heading", words.deals.no), show("heading", words.deals.deal, { across: 3 }), show("heading", words.deals.rep), show("heading", words.deals.amount, { across: 2, format: "money" }), show("heading", words.deals.why, { across: 3 })];
  const lines = shown.map((deal, at) => line(deal, at, model, context));
  return grid(
    [title, [show("label", words.dealsAll(all.length), { across: 10 })], heading, ...lines.map(({ cells }) => cells)],
    [22, null, 20, ...lines.map(({ why }) => (isLong(why) ? 31 : 19))],
  );
}

function line({ id }: AttentionDeal, at: number, model: DealModel, context: SheetContext): { readonly cells: readonly Cell[]; readonly why: string } {
  const { columns } = model.deals;
  const key = literal(id);
  const names = context.data.get("deal")?.fields.get("name");
  const found = names ? lookup(names, key, columns.id) : null;
  const name = found === null ? key : call(`IF(${found.text}="",${key.text},${found.text})`, found.value === "" ? id : found.value);
  const why = reasonOf(key, model, context);
  return {
    why: why.value,
    cells: [
      show("centred", at + 1, { format: "score" }), show("label", name, { across: 3, format: "text" }), show("label", lookup(columns.owner, key, columns.id), { format: "text" }),
      show("value", lookupNumber(columns.amount, key, columns.id), { across: 2, format: "money" }), show(isLong(why.value) ? "wrapped" : "label", why, { across: 3 }),
    ],
  };
}

function isLong(why: string): boolean {
  return textWidth(why) > (/[\u3400-\u9fff]/.test(why) ? lineWidth.chinese : lineWidth.latin);
}

/** All reasons that hold now: `MID(IF(a,"; …","")&IF(b,"; …",""),3,250)`. */
function reasonOf(key: Term<string>, model: DealModel, { text }: SheetContext): Term<string> {
  const { reasons } = text.review;
  const { columns, has } = model.deals;
  const since = daysSince(columns.stageSince, key, model);
  const limit = limitOf(key, model);
  const late = daysSince(columns.due, key, model);
  const quiet = columns.lastActivity ? daysSince(columns.lastActivity, key, model) : literal<Figure>("");
  const stands = sentence(has.stageSince ? reasons.stage : reasons.created, { days: numberText(sure(since)), limit: numberText(sure(limit)) });
  const allowed: Term<Figure> = model.settings.noActivityDays;
  const parts = [
    beyond(since, limit, stands),
    ...(has.due ? [beyond(late, literal<Figure>(0), sentence(reasons.overdue, { days: numberText(sure(late)) }))] : []),
    ...(columns.lastActivity ? [beyond(quiet, allowed, sentence(reasons.quiet, { days: numberText(sure(quiet)) }))] : []),
  ];
  const { separator } = reasons;
  const list = parts.map(({ test, said }) => `IF(${test},${literal(separator).text}&${said.text},"")`).join("&");
  return call(`MID(${list},${separator.length + 1},250)`, parts.filter(({ holds }) => holds).map(({ said }) => said.value).join(separator));
}

/** More days than allowed; text is no number of days. */
function beyond(days: Term<Figure>, allowed: Term<Figure>, said: Term<string>) {
  const test = `IF(COUNT(${days.text},${allowed.text})<2,FALSE,${days.text}>${allowed.text})`;
  return { test, said, holds: days.value !== "" && allowed.value !== "" && days.value > allowed.value };
}

function daysSince(column: Column, key: Term<string>, { deals, settings }: DealModel): Term<Figure> {
  return whenNumbers([lookupNumber(column, key, deals.columns.id)], (day) => subtract(dayTerm(settings.asOf), day ?? literal(0)));
}

/** The longest stay of the deal's stage; "" where Setup has no stages. */
function limitOf(key: Term<string>, { stages, deals }: DealModel): Term<Figure> {
  if (stages.rows.length === 0) return literal("");
  const stage = lookup(deals.columns.stage, key, deals.columns.id);
  return lookupNumber(stages.longestStay, { ...stage, value: String(stage.value ?? "") }, stages.stage);
}

function sure(term: Term<Figure>): Term<number> {
  return { ...term, value: term.value === "" ? 0 : term.value };
}
