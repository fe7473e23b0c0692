// From records, memory and an as-of day to a workbook: which sheets, in which order.

import type { Question } from "./formula/question";
import { sheetCatalogue } from "./sheets/catalogue";
import { chosenSheets, isServed, type ChosenSheet } from "./sheets/chosen";
import type { SheetContext } from "./sheets/context";
import { dataSheet } from "./sheets/data/sheet";
import { answersSheet, openQuestions } from "./sheets/data/answers";
import { filledTableName } from "./sheets/data/groups";
import { definitionsSheet } from "./sheets/definitions";
import { importReportSheet } from "./sheets/import-report";
import { layoutKeeping } from "./sheets/keeping";
import { laidDown } from "./sheets/lay-down";
import { contextOf, type ContextInput } from "./sheets/make-context";
import type { Memory } from "./sheets/memory";
import type { WorkbookPlan } from "./sheets/plan";
import { hasStagesOf, withTemplate, type Template } from "./sheets/template";
import { putBack } from "./sheets/put-back";
import { setupSheet } from "./sheets/setup";
import { snapshotsSheet } from "./sheets/snapshot-history";
import { newestClose, startSheet } from "./sheets/start";
import { twinNames } from "./sheets/twins/twins";
import { wholeTextIn } from "./text/whole";

export interface ReportInput extends ContextInput {
  readonly sheets: readonly ChosenSheet[];
  /** What forms hold where nothing was typed yet. */
  readonly template?: Template;
  /** Carry the custom functions as names with LAMBDA, for those without the add-in. */
  readonly twins?: boolean;
}

/** The same input gives the same plan: in the pane, the page and the command line. */
export function report(input: ReportInput): WorkbookPlan {
  return planned(input).plan;
}

/** The plan, with what it was made from. While `questions` wait for an engine's answers, figures of the plan are missing: it is not to be written. */
export function planned(input: ReportInput): Omit<Draft, "layout"> & { readonly plan: WorkbookPlan } {
  const { context, questions, layout } = drafted(input);
  return { plan: layout(), context, questions };
}

/** The sheets with all they ask, before anything has its place. */
interface Draft {
  readonly context: SheetContext;
  /** What an engine has not answered yet. */
  readonly questions: readonly Question[];
  readonly layout: () => WorkbookPlan;
}

/** Says what the sheets hold; `layout` is for when no question is left. */
export function drafted(input: ReportInput): Draft {
  const text = wholeTextIn(input.language);
  const { memory, waiting } = putBack(input.template ? withTemplate(input.memory, input.template, input) : input.memory, text);
  const { context: made, typed } = contextOf({ ...input, memory });
  const built = chosenSheets.filter((id) => isTypedIn(id, memory) || (input.sheets.includes(id) && isServed(id, made.data)));
  const shown = chosenSheets.filter((id) => built.includes(id) || built.some((one) => sheetCatalogue[one].needs?.includes(id)));
  const context: SheetContext = { ...made, shown };
  const leftOut = input.template && !hasStagesOf(input.template, input.imports) ? [text.template.stagesLeft] : [];
  const notShown = chosenSheets.filter((id) => !shown.includes(id));
  const data = [...context.data].flatMap(([object, table]) => [dataSheet(object, table), ...(table.groups?.more ?? []).map((one) => dataSheet(one.spec.name, one))]);
  const more = shown.flatMap((id) => sheetCatalogue[id].more?.(context) ?? []);
  const reference = [setupSheet(context, typed), ...data, ...more, ...snapshotsSheet(context), definitionsSheet(context, shown), ...(input.imports.length > 0 ? [importReportSheet(context)] : [])];
  const sheets = shown.map((id) => sheetCatalogue[id].make(context));
  const newest = newestClose(context);
  const functions = input.twins || memory.carriesTwins ? twinNames() : [];
  const layout = () => layoutKeeping(laidDown([...sheets, ...reference, ...answersSheet(context)], memory, waiting, text), {
    memory, text, asOf: input.asOf,
    start: (others) => startSheet(context, { entries: others.map(({ id, name }) => ({ name, purpose: purposeOf(id, context) })), notShown, more: leftOut, newest }),
    book: { language: input.language, title: text.report.bookTitle, currency: context.currency, functions },
  });
  return { context, questions: openQuestions(context), layout };
}

/** Whether the workbook has a sheet with tables or cells people type in: it stays, chosen or not, or what they typed would be lost. */
function isTypedIn(id: ChosenSheet, memory: Memory): boolean {
  const { forms, inputs, choices = [] } = sheetCatalogue[id];
  return forms.some((name) => memory.tables.has(name)) || (memory.sheets?.has(id) === true && inputs.some((name) => !choices.includes(name) && memory.inputs.has(name)));
}

function purposeOf(id: string, { text, data }: SheetContext): string {
  const { groups, groupsBy, filled } = text.report.start.sheets;
  const chosen = chosenSheets.find((sheet) => sheet === id);
  const others: Readonly<Record<string, string>> = text.report.start.sheets;
  const tables = [...data].flatMap(([object, table]) => (table.groups ? [[object, groups], ...table.groups.more.map(({ spec: { name } }) => [name, name === filledTableName(table.spec.name) ? filled : groupsBy])] : []));
  const ofGroups = tables.find(([name]) => name === id)?.[1];
  if (ofGroups !== undefined) return ofGroups;
  return chosen ? text.sheets[chosen].purpose : (others[id] ?? text.report.start.sheets.data);
}
