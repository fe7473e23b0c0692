// The table of criteria: what was typed before, else what stages usually ask for, bound to the columns the export has.

import { isComplete, type GateOperator, type GateTest } from "../../metrics/gate-checks";
import type { FunnelStage } from "../../metrics/model";
import type { CellValue } from "../../values";
import { isTyped, keyOfWord, readTable, translated } from "../any-language";
import type { SheetContext } from "../context";
import { fieldNames, type GateField } from "./fields";
import { gateNames } from "./names";
import { seedsOf, type Gate } from "./seeds";

export const typedCriterion = ["stage", "gate", "field", "operator", "value", "active", "asked", "note"] as const;
export type TypedCriterion = (typeof typedCriterion)[number];

/** What the user typed of a criterion, words in the language of the workbook. */
export type Criterion = Readonly<Record<TypedCriterion, CellValue>>;

/** Rows typed before, then what stages that none of them names ask for; at least one row. */
export function criteriaRows(context: SheetContext, fields: readonly GateField[]): readonly Criterion[] {
  const typed = typedBefore(context);
  const known = new Set(typed.map(({ stage }) => keyOf(stage)));
  const rows = [...typed, ...seeded(context, fields, known)];
  return rows.length > 0 ? rows : [emptyRow];
}

const emptyRow: Criterion = { stage: null, gate: null, field: null, operator: null, value: null, active: null, asked: null, note: null };

function typedBefore({ memory, text }: SheetContext): readonly Criterion[] {
  const table = readTable(memory.tables.get(gateNames.criteria), ({ gates }) => gates.criteria);
  return table.rows.flatMap((before): Criterion[] => {
    if (!before.some(isTyped)) return [];
    const row = Object.fromEntries(typedCriterion.map((name) => [name, table.value(before, name)])) as Record<TypedCriterion, CellValue>;
    return [{
      ...row,
      gate: translated(row.gate, ({ gates }) => gates.gate, text),
      field: translated(row.field, fieldNames, text),
      operator: translated(row.operator, ({ gates }) => gates.operators, text),
      active: translated(row.active, ({ tables: { yes, no } }) => ({ yes, no }), text),
      asked: translated(row.asked, ({ gates }) => gates.asked, text),
    }];
  });
}

/** A criterion with the same test as one before it is asked only once, where it is first due. Texts typed on Setup come first. */
function seeded({ model, text }: SheetContext, fields: readonly GateField[], known: ReadonlySet<string>): readonly Criterion[] {
  const { gates: words, tables } = text;
  const stages = model.stages.rows;
  const open = stages.filter(({ outcome }) => outcome === "open");
  const asked = new Set<string>();
  return stages.filter(({ stage }) => !known.has(keyOf(stage))).flatMap((row): Criterion[] => {
    const base = { ...emptyRow, stage: row.stage, active: tables.yes };
    const own = ([["entry", row.entryCriteria], ["exit", row.exitCriteria]] as const).flatMap(([gate, typed]) => (typed === null ? [] : [{ ...base, gate: words.gate[gate], asked: typed }]));
    const usual = seedsOf(row, open.indexOf(row), open.length).flatMap((seed): Criterion[] => {
      const found = seed.field === undefined ? undefined : fields.find(({ field }) => field === seed.field);
      const test = `${seed.field} ${seed.operator}`;
      if (found && asked.has(test)) return [];
      if (found) asked.add(test);
      const bound = found && seed.operator ? { field: found.name, operator: words.operators[seed.operator], value: seed.value ?? null } : {};
      return [{ ...base, gate: words.gate[seed.gate], asked: words.asked[seed.asked], ...bound }];
    });
    return [...own, ...usual];
  });
}

export type CriterionState = "column" | "hand" | "off" | "close" | "noStage" | "waits" | "noValue";

/** What follows from a row: how it is checked, and its test where a column proves it. */
export interface ReadCriterion {
  readonly state: CriterionState;
  readonly gate: Gate;
  readonly operator: GateOperator | null;
  readonly test: GateTest | null;
}

/** `tested` are the names of the columns that deals are checked by, in lower case; `open` the open stages. */
export function readCriterion(row: Criterion, stages: readonly FunnelStage[], tested: readonly string[]): ReadCriterion {
  const gate = keyOfWord(row.gate, ({ gates }) => gates.gate) ?? "entry";
  const operator = keyOfWord(row.operator, ({ gates }) => gates.operators) as GateOperator | null;
  const open = stages.filter(({ outcome }) => outcome === "open");
  const place = open.findIndex(({ stage }) => keyOf(stage) === keyOf(row.stage)) + 1;
  const cell = tested.indexOf(keyOf(row.field));
  const state = ((): CriterionState => {
    if (keyOfWord(row.active, ({ tables: { yes, no } }) => ({ yes, no })) !== "yes") return "off";
    if (place === 0) return stages.some(({ stage }) => keyOf(stage) === keyOf(row.stage)) ? "close" : "noStage";
    if (!isTyped(row.field)) return "hand";
    if (cell < 0) return "waits";
    return operator !== null && isComplete(operator, row.value) ? "column" : "noValue";
  })();
  return { state, gate, operator, test: state === "column" && operator ? { cell, operator, value: row.value, from: place + (gate === "exit" ? 1 : 0) } : null };
}

/** The columns that criteria in force name. */
export function namedFields(rows: readonly Criterion[]): ReadonlySet<string> {
  return new Set(rows.map(({ field }) => keyOf(field)));
}

/** As Excel compares texts. */
export function keyOf(value: CellValue): string {
  return value === null ? "" : String(value).toLowerCase();
}

