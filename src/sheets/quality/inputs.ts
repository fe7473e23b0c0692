// Cells of the sheet the user types in: targets and limits.

import { reference, type Term } from "../../formula/term";
import type { CellValue } from "../../values";
import { input, type Cell } from "../block";
import type { SheetContext } from "../context";
import type { Format } from "../plan";

export const qualityInputs = { target: "QualityTarget", high: "QualityHighTarget", timely: "QualityTimelyTarget", day: "QualityDayLimit", week: "QualityWeekLimit", month: "QualityMonthLimit" } as const;
export type QualityInput = keyof typeof qualityInputs;

/** The article's 95 and 98 %, and its 24 hours; a week and a month. */
const atFirst: Readonly<Record<QualityInput, number>> = { target: 0.95, high: 0.98, timely: 0.95, day: 1, week: 7, month: 30 };

const formats: Readonly<Record<QualityInput, Format>> = { target: "percent", high: "percent", timely: "percent", day: "days", week: "days", month: "days" };

/** The setting as formulas see it; what is no number counts as at first. */
export function qualitySetting(context: SheetContext, key: QualityInput): Term<number> {
  const name = qualityInputs[key];
  return reference(`IF(ISNUMBER(${name}),${name},${atFirst[key]})`, qualityNow(context, key));
}

/** The same at the build. */
export function qualityNow(context: Pick<SheetContext, "memory">, key: QualityInput): number {
  const typed = typedIn(context, key);
  return typeof typed === "number" ? typed : atFirst[key];
}

export function qualityCell(context: SheetContext, key: QualityInput): Cell {
  const share = formats[key] === "percent";
  return input(qualityInputs[key], typedIn(context, key), { format: formats[key], allowed: { kind: "number", min: 0, max: share ? 1 : 3650, whole: !share } });
}

function typedIn({ memory }: Pick<SheetContext, "memory">, key: QualityInput): CellValue {
  const name = qualityInputs[key];
  return memory.inputs.has(name) ? (memory.inputs.get(name) ?? null) : atFirst[key];
}
