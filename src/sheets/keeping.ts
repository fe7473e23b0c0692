// The plan that loses nothing: what finds no place in it stands on a sheet of its own, and all is planned again with that.

import type { WholeText } from "../text/whole";
import type { Day } from "../values";
import type { SheetSpec } from "./block";
import { withNamesNow, type NamesNow } from "./kept-formula";
import { laidDown, withFormulasNow, type LaidDown } from "./lay-down";
import { layout } from "./layout";
import type { Memory, Stray } from "./memory";
import { mentionsKept } from "./mentioned";
import { onPaper, paperOf } from "./paper";
import type { WorkbookPlan } from "./plan";
import { homeless } from "./place-strays";
import { sheetNamesOf, withNames } from "./sheet-names";
import { asideOfStray, asidesIn, keptSheet, ownCellsOf, unmatchedTableName, withDays, type Aside } from "./unmatched";

interface Keeping {
  readonly memory: Memory;
  readonly text: WholeText;
  readonly asOf: Day;
  /** The first sheet, which names the others. */
  readonly start: (others: readonly SheetSpec[]) => SheetSpec;
  readonly book: Parameters<typeof layout>[1];
  /** Cells on our sheets that are kept aside though their place is free. */
  readonly emptied?: readonly Stray[];
}

/** Lays out the sheets with the first one before them and, where needed, the one for what has no place behind. */
export function layoutKeeping(laid: LaidDown, keeping: Keeping): WorkbookPlan {
  const { memory, book, emptied = [] } = keeping;
  const sheets = namedSheets(laid, keeping);
  const names: NamesNow = { ...laid.names, sheet: sheetNow(sheets, memory) };
  const isBroken = ({ formula }: Stray) => formula !== undefined && laid.isBroken(formula);
  const broken = (memory.strays ?? []).filter(isBroken);
  const whole = (memory.strays ?? []).filter((stray) => !isBroken(stray));
  const strays = whole.map((stray) => (stray.formula === undefined ? stray : { ...stray, formula: withNamesNow(stray.formula, names) }));
  const plan = layout(withFormulasNow(sheets, names), book, { ...memory, strays });
  const crowdedOut = homeless(strays, plan.sheets);
  const gone = new Set(crowdedOut);
  const lost = [...broken, ...crowdedOut];
  if (lost.length === 0) return withEmptied(plan, emptied);
  const asides = lost.map((stray) => asideOfStray(stray, nameOf(stray, sheets, keeping.text)));
  const stay = whole.filter((_, at) => !gone.has(strays[at]!));
  return layoutKeeping({ ...laid, asides: [...laid.asides, ...asides] }, { ...keeping, memory: { ...memory, strays: stay }, emptied: [...emptied, ...broken.filter(({ isAside }) => !isAside)] });
}

function withEmptied(plan: WorkbookPlan, strays: readonly Stray[]): WorkbookPlan {
  if (strays.length === 0) return plan;
  return { ...plan, sheets: plan.sheets.map((sheet) => {
    const emptied = strays.filter((stray) => stray.sheet === sheet.id).map(({ row, column }) => ({ row, column }));
    return emptied.length === 0 ? sheet : { ...sheet, emptied };
  }) };
}

function namedSheets(laid: LaidDown, { memory, text, asOf, start, book }: Keeping): readonly SheetSpec[] {
  const kept = keptAside(withDays(laid.asides, asidesIn(memory), asOf), laid, memory, text);
  const others = kept ? [...laid.sheets, kept] : laid.sheets;
  const [first, ...rest] = withNames(onPaper([start(others), ...others], paperOf(memory, book.currency)), memory);
  return first ? [{ ...start(rest), name: first.name, print: first.print }, ...rest] : rest;
}

/** The sheet of what has no place, with the columns a user added to its table. */
function keptAside(asides: readonly Aside[], { isBroken }: LaidDown, memory: Memory, text: WholeText): SheetSpec | null {
  const before = memory.tables.get(unmatchedTableName);
  const isMentioned = asides.length === 0 && before !== undefined && mentionsKept(memory);
  const sheet = keptSheet(asides, memory, isMentioned, text);
  if (!before || !sheet) return sheet;
  const lay = (spec: SheetSpec) => laidDown([spec], { inputs: new Map(), tables: new Map([[unmatchedTableName, before]]) }, [], text, isBroken);
  const more = ownCellsOf(lay(sheet).asides);
  return lay(keptSheet([...asides, ...more], memory, isMentioned, text) ?? sheet).sheets[0] ?? sheet;
}

function sheetNow(sheets: readonly SheetSpec[], { sheets: before }: Memory): (name: string) => string {
  const now = new Map([...(before ?? [])].flatMap(([id, name]) => sheets.filter((sheet) => sheet.id === id).map((sheet) => [name.toLowerCase(), sheet.name] as const)));
  return (name) => now.get(name.toLowerCase()) ?? name;
}

function nameOf({ sheet }: Stray, sheets: readonly SheetSpec[], text: WholeText): string {
  return sheets.find(({ id }) => id === sheet)?.name ?? sheetNamesOf(text).get(sheet) ?? sheet;
}
