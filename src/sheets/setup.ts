// The Setup sheet: everything that can be set, typed in cells that say what they do.

import type { CellValue } from "../values";
import type { Term } from "../formula/term";
import { gap, grid, input, show, type Allowed, type Block, type Cell, type CellOptions, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import { fiscalYearNames, fiscalYearTerms, goalSettingNames, goalSettings } from "./goals/settings";
import { paperName, paperOf, paperSizes } from "./paper";
import { ratesTable } from "./rates";
import { derivedNames, settingNames, settingsOf, type TypedSettings } from "./settings";
import { stagesSpec } from "./setup/stages";
import { tabColours } from "./tabs";

/** Columns a row of settings takes: label, value and an explanation over the rest. */
const across = 7;

/** Settings to type, what follows from them, and the stages of the pipeline. */
export function setupSheet(context: SheetContext, typed: TypedSettings): SheetSpec {
  const { text, rates, model } = context;
  const words = text.setup;
  return {
    id: "setup",
    name: text.tables.sheets.setup,
    tab: tabColours.settings,
    columnWidths: [34, 17, 13, 14, 44, 44, 15],
    gridlines: false,
    blocks: [
      grid([[show("title", words.title, { across })], [show("note", words.intro, { across })]], [null, 18]),
      gap(),
      grid([[show("section", words.periodTitle, { across })], ...periodRows(context, typed)]),
      gap(),
      grid([[show("section", words.goalsTitle, { across })], ...goalRows(context)]),
      gap(),
      grid([[show("section", words.followsTitle, { across })], ...followingRows(context, typed)]),
      gap(),
      ...(rates ? [grid([[show("section", text.tables.rates.title, { across })], [show("note", text.tables.rates.note(typed.currency), { across })]], [null, 28]), { kind: "table", table: ratesTable(rates, text) } as const, gap()] : []),
      ...(model.stages.rows.length > 0 ? stageBlocks(context) : []),
    ],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}

/** Groups of records are cut at the day they were made for: no other day can be counted up to. */
function asOfAllowed({ imports, text }: SheetContext, { asOf }: TypedSettings): Allowed {
  const why = text.setup.asOfGroups;
  return imports.some(({ groups }) => groups) ? { kind: "number", min: asOf, max: asOf, whole: true, prompt: why, error: why } : { kind: "day" };
}

function periodRows(context: SheetContext, typed: TypedSettings): readonly (readonly Cell[])[] {
  const { text, memory } = context;
  const words = text.setup;
  const { yes, no } = text.tables;
  const whole = (min: number, max: number): Allowed => ({ kind: "number", min, max, whole: true });
  return [
    typedRow(words.asOf, settingNames.asOf, typed.asOf, asOfAllowed(context, typed), { format: "day" }),
    typedRow(words.currency, settingNames.currency, typed.currency === "" ? null : typed.currency, undefined, { format: "text" }),
    typedRow(words.fiscalYearStart, settingNames.fiscalYearStart, typed.fiscalYearStart, whole(1, 12)),
    typedRow(words.windowMonths, settingNames.windowMonths, typed.windowMonths, whole(1, 120)),
    typedRow(words.windowOpenEnd, settingNames.windowOpenEnd, typed.windowOpenEnd ? yes : no, { kind: "list", items: [yes, no] }, { format: "text" }),
    typedRow(words.noActivityDays, settingNames.noActivityDays, typed.noActivityDays, whole(1, 3650)),
    typedRow(words.paper, paperName, words.papers[paperOf(memory, typed.currency)], { kind: "list", items: paperSizes.map((size) => words.papers[size]) }, { format: "text" }),
  ];
}

function goalRows({ text, memory }: SheetContext): readonly (readonly Cell[])[] {
  const limits = goalSettings(memory);
  const allowed: Allowed = { kind: "number", min: 0, max: 10, whole: false };
  return (["atRiskBelow", "offTrackBelow"] as const).map((key) =>
    typedRow(text.setup[key], goalSettingNames[key], limits[key].value, allowed, { format: "decimal" }));
}

function followingRows({ text }: SheetContext, typed: TypedSettings): readonly (readonly Cell[])[] {
  const words = text.setup;
  const { derived } = settingsOf(typed, text.tables.yes);
  const fiscal = fiscalYearTerms(typed.asOf, typed.fiscalYearStart);
  return [
    ...(["windowStart", "windowEnd", "lastMonthEnd"] as const).map((key) => followingRow(words[key], derivedNames[key], derived[key])),
    followingRow(words.fiscalYearFrom, fiscalYearNames.from, fiscal.from),
    followingRow(words.fiscalYearTo, fiscalYearNames.to, fiscal.to),
  ];
}

interface SettingWords {
  readonly label: string;
  readonly note: string;
  readonly prompt?: string;
}

function typedRow({ label, note, prompt }: SettingWords, name: string, value: CellValue, allowed?: Allowed, options: CellOptions = {}): readonly Cell[] {
  const limits = allowed ? { allowed: { ...(prompt ? { prompt } : {}), ...allowed } } : {};
  return [show("label", label), input(name, value, { ...options, ...limits }), show("label", note, { across: across - 2 })];
}

function followingRow({ label, note }: SettingWords, name: string, term: Term<number>): readonly Cell[] {
  return [show("label", label), show("value", term, { name, format: "day" }), show("label", note, { across: across - 2 })];
}

function stageBlocks(context: SheetContext): readonly Block[] {
  const words = context.text.setup;
  return [
    grid([[show("section", words.stagesTitle, { across })], [show("note", words.stagesNote, { across })]], [null, 28]),
    { kind: "table", table: stagesSpec(context) },
  ];
}
