// What is here, as of when, from which file, and what was left out?

import { cell } from "../formula/term";
import { measureCell, type MetricId } from "../metrics/catalogue";
import { outcomeIs, type DealModel } from "../metrics/deals";
import { isoOf, type Day } from "../values";
import { isServed, neededFor, type ChosenSheet } from "./chosen";
import { gap, grid, show, type Block, type Cell, type SheetSpec } from "./block";
import type { ImportSummary, SheetContext } from "./context";
import { formatOfUnit } from "./definitions";
import { sectionOf } from "./headings";
import { unloggedOf } from "./snapshot-history";
import { groupedImports, originLines } from "./origin";
import { tabColours } from "./tabs";
import { textWidth } from "./theme";

const section = sectionOf(6);

/** A sheet the workbook has, and what it is for. */
export interface Entry {
  readonly name: string;
  readonly purpose: string;
}

/** The first sheet. `entries` are the other sheets the workbook has, `notShown` those of the catalogue it has not, `more` is what else was left out. */
export function startSheet(context: SheetContext, entries: readonly Entry[], notShown: readonly ChosenSheet[], more: readonly string[]): SheetSpec {
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
      ...originLines(context).map((line) => grid([[show("wrapped", line, { across: 6 })]], [6 + 14 * Math.ceil(textWidth(line) / 100)])),
      ...dataAge(context),
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
  return (groups ? text.report.start.sourceGroups : text.report.start.source)(text.crms[crm], text.objects[object], text.report.importReport.evidence(matched, columns), rowsKept);
}

/** Says when the data end, since a window on an as-of day long after them is empty. */
function dataAge({ model, text }: SheetContext): readonly Block[] {
  const closed = model.deals?.columns.closed;
  if (model.deals?.columns.closed.grouping) return saidOfNewest(newestOfGroups({ ...model, deals: model.deals }), model.settings.asOf.value, text);
  const outcomes = model.deals?.columns.outcome.values ?? [];
  const days = (closed?.values ?? []).filter((value, row): value is Day => typeof value === "number" && outcomes[row] !== model.words.outcome.open);
  return saidOfNewest(days.length === 0 ? "" : days.reduce((a, b) => (a > b ? a : b)), model.settings.asOf.value, text);
}

/** A group shows its first day: the last is asked for. */
function newestOfGroups(model: DealModel): number | "" {
  const { closed } = model.deals.columns;
  const days = (["won", "lost"] as const).flatMap((outcome) => closed.grouping?.highest(closed, [outcomeIs(model, outcome)]).value ?? []).filter((day) => day !== "");
  return days.length === 0 ? "" : Math.max(...days);
}

function saidOfNewest(day: number | "", asOf: Day, text: SheetContext["text"]): readonly Block[] {
  if (day === "") return [];
  const words = text.report.start;
  const line = asOf - day > 92 ? words.dataOld(isoOf(day as Day), isoOf(asOf)) : words.dataEnd(isoOf(day as Day));
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
