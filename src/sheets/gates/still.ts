// Deals that stand still: why, in words with figures, and what was agreed about it.

import { column, thisRow } from "../../formula/column";
import { numberText, sentence } from "../../formula/sentence";
import { call, literal, type Term } from "../../formula/term";
import type { DealModel } from "../../metrics/deals";
import type { CellValue } from "../../values";
import type { TableSpec } from "../block";
import type { SheetContext } from "../context";
import { figures, fixed } from "../report-table";
import { daysCountFrom, type Checks, type OpenDeals } from "./checks";
import { dayAt } from "./misses";
import { gateNames, rowIn } from "./names";
import type { GateSettings } from "./settings";
import { listed, type Listed } from "./typed";

type StillRow = Listed<"agreed">;

export function stillRows(context: SheetContext, { deals }: OpenDeals, belongs: (at: number) => boolean): readonly StillRow[] {
  return listed({ table: gateNames.still, headers: ({ gates }) => gates.stillList, keys: ["agreed"] as const }, deals, belongs, context);
}

interface Parts {
  readonly model: DealModel;
  readonly context: SheetContext;
  readonly checks: Checks;
  readonly settings: GateSettings;
  readonly limits: readonly (number | "")[];
}

export function stillTable(rows: readonly StillRow[], parts: Parts): TableSpec {
  const { context, checks, limits, model } = parts;
  const { stillList: headers, limits: limitHeaders, checks: checkHeaders } = context.text.gates;
  const accounts = context.data.get("deal")?.fields.get("account");
  const no = thisRow(gateNames.still, headers.no);
  const fact = (row: StillRow, of: (at: number) => CellValue): CellValue => (row.no === null ? null : of(row.no - 1));
  const limitOf = (place: string) => `INDEX(${column(gateNames.limits, limitHeaders.limit, []).text},${place})`;
  const at = rowIn(context.text, no);
  const place = `INDEX(${column(gateNames.checks, checkHeaders.place, []).text},${at})`;
  const days = rows.map((row): Term | null => {
    if (checks.since === null) return null;
    const since = `INDEX(${column(gateNames.checks, checks.since, []).text},${at})`;
    const from = fact(row, (at) => dayAt(checks, checks.since, at));
    return call(`IF(${no}="","",IF(${since}="","",${model.settings.asOf.text}-${since}))`, typeof from === "number" ? model.settings.asOf.value - from : "");
  });
  const limit = rows.map((row) => call(`IF(${no}="","",IF(${place}=0,"",${limitOf(place)}))`, row.deal && row.deal.place > 0 ? (limits[row.deal.place - 1] ?? "") : ""));
  return {
    name: gateNames.still, kind: "form", key: [headers.id], filter: false, style: "form",
    columns: [
      fixed(headers.deal, "text", rows.map(({ name }) => name), "wrapped"),
      fixed(headers.rep, "text", rows.map((row) => fact(row, (at) => checks.columns.owner.values[at] ?? null)), "wrapped"),
      fixed(headers.stage, "text", rows.map(({ deal }) => deal?.stage ?? null), "wrapped"),
      fixed(headers.amount, "money", rows.map(({ deal }) => deal?.amount ?? null)),
      figures(headers.days, "count", days),
      figures(headers.limit, "count", limit),
      fixed(headers.due, "day", rows.map((row) => fact(row, (at) => dayAt(checks, checks.due, at)))),
      fixed(headers.last, "day", rows.map((row) => fact(row, (at) => dayAt(checks, checks.last, at)))),
      figures(headers.why, "text", rows.map((row, at) => whyText(row, days[at] ?? null, limit[at]!, parts)), "wrapped"),
      { name: headers.agreed, owner: "user", format: "text", look: "inputWrapped", contents: rows.map(({ typed }) => typed.agreed) },
      fixed(headers.account, "text", rows.map(({ deal }) => (deal ? (accounts?.values[deal.row] ?? null) : null)), "wrapped"),
      fixed(headers.no, "count", rows.map((row) => row.no)),
      fixed(headers.id, "text", rows.map(({ id }) => id)),
    ],
  };
}

/** Every reason that holds now, with its figures: `MID(IF(a,"; …","")&IF(b,"; …",""),3,250)`. */
function whyText({ no, deal }: StillRow, days: Term | null, limit: Term, { context, checks, model }: Parts): Term<string> {
  const { why, separator, closed, stillList: headers, checks: names } = context.text.gates;
  const own = (name: string) => thisRow(gateNames.still, name);
  const number = own(headers.no);
  const row = rowIn(context.text, number);
  const at = (no ?? 1) - 1;
  const { asOf } = model.settings;
  const since = (header: string, value: CellValue) => call(`(${asOf.text}-${own(header)})`, typeof value === "number" ? asOf.value - value : 0);
  const shown = (header: string, value: CellValue) => call(own(header), typeof value === "number" ? value : 0);
  const inDays = (n: Term<number>): Term<string> => {
    const many = sentence(why.days, { n: numberText(n) });
    return call(`IF(${n.text}=1,${literal(why.oneDay).text},${many.text})`, n.value === 1 ? why.oneDay : many.value);
  };
  const pushes = numberText(call(`INDEX(${column(gateNames.checks, names.pushes, []).text},${row})`, deal?.pushes ?? 0));
  type Said = readonly ["long" | "late" | "quiet" | "pushed", Term<string>];
  const said: readonly Said[] = [
    ...(days ? [["long", sentence(daysCountFrom(context, model) === "stage" ? why.long : why.created, { days: inDays(shown(headers.days, days.value)), limit: numberText(shown(headers.limit, limit.value)) })] as const] : []),
    ...(checks.due ? [["late", sentence(why.late, { days: inDays(since(headers.due, dayAt(checks, checks.due, at))) })] as const] : []),
    ...(checks.last ? [["quiet", sentence(why.quiet, { days: inDays(since(headers.last, dayAt(checks, checks.last, at))) })] as const] : []),
    ...(checks.hasPushes ? [["pushed", sentence(why.pushed, { n: pushes })] as const] : []),
  ];
  const holds = said.filter(([name]) => no !== null && checks.columns[name].values[at] === 1).map(([, one]) => one.value);
  const flag = (name: string) => `INDEX(${column(gateNames.checks, name, []).text},${row})`;
  const joined = said.length === 0 ? '""' : `MID(${said.map(([name, one]) => `IF(${flag(names[name])}=1,${literal(separator).text}&${one.text},"")`).join("&")},${separator.length + 1},250)`;
  const value = no === null ? closed : holds.length === 0 ? why.none : holds.join(separator);
  return call(`IF(${number}="",${literal(closed).text},IF(${flag(names.still)}=0,${literal(why.none).text},${joined}))`, value);
}
