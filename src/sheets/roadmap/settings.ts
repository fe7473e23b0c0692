// What of the roadmap can be set: where the chart begins, how much a column covers, when a milestone is behind.

import { reference, type Term } from "../../formula/term";
import type { Day } from "../../values";
import type { Memory } from "../memory";

/** Names of the input cells. */
export const roadmapInputs = { firstDay: "RoadmapFirstDay", step: "RoadmapDaysPerColumn", behindBy: "RoadmapBehindBy", adoption: "RoadmapAdoptionGoal" } as const;
export type RoadmapSetting = keyof typeof roadmapInputs;
export type RoadmapSettings = Readonly<Record<RoadmapSetting, Term<number>>>;

/** What was typed, else: from the Monday after the as-of day on, a week a column, ten points of tolerance, four of five people. */
export function roadmapSettings(memory: Memory, asOf: Day): RoadmapSettings {
  const of = (setting: RoadmapSetting, least: number, most: number, first: number) => {
    const typed = memory.inputs.get(roadmapInputs[setting]);
    return reference(roadmapInputs[setting], typeof typed === "number" && typed >= least && typed <= most ? typed : first);
  };
  return {
    firstDay: of("firstDay", 1, 2_900_000, mondayFrom(asOf)),
    step: of("step", 1, 92, 7),
    behindBy: of("behindBy", 0, 1, 0.1),
    adoption: of("adoption", 0, 1, 0.8),
  };
}

/** The day, if it is a Monday, else the next one; day 2 of Excel's count is a Monday. */
function mondayFrom(day: number): number {
  return day + ((7 - ((day - 2) % 7)) % 7);
}
