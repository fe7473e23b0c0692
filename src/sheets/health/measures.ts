// The measures of health as typed, or proposed from the columns the export has.

import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { isTyped, keyOfWord, readTable, translated } from "../any-language";
import { valueOf } from "../block";
import type { Memory } from "../memory";
import { readableWords, type Readable } from "./columns";
import { measuresName } from "./names";

export const measureFields = ["measure", "column", "poor", "good", "weight", "missing", "action"] as const;
export type MeasureField = (typeof measureFields)[number];
export type MeasureRow = Readonly<Record<MeasureField, CellValue>>;

/** Empty rows at the end, ready to type in. */
const spareRows = 2;
const emptyRow: MeasureRow = { measure: null, column: null, poor: null, good: null, weight: null, missing: null, action: null };

/** What was typed, else proposals; then empty rows. */
export function measureRows(memory: Memory, readable: readonly Readable[], text: WholeText): readonly MeasureRow[] {
  const table = readTable(memory.tables.get(measuresName), ({ health }) => health.measures);
  const typed = table.rows.flatMap((row): MeasureRow[] => {
    const found = Object.fromEntries(measureFields.map((field) => [field, table.value(row, field)])) as Record<MeasureField, CellValue>;
    if (!Object.values(found).some(isTyped)) return [];
    return [{ ...found, measure: seedWord(found.measure, "name", text), action: seedWord(found.action, "action", text), column: columnWord(found.column, readable, text), missing: translated(found.missing, ({ health }) => health.missing, text) }];
  });
  return [...(typed.length > 0 ? typed : proposals(readable, text)), ...Array.from({ length: spareRows }, () => emptyRow)];
}

/** Our own names and actions, untouched, in the language of the workbook. */
export function seedWord(value: CellValue, part: "name" | "action", text: WholeText): CellValue {
  return translated<string>(value, ({ health }) => Object.fromEntries(Object.entries({ ...health.seeds, ...health.exceptionSeeds }).map(([key, seed]) => [key, seed[part]])), text);
}

/** The header of a column that was named in any language. */
export function columnWord(value: CellValue, readable: readonly Readable[], text: WholeText): CellValue {
  if (readable.some(({ header }) => header.toLowerCase() === String(value ?? "").toLowerCase())) return value;
  const key = keyOfWord(value, readableWords);
  if (key === null) return value;
  return readable.find((one) => one.key === key)?.header ?? readableWords(text)[key] ?? value;
}

interface Seed {
  readonly seed: keyof WholeText["health"]["seeds"];
  /** The first of these columns that the export has. */
  readonly keys: readonly string[];
  readonly weight: number;
  /** Limits of the kind of figure; where absent they come from the data, `better` first. */
  readonly limits?: (most: number) => readonly [poor: number, good: number];
  readonly better?: "more" | "less";
}

const seeds: readonly Seed[] = [
  { seed: "usage", keys: ["usage"], weight: 30, better: "more" },
  { seed: "tickets", keys: ["tickets"], weight: 20, better: "less" },
  { seed: "csat", keys: ["csat", "surveyCsat"], weight: 20, limits: (most) => (most <= 1 ? [0.5, 0.9] : most <= 5 ? [2, 5] : most <= 10 ? [5, 9] : [50, 90]) },
  { seed: "nps", keys: ["nps", "surveyNps"], weight: 10, limits: (most) => (most <= 10 ? [4, 9] : [0, 70]) },
  { seed: "activity", keys: ["daysSinceActivity"], weight: 10, limits: () => [90, 14] },
  { seed: "orders", keys: ["daysSinceOrder"], weight: 10, better: "less" },
  { seed: "crm", keys: ["healthScore"], weight: 20, limits: (most) => (most <= 10 ? [2, 9] : [20, 90]) },
  { seed: "intent", keys: ["intentPoints"], weight: 20, limits: () => [0, 100] },
];

function proposals(readable: readonly Readable[], text: WholeText): readonly MeasureRow[] {
  return seeds.flatMap(({ seed, keys, weight, limits, better }): MeasureRow[] => {
    const found = keys.flatMap((key) => readable.filter((one) => one.key === key))[0];
    if (!found) return [];
    const numbers = found.contents.map(valueOf).filter((value): value is number => typeof value === "number").sort((a, b) => a - b);
    const [poor, good] = limits ? limits(numbers.at(-1) ?? 0) : tenths(numbers, better ?? "more");
    const { name, action } = text.health.seeds[seed];
    return [{ measure: name, column: found.header, poor, good, weight, missing: text.health.missing.skip, action }];
  });
}

/** A tenth of the customers are beyond either limit, to two digits. */
function tenths(numbers: readonly number[], better: "more" | "less"): readonly [number, number] {
  const at = (share: number) => Number((numbers[Math.min(numbers.length - 1, Math.floor(share * numbers.length))] ?? 0).toPrecision(2));
  const [low, high] = [at(0.1), at(0.9)];
  const top = high > low ? high : low + 1;
  return better === "more" ? [low, top] : [top, low];
}
