// What the user typed into tables and cells goes into the sheets' specs; what finds no place is told.

import type { WholeText } from "../text/whole";
import { isTerm, valueOf, type Block, type Cell, type SheetSpec, type TableSpec } from "./block";
import { withoutBroken } from "./broken-formulas";
import { sheetCatalogue } from "./catalogue";
import { isKept, keptIn, keptTerm, withNamesNow, type NamesNow } from "./kept-formula";
import { saysTheSame } from "./match-rows";
import type { Memory } from "./memory";
import { goneFrom } from "./mentioned";
import { leftOfTable, withOwnColumns } from "./own-columns";
import { plannedName } from "./planned-names";
import { sameWords, type SameWords } from "./same-words";
import { settingNames } from "./settings";
import { unmatchedTableName, type Aside } from "./unmatched";

/** The sheets with the user's columns and formulas, what is to be kept aside, and the names formulas of the user's use now. */
export interface LaidDown {
  readonly sheets: readonly SheetSpec[];
  readonly asides: readonly Aside[];
  readonly names: Pick<NamesNow, "column">;
  /** Whether something a kept formula names is not there any more. */
  readonly isBroken: (formula: string) => boolean;
}

/** `waiting` was kept aside before; `isBrokenThere` says of formulas whether what they name is gone, where other sheets decide that. */
export function laidDown(sheets: readonly SheetSpec[], memory: Memory, waiting: readonly Aside[], text: WholeText, isBrokenThere?: LaidDown["isBroken"]): LaidDown {
  const at: Laying = { memory, waiting, words: sameWords(text), asides: [], tables: new Map(), renamed: new Map(), inputs: new Set() };
  const laid = sheets.map((sheet) => ({ ...sheet, blocks: sheet.blocks.map((block) => layBlock(block, at)) }));
  const names = { column: (table: string, column: string) => columnNow(table, column, at) };
  const isBroken = isBrokenThere ?? goneFrom(laid, memory, names.column, text);
  return { sheets: withoutBrokenFormulas(laid, isBroken, at), asides: [...at.asides, ...leftOut(at)], names, isBroken };
}

function withoutBrokenFormulas(sheets: readonly SheetSpec[], isBroken: LaidDown["isBroken"], { asides }: Laying): readonly SheetSpec[] {
  const table = (spec: TableSpec): TableSpec => {
    const found = withoutBroken(spec, isBroken);
    for (const aside of found.asides) asides.push(aside);
    return found.spec;
  };
  const cell = (one: Cell): Cell => {
    const { content, name } = one;
    if (name === undefined || !isTerm(content) || !isKept(content.text) || !isBroken(keptIn(content.text))) return one;
    asides.push({ where: name, record: null, column: null, value: null, formula: keptIn(content.text) });
    return { ...one, content: content.value };
  };
  return sheets.map((sheet) => ({ ...sheet, blocks: sheet.blocks.map((block) => mapBlock(block, table, cell)) }));
}

/** The sheets with the formulas of the user's in the names of now. */
export function withFormulasNow(sheets: readonly SheetSpec[], names: NamesNow): readonly SheetSpec[] {
  const known = new Map<string, string>();
  const now = (text: string): string => {
    const made = known.get(text) ?? keptTerm(withNamesNow(keptIn(text), names), null).text;
    known.set(text, made);
    return made;
  };
  const content = (one: Cell["content"]): Cell["content"] => (isTerm(one) && isKept(one.text) ? { ...one, text: now(one.text) } : one);
  const table = (spec: TableSpec): TableSpec => ({
    ...spec,
    columns: spec.columns.map((column) => (column.owner === "user" && column.contents.some(isTerm) ? { ...column, contents: column.contents.map(content) } : column)),
  });
  return sheets.map((sheet) => ({ ...sheet, blocks: sheet.blocks.map((block) => mapBlock(block, table, (cell) => ({ ...cell, content: content(cell.content) }))) }));
}

interface Laying {
  readonly memory: Memory;
  readonly waiting: readonly Aside[];
  readonly words: SameWords;
  readonly asides: Aside[];
  readonly tables: Map<string, TableSpec>;
  readonly renamed: Map<string, ReadonlyMap<string, string>>;
  readonly inputs: Set<string>;
}

function layBlock(block: Block, at: Laying): Block {
  return mapBlock(block, (spec) => layTable(spec, at), (cell) => (cell.input && cell.name !== undefined ? layInput(cell, cell.name, at) : cell));
}

function mapBlock(block: Block, table: (spec: TableSpec) => TableSpec, cell: (cell: Cell) => Cell): Block {
  switch (block.kind) {
    case "table": return { ...block, table: table(block.table) };
    case "grid": return { ...block, rows: block.rows.map((row) => row.map((one) => one && cell(one))) };
    case "stack": return { ...block, blocks: block.blocks.map((inner) => mapBlock(inner, table, cell)) };
    case "beside": return { ...block, blocks: block.blocks.map((inner) => ({ ...inner, block: mapBlock(inner.block, table, cell) })) };
    case "gap": case "chart": return block;
  }
}

function layTable(spec: TableSpec, { memory, waiting, words, asides, tables, renamed }: Laying): TableSpec {
  const laid = withOwnColumns(spec, memory.tables.get(spec.name), waiting.filter(({ where }) => where === spec.name), words);
  for (const aside of laid.aside) asides.push(aside);
  tables.set(spec.name.toLowerCase(), laid.spec);
  renamed.set(spec.name.toLowerCase(), laid.renamed);
  return laid.spec;
}

/** Cells that choose what is shown, from a list of ours: a choice no longer offered is not kept aside. */
const choices: ReadonlySet<string> = new Set([settingNames.asOf, ...Object.values(sheetCatalogue).flatMap((entry) => entry.choices ?? [])]);

/** A formula stands again where its value does; what the plan does not take is kept aside. */
function layInput(cell: Cell, name: string, { memory, words, asides, inputs }: Laying): Cell {
  inputs.add(name);
  const typed = memory.inputs.get(name) ?? null;
  const formula = memory.inputFormulas?.get(name) ?? null;
  const planned = valueOf(cell.content);
  if (saysTheSame(typed, planned, words)) return formula === null ? cell : { ...cell, content: keptTerm(formula, planned) };
  if ((typed !== null || formula !== null) && !choices.has(name)) asides.push({ where: name, record: null, column: null, value: typed, formula });
  return cell;
}

/** What was typed in tables and cells that are not planned, and what waited for them. */
function leftOut({ memory, waiting, tables, inputs }: Laying): readonly Aside[] {
  const isPlanned = (name: string) => name === unmatchedTableName || tables.has(name.toLowerCase());
  return [
    ...[...memory.tables].flatMap(([name, table]) => (isPlanned(name) ? [] : leftOfTable(name, table))),
    ...[...memory.inputs].flatMap(([name, value]): Aside[] => {
      const formula = memory.inputFormulas?.get(name) ?? null;
      return inputs.has(name) || choices.has(name) || (value === null && formula === null) ? [] : [{ where: name, record: null, column: null, value, formula }];
    }),
    ...waiting.filter(({ where }) => !tables.has(where.toLowerCase())),
  ];
}

/** Columns of tables that are not ours keep their names. */
function columnNow(table: string, column: string, { tables, renamed, words }: Laying): string | null {
  const spec = tables.get(table.toLowerCase());
  if (!spec) return column;
  const now = renamed.get(table.toLowerCase())?.get(column.toLowerCase());
  return now ?? spec.columns.find(({ name }) => name.toLowerCase() === column.toLowerCase())?.name ?? plannedName(column, spec, words);
}
