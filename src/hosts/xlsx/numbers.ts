// Which number does each part of ours get, and in which order do the tabs stand?

import { markPart } from "../../sheets/marks";
import type { SheetPlan, WorkbookPlan } from "../../sheets/plan";
import type { Carried } from "./carried";
import type { OpenSheet } from "./open";
import type { Overlay } from "./overlay";

/** A sheet with the numbers of its parts, which run through the whole workbook. */
export interface NumberedSheet {
  readonly sheet: SheetPlan;
  readonly number: number;
  readonly tables: readonly { readonly plan: SheetPlan["tables"][number]; readonly number: number }[];
  readonly charts: readonly { readonly plan: SheetPlan["charts"][number]; readonly number: number }[];
  /** What the user put over it. */
  readonly overlay: Overlay | null;
  readonly hasDrawing: boolean;
}

export function numberSheets(plan: WorkbookPlan, carried: Carried | null): readonly NumberedSheet[] {
  const last = carried?.last ?? 0;
  let [tables, charts] = [last, last];
  return plan.sheets.map((sheet, index) => {
    const overlay = carried?.overlays.get(markPart(sheet.id)) ?? null;
    return {
      sheet, overlay,
      number: last + index + 1,
      tables: sheet.tables.map((table) => ({ plan: table, number: (tables += 1) })),
      charts: sheet.charts.map((chart) => ({ plan: chart, number: (charts += 1) })),
      hasDrawing: sheet.charts.length > 0 || (overlay?.anchors ?? "") !== "",
    };
  });
}

/** A tab of the new file: one of ours, or one of the user's as it was. `was` is the tab of the file before. */
export type NewTab =
  | { readonly ours: NumberedSheet; readonly was: OpenSheet | null }
  | { readonly ours: null; readonly was: OpenSheet };

/** The order the user left the tabs in; new ones of ours stand where the plan has them, after the one before. */
export function tabsOf(sheets: readonly NumberedSheet[], carried: Carried | null): readonly NewTab[] {
  const byMark = new Map(sheets.map((one) => [markPart(one.sheet.id), one]));
  const tabs = (carried?.tabs ?? []).flatMap(({ mark, sheet }): NewTab[] => {
    if (mark === null) return [{ ours: null, was: sheet }];
    const ours = byMark.get(mark);
    return ours ? [{ ours, was: sheet }] : [];
  });
  sheets.forEach((ours, index) => {
    if (tabs.some((tab) => tab.ours === ours)) return;
    const before = sheets[index - 1];
    tabs.splice(before ? tabs.findIndex((tab) => tab.ours === before) + 1 : 0, 0, { ours, was: null });
  });
  return tabs;
}

/** The tab that is shown when the file is opened: the first of ours that is not hidden. */
export function shownTab(tabs: readonly NewTab[]): number {
  const visible = (tab: NewTab) => (tab.was?.attributes.get("state") ?? "visible") === "visible";
  const ours = tabs.findIndex((tab) => tab.ours && visible(tab));
  return Math.max(0, ours >= 0 ? ours : tabs.findIndex(visible));
}
