// What is here, as of when, from which file, and what was left out?

import type { Grouping } from "../formula/grouping";
import { cell } from "../formula/term";
import { measureCell, type MetricId } from "../metrics/catalogue";
import { outcomeIs, type DealModel } from "../metrics/deals";
import { isoOf, type CellValue, type Day } from "../values";
import { isServed, neededFor, type ChosenSheet } from "./chosen";
import { gap, grid, show, type Block, type Cell, type SheetSpec } from "./block";
import type { ImportSummary, SheetContext } from "./context";
import { formatOfUnit } from "./definitions";
import { sectionOf } from "./headings";
import { unloggedOf } from "./snapshot-history";
import { groupedImports, originLines } from "./origin";
import { tabColours } from "./tabs";
import { heightFor } from "./text-lines";

const section = sectionOf(6);

/** A sheet the workbook has, and what it is for. */
interface Entry {
  readonly name: string;
  readonly purpose: string;
}

/** What Start says beside the figures. */
interface StartFacts {
  /** The other sheets the workbook has. */
  readonly entries: readonly Entry[];
  /** Sheets of the catalogue it has not. */
  readonly notShown: readonly ChosenSheet[];
  /** What else was left out. */
  readonly more: readonly string[];
  readonly newest: Day | null;
}

/** The first sheet. */
export function startSheet(context: SheetContext, { entries, notShown, more, newest }: StartFacts): SheetSpec {
  const { text, model } = context;
  const words = text.report.start;
  return {
    id: "start",
    name: text.tables.sheets.start,
    tab: tabColours.start,
    columnWidths: [24, 18, 18, 18, 18, 18],
    gridlines: false,
    blocks: [
      grid([[show("title", words.title, { across: 6 })], [show("subtitle", (groupedImports(context).length > 0 ? words.asOfGroups : words.asOf)(isoOf(model.settings.asOf.value)), { across: 6 })], [show("note", words.typed, { across: 6 })]], [34, 20, 18]),
      gap(),
      ...keyFigures(context),
      section(words.here),
      grid(entries.map((entry) => [show("link", entry.name, { linkToSheet: entry.name }), show("plain", entry.purpose, { across: 5 })])),
      gap(),
      section(words.from),
      grid(context.imports.map((one) => [show("label", one.file), show("plain", sourceLine(one, context), { across: 5 })])),
      ...originLines(context).map((line) => grid([[show("wrapped", line, { across: 6 })]], [heightFor([line, 110])])),
      ...dataAge(newest, context),
      gap(),
      section(words.leftOut),
      grid(leftOut(context, notShown, more).map((line) => [show("wrapped", line, { across: 6 })])),
    ],
    print: { orientation: "portrait", paper: "a4", fitToHeight: true },
  };
}

/** Up to six figures that say where things stand, each with its name above it. */
function keyFigures({ text, metrics }: SheetContext): readonly Block[] {
  const wanted: readonly MetricId[] = ["amount.won", "win-rate", "deals.open", "stalled", "cycle.mean", "leads", "lead-conversion", "completeness"];
  const shown = wanted.flatMap((id) => metrics.filter((metric) => metric.id === id && metric.term.value !== "")).slice(0, 6);
  if (shown.length === 0) return [];
  const name = (index: number): Cell => show("cardLabel", shown[index] ? text.metrics.names[shown[index].id].name : null);
  const figure = (index: number): Cell => {
    const metric = shown[index];
    return metric ? show("cardValue", cell(measureCell(metric.id), metric.term.value), { format: formatOfUnit(metric.unit) }) : show("cardValue", null);
  };
  const indexes = shown.map((_, index) => index);
  return [section(text.report.start.keyFigures), grid([indexes.map(name), indexes.map(figure)], [20, 34]), gap()];
}

function sourceLine({ recognition, rowsKept, groups }: ImportSummary, { text }: SheetContext): string {
  const { crm, object, matched, columns } = recognition;
  return (groups ? text.report.start.sourceGroups : text.report.start.source)(text.pane.check.ofCrm(crm === "other" ? null : text.crms[crm], text.objects[object]), text.report.importReport.evidence(matched, columns), rowsKept);
}

/** The newest close date of closed deals; null where there is none. A group shows its first day: of groups an engine is asked for the last. */
export function newestClose({ model }: SheetContext): Day | null {
  if (!model.deals) return null;
  const { closed, outcome } = model.deals.columns;
  const days = closed.grouping ? newestOfGroups({ ...model, deals: model.deals }, closed.grouping) : closed.values.filter((_, row) => outcome.values[row] !== model.words.outcome.open);
  return days.reduce<Day | null>((newest, day) => (typeof day === "number" && (newest === null || day > newest) ? (day as Day) : newest), null);
}

function newestOfGroups(model: DealModel, grouping: Grouping): readonly CellValue[] {
  return (["won", "lost"] as const).map((outcome) => grouping.highest(model.deals.columns.closed, [outcomeIs(model, outcome)]).value);
}

/** Says when the data end, since a window on an as-of day long after them is empty. */
function dataAge(newest: Day | null, { model, text }: SheetContext): readonly Block[] {
  if (newest === null) return [];
  const asOf = model.settings.asOf.value;
  const words = text.report.start;
  const line = asOf - newest > 92 ? words.dataOld(isoOf(newest), isoOf(asOf)) : words.dataEnd(isoOf(newest));
  return [grid([[show("wrapped", line, { across: 6 })]])];
}

function leftOut({ imports, text, rates, currency, snapshots, model }: SheetContext, notShown: readonly ChosenSheet[], more: readonly string[]): readonly string[] {
  const words = text.report.start;
  const rows = imports.filter((one) => one.rowsRead > one.rowsKept).map((one) => words.rowsLeftOut(one.rowsRead - one.rowsKept, one.file));
  const objects = new Set(imports.map(({ recognition }) => recognition.object));
  const needing = notShown.filter((id) => !isServed(id, objects)).map((id) => words.sheetNeeds(text.sheets[id].name, (neededFor[id] ?? []).map((object) => text.objects[object])));
  const notChosen = notShown.filter((id) => isServed(id, objects)).map((id) => text.sheets[id].name);
  const sheets = [...needing, ...(notChosen.length > 0 ? [words.notChosen(notChosen)] : [])];
  const unrated = rates?.some((row) => row.rate === null) ? [text.tables.rates.note(currency)] : [];
  const unlogged = snapshots ? unloggedOf(snapshots, model.settings.asOf.value, text) : [];
  const all = [...rows, ...unrated, ...unlogged, ...more, ...sheets];
  return all.length === 0 ? [imports.some(({ groups }) => groups) ? words.allCounted : words.nothingLeftOut] : all;
}
