// When does a goal count as at risk or off track, and when does the fiscal year begin and end?

import { call, reference, type Term } from "../../formula/term";
import { firstPaceLimits } from "../../metrics/goal-pace";
import { addMonths, calendarOf, dayOf, type Day } from "../../values";
import type { Memory } from "../memory";

/** Names of the cells on Setup the user types the limits in. */
export const goalSettingNames = { atRiskBelow: "AtRiskBelow", offTrackBelow: "OffTrackBelow" } as const;
type GoalSetting = keyof typeof goalSettingNames;

/** Names of Setup's cells with the fiscal year the as-of day is in. */
export const fiscalYearNames = { from: "FiscalYearFrom", to: "FiscalYearTo" } as const;

const atFirst: Readonly<Record<GoalSetting, number>> = { atRiskBelow: firstPaceLimits.atRisk, offTrackBelow: firstPaceLimits.offTrack };

/** The limits typed before, else ours; as formulas see them. */
export function goalSettings(memory: Memory): Readonly<Record<GoalSetting, Term<number>>> {
  const of = (key: GoalSetting) => {
    const typed = memory.inputs.get(goalSettingNames[key]);
    return reference(goalSettingNames[key], typeof typed === "number" && typed >= 0 && typed <= 10 ? typed : atFirst[key]);
  };
  return { atRiskBelow: of("atRiskBelow"), offTrackBelow: of("offTrackBelow") };
}

/** First and last day of the fiscal year a day is in, from the month it starts in (1 to 12). */
export function fiscalYearOf(asOf: Day, startMonth: number): { readonly from: Day; readonly to: Day } {
  const { year, month } = calendarOf(asOf);
  const from = dayOf(month < startMonth ? year - 1 : year, startMonth, 1);
  if (from === null) throw new Error(`no fiscal year of day: ${asOf}`);
  return { from, to: (addMonths(from, 12) - 1) as Day };
}

/** The same two days as Setup works them out. */
export function fiscalYearTerms(asOf: Day, startMonth: number): { readonly from: Term<number>; readonly to: Term<number> } {
  const { from, to } = fiscalYearOf(asOf, startMonth);
  return {
    from: call("DATE(YEAR(AsOf)-IF(MONTH(AsOf)<FiscalYearStart,1,0),FiscalYearStart,1)", from as number),
    to: call(`EDATE(${fiscalYearNames.from},12)-1`, to as number),
  };
}
