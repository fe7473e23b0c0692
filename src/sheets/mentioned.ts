// Is what a formula of the user's names there in the plan? Excel cannot open a file with a formula that names a table or sheet that is not.

import type { WholeText } from "../text/whole";
import type { Block, Cell, SheetSpec, TableSpec } from "./block";
import { mentionsIn, type Mention } from "./kept-formula";
import { markPart } from "./marks";
import type { Memory } from "./memory";
import { sheetNamesOf } from "./sheet-names";
import { asidesIn, keptSheetId, unmatchedTableName } from "./unmatched";

/** Tells of a kept formula whether something it names is gone; `columnNow` is null for a column that is. */
export function goneFrom(sheets: readonly SheetSpec[], memory: Memory, columnNow: (table: string, column: string) => string | null, text: WholeText): (formula: string) => boolean {
  const known = new Map<string, boolean>();
  const there = thereIn(sheets, memory, text);
  const isThere = (mention: Mention, formula: string): boolean => {
    if ("sheets" in mention) return mention.sheets.every(there.sheet);
    if ("word" in mention) return there.word(mention.word, formula);
    return there.table(mention.table) && mention.columns.every((column) => columnNow(mention.table, column) !== null);
  };
  return (formula) => {
    const before = known.get(formula);
    if (before !== undefined) return before;
    const isGone = !formula.includes("#REF!") && there.mayLack(formula) && mentionsIn(formula).some((one) => !isThere(one, formula));
    known.set(formula, isGone);
    return isGone;
  };
}

/** Whether any formula the user typed mentions what is kept aside. */
export function mentionsKept({ tables, inputFormulas, strays, sheets }: Memory): boolean {
  const words = [unmatchedTableName, sheets?.get(keptSheetId)].flatMap((word) => word?.toLowerCase() ?? []);
  const isIn = (formula: string | null | undefined) => words.some((word) => formula?.toLowerCase().includes(word));
  const inTables = [...tables].some(([name, { formulas }]) => name !== unmatchedTableName && formulas?.some((row) => row.some(isIn)));
  return inTables || [...(inputFormulas?.values() ?? [])].some(isIn) || (strays ?? []).some(({ formula }) => isIn(formula));
}

interface There {
  sheet(name: string): boolean;
  table(name: string): boolean;
  /** A formula that waits aside waits for every word in it; any other has words of its own. */
  word(word: string, formula: string): boolean;
  /** False where it would be no use to look closer. */
  mayLack(formula: string): boolean;
}

function thereIn(sheets: readonly SheetSpec[], memory: Memory, text: WholeText): There {
  const { named } = memory;
  const planned = plannedIn(sheets, memory, text);
  const [own, ownSheets, tables, names] = [setOf(named?.own), setOf(named?.sheets), setOf(named?.tables), new Map((named?.names ?? []).map(([name, sheet]) => [name.toLowerCase(), sheet]))];
  const inputs = setOf([...memory.inputs.keys()]);
  const waiting = new Set(asidesIn(memory).map(({ formula }) => formula));
  const has = (word: string) => planned.words.has(word) || own.has(word);
  const isLost = (word: string) => !has(word) && (tables.has(word) || (names.has(word) && (inputs.has(word) || !planned.ids.has(names.get(word) ?? ""))));
  const lost = [...tables, ...names.keys()].filter(isLost);
  return {
    sheet: (name) => !named || planned.sheets.has(name.toLowerCase()) || ownSheets.has(name.toLowerCase()),
    table: (name) => !named || has(name.toLowerCase()),
    word(word, formula) {
      const name = word.toLowerCase();
      const waits = waiting.has(formula) && !/\b(LET|LAMBDA)\(/i.test(formula);
      return !isLost(name) && (!waits || has(name) || names.has(name));
    },
    mayLack: (formula) => /[[!]/.test(formula) || waiting.has(formula) || lost.some((word) => formula.toLowerCase().includes(word)),
  };
}

/** What the plan has; the first sheet and that of things kept aside are always there when they are named. */
function plannedIn(sheets: readonly SheetSpec[], memory: Memory, text: WholeText): { readonly ids: ReadonlySet<string>; readonly sheets: ReadonlySet<string>; readonly words: ReadonlySet<string> } {
  const ids = new Set(["start", keptSheetId, ...sheets.map(({ id }) => markPart(id))]);
  const ours = sheetNamesOf(text);
  const before = [...(memory.sheets ?? [])].flatMap(([id, name]) => (ids.has(id) ? [name] : []));
  const named = ["start", keptSheetId].flatMap((id) => ours.get(id) ?? []);
  return { ids, sheets: setOf([...before, ...named, ...sheets.map(({ name }) => name)]), words: setOf([unmatchedTableName, ...sheets.flatMap(({ blocks }) => blocks.flatMap(wordsIn))]) };
}

function wordsIn(block: Block): readonly string[] {
  const ofCell = (cell: Cell | null) => cell?.name ?? [];
  const ofTable = ({ name }: TableSpec) => [name];
  switch (block.kind) {
    case "table": return ofTable(block.table);
    case "grid": return block.rows.flat().flatMap(ofCell);
    case "stack": return block.blocks.flatMap(wordsIn);
    case "beside": return block.blocks.flatMap((inner) => wordsIn(inner.block));
    case "gap": case "chart": return [];
  }
}

function setOf(words: readonly string[] = []): ReadonlySet<string> {
  return new Set(words.map((word) => word.toLowerCase()));
}
