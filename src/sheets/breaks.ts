// At which days must groups of records be cut, so that no condition of a sheet cuts one? Months are cut anyway.

import { addMonths, type CellValue, type Day } from "../values";
import { comparisonInputs } from "./comparison/period";
import { historyInputs } from "./history/period";
import type { Memory } from "./memory";
import { qualityInputs } from "./quality/inputs";
import { typedSettings } from "./settings";
import { stageRows } from "./stages";

/** What stands in cells nobody has typed in; those of stages are in `stages.ts`. */
const atFirst = { longestStay: 90, ages: [1, 7, 30], comparedMonths: 12, maturity: 180, historyDays: 90, goalMonths: 12 } as const;

/**
 * The days that conditions of sheets use, as of a day and with what was typed, each the first day after a cut; sorted, each once.
 * A condition on a day that is not here still has its right figure: as a question to the engine, one by one.
 */
export function breaksOf(memory: Memory, asOf: Day): readonly Day[] {
  const { windowMonths, windowOpenEnd, noActivityDays } = typedSettings(memory, { asOf, currency: "" });
  const start = addMonths(asOf, -windowMonths);
  const stays = stageRows([], memory).map(({ longestStay }) => longestStay ?? atFirst.longestStay);
  const days = [
    asOf, asOf + 1, start, ...(windowOpenEnd ? [] : [asOf + 1]),
    // As many days before the window as there are in it.
    start - (asOf - start + 1),
    ...[noActivityDays, atFirst.longestStay, ...stays].map((stay) => asOf - stay),
    ...agesIn(memory).map((age) => asOf - age),
    // Closed in the last three months, in the three before, in the last year: after a day, not on it.
    ...[3, 6, atFirst.goalMonths].map((months) => addMonths(asOf, -months) + 1), asOf - 364,
    ...comparedDays(memory, asOf), ...historyDays(memory, asOf),
  ];
  return [...new Set(days.map(Math.floor))].filter((day) => day > 0 && day < 2_958_465).sort((a, b) => a - b) as Day[];
}

function agesIn(memory: Memory): readonly number[] {
  const [day, week, month] = atFirst.ages;
  const { inputs } = memory;
  return [numberIn(inputs.get(qualityInputs.day)) ?? day, numberIn(inputs.get(qualityInputs.week)) ?? week, numberIn(inputs.get(qualityInputs.month)) ?? month];
}

/** The period the definitions are compared for, and the same moved back until its deals were decided. */
function comparedDays({ inputs }: Memory, asOf: Day): readonly number[] {
  const end = numberIn(inputs.get(comparisonInputs.end)) ?? asOf;
  const months = numberIn(inputs.get(comparisonInputs.months)) ?? atFirst.comparedMonths;
  const back = numberIn(inputs.get(comparisonInputs.maturity)) ?? atFirst.maturity;
  const from = addMonths(end as Day, -Math.floor(months)) + 1;
  return [from, end + 1, from - back, end + 1 - back];
}

/** The days that moves and slips are counted for. */
function historyDays({ inputs }: Memory, asOf: Day): readonly number[] {
  const end = numberIn(inputs.get(historyInputs.to)) ?? asOf;
  const days = numberIn(inputs.get(historyInputs.days)) ?? atFirst.historyDays;
  return [numberIn(inputs.get(historyInputs.from)) ?? end - Math.floor(days) + 1, end + 1];
}

function numberIn(value: CellValue | undefined): number | null {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 && value < 100_000 ? value : null;
}
