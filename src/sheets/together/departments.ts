// The departments that work together, and the settings of the sheet.

import { reference, type Term } from "../../formula/term";
import type { WholeText } from "../../text/whole";
import type { Memory } from "../memory";
import { oneOf } from "../form";

export const departments = ["sales", "marketing", "product", "service"] as const;

/** A department's name in either language, in the language of the workbook. */
export const departmentWord = oneOf(({ together }) => together.departments);

/** All names that may be chosen. */
export function departmentNames({ together }: WholeText): readonly string[] {
  return Object.values(together.departments);
}

/** Names of the input cells. */
export const togetherInputs = { close: "KpiClose", last: "CommitteeLast", every: "CommitteeEvery", since: "HandoffsSince" } as const;

/** Hand-overs count for deals won from this day on: typed, else from 30 days before the first build. */
export function handoffsSince(memory: Memory, asOf: number): Term<number> {
  const typed = memory.inputs.get(togetherInputs.since);
  return reference(togetherInputs.since, typeof typed === "number" && typed > 0 ? typed : asOf - 30);
}

/** The share of a target within which a KPI is close: typed, else a tenth. */
export function closeShare(memory: Memory): Term<number> {
  const typed = memory.inputs.get(togetherInputs.close);
  return reference(togetherInputs.close, typeof typed === "number" && typed >= 0 && typed <= 1 ? typed : 0.1);
}
