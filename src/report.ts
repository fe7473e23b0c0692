// From records, memory and an as-of day to a workbook: which sheets, in which order.

import type { SheetSpec } from "./sheets/block";
import { chosenSheets, type ChosenSheet } from "./sheets/chosen";
import type { SheetContext } from "./sheets/context";
import { dashboardSheet } from "./sheets/dashboard";
import { dataSheet } from "./sheets/data/sheet";
import { definitionsSheet } from "./sheets/definitions";
import { funnelSheet } from "./sheets/funnel";
import { goalsSheet } from "./sheets/goals";
import { importReportSheet } from "./sheets/import-report";
import { journeyForms, journeySheet } from "./sheets/journey";
import { journeyCustomersSheet } from "./sheets/journey/customers";
import { layoutKeeping } from "./sheets/keeping";
import { laidDown } from "./sheets/lay-down";
import { contextOf, type ContextInput } from "./sheets/make-context";
import type { Memory } from "./sheets/memory";
import type { WorkbookPlan } from "./sheets/plan";
import { putBack } from "./sheets/put-back";
import { setupSheet } from "./sheets/setup";
import { snapshotsSheet } from "./sheets/snapshot-history";
import { startSheet } from "./sheets/start";
import { twinNames } from "./sheets/twins/twins";
import type { Text } from "./text/en";
import { textIn } from "./text/language";

export interface ReportInput extends ContextInput {
  readonly sheets: readonly ChosenSheet[];
  /** Carry the custom functions as names with LAMBDA, for those without the add-in. */
  readonly twins?: boolean;
}

/** The same input gives the same plan: in the pane, the page and the command line. */
export function report(input: ReportInput): WorkbookPlan {
  return planned(input).plan;
}

/** The plan, with what it was made from. */
export function planned(input: ReportInput): { readonly plan: WorkbookPlan; readonly context: SheetContext } {
  const text = textIn(input.language);
  const { memory, waiting } = putBack(input.memory, text);
  const { context, typed } = contextOf({ ...input, memory });
  const { model } = context;
  const sheets = new Map<ChosenSheet, (context: SheetContext) => SheetSpec>([
    ["dashboard", dashboardSheet], ["goals", goalsSheet], ["funnel", funnelSheet], ["journey", journeySheet],
  ]);
  const why = (id: ChosenSheet): string | null => {
    if (!input.sheets.includes(id) && !isTypedIn(id, memory)) return text.report.start.notChosen;
    return model.deals || id === "goals" || id === "journey" ? null : text.report.start.needsDeals;
  };
  const built = [...sheets].flatMap(([id, make]) => (why(id) === null ? [make(context)] : []));
  const missing = chosenSheets.flatMap((id) => {
    const reason = why(id);
    return reason === null ? [] : [{ name: text.tables.sheets[id], why: reason }];
  });
  const data = [...context.data].map(([object, table]) => dataSheet(object, table));
  const customers = why("journey") === null ? journeyCustomersSheet(context) : null;
  const reference = [setupSheet(context, typed), ...data, ...(customers ? [customers] : []), ...snapshotsSheet(context), definitionsSheet(context), importReportSheet(context)];
  const laid = laidDown([...built, ...reference], memory, waiting, text);
  const functions = input.twins || memory.carriesTwins ? twinNames() : [];
  const plan = layoutKeeping(laid, {
    memory, text, asOf: input.asOf,
    start: (others) => startSheet(context, others.map(({ id, name }) => ({ name, purpose: purposeOf(id, text) })), missing),
    book: { language: input.language, title: text.report.bookTitle, currency: context.currency, functions },
  });
  return { plan, context };
}

/** Whether the workbook has a sheet whose tables people type in: it stays, chosen or not, or what they typed would be lost. */
function isTypedIn(id: ChosenSheet, memory: Memory): boolean {
  const forms: readonly string[] = id === "goals" ? ["Goals", "CheckIns"] : id === "journey" ? journeyForms : [];
  return forms.some((name) => memory.tables.has(name));
}

function purposeOf(id: string, text: Text): string {
  const purposes: Readonly<Record<string, string>> = text.report.start.sheets;
  return purposes[id] ?? text.report.start.sheets.data;
}
