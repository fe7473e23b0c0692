// Which reasons for a lost deal say that it never was a chance? The user decides; duplicates and the like are proposed.

import { column, thisRow } from "../../formula/column";
import { countifs, sumifs } from "../../formula/aggregate";
import { is } from "../../formula/criteria";
import { literal, reference, type Term } from "../../formula/term";
import { outcomeIs, type DealModel } from "../../metrics/deals";
import { valuesOf } from "../../metrics/reasons";
import { within, type Period } from "../../metrics/period";
import type { CellValue } from "../../values";
import { isTyped, readTable, translated } from "../any-language";
import { gap, grid, show, type Block } from "../block";
import type { SheetContext } from "../context";

export const reasonsTableName = "ComparedLostReasons";

const mostReasons = 40;
const neverAChance = /duplicat|disqualif|unqualif|not qualified|spam|\btest\b|invalid|junk|重复|无效|不合格|测试|误建|垃圾/i;

interface ReasonRow {
  readonly reason: string;
  readonly counts: CellValue;
}

/** The lost deals of the period that do not count, and the table where the user says so; null where the export has no reasons. */
export function lostReasons(context: SheetContext, model: DealModel, period: Period): { readonly notCounted: Term<number>; readonly blocks: readonly Block[] } | null {
  const { text } = context;
  const { lostReason, closed } = model.deals.columns;
  if (!lostReason) return null;
  const { rows, left } = reasonRows(context, model);
  if (rows.length === 0) return null;
  const words = text.comparison;
  const headers = words.reasons;
  const inPeriod = within(closed, period);
  const lost = rows.map(({ reason }) => countifs(is(lostReason, reference(thisRow(reasonsTableName, headers.reason), reason)), outcomeIs(model, "lost"), ...inPeriod));
  const of = (name: string, values: readonly CellValue[]) => column(reasonsTableName, name, values);
  const counts = of(headers.counts, rows.map((row) => row.counts));
  const { yes, no } = text.tables;
  return {
    notCounted: sumifs(of(headers.lost, lost.map(({ value }) => value)), is(counts, literal(no))),
    blocks: [
      gap(),
      grid([[show("section", words.reasonsTitle, { across: 8 })], [show("wrapped", words.reasonsNote + (left > 0 ? ` ${words.moreReasons.replace("{n}", String(left))}` : ""), { across: 8 })]], [24, 34]),
      { kind: "beside", blocks: [{ column: 1, block: { kind: "table", table: {
        name: reasonsTableName, kind: "form", key: [headers.reason], filter: false, style: "form",
        columns: [
          { name: headers.reason, owner: "crm", format: "text", look: "label", contents: rows.map(({ reason }) => reason) },
          { name: headers.lost, owner: "formula", format: "count", contents: lost },
          { name: headers.counts, owner: "user", format: "text", look: "choice", contents: counts.values, allowed: { kind: "list", items: [yes, no] } },
        ],
      } } }] },
    ],
  };
}

/** The reasons of lost deals, most frequent first, then those typed before that no deal has now. */
function reasonRows({ memory, text }: SheetContext, model: DealModel): { readonly rows: readonly ReasonRow[]; readonly left: number } {
  const { lostReason } = model.deals.columns;
  const headers = text.comparison.reasons;
  const table = readTable(memory.tables.get(reasonsTableName), ({ comparison }) => comparison.reasons);
  const typed = new Map(table.rows.flatMap((row): [string, ReasonRow][] => {
    const reason = table.value(row, "reason");
    return isTyped(reason) ? [[String(reason).toLowerCase(), { reason: String(reason), counts: translated(table.value(row, "counts"), ({ tables: { yes, no } }) => ({ yes, no }), text) }]] : [];
  }));
  const found = lostReason && valuesOf(lostReason, outcomeIs(model, "lost"));
  const counted = (found ?? []).map(({ text: reason }) => ({ reason })).filter(({ reason }) => reason.trim() !== "");
  const known = new Set(counted.map(({ reason }) => reason.toLowerCase()));
  const wanted = counted.filter(({ reason }, at) => at < mostReasons || typed.has(reason.toLowerCase()));
  const { yes, no } = text.tables;
  return {
    rows: [
      ...wanted.map(({ reason }): ReasonRow => ({ reason, counts: typed.get(reason.toLowerCase())?.counts ?? (neverAChance.test(reason) ? no : yes) })),
      ...[...typed.values()].filter(({ reason }) => headers.reason !== reason && !known.has(reason.toLowerCase())),
    ],
    left: counted.length - wanted.length,
  };
}
