// The custom functions a workbook can carry as names, so that those without the add-in keep live numbers.

import type { FunctionNamePlan } from "../plan";
import { dealTwins } from "./deals";
import { goalTwins } from "./goals";
import { loyaltyTwins } from "./loyalty";
import { fileFormula, twinName, type Twin } from "./twin";
import { valueTwins } from "./value";

/** Every function that can be said with LAMBDA; docs/twins.md tells which cannot, and why. */
export const twins: readonly Twin[] = [...dealTwins, ...valueTwins, ...loyaltyTwins, ...goalTwins];

/** The names as a workbook holds them. */
export function twinNames(): readonly FunctionNamePlan[] {
  return twins.map((twin) => ({ name: twinName(twin), formula: fileFormula(twin) }));
}
